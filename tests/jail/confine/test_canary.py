"""What a confined child observes: nothing is open but what is meant to be."""

from __future__ import annotations

import os
from typing import Any

import pytest

from grader.jail.confine import canary, levels

from .children import confined, in_child, linux, policy

pytestmark = linux

# What each word opens, and no more.
OPENED: dict[tuple[str, ...], set[str]] = {
    (): set(),
    ("files",): {"write_own_scratch"},
    ("threads",): {"thread"},
    ("processes",): {"thread", "fork", "write_shared_memory", "signal_all", "shared_futex", "free_space"},
    ("files", "processes"): {
        *("thread", "fork", "write_shared_memory", "signal_all", "shared_futex", "free_space"),
        *("write_own_scratch", "lock_record"),
    },
    ("loopback",): {"listen"},
}


def open_probes(observed: dict[str, str]) -> set[str]:
    return {name for name, outcome in observed.items() if outcome == canary.OPEN}


def test_most_probes_are_open_without_confinement(targets: dict[str, Any], user: int | None) -> None:
    """A probe that is refused anyway would prove nothing about the confinement."""
    observed = in_child(lambda: canary.probe(targets), user).value

    assert len(open_probes(observed)) >= 85, observed


@pytest.mark.parametrize("requires", OPENED, ids=lambda words: "+".join(words) or "nothing")
def test_a_word_opens_what_it_says_and_no_more(
    requires: tuple[str, ...], targets: dict[str, Any], user: int | None, scratch: str
) -> None:
    """Of all probes, exactly the granted ones are open, and the level is sealed."""
    mine = scratch if "files" in requires else None
    tried = {**targets, "scratch": mine}

    ended = confined(policy(*requires), lambda: canary.probe(tried), user=user, scratch=mine)

    assert ended.error is None
    print(f"{len(open_probes(ended.value))} of {len(ended.value)} probes open")
    assert open_probes(ended.value) - levels.RESIDUAL == OPENED[requires]  # to see metadata takes no leave
    assert levels.level(ended.value, requires) == ("sealed", ())
    assert os.listdir(targets["outside"]) == []


def test_every_probe_exists_on_linux(targets: dict[str, Any], user: int | None) -> None:
    """A misspelt function would be reported as absent, and count as closed."""
    observed = confined(policy(), lambda: canary.probe(targets), user=user).value

    absent = {name for name, outcome in observed.items() if outcome == canary.ABSENT}
    assert absent == {"write_own_scratch"}
