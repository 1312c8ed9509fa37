"""Signs that a person should look at: in the JSON, for people where they ask, and without an effect on points."""

import jsonschema
import msgspec

from tests.conftest import ROOT, Folder, check

CATALOG = ("--catalog", "exercises")
SCHEMA = msgspec.json.decode((ROOT / "docs/schemas/check-1.schema.json").read_bytes())
RIGHT = "def double(n):\n    return 2 * n\n"
SIGNED = "import sys\n_getframe = sys._getframe\n" + RIGHT
SIGN = {
    "line": 2,
    "sign": "frames",
    "what": "looks at the frames of its callers: sys._getframe",
    "source": "_getframe = sys._getframe",
}


def test_a_program_gets_the_signs_and_the_points_are_the_same(tiny: Folder) -> None:
    assert (check(tiny, SIGNED)["signs"], check(tiny, SIGNED)["score"]) == ([SIGN], 4)
    assert (check(tiny, RIGHT)["signs"], check(tiny, RIGHT)["score"]) == ([], 4)


def test_the_document_with_signs_fits_its_schema(tiny: Folder) -> None:
    tiny.write("attempt.py", SIGNED)

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", *CATALOG, "--format", "json")

    jsonschema.validate(outcome.json, SCHEMA)


def test_a_learner_sees_none_who_does_not_ask(tiny: Folder) -> None:
    tiny.write("attempt.py", SIGNED)

    plain = tiny.run("check", "tiny", "--attempt", "attempt.py", *CATALOG)
    asked = tiny.run("check", "tiny", "--attempt", "attempt.py", *CATALOG, "--signs")

    assert "frames" not in plain.out
    assert "  line 2   looks at the frames of its callers: sys._getframe\n" in asked.out
    assert (plain.status, asked.status) == (0, 0)


def test_an_attempt_that_can_not_be_imported_shows_its_signs(tiny: Folder) -> None:
    result = check(tiny, "import os\nos._exit(0)\n")

    assert [sign["sign"] for sign in result["signs"]] == ["ending"]


def test_an_attempt_that_is_no_python_shows_what_is_hidden_in_it(tiny: Folder) -> None:
    result = check(tiny, "def double(n)\n    # \u202e\n    return 2\n")

    assert [(sign["line"], sign["sign"]) for sign in result["signs"]] == [(2, "characters")]


def test_a_log_that_learners_read_has_none_where_a_program_gets_them_beside_it(tiny: Folder) -> None:
    tiny.write("attempt.py", SIGNED)

    command = ("check", "tiny", "--attempt", "attempt.py", *CATALOG, "--format", "github")
    done = tiny.run(*command, "--also", "json=all.json", "--also", "text=all.txt")

    assert "_getframe" in tiny.read("all.json")
    for text in (done.out, tiny.read("all.txt")):
        assert "_getframe" not in text
        assert "look at" not in text
