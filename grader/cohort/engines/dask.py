"""Workers of a Dask cluster: batches go to their warm judges, and what comes of them comes back as bytes.

Dask may begin a batch a second time, where a worker dies; the gradebook keeps one judgement under a key all the same.
Whoever reaches a scheduler or a worker can have it run anything, so both have to listen to this machine alone, or to
speak TLS. Only who asks for Dask imports it.
"""

import concurrent.futures
import contextlib
import ipaddress
import logging
import queue
import re
import secrets
import socket
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec

from grader.cohort.engines import worker
from grader.cohort.engines.work import Outcome, Work, level
from grader.cohort.engines.worker import Answer, Stand, Terms, Tools
from grader.cohort.gradebook import now
from grader.cohort.room import Room
from grader.cohort.rows import Fault
from grader.errors import GraderError, UsageError
from grader.levels import LEVELS, Level

SMALLEST, LARGEST = 20, 50  # pieces of work in a batch
BATCH_BYTES = 4 << 20  # of attempts in it
ROUNDS = 4  # batches for each worker, so that the last ones end together
CONNECT_SECONDS = 15.0
ALONE_SECONDS = 60.0  # without any worker, after which nobody waits any more
LOOK_SECONDS = 5.0
_ADDRESS = re.compile(r"(?:(tcp|tls)://)?(\[[0-9a-fA-F:.]+\]|[^/:\[\]]+):([0-9]{1,5})")
STAYS = "what was judged stays, and the next run goes on"


def address(text: str) -> str:
    """The address of a scheduler, with its scheme. Raises UsageError where it is none, or none to be trusted."""
    found = _ADDRESS.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"{text!r} is no scheduler's address: write it like tcp://127.0.0.1:8786 or tls://HOST:8786")
    scheme, host, port = found[1] or "tcp", found[2], found[3]
    if scheme == "tcp" and not _loopback(host):
        raise UsageError(
            f"{text} is open to everybody who reaches it: use tls://, or a tunnel that ends at tcp://127.0.0.1:{port}"
        )
    return f"{scheme}://{host}:{port}"


def _loopback(host: str) -> bool:
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    return host == "localhost"


def cluster(room: Room, text: str, isolation: str) -> Callable[[Sequence[Work]], Iterator[list[Outcome]]]:
    """The workers of the scheduler at that address. Raises UsageError where there can be none."""
    where, library = address(text), _library()
    folder = room.plan.folder(room.folder)
    topics = tuple(room.plan.topics)

    def engine(works: Sequence[Work]) -> Iterator[list[Outcome]]:
        if not works:
            return
        tools = Tools.here(room.catalog, topics)
        terms = Terms(secrets.token_hex(8), None if folder is None else str(folder), topics, tools)
        with _connected(library, where) as client:
            names = _agreed(client, where, terms, isolation)
            try:
                yield from _Run(client, where, terms).run(batches(works, len(names)), 2 * len(names))
            finally:
                with contextlib.suppress(Exception):  # who is gone has no judge any more
                    client.run(worker.rest, on_error="ignore")

    return engine


def _library() -> Any:
    """Dask, which says nothing on its own. Raises UsageError where it is not installed."""
    try:
        import distributed
    except ImportError:
        raise UsageError(
            'grading by Dask needs another package: python -m pip install "exercise-grader[dask]"'
        ) from None
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return distributed


@contextlib.contextmanager
def _connected(library: Any, where: str) -> Iterator[Any]:
    _reach(library, where)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of other versions: we look ourselves at those that matter
        try:
            client = library.Client(where, timeout=CONNECT_SECONDS, set_as_default=False)
        except Exception as error:
            raise GraderError(f"what answers at {where} is no scheduler of Dask's ({_said(error)})") from error
        try:
            yield client
        finally:
            with contextlib.suppress(Exception):
                client.close(timeout=LOOK_SECONDS)


def _reach(library: Any, where: str) -> None:
    """Raises GraderError where nobody answers: Dask itself would try for long, and say much."""
    scheme, _, rest = where.partition("://")
    if scheme == "tls" and library.Security().get_connection_args("client")["ssl_context"] is None:
        raise UsageError(
            f"{where} needs certificates: name them as distributed.comm.tls.ca-file and distributed.comm.tls.client "
            "in Dask's own configuration"
        )
    host, _, port = rest.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), CONNECT_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise GraderError(f"no scheduler answers at {where} ({_said(error)}); {STAYS}") from error


def _said(error: BaseException) -> str:
    text = getattr(error, "strerror", None) or str(error)
    return (text.strip().splitlines() or [type(error).__name__])[0][:200]


def _agreed(client: Any, where: str, terms: Terms, isolation: str) -> list[str]:
    """The workers' names, of which none judges with anything else. Raises UsageError for the first one that would."""
    try:
        client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        threads = {name: one["nthreads"] for name, one in client.scheduler_info(n_workers=-1)["workers"].items()}
        stands = client.run(worker.stand, msgspec.msgpack.encode(terms), on_error="return")
    except Exception as error:
        raise GraderError(
            f"{where} has no worker that answers ({_said(error)}): start some, with dask worker {where} "
            "--nthreads 1 --nworkers 4"
        ) from error
    levels: dict[str, Level] = {}
    for name, said in sorted(stands.items()):
        problem = _problem(terms, said, threads.get(name, 1), isolation)
        if isinstance(problem, str):
            raise UsageError(f"worker {name} {problem}; nothing was judged")
        levels[name] = problem.level or LEVELS[-1]
    _same(levels, isolation)
    return list(levels)


def _problem(terms: Terms, said: object, threads: int, isolation: str) -> str | Stand:
    """Why a worker is none to judge with; else what it judges with."""
    if not isinstance(said, bytes):  # an exception of its own
        why = _said(said) if isinstance(said, BaseException) else "it answered something else"
        return f"can't say what it judges with ({why}): is grader {terms.tools.grader} installed there?"
    stand = msgspec.msgpack.decode(said, type=Stand)
    host = stand.listens.rpartition("://")[2].rpartition(":")[0]
    if not (stand.listens.startswith("tls://") or _loopback(host)):
        return f"is open to everybody who reaches it, at {stand.listens}: start it with --host 127.0.0.1, or with TLS"
    if threads != 1:
        return f"has {threads} threads and one judge: start it with --nthreads 1 --nworkers {threads}"
    if problem := worker.difference(terms, stand):
        return problem
    least = level(isolation)
    if least is not None and stand.level is not None and LEVELS.index(stand.level) > LEVELS.index(least):
        return f"isolates {stand.level}, and {least} is required"
    return stand


def _same(levels: Mapping[str, Level], isolation: str) -> None:
    """Raises UsageError where workers isolate differently, and nobody has said what will do."""
    best, least = (choose(levels, key=lambda name: LEVELS.index(levels[name])) for choose in (min, max))
    if level(isolation) is None and levels[best] != levels[least]:
        raise UsageError(
            f"worker {least} isolates {levels[least]}, and worker {best} {levels[best]}: mend that, or take both with "
            f"--require-isolation {levels[least]}; nothing was judged"
        )


def batches(works: Sequence[Work], workers: int) -> Iterator[list[Work]]:
    """The work in pieces that are neither small nor large; neighbours stay together."""
    most = max(SMALLEST, min(LARGEST, len(works) // (ROUNDS * workers)))
    batch: list[Work] = []
    for one in works:
        if batch and (len(batch) == most or sum(len(work.source) for work in [*batch, one]) > BATCH_BYTES):
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


class _Run:
    """Batches on their way: a few for each worker, and another one whenever one has come back."""

    def __init__(self, client: Any, where: str, terms: Terms) -> None:
        self._client, self._where = client, where
        self._terms = msgspec.msgpack.encode(terms)
        self._arrived: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._sent: dict[str, list[Work]] = {}

    def run(self, waiting: Iterator[list[Work]], at_once: int) -> Iterator[list[Outcome]]:
        """What comes of the batches, as they end."""
        for batch in islice(waiting, at_once):
            self._send(batch)
        while self._sent:
            future = self._next()
            outcomes = self._outcomes(future, self._sent.pop(future.key))
            future.release()
            for batch in islice(waiting, 1):
                self._send(batch)
            yield outcomes

    def _send(self, batch: list[Work]) -> None:
        # Not "pure", or an answer of an earlier run would do.
        future = self._client.submit(worker.grade, self._terms, msgspec.msgpack.encode(batch), pure=False)
        self._sent[future.key] = batch
        future.add_done_callback(self._arrived.put)

    def _next(self) -> Any:
        """The next batch that has ended. Raises GraderError where nobody is left to end one."""
        alone = time.monotonic()
        while True:
            with contextlib.suppress(queue.Empty):
                return self._arrived.get(timeout=LOOK_SECONDS)
            if self._workers():
                alone = time.monotonic()
            elif time.monotonic() - alone > ALONE_SECONDS:
                raise GraderError(f"{self._where} has no worker any more: start some, and grade again; {STAYS}")

    def _workers(self) -> int:
        try:
            return len(self._client.scheduler_info(n_workers=-1)["workers"])
        except Exception:
            return 0

    def _outcomes(self, future: Any, batch: Sequence[Work]) -> list[Outcome]:
        from distributed import KilledWorker

        try:
            answer = msgspec.msgpack.decode(future.result(), type=Answer)
        except KilledWorker:  # it was tried several times
            return [Fault(one.key, "each worker that was to judge it has ended", at=now()) for one in batch]
        except (Exception, concurrent.futures.CancelledError) as error:
            raise GraderError(f"the scheduler at {self._where} has gone; {STAYS}") from error
        if answer.problem:  # of one that came later than the others
            raise UsageError(f"a worker that came later {answer.problem}; {STAYS}")
        return answer.outcomes
