"""What an author is told of a failure that no learner is to blame for: the author's own line, and the exception."""

import linecache
import traceback
from pathlib import Path

from grader.catalog import Exercise
from grader.judge.keeper.child import AttemptRaised, Stopped, Unimportable
from grader.judge.suite import show


def told(exercise: Exercise, failure: BaseException) -> str:
    """`failure` in one line: `test_tiny.py:7: assert seen.value == 2: AssertionError: assert 3 == 2`."""
    return ": ".join(part for part in (_line(exercise.folder, failure), _exception(failure)) if part)


def _line(folder: Path, failure: BaseException) -> str:
    """The last line of the exercise's own files that `failure` passed through."""
    for frame, number in reversed(list(traceback.walk_tb(failure.__traceback__))):
        path = Path(frame.f_code.co_filename)
        if path.parent == folder:
            return f"{path.name}:{number}: {show.clean(linecache.getline(str(path), number).strip(), 200)}"
    return ""


def _exception(failure: BaseException) -> str:
    if isinstance(failure, Stopped):
        return failure.reason
    if isinstance(failure, AttemptRaised | Unimportable):
        kind, text = failure.error.type.rpartition(".")[2], failure.error.message
    else:
        kind, text = type(failure).__name__, str(failure)
    first = text.strip().partition("\n")[0]
    return show.clean(f"{kind}: {first}" if first else kind, show.LIMIT)
