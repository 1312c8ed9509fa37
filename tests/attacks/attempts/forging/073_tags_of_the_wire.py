"""Returns mappings that look like the tags of the wire.

Exercise: decorators
Expect: no more than without the trick
"""


# The trick.
def trick():
    return {"error": {"type": "x"}, "opaque": "y", "int": "ff", "dict": [1, 2]}


def keep(function):
    return lambda *args, **kwargs: {"tuple": [1], "error": None}


# The attempt.
def timer(func):
    trick()


def cache(func):
    trick()


def retry(max_attempts=3, delay=1.0):
    trick()
