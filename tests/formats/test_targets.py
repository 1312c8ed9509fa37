"""Where reports go."""

import os
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.formats import targets
from grader.formats.targets import Target
from tests.formats.awkward import AWKWARD, FAULT, report


def test_one_report_goes_to_standard_output_and_others_to_files(tmp_path: Path) -> None:
    assert targets.parse("github", ["junit=a.xml", "html=b=c.html"]) == [
        Target("github"),
        Target("junit", Path("a.xml").absolute()),
        Target("html", Path("b=c.html").absolute()),
    ]


@pytest.mark.parametrize(
    ("also", "said"),
    [
        (["jnuit=a.xml"], "no format 'jnuit'; did you mean junit"),
        (["=a.xml"], "no format ''"),
        (["junit"], "standard output takes one report, and text is there: write --also junit=FILE"),
        (["junit=-"], "standard output takes one report"),
        (["junit="], "standard output takes one report"),
        (["junit=a", "ctrf=./a"], "./a can't hold two reports"),
    ],
)
def test_what_is_typed_wrong_is_a_line(also: list[str], said: str) -> None:
    with pytest.raises(UsageError) as raised:
        targets.parse("text", also)

    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["nowhere/a.xml", ".", "file/a.xml", "pipe", "tiny.py", "link.py"])
def test_a_file_that_can_not_be_written_is_found_before_anything_is_judged(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    (tmp_path / "tiny.py").write_text("kept")
    (tmp_path / "link.py").symlink_to("tiny.py")
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(UsageError, match=r"can't be written|is an attempt"):
        targets.check([Target("junit", tmp_path / name)], [tmp_path / "tiny.py"])

    assert (tmp_path / "tiny.py").read_text() == "kept"


def test_a_link_is_written_through_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "real").write_text("old")

    targets.deliver([Target("text"), Target("autolab", tmp_path / "link")], report(AWKWARD["all holds"]))

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text().endswith('{"scores": {"tiny": 2}}\n')


def test_nothing_is_written_where_one_report_can_not_be_made(tmp_path: Path) -> None:
    wanted = [Target("junit", tmp_path / "a.xml"), Target("gradescope", tmp_path / "b.json")]

    with pytest.raises(Exception, match="the suite is broken"):
        targets.deliver(wanted, report(faults=[FAULT]))

    assert list(tmp_path.iterdir()) == []


def test_what_a_ci_shares_is_appended_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs, summary = tmp_path / "outputs", tmp_path / "summary"
    outputs.write_text("before=1\n")
    summary.write_text("# before\n")
    monkeypatch.setenv("GITHUB_OUTPUT", str(outputs))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))

    wanted = [Target("text"), Target("github-classroom", outputs), Target("github", tmp_path / "log")]
    targets.deliver(wanted, report(AWKWARD["all holds"]))

    assert outputs.read_text().startswith("before=1\nresult=")
    assert summary.read_text().startswith("# before\n### tiny: everything holds\n")


def test_a_disk_that_refuses_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "a.xml"
    old.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        targets.deliver([Target("text"), Target("junit", old)], report(AWKWARD["all holds"]))

    assert [path.name for path in tmp_path.iterdir()] == ["a.xml"]
    assert old.read_text() == "old"
