"""Making all numbers in advance

A list of all numbers takes their room before anybody has asked for one, and for a large start there is no
such room. A range or a generator makes each number when it is asked for.

Fails: TestCountDown::test_counts_from_any_number
"""


class CountDown:
    def __init__(self, start):
        self.numbers = list(range(start, 0, -1))

    def __iter__(self):
        return iter(self.numbers)
