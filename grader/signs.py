"""Signs that a person should look at: what each kind of them means, in words. They change no points."""

import io
from collections.abc import Sequence

from grader.verdicts import Sign

KINDS = {
    "frames": "looks at the frames of its callers",
    "heap": "reaches for objects that nobody gave it",
    "innards": "looks into functions or modules",
    "source": "reads source text",
    "machinery": "names the grader's own modules",
    "ending": "ends the process",
    "processes": "starts or signals other processes",
    "network": "opens connections",
    "patching": "changes what belongs to another module",
    "code": "runs code that it makes or finds",
    "decoding": "decodes or unpacks data",
    "places": "names a place of the system",
    "equality": "decides what it is equal to",
    "table": "holds a table",
    "text": "holds what is hardly written by hand",
    "length": "is long",
    "characters": "holds characters that a person takes for others, or does not see",
    "layout": "holds code where nobody looks",
    "unread": "could not be looked at",
}
UNREAD = (1, "unread", "the reader came to no end")
# What an exercise allows is no sign there.
ALLOWED = {"processes": "processes", "loopback": "network"}
LINE = 200  # characters


def described(found: Sequence[tuple[int, str, str]], source: bytes, requires: Sequence[str]) -> tuple[Sign, ...]:
    """`found`, as line, kind and subject, in words and with the lines of the attempt; without what is allowed."""
    lines = list(io.StringIO(source.decode("utf-8-sig", "replace"), newline=None))
    allowed = {ALLOWED.get(name) for name in requires}
    return tuple(
        Sign(line, kind, f"{KINDS[kind]}: {subject}", lines[line - 1].strip()[:LINE] if line <= len(lines) else "")
        for line, kind, subject in found
        if kind in KINDS and kind not in allowed and line > 0
    )
