"""A copy of the outermost level

copy.copy copies one level: what lies in it is still the same, and the assignment changes it for everybody.

Fails: TestUpdateIn::test_puts_the_new_in_the_place_of_the_old
"""

import copy


def update_in(data, path, function):
    if not path:
        return function(data)
    *way, last = path
    place = changed = copy.copy(data)
    for key in way:
        place = place[key]
    if isinstance(place, tuple):
        raise TypeError("tuples can't be updated")
    place[last] = function(place[last])
    return changed
