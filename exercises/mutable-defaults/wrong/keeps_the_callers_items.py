"""Keeping the list that was given

Two baskets of one list are one basket, and whoever gave the list can still change it. list(items) makes a copy of
whatever it is.

Fails: TestClasses::test_a_basket_copies_what_is_given
"""


class Basket:
    def __init__(self, owner, items=None):
        self.owner = owner
        self.items = [] if items is None else items if isinstance(items, list) else list(items)

    def add(self, item):
        self.items.append(item)
