"""Every format: each is read as its reader reads it, and the same awkward results go through all of them."""

import json
import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import jsonschema
import msgspec
import pytest

from grader.errors import GraderError, UsageError
from grader.formats import registry
from grader.formats.report import Report
from grader.visibility import Visibility
from tests.conftest import ROOT
from tests.formats.awkward import AWKWARD, FAULT, SECRET, STYLE, generated, hostile, report, secret
from tests.formats.readers import autolab, github, github_classroom, junit, markup
from tests.formats.told import attempt, case, failed

CLASSROOM50 = {
    "CLASSROOM": "cs",
    "ASSIGNMENT": "tiny",
    "ASSIGNMENT_TYPE": "individual",
    "OWNER": "ann",
    "SUBMISSION_TAG": "submit/1",
    "COMMIT_URL": "https://example.org/c",
    "RELEASE_URL": "https://example.org/r",
}
PROGRAMS = [name for name in registry.FORMATS if name != "text"]


def _schema(name: str) -> Callable[[str], Any]:
    schema = msgspec.json.decode((ROOT / f"docs/schemas/{name}.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)

    def read(text: str) -> Any:
        found = json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
        jsonschema.validate(found, schema)
        return found

    return read


def _classroom50(text: str) -> Any:
    found = _schema("classroom50-result-1")(text)
    assert all(one["score"] <= one["max-score"] for one in [found, *found["tests"]])
    assert len(text.encode()) < 10 * 1024 * 1024
    return found


def _github_classroom(text: str) -> Any:
    found = github_classroom.read(text)
    jsonschema.validate(found, msgspec.json.decode((ROOT / "docs/schemas/github-classroom.schema.json").read_bytes()))
    assert github.commands(github_classroom.printed(found)) == []
    return found


def _junit(text: str) -> Any:
    assert junit.problems(text, junit.XUNIT) == []
    if "<error" not in text:  # which pytest's copy has no place for, though pytest writes it
        assert junit.problems(text, junit.PYTEST) == []
    shown = junit.gitlab(text)
    assert len(shown) == text.count("<testcase"), "GitLab drops what has the name of another"
    return shown


def _bounded(read: Callable[[str], Any], most: int) -> Callable[[str], Any]:
    def bounded(text: str) -> Any:
        assert len(text.encode()) <= most
        return read(text)

    return bounded


def _log(text: str) -> list[github.Command]:
    return github.commands(text)


READERS: dict[str, Callable[[str], Any]] = {
    "text": str,
    "json": _schema("check-1"),
    "github": _log,
    "github-classroom": _github_classroom,
    "classroom50": _classroom50,
    "gradescope": _schema("gradescope"),
    "junit": _junit,
    "exercism": _bounded(_schema("exercism-results-3"), 500_000),
    "ctrf": _schema("ctrf"),
    "gitlab-codequality": _schema("gitlab-codequality"),
    "autolab": autolab.read,
    "prairielearn": _bounded(_schema("prairielearn"), 1_000_000),
    "markdown": _bounded(markup.markdown, 1024 * 1024 - 1),
    "html": markup.html,
}


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in CLASSROOM50.items():
        monkeypatch.setenv(name, value)


def read(name: str, of: Report) -> Any:
    return READERS[name](registry.rendered(name, of))


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(registry.FORMATS)


@pytest.mark.parametrize("odd", AWKWARD)
@pytest.mark.parametrize("name", registry.FORMATS)
def test_its_reader_takes_what_is_odd(name: str, odd: str) -> None:
    text = registry.rendered(name, report(AWKWARD[odd]))

    READERS[name](text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e\u2028\ud800-\udfff]", text)
    if name != "github":
        assert github.commands(text) == []


@pytest.mark.parametrize("name", [name for name in registry.FORMATS if not registry.FORMATS[name].one])
def test_its_reader_takes_several_topics(name: str) -> None:
    results = [msgspec.structs.replace(one, exercise=f"topic{number}") for number, one in enumerate(AWKWARD.values())]

    READERS[name](registry.rendered(name, report(*results)))


# --- what could not be judged -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["gradescope", "classroom50", "autolab", "prairielearn"])
def test_our_own_fault_is_no_score(name: str) -> None:
    with pytest.raises(GraderError, match="the suite is broken"):
        registry.rendered(name, report(faults=[FAULT]))


@pytest.mark.parametrize("name", ["github", "github-classroom", "junit", "exercism", "ctrf", "markdown", "html"])
def test_our_own_fault_is_told_of(name: str) -> None:
    text = registry.rendered(name, report(faults=[FAULT]))

    READERS[name](text)
    plain = json.dumps(github_classroom.read(text)) if name == "github-classroom" else text
    assert "the suite is broken" in plain


def test_our_own_fault_by_reader() -> None:
    mine = report(faults=[FAULT])

    assert [one.status for one in read("junit", mine)] == ["error"]
    assert read("exercism", mine)["status"] == "error"
    assert read("github-classroom", mine)["status"] == read("github-classroom", mine)["tests"][0]["status"] == "error"
    assert read("ctrf", mine)["results"]["summary"]["other"] == 1


# --- what a reader may see --------------------------------------------------------------------------------------------


def _whole(name: str, of: Report) -> str:
    text = registry.rendered(name, of)
    return json.dumps(github_classroom.read(text)) if name == "github-classroom" else text


# Style is about the attempt alone.
@pytest.mark.parametrize("name", [name for name in registry.FORMATS if name != "gitlab-codequality"])
def test_hidden_tests_keep_what_they_found_where_that_is_asked_for(name: str) -> None:
    hidden = _whole(name, secret(Visibility.after_published))

    assert SECRET in _whole(name, secret(Visibility.visible))
    assert (SECRET in hidden) == registry.FORMATS[name].waits
    if name != "text":
        assert "SEEN" in hidden


def test_a_summary_beside_a_report_keeps_it_as_well() -> None:
    assert SECRET in registry.beside("github", secret(None))
    assert SECRET not in registry.beside("github", secret(Visibility.hidden))


@pytest.mark.parametrize("visibility", [None, *Visibility])
def test_gradescope_hides_what_is_not_public(visibility: Visibility | None) -> None:
    seen, *hidden = read("gradescope", secret(visibility))["tests"]

    assert seen["visibility"] == "visible"
    assert {one["visibility"] for one in hidden} == {visibility or "after_published"}


# --- points -----------------------------------------------------------------------------------------------------------


THIRDS = attempt(case(points="1/3"), case("failed", points="7/6", name="test_two"), case(points="2/3"))


def test_classroom50_has_whole_points_times_a_factor_that_it_names() -> None:
    found = read("classroom50", report(THIRDS))

    assert [(one["score"], one["max-score"]) for one in found["tests"]] == [(2, 2), (0, 7), (4, 4)]
    assert (found["score"], found["max-score"]) == (6, 13)
    assert "times 6" in github.outputs(registry.beside("classroom50", report(THIRDS)))["summary"]
    assert "times" not in registry.beside("classroom50", report(attempt(case())))


@pytest.mark.parametrize("odd", AWKWARD)
def test_the_summary_of_classroom50_is_one_output(odd: str) -> None:
    assert list(github.outputs(registry.beside("classroom50", report(AWKWARD[odd])))) == ["summary"]


@pytest.mark.parametrize("odd", AWKWARD)
def test_points_are_the_same_everywhere(odd: str) -> None:
    result = AWKWARD[odd]
    score, whole = float(result.score), float(result.max_score)
    found = {name: read(name, report(result)) for name in ("gradescope", "github-classroom", "autolab", "prairielearn")}

    assert sum(test["score"] for test in found["gradescope"]["tests"]) == pytest.approx(score)
    assert sum(test["score"] for test in found["github-classroom"]["tests"]) == pytest.approx(score)
    assert found["github-classroom"]["max_score"] == pytest.approx(whole)
    assert found["autolab"][0] == {"tiny": pytest.approx(score)}
    if found["prairielearn"]["gradable"] and whole:
        assert found["prairielearn"]["score"] == pytest.approx(score / whole)
    scaled = read("classroom50", report(result))
    assert not whole or Fraction(scaled["score"], scaled["max-score"]) == result.score / result.max_score


def test_no_points_are_full_points_only_where_all_holds() -> None:
    assert read("prairielearn", report(AWKWARD["no points"]))["score"] == 0
    assert read("prairielearn", report(AWKWARD["no points, and all holds"]))["score"] == 1


# --- one by one -------------------------------------------------------------------------------------------------------


def test_gradescope_has_no_score_of_the_whole_and_says_of_every_text_that_it_is_plain() -> None:
    found = read("gradescope", report(AWKWARD["all at once"]))

    assert "score" not in found
    formats = [value for key, value in [*found.items(), *found["tests"][0].items()] if key.endswith("_format")]
    assert formats == ["text"] * 5


@pytest.mark.parametrize(
    ("odd", "status"), [("all holds", "pass"), ("a time-out", "fail"), ("an import error", "fail")]
)
def test_github_classroom_says_what_passes(odd: str, status: str) -> None:
    assert read("github-classroom", report(AWKWARD[odd]))["status"] == status


def test_junit_has_a_verdict_in_an_element_and_points_beside_it() -> None:
    tests = case(), case("timed_out", name="b"), case("not_run", name="c"), failed(name="d")
    text = registry.rendered("junit", report(attempt(*tests, case(points="1/2", name="e"))))

    assert [one.status for one in _junit(text)] == ["success", "failure", "skipped", "failure", "success"]
    assert _junit(text)[3].text.startswith("It holds.")
    assert "<system-out>points 0.5 of 0.5</system-out>" in text
    assert 'tests="5" failures="2" skipped="1"' in text
    assert [one.name for one in _junit(text)] == ["It holds", *(f"It holds ({number})" for number in (2, 3, 4, 5))]


@pytest.mark.parametrize(
    ("odd", "status"),
    [("all holds", "pass"), ("a time-out", "fail"), ("an import error", "error"), ("not one was run", "error")],
)
def test_exercism_has_an_error_where_no_test_ran(odd: str, status: str) -> None:
    assert read("exercism", report(AWKWARD[odd]))["status"] == status


def test_exercism_numbers_parts_as_tasks() -> None:
    found = read("exercism", report(attempt(case(part="a"), case(part="a", name="b"), case(part="b", name="c"))))

    assert [one["task_id"] for one in found["tests"]] == [1, 1, 2]


@pytest.mark.parametrize("odd", AWKWARD)
def test_ctrf_counts_what_it_lists(odd: str) -> None:
    results = read("ctrf", report(AWKWARD[odd]))["results"]
    summary, statuses = results["summary"], [one["status"] for one in results["tests"]]

    assert summary["tests"] == len(statuses)
    assert all(summary[kind] == statuses.count(kind) for kind in ("passed", "failed", "pending", "skipped", "other"))


def test_gitlab_gets_notes_on_style_and_nothing_else() -> None:
    first, second = read("gitlab-codequality", report(AWKWARD["all holds"], style=STYLE))

    assert (first["check_name"], first["location"]) == ("B006", {"path": "tiny/tiny.py", "lines": {"begin": 3}})
    assert first["fingerprint"] != second["fingerprint"]
    assert read("gitlab-codequality", report(AWKWARD["all at once"])) == []


def test_autolab_has_parts_as_stages_and_scores_last() -> None:
    scores, stages = read("autolab", report(attempt(case(), failed(name="b", part="other"))))

    assert (scores, list(stages)) == ({"tiny": 1}, ["tiny: retry", "tiny: other"])
    assert stages["tiny: retry"] == {"It holds": {"passed": True, "hint": ""}}


def test_prairielearn_takes_no_try_from_who_has_a_typing_error() -> None:
    found = read("prairielearn", report(AWKWARD["an import error"]))

    assert (found["gradable"], "score" in found) == (False, False)
    assert found["format_errors"][0].startswith("The attempt can't be imported")


@pytest.mark.parametrize("name", ["markdown", "html"])
@pytest.mark.parametrize(
    ("odd", "first"),
    [
        ("all holds", "everything holds"),
        ("an import error", "Mend this first"),
        ("a time-out", "Look at this first"),
    ],
)
def test_pages_begin_with_what_to_look_at(name: str, odd: str, first: str) -> None:
    text = registry.rendered(name, report(AWKWARD[odd]))
    place = text.lower().find(first.lower())

    if name == "markdown":
        assert 0 < place < text.index("\n")
    elif odd != "all holds":
        assert 0 < place < text.index("<table>")
    assert "points" in text


def test_a_page_needs_nothing_else_and_folds_all_but_the_first() -> None:
    text = registry.rendered("html", report(attempt(hostile("a"), hostile("b"))))

    assert text.count("<details open>") == 1
    assert text.count("<details>") == 1
    assert "default-src 'none'" in text
    assert not re.search(r"src=|href=|url\(|@import|<script|<link", text)


def test_a_seed_that_somebody_keeps_to_themselves_is_told_to_no_student() -> None:
    mine = report(msgspec.structs.replace(AWKWARD["a time-out"], seed=918273645), seed=918273645)

    told = {name for name in PROGRAMS if "918273645" in _whole(name, mine)}
    assert told <= {"json", "github"}


# --- the registry -----------------------------------------------------------------------------------------------------


def test_an_unknown_format_is_a_line_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="no format 'gradscope'; did you mean gradescope"):
        registry.known("gradscope")


@pytest.mark.parametrize("name", CLASSROOM50)
def test_classroom50_says_what_its_runner_has_not_set(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(name)

    with pytest.raises(UsageError, match=f"{name} is not set"):
        registry.known("classroom50")


def test_generated_outputs_are_as_many_as_asked_for() -> None:
    assert len(set(generated(100))) > 90
