"""The student edition: what learners get holds nothing hidden, and its verdicts are the whole suite's."""

import json
from pathlib import Path

import msgspec
import pytest

from tests.classroom.conftest import files
from tests.conftest import TINY, Folder

CATALOG = ("--catalog", "exercises")
HALF = "def double(n):\n    return n * 2 if n < 100 else 0\n"
HOLES = [
    TINY["exercises/tiny/tiny.py"],
    "def double(n):\n    return n + 1\n",
    HALF,
    "def double(n):\n  return 2*n\n",
    "(",
]


def result(folder: Folder, catalog: str) -> dict[str, object]:
    done = folder.run("check", "tiny", "--attempt", "attempt.py", "--catalog", catalog, "--format", "json")
    assert done.status in (0, 1), done
    found: dict[str, object] = done.json["results"][0]
    return found


def test_it_says_what_is_public_and_what_was_left_out(published: Folder) -> None:
    assert published.read("said.txt").splitlines() == [
        "tiny  2 of 5 tests are public; left out: 3 tests, 1 right attempt, 1 wrong attempt, the solution",
        f"edition is the student edition of 1 topic, from catalog {digest(published)[:12]}.",
    ]


def digest(folder: Folder) -> str:
    said = msgspec.toml.decode(folder.read("edition/edition.toml"))
    assert isinstance(said, dict)
    return str(said["catalog"])


def test_it_holds_nothing_hidden(published: Folder) -> None:
    there = files(published.path / "edition")

    assert sorted(there) == ["edition.toml"] + [
        f"tiny/{name}"
        for name in (
            "README.md",
            "examples.msgpack",
            "exercise.toml",
            "misconceptions.json",
            "scenarios.py",
            "test_tiny.py",
            "tiny.py",
        )
    ]
    for hidden in (
        b"test_cases",
        b"small primes",
        b"[3, 5, 7]",
        b"return n + n",
        b"return n + 1",
        b"def seen",
        b"adds_one",
    ):
        assert [name for name, data in there.items() if hidden in data] == []
    assert b"Adding one" in there["tiny/misconceptions.json"]


@pytest.mark.parametrize("attempt", HOLES)
def test_each_verdict_is_that_of_the_whole_suite(edition: Folder, attempt: str) -> None:
    edition.write("attempt.py", attempt)

    whole, public = result(edition, "exercises"), result(edition, "edition")

    def verdicts(of: dict[str, object]) -> dict[str, tuple[object, ...]]:
        tests = msgspec.convert(of["tests"], list[dict[str, object]])
        return {str(test["id"]): (test["verdict"], test["score"], test["evidence"]) for test in tests if test["public"]}

    assert verdicts(whole) == verdicts(public)
    assert len(verdicts(public)) == len(msgspec.convert(public["tests"], list[object])) == 2
    assert (public["max_score"], public["public_only"]) == (3, {"tests": 2, "of": 5})
    assert whole["public_only"] is None


def test_a_check_says_first_what_it_did_not_run(edition: Folder) -> None:
    edition.write("attempt.py", TINY["solutions/tiny.py"])

    done = edition.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "edition")

    assert done.status == 0
    assert done.out.splitlines()[0] == "2 of 5 tests are public and ran here; the rest is graded by your teacher."
    assert "3 of 3 public points: everything public holds." in done.out
    assert " 4 " not in done.out


@pytest.mark.parametrize(
    "name", ["markdown", "github", "html", "github-classroom", "gradescope", "ctrf", "junit", "text"]
)
def test_every_format_says_it(edition: Folder, name: str) -> None:
    import base64

    edition.write("attempt.py", HALF)

    said = edition.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "edition", "--format", name).out
    if name == "github-classroom":
        said = base64.b64decode(said.removeprefix("result=")).decode()

    assert "2 of 5 tests are public" in said


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("exercises/tiny/README.md", "    assert attempt.doubled(n).value == 2 * n if n else 0"),
        ("exercises/tiny/README.md", '        """double knows the small primes."""'),
        ("exercises/tiny/README.md", "    >>> return n + n + 0 * n  # twice"),
        ("exercises/tiny/exercise.toml", "# return n + n + 0 * n  # twice"),
    ],
)
def test_a_hidden_line_in_it_is_refused(shown: Folder, name: str, line: str) -> None:
    shown.write("solutions/tiny.py", "def double(n):\n    return n + n + 0 * n  # twice\n")
    suite = shown.read("exercises/tiny/test_tiny.py")
    shown.write("exercises/tiny/test_tiny.py", suite.replace("2 * n\n\n\nclass", "2 * n if n else 0\n\n\nclass"))
    shown.write(name, shown.read(name) + f"\n{line}\n")

    done = shown.run("class", "publish", "edition", *CATALOG)

    if name.endswith(".toml"):  # whose comments don't travel
        assert done.status == 0, done
    else:
        assert done.status == 3
        assert "nothing is published: tiny/README.md, line" in done.err
        assert "which is hidden" in done.err
        assert not (shown.path / "edition").exists()
    assert [path.name for path in shown.path.iterdir() if path.name.startswith(".edition")] == []


def test_public_tests_that_need_hidden_ones_are_refused(shown: Folder) -> None:
    suite = shown.read("exercises/tiny/test_tiny.py")
    suite = suite.replace('"""again"""', '"""again"""\n\n    other = TestDouble.test_cases\n')
    suite = suite.replace(".value == 8,", ".value == (8 if self.other else 0),")
    shown.write("exercises/tiny/test_tiny.py", suite)

    done = shown.run("class", "publish", "edition", *CATALOG)

    assert done.status == 3
    assert "tiny" in done.err
    assert len(done.err.splitlines()) == 1
    assert not (shown.path / "edition").exists()


def test_a_topic_without_public_tests_is_refused(tiny: Folder) -> None:
    done = tiny.run("class", "publish", "edition", *CATALOG)

    assert done.status == 3
    assert "no test is public: mark some of each part with @public" in done.err


def test_an_edition_is_replaced_and_nothing_else_is(edition: Folder) -> None:
    before = files(edition.path / "edition")
    assert edition.run("class", "publish", "edition", *CATALOG).status == 0
    now = files(edition.path / "edition")
    edition.write("notes/mine.txt", "mine")

    refused = edition.run("class", "publish", "notes", *CATALOG)
    again = edition.run("class", "publish", "other", "--catalog", "edition")

    assert now == files(edition.path / "edition") == before
    assert refused.status == 2
    assert "holds something else than a student edition" in refused.err
    assert files(edition.path / "notes") == {"mine.txt": b"mine"}
    assert again.status == 2
    assert "student edition already" in again.err


def test_a_changed_edition_is_not_believed(edition: Folder) -> None:
    edition.write("attempt.py", HALF)
    edition.write("edition/tiny/test_tiny.py", edition.read("edition/tiny/test_tiny.py") + "\n")

    done = edition.run("check", "tiny", "--attempt", "attempt.py", "--catalog", "edition")

    assert done.status == 3
    assert "is not as it was published" in done.err
    edition.write("edition/edition.toml", "format = 7\n")
    assert edition.run("list", "--catalog", "edition").status == 2


def test_the_installed_topics_have_public_tests_of_each_part() -> None:
    from tests.conftest import ROOT, TOPICS

    for topic in TOPICS:
        text = (ROOT / "exercises" / topic / f"test_{topic.replace('-', '_')}.py").read_text("utf-8")
        parts = text.split("\nclass Test")[1:]
        assert [part.split(":")[0] for part in parts if "@public" not in part] == [], topic
        assert text.count("@public") < text.count("    def test_"), topic


def test_the_recording_travels(edition: Folder) -> None:
    public = msgspec.msgpack.decode(Path(edition.path / "edition/tiny/examples.msgpack").read_bytes())
    whole = msgspec.msgpack.decode(Path(edition.path / "exercises/tiny/examples.msgpack").read_bytes())

    assert public["tests"] == whole["tests"]
    assert public["reference"] == whole["reference"] != ""
    known = json.loads(edition.read("edition/tiny/misconceptions.json"))["known"]
    assert [sorted(one["failures"]) for one in known] == [["TestDouble::test_doubles", "TestOften::test_again"]]
