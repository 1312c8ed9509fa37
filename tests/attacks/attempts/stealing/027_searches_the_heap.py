"""Looks for tests, expected values and the reference among all objects.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import gc
import types

for found in gc.get_objects():
    if isinstance(found, types.FunctionType):
        path = found.__code__.co_filename
        if "test_decorators" in path or "solutions" in path:
            print("HARMED: found", found.__qualname__)
            break


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
