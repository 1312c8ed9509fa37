"""What the tests of the generators share."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from grader.author.mutants import own

Changes = Callable[[str, str], list[str]]


@pytest.fixture
def changes() -> Changes:
    """What one operator changes in a source, as readable lines in the order of the source."""

    def made(source: str, operator: str) -> list[str]:
        return [mutant.change for mutant in own(dedent(source)) if mutant.operator == operator]

    return made
