"""What is not written yet: no failure, but what has a name, a line, and its turn.

A test meets the stub in two ways. It ends at a NotImplementedError of the stub; or it uses nothing but what is still
as the stub has it, and then it has not failed, whatever came of it: `QuickSort` has no `sort` before anybody wrote one.
"""

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grader.learner.outline import Defined, around, outline, parsed
from grader.verdicts import NOT_WRITTEN, OwnLine, TestResult


@dataclass(frozen=True)
class Unwritten:
    """What is to be written: its name, where it is known, and its line."""

    name: str
    where: OwnLine


@dataclass(frozen=True)
class Stub:
    """What of an attempt is still the stub's: by name, all that is defined at its top."""

    untouched: Mapping[str, OwnLine]
    names: frozenset[str]  # all that the stub defines there
    whole: bool  # nothing at all was changed

    def waits(self, test: TestResult) -> bool:
        """Whether a test has to wait: it met the stub, and nothing else."""
        return self.whole or says_so(test) or (bool(used := self.used(test)) and used <= self.untouched.keys())

    def used(self, test: TestResult) -> frozenset[str]:
        """What a test uses of the attempt, as far as its snippet tells."""
        snippet = test.evidence.snippet if test.evidence else None
        return frozenset(_identifiers(parsed((snippet or "").encode(errors="replace")))) & self.names


def says_so(test: TestResult) -> bool:
    """Whether a test met a NotImplementedError of the stub."""
    return test.evidence is not None and test.evidence.reason == NOT_WRITTEN


def stub_in(source: bytes, stub: bytes) -> Stub:
    """What is left of `stub` in an attempt, by their texts, which are never run."""
    before, now = parsed(stub), parsed(source)
    ours, theirs = _top(before), _top(now)
    untouched = {
        name: OwnLine("", node.lineno, name)
        for name, node in theirs.items()
        if name in ours and _shape(node) == _shape(ours[name])
    }
    return Stub(untouched, frozenset(ours), whole=bool(ours) and _shape(before) == _shape(now))


def waits(tests: Iterable[TestResult], stub: Stub, source: bytes) -> list[tuple[TestResult, Unwritten]]:
    """Each test with each thing that it waits for."""
    defined = outline(source)
    return [(test, one) for test in tests for one in _waited_for(test, stub, defined)]


def in_order(found: Iterable[Unwritten]) -> tuple[Unwritten, ...]:
    """Each once, in the order of the file, and none whose methods are named."""
    by_name = {one.name or str(one.where.line): one for one in found}
    in_parts = {name.partition(".")[0] for name in by_name if "." in name}
    return tuple(sorted((one for one in by_name.values() if one.name not in in_parts), key=lambda one: one.where.line))


def _waited_for(test: TestResult, stub: Stub, defined: tuple[Defined, ...]) -> Iterable[Unwritten]:
    """The function that raised, or else the names that the test uses."""
    if says_so(test) and test.evidence and test.evidence.lines:
        line = test.evidence.lines[-1]
        within = around(line.line, defined)
        return [Unwritten(within.name if within else "", line)]
    return [Unwritten(name, stub.untouched[name]) for name in stub.used(test) & stub.untouched.keys()]


def _top(tree: ast.Module) -> dict[str, ast.stmt]:
    """What a file defines at its top."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name: node for node in tree.body if isinstance(node, kinds)}


def _shape(tree: ast.AST) -> str:
    """What it says, apart from blanks and comments; of what is nested deeper than any stub, nothing."""
    try:
        return ast.dump(tree)
    except RecursionError:
        return ""


def _identifiers(tree: ast.Module) -> Iterable[str]:
    """All that may be a name in it; a scenario may get at one by a text, too."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name) | ast.Constant(value=str(name)):
                yield name
