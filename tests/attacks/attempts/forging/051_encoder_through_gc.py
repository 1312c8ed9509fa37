"""Finds the module of the wire through the garbage collector, where it is not in sys.modules.

Exercise: descriptors
Expect: no more than without the trick
"""

# The trick.
import gc

for found in gc.get_objects():
    if isinstance(found, dict) and found.get("__name__") == "grader.jail.wire":
        real = found["lower"]
        found["lower"] = lambda value, depth=0: real(True if value is False else value, depth)
        found["Raised"] = lambda number, error: found["Returned"](number, True)


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = min_value
        self.max_value = max_value


class Person:
    def __init__(self, age):
        self.age = age
