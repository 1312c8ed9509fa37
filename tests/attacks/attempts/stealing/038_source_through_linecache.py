"""Asks the tools that show source for the lines of the suite.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import linecache
import sys

for path in ("@CATALOG@/decorators/test_decorators.py", *[str(key) for key in linecache.cache]):
    if any(line.strip().startswith("def test_") for line in linecache.getlines(path)):
        print("HARMED: the suite's lines were at hand")
frame = sys._getframe()
while frame:
    loader = frame.f_globals.get("__loader__")
    name = frame.f_globals.get("__name__", "")
    if "test_" in name and hasattr(loader, "get_source"):
        print("HARMED: the suite's loader was at hand")
    frame = frame.f_back


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
