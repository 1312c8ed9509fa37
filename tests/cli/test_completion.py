"""What a shell can complete, and what a topic and a command may be called."""

import pytest

from tests.conftest import TINY, Folder, Outcome

CATALOG = ("--catalog", "exercises")


def complete(folder: Folder, line: str, inside: str = ".") -> list[str]:
    """What bash is offered for the last word of a line."""
    words = line.split(" ")
    outcome = folder.run(
        folder=inside, _GRADER_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1)
    )
    return outcome.out.split()


@pytest.fixture
def work(tiny: Folder) -> Folder:
    for name, text in TINY.items():
        if name.startswith("exercises/"):
            tiny.write(name.replace("tiny", "other"), text)
    tiny.run("start", "tiny", *CATALOG)
    return tiny


def test_topics_and_parts_are_completed(work: Folder) -> None:
    assert complete(work, "grader check ") == ["other", "tiny"]
    assert complete(work, "grader debug ti", inside="tiny") == ["tiny"]
    assert complete(work, "grader check tiny ") == ["double", "again", "other"]
    assert complete(work, "grader check tiny ag") == ["again"]
    assert complete(work, "grader upd") == ["update"]


def test_another_catalog_is_completed_from(work: Folder) -> None:
    assert complete(Folder(work.path / "solutions"), "grader start --catalog ../exercises ot") == ["other"]


@pytest.mark.parametrize("text", ["catalog = 3", "not toml", "catalog = 'nowhere'"])
def test_broken_settings_complete_nothing_wrong(work: Folder, text: str) -> None:
    work.write("grader.toml", text)

    assert "Traceback" not in work.run(_GRADER_COMPLETE="complete_bash", COMP_WORDS="grader check ", COMP_CWORD="2").err


@pytest.mark.parametrize(
    ("typed", "inside"),
    [
        ("tiny/", "."),
        ("tiny/tiny.py", "."),
        ("./tiny/README.md", "."),
        ("TINY", "."),
        ("Tiny.py", "."),
        (".", "tiny"),
        ("tiny.py", "tiny"),
        ("../tiny", "exercises"),
        ("../tiny/tiny.py", "exercises"),
        ("..", "tiny/notes"),
        ("tiny\\tiny.py", "."),
    ],
)
def test_a_topic_is_understood_however_it_is_typed(work: Folder, typed: str, inside: str) -> None:
    (work.path / "tiny/notes").mkdir()

    outcome = work.run("hint", typed, folder=inside)

    assert "hint 1 of 3\n\nWhat is twice a number?" in outcome.out, outcome


@pytest.mark.parametrize("typed", ["", " ", "/", "nothing/at.all", "exercises"])
def test_what_is_no_topic_is_one_line(work: Folder, typed: str) -> None:
    outcome = work.run("reset", typed)

    assert outcome.status == 2, outcome
    assert outcome.err.startswith(f"grader: there is no topic {typed!r}")


def start_of(outcome: Outcome) -> str:
    return outcome.out.splitlines()[0]


def test_words_of_other_tools_lead_somewhere(work: Folder) -> None:
    assert start_of(work.run("test", "-h")) == start_of(work.run("check", "--help")).replace(" check ", " test ")
    assert "Check attempts" in work.run("run", "-h").out
    assert work.run("help").out == work.run("--help").out
    assert start_of(work.run("help", "hint")) == start_of(work.run("hint", "-h"))
    assert "Measure the suites" in work.run("help", "author", "verify").out
    assert "  test " not in work.run("-h").out
    assert "Did you mean 'check'?" in work.run("chekc").err


# --- the catalog that a workspace remembers ---


def test_a_workspace_remembers_its_catalog(work: Folder) -> None:
    assert 'catalog = "exercises"' in work.read("grader.toml")
    for command in (("list",), ("hint", "tiny"), ("progress",), ("update",), ("start", "other")):
        outcome = work.run(*command, folder="tiny")
        assert outcome.status == 0, outcome
        assert "--catalog" not in outcome.out


def test_another_catalog_is_advised_with_its_name(work: Folder) -> None:
    work.write("grader.toml", "")

    assert "grader check other --catalog exercises" in work.run("start", "other", *CATALOG).out


def test_a_catalog_that_is_gone_is_one_line(work: Folder) -> None:
    work.write("grader.toml", 'catalog = "gone"\n')

    outcome = work.run("list")

    assert outcome.status == 2
    assert outcome.err.count("\n") == 1
    assert "gone, which is no folder: mend the line `catalog` in it, or name one with --catalog DIR" in outcome.err
    assert work.run("list", *CATALOG).status == 0


def test_a_catalog_that_this_user_never_named_is_not_run(work: Folder) -> None:
    cache = str(work.path / "another user")

    stranger = work.run("check", XDG_CACHE_HOME=cache)
    ignored = work.run("check", "--no-config", XDG_CACHE_HOME=cache)
    named = work.run("list", *CATALOG, XDG_CACHE_HOME=cache)
    known = work.run("list", XDG_CACHE_HOME=cache)

    assert stranger.status == 2, stranger
    assert "whose tests run here without a jail: if you trust them, say so once" in stranger.err
    assert "nothing is started" in ignored.err
    assert (named.status, known.status) == (0, 0), known


@pytest.mark.parametrize("line", ["catalog = 3", 'catalog = ""', 'catalog = "a\\nb"'])
def test_a_catalog_that_cannot_be_meant_is_refused(work: Folder, line: str) -> None:
    work.write("grader.toml", line)

    outcome = work.run("list")

    assert outcome.status == 2
    assert "grader.toml is broken" in outcome.err
