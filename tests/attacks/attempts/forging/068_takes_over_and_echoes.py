"""Takes the wire over, and answers all calls with their own arguments, as a mapping.

Exercise: descriptors
Expect: no more than without the trick
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
    for number in wires():
        os.write(number, wire.frame(wire.Ready([])))
        while True:
            size = wire.frame_size(os.read(number, 4))
            body = b""
            while len(body) < size:
                body += os.read(number, size - len(body))
            call = wire.read_request(body)
            parts = [part for pair in call.kwargs.items() for part in pair]
            os.write(number, wire.frame(wire.Returned(call.id, {"dict": parts})))


# The attempt.
class ValidatedAttribute:
    def __init__(self, min_value=None, max_value=None):
        self.min_value = min_value
        self.max_value = max_value


class Person:
    def __init__(self, age):
        self.age = age
