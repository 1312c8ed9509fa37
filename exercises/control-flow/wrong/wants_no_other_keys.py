"""Comparing all keys

An event may say more than what is asked for. A mapping pattern asks for its keys and lets all others pass.

Fails: TestReact::test_tells_moves, TestReact::test_tells_to_whom_a_message_is
"""


def react(event, me):
    match event:
        case {"type": "move", "to": [x, y], **rest} if not rest:
            return "move", x, y
        case {"type": "message", "to": to, "text": str(text), **rest} if not rest:
            return ("private", text) if to == me else ("message", to, text)
        case [*events]:
            return [react(one, me) for one in events]
        case _:
            return "unknown", event
