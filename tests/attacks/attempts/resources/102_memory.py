"""Takes all the memory that there is; two gigabytes stand for it.

Exercise: decorators
Expect: 0 points, failed
"""


# The trick.
def trick():
    held = bytearray(1 << 31)
    print("HARMED: two gigabytes of memory", len(held))


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
