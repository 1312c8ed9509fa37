"""Takes the looking ahead from more-itertools, and the sums from its windows.

Needs: more-itertools
"""

import more_itertools


class CountDown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return more_itertools.numeric_range(self.start, 0, -1).__iter__()


def pairwise_sum(iterable):
    for before, after in more_itertools.stagger(iterable, offsets=(0, 1)):
        yield before + after


class Peekable(more_itertools.peekable):
    pass
