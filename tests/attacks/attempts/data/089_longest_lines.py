"""Answers all calls with the report of an exception whose source lines are as long as a frame may be.

Exercise: decorators
Expect: 0 points, failed
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
    fields = {"type": "E", "message": "m", "args": [], "mro": [], "cause": None, "context": None, "scenario_lines": []}
    fields["lines"] = [[1, "f", "x" * 12_000]] * 20
    for number in wires():
        os.write(number, wire.frame(wire.Ready([])))
        while True:
            size = wire.frame_size(os.read(number, 4))
            body = b""
            while len(body) < size:
                body += os.read(number, size - len(body))
            data = wire.frame(wire.Raised(wire.read_request(body).id, {"error": fields}, (1, 1)))
            while data:
                data = data[os.write(number, data) :]


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
