"""Types told apart by name

Two types may have the same name and be two. Put the types themselves into the key.

Fails: TestCustomCache::test_knows_types_of_one_name
"""


def _key_of(args, kwargs, typed):
    key = args, frozenset(kwargs.items())
    if not typed:
        return key
    types = [(name, type(value).__name__) for name, value in [*enumerate(args), *kwargs.items()]]
    return key, frozenset(types)
