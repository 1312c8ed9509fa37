"""Looks for tokens in the environment and on the command line.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import os
import sys

text = repr(dict(os.environ)) + repr(sys.argv) + repr(sys.orig_argv)
if "TOKEN" in text:
    print("HARMED: a token in the environment")
if "test_decorators" in text or "catalog" in text:
    print("HARMED: paths on the command line")


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
