"""Sends data out of band, and reads the errors of a socket.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import socket

ours, theirs = socket.socketpair()
with contextlib.suppress(OSError):
    ours.send(b"!", socket.MSG_OOB)
    print("HARMED: sent out of band")
with contextlib.suppress(OSError):
    ours.sendmsg([b"!"], [], socket.MSG_OOB)
    print("HARMED: sent out of band by a message")
for flags in (socket.MSG_OOB, socket.MSG_ERRQUEUE):
    with contextlib.suppress(BlockingIOError, PermissionError):
        theirs.recv(1, flags | socket.MSG_DONTWAIT)
        print("HARMED: received with", flags)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
