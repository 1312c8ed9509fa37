"""Bytes out of repositories that nobody vouches for.

Each fork is fetched into a bare repository of our own. Nothing is checked out, so no hook, filter, attribute, link or
submodule of a fork has any effect; an attempt is read as the blob that a tree names, and nothing else is read. What a
server sends is bounded: in time, in size, and in what it may say.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from grader.errors import GraderError, UsageError
from grader.files import MAX_ATTEMPT

CONFIG = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"
SEEN = "refs/seen"  # each commit that was ever seen stays named here: after a force-push it is still evidence
NOW = "refs/now"  # where a fetch puts what it got, until it has a name
MAX_TREE = 4 * 1024 * 1024  # bytes of one folder's list
MAX_SAID = 64 * 1024  # bytes that are read of what git, or a server, says
MOST_NAMED = 10  # branches that a message names
REGULAR = (b"100644", b"100755")
FOLDER = b"40000"
NAME = 20  # bytes of an object's name in a tree
LFS = b"version https://git-lfs.github.com/spec/"

# Nothing else of the teacher's environment: no configuration, no helper, no terminal to ask at.
_KEPT = ("PATH", "SSH_AUTH_SOCK", "SYSTEMROOT", "http_proxy", "https_proxy", "no_proxy", "HTTPS_PROXY", "NO_PROXY")
_SET = {
    "HOME": "/nonexistent",
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "/bin/false",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_ALLOW_PROTOCOL": "https:ssh:file",
    "GIT_SSH_COMMAND": "ssh -oBatchMode=yes -oConnectTimeout=20",
}
# What an honest repository of some age may have; nothing of it matters where nothing is checked out.
_BENIGN = (
    "zeroPaddedFilemode",
    "badTimezone",
    "badDate",
    "badDateOverflow",
    "missingSpaceBeforeDate",
    "missingSpaceBeforeEmail",
    "missingEmail",
    "missingNameBeforeEmail",
    "badName",
    "badEmail",
    "zeroPaddedDate",
)
_PASSED_OVER = frozenset(one.lower() for one in _BENIGN)
_SETTINGS = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "core.bigFileThreshold": "1m",
    "fetch.fsckObjects": "true",
    "fetch.recurseSubmodules": "no",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "transfer.bundleURI": "false",
    "protocol.version": "2",
    "http.followRedirects": "initial",
    **{f"fetch.fsck.{one}": "warn" for one in _BENIGN},
}
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_URL = re.compile(r"(https|ssh|file)://[^\s\x00-\x1f\x7f-]\S*|[\w.][\w.-]*@[\w.][\w.-]*:[^\s:-]\S*")
# Each file that git writes is bounded: a pack of 10 GB fails there, and so does a message without an end.
_BOUNDED = 'ulimit -f "$0"; exec "$@"'
_BLOCK = 512
_XFSZ = int(getattr(signal, "SIGXFSZ", 25))
_TOO_LARGE = (f"died of signal {_XFSZ}", "File too large")
_ODD = re.compile(r"error: (object [0-9a-f]+: (\w+): .*)")
_running: set[subprocess.Popen[bytes]] = set()


class Unfetched(GraderError):
    """A fork could not be fetched; the message says why."""


class NothingPushed(Unfetched):
    """There is a repository, and no commit in it."""


class Odd(Unfetched):
    """Git finds fault with an object that was sent; `what` is its word for that, in lower case."""

    def __init__(self, message: str, what: str) -> None:
        super().__init__(message)
        self.what = what


class NoAttempt(GraderError):
    """A commit holds no attempt in the place asked for; the message says what is there instead."""


@dataclass(frozen=True)
class Bounds:
    """What one fork may cost."""

    seconds: float = 120.0
    bytes: int = 256 * 1024 * 1024


@dataclass(frozen=True)
class Head:
    """Where a branch of a fork stands. `branch` is its full name, or HEAD."""

    branch: str
    commit: str


def address(text: str, room: Path) -> str:
    """The URL of a fork, as git takes it; a folder is seen from `room`. Raises UsageError for what is no address."""
    text = text.strip()
    if _URL.fullmatch(text):
        return text
    if text and "://" not in text and not text.startswith("-") and (folder := (room / text).absolute()).is_dir():
        return folder.as_uri()
    raise UsageError(
        f"{text[:200]!r} is no address of a repository: write https://..., ssh://..., user@host:path or a folder"
    )


def head(url: str, ref: str | None, bounds: Bounds = Bounds()) -> Head:
    """Where `ref` stands in the fork: a branch, a tag, or a full name; without one HEAD, else main, else master.

    Raises NothingPushed where there is no commit, Unfetched where that ref is not there or nothing can be asked.
    """
    wanted = _names(ref)
    found = _refs(url, wanted, bounds)
    for name in wanted:
        if name in found:
            return Head(name, found[name])
    others = [name.removeprefix("refs/heads/") for name in sorted(_refs(url, ["refs/heads/*"], bounds))]
    if not others:
        raise NothingPushed("nothing was pushed: the repository has no branch")
    more = f" and {len(others) - MOST_NAMED} more" if len(others) > MOST_NAMED else ""
    named = ", ".join(one[:60] for one in others[:MOST_NAMED]) + more
    missing = "no HEAD, no main and no master" if ref is None else f"no {ref}"
    raise Unfetched(f"there is {missing}; the branches are {named}: name one with --ref")


def _names(ref: str | None) -> list[str]:
    if ref is None:
        return ["HEAD", "refs/heads/main", "refs/heads/master"]
    if ref.startswith("-") or re.search(r"[\s*?\[~^:\\\x00-\x1f\x7f]|\.\.", ref):
        raise UsageError(f"{ref!r} is no name of a branch or a tag")
    return [ref] if ref == "HEAD" or ref.startswith("refs/") else [f"refs/heads/{ref}", f"refs/tags/{ref}"]


def _refs(url: str, patterns: Sequence[str], bounds: Bounds) -> dict[str, str]:
    """The commits of the refs that have exactly one of these names, or of those that begin so, before a star."""
    peeled = [f"{one}^{{}}" for one in patterns if one.startswith("refs/tags/")]  # what an annotated tag is of
    said = _git(["ls-remote", "--quiet", "--", url, *patterns, *peeled], bounds)
    found: dict[str, str] = {}
    for commit, _, name in (line.partition("\t") for line in said.split("\n")):
        asked = any(name == one or (one.endswith("*") and name.startswith(one[:-1])) for one in [*patterns, *peeled])
        if asked and _COMMIT.fullmatch(commit):
            found[name.removesuffix("^{}")] = commit  # the commit of a tag comes after the tag
    return found


class Repository:
    """The bare repository of one fork, which is ours: its files are written by this module and by git alone."""

    def __init__(self, folder: Path, bounds: Bounds = Bounds()) -> None:
        self.folder = folder
        self.bounds = bounds

    def has(self, commit: str) -> bool:
        """Whether that commit was fetched whole."""
        return (self.folder / SEEN / commit).is_file()

    def fetch(self, url: str, what: str) -> str:
        """Fetches a ref or a commit of the fork, without what it came from. Returns the commit. Raises Unfetched."""
        self._tidy()
        try:
            self._fetch(url, what)
            commit = self._run("rev-parse", "--verify", "--quiet", f"{NOW}^{{commit}}").strip()
            if not _COMMIT.fullmatch(commit):
                raise Unfetched(f"{what} is no commit")
            self._run("update-ref", f"{SEEN}/{commit}", commit)
            return commit
        finally:
            self._tidy()

    def _fetch(self, url: str, what: str) -> None:
        options = ["--quiet", "--no-tags", "--depth=1", f"--filter=blob:limit={MAX_ATTEMPT + 1}"]
        options += ["--no-write-fetch-head", "--no-auto-maintenance", "--recurse-submodules=no"]
        words = ["fetch", *options, "--", url, f"+{what}:{NOW}"]
        try:
            self._run(*words)
        except Odd as odd:  # with a filter, a git before 2.46 takes no word of what to pass over
            if odd.what not in _PASSED_OVER:
                raise
            self._configure()
            self._run("-c", "fetch.fsckObjects=false", *words)
        self._configure()

    def _run(self, *words: str) -> str:
        return _git([f"--git-dir={self.folder}", *words], self.bounds)

    def _configure(self) -> None:
        """Takes back what a fetch made of the configuration: the fork's server would be asked for objects later on."""
        (self.folder / "config").write_text(CONFIG, "utf-8")

    def _tidy(self) -> None:
        """Makes the folder if need be, and takes away what a fetch that was killed has left."""
        try:
            for name in ("objects/pack", "refs/seen"):
                (self.folder / name).mkdir(parents=True, exist_ok=True)
            self._configure()
            (self.folder / "HEAD").write_text("ref: refs/heads/none\n", "utf-8")
            for pattern in ("*.lock", "refs/*.lock", "refs/seen/*.lock", "objects/pack/tmp_*", "objects/pack/*.lock"):
                for path in self.folder.glob(pattern):
                    path.unlink()
            for path in self.folder.glob("objects/tmp_objdir-*"):
                shutil.rmtree(path, ignore_errors=True)
            empty = [one for one in (self.folder / SEEN).iterdir() if one.stat().st_size == 0]
            for path in empty:  # the disk was full, or the power went
                path.unlink()
        except OSError as error:
            raise GraderError(f"{self.folder} can't be written: {error.strerror}") from error

    def reader(self) -> "Reader":
        """What reads attempts out of it; close it."""
        return Reader(self.folder)


class Reader:
    """Reads blobs by commit and path, through two processes that stay: one tells sizes, one gives bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends both."""
        for one in self._processes.values():
            one.kill()
            one.wait()
            for pipe in (one.stdin, one.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
        self._processes.clear()

    def read(self, commit: str, path: str) -> bytes:
        """The bytes of a regular file. Raises NoAttempt for anything else that is there, and where nothing is."""
        *folders, name = path.split("/")
        tree = f"{commit}^{{tree}}"
        for number, folder in enumerate(folders, 1):
            mode, tree = self._entry(tree, folder, path)
            if mode != FOLDER:
                raise NoAttempt(f"{'/'.join(folders[:number])} is {_called(mode)}, and no folder")
        mode, blob = self._entry(tree, name, path)
        if mode not in REGULAR:
            raise NoAttempt(f"{path} is {_called(mode)}, and no file")
        return self._blob(blob, path)

    def _entry(self, tree: str, name: str, path: str) -> tuple[bytes, str]:
        kind, size = self._look(tree)
        if kind != "tree":
            raise NoAttempt(f"{path} is missing")
        if size > MAX_TREE:
            raise NoAttempt(f"the folder of {path} has a list of {size:,} bytes: too long to be read")
        wanted = name.encode()
        for mode, found, entry in _entries(self._bytes(tree, size)):
            if found == wanted:
                return mode, entry
        raise NoAttempt(f"{path} is missing")

    def _blob(self, blob: str, path: str) -> bytes:
        kind, size = self._look(blob)
        if kind == "missing":  # it is in the tree, and the filter left it out
            raise NoAttempt(f"{path} has more than {MAX_ATTEMPT:,} bytes, which is the most that an attempt can have")
        if kind != "blob":
            raise NoAttempt(f"{path} is a {kind}, and no file")
        if size > MAX_ATTEMPT:  # a server may ignore the filter
            raise NoAttempt(f"{path} has {size:,} bytes; an attempt has at most {MAX_ATTEMPT:,}")
        data = self._bytes(blob, size)
        if data.startswith(LFS):
            raise NoAttempt(f"{path} is a pointer of Git LFS, and not the file: push the file itself")
        return data

    def _look(self, thing: str) -> tuple[str, int]:
        """What it is, and how large; `missing` where it is not here."""
        words = self._ask("--batch-check", thing).split()
        if len(words) != 3 or words[-1] in (b"missing", b"ambiguous"):
            return "missing", 0
        return words[1].decode(), int(words[2])

    def _bytes(self, thing: str, size: int) -> bytes:
        line = self._ask("--batch", thing)
        if not line.endswith(b" %d\n" % size):
            raise GraderError(f"{self._folder}: git can't read {thing}: {line[:100]!r}")
        pipe = self._pipe(self._processes["--batch"].stdout)
        data = pipe.read(size + 1)[:-1]
        if len(data) != size:
            raise GraderError(f"{self._folder}: git ended while it read {thing}")
        return data

    def _ask(self, how: str, thing: str) -> bytes:
        process = self._processes.get(how) or self._begin(how)
        try:
            stdin = self._pipe(process.stdin)
            stdin.write(thing.encode() + b"\n")
            stdin.flush()
        except OSError as error:
            raise GraderError(f"{self._folder}: git has ended: {error.strerror}") from error
        return self._pipe(process.stdout).readline(1024)

    def _begin(self, how: str) -> subprocess.Popen[bytes]:
        words = _words([f"--git-dir={self._folder}", "cat-file", how])
        try:
            started = subprocess.Popen(
                words,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
            )
        except OSError as error:
            raise GraderError(f"git can't be started: {error.strerror}; install it") from error
        self._processes[how] = started
        return started

    @staticmethod
    def _pipe(one: IO[bytes] | None) -> IO[bytes]:
        assert one is not None
        return one


def _entries(tree: bytes) -> Iterator[tuple[bytes, bytes, str]]:
    """Mode, name and object of each entry of a tree, as it is stored."""
    at = 0
    while (blank := tree.find(b" ", at)) > at and (zero := tree.find(b"\0", blank)) > blank:
        after = zero + 1 + NAME
        yield tree[at:blank].lstrip(b"0"), tree[blank + 1 : zero], tree[zero + 1 : after].hex()
        at = after


def _called(mode: bytes) -> str:
    known = {b"120000": "a link", b"160000": "a submodule", FOLDER: "a folder", **dict.fromkeys(REGULAR, "a file")}
    return known.get(mode, f"an entry of mode {mode.decode('ascii', 'replace')[:10]}")


def _environment() -> dict[str, str]:
    return {name: value for name in _KEPT if (value := os.environ.get(name))} | _SET


def _words(words: Sequence[str]) -> list[str]:
    return ["git", *(part for key, value in _SETTINGS.items() for part in ("-c", f"{key}={value}")), *words]


def _git(words: Sequence[str], bounds: Bounds) -> str:
    """What git says to this command. Raises Unfetched if it fails, or takes longer or more than it may."""
    command = _words(words)
    if os.name == "posix":
        command = ["/bin/sh", "-c", _BOUNDED, str(max(1, bounds.bytes // _BLOCK)), *command]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        try:
            process = subprocess.Popen(
                command,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,  # so that all that it starts can be ended with it
            )
        except OSError as error:
            raise GraderError(f"git can't be started: {error.strerror}; install it") from error
        _running.add(process)
        try:
            status = process.wait(bounds.seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise Unfetched(f"it took longer than {bounds.seconds:g} s") from None
        except BaseException:
            _end(process)
            raise
        finally:
            _running.discard(process)
        if status:
            raise _why(status, _start(err), bounds)
        return _start(out)


def end_all() -> None:
    """Ends what runs in any thread: whoever waits for it has been interrupted."""
    for process in list(_running):
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends git and all that it has started and is not ended yet."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()


def _start(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read(MAX_SAID).decode("utf-8", "replace")


def _why(status: int, said: str, bounds: Bounds) -> Unfetched:
    """Why a command failed, in a line; what the server itself says (`remote:`) is not repeated."""
    if any(sign in said for sign in _TOO_LARGE) or status in (-_XFSZ, 128 + _XFSZ):
        return Unfetched(f"it has more than {bounds.bytes // 1024**2:,} MB even without what is no attempt")
    lines = [line for line in said.split("\n") if line.startswith(("fatal: ", "error: ", "ssh: ", "Permission "))]
    for line in lines:
        if odd := _ODD.match(line):
            return Odd(f"git refuses what is in it: {_plain(odd[1])}", odd[2].lower())
    return Unfetched(_plain(lines[0].partition(": ")[2] if lines else f"git ended with status {status}"))


def _plain(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)[:200]
