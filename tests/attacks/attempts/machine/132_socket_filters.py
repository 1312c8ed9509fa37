"""Gives the kernel programs to run on a socket, and other options that serve nobody.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes
import socket
import struct

ours, theirs = socket.socketpair()
text = ctypes.create_string_buffer(struct.pack("=HBBI", 0x06, 0, 0, 0))
program = struct.pack("HP", 1, ctypes.addressof(text))
# SO_ATTACH_FILTER, SO_ATTACH_BPF, the two for SO_REUSEPORT, SO_LOCK_FILTER, SO_PRIORITY, SO_TIMESTAMP, SO_ZEROCOPY.
for option in (26, 50, 51, 52, 44, 12, 29, 60):
    try:
        ours.setsockopt(socket.SOL_SOCKET, option, program)
    except PermissionError:
        continue
    except OSError:
        pass
    print("HARMED: reached option", option)
# SO_PEERCRED, SO_PEERSEC, SO_PEERGROUPS, SO_PEERPIDFD, SO_GET_FILTER, SO_COOKIE.
for option in (17, 31, 59, 77, 26, 57):
    try:
        ours.getsockopt(socket.SOL_SOCKET, option, 16)
    except PermissionError:
        continue
    except OSError:
        pass
    print("HARMED: read option", option)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
