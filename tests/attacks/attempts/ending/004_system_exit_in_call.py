"""SystemExit inside a call.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
def trick():
    raise SystemExit(0)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
