"""A list in the class body

It is an attribute of the class, there once for all baskets. Assign a new one to self in __init__.

Fails: TestClasses::test_each_basket_has_its_own_items, TestClasses::test_a_basket_copies_what_is_given
"""


class Basket:
    items = []

    def __init__(self, owner, items=()):
        self.owner = owner
        self.items.extend(items)

    def add(self, item):
        self.items.append(item)
