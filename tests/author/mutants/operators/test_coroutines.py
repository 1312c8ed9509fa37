"""Coroutines and generators: `await` or `yield from` forgotten."""


def test_drop_await(changes):
    source = "async def f():\n    return await a"

    assert changes(source, "drop-await") == ["`return await a` -> `return a`"]


def test_yield_from(changes):
    source = "def f():\n    yield from a"

    assert changes(source, "drop-yield-from") == ["`yield from a` -> `a`"]
    assert changes(source, "yield-for-yield-from") == ["`yield from a` -> `yield a`"]
