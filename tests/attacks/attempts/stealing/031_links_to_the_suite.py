"""Makes links to the hidden suite in its scratch folder, and reads through them.

Exercise: generators
Expect: no more than without the trick
"""

# The trick.
import contextlib
import os

for make in (os.symlink, os.link):
    with contextlib.suppress(OSError):
        make("@CATALOG@/generators/test_generators.py", make.__name__)
        with open(make.__name__, "rb") as hidden:
            hidden.read(1)
            print("HARMED: read through", make.__name__)
for name in ("symlink", "link"):
    with contextlib.suppress(OSError):
        os.unlink(name)


# The attempt.
def fibonacci_generator():
    return iter([])


def read_large_file(filename):
    return iter([])


def process_data_pipeline(data, batch_size=10):
    return iter([])
