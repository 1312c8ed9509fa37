"""Assigning into the data

The data belongs to somebody else, who still wants the old values. Copy each container on the path before you put
something into it.

Fails: TestUpdateIn::test_puts_the_new_in_the_place_of_the_old
"""


def update_in(data, path, function):
    if not path:
        return function(data)
    *way, last = path
    place = data
    for key in way:
        place = place[key]
    place[last] = function(place[last])
    return data
