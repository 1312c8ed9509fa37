"""Whether snippets show what the evidence says, typed at a Python prompt beside the attempt and the reference."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.catalog import Exercise
from grader.judge.keeper.servers import environment
from grader.verdicts import AttemptResult, Evidence, TestResult

TRIES = 5  # prompts for one snippet, where the first does not show it: what hangs on addresses changes
SECONDS = 20  # for an attempt's snippets, and one more for each of them
_SEPARATOR = "=== next"
# Types each snippet into a prompt of its own, in a process of its own, as one that is pasted.
_TYPIST = """
import code, os, signal, sys
held = [bytearray(size) for size in range(512) for _ in range(%d)]  # what comes then has other addresses
for number, text in enumerate(sys.stdin.read().split(%r)):
    pid = os.fork()
    if pid == 0:
        signal.alarm(10)
        print("###", number, flush=True)
        print("###", number, file=sys.stderr, flush=True)
        console = code.InteractiveConsole()
        for line in [*text.strip("\\n").split("\\n"), ""]:
            unfinished = console.push(line)
        if unfinished:
            print("SyntaxError: it does not end", file=sys.stderr)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
    os.waitpid(pid, 0)
"""


@dataclass(frozen=True)
class Typed:
    """What a prompt wrote: values and what was printed, and errors."""

    output: str
    errors: str

    @property
    def last_error(self) -> str:
        """The last line of the errors, which names the exception; empty where there was none."""
        return self.errors.strip().rpartition("\n")[2]


def problems(exercise: Exercise, failed: Sequence[tuple[AttemptResult, bytes]]) -> Iterator[str]:
    """A line for each snippet that does not show what its evidence says; `failed` are results with their attempts."""
    reference = exercise.reference.read_bytes()
    for result, source in failed:
        shown = [test for test in result.tests if test.evidence and test.evidence.snippet]
        beside_attempt = [test for test in shown if test.verdict == "failed"]
        texts = [_snippet(test) for test in beside_attempt]
        for test, typed in zip(beside_attempt, type_all(exercise.module, source, texts), strict=True):
            if not _shows(typed, test, "actual") and _is_steady(typed, exercise.module, source, _snippet(test)):
                yield f"the snippet of {test.id} for {result.attempt} does not show it: {_what(typed)}"
        texts = [_snippet(test) for test in shown]
        for test, typed in zip(shown, type_all(exercise.module, reference, texts), strict=True):
            if not _shows(typed, test, "expected"):
                yield f"the snippet of {test.id} for {result.attempt} fails beside the reference: {_what(typed)}"


def _is_steady(typed: Typed, module: str, source: bytes, snippet: str) -> bool:
    """Whether a snippet shows the same at every prompt: one that hangs on addresses can be held to nothing."""
    return all(type_all(module, source, [snippet], shift) == [typed] for shift in range(1, TRIES))


def _snippet(test: TestResult) -> str:
    assert test.evidence
    assert test.evidence.snippet
    return test.evidence.snippet


def _shows(typed: Typed, test: TestResult, side: str) -> bool:
    """Whether a snippet shows the evidence's actual or expected side."""
    why = test.evidence
    assert why
    if side == "actual" and why.raised:
        return _kind(typed.last_error) == _kind(why.raised)
    if typed.errors:
        return False
    value = why.actual if side == "actual" else why.expected
    if why.subject is None or value is None or (side == "expected" and not _is_value(why)):
        return True
    return f"{why.subject}: {value}\n" in typed.output


def _kind(error: str) -> str:
    """The class that the last line of a traceback names, without its module."""
    return error.partition(":")[0].rpartition(".")[2]


def _is_value(why: Evidence) -> bool:
    """Whether what was expected is a value, and not a condition."""
    return not (why.expected or "").startswith(("in ", "not in ", "!= ", "< ", "> ", "<= ", ">= ", "is "))


def _what(typed: Typed) -> str:
    return typed.last_error or typed.output.strip().rpartition("\n")[2][-200:] or "it prints nothing"


def type_all(module: str, source: bytes, snippets: Sequence[str], shift: int = 0) -> list[Typed]:
    """What each snippet shows at a prompt of its own, in a folder with this attempt in it.

    With another `shift` objects have other addresses, one to the other.
    """
    if not snippets:
        return []
    with tempfile.TemporaryDirectory(prefix="grader-") as folder:
        (Path(folder) / f"{module}.py").write_bytes(source)
        done = subprocess.run(
            [sys.executable, "-c", _TYPIST % (shift, _SEPARATOR)],
            cwd=folder,
            env={**environment(), "TMPDIR": folder},
            input=_SEPARATOR.join(snippets),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS + len(snippets),
            check=False,
        )
    outputs, errors = _blocks(done.stdout, len(snippets)), _blocks(done.stderr, len(snippets))
    return [Typed(*pair) for pair in zip(outputs, errors, strict=True)]


def _blocks(text: str, count: int) -> list[str]:
    """What was written under each number."""
    blocks = [""] * count
    for block in text.split("### ")[1:]:
        number, _, rest = block.partition("\n")
        blocks[int(number)] = rest
    return blocks
