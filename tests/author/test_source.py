"""What an author's files may be, and the line that says what they are not."""

import ast
from pathlib import Path

import pytest

from grader.author.source import parse, read_text
from grader.errors import ExerciseError


def test_a_file_from_another_system_is_read_like_any(tmp_path: Path) -> None:
    (tmp_path / "it.py").write_bytes('\ufeff"""Café."""\r\nanswer = 1\r\n'.encode())

    assert read_text(tmp_path / "it.py") == '"""Café."""\nanswer = 1\n'
    assert ast.get_docstring(parse(tmp_path / "it.py")) == "Café."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"x = 1\nanswer(\n", "is no Python, line 2: '(' was never closed"),
        (b"x = '\0'\n", "is no Python"),
        (b"x = '\xe9'\n", "is no Python"),
        (b"x = " + b"(" * 100_000, "is no Python"),
    ],
)
def test_what_is_no_python_is_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "it.py").write_bytes(content)

    with pytest.raises(ExerciseError, match=r"it\.py is no Python") as raised:
        parse(tmp_path / "it.py")

    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ExerciseError, match="can't be read"):
        parse(tmp_path / "nothing.py")
    with pytest.raises(ExerciseError, match="can't be read"):
        read_text(tmp_path)
