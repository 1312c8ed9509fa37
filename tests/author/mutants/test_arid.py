"""Places that no operator touches."""

from textwrap import dedent

import pytest

from grader.author.mutants import own


@pytest.mark.parametrize(
    "source",
    [
        '"""Docstring."""',
        "from __future__ import annotations\nimport os",
        '__all__ = ["a", "b"]',
        "def f(a: int | str = ...) -> list[int]: ...",
        "x: dict[str, int | None]",
        "if TYPE_CHECKING:\n    x = 1",
        "if typing.TYPE_CHECKING:\n    x = 1",
        'if __name__ == "__main__":\n    main(3)',
        'T = TypeVar("T", bound=int)',
        "from typing import Callable\nHandler = Callable[[int], str]",
        "Handler: TypeAlias = list[int] | None",
        "import logging\nlogger = logging.getLogger(__name__)\nlogger.info('%s', 3)",
        "def f(sleep=time.sleep, rng=Random(0), key=lambda a: a + 1): ...",
        "class A:\n    '''Doc.'''\n    def f(self):\n        '''Doc.'''\n        pass",
    ],
)
def test_nothing_to_break(source):
    assert [mutant.change for mutant in own(source)] == []


def test_a_version_is_not_compared_otherwise():
    source = "if sys.version_info >= (3, 12):\n    f()\nelse:\n    g()"

    assert {mutant.operator for mutant in own(source)} == {"delete-statement"}


@pytest.mark.parametrize(
    "raised",
    [
        'ValueError("text")',
        'ValueError(f"{a - 1} of {b!r}")',
        'ValueError("text: " + str(a))',
        'ValueError("%s" % a)',
        'ValueError("{}".format(a))',
    ],
)
def test_the_text_of_a_message(raised):
    assert [mutant.operator for mutant in own(f"raise {raised}")] == [
        "delete-statement",
        "raise-widened",
    ]


def test_other_arguments_of_an_exception():
    changes = [mutant.change for mutant in own("raise HTTPError(404, 'not found')")]

    assert "`raise HTTPError(404, 'not found')` -> `raise HTTPError(405, 'not found')`" in changes
    assert "`raise HTTPError(404, 'not found')` -> `raise HTTPError('not found')`" not in changes


def test_a_message_made_one_statement_earlier():
    source = "def f():\n    message = f'{a} of 3'\n    raise ValueError(message)"

    assert {mutant.line for mutant in own(source)} == {3}


def test_the_text_of_an_assertion():
    assert not [mutant for mutant in own("assert a, 'text'") if mutant.operator == "text"]


def test_an_abstract_method_that_only_refuses():
    source = dedent(
        """
        class A:
            @abstractmethod
            def f(self):
                raise NotImplementedError
        """
    )

    assert [mutant.operator for mutant in own(source)] == ["drop-decorator"]


def test_an_abstract_method_that_does_something():
    source = "class A:\n    @abstractmethod\n    def f(self):\n        return 3"

    assert "return-none" in {mutant.operator for mutant in own(source)}


def test_what_is_cast_but_not_to_what():
    changes = [mutant.change for mutant in own("x = cast(list[int] | None, a + b)")]

    assert "`x = cast(list[int] | None, a + b)` -> `x = cast(list[int] | None, a - b)`" in changes
    assert not any("&" in change for change in changes)


def test_the_text_of_a_repr_is_not_arid():
    source = "class A:\n    def __repr__(self):\n        return f'A({self.a!r})'"

    assert {"text", "drop-conversion"} <= {mutant.operator for mutant in own(source)}
