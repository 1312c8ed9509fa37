"""Hostile bytes as the answers of a child: the judge raises its own errors, in time, and within bounds of memory.

GRADER_FUZZ=20000 asks for so many examples in the place of the usual few.
"""

import contextlib
import os
import resource
import select
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from grader import show
from grader.catalog import Budgets
from grader.jail import wire
from grader.judge.keeper.channel import Channel, Output, PipeChannel, SocketChannel
from grader.judge.keeper.child import AttemptRaised, Child, Stopped, Unimportable

EXAMPLES = int(os.environ.get("GRADER_FUZZ", "150"))
SECONDS = 5.0  # of processor time for any one conversation, and four times as much by the clock
MEMORY = 300 << 20  # bytes that all answers together may add to the peak of this process
OURS = (Stopped, Unimportable, AttemptRaised)
fuzzing = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize="GRADER_FUZZ" not in os.environ,
    suppress_health_check=list(HealthCheck),
)

BUDGETS = Budgets(call_seconds=0.25, test_seconds=1.0, import_seconds=0.25, output_kb=4)
LOAD = wire.Load("attempt", b"pass", b"pass", None)


def packed(body: bytes) -> bytes:
    return struct.pack("<I", len(body)) + body


def encoded(message: Any) -> bytes:
    return packed(msgspec.msgpack.encode(message))


READY = encoded(wire.Ready([]))

# --- what a child may answer --------------------------------------------------------------------

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=8)
    | st.binary(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4) | st.integers(0, 9), inner, max_size=3)
    ),
    max_leaves=12,
)
TAGS = ["int", "text", "tuple", "set", "frozenset", "dict", "complex", "opaque", "error", "none of these"]
trees = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.builds(lambda tag, body: {tag: body}, st.sampled_from(TAGS), inner | st.lists(inner, max_size=4))
        | st.builds(
            lambda kind, message, args, lines, cause: {
                "error": {
                    "type": kind,
                    "message": message,
                    "args": args,
                    "mro": [kind],
                    "lines": lines,
                    "cause": cause,
                    "context": None,
                }
            },
            st.text(max_size=5),
            st.text(max_size=5),
            st.lists(inner, max_size=2),
            st.lists(st.tuples(st.integers(-9, 2**63), st.text(max_size=4), st.text(max_size=4)).map(list), max_size=2),
            st.none() | inner,
        )
    ),
    max_leaves=12,
)
KINDS = ["Returned", "Raised", "Ready", "Unready", "Call", "Load", "Frame", "Nobody"]


@st.composite
def frames(draw: Any) -> Callable[[int], bytes]:
    """Makes the bytes of an answer, given the id of the call."""
    kind, tree = draw(st.sampled_from(KINDS[:2] * 3 + KINDS)), draw(trees)
    right = draw(st.integers(0, 4)) > 0
    more = draw(st.lists(plain, max_size=1))
    return lambda number: encoded([kind, number if right else 7, tree, *more])


@st.composite
def mutated(draw: Any) -> Callable[[int], bytes]:
    """A frame some of whose bytes are others, are missing, or come twice."""
    make = draw(frames())
    changes = draw(
        st.lists(
            st.tuples(st.integers(0, 400), st.sampled_from(["set", "cut", "twice"]), st.integers(0, 255)), max_size=4
        )
    )

    def mutate(number: int) -> bytes:
        data = bytearray(make(number))
        for place, change, value in changes:
            place %= max(1, len(data))
            if change == "set" and data:
                data[place] = value
            elif change == "cut":
                del data[place : place + 1 + value % 8]
            else:
                data[place:place] = data[place : place + 1 + value % 8]
        return bytes(data)

    return mutate


raw = st.binary(max_size=64).map(lambda data: lambda number: data)
bodies = st.binary(max_size=200).map(lambda body: lambda number: packed(body))
answers = frames() | mutated() | raw | bodies


def returned(body: bytes) -> Callable[[int], bytes]:
    """An answer with the right id whose value is these bytes of MessagePack."""
    return lambda number: packed(b"\x93\xa8Returned\xd3" + number.to_bytes(8, "big") + body)


# Each is dear for a careless reader: lengths that are not there, depth, width, collisions.
DEAR = [
    returned(b"\xdd\xff\xff\xff\xff"),
    returned(b"\xdf\xff\xff\xff\xff"),
    returned(b"\xdb\xff\xff\xff\xff"),
    returned(b"\xc6\xff\xff\xff\xff"),
    returned(b"\xc9\xff\xff\xff\xff\x01"),
    returned(b"\xdd\x0f\xff\xff\xff" * 1000),
    returned(b"\xdf\x0f\xff\xff\xff\x01" * 1000),
    returned(b"\x91" * 1_000_000),
    returned(b"\x81\x00" * 500_000),
    returned(b"\x81\x91" * 500_000),
    returned(b"\x81\xa4dict\x91" * 150_000),
    returned(b"\xdd\x00\x0f\x00\x00" + b"\x90" * 0xF0000),
    returned(b"\xdd\x00\x0f\x00\x00" + b"\x80" * 0xF0000),
    returned(b"\xdd\x00\x01\xf0\x00" + b"\x81\xa5tuple\x90" * 0x1F000),
    returned(
        b"\x81\xa3set\xdd\x00\x01\xc0\x00" + b"".join(b"\xcf" + (n << 44).to_bytes(8, "big") for n in range(0x1C000))
    ),
    returned(b"\x81\xa3set" + msgspec.msgpack.encode([{"int": hex((2**61 - 1) * n)} for n in range(30_000)])),
    returned(b"\x81\xa3set" + msgspec.msgpack.encode([{"tuple": [n]} for n in range(60_000)])),
    returned(msgspec.msgpack.encode({"int": "f" * 900_000})),
    returned(msgspec.msgpack.encode({"int": "-0x_f"})),
    returned(msgspec.msgpack.encode({"text": b"\xed\xa0\x80" * 9})),
    returned(msgspec.msgpack.encode({"text": b"\xff\xfe"})),
    lambda number: b"\xff\xff\xff\xff",
    lambda number: b"\x00\x00\x00\x00" * 10_000,
    lambda number: packed(b"\xc1"),
    lambda number: b"\x00\x00\x10\x00" + b"x" * 100,
    lambda number: encoded(["Returned", number, 1]) * 3,
    lambda number: b"",
]

# --- the child that answers so ------------------------------------------------------------------


class Handle:
    """A child's process, for the judge; in truth a thread at the other end of the wire."""

    scratch = None
    stopped = False
    pid = os.getpid()

    def __init__(self, kind: str, answer: Callable[[int], bytes], ready: bytes = READY) -> None:
        self.answer, self.ready = answer, ready
        self._printing: int | None
        output, self._printing = os.pipe()
        if kind == "socket":
            ours, theirs = socket.socketpair()
            self._read = self._write = theirs.detach()
            self._ends = {self._read}
            self.channel: Channel = SocketChannel(ours, output, Output(4 << 10))
        else:
            requests, to_child = os.pipe()
            from_child, replies = os.pipe()
            self._read, self._write = requests, replies
            self._ends = {requests, replies}
            pipes = [open(fd, mode) for fd, mode in ((to_child, "wb"), (from_child, "rb"), (output, "rb"))]  # noqa: SIM115
            self.channel = PipeChannel(*pipes, Output(4 << 10))  # type: ignore[arg-type]
        self._wake, self._kill = os.pipe()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            self._frame()
            self._send(self.ready)
            while True:
                call = wire.read_request(self._frame())
                self._send(self.answer(call.id) if isinstance(call, wire.Call) else b"")
        for descriptor in self._ends:
            os.close(descriptor)

    def _frame(self) -> bytes:
        (size,) = struct.unpack("<I", self._exactly(4))
        return self._exactly(size)

    def _exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            ready, _, _ = select.select([self._read, self._wake], [], [])
            part = b"" if self._wake in ready else os.read(self._read, size - len(data))
            if not part:
                raise OSError
            data += part
        return data

    def _send(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self._write, view) :]
        if len(data) < 4 or int.from_bytes(data[:4], "little") > len(data) - 4:
            raise OSError  # the rest will never come: it hangs up, for nobody wants to wait out a budget each time

    def dismiss(self) -> None:
        self.end(0)

    def end(self, grace: float) -> int:
        if self._printing is None:
            return -9
        os.close(self._printing)
        os.close(self._kill)
        self._printing = None
        # The thread at the other end may be in the middle of a write.
        if isinstance(self.channel, SocketChannel):
            with contextlib.suppress(OSError):
                self.channel._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(1)
        os.close(self._wake)
        return -9


@pytest.fixture(params=["socket", "pipe"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@contextlib.contextmanager
def in_time() -> Iterator[None]:
    started, worked = time.monotonic(), time.process_time()
    yield
    assert time.process_time() - worked < SECONDS
    assert time.monotonic() - started < 4 * SECONDS


def converse(kind: str, answer: Callable[[int], bytes], ready: bytes = READY) -> None:
    """One child, asked twice. Whatever it answers, nothing comes out but a value or the judge's own error."""
    handle = Handle(kind, answer, ready)
    child = None
    try:
        with in_time():
            child = Child(handle, LOAD, BUDGETS)
            for _ in range(2):
                value = child.call("scenario", [1], {"a": (2, 3)}, False, lambda: BUDGETS.test_seconds)
                assert len(show.source(value)) <= show.LIMIT
    except OURS:
        pass
    finally:
        if child is not None:
            child.end()
        handle.end(0)


@fuzzing
@given(answer=answers)
@example(answer=lambda number: encoded(["Returned", number, {"dict": [1, 2]}]))
def test_any_answer(answer: Callable[[int], bytes]) -> None:
    converse("socket", answer)


@fuzzing
@given(data=answers)
def test_any_first_word(data: Callable[[int], bytes]) -> None:
    converse("socket", lambda number: b"", ready=data(0))


@settings(fuzzing, max_examples=max(20, EXAMPLES // 4))
@given(answer=answers)
def test_any_answer_over_pipes(answer: Callable[[int], bytes]) -> None:
    converse("pipe", answer)


@pytest.mark.parametrize("number", range(len(DEAR)))
def test_dear_answers(kind: str, number: int) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    converse(kind, DEAR[number])
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (1 if sys.platform == "darwin" else 1024)
    assert more < MEMORY


@fuzzing
@given(body=st.binary(max_size=300) | frames().map(lambda make: make(1)[4:]))
def test_the_decoder(body: bytes) -> None:
    """Below the channel: bytes, messages, values."""
    try:
        reply = wire.read_reply(body)
        for name in ("value", "error"):
            if hasattr(reply, name):
                show.source(wire.lift(getattr(reply, name)))
    except wire.WireError:
        pass
