"""Whether what a prompt wrote is what the evidence says."""

import pytest

from grader.author.prompt import TRIES, Typed, _shows, type_all
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

    assert _shows(Typed("", f"Traceback:\n{last_line}\n"), result, "actual") == same


ADDRESSES = """
class Listener:
    pass

made = [Listener() for _ in range(6)]
print("order:", [made.index(one) for one in set(made)])
"""


@pytest.mark.parametrize(("snippet", "steady"), [(ADDRESSES, False), ("print(1 + 1)", True)])
def test_what_hangs_on_addresses_changes_from_prompt_to_prompt(snippet: str, steady: bool) -> None:
    shown = {type_all("tiny", b"", [snippet], shift)[0] for shift in range(TRIES)}

    assert (len(shown) == 1) is steady
    assert all(typed.output and not typed.errors for typed in shown)
