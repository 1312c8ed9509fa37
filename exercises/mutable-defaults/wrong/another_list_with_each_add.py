"""Making another list with each item

Whoever holds the items of the basket holds an old list from then on. append changes the very list.

Fails: TestClasses::test_each_basket_has_its_own_items
"""


class Basket:
    def __init__(self, owner, items=()):
        self.owner = owner
        self.items = list(items)

    def add(self, item):
        self.items = [*self.items, item]
