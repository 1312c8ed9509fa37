"""Taking an empty list for one that was left out

`if not target_list` is true for an empty list as well: the caller's stays empty, and the item is in another one. Ask
`is None`.

Fails: TestLists::test_adds_to_the_very_list
"""


def add_item(item, target_list=None):
    if not target_list:
        target_list = []
    target_list.append(item)
    return target_list
