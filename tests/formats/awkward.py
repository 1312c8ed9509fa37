"""Results that every format has to take: what is odd about them is what somebody will hand in."""

import random
from collections.abc import Sequence

import msgspec

from grader import verdicts
from grader.formats.report import Report
from grader.judge.protocol import Hello
from grader.learner.style import Note, Style
from grader.verdicts import AttemptResult, Evidence, Isolation, ItemFault, Looks, Misconception, OwnLine
from grader.visibility import Visibility
from tests.formats.told import attempt, case, failed, tell

AT = "2026-11-30T12:00:00Z"
MARKUP = (
    "a|b `c` *d* <script>e</script> & \"f\" 'g' ]]> [h](i) ![j](k) @l #1 $m$ ~n~ :o: https://p.q www.r.s {{t}} \\u %v"
    " <https://w.x> y@z.org"
)
COMMANDS = (
    "::error::x\n   ::add-mask::a\n>>> ##[error]y\n##vso[task.complete]z\n::stop-commands::\n::set-output name=a::b"
)
UGLY = "\ud800 \udfff \x00 \x1b[31m \r \x85 \u2028 \u202e \ufffe \uffff \U000e0001 é 漢 🎉"
HOSTILE = "\n".join((MARKUP, COMMANDS, UGLY, "```", "[[ATTACHMENT|/etc/passwd]]", "<!-- -->", "</pre></details>"))
SECRET = "S3CRET"


def report(*results: AttemptResult, faults: Sequence[ItemFault] = (), **more: object) -> Report:
    """A report of these, as the command makes one."""
    isolation = Isolation("sealed", "linux", (), (), (), ())
    known = {"isolation": isolation, "attempt_sha256": "a" * 64, "suite_sha256": "b" * 64}
    results = tuple(msgspec.structs.replace(one, **known) for one in results)
    return Report(results, tell, AT, faults=faults, hello=Hello("9.0", "6.150", "fork"), **more)  # type: ignore[arg-type]


def evidence(text: str, line: int = 3) -> Evidence:
    """Evidence that holds `text` wherever it can."""
    lines = (OwnLine("tiny.py", 1, text), OwnLine("tiny.py", line, text))
    return Evidence(text, text, text, text, text, text, lines)


def hostile(text: str, id: str = "T::test_it", verdict: verdicts.Verdict = "failed") -> verdicts.TestResult:
    """A test in which all is `text` that an attempt or an author has a say in."""
    return verdicts.TestResult(id, f"test_it[{text}]", text, text, verdict, "1", 0.25, evidence(text), text)


def _looks(result: AttemptResult, text: str) -> AttemptResult:
    known = Looks(result.tests[0].id, (result.tests[0].id,), (Misconception(text, text), Misconception(text, text)))
    return AttemptResult(result.exercise, 1, "tiny.py", result.tests, misconceptions=(known,))


NOT_IMPORTED = AttemptResult(
    "tiny",
    1,
    "tiny.py",
    tuple(case("not_run", name=f"test_{number}") for number in range(3)),
    f"The attempt can't be imported: {HOSTILE}",
    evidence=evidence(HOSTILE),
    output=HOSTILE,
)
AWKWARD = {
    "all holds": attempt(case(), case(name="test_two")),
    "an import error": NOT_IMPORTED,
    "a time-out": attempt(case("timed_out", evidence=Evidence("It ran out of time.", "f(1)"), duration_s=3.5)),
    "a crash without evidence": attempt(case("crashed"), case("not_run", name="test_two")),
    "not one was run": attempt(case("not_run"), case("not_run", name="test_two")),
    "every markup": attempt(hostile(MARKUP)),
    "commands": attempt(hostile(COMMANDS), case("passed", COMMANDS, part=COMMANDS)),
    "ugly characters": attempt(hostile(UGLY), case(claim=UGLY, part=UGLY)),
    "all at once": _looks(attempt(hostile(HOSTILE), case(claim=HOSTILE, part="###")), HOSTILE),
    "no points": attempt(case(points="0"), case("failed", name="test_two", points="0")),
    "no points, and all holds": attempt(case(points="0")),
    "parts of points": attempt(case(points="1/3"), case("failed", points="7/6"), case(points="5/14")),
    "200 tests": attempt(
        *(
            hostile(MARKUP if number % 20 else HOSTILE * 3, f"T::test_{number}", ("failed", "passed")[number % 2])
            for number in range(200)
        )
    ),
    "names that are the same": attempt(case("failed"), case("failed"), case(claim="It holds (2).")),
    "an empty claim": attempt(case("failed", "", part=" "), case("passed", "\n", name="[")),
    "a very long line": attempt(hostile("x" * 20_000)),
}
STYLE = {"tiny": Style((Note(3, "B006", "Take None."), Note(9, "E722", "Name the exceptions.")))}
FAULT = ItemFault("tiny", "tiny.py", f"the suite is broken: {HOSTILE}")


def public(test: verdicts.TestResult) -> verdicts.TestResult:
    """The same test, for anybody to read."""
    return msgspec.structs.replace(test, public=True)


def secret(visibility: Visibility | None) -> Report:
    """A report with a word that hidden tests alone have found."""
    hidden = (hostile_claim(f"T::test_case[{SECRET}]"), hostile_claim("T::test_other"))
    looks = Looks(hidden[0].id, (hidden[0].id,), (Misconception(SECRET, SECRET),))
    seen = public(failed("This is shown.", name="test_public", snippet="print('SEEN')"))
    result = AttemptResult("tiny", 1, "tiny.py", (seen, *hidden), misconceptions=(looks,))
    return report(result, visibility=visibility)


def hostile_claim(id: str) -> verdicts.TestResult:
    name = id.partition("::")[2]
    why = evidence(SECRET)
    return verdicts.TestResult(
        id, name, "The claim stays.", "part", "failed", "1", 0.1, why, SECRET, SECRET, trace=SECRET
    )


_PIECES = (
    *("::", "::", "##[", "##", "[", "]", ":", " ", "\t", "\xa0", "\u3000", "\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c"),
    *("\x85", "\u2028", "\u2029", "\ufeff", "\u200b", "\ud800", "%0A", "%25", "%0D%0A", ",", ";", "=", "name=a", "| "),
    *("error", "warning", "notice", "add-mask", "stop-commands", "set-output", "save-state", "group", "endgroup"),
    *("echo", "debug", "add-matcher", "set-env", "add-path", "ERROR", "file=x,line=1", "vso[task]", "x", "word", "é"),
    *("::error::", "\n::error::x", "##[error]", "\n##[group]", "::stop-commands::x", "x" * 80, " " * 80, "\x1b[2K"),
)


def generated(number: int, seed: int = 14) -> list[str]:
    """So many outputs of attempts that would have a CI do something; the same ones every time."""
    draw = random.Random(seed)
    return ["".join(draw.choices(_PIECES, k=draw.randint(1, 12))) for _ in range(number)]
