"""Looks for the suite in the frames that called it.

Exercise: decorators
Expect: 0 points, failed
"""

# The trick.
import sys

frame = sys._getframe()
while frame:
    names = [name for name in frame.f_globals if name.startswith(("test_", "Test"))]
    if names or "test_" in frame.f_code.co_filename:
        print("HARMED: the suite is in a frame", names)
    frame = frame.f_back


def trick():
    frame = sys._getframe()
    while frame:
        if frame.f_code.co_name.startswith("test_"):
            print("HARMED: a test's frame, with", sorted(frame.f_locals))
        frame = frame.f_back


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
