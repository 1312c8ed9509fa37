"""Popping the keys off the path

The path is a list of somebody else's, who may want to use it once more. Take it apart without changing it:
`key, *rest = path`.

Fails: TestUpdateIn::test_puts_the_new_in_the_place_of_the_old
"""


def update_in(data, path, function):
    if not path:
        return function(data)
    path = list(path) if isinstance(path, tuple) else path
    key = path.pop(0)
    below = update_in(data[key], path, function)
    if isinstance(data, dict):
        return {**data, key: below}
    copy = list(data)
    copy[key] = below
    return type(data)(copy)
