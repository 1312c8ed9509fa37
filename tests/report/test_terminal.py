"""The report of a check for people."""

import io
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from grader import verdicts
from grader.report import terminal
from grader.verdicts import AttemptResult, Evidence, Looks, Misconception, OwnLine

WIDTHS = [40, 80]


def case(verdict: verdicts.Verdict = "passed", claim: str = "It holds.", name: str = "test_it", **more: Any) -> Any:
    fields = {"part": "retry", "points": "1", **more}
    return verdicts.TestResult(f"T::{name}", name, claim=claim, verdict=verdict, **fields)


def failed(claim: str = "It holds.", output: str = "", **evidence: Any) -> Any:
    return case("failed", claim, evidence=Evidence(**{"reason": claim, **evidence}), output=output)


def attempt(*tests: Any, message: str | None = None, exercise: str = "tiny") -> AttemptResult:
    return AttemptResult(exercise, 1, f"{exercise}.py", tests, message)


def shown(*results: AttemptResult, width: int = 80) -> str:
    file = io.StringIO()
    terminal.show(results, Console(file=file, width=width, highlight=False, markup=False, emoji=False))
    return file.getvalue()


def lines(*results: AttemptResult, width: int = 80) -> list[str]:
    return shown(*results, width=width).splitlines()


def squeezed(line: str) -> str:
    return " ".join(line.split())


# --- the whole ---


def test_a_full_attempt_reads_like_this() -> None:
    one = attempt(
        case(part="timer", claim="It returns."),
        case(part="retry", claim="It stops.", points="3"),
        exercise="decorators",
    )

    assert lines(one) == [
        f"decorators{'4 of 4 points':>70}",
        "",
        f"  timer{'1 of 1':>73}",
        "    passed     It returns",
        f"  retry{'3 of 3':>73}",
        "    passed     It stops",
        "",
        "4 of 4 points: everything holds. Well done.",
        "Seed 0, the public one: for practice.",
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
        f"tiny{'1 of 2 points':>76}",
        "",
        f"  retry{'1 of 2':>73}",
        "    passed     It stops",
        f"    failed     It does not wait{'0 of 1':>49}",
        "",
        "Look at this first: It does not wait",
        "",
        "retry(1)",
        "f()",
        "",
        "  expected    waits: []",
        "  yours       waits: [0.5]",
        "  your code   tiny.py:41   sleep(delay)",
        "",
        "  the last failure is final.",
        "",
        "    printed",
        "      | hello",
        "",
        "1 of 2 points: 1 of 2 claims hold.",
        "One hint at a time: grader hint tiny",
        "Seed 0, the public one: for practice.",
    ]


def test_an_attempt_that_cannot_be_imported_reads_like_this() -> None:
    one = attempt(case("not_run", points="3"), message="tiny.py can't be imported (line 1: x): NameError: x")

    assert lines(one) == [
        f"tiny{'0 of 3 points':>76}",
        "",
        "  tiny.py can't be imported (line 1: x): NameError: x",
        "",
        f"  retry{'0 of 3':>73}",
        f"    not run    It holds{'0 of 3':>57}",
        "",
        "0 of 3 points: 0 of 1 claims hold.",
        "One hint at a time: grader hint tiny",
        "Seed 0, the public one: for practice.",
    ]


def test_the_seed_is_named_once_for_all_attempts() -> None:
    found = lines(*[AttemptResult("tiny", 1, "tiny.py", (case(),), seed=7)] * 2)

    assert [line for line in found if "eed" in line] == ["Seed 7, not the public one."]


def test_several_attempts_end_with_their_sum() -> None:
    found = lines(attempt(case()), attempt(case("not_run"), exercise="other"))

    assert [squeezed(line) for line in found if line.endswith("points")] == [
        "tiny 1 of 1 points",
        "other 0 of 1 points",
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
    assert f"    {word:9}  It holds" in shown(attempt(case(verdict)))


def test_the_case_of_a_test_is_named() -> None:
    assert "It holds [3-x]" in shown(attempt(case(name="test_it[3-x]")))


def test_points_of_a_part_are_summed_exactly() -> None:
    found = lines(attempt(*[case(points="1/3")] * 3))

    assert squeezed(found[2]) == "retry 1 of 1"


def test_only_the_first_failure_is_looked_at_first() -> None:
    headings = [
        line for line in lines(attempt(failed("A."), failed("B."), failed("C."))) if "    " not in line and ": " in line
    ]

    assert headings[:3] == ["Look at this first: A", "Then: B", "Then: C"]


def test_a_reason_that_repeats_the_claim_is_left_out() -> None:
    assert shown(attempt(failed("It holds.", actual="1"))).count("It holds") == 2


def test_what_is_not_written_yet_comes_in_one_block() -> None:
    def unwritten(line: int) -> Any:
        source = (OwnLine("tiny.py", line, "raise NotImplementedError"),)
        return failed(f"Claim {line}.", reason=terminal.NOT_WRITTEN, raised="NotImplementedError", lines=source)

    found = shown(attempt(unwritten(7), unwritten(3), unwritten(7)))

    assert "Look at this first: nothing is written yet\n    tiny.py raises NotImplementedError, line 3, 7\n" in found
    assert "raised" not in found


def test_what_is_not_written_yet_comes_after_what_failed() -> None:
    unwritten = failed("B.", reason=terminal.NOT_WRITTEN, lines=(OwnLine("tiny.py", 3, "raise"),))
    found = shown(attempt(unwritten, failed("A.")))

    assert found.index("Look at this first: A") < found.index("Not written yet:")


def looks(test: str, *names: str) -> Looks:
    return Looks(f"T::{test}", (f"T::{test}",), tuple(Misconception(name, f"Why {name}.") for name in names))


def named(tests: list[Any], *misconceptions: Looks) -> list[str]:
    result = msgspec.structs.replace(attempt(*tests), misconceptions=misconceptions)
    return [squeezed(line) for line in lines(result)]


def test_each_misconception_is_named_at_its_test() -> None:
    tests = [msgspec.structs.replace(failed(f"{name} holds."), id=f"T::{name}") for name in ("a", "b", "c")]

    text = named(tests, looks("a", "late"), looks("c", "early", "never"))

    assert text.count('This looks like "late": Why late.') == 1
    places = [text.index(line) for line in ("Look at this first: a holds", 'This looks like "late": Why late.')]
    places += [text.index(line) for line in ("Then: b holds", "Then: c holds", "This looks like one of 2:")]
    places += [text.index(line) for line in ('"early": Why early.', 'or "never": Why never.')]
    assert places == sorted(places)


def test_what_looks_like_a_misconception_is_not_only_unwritten() -> None:
    tests = [failed("It is abstract.", reason=terminal.NOT_WRITTEN, raised="NotImplementedError")]

    assert "Look at this first: nothing is written yet" in named(tests)
    assert 'This looks like "late": Why late.' in named(tests, looks("test_it", "late"))


def test_an_exception_is_shown_with_the_attempts_lines() -> None:
    way = (OwnLine("tiny.py", 5, "half(n)"), OwnLine("tiny.py", 2, "1 // 0"))
    found = [squeezed(line) for line in lines(attempt(failed(raised="ZeroDivisionError: no", lines=way)))]

    assert found[found.index("raised ZeroDivisionError: no") :][:3] == [
        "raised ZeroDivisionError: no",
        "your code tiny.py:5 half(n)",
        "tiny.py:2 1 // 0",
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
    found = lines(
        attempt(LONG, case("not_run", "word " * 30, part="a part with a long name, too"), message="m " * 90),
        width=width,
    )

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
    assert joined.count("".join(text.split())) >= 10


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
    terminal.show([attempt(case())], Console(file=file, width=80, force_terminal=True, color_system="standard"))

    assert "\x1b[32mpassed" in file.getvalue()


def test_no_color_takes_the_colours_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    file = io.StringIO()
    terminal.show([attempt(case(), failed())], Console(file=file, width=80, force_terminal=True))

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
