"""A tuple becomes a list

A list is needed to assign to, but the data had a tuple there. Make one of the list again.

Fails: TestUpdateIn::test_puts_the_new_in_the_place_of_the_old
"""


def update_in(data, path, function):
    if not path:
        return function(data)
    key, *rest = path
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[key] = update_in(data[key], rest, function)
    return copy
