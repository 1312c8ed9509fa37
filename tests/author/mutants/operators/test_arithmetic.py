"""Arithmetic: another operator, a sign less, an accumulation that forgets."""

import pytest


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("+", "-"),
        ("-", "+"),
        ("*", "/"),
        ("/", "*"),
        ("//", "/"),
        ("%", "//"),
        ("**", "*"),
        ("@", "*"),
        ("<<", ">>"),
        (">>", "<<"),
        ("&", "|"),
        ("|", "&"),
        ("^", "|"),
    ],
)
def test_swap(changes, before, after):
    expected = [f"`x = a {before} b` -> `x = a {after} b`"]
    augmented = [f"`a {before}= b` -> `a {after}= b`"]

    assert changes(f"x = a {before} b", "arithmetic-swap") == expected
    assert changes(f"a {before}= b", "arithmetic-swap") == augmented


@pytest.mark.parametrize("source", ["x = 'a' + b", "x = a + f'{b}'", "x = '%s' % b", "a += 'b'"])
def test_text_is_not_calculated_with(changes, source):
    assert changes(source, "arithmetic-swap") == []


def test_assign_for_augmented(changes):
    assert changes("a += b", "assign-for-augmented") == ["`a += b` -> `a = b`"]


def test_drop_minus(changes):
    assert changes("x = -a + ~b", "drop-minus") == [
        "`x = -a + ~b` -> `x = a + ~b`",
        "`x = -a + ~b` -> `x = -a + b`",
    ]
