"""Signs in words."""

import pytest

from grader.signs import KINDS, LINE, described

SOURCE = b"import socket\nimport subprocess\n" + b"x" * 900 + b"\n"
FOUND = [(1, "network", "socket"), (2, "processes", "subprocess")]


@pytest.mark.parametrize(
    ("requires", "left"),
    [
        ([], ["network", "processes"]),
        (["files", "threads"], ["network", "processes"]),
        (["loopback"], ["processes"]),
        (["processes", "loopback"], []),
    ],
)
def test_what_an_exercise_allows_is_no_sign(requires: list[str], left: list[str]) -> None:
    assert [sign.sign for sign in described(FOUND, SOURCE, requires)] == left


def test_a_sign_shows_its_line_and_what_it_means() -> None:
    (first, _) = described(FOUND, SOURCE, [])

    assert (first.line, first.what, first.source) == (1, "opens connections: socket", "import socket")


def test_a_long_line_is_cut() -> None:
    assert described([(3, "text", "long")], SOURCE, [])[0].source == "x" * LINE


@pytest.mark.parametrize("found", [(0, "text", "x"), (-1, "text", "x"), (1, "no such kind", "x")])
def test_what_cannot_be_is_left_out(found: tuple[int, str, str]) -> None:
    assert described([found], SOURCE, []) == ()


def test_a_line_behind_the_end_is_empty() -> None:
    assert described([(99, "text", "x")], SOURCE, [])[0].source == ""


def test_the_words_complete_a_sentence_about_an_attempt() -> None:
    assert all(words[0].islower() and not words.endswith(".") for words in KINDS.values())
