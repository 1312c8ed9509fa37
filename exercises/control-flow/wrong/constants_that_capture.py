"""Constants as patterns

MOVE in a pattern is a bare name like any other, capital letters or not: it captures, and whatever has such a "to"
becomes a move. Write the text itself, or a dotted name.

Fails: TestReact::test_tells_moves
"""

MOVE = "move"


def react(event, me):
    match event:
        case {"type": MOVE, "to": [x, y]}:
            return "move", x, y
        case {"type": "message", "to": to, "text": str(text)}:
            return ("private", text) if to == me else ("message", to, text)
        case [*events]:
            return [react(one, me) for one in events]
        case _:
            return "unknown", event
