"""The report of a check for programs."""

import platform
from typing import Any

import jsonschema
import msgspec
import pytest

from grader import __version__, verdicts
from grader.formats.json import document, render
from grader.judge.protocol import Hello
from grader.verdicts import AttemptResult, Evidence, OwnLine
from tests.conftest import ROOT

SCHEMA = msgspec.json.decode((ROOT / "docs/schemas/check-1.schema.json").read_bytes())
HELLO = Hello("9.0", "6.150", "fork")
EVIDENCE = Evidence("It raised.", "f(1)", raised="ValueError: x", lines=(OwnLine("tiny.py", 3, "f()"),))


def case(verdict: verdicts.Verdict = "passed", points: str = "1", **more: Any) -> verdicts.TestResult:
    return verdicts.TestResult("T::t[1]", "t[1]", "part", "It holds.", verdict, points, **more)


def attempt(*tests: verdicts.TestResult, message: str | None = None) -> AttemptResult:
    return AttemptResult("tiny", 3, "tiny.py", tests, message)


def written(*results: AttemptResult) -> Any:
    """The first result of the report's text, read back."""
    return msgspec.json.decode(render(document(results, HELLO, 0)))["results"][0]


def test_the_environment_says_what_judged() -> None:
    assert document([], HELLO, seed=7) == {
        "schema": "grader/check/1",
        "environment": {
            "grader": __version__,
            "python": platform.python_version(),
            "pytest": "9.0",
            "hypothesis": "6.150",
            "platform": f"{platform.system()}-{platform.machine()}".lower(),
            "jail": "fork",
            "seed": 7,
            "public_seed": False,
        },
        "results": [],
        "faults": [],
    }


def test_a_test_is_written_with_all_that_is_known_of_it() -> None:
    one = attempt(case("failed", "3/2", duration_s=0.25, evidence=EVIDENCE, output="out\n"))

    assert written(one)["tests"] == [
        {
            "id": "T::t[1]",
            "name": "t[1]",
            "part": "part",
            "claim": "It holds.",
            "public": False,
            "verdict": "failed",
            "score": 0,
            "max_score": 1.5,
            "duration_s": 0.25,
            "evidence": {
                "reason": "It raised.",
                "snippet": "f(1)",
                "raised": "ValueError: x",
                "lines": [{"file": "tiny.py", "line": 3, "source": "f()"}],
            },
            "output": "out\n",
        }
    ]


def test_an_attempt_is_written_with_its_sums() -> None:
    found = written(attempt(case(points="5/2"), case("crashed", "1/2"), message="about all of it"))

    names = ("exercise", "version", "attempt", "score", "max_score", "message")
    assert [found[name] for name in names] == ["tiny", 3, "tiny.py", 2.5, 3, "about all of it"]


@pytest.mark.parametrize(("seed", "public"), [(0, True), (7, False)])
def test_an_attempt_says_which_seed_it_was_judged_on(seed: int, public: bool) -> None:
    found = written(AttemptResult("tiny", 3, "tiny.py", (case(),), seed=seed))

    assert (found["seed"], found["public_seed"]) == (seed, public)


def test_thirds_add_up_to_a_whole_number() -> None:
    text = render(document([attempt(*[case(points="1/3")] * 3)], HELLO, 0))

    assert '"score": 1,' in text
    assert '"score": 0.3333333333333333,' in text


def test_results_come_in_their_order() -> None:
    found = document([attempt(message="first"), attempt(message="second")], HELLO, 0)["results"]

    assert [result["message"] for result in found] == ["first", "second"]


@pytest.mark.parametrize("evidence", [None, Evidence("It is so."), EVIDENCE], ids=["none", "a reason", "an exception"])
@pytest.mark.parametrize("verdict", ["passed", "failed", "timed_out", "crashed", "not_run"])
def test_a_test_is_what_the_schema_says(verdict: verdicts.Verdict, evidence: Evidence | None) -> None:
    schema = {"$ref": "#/$defs/test", "$defs": SCHEMA["$defs"]}

    jsonschema.validate(written(attempt(case(verdict, "2/3", evidence=evidence)))["tests"][0], schema)


def test_the_text_ends_in_one_line_feed_and_reads_back() -> None:
    whole = document([attempt(case("failed"))], HELLO, 0)
    text = render(whole)

    assert (text[-2:], msgspec.json.decode(text)) == ("}\n", whole)


@pytest.mark.parametrize("text", ["\x1b[31m", "\u2028", "é漢🎉", '"\\', "\0"], ids=ascii)
def test_any_text_of_an_attempt_reads_back(text: str) -> None:
    assert written(attempt(case("failed", output=text)))["tests"][0]["output"] == text


def test_a_ci_finds_no_command_in_the_text() -> None:
    printed = "::error::x\n##[add-mask]passed\n##vso[x]\\::"
    written = {"output": printed}

    text = render(written)

    assert "##" not in text
    assert [line for line in text.splitlines() if line.lstrip().startswith("::")] == []
    assert msgspec.json.decode(text) == written
