"""The judge's end of the wire to one child: frames both ways, and what the child prints.

Every wait has a deadline (seconds of `time.monotonic`), and what is there when it has passed still counts. Where
sockets can be polled one thread does; the other kind reads pipes in threads, as Windows asks for.
"""

import os
import queue
import select
import socket
import threading
import time
from collections.abc import Callable
from typing import IO, Protocol

from grader.jail import wire

# Bound now, for a suite may put a stand-in into `time`.
_now = time.monotonic
_PIECE = 1 << 16
_MOST_WAITING = 1 << 20  # bytes of answers that are read before they are asked for


class Late(Exception):
    """The deadline has passed."""


class Gone(Exception):
    """The child has hung up."""


class Flood(Exception):
    """The child printed far more than anybody will read."""


class Overfull(Exception):
    """The child wrote more into its scratch folder than it may."""


WATCH_SECONDS = 0.01  # between two looks at a scratch folder, in which memory takes some 15 MB


class Output:
    """What a child printed: kept up to a limit of bytes, counted beyond it."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.kept = bytearray()
        self.size = 0

    def add(self, data: bytes) -> None:
        self.kept += data[: max(0, self.limit - self.size)]
        self.size += len(data)

    def begin_again(self) -> None:
        """What was printed until now was somebody else's."""
        self.kept.clear()
        self.size = 0

    @property
    def flooded(self) -> bool:
        return self.size > 16 * self.limit

    def text(self) -> str:
        text = self.kept.decode("utf-8", "replace")
        return text if self.size <= self.limit else f"{text}\n[{self.size - self.limit:,} bytes more]"


class Channel(Protocol):
    """What a jail hands out for each child."""

    output: Output
    prompt: bool  # what was printed before an answer can be read when that is there
    watch: Callable[[], bool] | None  # says that the child has written too much, while somebody waits for it

    def send(self, *messages: wire.Frame) -> None:
        """Waits for nothing: who does not read, or is gone, is noticed when an answer is waited for.

        Raises WireError where a message is too large.
        """

    def receive(self, deadline: float) -> bytes:
        """The body of the next frame. Raises Late, Gone, Flood, Overfull or WireError."""

    def pending(self) -> bool:
        """Whether bytes have come that nobody asked for."""

    def arrived(self) -> int | None:
        """How many answers wait here; None if the child may wait for the judge to read or write, or is gone."""

    def close(self) -> None:
        """Reads what is left of the output, and lets go of the child."""


class SocketChannel:
    """A socket for the wire and a pipe for the output, polled together."""

    prompt = True

    def __init__(self, wire_end: socket.socket, output_fd: int, output: Output) -> None:
        self.output = output
        self.watch: Callable[[], bool] | None = None
        self._socket = wire_end
        self._output_fd = output_fd
        self._buffer = bytearray()
        self._unsent = memoryview(b"")
        wire_end.setblocking(False)
        os.set_blocking(output_fd, False)
        self._poll = select.poll()
        self._poll.register(wire_end, select.POLLIN)
        self._poll.register(output_fd, select.POLLIN)
        self._printing = True

    def send(self, *messages: wire.Frame) -> None:
        self._unsent = memoryview(bytes(self._unsent) + b"".join(map(wire.frame, messages)))
        self._send_on()

    def _send_on(self) -> None:
        """Sends what fits now, and the rest while an answer is waited for."""
        try:
            while self._unsent:
                self._unsent = self._unsent[self._socket.send(self._unsent) :]
        except BlockingIOError:
            pass
        except OSError:
            self._unsent = memoryview(b"")  # nobody is left to read it
        self._poll.modify(self._socket, select.POLLIN | (select.POLLOUT if self._unsent else 0))

    def receive(self, deadline: float) -> bytes:
        too_much: Exception | None = None
        late = False
        while True:
            # An answer counts that was sent before too much was printed or written: the child may be calls ahead.
            body = _take_frame(self._buffer)
            if body is not None:
                return body
            if too_much is not None:
                raise too_much
            if late:
                raise Late
            late = self._wait(deadline)
            too_much = self._too_much()
            if too_much is not None:
                self._read_wire()

    def _wait(self, deadline: float) -> bool:
        """Waits until the child says, prints or reads something, or it is time to look at its scratch folder.

        Returns whether the deadline had passed before that.
        """
        left = max(0.0, deadline - _now())
        for fd, _ in self._poll.poll(1000 * (left if self.watch is None else min(left, WATCH_SECONDS))):
            if fd == self._output_fd:
                self._read_output()
                continue
            if self._unsent:
                self._send_on()
            self._read_wire()
        return left == 0.0

    def _too_much(self) -> Exception | None:
        if self.output.flooded:
            return Flood()
        return Overfull() if not self._buffer and self.watch is not None and self.watch() else None

    def _read_wire(self) -> None:
        try:
            data = self._socket.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            raise Gone from error
        if not data:
            raise Gone
        self._buffer += data

    def _read_output(self) -> None:
        try:
            while self._printing and not self.output.flooded:
                data = os.read(self._output_fd, _PIECE)
                if not data:
                    self._printing = False
                    self._poll.unregister(self._output_fd)
                self.output.add(data)
        except BlockingIOError:
            pass  # no more for now

    def pending(self) -> bool:
        return bool(self._buffer)

    def arrived(self) -> int | None:
        if self._unsent:
            self._send_on()
        try:
            self._read_output()
            while len(self._buffer) < _MOST_WAITING:
                before = len(self._buffer)
                self._read_wire()
                if len(self._buffer) == before:
                    break
            waits_for_us = self._unsent or self.output.flooded or len(self._buffer) >= _MOST_WAITING
            return None if waits_for_us else _frames(self._buffer)
        except (Gone, wire.WireError):
            return None  # who waits for its answers finds out

    def hung_up(self) -> bool:
        """Whether the child, of which nothing was asked yet, is gone."""
        try:
            return not self._socket.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def close(self) -> None:
        self._read_output()
        self._socket.close()
        os.close(self._output_fd)


def _frames(buffer: bytearray) -> int:
    """How many whole frames are in `buffer`. Raises WireError for what is none."""
    count = start = 0
    while len(buffer) >= start + wire.HEADER:
        start += wire.HEADER + wire.frame_size(buffer[start : start + wire.HEADER])
        count += start <= len(buffer)
    return count


def _take_frame(buffer: bytearray) -> bytes | None:
    """The body of the first frame in `buffer`, which loses it; None while it is not whole."""
    if len(buffer) < wire.HEADER:
        return None
    end = wire.HEADER + wire.frame_size(buffer)
    if len(buffer) < end:
        return None
    body = bytes(buffer[wire.HEADER : end])
    del buffer[:end]
    return body


class PipeChannel:
    """Three pipes, each with a thread of its own, for platforms whose pipes can't be polled."""

    prompt = False

    def __init__(self, requests: IO[bytes], replies: IO[bytes], printed: IO[bytes], output: Output) -> None:
        self.output = output
        self.watch: Callable[[], bool] | None = None
        self._pipes = (requests, replies, printed)
        self._sending: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        # Bounded, or a child that nobody asks could fill the judge's memory.
        self._received: queue.Queue[bytes | Exception] = queue.Queue(maxsize=8)
        self._threads = [_start(self._write), _start(self._read_frames), _start(self._read_output)]

    def send(self, *messages: wire.Frame) -> None:
        self._sending.put(b"".join(map(wire.frame, messages)))

    def receive(self, deadline: float) -> bytes:
        while True:
            left = max(0.0, deadline - _now())
            too_much: Exception | None = Flood() if self.output.flooded else None
            if too_much is None and self.watch is not None and self.watch():
                too_much = Overfull()
            try:
                received = self._received.get(left > 0, min(left, WATCH_SECONDS))
            except queue.Empty:
                if too_much is not None:
                    raise too_much from None
                if left == 0:
                    raise Late from None
                continue
            if isinstance(received, Exception):
                raise received
            return received

    def pending(self) -> bool:
        return not self._received.empty()

    def arrived(self) -> int | None:
        return None if self._received.full() or not self._threads[1].is_alive() else self._received.qsize()

    def close(self) -> None:
        """To be called when the child is gone: its end of the pipes is closed, so the threads end."""
        self._sending.put(None)
        for thread in self._threads:
            thread.join(timeout=1)
        for pipe in self._pipes:
            try:
                pipe.close()
            except OSError:
                continue  # what could not be sent to a dead child

    def _write(self) -> None:
        try:
            while (data := self._sending.get()) is not None:
                self._pipes[0].write(data)
                self._pipes[0].flush()
        except OSError:
            pass  # the reader reports that the child is gone

    def _read_frames(self) -> None:
        replies = self._pipes[1]
        try:
            while header := replies.read(wire.HEADER):
                if len(header) < wire.HEADER:
                    break
                size = wire.frame_size(header)
                body = replies.read(size)
                if len(body) < size:
                    break
                self._received.put(body)
            self._received.put(Gone())
        except wire.WireError as error:
            self._received.put(error)
        except (OSError, ValueError):
            self._received.put(Gone())

    def _read_output(self) -> None:
        try:
            while data := self._pipes[2].read1(_PIECE):  # type: ignore[attr-defined]
                self.output.add(data)
        except (OSError, ValueError):
            pass  # closed: nothing more will be printed


def _start(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread
