"""`grader author verify`: the steps in their order, from one exercise to a Verification.

The order is the order of work: a suite has to be fair before it may be strict.
"""

from collections.abc import Callable
from enum import StrEnum
from time import perf_counter

from grader.author import steps
from grader.author.bench import Bench, Found, Step, Verification
from grader.author.pool import Pool
from grader.catalog import Broken, Exercise
from grader.errors import ExerciseError, GraderError

UNRUN = "could not be run"
NEEDED = "reference"  # without which nobody can be graded
Check = Callable[[Bench], Found]

STEPS: tuple[tuple[str, Check, bool], ...] = (
    ("shape", steps.check_shape, False),
    ("reference", steps.check_reference, False),
    ("brief", steps.check_brief, False),
    ("varied", steps.check_varied, False),
    ("right", steps.check_right, False),
    ("wrong", steps.check_wrong, False),
    ("public", steps.check_public, False),
    ("named", steps.check_named, False),
    ("universal", steps.check_universal, False),
    ("tricks", steps.check_tricks, False),
    ("mutants", steps.check_mutants, True),
    ("determinism", steps.check_determinism, True),
    ("cost", steps.check_cost, False),
)


class Depth(StrEnum):
    """How much is done."""

    whole = "whole"
    quick = "quick"  # neither mutants nor determinism
    draft = "draft"  # quick, and what does not keep an attempt from being graded is left open


def verify(exercise: Exercise, pool: Pool, depth: Depth, done: Callable[[Step], None]) -> Verification:
    """Runs the steps, `done` hears of each. Where the suite can't be run at all, the first to need it is the last."""
    bench = Bench(exercise, pool)
    steps: list[Step] = []
    for name, check, slow in STEPS:
        hopeless, started = False, perf_counter()
        if slow and depth != Depth.whole:
            left_open = (f"not done yet: grader author verify {exercise.topic}",) if depth == Depth.draft else ()
            step = Step(name, f"left out by --{depth}", left_open=left_open, left_out=True)
        else:
            try:
                found = check(bench)
            except (GraderError, OSError) as problem:
                found, hopeless = Found(UNRUN, [_said(problem, steps)]), not isinstance(problem, ExerciseError)
            step = _step(name, found, perf_counter() - started, depth == Depth.draft and not hopeless)
        steps.append(step)
        done(step)
        if hopeless:
            return Verification(exercise.topic, tuple(steps), can_be_run=False)
    return Verification(exercise.topic, tuple(steps))


def _step(name: str, found: Found, seconds: float, is_draft: bool) -> Step:
    problems, notes, seconds = tuple(found.problems), tuple(found.notes), round(seconds, 2)
    if is_draft and name != NEEDED:
        return Step(name, found.figure, left_open=(*problems, *notes), seconds=seconds)
    return Step(name, found.figure, problems, notes=notes, seconds=seconds)


def _said(problem: GraderError | OSError, steps: list[Step]) -> str:
    """What is wrong, with the way through the author's files where that has not been told yet."""
    told = any(str(problem) in line for one in steps for line in (*one.problems, *one.left_open))
    trace = problem.trace if isinstance(problem, ExerciseError) and not told else ""
    return "\n".join(filter(None, (str(problem), trace)))


def broken(one: Broken, done: Callable[[Step], None]) -> Verification:
    """What there is to say of an exercise that is not whole."""
    step = Step(STEPS[0][0], UNRUN, (one.problem,))
    done(step)
    return Verification(one.topic, (step,), can_be_run=False)
