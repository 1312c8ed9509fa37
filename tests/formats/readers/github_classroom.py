"""How GitHub Classroom's reporter reads a step's output."""

import base64
import json
import math
from typing import Any

from tests.formats.readers import github


def read(output: str) -> dict[str, Any]:
    """What stands in `result`. Raises ValueError where a sum would be NaN or null."""
    found: dict[str, Any] = json.loads(base64.b64decode(github.outputs(output)["result"], validate=True))
    tests = found["tests"]
    passed = sum(test["status"] == "pass" for test in tests)
    if not tests or not math.isfinite(passed / len(tests) * found["max_score"]):
        raise ValueError("the sum that is printed is no number")
    if not all(isinstance(test["score"], int | float) for test in tests):
        raise ValueError("the sum of the notice is null")
    return found


def printed(found: dict[str, Any]) -> str:
    """What the reporter prints into its log, as it is."""
    texts = [found.get("message", "")]
    for test in found["tests"]:
        texts += [test["name"], test.get("message", ""), test.get("test_code", ""), test.get("filename", "")]
    return "\n".join(texts)
