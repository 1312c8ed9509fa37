"""JUnit XML, as GitLab and Jenkins read it and as the strict schemas of xUnit allow it."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from grader import __version__
from grader.formats.report import Report, below
from grader.formats.text import points, safe
from grader.formats.words import WIDEST, cut, line, named, public_only, seed, standing, whole, why
from grader.learner.told import Told
from grader.verdicts import ItemFault, TestResult

_ATTACHMENT = re.compile(r"\[\[(?=ATTACHMENT)", re.IGNORECASE)
HEADER = '<?xml version="1.0" encoding="UTF-8"?>'


def rendered(report: Report) -> str:
    """A suite for each topic; texts stand in elements, where every reader looks, and points in `system-out`, for a
    test may have no properties. A test whose attempt crashed or ran out of time has failed; an error is our own.
    """
    names = iter(named(report.tests, report.several))
    tests = [test for _, test in report.tests]
    sums = _counts(tests) | {"errors": str(len(report.faults)), "tests": str(len(tests) + len(report.faults))}
    del sums["skipped"]
    lines = [HEADER, f"<testsuites{_attributes(name='grader', **sums)}>"]
    for told in report.told:
        lines += _suite(told, report.at, names)
    for fault in report.faults:
        lines += _fault(fault)
    return "\n".join([*lines, "</testsuites>", ""])


def _suite(told: Told, at: str, names: Iterator[str]) -> Iterator[str]:
    result = told.result
    file = safe(below(told))
    about = _attributes(name=result.exercise, errors="0", **_counts(result.tests), timestamp=at[:19], file=file)
    yield f"<testsuite{about}>"
    facts = {
        "score": points(result.score, result.max_score),
        **({"public_only": said} if (said := public_only(result)) else {}),
        "version": str(result.version),
        "attempt_sha256": result.attempt_sha256,
        "suite_sha256": result.suite_sha256,
        "seed": seed(result.public_seed),
        "isolation": result.isolation.level if result.isolation else "unknown",
        "grader": __version__,
    }
    yield "<properties>"
    yield from (f"<property{_attributes(name=name, value=value)}/>" for name, value in facts.items())
    yield "</properties>"
    for test in result.tests:
        yield from _case(told, test, next(names))
    if result.message:
        yield f"<system-out>{_text(standing(told) + chr(10) + whole(told))}</system-out>"
    yield "</testsuite>"


def _case(told: Told, test: TestResult, name: str) -> Iterator[str]:
    group, separator, _ = test.id.partition("::")
    owner = f"{told.result.exercise}.{group}" if separator else told.result.exercise
    yield f"<testcase{_attributes(classname=owner, name=name, time=f'{test.duration_s:.3f}')}>"
    said = why(told, test)
    message = line(said) if said else ""
    if test.verdict == "not_run":
        yield f"<skipped{_attributes(type='not_run', message=message)}>{_text(said)}</skipped>"
    elif test.verdict != "passed":
        yield f"<failure{_attributes(type=test.verdict, message=message)}>{_text(said)}</failure>"
    yield f"<system-out>points {points(test.score, test.max_score)}</system-out>"
    yield "</testcase>"


def _fault(fault: ItemFault) -> Iterator[str]:
    name = line(fault.exercise)
    yield f"<testsuite{_attributes(name=name, tests='1', failures='0', errors='1')}>"
    yield f"<testcase{_attributes(classname=name, name=f'{name} could not be judged')}>"
    yield f"<error{_attributes(type='fault', message=line(fault.message))}>{_text(fault.message)}</error>"
    yield "</testcase>"
    yield "</testsuite>"


def _counts(tests: list[TestResult] | tuple[TestResult, ...]) -> dict[str, str]:
    failures = sum(test.verdict not in ("passed", "not_run") for test in tests)
    return {
        "tests": str(len(tests)),
        "failures": str(failures),
        "skipped": str(sum(test.verdict == "not_run" for test in tests)),
        "time": f"{sum(test.duration_s for test in tests):.3f}",
    }


def _attributes(**values: str) -> str:
    quoted = ((name, quoteattr(_xml(line(value, 2 * WIDEST)) if value else "")) for name, value in values.items())
    return "".join(f" {name}={_unmarked(value)}" for name, value in quoted)


def _text(text: str) -> str:
    return _unmarked(escape(_xml(safe(cut(text, 100_000)))))


def _xml(text: str) -> str:
    """Without what XML 1.0 has no place for."""
    return text.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def _unmarked(text: str) -> str:
    """GitLab takes `[[ATTACHMENT|…]]` for a link to a file, and a CI `::` or `##[` for a command in a log. To a reader
    of XML the text is the same but for the first.
    """
    text = _ATTACHMENT.sub("[ [", text).replace("##", "#&#35;")
    return text.replace("::", "&#58;&#58;")
