"""The report of a check for people."""

import io
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from grader import verdicts
from grader.formats import terminal
from grader.formats.console import put
from grader.verdicts import NOT_WRITTEN, AttemptResult, Looks, Misconception, OwnLine
from tests.formats.told import attempt, case, failed, plain, squeezed, tell, written

WIDTHS = [40, 80]


def shown(*results: AttemptResult, width: int = 80, **more: Any) -> str:
    console = plain(width)
    put(console, terminal.report([tell(one, **more) for one in results], console))
    return written(console)


def lines(*results: AttemptResult, width: int = 80, **more: Any) -> list[str]:
    return shown(*results, width=width, **more).splitlines()


# --- the whole ---


def test_a_full_attempt_reads_like_this() -> None:
    one = attempt(
        case(part="timer", claim="It returns."),
        case(part="retry", claim="It stops.", points="3"),
        exercise="decorators",
    )

    assert lines(one) == [
        f"decorators   public seed{'4 of 4 points':>56}",
        "",
        f"  timer{'1 of 1':>73}",
        "    passed       It returns",
        f"  retry{'3 of 3':>73}",
        "    passed       It stops",
        "",
        "4 of 4 points: everything holds. Next: grader next",
    ]


def test_a_failed_attempt_reads_like_this() -> None:
    one = attempt(
        case(claim="It stops."),
        failed(
            "It does not wait.",
            reason="the last failure is final.",
            snippet="retry(1)\nf()",
            subject="waits",
            expected="[]",
            actual="[0.5]",
            lines=(OwnLine("tiny.py", 41, "sleep(delay)"),),
            output="hello\n",
        ),
    )

    assert lines(one) == [
        f"tiny   public seed{'1 of 2 points':>62}",
        "",
        f"  retry{'1 of 2':>73}",
        "    passed       It stops",
        f"    failed       It does not wait{'0 of 1':>47}",
        "",
        "1. It does not wait",
        "  at the prompt of: cd tiny && python",
        "",
        "retry(1)",
        "f()",
        "",
        "  expected    waits: []",
        "  yours       waits: [0.5]",
        "  your code   tiny/tiny.py:41   sleep(delay)",
        "",
        "  the last failure is final.",
        "",
        "    printed",
        "      | hello",
        "",
        "1 of 2 points. Next: mend retry; a hint: grader hint tiny",
    ]


def test_an_attempt_that_cannot_be_imported_reads_like_this() -> None:
    one = attempt(case("not_run", points="3"), message="tiny.py can't be imported (line 1: x): NameError: x")

    assert lines(one) == [
        f"tiny   public seed{'0 of 3 points':>62}",
        "",
        "  tiny.py can't be imported (line 1: x): NameError: x",
        "",
        "",
        "0 of 3 points. Mend this first.",
    ]


def test_each_attempt_names_its_seed() -> None:
    found = lines(*[AttemptResult("tiny", 1, "tiny.py", (case(),), seed=7)] * 2)

    assert [squeezed(line) for line in found if "seed" in line] == ["tiny seed 7 1 of 1 points"] * 2


def test_several_attempts_end_with_their_sum() -> None:
    found = lines(attempt(case()), attempt(case("not_run"), exercise="other"))

    assert [squeezed(line) for line in found if line.endswith("points")] == [
        "tiny public seed 1 of 1 points",
        "other public seed 0 of 1 points",
        "all 1 of 2 points",
    ]


def test_one_attempt_has_no_sum() -> None:
    assert not [line for line in lines(attempt(case())) if line.startswith("all")]


# --- its parts ---


@pytest.mark.parametrize(
    ("verdict", "word"),
    [
        ("passed", "passed"),
        ("failed", "failed"),
        ("timed_out", "timed out"),
        ("crashed", "crashed"),
        ("not_run", "not run"),
    ],
)
def test_each_verdict_has_a_word(verdict: verdicts.Verdict, word: str) -> None:
    assert f"    {word:11}  It holds" in shown(attempt(case(verdict)))


def test_the_case_of_a_test_is_named() -> None:
    assert "It holds [3-x]" in shown(attempt(case(name="test_it[3-x]")))


def test_points_of_a_part_are_summed_exactly() -> None:
    found = lines(attempt(*[case(points="1/3")] * 3))

    assert squeezed(found[2]) == "retry 1 of 1"


def test_failures_are_numbered_as_show_counts_them() -> None:
    tests = [failed("A.", name="a"), failed("B.", name="b"), failed("C.", name="c")]

    assert [line for line in lines(attempt(*tests)) if line[:2] in ("1.", "2.", "3.")] == ["1. A", "2. B", "3. C"]


def test_a_reason_that_repeats_the_claim_is_left_out() -> None:
    assert shown(attempt(failed("It holds.", actual="1"))).count("It holds") == 2


def test_what_is_not_written_yet_is_no_failure() -> None:
    way = (OwnLine("tiny.py", 3, "raise NotImplementedError"),)
    unwritten = failed("B.", name="b", reason=NOT_WRITTEN, raised="NotImplementedError", lines=way)

    found = shown(attempt(unwritten, failed("A.")))

    assert "    not written  B " in found
    assert "1. A\n" in found
    assert "2. B" not in found
    assert "Not written yet: more (line 3)." in found


def looks(test: str, *names: str) -> Looks:
    return Looks(f"T::{test}", (f"T::{test}",), tuple(Misconception(name, f"Why {name}.") for name in names))


def named(tests: list[Any], *misconceptions: Looks) -> list[str]:
    result = msgspec.structs.replace(attempt(*tests), misconceptions=misconceptions)
    return [squeezed(line) for line in lines(result)]


def test_one_failure_is_shown_with_what_explains_it_wherever_that_shows_best() -> None:
    tests = [msgspec.structs.replace(failed(f"{name} holds."), id=f"T::{name}") for name in ("a", "b")]
    both = Looks("T::a", ("T::a", "T::b"), (Misconception("late", "Why late."),))
    console = plain()

    terminal.show_failure(tell(msgspec.structs.replace(attempt(*tests), misconceptions=(both,))), 1, console)

    assert [line for line in written(console).splitlines() if line][1:] == [
        "2. b holds",
        '  This looks like "late": Why late.',
    ]


def test_each_misconception_is_named_at_its_test() -> None:
    tests = [msgspec.structs.replace(failed(f"{name} holds."), id=f"T::{name}") for name in ("a", "b", "c")]

    text = named(tests, looks("a", "late"), looks("c", "early", "never"))

    assert text.count('This looks like "late": Why late.') == 1
    places = [text.index(line) for line in ("1. a holds", 'This looks like "late": Why late.')]
    places += [text.index(line) for line in ("2. b holds", "3. c holds", "This looks like one of 2:")]
    places += [text.index(line) for line in ('"early": Why early.', 'or "never": Why never.')]
    assert places == sorted(places)


def test_what_looks_like_a_misconception_is_not_only_unwritten() -> None:
    tests = [failed("It is abstract.", reason=NOT_WRITTEN, raised="NotImplementedError")]

    assert not [line for line in named(tests) if line.startswith("1.")]
    assert 'This looks like "late": Why late.' in named(tests, looks("test_it", "late"))


def test_an_exception_is_shown_with_the_attempts_lines() -> None:
    way = (OwnLine("tiny.py", 5, "half(n)"), OwnLine("tiny.py", 2, "1 // 0"))
    found = [squeezed(line) for line in lines(attempt(failed(raised="ZeroDivisionError: no", lines=way)))]

    assert found[found.index("raised ZeroDivisionError: no") :][:3] == [
        "raised ZeroDivisionError: no",
        "your code tiny/tiny.py:5 half(n)",
        "tiny/tiny.py:2 1 // 0",
    ]


# --- width ---

LONG = failed(
    "A claim that is longer than any line of a narrow terminal can be, and then some more.",
    reason="a reason that is longer than any line of a narrow terminal can be, too.",
    expected="x" * 300,
    actual=repr(list(range(100))),
    raised="ValueError: " + "y" * 200,
    lines=(OwnLine("tiny.py", 12345, "some(call, with_many, arguments) or another(one)" * 3),),
    output="printed " * 40,
)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_longer_than_the_terminal_is_wide(width: int) -> None:
    tests = [LONG, case("not_run", "word " * 30, part="a part with a long name, too")]
    found = lines(attempt(*tests), attempt(*tests, message="m " * 90), width=width)

    assert max(map(len, found)) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_snippet_is_never_wrapped(width: int) -> None:
    code = "call(" + ", ".join(map(str, range(60))) + ")"

    assert code in lines(attempt(failed(snippet=code)), width=width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_value_is_folded_and_not_cut(width: int) -> None:
    value = "".join(map(str, range(100)))
    found = shown(attempt(failed(actual=value)), width=width)

    assert value in "".join(found.replace("|", "").split())


def test_no_line_ends_in_spaces() -> None:
    assert [line for line in lines(attempt(case(), LONG)) if line != line.rstrip()] == []


# --- hostile text ---


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", ["[red]x[/red]", "[/]", "[bold", ":smile:", "[link=file:///x]y[/link]", "{}%s"])
def test_markup_in_claims_and_values_is_shown_as_it_is(text: str, width: int) -> None:
    fields = {"reason": text + "!", "snippet": text, "subject": text, "expected": text, "actual": text, "raised": text}
    found = shown(attempt(failed(text, **fields, lines=(OwnLine("tiny.py", 1, text),), output=text)), width=width)

    joined = "".join(found.split())
    assert joined.count("".join(text.split())) >= 9


@pytest.mark.parametrize("field", ["reason", "snippet", "expected", "actual", "raised"])
@pytest.mark.parametrize("text", ["\x1b[2Jx", "a\rb", "\x9b31m", "a\u202eb", "a\x85b\u2028c"], ids=ascii)
def test_commands_to_the_terminal_in_evidence_are_written_as_escapes(field: str, text: str) -> None:
    found = shown(attempt(failed(**{field: text})))

    assert text not in found
    assert text.encode("unicode_escape").decode() in found


def test_commands_to_the_terminal_elsewhere_are_written_as_escapes() -> None:
    bad = "\x1b[2J"
    one = failed(bad, reason="r", lines=(OwnLine("tiny.py", 1, bad),), output=bad)

    assert bad not in shown(attempt(one, message=bad)) + shown(attempt(one))


@settings(deadline=None, database=None, max_examples=40)
@given(
    text=st.text(st.characters() | st.characters(categories=["Cc", "Cf", "Cs"]), max_size=60),
    width=st.sampled_from(WIDTHS),
)
def test_whatever_an_attempt_says_can_be_shown(text: str, width: int) -> None:
    fields = {"reason": text, "snippet": text, "subject": text, "expected": text, "actual": text, "raised": text}
    found = shown(attempt(failed("Claim.", **fields, lines=(OwnLine("tiny.py", 1, text),), output=text)), width=width)

    assert {letter for letter in found if ord(letter) < 32 or 127 <= ord(letter) < 160} <= {"\n"}


def test_what_was_printed_never_starts_a_line() -> None:
    found = lines(attempt(failed(output="::error::x\n# heading\n")))

    assert [line for line in found if line.startswith(("::", "#"))] == []


# --- colour ---


def test_words_are_coloured_where_colour_is_wanted() -> None:
    file = io.StringIO()
    console = Console(file=file, width=80, force_terminal=True, color_system="standard")
    put(console, terminal.report([tell(attempt(case()))], console))

    assert "\x1b[32mpassed" in file.getvalue()


def test_no_color_takes_the_colours_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    file = io.StringIO()
    console = Console(file=file, width=80, force_terminal=True)
    put(console, terminal.report([tell(attempt(case(), failed()))], console))

    assert [code for code in ("\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[36m") if code in file.getvalue()] == []


# --- signs ---


def signed(*signs: verdicts.Sign) -> AttemptResult:
    return AttemptResult("tiny", 1, "tiny.py", (case(),), signs=signs)


def test_signs_are_shown_before_the_last_lines() -> None:
    sign = verdicts.Sign(12, "frames", "looks at the frames of its callers: sys._getframe", "x = sys._getframe(1)")

    assert lines(signed(sign))[5:9] == [
        "To look at (it changes no points):",
        "  line 12   looks at the frames of its callers: sys._getframe",
        "            | x = sys._getframe(1)",
        "",
    ]


def test_who_asked_is_told_that_there_are_none() -> None:
    assert "Nothing to look at." in lines(signed())


def test_who_did_not_ask_is_shown_none() -> None:
    assert "look at" not in shown(attempt(case()))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_line_of_an_attempt_in_a_sign_is_safe_to_show(width: int) -> None:
    sign = verdicts.Sign(1, "characters", "holds U+202E", "\u202e\x1b[2J ::error::x" + "y" * 500)

    assert "\u202e" not in shown(signed(sign), width=width)
    assert "\x1b" not in shown(signed(sign), width=width)
    assert all(len(line) <= width for line in lines(signed(sign), width=width))
