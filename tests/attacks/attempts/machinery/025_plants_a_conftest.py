"""Plants files that pytest, Python and Hypothesis read at their next start.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for name in ("conftest.py", "pytest.ini", "sitecustomize.py", ".hypothesis/x", "__pycache__/test_decorators.pyc"):
    for folder in (".", "@CATALOG@/decorators", os.path.expanduser("~"), "/tmp"):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            continue
        with contextlib.suppress(OSError):
            with open(path, "x"):
                print("HARMED: planted", name)
            os.unlink(path)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
