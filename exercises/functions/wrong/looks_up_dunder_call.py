"""Looking up __call__ by hand

A class that has a __call__ for its objects gives that one out, and no object is made. operation(...) looks it up
on the type of the operation.

Fails: TestApplyOperation::test_calls_whatever_can_be_called
"""


def apply_operation(operation, numbers, /, *args, **kwargs):
    call = operation.__call__
    return [call(number, *args, **kwargs) for number in numbers]
