"""mypy on an attempt's text, and on a probe beside it.

Neither is a file: mypy gets both as text, so no setting that lies about has a say. What it knows of the standard
library comes from a cache that is made once, and that a child can only read.
"""

import contextlib
import functools
import io
import json
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from grader.jail.text.findings import CONFIGURED, LONGEST, MOST, MUTE, Finding, Unread

PROBE = "probe"
_PROBE = f"{PROBE}.py"
_ARGUMENTS = (
    "--config-file=",
    "--no-site-packages",
    "--no-sqlite-cache",  # files, which several children read at once, and none can write to
    "--no-color-output",
    "--no-error-summary",
    "--output=json",
    "-c",
    "pass",
)
# What attempts are likely to import; a module that is missed is read anew each time.
COMMON = (
    "abc argparse asyncio bisect collections.abc concurrent.futures contextlib copy csv dataclasses datetime decimal "
    "enum fractions functools heapq io itertools json logging math numbers operator os pathlib queue random re "
    "statistics string sys threading time types typing typing_extensions unittest.mock uuid weakref"
)
_REVEALED = re.compile(r'Revealed type is "(.*)"')


def prepare(cache: str) -> None:
    """Imports mypy and has it at work once, for all the children that are forked from here."""
    _parsed(cache)
    _built({"warm": "import typing\n"}, cache, strict=False)


def warm(cache: str) -> None:
    """Fills the folder `cache` with what mypy makes of the standard library."""
    _built({"warm": "".join(f"import {name}\n" for name in COMMON.split())}, cache, strict=False)


def check(module: str, text: str, probe: str, strict: bool, ignores: bool, cache: str) -> dict[str, Any]:
    """What mypy says of `text`, the module `module`, and of `probe`, which may import it.

    `errors` are those of both, by file and line; `revealed` the types that reveal_type shows in the probe, line by
    line, and `rejected` the lines of the probe that have an error.
    """
    texts = {module: text if ignores else unmuted(text)}
    if probe:
        texts[PROBE] = probe
    said = sorted(_said(_built(texts, cache, strict)), key=lambda one: (one.finding.file == _PROBE, one.finding.line))
    errors = [one.finding for one in said if one.is_error]
    probed = [one for one in said if one.finding.file == _PROBE]
    return {
        "errors": errors[:MOST],
        "revealed": [found for one in probed for found in _types(one)][:MOST],
        "rejected": list(dict.fromkeys(one.finding.line for one in probed if one.is_error))[:MOST],
    }


@dataclass(frozen=True)
class _Said:
    """What mypy says of a line, with the notes beside it; it is an error or a note itself."""

    finding: Finding
    is_error: bool
    notes: str


def _said(lines: Iterable[str]) -> Iterator[_Said]:
    for line in lines:
        try:
            one = json.loads(line)
        except ValueError:
            raise Unread(f"mypy gives up: {line[:LONGEST]}") from None
        finding = Finding(one["file"], one["line"], one["code"] or "", one["message"][:LONGEST])
        yield _Said(finding, one["severity"] == "error", one["hint"] or "")


def _types(said: _Said) -> Iterator[str]:
    """The types that reveal_type shows there, as any version of mypy writes them."""
    for found in _REVEALED.findall(f"{said.finding.message}\n{said.notes}"):
        yield found.replace("builtins.", "")[:LONGEST]


def _built(texts: dict[str, str], cache: str, strict: bool) -> list[str]:
    """What mypy says of these modules, line by line."""
    from mypy import build
    from mypy.errors import CompileError
    from mypy.modulefinder import BuildSource

    plain, everywhere, of_a_module = _parsed(cache)
    options = plain.apply_changes(everywhere if strict else {})
    options.per_module_options = dict.fromkeys(texts, of_a_module) if strict else {}
    sources = [BuildSource(f"{name}.py", name, text) for name, text in texts.items()]
    printed = io.StringIO()
    try:
        with contextlib.chdir(cache):  # where no file has the name of a module
            lines: list[str] = build.build(sources, options, stdout=printed, stderr=printed).errors
    except CompileError as problem:  # a syntax error, after which it looks at nothing else
        lines = problem.messages
    except SystemExit:
        raise Unread("mypy meets a bug of its own") from None
    return lines


@functools.cache
def _parsed(cache: str) -> tuple[Any, dict[str, Any], dict[str, Any]]:
    """The options of mypy, and what --strict changes of them: everywhere, and for a module.

    As much as can be is changed for a module, for what holds everywhere holds for the standard library, too, and a
    cache that was made with other options is none.
    """
    from mypy.main import process_options
    from mypy.options import PER_MODULE_OPTIONS

    arguments = [f"--cache-dir={cache}", *_ARGUMENTS]
    _, plain = process_options(arguments)
    _, strict = process_options(["--strict", *arguments])
    before, after = plain.snapshot(), strict.snapshot()
    changed = {name: value for name, value in after.items() if before.get(name) != value}
    of_a_module = {name: value for name, value in changed.items() if name in PER_MODULE_OPTIONS}
    everywhere = {"warn_redundant_casts"} & changed.keys()
    return plain, {name: changed[name] for name in everywhere}, of_a_module


def unmuted(text: str) -> str:
    """The same text without the comments that have mypy keep silent; lines and columns stay."""
    text = CONFIGURED.sub("#_mypy:", text)
    if not MUTE.search(text):
        return text
    lines = list(io.StringIO(text, newline=None))
    try:
        for token in tokenize.generate_tokens(iter(lines).__next__):
            if token.type == tokenize.COMMENT and MUTE.search(token.string):
                row, column = token.start
                lines[row - 1] = lines[row - 1][:column] + "#" + "\n" * lines[row - 1].endswith("\n")
    except (SyntaxError, tokenize.TokenError):
        pass  # mypy will say so, of the rest of it
    return "".join(lines)
