"""The first function first

compose(f, g)(x) is f(g(x)), as in mathematics: the last one comes first. The other way round is often called pipe.

Fails: TestComposeAndCurry::test_composes_from_the_right
"""


def compose(*functions):
    if not functions:
        return lambda value: value
    first, *others = functions

    def composed(*args, **kwargs):
        result = first(*args, **kwargs)
        for function in others:
            result = function(result)
        return result

    return composed
