"""What crosses between judge and jail: plain data, in frames of MessagePack.

Both processes import this module, so it knows neither pytest nor the suite. A value is *lowered* to
what MessagePack has (None, bool, int of 64 bits, float, str, bytes, list) before it is sent; what
MessagePack lacks goes as a map with one key, its tag. Types are exact: an instance of a subclass
arrives as an `Opaque`, which equals nothing.
"""

import struct
from collections.abc import Callable, Iterable
from typing import Annotated, Any, ClassVar

import msgspec

from grader.jail.frames import Call as Call
from grader.jail.frames import Frame as Frame
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
from grader.jail.frames import Unready as Unready
from grader.jail.frames import WireError as WireError
from grader.jail.scan import check_values

MAX_FRAME = 1 << 20  # bytes: an attempt with its scenarios crosses in one
MAX_ANSWER = 1 << 18  # bytes of what the jail says, some sixty times the largest honest answer that is known
MAX_DEPTH = 64
MAX_TEXT = 2_000  # characters of an exception's message
MAX_LINES = 20  # traceback lines of one exception
MAX_CHAIN = 4  # causes of causes
# Chosen integers beyond 64 bits, and tuples of them, collide in a set or dict at will: 20,000 of
# them cost the receiver two seconds, so a frame may hold few.
MAX_COLLIDING = 2_000
# Of one answer: five times the largest honest one that is known. A value takes up to half a kilobyte of the judge,
# which holds several answers at once.
MAX_VALUES = 20_000
MAX_PARTS = 4 * MAX_VALUES  # what MessagePack counts: a tuple is a map, its tag, a list, and what is in it
SAFE_FRAME = 1 << 14  # bytes: a smaller frame can't hold enough keys to matter
MAX_INT_DIGITS = 20_000  # hexadecimal

_LENGTH = struct.Struct("<I")
_LEAST, _MOST = -(1 << 63), (1 << 63) - 1  # the integers that MessagePack has
_AS_IT_IS = frozenset({type(None), bool, float, bytes})
_SAME = frozenset({type(None), float, bytes, int, str})
_COLLISION_SAFE = frozenset({type(None), bool, float, str, bytes, int})


class Opaque:
    """Stands for an object that is not plain data; equals nothing, itself included."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return False  # it can't be said to differ, either: no assertion holds for it

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<an object of class {self.kind}>"


class Truth:
    """A `bool` that came over the wire: equal to that `bool`, and never to 1 or 0."""

    def __init__(self, value: bool) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, bool | Truth) and bool(other) == self.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __bool__(self) -> bool:
        return self.value

    def __repr__(self) -> str:
        return repr(self.value)


class Record(dict[Any, Any]):
    """A mapping whose string keys are attributes, too."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Line(msgspec.Struct, frozen=True):
    """One line of the attempt that an exception passed through."""

    number: int
    function: str
    source: str


class Error:
    """An exception of the jail, described: its class was never in the judge."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.type: str = fields["type"]
        self.message: str = fields["message"]
        self.args: list[Any] = fields["args"]
        self.mro: list[str] = fields["mro"]
        self.lines: list[Line] = fields["lines"]
        self.cause: Error | None = fields["cause"]
        self.context: Error | None = fields["context"]

    def __repr__(self) -> str:
        return f"{self.type}({self.message!r})" if self.message else f"{self.type}()"


# --- frames ---------------------------------------------------------------------------------------

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


def read_reply(body: bytes) -> Reply:
    """The jail's message in `body`; WireError if it is none."""
    if len(body) > SAFE_FRAME:
        check_values(body, MAX_PARTS)
    try:
        reply: Reply = _read_reply(body)
        return reply
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise WireError(f"an answer that can't be read ({type(error).__name__})") from error


# --- values ---------------------------------------------------------------------------------------


def _flat(mapping: dict[Any, Any]) -> Iterable[Any]:
    return (part for pair in mapping.items() for part in pair)


# What MessagePack lacks: the tag, and the parts that go under it.
_TAGGED: dict[type, tuple[str, Callable[[Any], Iterable[Any]]]] = {
    tuple: ("tuple", iter),
    dict: ("dict", _flat),
    Record: ("dict", _flat),
    set: ("set", iter),
    frozenset: ("frozenset", iter),
    complex: ("complex", lambda number: (number.real, number.imag)),
}


def lower(value: Any, depth: int = 0) -> Any:
    """`value` in the terms of MessagePack; what is not plain data is described, never sent."""
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is Truth:
        return value.value
    if kind is int:
        return value if _LEAST <= value <= _MOST else _lower_large(value)
    if kind is str:
        return value if value.isascii() else _lower_text(value)
    if depth >= MAX_DEPTH:
        return {"opaque": f"{kind.__name__}, nested more than {MAX_DEPTH} deep"}
    if kind is list:
        return _lower_items(value, depth + 1)
    if kind in _TAGGED:
        tag, parts = _TAGGED[kind]
        return {tag: _lower_items(parts(value), depth + 1)}
    if issubclass(kind, BaseException):
        return lower_error(value, depth=depth)
    return {"opaque": _name(kind)}


def _lower_items(items: Iterable[Any], depth: int) -> list[Any]:
    # Most are small integers, and a call for each of them would be most of the time that it takes.
    return [item if type(item) is int and _LEAST <= item <= _MOST else lower(item, depth) for item in items]


def _lower_large(value: int) -> Any:
    bits = value.bit_length()
    return {"int": hex(value)} if bits <= 4 * (MAX_INT_DIGITS - 3) else {"opaque": f"int, of {bits:,} bits"}


def _lower_text(value: str) -> Any:
    try:
        value.encode()
    except UnicodeEncodeError:  # lone surrogates: MessagePack's text is strict UTF-8
        return {"text": value.encode("utf-8", "surrogatepass")}
    return value


def lower_error(error: BaseException, file: str | None = None, depth: int = 0, chain: int = 0) -> Any:
    """An exception as data: `file` is the attempt's file name, whose lines are kept."""
    kind = type(error)
    follow = chain < MAX_CHAIN
    cause, context = error.__cause__, error.__context__
    return {
        "error": {
            "type": _name(kind),
            "message": _text(error),
            "args": [lower(argument, depth + 1) for argument in _arguments(error)],
            "mro": [_name(base) for base in kind.__mro__ if base is not object][:20],
            "lines": own_lines(error, file),
            "cause": lower_error(cause, file, depth + 1, chain + 1) if cause is not None and follow else None,
            "context": lower_error(context, file, depth + 1, chain + 1) if context is not None and follow else None,
        }
    }


def own_lines(error: BaseException, file: str | None) -> list[list[Any]]:
    """`[number, function, source]` for each line of `file` that `error` passed through."""
    import linecache
    import traceback

    lines: list[list[Any]] = []
    if isinstance(error, SyntaxError) and file in (None, error.filename) and type(error.lineno) is int:
        text = str(error.text or linecache.getline(str(error.filename), error.lineno)).strip()
        lines.append([error.lineno, "", text[:200]])
    for entry, number in traceback.walk_tb(error.__traceback__):
        name = entry.f_code.co_filename
        if file is None or name == file:
            source = linecache.getline(name, number).strip()
            lines.append([number, entry.f_code.co_name[:100], source[:200]])
    return lines[-MAX_LINES:]


def _name(kind: type) -> str:
    module, name = str(kind.__module__), str(kind.__qualname__)[:200]
    return name if module == "builtins" else f"{module[:200]}.{name}"


def _text(error: BaseException) -> str:
    try:
        text = str(error)
    except BaseException as broken:  # an exception's __str__ belongs to the attempt
        text = f"<its __str__ raised {type(broken).__name__}>"
    return text.encode("utf-8", "backslashreplace").decode()[:MAX_TEXT]


def _arguments(error: BaseException) -> tuple[Any, ...]:
    arguments = error.args
    return arguments[:20] if type(arguments) is tuple else ()


class _Lift:
    """Builds the values of one frame, with what is left of the frame's budget."""

    def __init__(self, exact: bool) -> None:
        self.colliding = MAX_COLLIDING
        self.values = MAX_VALUES
        self.exact = exact

    def value(self, tree: Any, depth: int = 0) -> Any:
        kind = type(tree)
        if kind in _SAME:
            return tree
        if kind is bool:
            return Truth(tree) if self.exact else tree
        if depth > 2 * MAX_DEPTH:
            raise WireError("data nested too deep")
        if kind is list:
            return self.items(tree, depth + 1)
        if kind is not dict or len(tree) != 1:
            raise WireError("something that is not plain data")
        ((tag, body),) = tree.items()
        build = self.builders.get(tag)
        if build is None:
            raise WireError(f"an unknown kind of data, {str(tag)[:40]!r}")
        return build(self, body, depth + 1)

    def items(self, body: Any, depth: int) -> list[Any]:
        if type(body) is not list:
            raise WireError("a collection without items")
        self.values -= len(body)
        if self.values < 0:
            raise WireError(f"more than {MAX_VALUES:,} values")
        return [item if type(item) in _SAME else self.value(item, depth) for item in body]

    def keys(self, keys: list[Any]) -> list[Any]:
        self.colliding -= sum(1 for key in keys if type(key) not in _COLLISION_SAFE or _wide(key))
        if self.colliding < 0:
            raise WireError("too many keys that are tuples or huge integers")
        try:
            hash(tuple(keys))
        except TypeError as error:
            raise WireError("a key that can't be a key") from error
        return keys

    def build_integer(self, body: Any, depth: int) -> int:
        if type(body) is not str or len(body) > MAX_INT_DIGITS:
            raise WireError("an integer that is too large")
        try:
            return int(body, 16)
        except ValueError as error:
            raise WireError("an integer that is none") from error

    def build_text(self, body: Any, depth: int) -> str:
        if type(body) is not bytes:
            raise WireError("text that is none")
        return body.decode("utf-8", "surrogatepass")

    def build_tuple(self, body: Any, depth: int) -> tuple[Any, ...]:
        return tuple(self.items(body, depth))

    def build_set(self, body: Any, depth: int) -> set[Any]:
        return set(self.keys(self.items(body, depth)))

    def build_frozenset(self, body: Any, depth: int) -> frozenset[Any]:
        return frozenset(self.keys(self.items(body, depth)))

    def build_dict(self, body: Any, depth: int) -> Record:
        parts = self.items(body, depth)
        if len(parts) % 2:
            raise WireError("a mapping with a key and no value")
        return Record(zip(self.keys(parts[::2]), parts[1::2], strict=True))

    def build_complex(self, body: Any, depth: int) -> complex:
        if type(body) is not list or [type(part) for part in body] != [float, float]:
            raise WireError("a complex number that is none")
        return complex(*body)

    def build_opaque(self, body: Any, depth: int) -> Opaque:
        if type(body) is not str:
            raise WireError("an object without a name")
        return Opaque(body[:200])

    def build_error(self, body: Any, depth: int) -> Error:
        try:
            raw = msgspec.convert(body, _RawError)
        except msgspec.ValidationError as error:
            raise WireError("an exception that is none") from error
        return Error(
            {
                "type": raw.type[:400],
                "message": raw.message[:MAX_TEXT],
                "args": self.items(raw.args[:20], depth),
                "mro": [name[:400] for name in raw.mro[:20]],
                "lines": [Line(number, name[:100], text[:200]) for number, name, text in raw.lines[:MAX_LINES]],
                "cause": self.value(raw.cause, depth),
                "context": self.value(raw.context, depth),
            }
        )

    builders: ClassVar[dict[str, Callable[["_Lift", Any, int], Any]]] = {
        "int": build_integer,
        "text": build_text,
        "tuple": build_tuple,
        "set": build_set,
        "frozenset": build_frozenset,
        "dict": build_dict,
        "complex": build_complex,
        "opaque": build_opaque,
        "error": build_error,
    }


class _RawError(msgspec.Struct, forbid_unknown_fields=True):
    type: str
    message: str
    args: list[Any]
    mro: list[str]
    lines: list[tuple[Annotated[int, msgspec.Meta(ge=0, le=MAX_FRAME)], str, str]]
    cause: Any
    context: Any


def _wide(key: Any) -> bool:
    return type(key) is int and not _LEAST <= key <= _MOST


def lift(tree: Any, exact: bool = False) -> Any:
    """The value that was lowered to `tree`; WireError if it is none, or dear to build.

    `exact` has every bool arrive as a `Truth`, for Python takes True for 1 wherever it compares.
    """
    try:
        return _Lift(exact).value(tree)
    except (RecursionError, UnicodeDecodeError) as error:
        raise WireError("data that can't be built") from error
