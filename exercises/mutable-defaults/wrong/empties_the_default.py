"""Emptying one list again and again

The default is still one list: emptied for a new call, it takes away what an earlier caller got from it.

Fails: TestLists::test_makes_a_new_list_for_each_call
"""

_LIST = []


def add_item(item, target_list=None):
    if target_list is None:
        _LIST.clear()
        target_list = _LIST
    target_list.append(item)
    return target_list
