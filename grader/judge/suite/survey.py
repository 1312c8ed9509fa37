"""A look at all recorded examples of a test that fails: the smallest, and a digest of how it fails on each.

The digest is the same for attempts that make the same mistake, whatever else they are: `misconceptions.py` compares
it. There is none where that says nothing: nothing is written yet, or the attempt is too slow to be seen on all
examples. It begins with `~` where that says little: a hang, or one error on all examples, as any slip has it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grader import show
from grader.jail import wire
from grader.judge.keeper.child import AttemptRaised, Stopped
from grader.judge.suite.run import Run
from grader.judge.suite.smallest import Case, smaller
from grader.misconceptions import SAYS_LITTLE

SECONDS = 1.0  # of the attempt's, for all of it, which takes some hundredths of one


@dataclass(frozen=True)
class Survey:
    """What was seen: the smallest example that fails and ends, and the digest."""

    smallest: Case | None
    failing: str
    whole: bool = True  # all examples were seen; the attempt is too slow for it if not


def survey(run: Run, failures: Iterable[BaseException | None], examples: list[dict[str, Any]], first: int) -> Survey:
    """Looks at a test's examples from the `first` on, which fails; `failures` says how each does, or None."""
    smallest = None
    manners: list[tuple[int, str]] = []
    over = run.charged() + SECONDS
    run.allow(SECONDS)
    for place, failure in enumerate(failures, first):
        if failure is not None:
            manners.append((place, manner(run, failure)))
        if isinstance(failure, Exception):
            arguments = {name: wire.lift(value) for name, value in examples[place].items()}
            smallest = smaller(smallest, Case.of(failure, run, arguments))
        if run.spent > over and run.charged() > over:
            return Survey(smallest, "", whole=False)
    return Survey(smallest, digest(manners, len(examples)))


_ERROR, _STOP = "!", "#"  # before the name of an exception, and of a verdict: neither is a value's source
_UNWRITTEN = f"{_ERROR}NotImplementedError"
_SLIPS = {
    "None",
    *(
        _ERROR + error.__name__
        for error in (AssertionError, AttributeError, ImportError, NameError, TypeError, UnboundLocalError)
    ),
}


def manner(run: Run, failure: BaseException) -> str:
    """How the example at hand has failed, in short."""
    if isinstance(failure, Stopped):
        return _STOP + failure.verdict
    if isinstance(failure, AttemptRaised):
        return _ERROR + failure.error.type
    return show.source(run.comparison.left) if run.comparison else ""


def digest(manners: list[tuple[int, str]], examples: int) -> str:
    """What stands for these ways to fail, of so many examples, each with its place."""
    kinds = {one for _, one in manners}
    only = kinds.pop() if len(kinds) == 1 else ""
    everywhere = only if len(manners) == examples else ""
    if everywhere == _UNWRITTEN:
        return ""
    if everywhere[:1] in ("'", '"') and examples > 1:
        # A text that never changes is a name out of the attempt, and no two attempts have the same.
        manners = [(place, "a text") for place, _ in manners]
    text = "".join(f"{place} {one}\n" for place, one in manners)
    little = SAYS_LITTLE if everywhere in _SLIPS or only.startswith(_STOP) else ""
    return little + hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]
