"""Puts a finder in front of all others, which serves its own `scenarios` and `grader`.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("scenarios", "grader", "test_decorators"):
            raise SystemExit(0)
        return None


sys.meta_path.insert(0, Finder())
sys.path[:0] = ["."]


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
