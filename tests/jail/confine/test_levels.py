"""A level is made of what was observed."""

from __future__ import annotations

import pytest

from grader.jail.confine import canary
from grader.jail.confine.levels import RESIDUAL, level

CLOSED = dict.fromkeys(canary.PROBES, "EPERM")


def test_nothing_open_is_sealed() -> None:
    """Metadata that can be seen lowers no level."""
    assert level({**CLOSED, "stat_hidden": "OPEN"}, ()) == ("sealed", ())


@pytest.mark.parametrize("probe", ["read_hidden", "write_outside", "tcp", "udp"])
def test_files_or_network_open_is_split_only(probe: str) -> None:
    assert level({**CLOSED, probe: "OPEN"}, ()) == ("split-only", (probe,))


@pytest.mark.parametrize("probe", ["fork", "memory", "chmod_hidden", "bpf"])
def test_anything_else_open_is_partial(probe: str) -> None:
    assert level({**CLOSED, probe: "OPEN"}, ()) == ("partial", (probe,))


@pytest.mark.parametrize(
    ("word", "probe"),
    [
        ("files", "write_own_scratch"),
        ("threads", "thread"),
        ("processes", "fork"),
        ("loopback", "listen"),
    ],
)
def test_what_is_required_does_not_count_as_open(word: str, probe: str) -> None:
    observed = {**CLOSED, probe: "OPEN"}

    assert level(observed, (word,)) == ("sealed", ())
    assert level(observed, ())[0] != "sealed"


@pytest.mark.parametrize("outcome", ["ENOENT", "EIO", "TypeError", "LookupError", ""])
def test_an_outcome_that_proves_nothing_counts_as_open(outcome: str) -> None:
    """A hidden file that wasn't there has not been protected."""
    assert level({**CLOSED, "read_hidden": outcome}, ()) == ("split-only", ("read_hidden",))


def test_a_probe_that_was_not_tried_counts_as_open() -> None:
    assert level({}, ()) == ("split-only", tuple(p for p in canary.PROBES if p not in RESIDUAL))
