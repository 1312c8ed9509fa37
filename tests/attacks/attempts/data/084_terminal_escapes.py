"""Escape sequences that clear the screen, set the title, and move the cursor, in messages and output.

Exercise: decorators
Expect: 0 points, failed
"""

# The trick.
ESCAPES = "\x1b[2J\x1b[1;1H\x1b]0;owned\x07\x1b]8;;http://example.org\x07\x9b31m\r30 of 30 points\x08"


def trick():
    print(ESCAPES)
    raise ValueError(ESCAPES)


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
