"""Beginning anew for each loop

What has an __iter__ that starts over is no iterator: a second loop should go on where the first one stopped.

Fails: TestMapFilterReduce::test_goes_on_where_it_stands
"""


class my_map:
    def __init__(self, function, *iterables):
        self.function, self.iterables = function, iterables

    def __iter__(self):
        return (self.function(*items) for items in zip(*self.iterables))

    def __next__(self):
        return next(iter(self))
