"""Definitions: a decorator less, a default that all calls share."""

import pytest


def test_drop_decorator(changes):
    source = "@a\n@b(c)\ndef f():\n    pass\n\n\n@d\nclass E:\n    pass"

    assert changes(source, "drop-decorator") == [
        "`@a` -> nothing",
        "`@b(c)` -> nothing",
        "`@d` -> nothing",
    ]


def test_a_decorator_for_type_checkers_stays(changes):
    assert changes("@typing.override\ndef f():\n    pass", "drop-decorator") == []


@pytest.mark.parametrize(
    "body",
    [
        "if b is None:\n        b = []",
        "b = b or []",
        "b = [] if b is None else b",
        "b = b if b is not None else []",
    ],
)
def test_mutable_default(changes, body):
    expected = ["`def f(a, b=None)` -> `def f(a, b=[])`"]

    assert changes(f"def f(a, b=None):\n    {body}", "mutable-default") == expected


def test_a_keyword_only_default(changes):
    source = "def f(*, b=None):\n    b = b or set()"

    assert changes(source, "mutable-default") == ["`def f(*, b=None)` -> `def f(*, b=set())`"]


@pytest.mark.parametrize("body", ["b = 3 if b is None else b", "return b", "b = b or ()"])
def test_a_default_that_stands_for_nothing_mutable(changes, body):
    assert changes(f"def f(a, b=None):\n    {body}", "mutable-default") == []
