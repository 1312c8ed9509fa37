"""A forged report that the import failed, as long as a frame may be.

Exercise: decorators
Expect: 0 points, message
"""

# The trick.
import os
import stat
import sys


def wires():
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                yield number
        except OSError:
            continue


def call_at_hand():
    frame = sys._getframe(1)
    while frame:
        call = frame.f_locals.get("call")
        if hasattr(call, "id") and hasattr(call, "scenario"):
            return call
        frame = frame.f_back
    return None


wire = sys.modules.get("grader.jail.wire")
if wire:
    fields = {"type": "E" * 300, "message": "m" * 50_000, "args": [], "mro": ["x"] * 50_000}
    fields |= {"cause": None, "context": None, "lines": [[1, "f", "\x1b[2J" + "x" * 80_000]]}
    for number in wires():
        data = wire.frame(wire.Unready({"error": fields}))
        while data:
            data = data[os.write(number, data) :]


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
