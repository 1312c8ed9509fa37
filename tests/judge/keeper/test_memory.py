"""The judge's memory: what it holds of answers, however large they are."""

import sys
from pathlib import Path

import pytest

from grader.judge.client import Judge
from grader.judge.protocol import Done, Job

ROOT = Path(__file__).parents[3]
EXERCISE = ROOT / "exercises" / "decorators"
MOST_MB = 60  # that answers may add; 700 before there was a bound

# Each takes much more memory than it has bytes on the wire, and is as large as may cross.
ANSWERS = {
    "sets": "[set() for _ in range(19_000)]",
    "texts": "['\\U0001F600' + str(n) for n in range(19_000)]",
    "one text": "'\\U0001F600' + 'a' * 260_000",
    "tuples": "[((),) for n in range(9_900)]",
    "keys": "{format(n, 'x'): n + 70_000 for n in range(9_900)}",
    "exceptions": "[ValueError() for _ in range(1_500)]",
}
ATTEMPT = """
import sys

ANSWER = {answer}

def answer(*args, **kwargs):
    return {{"name": ANSWER}}

frame = sys._getframe()
while frame:
    for held in list(frame.f_locals.values()):
        if getattr(held, "__name__", None) == "scenarios":
            for name, value in list(vars(held).items()):
                if hasattr(value, "__code__") and value.__code__.co_filename == "scenarios.py":
                    setattr(held, name, answer)
    frame = frame.f_back
"""


def peak_mb(pid: int) -> int:
    """The most memory that a process has had, in MiB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) >> 10 for line in lines if line.startswith("VmHWM"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of a process from /proc")
def test_the_judge_holds_little_of_the_largest_answers() -> None:
    reference = (ROOT / "solutions" / "decorators.py").read_bytes()
    with Judge() as judge:

        def judged(source: bytes) -> Done:
            *_, last = judge.judge([Job(str(EXERCISE), "attempt", source)])
            assert isinstance(last, Done), last
            return last

        assert judged(reference).result.full
        before = peak_mb(judge._process.pid)
        for name, answer in ANSWERS.items():
            done = judged(ATTEMPT.format(answer=answer).encode())
            assert done.result.score == 0, name
            # It is the answers that were judged, not a description of what is too large.
            assert not any("too large" in repr(test.evidence) for test in done.result.tests), name
        after = peak_mb(judge._process.pid)

    print(f"{before} MiB before, {after} after")
    assert after - before < MOST_MB
