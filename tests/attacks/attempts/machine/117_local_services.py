"""Connects to services of the machine: containers, keys, messages, the display.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import socket

for path in ("/var/run/docker.sock", "/run/dbus/system_bus_socket", "\0/tmp/.X11-unix/X0", "\0@NAME@"):
    with contextlib.suppress(OSError):
        service = socket.socket(socket.AF_UNIX)
        print("HARMED: a socket for local services")
        service.connect(path)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
