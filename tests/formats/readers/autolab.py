"""How Autolab reads what a run has printed."""

import json
from typing import Any


def read(printed: str) -> tuple[dict[str, float], dict[str, Any]]:
    """The scores, which have to be the last line, and what is shown: stages, tests, hints. Raises ValueError."""
    *before, last = printed.rstrip("\n").split("\n")
    found = json.loads(last)
    if set(found) - {"scores", "scoreboard"} or not isinstance(found["scores"], dict):
        raise ValueError("that is no line of scores")
    for score in found["scores"].values():
        if isinstance(score, bool) or not isinstance(score, int | float):
            raise ValueError(f"{score!r} is no score")
    shown = json.loads(before[-1]) if before else {}
    if shown and shown["_presentation"] != "semantic":
        raise ValueError("nobody knows how to show that")
    stages = {stage: shown[stage] for stage in shown.get("stages", [])}
    for tests in stages.values():
        for test in tests.values():
            if not isinstance(test["passed"], bool) or not isinstance(test.get("hint", ""), str):
                raise ValueError("that is no test")
    return found["scores"], stages
