"""The judge's end of the wire to one child, over real sockets and pipes."""

import os
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.jail import wire
from grader.judge.keeper.channel import Channel, Flood, Gone, Late, Output, PipeChannel, SocketChannel, _take_frame

LIMIT = 100


@dataclass
class Ends:
    """A channel, and the child's ends of what it is made of."""

    channel: Channel
    send: Callable[[bytes], Any]
    read: Callable[[int], bytes]
    print: Callable[[bytes], Any]
    hang_up: Callable[[], None]
    closed: bool = False

    def close(self) -> None:
        """What the judge does in the end, once."""
        self.hang_up()
        if not self.closed:
            self.closed = True
            self.channel.close()


def over_socket() -> Iterator[Ends]:
    ours, theirs = socket.socketpair()
    output, printing = os.pipe()
    open_ends = [theirs.close, lambda: os.close(printing)]

    def hang_up() -> None:
        while open_ends:
            open_ends.pop()()

    channel = SocketChannel(ours, output, Output(LIMIT))
    ends = Ends(channel, theirs.sendall, theirs.recv, lambda data: os.write(printing, data), hang_up)
    yield ends
    ends.close()


def over_pipes() -> Iterator[Ends]:
    def pipe() -> tuple[IO[bytes], IO[bytes]]:
        read_end, write_end = os.pipe()
        return open(read_end, "rb"), open(write_end, "wb")

    (requests, to_child), (from_child, replies), (printed, printing) = pipe(), pipe(), pipe()
    theirs = [requests, replies, printing]

    def hang_up() -> None:
        while theirs:
            theirs.pop().close()

    def write(file: IO[bytes]) -> Callable[[bytes], None]:
        def written(data: bytes) -> None:
            file.write(data)
            file.flush()

        return written

    channel = PipeChannel(to_child, from_child, printed, Output(LIMIT))
    ends = Ends(channel, write(replies), requests.read1, write(printing), hang_up)  # type: ignore[attr-defined]
    yield ends
    ends.close()


@pytest.fixture(params=[over_socket, over_pipes], ids=["socket", "pipes"])
def ends(request: pytest.FixtureRequest) -> Iterator[Ends]:
    yield from request.param()


def soon(seconds: float = 5.0) -> float:
    return time.monotonic() + seconds


REPLY = wire.frame(wire.Returned(1, "x"))


def test_a_frame_is_received(ends: Ends) -> None:
    ends.send(REPLY)

    assert ends.channel.receive(soon()) == REPLY[4:]


def test_a_frame_in_pieces_is_received_whole(ends: Ends) -> None:
    for byte in REPLY:
        ends.send(bytes([byte]))

    assert ends.channel.receive(soon()) == REPLY[4:]


def test_frames_in_one_piece_are_received_one_by_one(ends: Ends) -> None:
    ends.send(struct.pack("<I", 1) + b"a" + struct.pack("<I", 0) + struct.pack("<I", 2) + b"bc")

    assert [ends.channel.receive(soon()) for _ in range(3)] == [b"a", b"", b"bc"]


def test_a_request_is_sent(ends: Ends) -> None:
    request = wire.Call(1, "run", [], {}, False)
    ends.channel.send(request)

    assert ends.read(1000) == wire.frame(request)


def test_requests_are_sent_one_after_the_other(ends: Ends) -> None:
    requests = [wire.Call(number, "run", [], {}, True) for number in range(3)]
    ends.channel.send(*requests)

    assert ends.read(1000) == b"".join(map(wire.frame, requests))


def test_a_request_too_large_is_not_sent(ends: Ends) -> None:
    with pytest.raises(wire.WireError):
        ends.channel.send(wire.Returned(1, b"x" * wire.MAX_FRAME))


def test_silence_is_late(ends: Ends) -> None:
    started = time.monotonic()

    with pytest.raises(Late):
        ends.channel.receive(started + 0.1)

    assert 0.1 <= time.monotonic() - started < 2


def test_half_a_frame_is_late(ends: Ends) -> None:
    ends.send(REPLY[:-1])

    with pytest.raises(Late):
        ends.channel.receive(soon(0.1))


def test_a_deadline_in_the_past_is_late(ends: Ends) -> None:
    with pytest.raises(Late):
        ends.channel.receive(time.monotonic() - 1)


def test_printing_does_not_put_a_deadline_off(ends: Ends) -> None:
    ends.print(b"still here\n")

    with pytest.raises(Late):
        ends.channel.receive(soon(0.1))


@pytest.mark.parametrize("sent", [b"", REPLY[:2], REPLY[:-1]], ids=["nothing", "half a header", "half a body"])
def test_a_child_that_hung_up_is_gone(ends: Ends, sent: bytes) -> None:
    ends.send(sent)
    ends.hang_up()

    with pytest.raises(Gone):
        ends.channel.receive(soon())


def test_the_last_frame_of_a_child_that_hung_up_is_received(ends: Ends) -> None:
    ends.send(REPLY)
    ends.hang_up()

    assert ends.channel.receive(soon()) == REPLY[4:]


def test_a_header_that_announces_too_much_is_an_error(ends: Ends) -> None:
    ends.send(b"\xff\xff\xff\xff")

    with pytest.raises(wire.WireError, match="a frame of 4,294,967,295 bytes"):
        ends.channel.receive(soon())


def test_bytes_that_nobody_asked_for_are_pending(ends: Ends) -> None:
    ends.send(REPLY + REPLY)
    ends.channel.receive(soon())
    deadline = soon()
    while not ends.channel.pending() and time.monotonic() < deadline:
        time.sleep(0.001)

    assert ends.channel.pending()


def test_nothing_is_pending_between_question_and_answer(ends: Ends) -> None:
    ends.send(REPLY)
    ends.channel.receive(soon())

    assert not ends.channel.pending()


def test_what_was_printed_is_kept(ends: Ends) -> None:
    ends.print(b"one\n")
    ends.print(b"two\n")
    ends.close()

    assert ends.channel.output.text() == "one\ntwo\n"


def test_a_flood_ends_the_wait(ends: Ends) -> None:
    ends.print(b"x" * (16 * LIMIT + 1))

    with pytest.raises(Flood):
        ends.channel.receive(soon())


def test_a_child_that_reads_nothing_is_late() -> None:
    for ends in over_socket():
        ends.channel.send(wire.Load("m", b"x" * 1_000_000, b"", None))

        with pytest.raises(Late):
            ends.channel.receive(soon(0.1))


def test_what_does_not_fit_is_sent_while_an_answer_is_waited_for() -> None:
    request = wire.Load("m", b"x" * 1_000_000, b"", None)
    for ends in over_socket():
        ends.channel.send(request)

        def read_all(ends: Ends = ends) -> None:
            left = len(wire.frame(request))
            while left:
                left -= len(ends.read(left))
            ends.send(REPLY)

        reader = threading.Thread(target=read_all)
        reader.start()
        assert ends.channel.receive(soon()) == REPLY[4:]
        reader.join()


def test_a_child_that_is_gone_is_noticed_when_its_answer_is_waited_for() -> None:
    for ends in over_socket():
        ends.hang_up()
        ends.channel.send(wire.Returned(1, "x"))

        with pytest.raises(Gone):
            ends.channel.receive(soon())


# --- what is printed ---


def filled(*parts: bytes, limit: int = 10) -> Output:
    output = Output(limit)
    for part in parts:
        output.add(part)
    return output


def test_output_up_to_the_limit_is_kept_whole() -> None:
    assert filled(b"01234", b"56789").text() == "0123456789"


def test_output_beyond_the_limit_is_counted() -> None:
    assert filled(b"01234567", b"89abc", b"x" * 1000).text() == "0123456789\n[1,003 bytes more]"


@pytest.mark.parametrize(("size", "flooded"), [(160, False), (161, True)])
def test_output_of_sixteen_times_the_limit_is_a_flood(size: int, flooded: bool) -> None:
    assert filled(b"x" * size).flooded is flooded


def test_output_that_is_no_utf_8_is_replaced() -> None:
    assert filled(b"a\xff", "é".encode()).text() == "a\ufffdé"


@settings(deadline=None, database=None)
@given(parts=st.lists(st.binary(max_size=9)), limit=st.integers(0, 20))
def test_output_keeps_the_first_bytes_and_counts_all(parts: list[bytes], limit: int) -> None:
    output = filled(*parts, limit=limit)
    whole = b"".join(parts)

    assert (bytes(output.kept), output.size) == (whole[:limit], len(whole))


# --- frames ---


@settings(deadline=None, database=None)
@given(bodies=st.lists(st.binary(max_size=6), max_size=4), rest=st.binary(max_size=3))
def test_frames_are_taken_from_a_buffer_in_order(bodies: list[bytes], rest: bytes) -> None:
    buffer = bytearray(b"".join(struct.pack("<I", len(body)) + body for body in bodies) + rest)

    taken = [_take_frame(buffer) for _ in range(len(bodies) + 1)]

    assert (taken, bytes(buffer)) == ([*bodies, None], rest)
