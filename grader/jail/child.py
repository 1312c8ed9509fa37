"""The jail's inner room: one process, which imports the attempt and runs scenarios on it.

Runs the attempt, so nothing that it says is trusted, and nothing is here that an attempt must not see:
the module knows the wire, and one attempt.
"""

import contextlib
import gc
import io
import linecache
import os
import re
import shutil
import sys
import types
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from grader.jail import signs, text, wire
from grader.jail.ceiling import Ceiling
from grader.jail.confine import ConfinementError, Plan, canary
from grader.jail.litter import Litter
from grader.jail.scenarios import Scenarios, place_of, restore_builtins

UNCONFINED = 4  # the exit status of a child that could not put on a layer that was promised


class Hangup(Exception):
    """The judge has closed its end."""


class Pipe:
    """Frames over two file descriptors, which may be the same socket."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._read_fd = read_fd
        self._write_fd = write_fd
        # Bound now: the attempt may replace what it likes in `os`.
        self._read = os.read
        self._write = os.write

    def receive(self) -> wire.Request:
        size = wire.frame_size(self.exactly(wire.HEADER), wire.MAX_FRAME)
        return wire.read_request(self.exactly(size))

    def send(self, message: wire.Frame) -> None:
        data = memoryview(wire.frame(message))
        while data:
            data = data[self._write(self._write_fd, data) :]

    def exactly(self, size: int) -> bytes:
        parts = bytearray()
        while len(parts) < size:
            part = self._read(self._read_fd, size - len(parts))
            if not part:
                raise Hangup
            parts += part
        return bytes(parts)


_prepared: dict[bytes, Scenarios] = {}


def prepare_ahead(scenarios: bytes) -> None:
    """Compiles scenarios, and does their imports, once for all the children that are forked from here."""
    with contextlib.suppress(Exception):  # which comes again where somebody sees it
        _prepared[scenarios] = Scenarios(scenarios)


class Room:
    """The attempt and the scenarios, compiled once and imported afresh as often as asked."""

    def __init__(self, load: wire.Load) -> None:
        # Before the attempt, which could replace what they import.
        scenarios = _prepared.get(load.scenarios) or Scenarios(load.scenarios)
        self.module = load.module
        self.file = f"{load.module}.py"
        self.scratch = load.scratch
        source = load.source.decode("utf-8-sig")
        self._remember_source(source)
        # Text, not bytes: what a comment in it says of an encoding has no say then.
        attempt = compile(source, self.file, "exec", dont_inherit=True)
        self._attempt = attempt if load.imported else None
        self._source = load.source
        self._scenarios = scenarios
        self.scenarios: dict[str, Any] = {}
        self._litter = Litter()
        self._ceiling = Ceiling(load.memory_mb)  # before the attempt, which would raise it
        self.renew()

    def _remember_source(self, text: str) -> None:
        """Tracebacks and `inspect` find the lines, as Python counts them, though there is no file of it here."""
        lines = list(io.StringIO(text, newline=None))
        linecache.cache[self.file] = (len(text), None, lines, self.file)

    def renew(self) -> None:
        """A fresh import of both. Scenarios first: what they put in place of the real thing has
        to be there when the attempt says `from time import sleep`.
        """
        if self.scratch is not None:
            empty(self.scratch)
        scenarios = self._scenarios.fresh()
        if self._attempt is not None:
            attempt = types.ModuleType(self.module)
            attempt.__file__ = self.file
            sys.modules[self.module] = attempt
            exec(self._attempt, attempt.__dict__)
        elif self.scratch is not None:
            with open(os.path.join(self.scratch, self.file), "wb") as file:
                file.write(self._source)
        self.scenarios = vars(scenarios)

    def _forget(self) -> None:
        """Lets go of what the last example had."""
        self.scenarios = {}
        sys.modules.pop(self.module, None)
        self._litter.clear()

    def run(self, call: wire.Call) -> wire.Frame:
        try:
            if call.renew:
                self._forget()
            self._ceiling.begin()
            if call.renew:
                restore_builtins()
                self.renew()
            args = wire.lift(call.args, dict)  # as at a prompt: an attempt may ask for the exact type
            kwargs = {name: wire.lift(value, dict) for name, value in call.kwargs.items()}
            value = self.scenarios[call.scenario](*args, **kwargs)
            self._ceiling.end()
            return wire.Returned(call.id, _fitting(wire.lower(value)))
        except BaseException as error:  # SystemExit, too, is an answer
            self._ceiling.make_room()
            return wire.Raised(call.id, _error(error, self.file), place_of(error))


def _fitting(tree: Any) -> Any:
    """`tree`, or a description where it is larger than what may cross."""
    try:
        wire.check_fits(tree)
    except wire.WireError as error:
        return {"beyond": f"an answer that is too large: {error}"}
    return tree


def _error(error: BaseException, file: str) -> Any:
    """An exception as data; one that is too large to cross goes without its arguments and causes."""
    tree = wire.lower_error(error, file)
    if _fitting(tree) is not tree:
        tree["error"].update(args=[], cause=None, context=None)
    return tree


def empty(folder: str) -> None:
    """Removes what lies in `folder`; what can't be removed stays."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            with contextlib.suppress(RecursionError):  # the judge removes what is too deep
                shutil.rmtree(entry.path, ignore_errors=True)
        else:
            os.unlink(entry.path)


class PackageFinder:
    """Finds the packages that the exercise requires with their metadata, and nothing else of where they are installed.

    `packages` has a folder for each top-level name, `readable` the paths that a child may read.
    """

    def __init__(self, packages: dict[str, str], readable: Sequence[str] = ()) -> None:
        self.packages = packages
        self.metadata = [path for path in readable if path.endswith((".dist-info", ".egg-info"))]

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        from importlib.machinery import PathFinder

        folder = self.packages.get(name)
        return PathFinder.find_spec(name, [folder]) if folder and path is None else None

    def find_distributions(self, context: Any) -> Iterator[Any]:
        """What `importlib.metadata` asks for: the distributions of this name, or all where the name is None."""
        from importlib.metadata import PathDistribution
        from pathlib import Path

        wanted = None if context.name is None else _normal(context.name)
        for path in self.metadata:
            name, _, _ = os.path.basename(path).partition("-")
            if wanted is None or _normal(name) == wanted:
                yield PathDistribution(Path(path))


def _normal(name: str) -> str:
    """A distribution's name as all of its spellings have it."""
    return re.sub("[-_.]+", "-", name).lower()


def find_packages(packages: dict[str, str], readable: Sequence[str] = ()) -> None:
    """Makes `packages`, a folder for each top-level name, importable in this process."""
    sys.meta_path.append(PackageFinder(packages, readable))


def serve(pipe: Pipe, plan: Plan, scratch: str | None) -> None:
    """Confines this process, then answers the judge until it hangs up. Raises Hangup at the end."""
    layers = _confined(plan, scratch)
    gc.set_threshold(20_000, 20, 50)  # every example leaves a module behind, and nobody waits for its memory
    load = pipe.receive()
    if isinstance(load, wire.Probe):
        gaps = [(gap.layer, gap.why, gap.mend) for gap in plan.missing]
        pipe.send(wire.Probed(canary.probe(load.targets), layers, gaps))
        raise Hangup
    if isinstance(load, wire.Look):
        pipe.send(wire.Seen(signs.find(load.source)))
        raise Hangup
    if isinstance(load, wire.Inspect):
        _inspect(pipe, load)
    assert isinstance(load, wire.Load)
    sys.argv[:] = [f"{load.module}.py"]
    sys.orig_argv[:] = sys.argv  # nobody's business where the grader lies
    if scratch is not None:
        os.chdir(scratch)
    try:
        room = Room(load)
    except BaseException as error:
        flush()
        pipe.send(wire.Unready(_error(error, f"{load.module}.py")))
        raise Hangup from None
    flush()
    pipe.send(wire.Ready(layers))
    while True:
        call = pipe.receive()
        assert isinstance(call, wire.Call)
        answer = room.run(call)
        flush()
        pipe.send(answer)


def _inspect(pipe: Pipe, asked: wire.Request) -> NoReturn:
    """Answers what tools find in a text, and never runs it. Raises Hangup at the end."""
    while True:
        assert isinstance(asked, wire.Inspect)
        try:
            found = wire.lower_exactly(text.look(asked.tool, asked.module, asked.source, asked.options))
            answer: wire.Frame = wire.Inspected(found)
            wire.check_fits(found)
        except text.Unread as problem:
            answer = wire.Uninspected(str(problem), isinstance(problem, text.Misused))
        except (wire.Unfit, wire.WireError) as problem:
            answer = wire.Uninspected(f"there is too much to say of it: {problem}", misused=False)
        flush()
        pipe.send(answer)
        asked = pipe.receive()


def _confined(plan: Plan, scratch: str | None) -> list[str]:
    """The layers that are on; a child that would lack one ends here, before it has read an attempt."""
    try:
        return list(plan.apply(scratch))
    except ConfinementError as error:
        os.write(2, f"{error}\n".encode())
        os._exit(UNCONFINED)


def flush() -> None:
    """What the attempt printed belongs to the call that printed it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue  # closed or replaced by the attempt: its own affair


def redirect(output_fd: int) -> None:
    """Sends standard output and error to `output_fd`, a pipe, and takes standard input away."""
    point_output_to(output_fd)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    renew_streams()


def point_output_to(output_fd: int) -> None:
    """Standard output and error go to `output_fd`, whichever streams write to them."""
    os.dup2(output_fd, 1)
    os.dup2(output_fd, 2)
    if output_fd > 2:
        os.close(output_fd)


def renew_streams() -> None:
    """New standard streams, for the old ones remember what they were made for. Line buffering: a killed process
    loses no line.
    """
    sys.stdout = sys.__stdout__ = open(1, "w", 1, "utf-8", "backslashreplace", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    sys.stderr = sys.__stderr__ = open(2, "w", 1, "utf-8", "backslashreplace", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    sys.stdin = sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115
