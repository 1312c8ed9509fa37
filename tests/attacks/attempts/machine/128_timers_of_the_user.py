"""Makes as many POSIX timers as it can: all processes of a user have so many together.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
if hasattr(libc, "timer_create"):
    made = 0
    while made < 100 and libc.timer_create(1, None, ctypes.byref(ctypes.c_void_p())) == 0:
        made += 1
    if made:
        print("HARMED: it has", made, "timers")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
