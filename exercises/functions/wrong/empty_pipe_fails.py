"""Taking at least one function for granted

pipe(*functions) may well get none, where functions were collected somewhere else: then what goes in comes out.

Fails: TestBindAndPipe::test_pipes_any_object
"""


def pipe(*functions):
    def piped(*args, **kwargs):
        value = functions[0](*args, **kwargs)
        for function in functions[1:]:
            value = function(value)
        return value

    return piped
