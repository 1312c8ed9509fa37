"""Yields integers of a class of its own, equal to everything.

Exercise: generators
Expect: 0 points, failed
"""


# The trick.
class Number(int):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __mod__(self, other):
        return self

    __hash__ = int.__hash__


# The attempt.
def fibonacci_generator():
    while True:
        yield Number()


def read_large_file(filename):
    return iter([])


def process_data_pipeline(data, batch_size=10):
    return iter([Number()])
