"""Whether the snippets of an exercise run as they stand, typed at a Python prompt beside an attempt."""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.catalog import Exercise
from grader.judge.keeper.servers import environment
from grader.verdicts import AttemptResult

EACH = 3  # snippets tried for each test
SECONDS = 20
# What a snippet may never do, whatever the attempt does.
BROKEN = ("SyntaxError", "IndentationError", "NameError", "UnboundLocalError")
_SEPARATOR = "=== next"
# Types each snippet into a prompt of its own, in a process of its own. Nobody waits for what it waits for.
_TYPIST = """
import code, os, sys, time
time.sleep = lambda seconds: None
for number, text in enumerate(sys.stdin.read().split(%r)):
    pid = os.fork()
    if pid == 0:
        print("###", number, file=sys.stderr, flush=True)
        console = code.InteractiveConsole()
        for line in [*text.strip("\\n").split("\\n"), ""]:
            unfinished = console.push(line)
        if unfinished:
            print("SyntaxError: it does not end", file=sys.stderr)
        sys.stderr.flush()
        os._exit(0)
    os.waitpid(pid, 0)
"""


def problems(exercise: Exercise, results: Iterable[AttemptResult]) -> Iterator[str]:
    """A line for each scenario whose snippet can't be typed beside the reference."""
    snippets = sorted(set(_snippets(results)))
    if not snippets:
        return
    errors = _type_all(exercise, [text for _, text in snippets])
    told = set()
    for (test, _), error in zip(snippets, errors, strict=True):
        last = error.strip().rpartition("\n")[2]
        if last.startswith(BROKEN) and test not in told:
            told.add(test)
            yield f"the snippet of {test} does not run at a prompt: {last}"


def _snippets(results: Iterable[AttemptResult]) -> Iterator[tuple[str, str]]:
    count: dict[str, int] = {}
    for result in results:
        for test in result.tests:
            if test.evidence and test.evidence.snippet and count.get(test.id, 0) < EACH:
                count[test.id] = count.get(test.id, 0) + 1
                yield test.id, test.evidence.snippet


def _type_all(exercise: Exercise, snippets: list[str]) -> list[str]:
    """What each snippet says on standard error, typed in a folder with the reference."""
    with tempfile.TemporaryDirectory(prefix="grader-") as folder:
        (Path(folder) / f"{exercise.module}.py").write_bytes(exercise.reference.read_bytes())
        done = subprocess.run(
            [sys.executable, "-c", _TYPIST % _SEPARATOR],
            cwd=folder,
            env=environment(),
            input=_SEPARATOR.join(snippets),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS + len(snippets),
            check=False,
        )
    errors = [""] * len(snippets)
    for block in done.stderr.split("### ")[1:]:
        number, _, text = block.partition("\n")
        errors[int(number)] = text
    return errors
