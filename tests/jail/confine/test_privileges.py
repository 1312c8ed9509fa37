"""Root's child is an ordinary user without capabilities; where it has to keep one, the report says so."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from grader.jail.confine import privileges
from grader.jail.confine.policy import Gap, Layer

from .children import in_child, linux, policy

pytestmark = [linux, pytest.mark.skipif(os.geteuid() != 0, reason="only root has something to drop")]

READ_SEARCH = 1 << 2


def dropped(scratch: str, paths: Sequence[str] = ("/usr/lib",)) -> dict[str, Any]:
    """What a child is that has dropped root, with a scratch folder, and what is said of it."""
    asked = replace(policy("files"), scratches=os.path.dirname(scratch))

    def work() -> dict[str, Any]:
        offers = privileges.ordinary_user(asked, landlocked=True, paths=paths)
        for layer in offers:
            if isinstance(layer, Layer):
                layer.put_on(scratch)
        with open("/proc/self/status", encoding="utf-8") as status:
            lines = dict(line.split(":", 1) for line in status)
        with open(os.path.join(scratch, "new"), "w", encoding="utf-8") as new:
            new.write("mine")
        return {
            "capabilities": [int(lines[name], 16) for name in ("CapEff", "CapPrm", "CapInh", "CapAmb")],
            "gaps": [offer.why for offer in offers if isinstance(offer, Gap)],
        }

    ended = in_child(work)
    assert ended.error is None
    return dict(ended.value)


def test_to_pass_to_a_scratch_folder_takes_no_capability(folder: str, scratch: str) -> None:
    """The folder that holds the scratch folders is passed through, and neither listed nor read."""
    os.chmod(folder, 0o711)

    assert dropped(scratch) == {"capabilities": [0, 0, 0, 0], "gaps": []}


def test_a_capability_that_is_kept_for_the_way_to_a_scratch_folder_is_named(folder: str, scratch: str) -> None:
    os.chmod(folder, 0o700)

    found = dropped(scratch)

    assert found["capabilities"] == [READ_SEARCH, READ_SEARCH, 0, 0]
    (why,) = found["gaps"]
    assert "CAP_DAC_READ_SEARCH" in why
    assert folder in why


def test_a_capability_that_is_kept_for_a_private_python_is_named(folder: str, scratch: str) -> None:
    os.chmod(folder, 0o711)
    private = os.path.join(folder, "python")
    os.mkdir(private, 0o750)

    found = dropped(scratch, ["/usr/lib", private])

    assert found["capabilities"] == [READ_SEARCH, READ_SEARCH, 0, 0]
    (why,) = found["gaps"]
    assert private in why
