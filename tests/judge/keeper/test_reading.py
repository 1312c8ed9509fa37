"""A child that looks at an attempt's text: what it finds comes back in words, and its end is a sign, too."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.catalog import Budgets, Exercise, load_exercise
from grader.jail import wire
from grader.judge.keeper import reading, servers
from grader.judge.keeper.handles import Jail
from grader.judge.keeper.jails import children_of
from grader.judge.keeper.reading import Reading
from grader.verdicts import Sign
from tests.conftest import Folder


@pytest.fixture(scope="module", params=["fork", "spawn"])
def jail(request: pytest.FixtureRequest) -> Iterator[Jail]:
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setenv("GRADER_JAIL", request.param)
        one = servers.start_bare((), Budgets(), children_of(Path(folder)))
        yield one
        one.close()


@pytest.fixture
def exercise(tiny: Folder) -> Exercise:
    return load_exercise(tiny.path / "exercises/tiny")


def test_signs_come_in_words_with_their_lines(jail: Jail, exercise: Exercise) -> None:
    found = Reading(jail.open(), b"\xef\xbb\xbfx = 1\r  import gc\r\n").signs(exercise)
    assert found is not None
    assert [sign.sign for sign in found] == ["layout"]

    assert Reading(jail.open(), b"x = 1\n\nif x:\n    import gc\n").signs(exercise) == (
        Sign(4, "heap", "reaches for objects that nobody gave it: gc", "import gc"),
    )


def test_nothing_is_found_in_what_is_honest(jail: Jail, exercise: Exercise) -> None:
    assert Reading(jail.open(), b"def double(n):\n    return 2 * n\n").signs(exercise) == ()


def test_nobody_looks_who_has_no_child(exercise: Exercise) -> None:
    one = Reading(None, b"import gc\n")
    one.close()

    assert one.signs(exercise) is None


@pytest.mark.parametrize("instead", ["import os; os._exit(3)", "while True: pass", "x = 1", "print('x' * 9_000_000)"])
def test_a_child_that_does_not_say_what_it_saw_is_a_sign(
    jail: Jail, exercise: Exercise, instead: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SECONDS", 2.0)
    monkeypatch.setattr(reading.wire, "Look", lambda source: wire.Load("m", instead.encode(), b"", None))

    assert Reading(jail.open(), b"x = 1\n").signs(exercise) == (
        Sign(1, "unread", "could not be looked at: the reader came to no end", "x = 1"),
    )
