"""Puts stand-ins in the place of modules that the grader imports.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import sys
import types


class Yes(types.ModuleType):
    def __getattr__(self, name):
        return lambda *arguments, **options: True


for name in ("msgspec", "random", "traceback", "linecache", "pytest", "hypothesis", "json", "hashlib"):
    sys.modules[name] = Yes(name)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
