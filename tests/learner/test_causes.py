"""What beginners meet, met for real: each attempt goes through a judge, and its result gets its sentence, or none."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.catalog import load_exercise
from grader.judge.client import Judge
from grader.judge.protocol import Done, Job
from grader.learner import causes
from grader.verdicts import AttemptResult, Evidence
from tests.judge.test_session import put

linux = pytest.mark.skipif(sys.platform != "linux", reason="nothing refuses it there")
forked = pytest.mark.skipif(sys.platform == "win32", reason="nobody is asked there what it was doing")
before_12 = pytest.mark.skipif(sys.version_info >= (3, 12), reason="this Python reads it")
before_14 = pytest.mark.skipif(sys.version_info >= (3, 14), reason="this Python reads it")

MANIFEST = """
title = "Tiny"
chapter = "Tests"
order = 1
version = 1
difficulty = "easy"
points = 1
objectives = ["Double"]
hints = ["n + n"]
requires = {requires}
packages = {packages}

[budgets]
call_seconds = 0.5
test_seconds = 1.0
import_seconds = 0.7
open_files = 64
"""
SUITE = '''
class TestDouble:
    """double"""

    def test_doubles(self, attempt):
        """double returns twice its argument."""
        assert attempt.doubled(4).value == 8
'''
EXERCISES = {
    "tiny": ([], []),
    "threaded": (["threads"], []),
    "filed": (["files"], []),
    "packed": ([], ["packaging"]),
}
BESIDE = ("tiny.py", "helpers.py", "random.py", "README.md", "tools/__init__.py")

Why = Callable[..., str | None]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., tuple[AttemptResult, causes.Setting]]]:
    """Judges an attempt at one of the exercises, with one judge for all."""
    catalog = tmp_path_factory.mktemp("catalog")
    folders = {
        topic: put(catalog, topic, exercise__toml=MANIFEST.format(requires=needs, packages=packs), test_tiny__py=SUITE)
        for topic, (needs, packs) in EXERCISES.items()
    }
    for topic in EXERCISES:  # whose files are made of those of `tiny`
        for file in Path(folders[topic]).glob("*.py"):
            file.write_text(file.read_text().replace("tiny", topic))
    with Judge() as judge:

        def run(source: str | bytes, topic: str = "tiny") -> tuple[AttemptResult, causes.Setting]:
            data = source if isinstance(source, bytes) else source.encode()
            *_, last = judge.judge([Job(folders[topic], f"{topic}.py", data)])
            assert isinstance(last, Done), last
            return last.result, causes.Setting(load_exercise(Path(folders[topic])), data, BESIDE)

        yield run


@pytest.fixture
def why(judged: Callable[..., tuple[AttemptResult, causes.Setting]]) -> Why:
    """The sentence for an attempt: of its import where it has none, and else of its test."""

    def explain(source: str | bytes, topic: str = "tiny") -> str | None:
        result, setting = judged(source, topic)
        if result.message:
            assert causes.of_test(result.tests[0], setting) is None
            return causes.of_import(result, setting)
        assert causes.of_import(result, setting) is None
        return causes.of_test(result.tests[0], setting)

    return explain


def body(*lines: str, before: str = "") -> str:
    """An attempt whose `double` has these lines."""
    return before + "def double(n):\n" + "".join(f"    {line}\n" for line in lines)


RIGHT = body("return n + n")
MAIN = 'under `if __name__ == "__main__":`'
TYPED = "input() gets nothing here: nobody types during a check."

CAUSES = {
    "input": (body("return int(input('n? '))"), f"{TYPED} Take the value as an argument instead."),
    "input at import": (f"name = input()\n{RIGHT}", f"{TYPED} Take it out of what runs at import."),
    "helper": (
        f"from helpers import twice\n{RIGHT}",
        "Only tiny.py is graded: move what you need of helpers.py into it.",
    ),
    "helper package": (f"import tools.more\n{RIGHT}", "Only tiny.py is graded: move what you need of tools/ into it."),
    "relative helper": (
        f"from .helpers import twice\n{RIGHT}",
        "Only tiny.py is graded: move what you need of helpers.py into it.",
    ),
    "helper late": (
        body("import helpers", "return helpers.twice(n)"),
        "Only tiny.py is graded: move what you need of helpers.py into it.",
    ),
    "exit": (body("exit(n)"), "Line 2 ends Python itself: use `return` to leave a function."),
    "exit at import": (
        f"import sys\n{RIGHT}sys.exit()\n",
        f"Line 4 ends Python while the file is imported. Put what starts the program {MAIN}.",
    ),
    "near name": (
        body("result = n + n", "return reslt"),
        "`reslt` is not defined: did you mean `result` (line 2)?",
    ),
    "near name of the module": (
        body("return cahce[n]", before="cache = {4: 8}\n"),
        "`cahce` is not defined: did you mean `cache` (line 1)?",
    ),
    "case of a name": (body("return n + n if true else 0"), "`true` is not defined: did you mean `True`?"),
    "slip of a builtin": (body("for _ in rnage(n): pass"), "`rnage` is not defined: did you mean `range`?"),
    "no import": (body("return math.floor(n) * 2"), "`math` is not imported: write `import math` at the top."),
    "no import from": (
        f"@wraps\n{RIGHT}",
        "`wraps` is not imported: write `from functools import wraps` at the top.",
    ),
    "too early": (f"twice = later\n{RIGHT}later = 1\n", "`later` comes only in line 4: move it above its first use."),
    "no self": (
        "class Box:\n    def get():\n        return self.n\n    @property\n    def m(self): return 1\n"
        + body("return Box.get()"),
        "`get` (line 2) has no `self`: it is the first parameter of every method.",
    ),
    "assigned inside": (
        body("count += n", "return count", before="count = 0\n"),
        "`double` assigns to `count`, which makes it a new name inside it: say `global count` first.",
    ),
    "assigned in a closure": (
        body("count = 0", "def add():", "    count += 2 * n", "add()", "return count"),
        "`add` assigns to `count`, which makes it a new name inside it: say `nonlocal count` first.",
    ),
    "misspelt in the attempt": (
        "def duoble(n):\n    return n + n\n",
        "tiny.py has no `double`: is it `duoble` (line 1)?",
    ),
    "not there at all": ("x = 1\n", "tiny.py has no `double`. The brief asks for that name."),
    "attribute of a class": (
        "class Box:\n    def __init__(self, n):\n        self.value = n\n" + body("return Box(n + n).vlaue"),
        "Box has no `vlaue`: did you mean `value` (line 3)?",
    ),
    "attribute of Python's": (body("return [n].appendd(n)"), "list has no `appendd`: did you mean `append`?"),
    "hidden builtin": (
        body("return sum([n, n])", before="sum = 0\n"),
        "`sum` in line 1 is a name of yours that hides Python's own `sum`: call it something else.",
    ),
    "shadowed module": (
        f"import random\n{body('return random.twice(n)')}",
        "Here `random` is Python's own module, not your random.py, for only tiny.py is graded. Move what you need into "
        "it, and give the other file another name.",
    ),
    "shadowed module, from": (
        f"from random import twice\n{RIGHT}",
        "Here `random` is Python's own module, not your random.py, for only tiny.py is graded. Move what you need into "
        "it, and give the other file another name.",
    ),
    "imports itself": (
        f"from tiny import double\n{RIGHT}",
        "tiny.py imports itself in line 1: its own names are there without that.",
    ),
    "package": (
        f"import numpy as np\n{RIGHT}",
        "This exercise does not have the package numpy: use Python's own modules.",
    ),
    "package misspelt": (f"import maths\n{RIGHT}", "There is no module `maths` here: did you mean `math`?"),
    "too many files": (
        body("while True: files.append(open(os.devnull))", before="import os\nfiles = []\n"),
        "Line 4 has too many files open at once, of 64 that may be, and they are yours: close each, best with "
        "`with open(…) as file:`.",
    ),
    "no return": (body("n + n"), "`double` (line 1) never returns a value, so it gives None: `return` is missing."),
    "no return in a helper": (
        f"def twice(n):\n    n + n\n{body('return twice(n) + 0')}",
        "`twice` (line 1) never returns a value, so it gives None: `return` is missing.",
    ),
    "no return, by a name": (
        f"def pair(n):\n    print(n)\n{body('both = pair(n)', 'return both[0]')}",
        "`pair` (line 1) never returns a value, so it gives None: `return` is missing.",
    ),
    "sorted in place": (
        body("ordered = [n, n].sort()", "return ordered[0]"),
        "`.sort()` changes the list itself and gives None: use the list after it, not its result.",
    ),
    "recursion": (
        body("return double(n) + 1"),
        "Line 2, `return double(n) + 1`, calls itself about 1,000 times. A recursion needs a case that returns without "
        "a call.",
    ),
    "memory": (
        body("return len(bytes(2 ** 40))"),
        "In line 2 your code takes more than the 512 MB of memory that it may use.",
    ),
}


@pytest.mark.parametrize("name", CAUSES)
def test_a_cause_is_named(why: Why, name: str) -> None:
    source, sentence = CAUSES[name]

    assert why(source) == sentence


OUT_OF_TIME = "It was in the loop of line {}, {}, when its time was up{}."


@forked
@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (body("k = 0", "while True:", "    k += n"), OUT_OF_TIME.format(3, "`while True:`", ": nothing in it ends it")),
        (
            body("k = total = 0", "while k < 10:", "    total += n", "return total"),
            OUT_OF_TIME.format(3, "`while k < 10:`", ": nothing in it changes `k`"),
        ),
        (
            body("k = 0", "while k < 10:", "    k = k - 1 if k else 0", "return k"),
            OUT_OF_TIME.format(3, "`while k < 10:`", ""),
        ),
        (
            body("for _ in iter(int, 1):", "    n += 1"),
            OUT_OF_TIME.format(2, "`for _ in iter(int, 1):`", ""),
        ),
        (
            body("time.sleep(n * 100)", before="import time\n"),
            "It was in line 3, `time.sleep(n * 100)`, when its time was up.",
        ),
        (
            f"print('Welcome!')\n{RIGHT}while True: pass\n",
            f"After 0.7 s it is still at work on being imported, in the loop of line 4, `while True: pass`. Put what "
            f"starts the program {MAIN}.",
        ),
        (
            f"{RIGHT}while True: print('round')\n",
            f"It prints and prints while it is imported: it was in the loop of line 3, `while True: print('round')`. "
            f"Put what starts it {MAIN}.",
        ),
        (
            body("while n: print('round' * n * 1000)"),
            "It prints and prints: it was in the loop of line 2, `while n: print('round' * n * 1000)`.",
        ),
    ],
)
def test_what_does_not_end_names_its_line(why: Why, source: str, sentence: str) -> None:
    assert why(source) == sentence


def test_what_was_printed_until_the_import_failed_is_kept(
    judged: Callable[..., tuple[AttemptResult, causes.Setting]],
) -> None:
    failed, _ = judged("print('Welcome!')\n1 / 0\n")
    hung, _ = judged("print('Welcome!', flush=True)\nwhile True: pass\n")
    flooded, _ = judged("while True: print('round')\n")

    assert (failed.output, hung.output) == ("Welcome!\n", "Welcome!\n")
    assert flooded.output.startswith("round\nround\n")
    assert len(flooded.output) < 70_000


REFUSED = {
    "files": (
        body("open('notes.txt', 'w')"),
        body("with open('data.txt') as file: return len(file.read())"),
        body("Path('new').mkdir()", before="from pathlib import Path\n"),
        body("return len(os.listdir('.'))", before="import os\n"),
        body("sqlite3.connect('my.db').execute('create table t (a)')", before="import sqlite3\n"),
        body("tempfile.NamedTemporaryFile()", before="import tempfile\n"),
    ),
    "processes": (
        body("subprocess.run(['ls'])", before="import subprocess\n"),
        body("return os.fork()", before="import os\n"),
        body("Process(target=print).start()", before="from multiprocessing import Process\n"),
        body("job = Process(target=print)", "job.start()", before="from multiprocessing import Process\n"),
        body("with ProcessPoolExecutor() as pool: pass", before="from concurrent.futures import ProcessPoolExecutor\n"),
    ),
    "connections": (
        body("socket.create_connection(('example.com', 80))", before="import socket\n"),
        body("socket.create_connection(('127.0.0.1', 80))", before="import socket\n"),
        body("urlopen('http://example.com')", before="from urllib.request import urlopen\n"),
    ),
    "threads": (
        body("threading.Thread(target=print).start()", before="import threading\n"),
        body(
            "with ThreadPoolExecutor() as pool: pool.submit(print)",
            before="from concurrent.futures import ThreadPoolExecutor\n",
        ),
    ),
}
VERBS = {"files": "opens", "processes": "starts", "connections": "makes", "threads": "starts"}


@linux
@pytest.mark.parametrize(
    ("what", "source"), [(what, source) for what, sources in REFUSED.items() for source in sources]
)
def test_what_an_exercise_does_not_allow_is_named(why: Why, what: str, source: str) -> None:
    assert why(source) == f"This exercise {VERBS[what]} no {what}, and needs none."


@linux
def test_what_an_exercise_does_allow_is_named_beside_it(why: Why) -> None:
    files, processes = REFUSED["files"][0], REFUSED["processes"][0]

    assert why(files, topic="threaded") == "This exercise opens no files; it allows threads."
    assert why(processes, topic="filed") == "This exercise starts no processes; it allows files in its own folder."


def test_the_packages_that_an_exercise_has_are_named(why: Why) -> None:
    expected = "This exercise does not have the package numpy; it has packaging, and Python's own modules."

    assert why(f"import numpy\n{RIGHT}", topic="packed") == expected


NEWER = {
    "type X = int": ("`type NAME = …`", "3.12"),
    "type Pair[T] = tuple[T, T]": ("`type NAME = …`", "3.12"),
    "def first[T](items: list[T]) -> T: ...": ("A function or class with type parameters, `[T]`,", "3.12"),
    "class Box[T]: ...": ("A function or class with type parameters, `[T]`,", "3.12"),
    "async def first[T](items): ...": ("A function or class with type parameters, `[T]`,", "3.12"),
    'who = {"a": 1}; text = f"{who["a"]}"': ("An f-string with its own quotes inside", "3.12"),
    "text = f\"{'\\n'.join([])}\"": ("A backslash or a comment inside an f-string's braces", "3.12"),
}


@before_12
@pytest.mark.parametrize("line", NEWER)
def test_syntax_that_is_newer_says_which_python_reads_it(why: Why, line: str) -> None:
    what, since = NEWER[line]
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"

    assert why(f"{line}\n{RIGHT}") == f"{what} needs Python {since}, and this is Python {here}."


@before_14
@pytest.mark.parametrize(
    ("source", "what"),
    [
        ('x = t"{1}"\n', 'A template string, t"…",'),
        ("try: pass\nexcept ValueError, TypeError: pass\n", "`except A, B:` without parentheses"),
    ],
)
def test_syntax_of_3_14_does_too(why: Why, source: str, what: str) -> None:
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"

    assert why(source + RIGHT) == f"{what} needs Python 3.14, and this is Python {here}."


@pytest.mark.parametrize(
    "line", ["retrun 1", "type = = 2", "def f(x:", 'x = f"{x"', "print 'a'", "class Box[", "except ValueError, e:"]
)
def test_syntax_that_is_none_anywhere_is_left_to_python(why: Why, line: str) -> None:
    assert why(f"{line}\n{RIGHT}") is None


def test_a_syntax_error_has_its_line_and_its_column(
    judged: Callable[..., tuple[AttemptResult, causes.Setting]],
) -> None:
    result, _ = judged("def double(n):\n    retrun n + n\n")

    assert isinstance(result.evidence, Evidence)
    line = result.evidence.lines[-1]
    assert (line.file, line.line, line.source) == ("tiny.py", 2, "retrun n + n")
    assert line.source[line.column - 1 :] == "n + n"
    assert "\n" not in str(result.message)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            f"# déjà\n{RIGHT}".encode("latin-1"),
            "tiny.py is saved in another encoding, as line 1 shows: choose UTF-8 in your editor, and save it again.",
        ),
        (
            RIGHT.encode("utf-16"),
            "tiny.py is saved as UTF-16: choose UTF-8 in your editor, and save it again.",
        ),
    ],
)
def test_a_file_in_another_encoding_is_named(why: Why, data: bytes, sentence: str) -> None:
    assert why(data) == sentence


# What looks alike and is something else.
ALIKE = {
    "right": RIGHT,
    "an EOFError of their own": body("raise EOFError('EOF when reading a line')"),
    "an EOFError of another reader": body("import pickle, io", "pickle.load(io.BytesIO())"),
    "a name that is far": body("return wibble(n)"),
    "a name that is a module's and no module": body("return queue + n"),
    "a NameError of their own": body("raise NameError(\"name 'nn' is not defined\")"),
    "a PermissionError of their own": body("raise PermissionError(13, 'Permission denied', 'open')"),
    "a refusal of another kind": body('raise RuntimeError("can\'t start new thread")'),
    "a class by that name": "class PermissionError(Exception): pass\n"
    + body("raise_it = lambda: (_ for _ in ()).throw(PermissionError('[Errno 13] open'))", "open", "raise_it()"),
    "a module that they look for": body("raise ModuleNotFoundError(\"No module named 'helpers'\")"),
    "a None that comes from a dict": body("table = {}", "return table.get(n)[0]"),
    "a None of one way": body("if n > 100: return n", "return None"),
    "a None of two values": body("x = None", "x = [n].sort() if n else 1", "return x + 1"),
    "a None to append to": body("rows = {4: None}", "rows[n].append(1)"),
    "an attribute that is far": "class Box: size = 1\n" + body("return Box().wibble"),
    "a deep call that fails": body("return n / 0 if n > 30 else double(n + 1)"),
    "a wrong value": body("return n"),
    "a loop that ends": body("k = 0", "while k < n: k += 1", "return k"),
    "not written": body("raise NotImplementedError"),
    "an exit of their own": body("raise SystemExit(1)"),
}


@pytest.mark.parametrize("name", ALIKE)
def test_what_only_looks_alike_gets_no_sentence(why: Why, name: str) -> None:
    assert why(ALIKE[name]) is None


def test_a_file_that_is_missing_is_the_attempts_own_affair_where_files_are_allowed(why: Why) -> None:
    assert why(body("open('none.txt')"), topic="filed") is None


def test_every_sentence_is_short_whatever_the_attempt_is_called_or_says(why: Why) -> None:
    long = "n" * 150

    for source in (body(f"{long}s = 1", f"return {long}"), body(f"while n: {long} = 1"), f"import {long}\n{RIGHT}"):
        sentence = why(source)
        assert sentence is not None
        assert len(sentence) <= causes.LIMIT


@pytest.mark.parametrize(
    "source",
    [
        body(f"return x + {'(' * 3000}1{')' * 3000}"),
        "# " + "x" * 3000 + "\n" + body("return x"),
    ],
)
def test_a_text_that_is_dear_to_parse_costs_nothing_but_its_sentence(source: str) -> None:
    setting = causes.Setting(None, source.encode())  # type: ignore[arg-type]

    assert setting.tree is None


def test_a_text_that_is_deep_gets_no_sentence_and_harms_nobody(why: Why) -> None:
    assert why(body(f"return wibble{'.real' * 350}", f"return {'-' * 900}n")) is None
