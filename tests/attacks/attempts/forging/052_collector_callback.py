"""A callback of the garbage collector looks for half-made observations and fills them in.

Exercise: descriptors
Expect: no more than without the trick
"""

# The trick.
import gc
import sys


def fill(phase, info):
    frame = sys._getframe(1)
    while frame:
        if frame.f_code.co_filename == "scenarios.py":
            held = [value for value in frame.f_locals.values() if isinstance(value, list)]
            full = next((value for value in held if value), None)
            for value in held:
                if not value and full:
                    value.extend(full)
        frame = frame.f_back


gc.callbacks.append(fill)
gc.set_threshold(50)


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = min_value
        self.max_value = max_value


class Person:
    def __init__(self, age):
        self.age = age
