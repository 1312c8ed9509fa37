"""Starts five hundred threads that stay.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import threading
import time

sleep = time.sleep
count = 0
try:
    for _ in range(500):
        threading.Thread(target=lambda: sleep(20), daemon=True).start()
        count += 1
except RuntimeError:
    pass
if count > 64:
    print("HARMED: threads without a limit", count)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
