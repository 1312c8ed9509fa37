"""`grader author verify`: the steps in their order, from one exercise to a Verification.

The order is the order of work: a suite has to be fair before it may be strict.
"""

from collections.abc import Callable
from time import perf_counter

from grader.author import steps
from grader.author.bench import Bench, Step, Verification
from grader.author.pool import Pool
from grader.catalog import Broken, Exercise
from grader.errors import ExerciseError, GraderError

UNRUN = "could not be run"
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
    """Runs the steps, `done` hears of each. Where the suite can't be run at all, the first to need it is the last."""
    bench = Bench(exercise, pool)
    found: list[Step] = []
    for name, check, slow in STEPS:
        hopeless = False
        if slow and quick:
            step = Step(name, "left out by --quick", left_out=True)
        else:
            started = perf_counter()
            try:
                figure, problems = check(bench)
            except (GraderError, OSError) as problem:
                told = any(str(problem) in line for one in found for line in one.problems)
                trace = problem.trace if isinstance(problem, ExerciseError) and not told else ""
                figure, problems = UNRUN, ["\n".join(filter(None, (str(problem), trace)))]
                hopeless = not isinstance(problem, ExerciseError)
            step = Step(name, figure, tuple(problems), round(perf_counter() - started, 2))
        found.append(step)
        done(step)
        if hopeless:
            return Verification(exercise.topic, tuple(found), can_be_run=False)
    return Verification(exercise.topic, tuple(found))


def broken(one: Broken, done: Callable[[Step], None]) -> Verification:
    """What there is to say of an exercise that is not whole."""
    step = Step(STEPS[0][0], UNRUN, (one.problem,))
    done(step)
    return Verification(one.topic, (step,), can_be_run=False)
