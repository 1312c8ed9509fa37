"""Changes modes, times and attributes of the suite and of what it may write to.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for path in ("@CATALOG@/decorators/test_decorators.py", "@CATALOG@", "@CANARY@"):
    for change in (
        lambda: os.chmod(path, os.stat(path).st_mode),
        lambda: os.utime(path, (1, 1)),
        lambda: os.setxattr(path, "user.x", b"1"),
        lambda: os.truncate(path, os.stat(path).st_size),
        lambda: (os.rename(path, path + "-"), os.rename(path + "-", path)),
    ):
        with contextlib.suppress(OSError):
            change()
            print("HARMED: changed", os.path.basename(path))


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
