"""Asking for a key by reading it

A defaultdict makes a key that is missing as soon as it is read by its index: there is no KeyError, and the caller's
event has a key more. Ask with `in` or get, or leave it to a pattern, which reads without a change.

Fails: TestReact::test_takes_derived_classes
"""


def react(event, me):
    if isinstance(event, list | tuple):
        return [react(one, me) for one in event]
    try:
        match event["type"], event["to"]:
            case "move", [x, y]:
                return "move", x, y
            case "message", to if isinstance(event["text"], str):
                return ("private", event["text"]) if to == me else ("message", to, event["text"])
    except (KeyError, TypeError):
        pass
    return "unknown", event
