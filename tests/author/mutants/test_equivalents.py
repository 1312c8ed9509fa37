"""Mutants that are listed as equivalent."""

from fractions import Fraction

import pytest

from grader.author.mutants import Mutant
from grader.author.mutants.equivalents import (
    MAX_EQUIVALENT,
    Equivalent,
    read_equivalents,
    sift,
)
from grader.errors import ExerciseError

ENTRY = """
[[equivalent]]
identity = "own:0123456789abcdef"
change = "`a <= b` -> `a < b`"
reason = "The brief leaves equal values open."
"""


def mutant(number: int, generator: str = "own") -> Mutant:
    return Mutant(
        generator=generator,
        operator="number",
        line=1,
        change=f"`x = 0` -> `x = {number}`",
        source=f"x = {number}",
        identity=f"{generator}:{number:016x}",
    )


def entry(number: int, generator: str = "own") -> Equivalent:
    return Equivalent(identity=f"{generator}:{number:016x}", change="a -> b", reason="Because.")


MUTANTS = [mutant(number) for number in range(100)]


class TestRead:
    def test_entries(self, tmp_path):
        path = tmp_path / "equivalent.toml"
        path.write_text(ENTRY)

        (found,) = read_equivalents(path)

        assert found.identity == "own:0123456789abcdef"
        assert found.generator == "own"
        assert found.reason == "The brief leaves equal values open."

    def test_no_file_is_no_entry(self, tmp_path):
        assert read_equivalents(tmp_path / "equivalent.toml") == ()

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("reason", "why"),
            ('reason = "The brief leaves equal values open."', ""),
            ("The brief leaves equal values open.", " "),
            ("own:0123456789abcdef", "0123"),
            ("[[equivalent]]", "[[equivalents]]"),
            ("[[equivalent]]", "[[equivalent"),
        ],
    )
    def test_what_is_wrong_is_an_error_with_the_path(self, tmp_path, old, new):
        path = tmp_path / "equivalent.toml"
        path.write_text(ENTRY.replace(old, new))

        with pytest.raises(ExerciseError, match=r"equivalent\.toml"):
            read_equivalents(path)

    def test_an_entry_is_given_once(self, tmp_path):
        path = tmp_path / "equivalent.toml"
        path.write_text(ENTRY * 2)

        with pytest.raises(ExerciseError, match="own:0123456789abcdef is listed 2 times"):
            read_equivalents(path)


class TestSift:
    def test_survivors_are_listed_or_not(self):
        survivors = {MUTANTS[1].identity, MUTANTS[2].identity}

        found = sift(MUTANTS, survivors, [entry(1)])

        assert found.listed == (MUTANTS[1],)
        assert found.unlisted == (MUTANTS[2],)
        assert not found.clean

    def test_nothing_left_to_do(self):
        found = sift(MUTANTS, {MUTANTS[1].identity}, [entry(1)])

        assert found.clean
        assert found.shares == {"own": Fraction(1, 100)}

    def test_stale_entries(self):
        found = sift(MUTANTS, set(), [entry(1), entry(1000)])

        assert found.killed == (entry(1),)
        assert found.gone == (entry(1000),)
        assert not found.clean

    @pytest.mark.parametrize(("count", "allowed"), [(12, True), (13, False)])
    def test_the_cap(self, count, allowed):
        survivors = {mutant.identity for mutant in MUTANTS[:count]}

        found = sift(MUTANTS, survivors, [entry(number) for number in range(count)])

        assert (found.too_many == ()) is allowed
        assert found.clean is allowed

    def test_the_cap_holds_for_each_generator(self):
        others = [mutant(number, "cosmic-ray") for number in range(8)]

        found = sift([*MUTANTS, *others], {others[0].identity}, [entry(0, "cosmic-ray")])

        assert found.shares == {"own": 0, "cosmic-ray": Fraction(1, 8)}
        assert found.shares["cosmic-ray"] > MAX_EQUIVALENT
        assert found.too_many == ("cosmic-ray",)

    def test_entries_of_a_generator_that_did_not_run_are_not_stale(self):
        found = sift(MUTANTS, set(), [entry(1, "cosmic-ray")])

        assert found.clean
