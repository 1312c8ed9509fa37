"""Looking into a list once

A list may hold lists again. Call the function itself for each of the events.

Fails: TestReact::test_takes_lists_of_events
"""


def single(event, me):
    match event:
        case {"type": "move", "to": [x, y]}:
            return "move", x, y
        case {"type": "message", "to": to, "text": str(text)}:
            return ("private", text) if to == me else ("message", to, text)
        case _:
            return "unknown", event


def react(event, me):
    return [single(one, me) for one in event] if isinstance(event, list | tuple) else single(event, me)
