"""The changed key goes to the end

All others first and then the changed one: the dict is equal, but its order is another. {**data, key: new} keeps it.

Fails: TestUpdateIn::test_puts_the_new_in_the_place_of_the_old
"""


def update_in(data, path, function):
    if not path:
        return function(data)
    key, *rest = path
    below = update_in(data[key], rest, function)
    if isinstance(data, dict):
        return {**{one: value for one, value in data.items() if one != key}, key: below}
    copy = list(data)
    copy[key] = below
    return type(data)(copy)
