"""Starts other programs: a shell, sudo, and whatever has more rights.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for program in ("/bin/sh", "/usr/bin/sudo", "/usr/bin/su", "/usr/bin/passwd"):
    with contextlib.suppress(OSError):
        pid = os.posix_spawn(program, [program, "--version"], {})
        os.waitpid(pid, 0)
        print("HARMED: started a program")
with contextlib.suppress(OSError):
    os.setuid(0)
    print("HARMED: became root")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
