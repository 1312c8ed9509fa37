"""An operation with one argument

What was given besides has to reach the operation in each call: take it with *args and **kwargs, and unpack it
again.

Fails: TestApplyOperation::test_hands_on_all_arguments, TestApplyOperation::test_takes_many_numbers
"""


def apply_operation(operation, numbers):
    return [operation(number) for number in numbers]
