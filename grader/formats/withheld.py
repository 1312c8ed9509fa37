"""Results without what hidden tests have found: those that are not public."""

from collections import Counter

import msgspec

from grader.verdicts import NOT_WRITTEN, AttemptResult, Evidence, TestResult


def withheld(result: AttemptResult) -> AttemptResult:
    """A result with what its hidden tests claim, and whether that holds, and no more of them."""
    public = {test.id for test in result.tests if test.public}
    looks = tuple(one for one in result.misconceptions if public.issuperset(one.tests))
    cases: Counter[str] = Counter()
    tests = tuple(test if test.public else _withheld(test, cases) for test in result.tests)
    return msgspec.structs.replace(result, tests=tests, misconceptions=looks)


def _withheld(test: TestResult, cases: Counter[str]) -> TestResult:
    id, name = (_without_case(text, cases) for text in (test.id, test.name))
    return msgspec.structs.replace(
        test, id=id, name=name, evidence=_told(test.evidence), output="", failing="", trace=""
    )


def _without_case(text: str, cases: Counter[str]) -> str:
    """`test_it[3]` says which input it takes: its number is enough to tell it from others."""
    name, bracket, _ = text.partition("[")
    if not bracket:
        return text
    cases[name] += 1
    return f"{name}[{cases[name]}]"


def _told(evidence: Evidence | None) -> Evidence | None:
    """That something is not written yet is no secret, nor where."""
    return Evidence(NOT_WRITTEN, lines=evidence.lines) if evidence and evidence.reason == NOT_WRITTEN else None
