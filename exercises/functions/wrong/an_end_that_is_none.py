"""Calling within a map

list(map(...)) takes a StopIteration of the operation for the end of the numbers, and nobody hears of the error.

Fails: TestApplyOperation::test_passes_an_error_on
"""


def apply_operation(operation, numbers, /, *args, **kwargs):
    return list(map(lambda number: operation(number, *args, **kwargs), numbers))
