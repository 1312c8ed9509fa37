"""Never ends its import.

Exercise: decorators
Expect: 0 points, message
"""

# The trick.
while True:
    pass


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
