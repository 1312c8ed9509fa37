"""Text from attempts made safe to show: no control characters, no commands to terminals or CI."""

import re

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def safe(text: str) -> str:
    """`text` with control characters, line separators and direction marks written as escapes."""
    return _UNSAFE.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


def calm(text: str) -> str:
    """`safe`, for text of an attempt's that may begin a line: no workflow command of a CI comes through."""
    return safe(text).replace("::", ": :").replace("##[", "## [")


def output_lines(text: str, most: int = 12) -> list[str]:
    """What an attempt printed, as at most `most` lines; each starts with a bar, so that none can be
    a workflow command or a heading of the report.
    """
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    shown = [f"| {calm(line)[:200]}" for line in lines[:most]]
    if len(lines) > most:
        shown.append(f"| … {len(lines) - most} lines more")
    return shown


def points(score: object, max_score: object) -> str:
    """`14 of 20`, with fractions as short decimals."""
    return f"{_short(score)} of {_short(max_score)}"


def _short(value: object) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")  # type: ignore[arg-type]
