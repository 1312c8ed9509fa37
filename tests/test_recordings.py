"""The recorded run and the live run of an attempt give the same verdicts.

A sample of each exercise's attempts; all of them with GRADER_LIVE=all, which takes minutes (`nox -s live`).
"""

import os

import pytest

from grader import catalog
from grader.author import attempts
from grader.author.pool import Pool
from grader.judge.protocol import Job
from grader.judge.suite import examples
from grader.verdicts import AttemptResult
from tests.conftest import TOPICS

SAMPLE = 16  # of the wrong attempts every sixteenth


def verdicts(result: AttemptResult) -> dict[str, str]:
    return {test.id: test.verdict for test in result.tests}


@pytest.mark.parametrize("topic", TOPICS)
def test_recorded_and_live_runs_agree(topic: str) -> None:
    every = os.environ.get("GRADER_LIVE") == "all"
    exercise = catalog.load().get(topic)
    assert examples.read_recording(exercise, 0) is not None
    rights = attempts.right(exercise) if every else [one for one in attempts.right(exercise) if not one.needs][:1]
    wrongs = attempts.wrong(exercise)[:: 1 if every else SAMPLE]
    jobs = [
        Job(str(exercise.folder), "stub", exercise.stub.read_bytes(), survey=False),
        Job(str(exercise.folder), "reference", exercise.reference.read_bytes()),
        *(Job(str(exercise.folder), one.path.name, one.source, packages=one.needs) for one in rights),
        *(Job(str(exercise.folder), one.path.name, one.source, survey=False) for one in wrongs),
    ]
    live = [Job(job.folder, job.name, job.source, survey=False, packages=job.packages, examples="live") for job in jobs]

    with Pool() as pool:
        pairs = list(zip(pool.judge(jobs), pool.judge(live), strict=True))

    assert len(pairs) == len(jobs) >= 5
    for recorded, lived in pairs:
        assert verdicts(recorded) == verdicts(lived), recorded.attempt
        assert recorded.message == lived.message
