"""Asking whether there is an operation

`if operation` asks an object for its truth, and some refuse to answer. Whatever can be called is called.

Fails: TestApplyOperation::test_calls_whatever_can_be_called
"""


def apply_operation(operation, numbers, /, *args, **kwargs):
    if not operation:
        return list(numbers)
    return [operation(number, *args, **kwargs) for number in numbers]
