"""A lambda in a loop

The lambdas look `function` and `chain` up when they are called, and by then both are what the last turn left. Bind
them as defaults, or make no lambda in the loop.

Fails: TestComposeAndCurry::test_composes_from_the_right
"""


def compose(*functions):
    if not functions:
        return lambda value: value
    *others, chain = functions
    steps = []
    for function in reversed(others):
        steps.append(lambda value: function(value))

    def composed(*args, **kwargs):
        result = chain(*args, **kwargs)
        for step in steps:
            result = step(result)
        return result

    return composed
