"""How long `grader watch` takes from a save to the verdict on the screen, beside bare pytest's cold run.

    python -m benchmarks.watching [ROUNDS] [TOPIC...]

A real terminal and a real workspace. In each round bare pytest runs on the reference, and the reference is saved (with
another last line, or it would not be judged again) and a wrong attempt. Medians, and the median of the ratios within a
round. *First* is from a save of the wrong attempt to the first failing claim, *all* to its whole report.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.checks import bare, lay_out, unfit
from grader import catalog
from grader.author import attempts
from grader.catalog import Exercise
from tests.terminal import Terminal, grader

MOST_SECONDS = 60.0  # to wait for a screen


def saved(terminal: Terminal, file: Path, text: str, end: bytes, early: bytes = b"so far") -> tuple[float, float]:
    """Seconds from a save to what is seen early, if it is, and to the end."""
    begin, started, first = len(terminal.raw), perf_counter(), None
    file.write_text(text)
    while end not in terminal.raw[begin:]:
        terminal.read(0.002)
        if first is None and early in terminal.raw[begin:]:
            first = perf_counter() - started
        if perf_counter() - started > MOST_SECONDS:
            raise SystemExit(f"{file.stem}: this is not seen: {end.decode()}\n{terminal.text}")
    last = perf_counter() - started
    return first or last, last


def row(exercise: Exercise, folder: Path, rounds: int) -> list[float]:
    """Bare seconds, seconds to the verdict on the reference, their ratio, to the first failure and to all of them."""
    place = lay_out(exercise, folder / exercise.topic)
    work = folder / f"work-{exercise.topic}"
    work.mkdir()
    (work / "grader.toml").write_text("")
    file = work / exercise.topic / exercise.stub.name
    file.parent.mkdir()
    right, wrong = exercise.reference.read_text(), attempts.wrong(exercise)[0].source.decode()
    file.write_text(right)
    table = []
    left_out = unfit(exercise, place)
    with grader(work, "watch", env={**os.environ, "TERM": "xterm"}) as terminal:
        terminal.see("everything holds", "q quit")
        for number in range(rounds):
            seconds = bare(exercise, place, left_out)
            failed = saved(terminal, file, f"{wrong}\n# {number}\n", b"press h")
            passed = saved(terminal, file, f"{right}\n# {number}\n", b"everything holds")
            table.append((seconds, passed[1], passed[1] / seconds, *failed))
    return [statistics.median(column) for column in zip(*table, strict=True)]


def main() -> None:
    """Prints the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    topics = sys.argv[2:]
    print(f"{rounds} rounds; seconds are medians of wall-clock time, the ratio is to bare pytest\n")
    print(f"{'':18}{'bare':>8}{'verdict':>9}{'ratio':>8}{'first':>8}{'all':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for exercise in catalog.load():
            if not topics or exercise.topic in topics:
                bares, verdict, ratio, first, everything = row(exercise, Path(folder), rounds)
                print(
                    f"{exercise.topic:18}{bares:8.3f}{verdict:9.3f}{ratio:8.3f}{first:8.3f}{everything:8.3f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
