"""Makes folders that nobody may list, so that nobody can remove them.

Exercise: generators
Expect: 0 points, harmless
"""

# The trick.
import os


def trick():
    os.makedirs("a/b", exist_ok=True)
    with open("a/b/file", "w"):
        pass
    for name in ("a/b/c", "a/d", "e"):
        if not os.path.exists(name):
            os.mkdir(name, 0)
    os.umask(0o777)
    if not os.path.exists("f"):
        os.mkdir("f")
    raise TypeError("not yet")


# The attempt.
def fibonacci_generator():
    trick()


def read_large_file(filename):
    trick()


def process_data_pipeline(data, batch_size=10):
    trick()
