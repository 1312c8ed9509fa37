"""Lists the folders where the hidden suite lies.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for path in ("@CATALOG@", "@CATALOG@/decorators", "@CATALOG@/..", "/", "/proc", "/home", "/tmp"):
    with contextlib.suppress(OSError):
        os.listdir(path)
        print("HARMED: listed a folder")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
