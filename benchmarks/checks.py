"""What a check costs beside bare pytest that imports the same attempt and runs the same tests.

    python -m benchmarks.checks [ROUNDS]

Whole processes, in turn within a round, so that a noisy machine is noisy for both; medians and the median of the
ratios within a round. *Warm* is one more attempt in a judge that is up. *Mutants* are those of the reference that are
killed, judged one after the other on one processor. Tests that bare pytest can't pass are left out of its run alone.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from grader import catalog
from grader.author.mutants import own
from grader.catalog import Exercise
from grader.judge.client import Judge
from grader.judge.protocol import Done, Job

HERE = Path(__file__).parent


def bare(exercise: Exercise, folder: Path, left_out: list[str]) -> float:
    """Seconds of bare pytest on the reference without these tests, in a folder that is kept between rounds."""
    started = perf_counter()
    done = bare_run(exercise, folder, left_out)
    seconds = perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{exercise.topic}\n{done.stdout}{done.stderr}")
    return seconds


def unfit(exercise: Exercise, folder: Path) -> list[str]:
    """The tests that the reference fails under bare pytest: what only the judge can compare, such as exceptions."""
    return re.findall(r"^FAILED (\S+)", bare_run(exercise, folder, []).stdout, re.MULTILINE)


def bare_run(exercise: Exercise, folder: Path, left_out: list[str]) -> "subprocess.CompletedProcess[str]":
    """Bare pytest, as it ended, on what lies in this folder, without these tests."""
    env = {**os.environ, "MODULE": exercise.module, "EXAMPLES": str(exercise.manifest.budgets.examples)}
    options = [option for test in left_out for option in ("--deselect", test)]
    command = [sys.executable, "-m", "pytest", "-q", exercise.suite.name, *options]
    return subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True)


def cold(exercise: Exercise, folder: Path) -> float:
    """Seconds of `grader check` on the same file."""
    attempt = str(folder / f"{exercise.module}.py")
    return timed(
        [sys.executable, "-m", "grader", "check", exercise.topic, "--attempt", attempt], {**os.environ}, folder
    )


def timed(command: list[str], env: dict[str, str], folder: Path) -> float:
    """Wall-clock seconds of a command that has to end with 0."""
    started = perf_counter()
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True)
    seconds = perf_counter() - started
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return seconds


def lay_out(exercise: Exercise, folder: Path) -> Path:
    """A folder for bare pytest: suite, scenarios and the reference in the place of the attempt."""
    folder.mkdir()
    shutil.copy(exercise.suite, folder)
    shutil.copy(exercise.scenarios, folder)
    shutil.copy(exercise.reference, folder)
    shutil.copy(HERE / "bare_conftest.py", folder / "conftest.py")
    (folder / "pytest.ini").write_text(
        "[pytest]\nmarkers =\n    points(number): worth\n    examples(number): few\n    public: shown\n"
    )
    return folder


def judged(judge: Judge, job: Job) -> tuple[float, bool]:
    """Seconds for one more attempt in a warm judge, and whether it got full points."""
    started = perf_counter()
    *_, end = judge.judge([job])
    assert isinstance(end, Done)
    return perf_counter() - started, end.result.full


def row(exercise: Exercise, folder: Path, rounds: int) -> list[float]:
    """Bare and cold seconds, their ratio, warm seconds, their ratio, seconds of a killed mutant."""
    place = lay_out(exercise, folder / exercise.topic)
    reference = exercise.reference.read_bytes()
    job = Job(str(exercise.folder), "reference", reference)
    mutants = [
        Job(job.folder, one.identity, one.source.encode(), survey=False, until_failure=True, call_seconds=0.5)
        for one in own(reference.decode())[:40]
    ]
    with Judge() as judge:
        left_out = unfit(exercise, place)
        cold(exercise, place)
        judged(judge, job)
        table = [(bare(exercise, place, left_out), cold(exercise, place), judged(judge, job)[0]) for _ in range(rounds)]
        killed = [seconds for seconds, full in (judged(judge, one) for one in mutants) if not full]
    bares, colds, warms = zip(*table, strict=True)
    median = statistics.median
    return [
        median(bares),
        median(colds),
        median(c / b for b, c, _ in table),
        median(warms),
        median(w / b for b, _, w in table),
        median(killed),
    ]


def main() -> None:
    """Prints the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{rounds} rounds; seconds are medians of wall-clock time, ratios are to bare pytest\n")
    print(f"{'':18}{'bare':>8}{'cold':>8}{'ratio':>8}{'warm':>8}{'ratio':>8}{'mutant':>8}")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for exercise in catalog.load():
            rows.append(row(exercise, Path(folder), rounds))
            print(f"{exercise.topic:18}" + "".join(f"{value:8.3f}" for value in rows[-1]), flush=True)
    print(f"{'median':18}" + "".join(f"{statistics.median(column):8.3f}" for column in zip(*rows, strict=True)))


if __name__ == "__main__":
    main()
