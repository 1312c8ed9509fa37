"""What there is to say of a test and of an attempt, in plain text: the same in every format."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from grader.formats.text import counted, output_lines, points, safe
from grader.learner.told import Told
from grader.learner.where import Where
from grader.verdicts import AttemptResult, Evidence, Looks, OwnLine, TestResult, Verdict

MOST = 4_000  # characters of one explanation
WIDEST = 200  # characters of a line
WAY = "your code"  # the label of a line that an exception passed through
LEAST = 60  # and this much stays of it, however many there are
VERDICTS: dict[Verdict, str] = {
    "passed": "holds",
    "failed": "fails",
    "timed_out": "ran out of time",
    "crashed": "crashed",
    "not_run": "was not run",
}


def claim(test: TestResult) -> str:
    """The claim, and which case of it, where a test has cases."""
    _, bracket, case = test.name.partition("[")
    words = test.claim.rstrip(".")
    return safe(f"{words} [{case}" if bracket else words)


def looks_like(looks: Looks) -> str:
    """One misconception in words, or each of several on a line of its own."""
    one, *others = [f'"{known.name}": {known.explanation}' for known in looks.one_of]
    if not others:
        return f"This looks like {one}"
    return "\n".join([f"This looks like one of {len(others) + 1}:", one, *(f"or {other}" for other in others)])


def line(text: str, most: int = WIDEST) -> str:
    """A text as one line, safe to show, of at most so many characters; never empty."""
    return cut(" ".join(safe(text[: 4 * most]).split()), most) or "?"


def cut(text: str, most: int) -> str:
    """`text`, or as much of it as fits in so many characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def named(pairs: Iterable[tuple[Told, TestResult]], several: bool) -> list[str]:
    """The name of each test in one line, no two alike; with the topic, where there are `several`."""
    names: dict[str, None] = {}
    seen: Counter[str] = Counter()
    for told, test in pairs:
        name = line(f"{told.result.exercise}: {claim(test)}" if several else claim(test))
        unique = name
        while unique in names:
            seen[name] += 1
            unique = f"{name} ({seen[name] + 1})"
        names[unique] = None
    return list(names)


def why(told: Told, test: TestResult, most: int = MOST) -> str:
    """Why a test ended as it did, with all that shows it, in at most so many characters; empty if it passed."""
    if test.verdict == "passed":
        return ""
    return cut(safe("\n".join(cut(one, MOST) for one in _why(told, test))), most)


def _why(told: Told, test: TestResult) -> Iterator[str]:
    evidence = test.evidence
    yield evidence.reason if evidence else f"It {VERDICTS[test.verdict]}."
    cause = told.explain(test)
    if cause:
        yield cause
    yield from map(looks_like, told.view.looks(test))
    if evidence and evidence.snippet:
        yield f"Type this at the prompt of: {told.where.prompt}"
        yield from (f"    {one}" for one in cut(evidence.snippet, MOST).split("\n"))
    if evidence:
        yield from _facts(told, evidence)
    yield from _printed(test.output)


def _facts(told: Told, evidence: Evidence) -> Iterator[str]:
    return (f"{label}: {value}" for label, value in facts(evidence, told.where))


def facts(evidence: Evidence, where: Where) -> Iterator[tuple[str, str]]:
    """What was expected, what came, what was raised, and each line of the way through the attempt, with its label."""
    subject = f"{evidence.subject}: " if evidence.subject else ""
    for label, value in (("expected", evidence.expected), ("yours", evidence.actual)):
        if value is not None:
            yield label, f"{subject}{value}"
    if evidence.raised is not None:
        yield "raised", evidence.raised
    yield from ((WAY, f"{where.file}:{one.line}   {one.source}") for one in evidence.lines)


def _printed(output: str) -> Iterator[str]:
    shown = output_lines(output)
    if shown:
        yield "it printed:"
        yield from (f"    {one}" for one in shown)


def whole(told: Told, most: int = MOST) -> str:
    """What there is to say of the whole attempt, such as why it can't be imported; empty where there is nothing."""
    result = told.result
    if not result.message:
        return ""
    shown = _facts(told, result.evidence) if result.evidence else ()
    said = [told.said] if told.said else []
    return cut(safe("\n".join([result.message, *said, *shown, *_printed(result.output)])), most)


def public_only(result: AttemptResult) -> str:
    """What was not run here, for it is not here; empty where all is."""
    if result.public_only is None:
        return ""
    ran = "" if result.message else " and ran here"
    here = f"{result.public_only.tests} of {counted(result.public_only.of, 'test')}"
    return f"{here} are public{ran}; the rest is graded by your teacher."


def everything(result: AttemptResult) -> str:
    """What may be said to hold where all that ran does."""
    return "everything public" if result.public_only else "everything"


def scored(result: AttemptResult) -> str:
    """`14 of 20 points`; those of an edition are public, and no word of others."""
    kind = "public points" if result.public_only else "points"
    return f"{points(result.score, result.max_score)} {kind}"


def standing(told: Told) -> str:
    """What was not run, and how what ran has ended, in one line."""
    return line(" ".join(filter(None, (public_only(told.result), in_short(told)))))


def in_short(told: Told) -> str:
    """`decorators: 14 of 20 points, 5 of 7 claims hold`, in one line."""
    result = told.result
    hold = sum(test.verdict == "passed" for test in result.tests)
    part = f" of {told.part}" if told.part else ""
    return line(f"{result.exercise}: {scored(result)}{part}, {hold} of {counted(len(result.tests), 'claim')} hold")


def verdict(told: Told) -> str:
    """Whether that passes, in a word or two."""
    if told.passes:
        return "passes" if told.result.full else f"passes, for {told.pass_mark} % is enough"
    return "does not pass yet"


def own_line(evidence: Evidence | None) -> OwnLine | None:
    """The line of the attempt where it went wrong: the last that an exception passed through."""
    return evidence.lines[-1] if evidence and evidence.lines else None


def seed(public: bool) -> str:
    """Whose examples these are; a seed that somebody keeps to themselves is not told."""
    return "public" if public else "of its own"


def within(size: int, make: Callable[[int], str]) -> str:
    """What `make` makes of so many characters an explanation, fewer and fewer until it has at most `size` bytes."""
    most = MOST
    while len(text := make(most)) > size or len(text.encode()) > size:
        if most <= LEAST:
            break
        most //= 2
    return text
