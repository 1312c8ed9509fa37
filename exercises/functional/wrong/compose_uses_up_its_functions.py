"""An iterator that is used up

reversed gives an iterator, and the first call goes through it to its end. The second call finds no functions left.

Fails: TestComposeAndCurry::test_composes_from_the_right
"""


def compose(*functions):
    order = reversed(functions)

    def composed(*args, **kwargs):
        result = next(order, lambda value: value)(*args, **kwargs)
        for function in order:
            result = function(result)
        return result

    return composed
