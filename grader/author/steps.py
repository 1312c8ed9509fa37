"""The steps of `grader author verify`: from a Bench to a figure in words and a line for each problem."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from grader.author import attempts, brief, draft, prompt, record, rules, shape, tricks, varied
from grader.author.bench import Bench, Found
from grader.author.mutants import cosmic_ray, own
from grader.author.mutants.equivalents import read_equivalents, sift
from grader.author.mutants.mutant import Mutant
from grader.author.naming import standing, twins
from grader.author.source import parse, read_text
from grader.errors import ExerciseError
from grader.formats import terminal
from grader.judge.protocol import Job
from grader.learner.where import Where
from grader.verdicts import AttemptResult

SEEDS = range(1, 11)  # for wrong attempts: they have to fail with luck and without
MANY_SEEDS = range(1, 51)  # for right ones
HASH_SEEDS = 5  # of the jail, over which the fifty are spread, each with an order of the tests
SEED_EXAMPLES = 10  # of each property for each of the fifty: together five times those of a graded run
FIRST_EXAMPLES = 8  # of each property for each mutant: most are killed by these, whichever test it is that kills them
SLACK = 2.0  # times the seconds, with which a wrong attempt that hangs has to hang still
SLOW = 4  # times as slow as this machine: where a reference has to keep its budget, too
EVIDENCE_WIDTH = 74  # columns, and six before them
MUTANT_CALL_SECONDS = 0.5  # a mutant that hangs is killed as well as one that answers wrongly


def check_shape(bench: Bench) -> Found:
    """Every file there and valid, every name said, nothing given away."""
    written = list(rules.problems(bench.exercise))
    try:
        probe = bench.run([bench.job("nothing", b"pass\n", until_failure=True)])[0]
    except ExerciseError as problem:
        if not written:
            raise
        return Found("can't be collected", [*written, str(problem)])
    bench.test_ids = [test.id for test in probe.tests]
    bench.public = [test.id for test in probe.tests if test.public]
    found = [*written, *shape.problems(bench.exercise, bench.test_ids)]
    figure = f"{len(bench.test_ids)} tests, {bench.exercise.manifest.points} points"
    return Found(figure, found, list(draft.notes(bench.exercise, bench.test_ids)))


def check_reference(bench: Bench) -> Found:
    """The reference gets full points, the stub none, with a readable verdict in every test."""
    reference = bench.job("reference", bench.exercise.reference.read_bytes(), watch=True)
    stub = bench.job("stub", bench.exercise.stub.read_bytes())
    full, none = bench.run([reference, stub])
    bench.stub = none
    problems = [
        f"the reference fails {line}"
        for line in failures(full, where=Where(bench.exercise.reference, bench.exercise.module))
    ]
    problems += [f"the stub passes {test.id}" for test in none.tests if test.verdict == "passed"]
    problems += [f"the stub can't be imported: {none.message}"] if none.message else []
    unreadable = [test.id for test in none.tests if test.verdict == "failed" and not test.evidence]
    problems += [f"the stub's verdict on {name} says nothing" for name in unreadable]
    bench.expected = {test.id: test.constant for test in full.tests if test.verdict == "passed"}
    figure = f"reference {float(full.score):g} of {float(full.max_score):g}, stub {float(none.score):g}"
    return Found(figure, problems)


def check_brief(bench: Bench) -> Found:
    """What the brief shows at a prompt is what the reference shows there."""
    count = len(brief.examples_of(read_text(bench.exercise.brief)))
    return Found(f"{count} lines typed at a prompt", list(brief.problems(bench.exercise, bench.pool)))


def check_varied(bench: Bench) -> Found:
    """What a test expects is not the same for all its examples: a constant answer earns nothing."""
    found = list(varied.problems(bench.exercise, bench.expected))
    return Found(f"{len(bench.expected)} tests", found)


def check_right(bench: Bench) -> Found:
    """Every file in `right/` gets full points."""
    files = attempts.right(bench.exercise)
    results = bench.run([bench.job(one.path.name, one.source, packages=one.needs) for one in files])
    bench.accepted = results
    problems = [f"right/{result.attempt} fails {line}" for result in results for line in failures(result)]
    accepted = sum(result.full for result in results)
    return Found(f"{accepted} of {len(files)} accepted", problems)


def check_wrong(bench: Bench) -> Found:
    """Every wrong attempt fails at the tests that it names, in the graded run and with ten other seeds."""
    files = attempts.wrong(bench.exercise)
    graded = bench.run([bench.job(one.path.name, one.source) for one in files])
    bench.graded = {result.attempt: result for result in graded}
    named = {one.path.name: _named(one, bench.test_ids) for one in files}
    problems = [f"wrong/{result.attempt} shows nothing: {result.message}" for result in graded if result.message]
    problems += [
        f"wrong/{result.attempt} passes {name}, which it names"
        for result in graded
        for name in sorted(_missed(result, named[result.attempt]))
    ]
    # Live, for most of these runs end with one of their first examples.
    jobs = [
        bench.job(
            one.path.name, one.source, seed=seed, examples="live", survey=False, tests=_tests(named[one.path.name])
        )
        for seed in SEEDS
        for one in files
    ]
    for job, result in zip(jobs, bench.run(jobs), strict=True):
        missed = sorted(_missed(result, named[result.attempt]))
        problems += [f"wrong/{result.attempt} passes {name} with seed {job.seed}" for name in missed]
    problems += _too_slow(bench, files, named)
    caught = len(files) - len({problem.split()[0] for problem in problems})
    problems += prompt.problems(
        bench.exercise, [(result, one.source) for one, result in zip(files, graded, strict=True)]
    )
    return Found(f"{caught} of {len(files)} rejected, each with {len(SEEDS) + 1} seeds", problems)


def check_public(bench: Bench) -> Found:
    """The public tests reject the stub and no right attempt; each part has some, and they are not all."""
    shown = set(bench.public)
    if not shown:
        return Found("none", notes=["no test is @public: a class can't have a student edition of it"])
    judged = [*([bench.stub] if bench.stub else []), *bench.accepted]
    passing = {result.attempt: _passing(result, shown) for result in (*judged, *bench.graded.values())}
    problems = [f"the stub passes {name}, which is public" for name in sorted(passing.get("stub", ()))]
    problems += [
        f"right/{result.attempt} fails {name}, which is public"
        for result in bench.accepted
        for name in sorted(shown - passing[result.attempt])
    ]
    parts = dict.fromkeys(name.partition("::")[0] for name in bench.test_ids)
    problems += [f"no test of {part} is public" for part in parts if not any(_is_of(part, name) for name in shown)]
    problems += ["every test is public: none is left for the grade"] if len(shown) == len(bench.test_ids) else []
    through = sum(passing[name] == shown for name in bench.graded)
    figure = f"{len(shown)} of {len(bench.test_ids)} tests, which {through} of {len(bench.graded)} wrong attempts pass"
    return Found(figure, problems)


def _passing(result: AttemptResult, among: set[str]) -> set[str]:
    return {test.id for test in result.tests if test.verdict == "passed" and test.id in among}


def _is_of(part: str, name: str) -> bool:
    return name.partition("::")[0] == part


def _too_slow(bench: Bench, files: Sequence[attempts.Wrong], named: dict[str, dict[str, list[str]]]) -> list[str]:
    """A line for each test that a wrong attempt fails by its seconds alone, and passes where there are a few more: on
    another machine it would pass.
    """
    jobs = []
    for one in files:
        verdicts = {test.id: test.verdict for test in bench.graded[one.path.name].tests}
        hung = [
            case
            for cases in named[one.path.name].values()
            for case in cases
            if {verdicts[other] for other in cases} <= {"passed", "timed_out"} and verdicts[case] == "timed_out"
        ]
        if hung:
            jobs.append(bench.job(one.path.name, one.source, survey=False, tests=tuple(hung), slack=SLACK))
    return [
        f"wrong/{result.attempt} fails {test.id} by taking too long, and passes it with {SLACK:g} times the seconds: "
        "let the suite judge what it does, or make it slower by far"
        for result in bench.run(jobs)
        for test in result.tests
        if test.verdict == "passed"
    ]


def check_named(bench: Bench) -> Found:
    """Which wrong attempts a learner would be told of: it is said, and no problem, for a fair suite may not tell."""
    files = [one for one in attempts.wrong(bench.exercise) if one.path.name in bench.graded]
    known = record.known(files, [bench.graded[one.path.name] for one in files])
    figure, lines = standing(known)
    alike = twins(known)
    return Found(figure, notes=[*alike, *(line for line in lines if not any(line.split()[0] in one for one in alike))])


def check_universal(bench: Bench) -> Found:
    """What knows nothing of the exercise gets no points for it."""
    known = attempts.universal(bench.exercise)
    results = bench.run([bench.job(name, source, survey=False) for name, source in known.items()])
    bench.universal = {result.attempt: result for result in results}
    problems = []
    for result in results:
        problems += [f"{result.attempt} passes {name}" for name in sorted(_passed(result))]
    return Found(f"{sum(result.score == 0 for result in results)} of {len(known)} get nothing", problems)


def check_tricks(bench: Bench) -> Found:
    """An attempt that replaces the scenarios beside it, or what they report, earns nothing by it."""
    bases = _bases(bench)
    tries = [(source, trick, untouched) for source, untouched in bases for trick in tricks.TRICKS]
    jobs = [
        bench.job(untouched.attempt, tricks.tricked(source, tricks.TRICKS[trick]), survey=False)
        for source, trick, untouched in tries
    ]
    problems = [
        f"{result.attempt}, which {trick}, passes {name}"
        for (_, trick, untouched), result in zip(tries, bench.run(jobs), strict=True)
        for name in sorted(_passed(result) - _passed(untouched))
    ]
    return Found(f"{len(tricks.TRICKS)} tricks on {len(bases)} attempts earn {len(problems) or 'nothing'}", problems)


def _bases(bench: Bench) -> list[tuple[bytes, AttemptResult]]:
    """What tricks are tried on, and how it does without: one attempt that fails loudly, one that fails quietly, and
    the worst misconception.
    """
    known = attempts.universal(bench.exercise)
    bases = [
        (known[name], bench.universal[name])
        for name in (attempts.STUB, attempts.NONE_RETURNER)
        if name in bench.universal
    ]
    wrong = [(one.source, bench.graded[one.path.name]) for one in attempts.wrong(bench.exercise) if bench.graded]
    return [*bases, *sorted(wrong, key=lambda base: base[1].score)[:1]]


def _passed(result: AttemptResult) -> set[str]:
    return {test.id for test in result.tests if test.verdict == "passed"}


def check_mutants(bench: Bench) -> Found:
    """Every mutant of the reference is killed, or listed as equivalent with a reason."""
    source = read_text(bench.exercise.reference)
    parse(bench.exercise.reference, source)  # the operators take it for granted that they read Python
    mutants = [*own(source), *cosmic_ray(source)]
    survivors = surviving(bench, mutants)
    sifted = sift(mutants, survivors, read_equivalents(bench.exercise.folder / "equivalent.toml"))
    problems = [f"{one.identity} survives, line {one.line}: {one.change}" for one in sifted.unlisted]
    problems += [f"equivalent.toml lists {one.identity}, which is killed" for one in sifted.killed]
    problems += [f"equivalent.toml lists {one.identity}, which is no mutant any more" for one in sifted.gone]
    problems += [f"equivalent.toml lists more than 12 % of the mutants of {name}" for name in sifted.too_many]
    return Found(", ".join(_rate(name, mutants, survivors) for name in ("own", "cosmic-ray")), problems)


def surviving(bench: Bench, mutants: Sequence[Mutant]) -> set[str]:
    """The identities of the mutants that no test fails on."""
    left = {
        one.identity: bench.job(
            one.identity,
            one.source.encode(),
            survey=False,
            trace=False,
            until_failure=True,
            call_seconds=MUTANT_CALL_SECONDS,
        )
        for one in mutants
    }
    for most in (FIRST_EXAMPLES, None):
        jobs = [msgspec.structs.replace(job, most_examples=most) for job in left.values()]
        left = {result.attempt: left[result.attempt] for result in bench.run(jobs) if result.full}
    return set(left)


def check_determinism(bench: Bench) -> Found:
    """No verdict on a right attempt changes with the seed, the hash seed or the order of the tests."""
    files = attempts.right(bench.exercise)
    rights = [
        ("reference", bench.exercise.reference.read_bytes(), ()),
        *((f.path.name, f.source, f.needs) for f in files),
    ]
    # Seeds that share a hash seed and an order share a run: every example starts from a fresh import, so they don't
    # know of each other. Neighbours go to the same judge, which keeps their examples.
    jobs = [
        bench.job(
            name,
            source,
            packages=needs,
            seed=first,
            more_seeds=tuple(more),
            most_examples=SEED_EXAMPLES,
            hash_seed=turn,
            order=turn,
            examples="kept",
            survey=False,
        )
        for turn in range(HASH_SEEDS)
        for first, *more in [MANY_SEEDS[turn::HASH_SEEDS]]
        for name, source, needs in rights
    ]
    results = bench.run(jobs)
    changed = [job for job, result in zip(jobs, results, strict=True) if not result.full]
    problems = [line for job in changed for line in _by_seed(bench, job)]
    figure = f"{len(rights)} attempts over {len(MANY_SEEDS)} seeds, {len(problems)} verdicts changed"
    return Found(figure, problems)


def _by_seed(bench: Bench, job: Job) -> list[str]:
    """Which of a run's seeds it is that a right attempt fails with."""
    seeds = job.seed, *job.more_seeds
    alone = [msgspec.structs.replace(job, seed=seed, more_seeds=()) for seed in seeds]
    problems = [
        f"{job.name} fails {line} with seed {one.seed}"
        for one, result in zip(alone, bench.run(alone), strict=True)
        for line in failures(result)
    ]
    return problems or [f"{job.name} fails now and then, in a run of the seeds {', '.join(map(str, seeds))}"]


def check_cost(bench: Bench) -> Found:
    """Seconds that right attempts and the slowest wrong one use themselves, against the exercise's budget.

    A right attempt has to keep it on a slow machine, too, whose processors take SLOW times as long.
    """
    (reference,) = bench.run([bench.job("reference", bench.exercise.reference.read_bytes())])
    slowest = max(bench.graded.values(), key=_used, default=reference)
    budget = bench.exercise.manifest.budgets.check_seconds
    problems = [
        f"{one.attempt} takes {_worked(one):.1f} s of processor time, {_on_slow(one):.1f} s in all where a machine is "
        f"{SLOW} times as slow, more than the {budget:g} s of check_seconds"
        for one in (reference, *bench.accepted)
        if _on_slow(one) > budget
    ]
    if _used(slowest) > budget:
        problems.append(f"{slowest.attempt} takes {_used(slowest):.1f} s, more than the {budget:g} s of check_seconds")
    used = f"reference {_used(reference):.2f} s, {_worked(reference):.2f} s of it on a processor"
    return Found(f"{used}; slowest wrong {_used(slowest):.2f} s", problems)


def _worked(result: AttemptResult) -> float:
    return sum(test.cpu_s for test in result.tests)


def _on_slow(result: AttemptResult) -> float:
    """Seconds that it would use itself on a slow machine."""
    return max(_used(result) - _worked(result), 0.0) + SLOW * _worked(result)


def failures(result: AttemptResult, where: Where | None = None) -> Iterator[str]:
    """A line for each test that an attempt did not pass, and how that came about in the author's files; between the
    two what `check` would show of it, if it is said `where` the attempt lies.
    """
    if result.message:
        yield f"to be imported: {result.message}"
        return
    for test in result.tests:
        if test.verdict != "passed":
            why = test.evidence.raised or test.evidence.reason if test.evidence else ""
            shown = terminal.evidence_text(test, where, EVIDENCE_WIDTH) if where else ""
            yield "\n".join(filter(None, (f"{test.id} ({test.verdict}: {why})", shown, test.trace)))


def _named(one: attempts.Wrong, test_ids: list[str]) -> dict[str, list[str]]:
    return attempts.named_in(one.fails, test_ids)


def _tests(named: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(test for cases in named.values() for test in cases)


def _missed(result: AttemptResult, named: dict[str, list[str]]) -> Iterable[str]:
    """The named tests of which no case failed."""
    passed = {test.id for test in result.tests if test.verdict in ("passed", "not_run")}
    if result.message:
        return ()
    return (name for name, cases in named.items() if all(case in passed for case in cases))


def _rate(generator: str, mutants: Sequence[Mutant], survivors: set[str]) -> str:
    made = [one for one in mutants if one.generator == generator]
    killed = sum(one.identity not in survivors for one in made)
    return f"{generator} {killed} of {len(made)} ({killed / len(made):.1%})" if made else f"{generator} 0"


def _used(result: AttemptResult) -> float:
    return sum(test.used_s for test in result.tests)
