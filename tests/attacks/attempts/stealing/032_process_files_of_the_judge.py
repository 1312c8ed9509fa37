"""Reads the memory, environment, files and folders of the process that judges it.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for name in ("mem", "environ", "maps", "cmdline", "auxv", "stack"):
    with contextlib.suppress(OSError, ValueError), open("/proc/@JUDGE@/" + name, "rb", 0) as file:
        if name == "mem" or file.read(1):
            print("HARMED: read", name)
for name in ("fd", "cwd", "root", "map_files"):
    with contextlib.suppress(OSError):
        os.listdir("/proc/@JUDGE@/" + name)
        print("HARMED: listed", name)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
