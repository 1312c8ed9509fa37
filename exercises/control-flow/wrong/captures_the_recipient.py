"""Writing a variable into the pattern

A bare name in a pattern compares nothing: it takes whatever is there, so every message is private. Compare in a guard,
`if to == me`, or by a dotted name.

Fails: TestReact::test_tells_to_whom_a_message_is, TestReact::test_takes_lists_of_events
"""


def react(event, me):
    match event:
        case {"type": "move", "to": [x, y]}:
            return "move", x, y
        case {"type": "message", "to": me, "text": str(text)}:
            return "private", text
        case [*events]:
            return [react(one, me) for one in events]
        case _:
            return "unknown", event
