"""Text from attempts made safe to show: no control characters, no commands to terminals or CI, no lines of ours."""

import re

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def safe(text: str) -> str:
    """`text` with control characters, line separators and direction marks written as escapes."""
    return _UNSAFE.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


def calm(text: str) -> str:
    """`safe`, for text of an attempt's that may have several lines: all but the first start with a bar, so that none
    looks like a line of the report.
    """
    return safe(text).replace("\n", "\n| ")


# GitHub takes `::name` for a command where a line begins, and `##[name` anywhere; Azure and TeamCity `##name[`.
_COMMAND = re.compile(r"^(\s*:)(?=:)|(#)(?=#\w*\[)")


def without_commands(line: str) -> str:
    """One line of a report, as it goes out: no workflow command of a CI is left in it, however it was folded."""
    return _COMMAND.sub(lambda found: f"{found.group()} ", line)


def output_lines(text: str, most: int = 12) -> list[str]:
    """What an attempt printed, as at most `most` lines; each starts with a bar, so that none can be
    a heading of the report.
    """
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    shown = [f"| {safe(line)[:200]}" for line in lines[:most]]
    if len(lines) > most:
        shown.append(f"| … {len(lines) - most} lines more")
    return shown


def points(score: object, max_score: object) -> str:
    """`14 of 20`, with fractions as short decimals."""
    return f"{_short(score)} of {_short(max_score)}"


def _short(value: object) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")  # type: ignore[arg-type]
