"""`grader author`: a new exercise holds, and each way to spoil it is found."""

import jsonschema
import msgspec
import pytest

from tests.conftest import ROOT, Folder, Outcome

TOPIC = "exercises/next-number"


def verify(catalog: Folder, *options: str) -> Outcome:
    return catalog.run("author", "verify", "--catalog", "exercises", *options)


def rerecord(catalog: Folder) -> None:
    outcome = catalog.run("author", "record", "--catalog", "exercises")
    assert outcome.status == 0, outcome


def problems(outcome: Outcome) -> dict[str, list[str]]:
    (exercise,) = outcome.json["exercises"]
    return {step["name"]: step["problems"] for step in exercise["steps"] if step["problems"]}


SUITE = '''points


class TestAnswer:
    """answer"""

    @points(2)'''


def test_a_new_exercise_passes_every_step(catalog: Folder) -> None:
    outcome = verify(catalog)

    assert outcome.status == 0, outcome
    for step in ("shape", "reference", "right", "wrong", "universal", "tricks", "mutants", "determinism", "cost"):
        assert f"  {step} " in outcome.out
    assert "everything holds" in outcome.out
    assert "(100.0%), cosmic-ray" in outcome.out


def test_the_scaffold_refuses_what_is_there_and_what_is_no_name(catalog: Folder) -> None:
    again = catalog.run("author", "new", "next-number", "--catalog", "exercises")
    odd = catalog.run("author", "new", "Next Number", "--catalog", "exercises")

    assert (again.status, odd.status) == (2, 2)
    assert "nothing was changed" in again.err


def test_the_document_fits_its_schema(catalog: Folder) -> None:
    schema = msgspec.json.decode((ROOT / "docs/schemas/verify-1.schema.json").read_bytes())
    catalog.write(f"{TOPIC}/right/counts.py", '"""Wrong."""\n\n\ndef answer(number):\n    return 0\n')

    outcome = verify(catalog, "--quick", "--format", "json")

    jsonschema.validate(outcome.json, schema)
    assert any(problems(outcome).values())


def test_a_right_attempt_has_to_keep_its_budget_on_a_slow_machine(catalog: Folder) -> None:
    manifest = (catalog.path / TOPIC / "exercise.toml").read_text()
    catalog.write(f"{TOPIC}/exercise.toml", manifest.replace("[hints]", "[budgets]\ncheck_seconds = 2.0\n\n[hints]"))
    slow = "    for _ in range(1_000_000):\n        pass\n"
    catalog.write(f"{TOPIC}/right/slow.py", f'"""Slow."""\n\n\ndef answer(number):\n{slow}    return number + 1\n')
    rerecord(catalog)

    (problem,) = problems(verify(catalog, "--quick", "--format", "json"))["cost"]

    assert problem.startswith("slow.py takes ")
    assert problem.endswith("times as slow, more than the 2 s of check_seconds")


def test_quick_leaves_out_the_slow_steps(catalog: Folder) -> None:
    outcome = verify(catalog, "--quick")

    assert outcome.status == 0
    assert outcome.out.count("left out by --quick") == 2


@pytest.mark.parametrize(
    ("file", "old", "new", "step", "words"),
    [
        ("README.md", "answer", "reply", "shape", "the brief does not say answer"),
        ("next_number.py", "def answer", "def reply", "shape", "the stub does not define answer"),
        ("exercise.toml", '    "A nudge: where to look.",\n', "", "shape", "has 2 hints"),
        ("exercise.toml", "answer = [", "question = [", "shape", "no hint for the part 'answer'"),
        ("exercise.toml", "answer = [", "question = [", "shape", "has hints for 'question', which is no part"),
        ("scenarios.py", "    return {", "    if not 1:\n        return 1\n    return {", "shape", "its only return"),
        (
            "scenarios.py",
            "Asks for one answer.",
            "Asks.\n\n    number = 0\n    answer = answer(",
            "wrong",
            "does not show it",
        ),
        (
            "test_next_number.py",
            "seen.answer ==",
            "1 * seen.answer ==",
            "shape",
            "than a part of an answer",
        ),
        ("next_number.py", "raise NotImplementedError", "return number + 1", "reference", "the stub passes"),
        ("right/counts.py", "number + 2)[1]", "number + 2)[0]", "right", "right/counts.py fails"),
        ("wrong/forgets_the_sign.py", "abs(number)", "number", "wrong", "passes TestAnswer::test_follows"),
        ("wrong/forgets_the_sign.py", "def answer", "import nosuch\n\n\ndef answer", "wrong", "shows nothing: next_n"),
        ("wrong/forgets_the_sign.py", "abs(number)", "(number if number != 777 else 0)", "wrong", "with seed"),
        (
            "wrong/forgets_the_sign.py",
            "test_follows_the_number",
            "test_nothing",
            "shape",
            "names TestAnswer::test_nothing",
        ),
        ("wrong/forgets_the_sign.py", "Fails: Test", "Test", "shape", "needs a docstring"),
        (
            "test_next_number.py",
            SUITE,
            SUITE.replace("points\n", "points, public\n", 1).replace("    @", "    @public\n    @"),
            "public",
            "every test is public",
        ),
        ("test_next_number.py", "== number + 1", "!= number", "universal", "passes TestAnswer"),
        ("test_next_number.py", "== number + 1", "> number", "mutants", "survives"),
    ],
)
def test_each_way_to_spoil_an_exercise_is_found(
    catalog: Folder, file: str, old: str, new: str, step: str, words: str
) -> None:
    text = catalog.read(f"{TOPIC}/{file}")
    assert old in text
    catalog.write(f"{TOPIC}/{file}", text.replace(old, new))
    if "Fails" not in old and "nothing" not in new:
        rerecord(catalog)

    outcome = verify(catalog, "--format", "json", *([] if step == "mutants" else ["--quick"]))

    assert outcome.status == 1, outcome
    assert any(words in line for line in problems(outcome).get(step, [])), problems(outcome)


@pytest.mark.parametrize(
    ("file", "said", "recorded"),
    [
        ("next_number.py", "next_number.py is no Python, line 1: '(' was never closed", False),
        ("scenarios.py", "scenarios.py can't be read: '(' was never closed (scenarios.py, line 1)", False),
        ("test_next_number.py", "can't be collected: SyntaxError: '(' was never closed", False),
        ("wrong/forgets_the_sign.py", "forgets_the_sign.py is no Python, line 1: '(' was never closed", False),
        ("right/counts.py", "counts.py is no Python, line 1: '(' was never closed", True),
        ("../../solutions/next_number.py", "next_number.py is no Python, line 1: '(' was never closed", False),
    ],
)
def test_a_file_that_is_no_python_is_one_line(catalog: Folder, file: str, said: str, recorded: bool) -> None:
    catalog.write(f"{TOPIC}/{file}", "answer(\n")

    verified = verify(catalog)
    record = catalog.run("author", "record", "--catalog", "exercises")

    assert verified.status != 0
    assert said in verified.out + verified.err, verified
    assert (record.status == 0) is recorded
    assert recorded or "'(' was never closed" in record.err, record
    assert "Traceback" not in verified.err + record.err


def test_an_error_in_a_suite_is_shown_to_its_author_in_the_authors_own_lines(catalog: Folder) -> None:
    suite = f"{TOPIC}/test_next_number.py"
    catalog.write(suite, catalog.read(suite).replace(" == ", " == unknown + ", 1))

    verified = verify(catalog, "--quick")

    assert verified.status == 1
    assert "NameError: name 'unknown' is not defined" in verified.out
    assert "unknown + " in verified.out
    assert "the last call: attempt." in verified.out


def test_an_error_in_a_strategy_is_shown_where_it_is_recorded(catalog: Folder) -> None:
    suite = f"{TOPIC}/test_next_number.py"
    catalog.write(suite, catalog.read(suite).replace("st.integers(", "st.integers().map(lambda n: n.foo) or (", 1))

    recorded = catalog.run("author", "record", "--catalog", "exercises")

    assert recorded.status == 3
    assert "n.foo" in recorded.err
    assert "AttributeError: 'int' object has no attribute 'foo'" in recorded.err


def test_a_reference_that_fails_shows_the_way_through_the_suite(catalog: Folder) -> None:
    catalog.write("solutions/next_number.py", "def answer(number):\n    return None\n")

    verified = verify(catalog, "--quick")

    assert verified.status == 1
    assert "the reference fails" in verified.out
    assert "test_next_number.py, line " in verified.out


def test_a_brief_that_is_not_text_is_one_line(catalog: Folder) -> None:
    catalog.write(f"{TOPIC}/README.md", b"# Caf\xe9\n")

    verified = verify(catalog, "--quick")

    assert (verified.status, verified.err) == (1, "")
    assert "README.md is not UTF-8: byte 5" in verified.out


def test_a_stale_recording_is_a_problem_and_changes_no_verdict(catalog: Folder) -> None:
    text = catalog.read(f"{TOPIC}/test_next_number.py")
    catalog.write(f"{TOPIC}/test_next_number.py", text + "\n# another digest\n")

    outcome = verify(catalog, "--quick", "--format", "json")

    assert problems(outcome) == {"shape": ["examples.msgpack is missing or stale: grader author record next-number"]}


def test_a_flaky_suite_is_found(catalog: Folder) -> None:
    text = catalog.read(f"{TOPIC}/test_next_number.py")
    catalog.write(
        f"{TOPIC}/test_next_number.py", text.replace("number + 1", "number + 1 + (number in range(450, 500))")
    )

    outcome = verify(catalog, "--format", "json")

    assert outcome.status == 1
    assert any("with seed" in line for line in problems(outcome)["determinism"])


def test_equivalent_mutants_need_a_reason_and_a_mutant(catalog: Folder) -> None:
    entry = 'identity = "own:0123456789abcdef"\nchange = "x"\nreason = "none"\n'
    catalog.write(f"{TOPIC}/equivalent.toml", f"[[equivalent]]\n{entry}")

    outcome = verify(catalog, "--format", "json")

    assert problems(outcome) == {"mutants": ["equivalent.toml lists own:0123456789abcdef, which is no mutant any more"]}


@pytest.mark.parametrize(
    ("observed", "asserted", "trick"),
    [
        ("{'right': answer(number) == number + 1}", "seen.right", "turns every no into a yes"),
        ("{'other': answer(number) != number + 1}", "not seen.other", "turns every yes into a no"),
        ("{'number': answer(number) - 1}", "seen.number == number", "answers every scenario"),
        ("{'numbers': [number] if answer(number) else []}", "seen.numbers", "fills in what is empty"),
        ("{'found': answer(number)}", "seen.found is not None", "makes something of nothing"),
    ],
)
def test_a_suite_that_pays_for_a_trick_is_found(catalog: Folder, observed: str, asserted: str, trick: str) -> None:
    scenarios, suite = f"{TOPIC}/scenarios.py", f"{TOPIC}/test_next_number.py"
    old = '{"answer": answer(number)}'
    assert old in catalog.read(scenarios)
    catalog.write(scenarios, catalog.read(scenarios).replace(old, observed))
    catalog.write(suite, catalog.read(suite).replace("seen.answer == number + 1", asserted))
    rerecord(catalog)

    outcome = verify(catalog, "--format", "json", "--quick")

    assert outcome.status == 1
    assert any(f", which {trick}" in line for line in problems(outcome)["tricks"]), problems(outcome)
