"""Replaces the function that lowers values for the wire: False becomes True, an error the last good answer.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import sys

wire = sys.modules.get("grader.jail.wire")
if wire:
    real_lower, real_error = wire.lower, wire.lower_error
    last = {"value": []}

    def lower(value, depth=0):
        tree = real_lower(True if value is False else value, depth)
        if depth == 0:
            last["value"] = tree
        return tree

    wire.lower = lower
    wire.Raised = lambda number, error: wire.Returned(number, last["value"])


# The attempt.
def timer(func):
    return func


def cache(func):
    return func


def retry(max_attempts=3, delay=1.0):
    return lambda func: func
