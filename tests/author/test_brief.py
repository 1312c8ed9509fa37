"""The examples of a brief are typed beside the reference, and a wrong one is found with its line."""

from pathlib import Path

import pytest

from grader.author import brief
from grader.author.pool import Pool
from grader.catalog import load
from tests.conftest import Folder

REFERENCE = '''
import time


def double(n):
    """Return twice n."""
    if n is None:
        raise TypeError("no number")
    return n + n


def waited(seconds):
    start = time.perf_counter()
    time.sleep(seconds)
    return time.perf_counter() - start
'''
TRUE = """# Tiny

```python
>>> double(2)
4
>>> from tiny import double as twice
>>> for n in range(2):
...     print(twice(n))
...
0
2
>>> double(None)
Traceback (most recent call last):
  ...
TypeError: no number
>>> waited(30.0)
30.0123
```

- In a list, without a fence:

  >>> double("ab")
  'abab'

~~~pycon
>>> double([1])
[1, 1]
~~~

```python
def double(n): ...
```
"""


@pytest.fixture(scope="module")
def pool() -> Pool:
    with Pool(1) as one:
        yield one


def found(tiny: Folder, pool: Pool, text: str) -> list[str]:
    tiny.write("solutions/tiny.py", REFERENCE)
    tiny.write("exercises/tiny/README.md", text)
    return list(brief.problems(load(Path(tiny.path / "exercises")).get("tiny"), pool))


def test_true_examples_are_no_problem(tiny: Folder, pool: Pool) -> None:
    assert len(brief.examples_of(TRUE)) == 7
    assert found(tiny, pool, TRUE) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("4\n", "5\n", "README.md:4 `double(2)`: expected 5, got 4"),
        ("0\n2\n", "0\n1\n", "README.md:7 `for n in range(2): print(twice(n))`: expected 0 1, got 0 2"),
        ("no number", "none", "README.md:12 `double(None)`: expected TypeError: none, got TypeError: no number"),
        ("double(None)", "double(1)", "README.md:12 `double(1)`: expected TypeError: no number, got 2"),
        ("double(2)\n4", "double(None)\n4", "README.md:4 `double(None)`: expected 4, got TypeError: no number"),
        ("double(2)\n4", "triple(2)\n4", "README.md:4 `triple(2)`: expected 4, got NameError: name 'triple'"),
        ("30.0123", "31.0123", "README.md:16 `waited(30.0)`: expected 31.0123, got 30.0"),
        ("30.0123", "30.1", "README.md:16 `waited(30.0)`: expected 30.1, got 30.0"),
        ("'abab'", "'ab'", "README.md:22 `double(\"ab\")`: expected 'ab', got 'abab'"),
        ("[1, 1]\n", "", "README.md:26 `double([1])`: expected nothing, got [1, 1]"),
        ("double(2)\n4", "raise SystemExit(3)\n4", "README.md:4 `raise SystemExit(3)`: expected 4, got SystemExit: 3"),
    ],
)
def test_a_wrong_example_is_told_with_its_line_and_both_sides(
    tiny: Folder, pool: Pool, old: str, new: str, said: str
) -> None:
    assert TRUE.count(old) == 1
    problems = found(tiny, pool, TRUE.replace(old, new))

    assert problems[0].startswith(said), problems
    assert problems[0].endswith(": mend the example, or the reference") or "\n" not in problems[0]


def test_an_example_that_hangs_is_told_and_runs_apart_from_the_command(tiny: Folder, pool: Pool) -> None:
    (hung,) = found(tiny, pool, ">>> while True: pass\n")
    (left,) = found(tiny, pool, ">>> import os\n>>> os._exit(0)\n")
    written = found(tiny, pool, f">>> open({str(tiny.path / 'made')!r}, 'w').close()\n")

    assert hung == ("README.md: its examples can't be typed beside the reference: the call takes longer than 1 s")
    assert left.startswith("README.md: its examples can't be typed beside the reference: ")
    assert "Error" in written[0]
    assert not (tiny.path / "made").exists()


def test_an_example_that_cannot_be_read_is_told(tiny: Folder, pool: Pool) -> None:
    (problem,) = found(tiny, pool, "A line\n\n>>>double(2)\n4\n")

    assert problem.startswith("README.md has an example that can't be read: line 3")


def test_a_brief_without_examples_has_none_to_be_wrong(tiny: Folder, pool: Pool) -> None:
    assert found(tiny, pool, "# Tiny\n\n`double(n)` returns twice `n`.\n") == []
