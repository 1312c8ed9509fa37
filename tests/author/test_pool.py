"""Several judges at work: whoever ends the command ends them without a word too many."""

import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import Folder, environment


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_command_that_is_ended_at_work_ends_without_a_traceback(tiny: Folder, name: str) -> None:
    command = [sys.executable, "-m", "grader", "author", "verify", "--catalog", "exercises"]
    with subprocess.Popen(
        command, cwd=tiny.path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "tiny\n"
        time.sleep(0.8)  # the judges come up, or are at work
        process.send_signal(signal.Signals[name])
        _, err = process.communicate(timeout=60)

    assert process.returncode == 128 + signal.Signals[name], err
    assert "Traceback" not in err
    assert err.count("\n") <= 1, err
