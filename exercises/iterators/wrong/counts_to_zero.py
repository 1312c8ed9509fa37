"""Counting down to zero

The end of a range is left out, so with a step of -1 the range that ends with 1 has 0 as its second argument.

Fails: TestCountDown::test_counts_down_to_one, TestCountDown::test_counts_from_any_number,
    TestCountDown::test_begins_anew_for_each_loop, TestCountDown::test_loops_do_not_disturb_each_other,
    TestCountDown::test_iterator_goes_on_where_it_stands
"""


class CountDown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return iter(range(self.start, -1, -1))
