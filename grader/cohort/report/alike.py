"""What a page of similar attempts shows: both files side by side, with the lines that are alike marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.cohort.similar import Found, Pair, Work

COLUMNS = ("topic", "one", "other", "alike", "prints_shared", "prints_of_one", "prints_of_other")
MOST_SIDE_BY_SIDE = 60
MOST_LINES = 1_500  # of a file
MOST_SIGNS = 200  # of a line


@dataclass(frozen=True)
class Side:
    """One file: whose it is, and each line with whether it is marked."""

    who: str
    lines: tuple[tuple[int, str, bool], ...]
    cut: bool


def who(work: Work, labels: Mapping[str, str]) -> str:
    """Whose a work is, in words."""
    names = ", ".join(labels.get(one, one) for one in work.who)
    return f"{names} ({work.origin})" if work.origin else names


def said(name: str, topic: str, found: Found, labels: Mapping[str, str]) -> dict[str, Any]:
    """What the page's template asks for."""
    return {
        "name": name,
        "topic": topic,
        "found": found,
        "same": [who(one, labels) for one in found.same],
        "clusters": [[who(one, labels) for one in group] for group in found.clusters],
        "broken": [who(one, labels) for one in found.broken],
        "pairs": [(pair, who(pair.one, labels), who(pair.other, labels)) for pair in found.pairs],
        "sides": [
            (_side(pair.one, pair.lines, labels), _side(pair.other, pair.others_lines, labels))
            for pair in _first(found)
        ],
    }


def _first(found: Found) -> Sequence[Pair]:
    return found.pairs[:MOST_SIDE_BY_SIDE]


def _side(work: Work, marked: frozenset[int], labels: Mapping[str, str]) -> Side:
    text = work.source.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    shown = enumerate(text[:MOST_LINES], 1)
    lines = tuple((number, line[:MOST_SIGNS], number in marked) for number, line in shown)
    return Side(who(work, labels), lines, len(text) > MOST_LINES)


def rows(topic: str, found: Found, labels: Mapping[str, str]) -> list[Sequence[str]]:
    """Every pair that is shown, and everybody who handed in the same bytes, as a table."""
    same = [(topic, who(one, labels), "", "same bytes", "", "", "") for one in found.same]
    pairs = [
        (
            topic,
            who(pair.one, labels),
            who(pair.other, labels),
            f"{pair.share:.2f}",
            f"{pair.shared}",
            f"{pair.ones}",
            f"{pair.others}",
        )
        for pair in found.pairs
    ]
    return [*same, *pairs]
