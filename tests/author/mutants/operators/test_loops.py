"""Loops: none of their turns, one of their turns, the wrong way out."""

FOR = "for a in b:\n    c()"


def test_break_for_continue(changes):
    assert changes("for a in b:\n    break", "break-for-continue") == ["`break` -> `continue`"]
    assert changes("for a in b:\n    continue", "break-for-continue") == ["`continue` -> `break`"]


def test_zero_iterations(changes):
    assert changes(FOR, "zero-iterations") == ["`for a in b` -> `for a in ()`"]
    assert changes("x = [a for a in b]", "zero-iterations") == ["`x = [a for a in b]` -> `x = [a for a in ()]`"]


def test_an_asynchronous_loop_takes_no_tuple(changes):
    source = "async def f():\n    return [a async for a in b]"

    assert changes(source, "zero-iterations") == []


def test_one_iteration(changes):
    assert changes(FOR, "one-iteration") == ["nothing -> `break`"]
    assert changes("while a:\n    if b:\n        c()", "one-iteration") == ["nothing -> `break`"]
    assert changes("for a in b:\n    break", "one-iteration") == []
