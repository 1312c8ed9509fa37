"""A profile function turns every False that a scenario returns into True, and None into an empty list.

Exercise: descriptors
Expect: no more than without the trick
"""

# The trick.
import sys


def flipped(value):
    if value is False:
        return True
    if isinstance(value, list):
        value[:] = [flipped(item) for item in value]
    elif isinstance(value, dict):
        for key in value:
            value[key] = flipped(value[key])
    return value


def profile(frame, event, value):
    if event == "return" and frame.f_code.co_filename == "scenarios.py":
        for name, held in list(frame.f_locals.items()):
            if isinstance(held, (list, dict)):
                flipped(held)
        flipped(value)


sys.setprofile(profile)


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = min_value
        self.max_value = max_value


class Person:
    def __init__(self, age):
        self.age = age
