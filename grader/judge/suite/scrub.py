"""Results without the grader's own part: what an exception says of scratch folders, of the grader's files, and of the
functions that a scenario defines inside itself is said as a learner would see it at a prompt.
"""

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec

import grader
from grader.verdicts import Evidence, TestResult

# Patterns, compiled where a text has what they begin with: most have not, and compiling them takes milliseconds.
# A judge's scratch folder, and a child's in it: `tmp` is what tempfile puts first.
_SCRATCH = r"[\\/]grader-[a-z0-9_]{8}(?![\w-])(?:[\\/]+children)?(?P<child>[\\/]+tmp[a-z0-9_]{8})?(?P<more>[\\/]+)?"
_ROOTED = r"(?:[A-Za-z]:)?[\\/]"
_LONGEST = 300  # characters of the folder that scratch folders lie in
_PACKAGE = str(Path(grader.__file__).parent)
_FILE = rf"{re.escape(_PACKAGE)}[\\/][\w\\/.-]*"
_OURS = rf'(?:scenarios\.py|{re.escape(_PACKAGE)}[\\/][^"\n]*)'
_FRAME = rf'(?m)^  File "{_OURS}", line \d+.*\n(?:    .*(?:\n|$))*'
_ADDRESS = r" at 0x[0-9a-fA-F]+(?=>)"
_MODULE = r"(?<![\w.])(?:scenarios|grader\.jail(?:\.[a-z_]\w*)*|grader\.scenario)\.(?!py\b)(?=[A-Za-z_])"
_compiled = cache(re.compile)


def test(result: TestResult, scenarios: Path) -> TestResult:
    """One test's result in a learner's terms; `scenarios` is the exercise's file of them."""
    why, output = result.evidence, result.output
    if why is None and not output:
        return result
    why, output = said(why, output, scenarios)
    return msgspec.structs.replace(result, evidence=why, output=output)


def said(why: Evidence | None, output: str, scenarios: Path) -> tuple[Evidence | None, str]:
    """Evidence, and what was printed, in a learner's terms."""
    shown = why and _evidence(why, lambda one: text(one, scenarios))
    return shown, _paths(_without(output, "  File ", _FRAME))


def text(message: str, scenarios: Path) -> str:
    """What an exception says, in a learner's terms."""
    message = _paths(message)
    if ".<locals>." in message:
        message = _inside(scenarios).sub("", message)
    message = _without(message, "scenarios.", _MODULE)
    return _without(_without(message, "grader.", _MODULE), " at 0x", _ADDRESS)


def _without(message: str, word: str, pattern: str) -> str:
    """`message` without what `pattern` finds, which has `word` in it."""
    return _compiled(pattern).sub("", message) if word in message else message


def _evidence(why: Evidence, clean: Callable[[str], str]) -> Evidence:
    expected, actual = why.expected and clean(why.expected), why.actual and clean(why.actual)
    if expected == actual and why.expected != why.actual:  # what differs there is what the test is about
        expected, actual = why.expected, why.actual
    return msgspec.structs.replace(
        why, reason=clean(why.reason), expected=expected, actual=actual, raised=why.raised and clean(why.raised)
    )


def _paths(message: str) -> str:
    """A path in a child's folder as the child may write it; what lies above it is above it."""
    if "grader" not in message:
        return message
    shown, place = "", 0
    for found in _compiled(_SCRATCH).finditer(message):
        before = message[max(place, found.start() - _LONGEST) : found.start() + 1]
        more = found["more"] or ""
        relative = f"..{more[:1]}" if not found["child"] else "" if more else "."
        shown += message[place : found.start() + 1 - len(_root(before))] + relative
        place = found.end()
    shown += message[place:]
    return _compiled(_FILE).sub("the grader", shown) if _PACKAGE in shown else shown


def _root(before: str) -> str:
    """The path that a text ends in. In quotes, as an OSError names it, it may have spaces."""
    rooted = _compiled(_ROOTED)
    quoted = before[max(before.rfind("'"), before.rfind('"')) + 1 :]
    if quoted != before and "\n" not in quoted and rooted.match(quoted):
        return quoted
    found = rooted.search(word := quoted.split()[-1])
    return word[found.start() :] if found else ""


@cache
def _inside(scenarios: Path) -> re.Pattern[str]:
    """The way to a function inside one of a file's: `call.<locals>.` of `call.<locals>.balance()`."""
    try:
        tree = ast.parse(scenarios.read_bytes())
    except (OSError, SyntaxError, ValueError):  # which is somebody else's to say
        return re.compile(r"(?!)")
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    names = "|".join(re.escape(node.name) for node in tree.body if isinstance(node, kinds)) or r"(?!)"
    inner = r"(?:[\w<>]+(?:\.\w+)*\.<locals>\.)*"
    return re.compile(rf"(?<![\w.])(?:scenarios\.)?(?:{names})(?:\.\w+)*\.<locals>\.{inner}")
