"""What a child reaches of the files, and of the scratch folders its own alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from grader.jail.confine import landlock

from .children import confined, linux, policy


@linux
def test_a_child_reaches_its_own_scratch_folder_and_no_siblings(folder: str) -> None:
    """Not even where Python or what the exercise may read lies beside them."""
    scratches, beside = os.path.join(folder, "children"), os.path.join(folder, "beside")
    mine, sibling = os.path.join(scratches, "mine"), os.path.join(scratches, "sibling")
    for made in (mine, sibling, beside):
        os.makedirs(made, mode=0o777)
        os.chmod(made, 0o777)
        with open(os.path.join(made, "text"), "w") as text:
            text.write("here")

    def outcome(work: Callable[[], Any]) -> str:
        try:
            return f"done: {work()}"
        except OSError as error:
            return type(error).__name__

    def read(place: str) -> str:
        with open(os.path.join(place, "text")) as text:
            return text.read()

    def write(place: str) -> int:
        with open(os.path.join(place, "new"), "w") as new:
            return new.write("there")

    def work() -> Any:
        return {
            "read": [outcome(lambda place=place: read(place)) for place in (mine, beside, sibling)],
            "write": [outcome(lambda place=place: write(place)) for place in (mine, beside, sibling)],
            "list": [outcome(lambda place=place: os.listdir(place)) for place in (sibling, scratches)],
            "move": outcome(lambda: os.rename(os.path.join(mine, "text"), os.path.join(sibling, "moved"))),
        }

    ended = confined(policy("files", readable=(beside,)), work, scratch=mine)

    refused = "PermissionError"
    assert ended.value == {
        "read": ["done: here", "done: here", refused],
        "write": ["done: 5", refused, refused],
        "list": [refused, refused],
        "move": refused,
    }


def test_rules_around_the_scratch_folders_hold_none_of_them() -> None:
    rules = [
        landlock.Rule("/usr/lib/python3/os.py", 4),
        landlock.Rule("/usr/lib/libc.so", 8),
        landlock.Rule("/dev/null", 2),
    ]

    around = landlock.around(rules, "/dev/shm/grader/children")

    assert around == [landlock.Rule("/usr", 12), landlock.Rule("/dev/null", 2)]
    assert landlock.around(rules, "/usr/lib/children") == [
        landlock.Rule("/usr/lib/python3", 4),
        landlock.Rule("/usr/lib/libc.so", 8),
        landlock.Rule("/dev", 2),
    ]
