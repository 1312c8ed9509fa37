"""Allowing more than two

`[x, y, *_]` matches three as well. A place has two, so the pattern is [x, y].

Fails: TestReact::test_tells_moves
"""


def react(event, me):
    match event:
        case {"type": "move", "to": [x, y, *_]}:
            return "move", x, y
        case {"type": "message", "to": to, "text": str(text)}:
            return ("private", text) if to == me else ("message", to, text)
        case [*events]:
            return [react(one, me) for one in events]
        case _:
            return "unknown", event
