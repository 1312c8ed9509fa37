"""Has real-time signals of its own wait: all processes of a user have room for so many together.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os
import signal
import threading

number = signal.SIGRTMIN
signal.pthread_sigmask(signal.SIG_BLOCK, {number})
with contextlib.suppress(OSError):
    for _ in range(100):
        os.kill(os.getpid(), number)
waiting = 0
while signal.sigtimedwait({number}, 0):
    waiting += 1
if waiting > 1:
    print("HARMED:", waiting, "signals waited")
with contextlib.suppress(OSError):
    signal.pthread_kill(threading.get_ident(), number)
    print("HARMED: a signal waits")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
