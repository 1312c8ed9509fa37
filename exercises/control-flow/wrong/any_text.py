"""Taking whatever is under "text"

A name in a pattern captures a number or None as well. str(text) matches a text and captures it.

Fails: TestReact::test_tells_to_whom_a_message_is
"""


def react(event, me):
    match event:
        case {"type": "move", "to": [x, y]}:
            return "move", x, y
        case {"type": "message", "to": to, "text": text}:
            return ("private", text) if to == me else ("message", to, text)
        case [*events]:
            return [react(one, me) for one in events]
        case _:
            return "unknown", event
