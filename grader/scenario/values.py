"""Values as the evidence shows them, and what a message says of them."""

import re
from collections.abc import Iterable
from typing import Any

from grader.jail import wire
from grader.show import source


def shown(value: Any) -> str:
    """`value` as the grader's report shows it: sets sorted, what is long cut, an object by its class."""
    return source(wire.lift(wire.lower(value)))


def mentioned(text: str, candidates: Iterable[Any]) -> list[Any]:
    """Those of the candidates that a text contains: words anywhere, numbers only as a whole."""
    numbers = re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?", text)
    return [one for one in candidates if (one in text if isinstance(one, str) else str(one) in numbers)]
