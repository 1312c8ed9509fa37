"""What crosses between judge and jail: plain data, in frames of MessagePack.

Both processes import this module, so it knows neither pytest nor the suite. A value is *lowered* to
what MessagePack has (None, bool, int of 64 bits, float, str, bytes, list) before it is sent; what
MessagePack lacks goes as a map with one key, its tag. Types are exact: an instance of a subclass
arrives as an `Opaque`, which equals nothing.
"""

import struct
from typing import Any

import msgspec

from grader.jail.frames import Call as Call
from grader.jail.frames import Frame as Frame
from grader.jail.frames import Inspect as Inspect
from grader.jail.frames import Inspected as Inspected
from grader.jail.frames import Load as Load
from grader.jail.frames import Look as Look
from grader.jail.frames import Probe as Probe
from grader.jail.frames import Probed as Probed
from grader.jail.frames import Raised as Raised
from grader.jail.frames import Ready as Ready
from grader.jail.frames import Reply as Reply
from grader.jail.frames import Request as Request
from grader.jail.frames import Returned as Returned
from grader.jail.frames import Seen as Seen
from grader.jail.frames import Uninspected as Uninspected
from grader.jail.frames import Unready as Unready
from grader.jail.frames import WireError as WireError
from grader.jail.lift import lift as lift
from grader.jail.limits import MAX_ANSWER as MAX_ANSWER
from grader.jail.limits import MAX_CHAIN as MAX_CHAIN
from grader.jail.limits import MAX_COLLIDING as MAX_COLLIDING
from grader.jail.limits import MAX_DEPTH as MAX_DEPTH
from grader.jail.limits import MAX_FRAME as MAX_FRAME
from grader.jail.limits import MAX_INT_DIGITS as MAX_INT_DIGITS
from grader.jail.limits import MAX_LINES as MAX_LINES
from grader.jail.limits import MAX_PARTS as MAX_PARTS
from grader.jail.limits import MAX_TEXT as MAX_TEXT
from grader.jail.limits import MAX_VALUES as MAX_VALUES
from grader.jail.limits import SAFE_FRAME as SAFE_FRAME
from grader.jail.lower import Unfit as Unfit
from grader.jail.lower import lower as lower
from grader.jail.lower import lower_error as lower_error
from grader.jail.lower import lower_exactly as lower_exactly
from grader.jail.scan import check_values
from grader.jail.values import Beyond as Beyond
from grader.jail.values import Error as Error
from grader.jail.values import Line as Line
from grader.jail.values import Member as Member
from grader.jail.values import Named as Named
from grader.jail.values import Opaque as Opaque
from grader.jail.values import Record as Record

_LENGTH = struct.Struct("<I")

_encoder = msgspec.msgpack.Encoder()


def frame(message: Frame) -> bytes:
    """The bytes of `message`, length first; WireError if it can't be sent."""
    try:
        body = _encoder.encode(message)
    except (ValueError, OverflowError, RecursionError) as error:
        raise WireError(str(error)) from error
    most = MAX_ANSWER if isinstance(message, Reply) else MAX_FRAME
    if len(body) > most:
        raise WireError(f"{len(body):,} bytes are more than the {most:,} that may cross at once")
    return _LENGTH.pack(len(body)) + body


def frame_size(header: bytes | bytearray, most: int = MAX_ANSWER) -> int:
    """The length in bytes of the body behind `header`, its first four bytes; WireError if it is more than `most`."""
    (size,) = _LENGTH.unpack_from(header)
    if size > most:
        raise WireError(f"a frame of {size:,} bytes")
    return int(size)


def check_fits(tree: Any) -> None:
    """WireError if a lowered value is more than an answer may hold, in bytes or in values."""
    if len(frame(Returned(0, tree))) <= MAX_VALUES:  # each takes a byte
        return
    values, waiting = 0, [tree]
    while waiting:
        part = waiting.pop()
        if type(part) is list:
            values += len(part)
            waiting += part
        elif type(part) is dict:
            waiting += part.values()
        if values > MAX_VALUES:
            raise WireError(f"more than {MAX_VALUES:,} values")


HEADER = _LENGTH.size
_read_request = msgspec.msgpack.Decoder(Request).decode
_read_reply = msgspec.msgpack.Decoder(Reply).decode


def read_request(body: bytes) -> Request:
    """The judge's message in `body`: trusted, so it is one."""
    request: Request = _read_request(body)
    return request


def answered(body: bytes, number: int) -> bytes:
    """What the call of that number has returned, as it crossed; empty where `body` says anything else. Equal bytes are
    equal answers.
    """
    head = _encoder.encode(("Returned", number))
    head = b"\x93" + head[1:]  # an array of three, of which these are the first two
    return body[len(head) :] if body.startswith(head) else b""


def read_reply(body: bytes) -> Reply:
    """The jail's message in `body`; WireError if it is none."""
    if len(body) > SAFE_FRAME:
        check_values(body, MAX_PARTS)
    try:
        reply: Reply = _read_reply(body)
        return reply
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise WireError(f"an answer that can't be read ({type(error).__name__})") from error
