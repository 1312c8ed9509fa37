"""Opens the hidden suite by its path.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib

for name in ("test_decorators.py", "examples.msgpack", "wrong/no_wraps.py", "../../solutions/decorators.py"):
    with contextlib.suppress(OSError), open("@CATALOG@/decorators/" + name, "rb") as hidden:
        hidden.read(1)
        print("HARMED: read", name)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
