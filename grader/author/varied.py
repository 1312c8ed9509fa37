"""Whether what a test expects varies: an answer that is the same for every example earns nobody's points."""

from collections.abc import Iterator

from grader.author import rules
from grader.author.source import parse
from grader.catalog import Exercise
from grader.judge.suite.constant import of_cases


def problems(exercise: Exercise, expected: dict[str, dict[str, str]]) -> Iterator[str]:
    """A line for each test that one answer would pass; `expected` is `TestResult.constant`, by the ids of the tests.

    The cases of a parametrized test are one test.
    """
    cases: dict[str, list[dict[str, str]]] = {}
    for name, one in expected.items():
        cases.setdefault(name.partition("[")[0], []).append(one)
    lines = {name: node.lineno for name, node in rules.tests(parse(exercise.suite))}
    for name, found in cases.items():
        answer = of_cases(found)
        if answer is not None:
            where = f"{exercise.suite.name}:{lines[name]}" if name in lines else exercise.suite.name
            what = f"whoever always answers {answer} passes it" if answer else "it rests on a yes or a no"
            yield f"{where} {name}: {what}; let what is drawn decide the answer, and compare that"
