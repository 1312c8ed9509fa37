"""Taking a TypeError for too many arguments

The TypeError may be one of the operation's own, and then it runs twice and the error says something else. Call it once
and let the error through.

Fails: TestApplyOperation::test_passes_an_error_on
"""


def apply_operation(operation, numbers, /, *args, **kwargs):
    results = []
    for number in numbers:
        try:
            results.append(operation(number, *args, **kwargs))
        except TypeError:
            results.append(operation(number))
    return results
