"""Signs in an attempt's text: found without running it, once each, and seldom where there is nothing."""

import ast
import time
from pathlib import Path

import pytest

from grader.jail import signs
from grader.signs import KINDS
from tests.conftest import ROOT


def kinds(source: str) -> set[tuple[str, str]]:
    return {(kind, subject) for _, kind, subject in signs.find(source.encode())}


CASES = [
    ("import sys\nsys._getframe(1)", ("frames", "sys._getframe")),
    ("import sys as _\n_._getframe(1)", ("frames", "sys._getframe")),
    ("from sys import _getframe as look", ("frames", "sys._getframe")),
    ("import sys\ngetattr(sys, '_getframe')", ("frames", "'_getframe'")),
    ("import inspect\ninspect.stack()", ("frames", "inspect.stack")),
    ("def f(g):\n    return g.gi_frame.f_back", ("frames", "f_back")),
    ("import sys\nsys.settrace(print)", ("frames", "sys.settrace")),
    ("import gc", ("heap", "gc")),
    ("if 1:\n    from gc import get_objects", ("heap", "gc")),
    ("import ctypes.util", ("heap", "ctypes")),
    ("object.__subclasses__()", ("heap", "__subclasses__")),
    ("def f(g):\n    return g.__closure__[0].cell_contents", ("innards", "cell_contents")),
    ("__builtins__['len'] = None", ("innards", "__builtins__")),
    ("import sys\nsys.modules['time']", ("innards", "sys.modules")),
    ("import linecache", ("source", "linecache")),
    ("import grader.jail.wire", ("machinery", "grader")),
    ("from _pytest.runner import call_runtest_hook", ("machinery", "_pytest")),
    ("__import__('hypothesis')", ("machinery", "'hypothesis'")),
    ("import os\nos._exit(0)", ("ending", "os._exit")),
    ("raise SystemExit(0)", ("ending", "SystemExit")),
    ("import subprocess", ("processes", "subprocess")),
    ("import socket", ("network", "socket")),
    ("import time\ntime.sleep = print", ("patching", "time.sleep")),
    ("import time\ntime.sleep, x = print, 1", ("patching", "time.sleep")),
    ("import os, time\nwith open(0) as time.sleep: pass", ("patching", "time.sleep")),
    ("import time\ndel time.sleep", ("patching", "time.sleep")),
    ("import time as t\nsetattr(t, 'sleep', print)", ("patching", "time")),
    ("import time\nvars(time)['sleep'] = print", ("patching", "time")),
    ("import time\ntime.__dict__['sleep'] = print", ("patching", "time.__dict__")),
    ("exec('x = 1')", ("code", "exec")),
    ("run = eval", ("code", "eval")),
    ("import marshal", ("code", "marshal")),
    ("from base64 import b85decode", ("decoding", "base64")),
    ("open('/proc/self/maps')", ("places", "/proc/self/maps")),
    ("class A:\n    def __eq__(self, other):\n        return True", ("equality", "__eq__ with one answer")),
    ("type('A', (), {'__eq__': lambda *_: True})", ("equality", "'__eq__'")),
    (f"T = {list(range(600))}", ("table", "600 literals in one list")),
    (f"T = {dict.fromkeys(range(300), (1, 2))}", ("table", "900 literals in one dict")),
    ("\n".join(f"x{n} = {n}" for n in range(2_100)), ("table", "2,100 literals in all")),
    (f"x = '{'a b ' * 600}'", ("text", "2,400 characters in one literal")),
    (f"x = b'{'a b ' * 600}'", ("text", "2,400 bytes in one literal")),
    (f"x = {1 << 1_200}", ("text", "a number of 1,201 bits")),
    (f"# {'YWJj' * 100}", ("text", "400 characters without a blank")),
    ("# word\n" * 3_000, ("length", "21,000 characters")),
    ("x = 'a\u202eb'", ("characters", "U+202E RIGHT-TO-LEFT OVERRIDE")),
    ("# \u2066 \u2069", ("characters", "U+2066 LEFT-TO-RIGHT ISOLATE")),
    ("x = 1 #\x1b[2K", ("characters", "U+001B a control")),
    ("ｅｖａｌ('1')", ("code", "eval")),
    ("ｅｖａｌ('1')", ("characters", "a name that Python reads as eval")),
    ("import os\nos._ｅxit(0)", ("ending", "os._exit")),
    ("sсore = 1", ("characters", "a name in letters of two alphabets: sсore")),
    (f"x = 1;{' ' * 120}import gc", ("layout", "code behind a hundred blanks")),
    (f"x = 1{chr(10) * 150}y = 2", ("layout", "code after a hundred empty lines")),
    ("x = 1 # nothing\rimport gc\n", ("layout", "a carriage return alone, which ends a line for Python")),
]


@pytest.mark.parametrize(("source", "sign"), CASES, ids=[f"{kind}: {subject}"[:50] for _, (kind, subject) in CASES])
def test_a_sign_is_found(source: str, sign: tuple[str, str]) -> None:
    assert sign in kinds(source)


def test_every_kind_has_words_and_a_case() -> None:
    assert {sign[0] for _, sign in CASES} | {"unread"} == set(KINDS)


@pytest.mark.parametrize(
    "source",
    [
        "import functools, time\ndef timer(f):\n    @functools.wraps(f)\n    def wrapper(*a):\n        return f(*a)\n"
        "    wrapper.calls = 0\n    return wrapper\n",
        "class A:\n    def __eq__(self, other):\n        if self is other: return 1\n        return False\n",
        "import re\nre.compile('x')\n",
        "class A:\n    def __init__(self):\n        self.time = 1\n        setattr(self, 'x', 1)\n",
        "try:\n    pass\nexcept SystemExit:\n    raise\n",
        "'''" + "A long docstring of many words. " * 200 + "'''\n",
        "grüße = {'naïve': 'café', 'emoji': '👩\u200d🚀', 'rtl': 'שלום'}\nπ = 3.14\n",
        "x = 1\r\ny = 2\r\n",
        "def pytester(): 'uses pytest and gc, see /proc'\n",
        "import sys\nprint('x', file=sys.stderr)\n",
    ],
)
def test_what_anybody_writes_is_no_sign(source: str) -> None:
    assert kinds(source) == set()


ATTEMPTS = [*ROOT.glob("solutions/*.py"), *ROOT.glob("exercises/*/right/*.py"), *ROOT.glob("exercises/*/wrong/*.py")]


def test_hardly_an_honest_attempt_shows_a_sign() -> None:
    shown = {path.name: signs.find(path.read_bytes()) for path in ATTEMPTS}

    odd = [name for name, found in shown.items() if found]
    assert len(shown) > 100
    assert len(odd) <= len(shown) // 50, odd  # such as one that reads __code__, where the exercise is about that


def test_most_dishonest_attempts_that_forge_show_one() -> None:
    folders = ("forging", "machinery")
    paths = [path for folder in folders for path in ROOT.glob(f"tests/attacks/attempts/{folder}/*.py")]
    silent = [path.name for path in paths if not signs.find(path.read_bytes())]

    assert len(silent) <= len(paths) // 5, silent


def test_a_sign_is_found_once_at_its_first_line() -> None:
    assert signs.find(b"x = 1\nimport gc\nimport gc\n\ngc.collect()\n") == [(2, "heap", "gc")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_those_that_python_counts(end: str) -> None:
    source = end.join(["\ufeffx = '\x0c'", "# \u2028", "import gc", "x = '\u202e'", ""])

    found = {kind: line for line, kind, subject in signs.find(source.encode()) if "U+2028" not in subject}
    assert (found["heap"], found["characters"]) == (3, 4)


def test_many_signs_of_one_kind_hide_no_other() -> None:
    source = "".join(f"import {name}\n" for name in ("subprocess", "multiprocessing", "pty"))
    source += "".join(f"os.{name}()\n" for name in ("fork", "system", "popen", "execv", "forkpty")) + "import os, gc\n"

    found = [kind for _, kind, _ in signs.find(source.encode())]
    assert (found.count("processes"), found.count("heap")) == (signs.MOST, 1)


def test_what_is_no_python_still_shows_its_characters() -> None:
    assert kinds("def (\n# \u202e\n") == {("characters", "U+202E RIGHT-TO-LEFT OVERRIDE")}


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "-" * 100_000 + "1",
        "x = " + "(" * 50_000,
        "x = " + "1+" * 100_000 + "1",
        "a" + ".a" * 100_000,
        "import a\na" + ".a" * 2_000,
        "\r" * 250_000,
        "import sys\n" + "sys._getframe;" * 18_000,
        "[" * 80 + "]" * 80 + ",0" * 120_000,
        "x\n" * 120_000,
        "'\u202e'\n" * 40_000,
        " " * 250_000 + "x",
        "\n \n" * 80_000 + "x",
    ],
    ids=lambda source: ascii(source[:20]),
)
def test_hostile_text_is_looked_at_in_bounded_time(source: str) -> None:
    began = time.process_time()

    signs.find(source.encode())

    assert time.process_time() - began < 8


def test_what_cannot_be_parsed_in_bounds_is_a_sign() -> None:
    source = "x = " + "1+" * 100_000 + "1"
    with pytest.raises((RecursionError, MemoryError)):
        ast.parse(source)

    assert ("unread", "it is nested too deep") in kinds(source)


def test_nothing_is_run(tmp_path: Path) -> None:
    signs.find(f"open({str(tmp_path / 'made')!r}, 'w')\n".encode())

    assert list(tmp_path.iterdir()) == []
