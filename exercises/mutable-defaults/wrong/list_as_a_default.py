"""A list as a default

It is made once, when def runs, and every call without a list appends to the same one. Let None stand for what is left
out, and make the list in the body.

Fails: TestLists::test_makes_a_new_list_for_each_call
"""


def add_item(item, target_list=[]):
    if target_list is None:
        target_list = []
    target_list.append(item)
    return target_list
