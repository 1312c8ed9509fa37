"""Whether what a prompt wrote is what the evidence says."""

import pytest

from grader.author import prompt
from grader.author.prompt import Typed
from grader.verdicts import Evidence, TestResult


@pytest.mark.parametrize(
    ("last_line", "raised", "same"),
    [
        ("sqlite3.ProgrammingError: Cannot operate on a closed database.", "ProgrammingError: Cannot operate", True),
        ("TypeError: Shop.<lambda>() takes 1 argument", "TypeError: Shop.<lambda>() takes 1 argument", True),
        ("KeyboardInterrupt", "KeyboardInterrupt", True),
        ("ValueError: a.TypeError", "TypeError: a", False),
        ("", "TypeError", False),
    ],
)
def test_an_exception_is_shown_by_its_class_whatever_its_message(last_line: str, raised: str, same: bool) -> None:
    evidence = Evidence(reason="Your code raised it.", snippet="one()", raised=raised)
    result = TestResult("TestOne::test_one", "One", "One", "One is one.", "failed", "1", evidence=evidence)

    assert prompt._shows(Typed("", f"Traceback:\n{last_line}\n"), result, "actual") == same
