"""Comparing with None by ==

== asks the list, and one may answer that it equals everything. There is one None, and `is` finds it without asking
anybody.

Fails: TestLists::test_adds_to_the_very_list
"""


def add_item(item, target_list=None):
    if target_list == None:  # noqa: E711
        target_list = []
    target_list.append(item)
    return target_list
