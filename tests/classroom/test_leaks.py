"""Lines of hidden files are found in what was written, wherever they stand."""

from pathlib import Path

import pytest

from grader.classroom import leaks
from grader.classroom.leaks import Hidden

SOLUTION = Hidden(Path("solutions/tiny.py"), ((4, "    return cleverly(n, twice=True)"), (5, "    x = 1")))
SUITE = Hidden(Path("test_tiny.py"), ((9, "        assert attempt.doubled(41).value == 82"),), anywhere=True)


def look(tmp_path: Path, text: str, *given: str) -> list[str]:
    (tmp_path / "README.md").write_text(text, "utf-8")
    return list(leaks.find(tmp_path, [SOLUTION, SUITE], given))


@pytest.mark.parametrize(
    "line",
    [
        "return cleverly(n, twice=True)",
        "\t    return  cleverly(n, twice=True)  ",
        ">>> return cleverly(n, twice=True)",
        "... return cleverly(n, twice=True)",
    ],
)
def test_a_line_of_the_solution_is_found(tmp_path: Path, line: str) -> None:
    (found,) = look(tmp_path, f"# Tiny\n\n{line}\n")

    assert found.startswith("README.md, line 3, is line 4 of solutions/tiny.py, which is hidden: return cleverly")


def test_a_line_of_a_hidden_test_is_found_within_another(tmp_path: Path) -> None:
    (found,) = look(tmp_path, "See (assert attempt.doubled(41).value == 82) there.")

    assert "line 9 of test_tiny.py" in found


@pytest.mark.parametrize("text", ["x = 1", "Write `return cleverly(n, twice=True)` at the end.", "def double(n):", ""])
def test_what_tells_nothing_is_none(tmp_path: Path, text: str) -> None:
    assert look(tmp_path, text) == []


def test_what_learners_have_anyway_is_none(tmp_path: Path) -> None:
    assert look(tmp_path, "return cleverly(n, twice=True)", "def f():\n    return cleverly(n, twice=True)") == []
