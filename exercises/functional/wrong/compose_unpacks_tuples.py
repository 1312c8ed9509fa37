"""Spreading a tuple over arguments

A function that returns a tuple returns one value. The next one gets that value, and not its items.

Fails: TestComposeAndCurry::test_last_function_gets_all_arguments
"""


def compose(*functions):
    def composed(*args, **kwargs):
        for function in reversed(functions):
            result = function(*args, **kwargs)
            args, kwargs = result if isinstance(result, tuple) else (result,), {}
        return args[0] if len(args) == 1 else args

    return composed
