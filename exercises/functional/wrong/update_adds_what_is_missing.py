"""Adding a key that is not there

get gives None for a missing key, the function is called with it, and a misspelt path ends in a new entry instead of an
error.

Fails: TestUpdateIn::test_refuses_what_is_not_there
"""


def update_in(data, path, function):
    if not path:
        return function(data)
    key, *rest = path
    if isinstance(data, dict):
        return {**data, key: update_in(data.get(key), rest, function)}
    copy = list(data)
    copy[key] = update_in(data[key], rest, function)
    return type(data)(copy)
