"""An iterator without __iter__

A for loop calls iter on whatever it gets, on an iterator as well. Every iterator has an __iter__ that returns
itself.

Fails: TestCountDown::test_iterator_goes_on_where_it_stands
"""


class CountDown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Place(self.start)


class Place:
    def __init__(self, number):
        self.number = number

    def __next__(self):
        if self.number < 1:
            raise StopIteration
        self.number -= 1
        return self.number + 1
