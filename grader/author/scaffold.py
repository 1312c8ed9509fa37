"""`grader author new`: the folder of a new exercise, right in shape and empty in substance.

It is made whole beside its place, recording included, and moved there: what fails leaves nothing behind.
"""

import contextlib
import importlib.util
import keyword
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from grader import catalog
from grader.errors import GraderError, UsageError
from grader.files import create_all, made_folders
from grader.places import Place

LONGEST = 60  # characters of a topic: every file of it has a name that any disk takes
# Modules of the grader's and pytest's beside an attempt, folders beside it, and Python's own that it may lack here.
TAKEN = frozenset({"scenarios", "conftest", "solutions", "exercises", "right", "wrong"})
ELSEWHERE = frozenset({"annotationlib", "asynchat", "asyncore", "compression", "distutils", "imp", "smtpd", "test"})
DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)})

LEFT = {
    "README.md": "the brief: every behaviour that the suite will ask for, with examples",
    "{module}.py": "the stub: signatures, docstrings, raise NotImplementedError",
    "../solutions/{module}.py": "the reference",
    "../solutions/{module}.md": "a note on it, for who has solved the exercise",
    "right/, wrong/": "other right ways, and misconceptions: four and ten, or more",
    "scenarios.py": "what is done with an attempt, as a learner would type it",
    "test_{module}.py": "the suite",
    "exercise.toml": "title, objectives, hints for each part, points",
}

MANIFEST = """title = "{title}"
chapter = "New"
order = 1000
version = 1
difficulty = "medium"
points = 2
objectives = ["Say what a learner can do afterwards"]

[hints]
answer = [
    "A question that points at the gap.",
    "A nudge: where to look.",
    "Nearly the solution.",
]
"""
BRIEF = """# {title}

`answer(number)` returns the number that follows `number`.

```python
>>> answer(1)
2
```
"""
STUB = '''"""{title}: see README.md."""


def answer(number: int) -> int:
    """Return the number that follows `number`."""
    raise NotImplementedError
'''
REFERENCE = '''"""{title}: the reference."""


def answer(number: int) -> int:
    """Return the number that follows `number`."""
    return number + 1
'''
SCENARIOS = '''"""What the suite does with an attempt at {topic}."""


def call_answer(number):
    """Asks for one answer."""
    from {module} import answer

    return {{"answer": answer(number)}}
'''
SUITE = '''"""Hidden suite of *{topic}*."""

from hypothesis import given
from hypothesis import strategies as st

from grader.suite import points


class TestAnswer:
    """answer"""

    @points(2)
    @given(number=st.integers(-1000, 1000))
    def test_follows_the_number(self, attempt, number):
        """answer returns the number that follows its argument."""
        seen = attempt.call_answer(number=number)
        assert seen.answer == number + 1
'''
RIGHT = '''"""Counts with a range instead of adding."""


def answer(number: int) -> int:
    return range(number, number + 2)[1]
'''
WRONG = '''"""Forgets that numbers can be negative

The absolute value of a number is another number where it is below zero. Use the number as it came.

Fails: TestAnswer::test_follows_the_number
"""


def answer(number: int) -> int:
    return abs(number) + 1
'''


def run(topic: str, folder: Path | None) -> int:
    """Makes the folder and the reference, and never in the place of anything. Raises UsageError for a topic that is
    there already or that can't be a module's name, GraderError if it can't be made; nothing is changed then.
    """
    check_name(topic)
    root = catalog.own(folder)
    module = topic.replace("-", "_")
    place, reference = root / topic, root.parent / "solutions" / f"{module}.py"
    for target in (place, reference):
        if os.path.lexists(target):
            raise UsageError(f"{target} is there already; nothing was changed")
    try:
        with made_folders([root, reference.parent]), _beside(root) as workshop:
            _write(topic, module, workshop)
            _record(topic, workshop / "exercises")
            _move(workshop, place, reference)
    except OSError as error:
        raise GraderError(f"{place} can't be made: {error.strerror or error}; nothing was changed") from error
    print(_left(topic, module, place, folder))
    return 0


def check_name(topic: str) -> None:
    """Raises UsageError if an attempt at `topic` could not be imported by its name, everywhere."""
    if not catalog.TOPIC.fullmatch(topic):
        raise UsageError(f"{topic!r} can't be a topic: use lower-case words with hyphens, such as context-managers")
    if len(topic) > LONGEST:
        raise UsageError(f"{topic[:20]}… can't be a topic: it has {len(topic)} characters, {LONGEST} are enough")
    module = topic.replace("-", "_")
    if keyword.iskeyword(module):
        why = "is a word of Python's, and no attempt could be imported by it"
    elif module in sys.stdlib_module_names | ELSEWHERE:
        why = "is a module of Python's own, and an attempt would take its place"
    elif module in TAKEN:
        why = "is a name that is taken in the folder of an exercise"
    elif module in DEVICES:
        why = "is a device on Windows, where no file can have that name"
    elif importlib.util.find_spec(module) is not None:
        why = "is a package that is installed, and an attempt would take its place"
    else:
        return
    raise UsageError(f"{topic!r} can't be a topic: {module} {why}; take another name, such as {topic}-exercise")


@contextlib.contextmanager
def _beside(root: Path) -> Iterator[Path]:
    """A folder to work in, on the disk where the exercise is going to be; a catalog does not look at it."""
    workshop = Path(tempfile.mkdtemp(prefix=".new-", dir=root))
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _write(topic: str, module: str, workshop: Path) -> None:
    """The files of an exercise, in a catalog of its own."""
    place = workshop / "exercises" / topic
    names = {"topic": topic, "module": module, "title": topic.replace("-", " ").capitalize()}
    files = {
        place / "exercise.toml": MANIFEST,
        place / "README.md": BRIEF,
        place / f"{module}.py": STUB,
        place / "scenarios.py": SCENARIOS,
        place / f"test_{module}.py": SUITE,
        place / "right" / "counts.py": RIGHT,
        place / "wrong" / "forgets_the_sign.py": WRONG,
        workshop / "solutions" / f"{module}.py": REFERENCE,
    }
    create_all(
        {path: (text if text in (RIGHT, WRONG) else text.format(**names)).encode() for path, text in files.items()}
    )


def _record(topic: str, root: Path) -> None:
    """The first recording, so that the new folder is whole."""
    from grader.author.pool import Pool
    from grader.author.record import record

    with Pool(1) as pool:
        record(catalog.load(root).get(topic), pool)


def _move(workshop: Path, place: Path, reference: Path) -> None:
    """Puts both where they belong, or neither."""
    # What was compiled here remembers where, and is taken for new as long as the suite is not changed.
    shutil.rmtree(workshop / "exercises" / place.name / "__pycache__", ignore_errors=True)
    Place(reference).create((workshop / "solutions" / reference.name).read_bytes())
    try:
        (workshop / "exercises" / place.name).rename(place)  # no folder takes the place of one that holds something
    except BaseException:
        reference.unlink()
        raise


def _left(topic: str, module: str, place: Path, folder: Path | None) -> str:
    """What is left to write, a line each."""
    files = {name.format(module=module): words for name, words in LEFT.items()}
    width = max(map(len, files)) + 2
    named = f" --catalog {shlex.quote(str(folder))}" if folder else ""
    return "\n".join(
        [
            f"{topic} is begun in {place}. It passes verify in shape; what is left to write:",
            "",
            *(f"  {name:{width}}{words}" for name, words in files.items()),
            "",
            "Then (see docs/authoring.md):",
            f"  grader author record {topic}{named}",
            f"  grader author verify {topic}{named} --draft",
        ]
    )
