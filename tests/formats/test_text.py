"""Text from attempts made safe to show."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.formats.text import counted, output_lines, points, safe, without_commands

SETTINGS = settings(deadline=None, database=None, max_examples=100)
ANY = st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 漢 🎉", "plain é 漢 🎉"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb\x08\x7f\0", "a\\rb\\x08\\x7f\\x00"),
        ("a\x0bb\x0cc\x85d", "a\\x0bb\\x0cc\\x85d"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("\u202eabc\u2066\u200f", "\\u202eabc\\u2066\\u200f"),
        ("\ud800", "\\ud800"),
        ("\ufeffx", "\\ufeffx"),
    ],
    ids=ascii,
)
def test_what_a_terminal_could_obey_is_written_as_an_escape(text: str, shown: str) -> None:
    assert safe(text) == shown


@SETTINGS
@given(text=ANY)
def test_no_control_character_but_tab_and_line_feed_is_left(text: str) -> None:
    left = {letter for letter in safe(text) if ord(letter) < 32 or 127 <= ord(letter) < 160}

    assert left <= {"\t", "\n"}


@SETTINGS
@given(text=ANY)
def test_safe_text_can_be_encoded_and_stays_as_it_is(text: str) -> None:
    once = safe(text)

    assert (safe(once), once.encode().decode()) == (once, once)


@SETTINGS
@given(text=ANY)
def test_the_only_line_ends_are_line_feeds(text: str) -> None:
    assert len(safe(text).splitlines()) <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        (" \n\n", []),
        ("one\n", ["one"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("x" * 500, ["x" * 200]),
    ],
)
def test_printed_lines_are_of_bounded_length(text: str, lines: list[str]) -> None:
    assert output_lines(text) == lines


def test_of_many_lines_the_first_are_shown_and_the_others_counted() -> None:
    assert output_lines("x\n" * 20, most=2) == ["x", "x", "… 18 lines more"]


@pytest.mark.parametrize(
    ("score", "most", "shown"),
    [
        (Fraction(14), Fraction(20), "14 of 20"),
        (Fraction(0), Fraction(0), "0 of 0"),
        (Fraction(5, 3), 4, "1.67 of 4"),
        (Fraction(1, 2), Fraction(3, 2), "0.5 of 1.5"),
        (100, 100, "100 of 100"),
    ],
)
def test_points_are_short_decimals(score: object, most: object, shown: str) -> None:
    assert points(score, most) == shown


@pytest.mark.parametrize("blank", ["\u2800", "\u3164", "\u115f", "\u200b", "\xad", "\ue000", "\U000e0041", "\u2060"])
def test_what_nobody_sees_is_written_as_an_escape(blank: str) -> None:
    assert safe(f"a{blank}b") == f"a{blank.encode('unicode_escape').decode()}b"


def test_words_and_emoji_of_any_language_stay() -> None:
    text = "naïve 学习 привет שלום 👩\u200d🔬 ❤\ufe0f"

    assert safe(text) == text


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::add-mask::passed", ": :add-mask::passed"),
        ("   ::stop-commands::x", "   : :stop-commands::x"),
        (":::error::x", ": ::error::x"),
        ("x ##[add-mask]passed", "x # #[add-mask]passed"),
        ("##vso[task.complete result=Succeeded;]", "# #vso[task.complete result=Succeeded;]"),
        ("##teamcity[buildStatus]", "# #teamcity[buildStatus]"),
        ("items[::2] ## a comment", "items[::2] ## a comment"),
        ("std::vector", "std::vector"),
    ],
)
def test_no_line_is_a_command_of_a_ci(line: str, shown: str) -> None:
    assert without_commands(line) == shown


def test_one_of_a_kind_is_no_plural() -> None:
    assert [counted(number, "topic") for number in (0, 1, 2)] == ["0 topics", "1 topic", "2 topics"]
