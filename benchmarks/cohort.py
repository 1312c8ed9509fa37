"""What a cohort costs: python -m benchmarks.cohort [STUDENTS [TOPIC ...]] [--attempts=N] [--memory=N]

*Engine*: attempts of each topic as a class hands them in, half of them right and half wrong, each with bytes of its
own, judged by a judge that is up and by bare pytest, in the same run; processor time is that of all processes that the
work needed. Two judges side by side are compared with one by the clock.

*Class*: a synthetic class of git repositories, one a student, of right, wrong, broken and untouched files, through the
real commands: roster, sync, grade, release, report, export; then again with nothing changed, and with one suite
changed.

*Memory*, where it is asked for: the peak of the command, of the judge and of the fork-server over so many attempts.

Run it at the top of a checkout.
"""

import itertools
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.checks import bare_run, lay_out, unfit
from grader import catalog
from grader.author import attempts
from grader.catalog import Exercise
from grader.cohort.engines import local
from grader.cohort.engines.work import Work
from grader.cohort.rows import Judgement, Key

TOPICS = ["decorators", "generators", "context-managers", "iterators", "classes"]
SEED = 20_261_214
DATES = "due = 2030-01-01T00:00:00+00:00"


# --- one attempt after another, beside bare pytest ---


class Cost:
    """Seconds by the clock, and of processors by all processes that were started and have ended meanwhile."""

    def __enter__(self) -> "Cost":
        self._wall, self._used = perf_counter(), _used()
        return self

    def __exit__(self, *exc: object) -> None:
        self.wall, self.used = perf_counter() - self._wall, _used() - self._used


def _used() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def handed_in(exercise: Exercise, number: int) -> tuple[list[bytes], list[bytes]]:
    """So many right attempts, and as many again with a wrong one after each; no two of the same bytes."""
    sources = [exercise.reference.read_bytes(), *(one.source for one in attempts.right(exercise) if not one.needs)]
    wrong = [one.source for one in attempts.wrong(exercise)]
    right, others = _different(sources, number), _different(wrong[:: max(1, len(wrong) // number)], number)
    return right, [one for pair in zip(right, others, strict=True) for one in pair]


def _different(sources: Sequence[bytes], number: int) -> list[bytes]:
    endless = itertools.cycle(sources)
    return [next(endless) + f"\n# {place}\n".encode() for place in range(number)]


def judged(exercise: Exercise, sources: Sequence[bytes], judges: int = 1) -> Cost:
    """What it costs to judge these, from the start of the judges to their end."""
    works = [
        Work(Key(exercise.topic, f"{place:064x}", exercise.suite_digest, SEED, "benchmark", "any"), source)
        for place, source in enumerate(sources)
    ]
    with Cost() as cost:
        for outcomes in local.run(works, {exercise.topic: exercise.folder}, judges):
            odd = [one for one in outcomes if not isinstance(one, Judgement)]
            if odd:
                raise SystemExit(str(odd[0]))
    return cost


def by_pytest(exercise: Exercise, folder: Path, left_out: list[str], sources: Sequence[bytes]) -> Cost:
    """What it costs to run bare pytest on each of these."""
    with Cost() as cost:
        for source in sources:
            (folder / exercise.reference.name).write_bytes(source)
            bare_run(exercise, folder, left_out)
    return cost


def engine(exercise: Exercise, room: Path, number: int) -> list[float]:
    """Processor seconds an attempt (judge, bare pytest; right, then mixed), both ratios, and two judges beside one."""
    folder = lay_out(exercise, room / exercise.topic)
    left_out = unfit(exercise, folder)
    right, mixed = handed_in(exercise, number)
    few = max(1, number // 8)
    judged(exercise, right[:2])  # recorded and on trial before anything is measured
    idle = judged(exercise, right[:1]).used
    alone, one, two = judged(exercise, right), judged(exercise, mixed), judged(exercise, mixed, judges=2)
    times = [(alone.used - idle) / (len(right) - 1), (one.used - idle) / (len(mixed) - 1)]
    bare = [
        by_pytest(exercise, folder, left_out, right[:few]).used / few,
        by_pytest(exercise, folder, left_out, mixed[: 2 * few]).used / (2 * few),
    ]
    return [times[0], bare[0], bare[0] / times[0], times[1], bare[1], bare[1] / times[1], one.wall / two.wall]


# --- a class ---


def files(exercises: Sequence[Exercise], student: int) -> Iterator[tuple[str, bytes]]:
    """What a student hands in: of eight, four right, two wrong, one broken, one as it was given."""
    for place, exercise in enumerate(exercises):
        kind = (student + place) % 8
        if kind < 4:
            source = exercise.reference.read_bytes()
        elif kind < 6:
            wrong = attempts.wrong(exercise)
            source = wrong[(student * 7 + place) % len(wrong)].source
        else:
            source = exercise.stub.read_bytes() if kind == 6 else b"def timer(func:\n"
        yield f"{exercise.topic}/{exercise.module}.py", source + f"\n# {student}\n".encode()


def fork(path: Path, contents: Iterator[tuple[str, bytes]]) -> None:
    """A repository with one commit of these files."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(path)], check=True)
    lines = [b"commit refs/heads/main\ncommitter A <a@example.org> 1700000000 +0000\ndata 0\n"]
    lines += [f"M 100644 inline {name}\ndata {len(data)}\n".encode() + data + b"\n" for name, data in contents]
    subprocess.run(["git", "-C", str(path), "fast-import", "--quiet"], input=b"".join(lines), check=True)


def grader(room: Path, *words: str) -> float:
    """Seconds of a command in the folder of the class; its last line is shown."""
    started = perf_counter()
    done = subprocess.run([sys.executable, "-m", "grader", *words], cwd=room, capture_output=True, text=True)
    seconds = perf_counter() - started
    if done.returncode > 1:
        raise SystemExit(f"grader {' '.join(words)}\n{done.stdout}{done.stderr}")
    last = (done.stdout.strip().splitlines() or [""])[-1]
    print(f"  grader {' '.join(words):32} {seconds:8.1f} s   {last[:60]}", flush=True)
    return seconds


def whole_class(place: Path, topics: Sequence[str], students: int) -> None:
    """The commands of a teacher, timed: a first time, with nothing changed, with one suite changed."""
    own = place / "exercises"
    shutil.copytree(Path("solutions"), place / "solutions")
    for topic in topics:
        shutil.copytree(Path("exercises") / topic, own / topic)
    exercises = [one for one in catalog.load(own) if isinstance(one, Exercise)]
    started = perf_counter()
    for number in range(students):
        fork(place / "forks" / f"s{number:04}", files(exercises, number))
    print(f"  {students} repositories made in {perf_counter() - started:.1f} s", flush=True)
    room = place / "cs101"
    grader(place, "class", "init", "cs101", *topics, "--catalog", str(own))
    plan = (room / "class.toml").read_text()
    (room / "class.toml").write_text(
        f'repositories = "{place}/forks/{{github}}"\n' + re.sub(r"(?m)^due = .*$", DATES, plan)
    )
    rows = "".join(f"{number},Student {number},s{number}@example.org,s{number:04}\n" for number in range(students))
    (place / "list.csv").write_text("student,name,email,github\n" + rows)
    grader(room, "cohort", "roster", str(place / "list.csv"))
    print("  everything, the first time", flush=True)
    commands = [["sync"], ["grade"], ["release", "--yes"], ["report", "report.html"], ["export", "canvas"]]
    first = sum(grader(room, "cohort", *words) for words in commands)
    print(f"  {first:.1f} s; again, with nothing changed", flush=True)
    again = sum(grader(room, "cohort", *words) for words in commands)
    print(f"  {again:.1f} s; again, with one suite changed", flush=True)
    with (exercises[0].scenarios).open("a") as scenarios:
        scenarios.write("\n# changed\n")
    digest = catalog.load(own).digest(list(topics))
    (room / "class.toml").write_text(
        re.sub(r'(?m)^digest = "\w+"', f'digest = "{digest}"', (room / "class.toml").read_text())
    )
    print(f"  {sum(grader(room, 'cohort', *words) for words in commands):.1f} s", flush=True)


# --- memory ---


def memory(exercise: Exercise, number: int) -> None:
    """Peaks of memory after a tenth of so many attempts and after all."""
    _, mixed = handed_in(exercise, number // 2)
    for some in (number // 10, number):
        judged(exercise, mixed[:some])
        own, children = (
            resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(f"  {some} attempts: this process {own:.0f} MB, the largest of the others {children:.0f} MB", flush=True)


def main(arguments: list[str]) -> None:
    """Prints the three parts."""
    words = [word for word in arguments if not word.startswith("--")]
    options = dict(word[2:].split("=") for word in arguments if word.startswith("--"))
    students, topics = int(words[0]) if words else 20, words[1:] or TOPICS
    exercises = [catalog.load().get(topic) for topic in topics]
    with tempfile.TemporaryDirectory() as folder:
        if number := int(options.get("attempts", 16)):
            print(
                "processor seconds of one more attempt, beside those of bare pytest; two judges beside one by the clock"
            )
            print(f"{'':18}{'right':>8}{'bare':>8}{'times':>8}{'mixed':>8}{'bare':>8}{'times':>8}{'two':>8}")
            for exercise in exercises:
                row = engine(exercise, Path(folder), number)
                print(f"{exercise.topic:18}" + "".join(f"{value:8.3f}" for value in row), flush=True)
        if students:
            print(f"\na class of {students} with {len(topics)} topics, on {os.cpu_count()} processors")
            whole_class(Path(folder) / "class", topics, students)
        if attempts_many := int(options.get("memory", 0)):
            print(f"\nmemory, {exercises[0].topic}")
            memory(exercises[0], attempts_many)


if __name__ == "__main__":
    main(sys.argv[1:])
