"""Each snippet, typed at a prompt of this Python, shows what the evidence says, beside the attempt and the reference.

A sample of each exercise's attempts; all of them with GRADER_SNIPPETS=all, which takes minutes (`nox -s snippets`).
"""

import os

import pytest

from grader import catalog
from grader.author import attempts, prompt
from grader.author.pool import Pool
from grader.judge.protocol import Job
from tests.conftest import TOPICS

SAMPLE = 16  # of the wrong attempts every sixteenth


@pytest.mark.parametrize("topic", TOPICS)
def test_a_prompt_shows_what_the_evidence_says(topic: str) -> None:
    every = os.environ.get("GRADER_SNIPPETS") == "all"
    exercise = catalog.load().get(topic)
    files = attempts.wrong(exercise)[:: 1 if every else SAMPLE]
    jobs = [Job(str(exercise.folder), one.path.name, one.source) for one in files]

    with Pool() as pool:
        judged = list(zip(pool.judge(jobs), [one.source for one in files], strict=True))

    shown = [test for result, _ in judged for test in result.tests if test.evidence and test.evidence.snippet]
    assert len(shown) >= len(jobs)
    assert list(prompt.problems(exercise, judged)) == []
