"""Opens every kind of socket that could carry the hidden inputs away.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import socket

for family, kind in (
    (socket.AF_INET, socket.SOCK_STREAM),
    (socket.AF_INET, socket.SOCK_DGRAM),
    (socket.AF_UNIX, socket.SOCK_STREAM),
    (socket.AF_UNIX, socket.SOCK_DGRAM),
    (socket.AF_NETLINK, socket.SOCK_RAW),
    (socket.AF_ALG, socket.SOCK_SEQPACKET),
    (socket.AF_VSOCK, socket.SOCK_STREAM),
):
    with contextlib.suppress(OSError):
        socket.socket(family, kind).close()
        print("HARMED: a socket of", family.name, kind.name)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
