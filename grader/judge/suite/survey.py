"""A look at all recorded examples of a test that fails: the smallest, and how it fails on each."""

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grader.judge.keeper.child import AttemptRaised, Stopped
from grader.judge.suite import show
from grader.judge.suite.run import Run
from grader.judge.suite.smallest import Case, smaller

SECONDS = 1.0  # for all of it, which takes some hundredths of one
_now = time.monotonic  # bound now, for a suite may put a stand-in into `time`


@dataclass(frozen=True)
class Survey:
    """What was seen: the smallest example that fails and ends, the place of the last that does, and a digest of all.

    The digest is the same for attempts that make the same mistake, whatever else they are. It is empty for an attempt
    that is too slow to be seen on all examples, and where how it fails says nothing about why.
    """

    smallest: Case | None
    last: int
    failing: str


def survey(run: Run, failures: Iterable[BaseException | None], examples: list[dict[str, Any]], first: int) -> Survey:
    """Looks at a test's examples from the `first` on, which fails; `failures` says how each does, or None."""
    smallest, last, seen = None, -1, first
    manners: list[tuple[int, str]] = []
    over = _now() + SECONDS
    run.allow(SECONDS)
    for place, failure in enumerate(failures, first):
        seen += 1
        if failure is not None:
            manners.append((place, manner(run, failure)))
        if isinstance(failure, Exception):
            smallest, last = smaller(smallest, Case.of(failure, run, examples[place])), place
        if _now() > over:
            return Survey(smallest, last, "")
    return Survey(smallest, last, digest(manners, len(examples)))


def manner(run: Run, failure: BaseException) -> str:
    """How the example at hand has failed, in short."""
    if isinstance(failure, Stopped):
        return failure.verdict
    if isinstance(failure, AttemptRaised):
        return failure.error.type
    return show.source(run.comparison.left) if run.comparison else ""


def digest(manners: list[tuple[int, str]], examples: int) -> str:
    """What stands for these ways to fail, of so many examples; empty where they say nothing."""
    text = "".join(f"{place} {one}\n" for place, one in manners)
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]
