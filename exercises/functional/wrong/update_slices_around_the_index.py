"""Slices around a negative index

data[key + 1:] is the rest of the data for every index but -1: there it begins at 0 and is all of it.

Fails: TestUpdateIn::test_puts_the_new_in_the_place_of_the_old
"""


def update_in(data, path, function):
    if not path:
        return function(data)
    key, *rest = path
    below = update_in(data[key], rest, function)
    if isinstance(data, dict):
        return {**data, key: below}
    return data[:key] + type(data)([below]) + data[key + 1 :]
