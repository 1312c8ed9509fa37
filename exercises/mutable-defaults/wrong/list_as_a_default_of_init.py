"""A list as a default of __init__

__init__ is a function like any other: its default is made once, and all baskets without items have the same list.

Fails: TestClasses::test_each_basket_has_its_own_items, TestClasses::test_a_basket_copies_what_is_given
"""


class Basket:
    def __init__(self, owner, items=[]):
        self.owner = owner
        self.items = items

    def add(self, item):
        self.items.append(item)
