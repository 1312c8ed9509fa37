"""The last check of a workspace: kept, bounded, and looked at before it is believed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.learner import last
from grader.learner.last import Checked
from tests.formats.told import attempt, case, failed

ONE = Checked("tiny/tiny.py", attempt(case(), failed(actual="1")))
TWO = Checked("other/other.py", attempt(case(), exercise="other"), "retry")


def test_what_was_kept_is_read(tmp_path: Path) -> None:
    assert last.keep(tmp_path, (ONE, TWO)) is None
    assert last.read(tmp_path) == (ONE, TWO)


def test_a_check_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    last.keep(tmp_path, (ONE,))
    last.keep(tmp_path, (TWO,))

    assert last.read(tmp_path) == (TWO,)


def test_where_there_was_none_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing was checked here yet"):
        last.read(tmp_path)


def huge(path: Path) -> None:
    with open(path, "wb") as file:
        file.truncate(last.MAX_BYTES + 1)


@pytest.mark.parametrize(
    "put",
    [
        os.mkfifo,
        os.mkdir,
        huge,
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.write_bytes(b"[" * 100_000),
        lambda path: path.write_text('[{"path": "x", "result": 1}]'),
        lambda path: path.write_text('[{"path": "../../etc/passwd", "result": {"exercise": "tiny"}}]'),
    ],
    ids=["pipe", "folder", "huge", "device", "deep", "shape", "missing"],
)
def test_what_is_damaged_is_one_line_and_stays(tmp_path: Path, put: Callable[[Path], object]) -> None:
    (tmp_path / ".grader").mkdir()
    put(tmp_path / ".grader" / last.FILE)

    with pytest.raises(UsageError, match="run grader check again") as problem:
        last.read(tmp_path)

    assert "\n" not in str(problem.value)
    assert os.path.lexists(tmp_path / ".grader" / last.FILE)


def test_nothing_is_kept_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".grader").symlink_to("elsewhere")

    assert "is a link" in (last.keep(tmp_path, (ONE,)) or "")
    assert list((tmp_path / "elsewhere").iterdir()) == []
