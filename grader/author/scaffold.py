"""`grader author new`: the folder of a new exercise, right in shape and empty in substance."""

import re
from pathlib import Path

from grader import catalog
from grader.errors import UsageError
from grader.files import write_text

LEFT = {
    "README.md": "the brief: every behaviour that the suite will ask for, with examples",
    "{module}.py": "the stub: signatures, docstrings, raise NotImplementedError",
    "../solutions/{module}.py": "the reference",
    "right/, wrong/": "other right ways, and misconceptions: four and ten, or more",
    "scenarios.py": "what is done with an attempt, and the snippet that shows it",
    "test_{module}.py": "the suite",
    "exercise.toml": "title, objectives, hints, points",
}

MANIFEST = """title = "{title}"
chapter = "New"
order = 1000
version = 1
difficulty = "medium"
points = 2
objectives = ["Say what a learner can do afterwards"]
hints = [
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
SCENARIOS = '''"""What the suite does with an attempt."""


def call_answer({module}, number):
    """Asks for one answer.

    from {module} import answer
    answer({{{{ number }}}})
    """
    return {{"answer": {module}.answer(number)}}
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
    """Makes the folder; refuses a topic that is there already or that can't be a module's name."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", topic):
        raise UsageError(f"{topic!r} can't be a topic: use lower-case words with hyphens, such as context-managers")
    root = (folder or catalog.default_folder()).absolute()
    place = root / topic
    if place.exists():
        raise UsageError(f"{place} is there already; nothing was changed")
    names = {"topic": topic, "module": topic.replace("-", "_"), "title": topic.replace("-", " ").capitalize()}
    module = names["module"]
    files = {
        place / "exercise.toml": MANIFEST,
        place / "README.md": BRIEF,
        place / f"{module}.py": STUB,
        place / "scenarios.py": SCENARIOS,
        place / f"test_{module}.py": SUITE,
        place / "right" / "counts.py": RIGHT,
        place / "wrong" / "forgets_the_sign.py": WRONG,
        root.parent / "solutions" / f"{module}.py": REFERENCE,
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, text.format(**names) if text not in (RIGHT, WRONG) else text)
    _record(topic, root)
    print(_left(topic, module, place))
    return 0


def _left(topic: str, module: str, place: Path) -> str:
    """What is left to write, a line each."""
    files = {name.format(module=module): words for name, words in LEFT.items()}
    width = max(map(len, files)) + 2
    return "\n".join(
        [
            f"{topic} is begun in {place}. It passes verify in shape; what is left to write:",
            "",
            *(f"  {name:{width}}{words}" for name, words in files.items()),
            "",
            f"Then: grader author record {topic}, grader author verify {topic}. See docs/authoring.md.",
        ]
    )


def _record(topic: str, root: Path) -> None:
    """The first recording, so that the new folder is whole."""
    from grader.author.pool import Pool
    from grader.author.record import record

    with Pool(1) as pool:
        record(catalog.load(root).get(topic), pool)
