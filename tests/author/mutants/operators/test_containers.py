"""Containers: an element less, a slice without one of its bounds."""


def test_drop_element(changes):
    assert changes("x = [a, b]", "drop-element") == [
        "`x = [a, b]` -> `x = [b]`",
        "`x = [a, b]` -> `x = [a]`",
    ]
    assert changes("x = {a}", "drop-element") == ["`x = {a}` -> `x = {*()}`"]
    assert changes("x = {a: b, **c}", "drop-element") == [
        "`x = {a: b, **c}` -> `x = {**c}`",
        "`x = {a: b, **c}` -> `x = {a: b}`",
    ]


def test_a_target_keeps_its_elements(changes):
    assert changes("[a, b] = c", "drop-element") == []


def test_drop_slice(changes):
    assert changes("x = a[b:c]", "drop-slice") == [
        "`x = a[b:c]` -> `x = a[:c]`",
        "`x = a[b:c]` -> `x = a[b:]`",
    ]
    assert changes("x = a[::b]", "drop-slice") == ["`x = a[::b]` -> `x = a[:]`"]


def test_a_copy_is_dropped(changes):
    assert changes("x = a[:]", "drop-slice") == ["`x = a[:]` -> `x = a`"]
    assert changes("a[:] = x", "drop-slice") == []
