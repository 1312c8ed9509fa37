"""No change, no copy

Whoever gets new data may go on to change it, and then it matters that it is not the old one. The containers on the path
are always new.

Fails: TestUpdateIn::test_shares_all_else
"""


def update_in(data, path, function):
    if not path:
        return function(data)
    key, *rest = path
    below = update_in(data[key], rest, function)
    if below is data[key]:
        return data
    if isinstance(data, dict):
        return {**data, key: below}
    copy = list(data)
    copy[key] = below
    return type(data)(copy)
