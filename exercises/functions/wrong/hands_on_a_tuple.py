"""Handing on args instead of *args

args is one tuple, and kwargs one dictionary. In a call * and ** unpack them into as many arguments as came in.

Fails: TestApplyOperation::test_hands_on_all_arguments, TestApplyOperation::test_takes_many_numbers
"""


def apply_operation(operation, numbers, /, *args, **kwargs):
    more = [one for one in (args, kwargs) if one]
    return [operation(number, *more) for number in numbers]
