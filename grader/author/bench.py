"""What the steps of `grader author verify` share: the exercise on the bench, and what a step found."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from grader.author.pool import Pool
from grader.catalog import Exercise
from grader.judge.protocol import Job
from grader.verdicts import AttemptResult


@dataclass(frozen=True)
class Found:
    """What a step found: a figure in words, a line for each problem, and one for each thing that is worth a look and
    no fault.
    """

    figure: str
    problems: Sequence[str] = ()
    notes: Sequence[str] = ()


class Step(msgspec.Struct, frozen=True):
    """What one step found: `Found`, and of its problems those that are left open in a draft."""

    name: str
    figure: str
    problems: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    left_out: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


class Verification(msgspec.Struct, frozen=True):
    """All steps for one exercise."""

    exercise: str
    steps: tuple[Step, ...]
    can_be_run: bool = True  # else the last step says why not

    @property
    def holds(self) -> bool:
        """Whether everything does."""
        return all(step.holds for step in self.steps)


@dataclass
class Bench:
    """One exercise on the bench: what the steps share."""

    exercise: Exercise
    pool: Pool
    test_ids: list[str] = field(default_factory=list)
    public: list[str] = field(default_factory=list)  # ids of tests
    expected: dict[str, dict[str, str]] = field(default_factory=dict)  # by test: see `TestResult.constant`
    stub: AttemptResult | None = None
    accepted: list[AttemptResult] = field(default_factory=list)  # of the right attempts
    graded: dict[str, AttemptResult] = field(default_factory=dict)  # of the wrong attempts, by file name
    universal: dict[str, AttemptResult] = field(default_factory=dict)  # of what knows nothing, by what it does

    def job(self, name: str, source: bytes, **options: object) -> Job:
        return msgspec.structs.replace(Job(str(self.exercise.folder), name, source, trial=True, trace=True), **options)

    def run(self, jobs: Sequence[Job]) -> list[AttemptResult]:
        return self.pool.judge(jobs)
