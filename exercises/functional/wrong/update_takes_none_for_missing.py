"""None for "not there"

A value may be None. `get` can't tell it from a missing one; data[key] raises if there is none.

Fails: TestUpdateIn::test_any_thing_can_be_replaced
"""


def update_in(data, path, function):
    if not path:
        return function(data)
    key, *rest = path
    old = data.get(key) if isinstance(data, dict) else data[key]
    if old is None:
        raise KeyError(key)
    below = update_in(old, rest, function)
    if isinstance(data, dict):
        return {**data, key: below}
    copy = list(data)
    copy[key] = below
    return type(data)(copy)
