"""Parameters whose names are taken

A keyword `numbers` for the operation is taken for one's own parameter, which has its value already: a TypeError.
A lone / behind the parameters leaves their names free.

Fails: TestApplyOperation::test_hands_on_all_arguments
"""


def apply_operation(operation, numbers, *args, **kwargs):
    return [operation(number, *args, **kwargs) for number in numbers]
