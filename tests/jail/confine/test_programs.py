"""What a child may start that only has tools at work: these programs, and nothing else."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from tests.jail.confine.children import confined, linux, policy

TRUE = str(Path("/bin/true").resolve())


def started(*command: str) -> str:
    try:
        return str(subprocess.run(command, capture_output=True, check=False).returncode)
    except PermissionError as error:
        return f"{type(error).__name__}"


@linux
def test_it_starts_what_is_named_and_nothing_else() -> None:
    asked = replace(policy("processes"), programs=(TRUE,))
    ended = confined(asked, lambda: [started(TRUE), started("/bin/ls"), started(sys.executable, "-c", "")])

    assert ended.value == ["0", "PermissionError", "PermissionError"], ended


@linux
def test_without_the_right_to_processes_a_name_opens_nothing() -> None:
    ended = confined(replace(policy(), programs=(TRUE,)), lambda: started(TRUE))

    assert ended.value == "PermissionError", ended


@linux
def test_it_gets_nothing_of_what_a_second_python_needs() -> None:
    def opened() -> str:
        try:
            Path("/dev/shm/grader-test").touch()
        except PermissionError:
            return "refused"
        return "made"

    assert confined(replace(policy("processes"), programs=(TRUE,)), opened).value == "refused"
