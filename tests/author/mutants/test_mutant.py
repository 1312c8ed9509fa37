"""Identities: what they survive, and what they tell apart."""

import re
from textwrap import dedent

import pytest

from grader.author.mutants import engine, own

SOURCE = dedent(
    '''
    """A module."""

    LIMIT = 3


    class Stack:
        def push(self, item):
            if len(self.items) >= LIMIT:
                raise OverflowError("full")
            self.items.append(item)

        def push_twice(self, item):
            self.push(item)
            self.push(item)
    '''
)


def identities(source: str, scope: str = "push") -> set[str]:
    """The identities of the mutants in the lines from `def push(` on."""
    lines = source.splitlines()
    start = next(number for number, line in enumerate(lines, 1) if f"def {scope}(" in line)
    return {mutant.identity for mutant in own(source) if mutant.line >= start}


def test_the_form():
    for mutant in own(SOURCE):
        assert re.fullmatch(r"own:[0-9a-f]{16}", mutant.identity)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("LIMIT = 3", "LIMIT = 4"),
        ("LIMIT = 3", "import math\n\nLIMIT = math.isqrt(9)"),
        ("class Stack:\n", "class Stack:\n    size = 3\n\n"),
        ('"full"', '"the stack is full"'),
        ("(self, item)", "(self, item: object) -> None"),
        (">= LIMIT:", ">= (\n                LIMIT\n            ):"),
    ],
    ids=["constant", "import", "attribute", "message", "annotations", "layout"],
)
def test_it_survives_edits_elsewhere(old, new):
    edited = SOURCE.replace(old, new)

    kept = identities(SOURCE) & identities(edited)

    # The message is part of its own statement, whose two mutants are new ones.
    assert len(kept) >= len(identities(SOURCE)) - (2 if "full" in old else 0)


def test_it_survives_another_order_of_operators(monkeypatch):
    before = {mutant.identity for mutant in own(SOURCE)}
    turned = {kind: operators[::-1] for kind, operators in engine._BY_KIND.items()}
    monkeypatch.setattr(engine, "_BY_KIND", turned)

    assert {mutant.identity for mutant in own(SOURCE)} == before


def test_equal_statements_are_told_apart():
    deleted = [mutant for mutant in own(SOURCE) if mutant.operator == "delete-statement" and "push" in mutant.change]

    assert [mutant.change for mutant in deleted] == ["`self.push(item)` -> `pass`"] * 2
    assert deleted[0].identity != deleted[1].identity


def test_another_function_gives_another_identity():
    moved = SOURCE.replace("def push(", "def put(")

    assert not identities(SOURCE, "push") & {mutant.identity for mutant in own(moved) if 8 <= mutant.line <= 11}


def test_a_known_identity_stays_what_it_is():
    (mutant,) = (mutant for mutant in own("x = a < b") if mutant.operator == "comparison-boundary")

    assert mutant.identity == "own:a815748ddad27fb9"
