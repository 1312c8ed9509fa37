"""A call for each item that is left out

Every item that is left out nests one call deeper, until a RecursionError. A loop does not.

Fails: TestMapFilterReduce::test_knows_no_limit
"""


class my_filter:
    def __init__(self, predicate, iterable):
        self.predicate, self.items = predicate, iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self.items)
        return item if self.predicate(item) else next(self)
