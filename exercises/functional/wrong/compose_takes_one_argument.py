"""One argument for all

Only the functions after the first get a single result. The one that comes first gets whatever the caller gives.

Fails: TestComposeAndCurry::test_last_function_gets_all_arguments
"""


def compose(*functions):
    def composed(value):
        for function in reversed(functions):
            value = function(value)
        return value

    return composed
