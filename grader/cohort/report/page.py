"""The report as one HTML file: tables that hold their numbers, a style, and a script that the page can do without."""

import base64
import hashlib
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from grader.cohort.report import facts, sentences, times
from grader.cohort.report.entries import About, Entry, Topic
from grader.cohort.report.facts import BANDS, Facts, band
from grader.formats.text import safe

TEMPLATES = Path(__file__).parent / "templates"
MOST_SHOWN = 100  # students up to whom the table of all of them is open
MOST_ATTENTION = 200  # rows of the list of who needs attention
STEPS = 10  # of the scale of colours, and of bars


@dataclass(frozen=True)
class Cell:
    """One student in one topic: what stands there, how it is coloured, and by what it is sorted."""

    text: str
    step: int  # of the scale; -1 for what has no score
    sort: int
    title: str = ""


@dataclass(frozen=True)
class Attention:
    """A student to look at, and why."""

    student: str
    topic: str
    why: str


@dataclass
class Gathered:
    """What is kept of each topic when its results are gone."""

    facts: list[Facts]
    cells: dict[str, dict[str, Cell]]
    attention: list[Attention]
    times: dict[str, times.Line]


def gather(topics: Iterable[Topic], label: Callable[[str], str]) -> Gathered:
    """Goes through the topics, one after the other: their results are large, and are held for one at a time."""
    found = Gathered([], {}, [], {})
    for topic in topics:
        known = facts.facts(topic)
        used = [sum(test.used_s for test in one.result.tests) for one in topic.entries if one.result]
        median = statistics.median(used) if used else 0.0
        for one in topic.entries:
            found.cells.setdefault(one.student, {})[topic.topic] = cell(one)
            if why := _attention(one, median):
                found.attention.append(Attention(label(one.student), topic.topic, why))
        found.times[topic.topic] = times.line(topic)
        found.facts.append(_without_results(known))
    return found


def _without_results(known: Facts) -> Facts:
    """The same without the entries, which hold the results."""
    topic = known.topic
    bare = Topic(topic.topic, topic.title, topic.points, topic.due, (), topic.suite)
    return Facts(**{**vars(known), "topic": bare})


def _attention(one: Entry, median: float) -> str:
    if one.state == "fault":
        return f"not judged, by the grader's fault: {one.note}"
    if one.state == "no attempt":
        return one.note or "there is no attempt"
    return facts.suspicious(one, median)


def cell(one: Entry) -> Cell:
    """Whole percent, rounded down, so that 100 is all of it; a mark of its own for what has no score."""
    marks = {"not begun": "–", "fault": "!", "no attempt": "?", "not graded": "…", "withheld": "w", "excused": "e"}
    if not one.graded:
        return Cell(marks[one.state], -1, -1, one.state)
    percent = int(one.share * 100)
    return Cell(f"{percent}{' L' if one.late else ''}", percent * STEPS // 100, percent, "late" if one.late else "")


def rendered(about: About, topics: Iterable[Topic]) -> str:
    """The whole page."""
    labels = about.labels

    def label(student: str) -> str:
        return labels.get(student, student)

    found = gather(topics, label)
    students = sorted(found.cells, key=lambda one: (-_total(found.cells[one].values()), label(one)))
    return render(
        "report.html",
        about=about,
        facts=found.facts,
        sentences=sentences.of_class(found.facts, found.attention),
        of_topic=sentences.of_topic,
        attention=found.attention[:MOST_ATTENTION],
        more_attention=max(0, len(found.attention) - MOST_ATTENTION),
        absent=[label(one) for one in students if all(cell.text == "–" for cell in found.cells[one].values())],
        students=[(label(one), [found.cells[one][each.topic.topic] for each in found.facts]) for one in students],
        opened=len(students) <= MOST_SHOWN,
        bands=BANDS,
        times=found.times,
        totals=_totals(found),
    )


def _total(cells: Iterable[Cell]) -> int:
    return sum(max(0, one.sort) for one in cells)


def _totals(found: Gathered) -> Sequence[int]:
    """How many students have which share of all topics, each topic counting alike."""
    topics = max(1, len(found.facts))
    shares = [Fraction(_total(cells.values()), 100 * topics) for cells in found.cells.values()]
    return [sum(band(one) == number for one in shares) for number in range(len(BANDS))]


def render(template: str, /, **said: Any) -> str:
    """A page of `templates`, with the style and the script that all pages have, and a policy that lets nothing else
    in.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    style = (TEMPLATES / "page.css").read_text("utf-8") + _scale()
    script = (TEMPLATES / "page.js").read_text("utf-8")
    room = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )
    room.filters |= {"percent": lambda part: f"{100 * part:.0f}", "step": _step}
    return room.get_template(template).render(style=style, script=script, policy=_policy(style, script), **said)


def _plain(value: Any) -> Any:
    """Text without control characters and signs that turn or hide what stands beside them; markup stays."""
    return safe(value) if type(value) is str else value


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _step(part: float) -> int:
    """The length of a bar, in tenths."""
    return round(STEPS * part)


# One sequential scale, from light to dark blue, told apart by all; text on each step has a contrast of 4.5 and more.
_BLUES = (
    "#f7fbff",
    "#e3eef9",
    "#d0e1f2",
    "#b7d4ea",
    "#94c4df",
    "#7fb6da",
    "#65a6d1",
    "#2a6fb0",
    "#1b5d9f",
    "#0d4a8b",
    "#08306b",
)
_DARK_FROM = 7  # where text is white


def _scale() -> str:
    colours: Mapping[int, str] = dict(enumerate(_BLUES))
    rules = [
        f".h{step}{{background:{colour};color:{'#fff' if step >= _DARK_FROM else '#000'}}}"
        for step, colour in colours.items()
    ]
    rules += [f".w{step}{{background-size:{step * 100 // STEPS}% .3rem}}" for step in range(STEPS + 1)]
    return "\n".join(rules) + "\n"
