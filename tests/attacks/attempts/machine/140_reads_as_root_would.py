"""Reads what root may read, in case that it has kept the right to.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for path in ("/etc/shadow", "/root/.bashrc", "/root/.profile", "/etc/ssh/ssh_host_ed25519_key", "/proc/1/environ"):
    with contextlib.suppress(OSError), open(path, "rb") as file:
        print("HARMED: read", path, len(file.read(1)))
for folder in ("/root", "/etc/ssl/private", "/var/lib", "@CATALOG@"):
    with contextlib.suppress(OSError):
        print("HARMED: listed", folder, len(os.listdir(folder)))
with contextlib.suppress(OSError):
    os.chdir("/root")
    open(".bashrc", "rb")
    print("HARMED: read on from where it stood")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
