"""What the judge tells a jail before anything else: its budgets, and what the exercise may use."""

import ast
import contextlib
import dataclasses
import importlib
import types
from collections.abc import Iterator

import msgspec

from grader.jail import confine
from grader.jail.confine import plan as plans
from grader.jail.text import checker

# What GRADER_WITHOUT may name, to see what a machine without it would report.
LOWERABLE = ("landlock", "rlimits", "seccomp")


class Settings(msgspec.Struct, frozen=True):
    """The limits of one exercise's jail, and the packages that its attempts may import."""

    memory_mb: int
    file_mb: int
    open_files: int
    cpu_seconds: int
    requires: list[str]
    packages: dict[str, str]  # top-level name to the folder that holds it
    readable: list[str]  # files and folders beside the Python installation
    without: list[str] = []  # of LOWERABLE: layers to leave out, and to report as missing
    scenarios: bytes = b""
    stub: bytes = b""
    scratches: str | None = None  # the folder that holds every child's scratch folder, where they have such
    programs: list[str] = []  # what a child may start, where it only has tools read an attempt's text
    checker: str = ""  # the folder of mypy's cache, in such a jail


def read(data: bytes) -> Settings:
    """The settings that the judge sent; what it sends is trusted."""
    return msgspec.json.decode(data, type=Settings)


def plan(settings: Settings) -> confine.Plan:
    """How a child of this jail confines itself, on this machine."""
    if not settings.without:
        return confine.prepare(policy(settings))
    return _lowered(policy(settings), frozenset(settings.without))


def policy(settings: Settings) -> confine.Policy:
    """What the exercise may use."""
    return confine.Policy(
        memory_mb=settings.memory_mb,
        file_mb=settings.file_mb,
        open_files=settings.open_files,
        cpu_seconds=settings.cpu_seconds,
        requires=frozenset(settings.requires),
        readable=tuple(settings.readable),
        scratches=settings.scratches,
        programs=tuple(settings.programs),
    )


def _lowered(policy: confine.Policy, without: frozenset[str]) -> confine.Plan:
    """The plan of a machine that lacks these layers, which the report says."""
    facts = plans.observe()
    if "landlock" in without:
        facts = dataclasses.replace(facts, landlock_abi=0)
    if "seccomp" in without:
        facts = dataclasses.replace(facts, seccomp=False)
    full = confine.prepare(policy, facts)
    left_out = (confine.Gap(name, "it is left out by GRADER_WITHOUT", "unset GRADER_WITHOUT") for name in without)
    return confine.Plan(
        steps=tuple(step for step in full.steps if step.name not in without),
        missing=(
            *sorted(left_out, key=lambda gap: gap.layer),
            *(gap for gap in full.missing if gap.layer not in without),
        ),
    )


# What most attempts import; a child that is forked finds it loaded.
COMMON = (
    "abc collections contextlib copy dataclasses enum functools itertools math operator random re "
    "string time traceback types typing weakref"
)


def preload(settings: Settings) -> None:
    """Imports what the attempts are likely to import, once for all children."""
    for name in (*COMMON.split(), *settings.packages):
        # A package that fails here fails in the attempt, where somebody sees it.
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    for source in (settings.scenarios, settings.stub):
        for code in _imports(source):
            with contextlib.suppress(Exception):
                exec(code, {"__name__": "ahead"})
    if settings.checker:
        with contextlib.suppress(Exception):
            checker.prepare(settings.checker)


def _imports(source: bytes) -> Iterator[types.CodeType]:
    """The imports at the top of a file of the exercise, each as it is written: `from sqlalchemy import orm` names a
    submodule that importing the package alone leaves out.
    """
    with contextlib.suppress(SyntaxError, ValueError):  # which comes again where somebody sees it
        for node in ast.parse(source).body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield compile(ast.Module([node], []), "ahead", "exec", dont_inherit=True)
