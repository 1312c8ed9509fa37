"""Going back to the start in __iter__

That makes the second loop begin anew, but there is still one place: a loop within a loop sends the outer one
back to the start. Each iterator needs a place of its own.

Fails: TestCountDown::test_loops_do_not_disturb_each_other,
    TestCountDown::test_iterator_goes_on_where_it_stands
"""


class CountDown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        self.number = self.start
        return self

    def __next__(self):
        if self.number < 1:
            raise StopIteration
        self.number -= 1
        return self.number + 1
