"""Judges that the tests of one file share."""

from collections.abc import Iterator

import pytest

from grader.judge.client import Judge


@pytest.fixture(scope="module", params=["fork", "spawn"])
def either(request: pytest.FixtureRequest) -> Iterator[Judge]:
    """A judge with a jail of each kind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_JAIL", request.param)
        with Judge() as one:
            yield one


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as one:
        yield one
