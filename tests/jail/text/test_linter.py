"""ruff on texts."""

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.jail.text import Misused, look
from grader.jail.text.findings import MOST, Finding

RUFF = str(shutil.which("ruff", path=str(Path(sys.executable).parent)))


def lint(text: str, *select: str, ignores: bool = False) -> Any:
    return look("lint", "style", text.encode(), {"select": [*select], "ignores": ignores, "program": RUFF})


def test_findings_come_by_line_with_their_rule() -> None:
    found = lint("def f(a=[]):\n    return a == None\n", "E711", "B006")

    assert [(one.file, one.line, one.code) for one in found] == [("style.py", 1, "B006"), ("style.py", 2, "E711")]
    assert isinstance(found[0], Finding)


def test_what_is_not_selected_is_not_looked_for() -> None:
    assert lint("import os\nx = y == None\n", "F401") == lint("import os\n", "F401")


@pytest.mark.parametrize(
    "text", ["x = y == None  # noqa\n", "# ruff: noqa\nx = y == None\n", "# flake8: noqa\nx = y == None\n"]
)
def test_a_comment_does_not_silence_it(text: str) -> None:
    assert [one.code for one in lint(text, "E711")] == ["E711"]
    assert lint(text, "E711", ignores=True) == []


def test_a_rule_that_is_none_is_the_askers_fault() -> None:
    with pytest.raises(Misused, match="Unknown rule selector"):
        lint("x = 1\n", "E711", "Q9999")


def test_what_is_no_python_is_a_finding() -> None:
    assert [one.line for one in lint("x = = 1\n", "E711")][:1] == [1]


def test_findings_are_bounded() -> None:
    assert len(lint("x = y == None\n" * (MOST + 50), "E711")) == MOST


def test_no_file_beside_it_has_a_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ruff.toml").write_text('[lint]\nignore = ["E711"]\n')
    monkeypatch.chdir(tmp_path)

    assert [one.code for one in lint("x = y == None\n", "E711")] == ["E711"]
