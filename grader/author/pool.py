"""Several judges at work side by side, for an author's many runs."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from grader.errors import ExerciseError, GraderError
from grader.judge.client import Judge
from grader.judge.protocol import Ask, Done, Fault, Job, Recorded, Task, Told
from grader.verdicts import AttemptResult

End = Done | Recorded | Told


class Pool:
    """As many judges as there are processors.

    Use it as a context, in the main thread: a judge dies with the thread that started it.
    """

    def __init__(self, size: int | None = None) -> None:
        self._size = size or os.cpu_count() or 1
        self._stack = ExitStack()
        self._judges: list[Judge] = []

    def __enter__(self) -> "Pool":
        self._judges = [self._stack.enter_context(Judge()) for _ in range(self._size)]
        return self

    def __exit__(self, *exc: object) -> None:
        self._stack.close()

    def judge(self, jobs: Sequence[Job]) -> list[AttemptResult]:
        """The results, in the order of the jobs. Raises GraderError where the grader or a suite is at fault."""
        ends = self._run(jobs)
        return [end.result for end in ends if isinstance(end, Done)]

    def record(self, task: Task) -> bytes:
        """The recording that a Record task asks for, encoded."""
        (end,) = self._run([task])
        assert isinstance(end, Recorded)
        return end.data

    def ask(self, task: Ask) -> Told:
        """What is told to an Ask. Raises GraderError."""
        (end,) = self._run([task])
        assert isinstance(end, Told)
        return end

    def _run(self, tasks: Sequence[Task]) -> list[End]:
        """Neighbours in `tasks` go to the same judge, for they often share a seed."""
        ends: list[End | None] = [None] * len(tasks)
        problems: list[GraderError] = []
        shares = _shares(len(tasks), len(self._judges))
        with ThreadPoolExecutor(len(self._judges)) as executor:
            try:
                work = [
                    executor.submit(_work, judge, tasks, share, ends, problems)
                    for judge, share in zip(self._judges, shares, strict=True)
                ]
                for one in work:
                    one.result()
            except BaseException as end:  # a signal: nobody waits for the rest, nor talks to judges that are closed
                problems.append(GraderError(str(end)))
                for judge in self._judges:
                    judge.give_up()
                raise
        if problems:
            raise problems[0]
        return [end for end in ends if end is not None]


def _shares(tasks: int, judges: int) -> list[range]:
    """The tasks' numbers, dealt out in blocks."""
    size = -(-tasks // judges)
    return [range(min(tasks, start * size), min(tasks, (start + 1) * size)) for start in range(judges)]


def _work(
    judge: Judge,
    tasks: Sequence[Task],
    share: range,
    ends: list[End | None],
    problems: list[GraderError],
) -> None:
    for number in share:
        if problems:
            return
        try:
            for event in judge.judge([tasks[number]]):
                if isinstance(event, Fault):
                    found = ExerciseError(event.message, event.trace) if event.trace else GraderError(event.message)
                    problems.append(found)
                elif isinstance(event, End):
                    ends[number] = event
        except GraderError as problem:
            problems.append(problem)
