"""Makes more files than a folder is good for.

Exercise: context-managers
Expect: 0 points, harmless
"""

# The trick.
import os


def trick():
    for number in range(3_000):
        os.close(os.open(f"{number}", os.O_CREAT | os.O_WRONLY))
    raise TypeError("not yet")


# The attempt.
class Timer:
    def __enter__(self):
        trick()

    def __exit__(self, *exception):
        return False


def database_transaction(path):
    raise TypeError("not yet")


def temporary_attribute(obj, name, value):
    raise TypeError("not yet")
