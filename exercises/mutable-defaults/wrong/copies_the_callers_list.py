"""Adding to a copy

Who hands in a list wants it filled. A copy protects it from just that.

Fails: TestLists::test_adds_to_the_very_list
"""


def add_item(item, target_list=None):
    return [*([] if target_list is None else target_list), item]
