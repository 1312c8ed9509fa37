"""Keeping results that are true

None, 0 and empty texts are results as well, and whoever called expects one for each number.

Fails: TestApplyOperation::test_hands_on_all_arguments
"""


def apply_operation(operation, numbers, /, *args, **kwargs):
    return [result for number in numbers if (result := operation(number, *args, **kwargs))]
