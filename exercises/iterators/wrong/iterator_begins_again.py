"""An iterator that begins again after its end

Once an iterator has raised StopIteration it does so for ever: whoever asks once more relies on that. What
begins anew is the iterable, by another iterator.

Fails: TestCountDown::test_iterator_goes_on_where_it_stands
"""


class CountDown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Place(self.start)


class Place:
    def __init__(self, start):
        self.start = self.number = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.number < 1:
            self.number = self.start
            raise StopIteration
        self.number -= 1
        return self.number + 1
