"""`grader author verify`: the steps in their order, from one exercise to a Verification.

The order is the order of work: a suite has to be fair before it may be strict.
"""

from collections.abc import Callable
from time import perf_counter

from grader.author import steps
from grader.author.bench import Bench, Step, Verification
from grader.author.pool import Pool
from grader.catalog import Exercise
from grader.errors import ExerciseError

Check = Callable[[Bench], tuple[str, list[str]]]

STEPS: tuple[tuple[str, Check, bool], ...] = (
    ("shape", steps.check_shape, False),
    ("reference", steps.check_reference, False),
    ("right", steps.check_right, False),
    ("wrong", steps.check_wrong, False),
    ("named", steps.check_named, False),
    ("universal", steps.check_universal, False),
    ("tricks", steps.check_tricks, False),
    ("mutants", steps.check_mutants, True),
    ("determinism", steps.check_determinism, True),
    ("cost", steps.check_cost, False),
)


def verify(exercise: Exercise, pool: Pool, quick: bool, done: Callable[[Step], None]) -> Verification:
    """Runs the steps, `done` hears of each. Raises GraderError where a suite can't be run at all."""
    bench = Bench(exercise, pool)
    found: list[Step] = []
    for name, check, slow in STEPS:
        if slow and quick:
            step = Step(name, "left out by --quick", left_out=True)
        else:
            started = perf_counter()
            try:
                figure, problems = check(bench)
            except ExerciseError as problem:
                figure, problems = "could not be run", [str(problem)]
            step = Step(name, figure, tuple(problems), round(perf_counter() - started, 2))
        found.append(step)
        done(step)
    return Verification(exercise.topic, tuple(found))
