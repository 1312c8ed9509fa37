"""Text from attempts made safe to show: no control characters, no commands to terminals or CI."""

import re

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Seen by nobody, or as blanks that are none. Emoji are made with U+200D and U+FE0F, which stay.
_INVISIBLE = (
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0"
    r"\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
_UNSAFE = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_INVISIBLE}]")


def safe(text: str) -> str:
    """`text` with control characters, line separators, direction marks and what is invisible written as escapes."""
    return _UNSAFE.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


# GitHub takes `::name` for a command where a line begins, and `##[name` anywhere; Azure and TeamCity `##name[`.
_COMMAND = re.compile(r"^(\s*:)(?=:)|(#)(?=#\w*\[)")


def without_commands(line: str) -> str:
    """One line of a report, as it goes out: no workflow command of a CI is left in it, however it was folded."""
    return _COMMAND.sub(lambda found: f"{found.group()} ", line)


def output_lines(text: str, most: int = 12) -> list[str]:
    """What an attempt printed, as at most `most` lines of at most 200 characters."""
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    shown = [line[:200] for line in lines[:most]]
    if len(lines) > most:
        shown.append(f"… {len(lines) - most} lines more")
    return shown


def counted(number: int, word: str) -> str:
    """`1 topic`, `2 topics`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def points(score: object, max_score: object) -> str:
    """`14 of 20`, with fractions as short decimals."""
    return f"{_short(score)} of {_short(max_score)}"


def _short(value: object) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")  # type: ignore[arg-type]


def wrapped(text: str, width: int) -> str:
    """Paragraphs, folded to `width`; one with indented lines in it is code, which keeps its lines."""
    return "\n\n".join(_paragraph(one, width) for one in text.strip("\n").split("\n\n"))


def _paragraph(text: str, width: int) -> str:
    import textwrap

    lines = text.splitlines()
    if not any(line.startswith(" ") for line in lines):
        lines = [" ".join(lines)]
    indents = [line[: len(line) - len(line.lstrip())] for line in lines]
    folded = (
        textwrap.wrap(
            line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )
        for line, indent in zip(lines, indents, strict=True)
    )
    return "\n".join(line for group in folded for line in group)
