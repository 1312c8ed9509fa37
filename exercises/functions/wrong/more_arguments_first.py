"""Handing the number on behind the others

pow(2, number) is another result than pow(number, 2): the number comes first.

Fails: TestApplyOperation::test_hands_on_all_arguments, TestApplyOperation::test_takes_many_numbers
"""


def apply_operation(operation, numbers, /, *args, **kwargs):
    return list(map(partial(operation, *args, **kwargs), numbers))
