"""Unpacking whatever has two items

A text of two letters can be unpacked as well, and is no place. A sequence pattern takes lists and tuples alone.

Fails: TestReact::test_tells_moves
"""


def react(event, me):
    match event:
        case {"type": "move", "to": to}:
            try:
                x, y = to
            except (TypeError, ValueError):
                return "unknown", event
            return "move", x, y
        case {"type": "message", "to": to, "text": str(text)}:
            return ("private", text) if to == me else ("message", to, text)
        case [*events]:
            return [react(one, me) for one in events]
        case _:
            return "unknown", event
