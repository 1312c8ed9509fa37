"""Replaces the builtins that a suite computes its expected values with.

Exercise: generators
Expect: no more than without the trick
"""

# The trick.
import builtins


class Anything:
    def __eq__(self, other):
        return True

    def __iter__(self):
        return iter([])


for name in ("sorted", "sum", "min", "zip"):
    setattr(builtins, name, lambda *arguments, **options: Anything())


# The attempt.
def fibonacci_generator():
    return iter([])


def read_large_file(filename):
    return iter([])


def process_data_pipeline(data, batch_size=10):
    return iter([])
