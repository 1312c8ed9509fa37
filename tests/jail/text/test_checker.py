"""mypy on texts: what it says arrives as data, whatever a text asks of it."""

from pathlib import Path
from typing import Any

import pytest

from grader.jail.text import Unread, checker, look
from grader.jail.text.findings import MOST, Finding

STACK = """from typing import Generic, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def pop(self) -> T:
        return self.items.pop()
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = str(tmp_path_factory.mktemp("types"))
    checker.prepare(folder)
    return folder


def types(cache: str, text: str, probe: str = "", strict: bool = True, ignores: bool = False) -> dict[str, Any]:
    options = {"probe": probe, "strict": strict, "ignores": ignores, "cache": cache}
    found: dict[str, Any] = look("types", "stack", text.encode(), options)
    return found


def test_a_probe_is_told_the_types_of_the_attempt(cache: str) -> None:
    probe = "from stack import Stack\nreveal_type(Stack[int]().pop())\nx: str = Stack[int]().pop()\n"
    seen = types(cache, STACK, probe)

    assert (seen["revealed"], seen["rejected"]) == (["int"], [3])
    assert [(one.file, one.line, one.code) for one in seen["errors"]] == [("probe.py", 3, "assignment")]
    assert "incompatible types" in seen["errors"][0].message.lower()


def test_a_type_is_revealed_beside_an_error_of_its_line(cache: str) -> None:
    seen = types(cache, "def f(x: int) -> int:\n    return x\n", "from stack import f\nreveal_type(f('a'))\n")

    assert (seen["revealed"], seen["rejected"]) == (["int"], [2])


def test_findings_of_the_attempt_come_first_and_by_line(cache: str) -> None:
    seen = types(cache, "x: int = ''\ny: int = ''\n", "z: int = ''\n")

    assert [(one.file, one.line) for one in seen["errors"]] == [("stack.py", 1), ("stack.py", 2), ("probe.py", 1)]


def test_strict_is_what_mypy_calls_so(cache: str) -> None:
    text = (
        "from typing import Any, cast\n"
        "def bare(x): return x\n"
        "def many(x: list) -> None: ...\n"
        "def any(x: Any) -> int: return x\n"
        "def known(x: int) -> int: return cast(int, x)\n"
    )

    assert types(cache, text, strict=False)["errors"] == []
    assert [(one.line, one.code) for one in types(cache, text)["errors"]] == [
        (2, "no-untyped-def"),
        (3, "type-arg"),
        (4, "no-any-return"),
        (5, "redundant-cast"),
    ]


MUTED = [
    "# mypy: ignore-errors\nx: int = ''\n",
    "# type: ignore\nx: int = ''\n",
    "x: int = ''  # type: ignore\n",
    "x: int = ''  # TYPE:ignore\n",
    "x: int = ''  # so # type: ignore[assignment]\n",
    '"""\n# mypy: ignore-errors\n"""\nx: int = ""\n',
    "x: int = ''\r# type: ignore\ry = 1  # type: ignore\r",
    "# mypy: disable-error-code=assignment, plugins=stack\nx: int = ''\n",
]


@pytest.mark.parametrize("text", MUTED)
def test_a_comment_does_not_silence_it(cache: str, text: str) -> None:
    assert "assignment" in [one.code for one in types(cache, text)["errors"]]


@pytest.mark.parametrize("text", MUTED[:3])
def test_a_comment_silences_it_where_the_suite_says_so(cache: str, text: str) -> None:
    assert types(cache, text, ignores=True)["errors"] == []


def test_unmuting_moves_nothing() -> None:
    text = "x = '# type: ignore'  # type: ignore\n\ny = 1  # as it is\n"

    assert checker.unmuted(text) == "x = '# type: ignore'  #\n\ny = 1  # as it is\n"


def test_a_syntax_error_is_a_finding(cache: str) -> None:
    (found, *_) = types(cache, "def f(:\n")["errors"]

    assert (found.file, found.line, found.code) == ("stack.py", 1, "syntax")


def test_findings_are_bounded(cache: str) -> None:
    seen = types(cache, "x: int = 1\n" + "x = 'a'\n" * (MOST + 50))

    assert len(seen["errors"]) == MOST


def test_what_is_nested_too_deep_ends_in_words(cache: str) -> None:
    try:
        seen = types(cache, "x = " + "-" * 5_000 + "1\n")
    except Unread as problem:
        assert "deep" in str(problem)  # noqa: PT017
    else:
        assert isinstance(seen["errors"][0], Finding)


def test_no_file_beside_it_has_a_say(cache: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mypy.ini").write_text("[mypy]\nignore_errors = True\n")
    (tmp_path / "stack.py").write_text("")
    monkeypatch.chdir(tmp_path)

    assert [one.line for one in types(cache, "x: int = ''\n")["errors"]] == [1]
