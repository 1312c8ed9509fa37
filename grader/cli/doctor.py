"""`grader doctor`: how well attempts are isolated here, and whether the rest of the installation is well.

Well enough to grade is: Python is new enough, the catalog loads, no `grader.toml` is broken, and the judge starts and
gets an answer from its jail. The level of isolation is reported and decides nothing here; `grader check
--require-isolation LEVEL` is there for that.

`GRADER_WITHOUT=landlock,seccomp,rlimits` (any of them) leaves layers out, to see what a machine without them would
report. It can only lower the protection, and every report names it.
"""

import platform
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from grader import catalog, workspace
from grader.catalog import Catalog
from grader.errors import GraderError
from grader.formats import json
from grader.formats.text import counted
from grader.judge import protocol
from grader.judge.client import Judge
from grader.verdicts import PUBLIC_SEED

SCHEMA = "grader/doctor/1"
WIDTH = 80
MIN_PYTHON = (3, 11)
MIN_WIDTH = 60  # below it a report is hard to read
_WORD, _NAME = 10, 13  # columns


@dataclass(frozen=True)
class Check:
    """One thing that was looked at. A note is worth knowing, a problem keeps the grader from grading."""

    name: str
    status: Literal["ok", "note", "problem"]
    found: str
    mend: str = ""


@dataclass(frozen=True)
class Examination:
    """How well a jail isolates for exercises that require these things."""

    requires: tuple[str, ...]
    found: protocol.Examined


@dataclass(frozen=True)
class Diagnosis:
    """All that was found out."""

    examinations: list[Examination]
    checks: list[Check]

    @property
    def well(self) -> bool:
        return not any(check.status == "problem" for check in self.checks)


def run(folder: Path | None, format: str, verbose: bool = False) -> int:
    """Shows what was found, in a line where all is well; 0 if it is well enough to grade, else 3."""
    diagnosis = diagnose(folder)
    if format == "json":
        json.write(document(diagnosis))
    else:
        print("\n".join(lines(diagnosis) if verbose else in_short(diagnosis)))
    return 0 if diagnosis.well else GraderError.status


# --- finding out ----------------------------------------------------------------------------------


def diagnose(folder: Path | None) -> Diagnosis:
    """Looks at the jail, and at everything else that a check needs."""
    exercises, found = _catalog(folder)
    examinations, judge = _judge(exercises)
    checks = [judge, _python(), found]
    if exercises:
        checks.append(_recordings(exercises))
    return Diagnosis(examinations, [*checks, _terminal(), _git(), _workspace(exercises)])


def _judge(exercises: Catalog | None) -> tuple[list[Examination], Check]:
    """What canaries observe: for exercises that require nothing, and for what those of the catalog do."""
    wanted = {tuple(sorted(exercise.manifest.requires)) for exercise in exercises or ()}
    asked = [(), *sorted(wanted - {()})]
    examinations = []
    try:
        with Judge() as one:
            for requires, event in zip(asked, one.judge(map(protocol.Examine, asked)), strict=True):
                if isinstance(event, protocol.Fault):
                    raise GraderError(event.message)
                assert isinstance(event, protocol.Examined)
                examinations.append(Examination(requires, event))
            hello = one.hello
    except (GraderError, OSError) as problem:
        return examinations, Check("judge", "problem", str(problem), "install the grader again, or report it")
    silent = next((one for one in examinations if not one.found.observed), None)
    if silent:
        return examinations, Check("judge", "problem", "a canary in the jail did not report", "run grader doctor again")
    assert hello
    return examinations, Check("judge", "ok", f"pytest {hello.pytest}, Hypothesis {hello.hypothesis}, by {hello.jail}")


def _python() -> Check:
    found = f"{platform.python_implementation()} {platform.python_version()}"
    if sys.version_info[:2] < MIN_PYTHON:
        return Check("Python", "problem", found, "install Python 3.11 or newer")
    return Check("Python", "ok", found)


def _catalog(folder: Path | None) -> tuple[Catalog | None, Check]:
    try:
        exercises = catalog.load(folder)
    except GraderError as problem:
        return None, Check("catalog", "problem", str(problem), "name another with --catalog DIR, or install again")
    found = f"{counted(len(exercises.exercises), 'exercise')} in {exercises.folder}"
    if not exercises.broken:
        return exercises, Check("catalog", "ok", found)
    problems = "; ".join([found, *(one.problem for one in exercises.broken)])
    status: Literal["note", "problem"] = "note" if exercises.exercises else "problem"
    return exercises, Check("catalog", status, problems, "mend what is named; the other topics are not concerned")


def _recordings(exercises: Catalog) -> Check:
    """Whether the examples that travel with each exercise belong to its suite."""
    from grader.judge.suite.examples import read_recording

    recorded = [exercise for exercise in exercises if exercise.recording.is_file()]
    stale = [exercise.topic for exercise in recorded if read_recording(exercise, seed=PUBLIC_SEED) is None]
    if stale:
        mend = "grader author record TOPIC; until then their examples are made anew in each check"
        return Check("recordings", "note", f"stale: {', '.join(stale)}", mend)
    if not recorded:
        return Check(
            "recordings", "note", "none: the examples are made anew in each check", "grader author record TOPIC"
        )
    return Check("recordings", "ok", f"{len(recorded)} of {len(exercises.exercises)} exercises, all fresh")


def _terminal() -> Check:
    from grader.formats import console

    out = console.output()
    encoding = (sys.stdout.encoding or "ascii").lower()
    colour = "colour" if out.color_system and not out.no_color else "no colour"
    found = f"{encoding}, {out.width} columns, {colour}"
    if not encoding.startswith("utf"):
        return Check("terminal", "note", found, "set PYTHONUTF8=1, or some characters are shown as escapes")
    if out.width < MIN_WIDTH:
        return Check("terminal", "note", found, f"widen it to {WIDTH} columns")
    return Check("terminal", "ok", found)


def _git() -> Check:
    mend = "install git to hand attempts in by a repository; a check needs none"
    program = shutil.which("git")
    if program is None:
        return Check("git", "note", "not found", mend)
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return Check("git", "note", f"{program} does not run", mend)
    return Check("git", "ok", done.stdout.strip().removeprefix("git version "))


def _workspace(exercises: Catalog | None) -> Check:
    try:
        found = workspace.find()
    except GraderError as problem:
        return Check("workspace", "problem", str(problem), "mend or delete the file that is named")
    if found is None:
        return Check("workspace", "ok", "none here; grader start TOPIC makes one")
    started = len(found.started(exercises)) if exercises else 0
    return Check("workspace", "ok", f"{found.folder}, {counted(started, 'topic')} started")


# --- showing it -----------------------------------------------------------------------------------


def document(diagnosis: Diagnosis) -> dict[str, Any]:
    """The diagnosis for programs."""
    return {
        "schema": SCHEMA,
        "well": diagnosis.well,
        "isolation": [
            {
                "requires": list(one.requires),
                **msgspec.to_builtins(one.found.isolation),
                "observed": one.found.observed,
            }
            for one in diagnosis.examinations
        ],
        "checks": [asdict(check) for check in diagnosis.checks],
    }


def in_short(diagnosis: Diagnosis) -> Iterator[str]:
    """What a learner has to know: that all is well, or what is not."""
    levels = {one.found.isolation.level for one in diagnosis.examinations}
    missing = list({gap: None for one in diagnosis.examinations for gap in one.found.isolation.missing})
    for check in diagnosis.checks:
        if check.status != "ok":
            yield from _row(check.status, check.name, check.found)
            yield from _row("", "", check.mend)
    if levels - {"sealed"}:
        for gap in missing:
            yield from _wrapped(_word("missing"), f"{gap.layer}: {gap.why}. Mend: {gap.mend}.", _WORD + 2)
    if not diagnosis.well:
        yield _verdict(diagnosis)
    elif levels == {"sealed"}:
        yield "All well: attempts are sealed off. (The details: grader doctor --verbose)"
    else:
        yield "Well enough to check, but attempts are not sealed off. (The details: grader doctor --verbose)"


def lines(diagnosis: Diagnosis) -> Iterator[str]:
    """The whole diagnosis for people, in 80 columns."""
    first = next(iter(diagnosis.examinations), None)
    if first:
        yield from _isolation(first)
    for one in diagnosis.examinations[1:]:
        yield ""
        yield from _wrapped(f"With {', '.join(one.requires)}, as exercises require: ", one.found.isolation.level, 0)
        yield from _gaps(one, beside=first)
    yield ""
    yield "Installation"
    yield ""
    for check in diagnosis.checks:
        yield from _row(check.status, check.name, check.found)
        if check.mend:
            yield from _row("", "", check.mend)
    yield ""
    yield _verdict(diagnosis)


def _verdict(diagnosis: Diagnosis) -> str:
    if diagnosis.well:
        return "Well enough to grade: the judge, its jail, Python and the catalog are there."
    names = [check.name for check in diagnosis.checks if check.status == "problem"]
    return "\n".join(_wrapped("Not well enough to grade: ", f"mend {', '.join(names)} first.", 0))


def _isolation(one: Examination) -> Iterator[str]:
    isolation = one.found.isolation
    yield f"Isolation: {isolation.level}   {isolation.platform}"
    yield ""
    refused = len(one.found.observed) - len(isolation.open)
    said = "and all of it was refused" if not isolation.open else f"{refused} of {len(one.found.observed)} were refused"
    if not one.found.observed:
        said = "but the canary did not report, so everything counts as open"
    yield from _wrapped("  ", f"What an attempt must not do was tried in its place, {said}.", 0)
    yield from _wrapped("  ", f"No layer covers {_or(isolation.not_covered)}.", 0)
    yield ""
    for layer in isolation.layers:
        yield _word("on") + layer
    yield from _gaps(one)


def _gaps(one: Examination, beside: Examination | None = None) -> Iterator[str]:
    """What is missing or open, without what was shown already."""
    shown = beside.found.isolation if beside else None
    for gap in one.found.isolation.missing:
        if shown is None or gap not in shown.missing:
            yield _word("missing") + gap.layer
            yield from _wrapped(_word(""), f"{gap.why}.", _WORD + 2)
            yield from _wrapped(_word("") + "mend: ", f"{gap.mend}.", _WORD + 8)
    more = [name for name in one.found.isolation.open if shown is None or name not in shown.open]
    if more:
        yield from _wrapped(_word("open"), ", ".join(more), _WORD + 2)


def _or(words: Sequence[str]) -> str:
    """`one, two or three`."""
    return " or ".join(", ".join(part) for part in (words[:-1], words[-1:]) if part)


def _row(word: str, name: str, text: str) -> Iterator[str]:
    start = _word(word) + name.ljust(_NAME)
    yield from _wrapped(start, text, len(start))


def _word(word: str) -> str:
    return f"  {word:{_WORD}}"


def _wrapped(start: str, text: str, indent: int) -> Iterator[str]:
    """`start` and `text` in as many lines as it takes; the later ones are indented."""
    from grader.formats.text import safe

    yield from textwrap.wrap(
        safe(text),
        WIDTH,
        initial_indent=start,
        subsequent_indent=" " * (indent or len(start) - len(start.lstrip())),
        break_on_hyphens=False,
    )
