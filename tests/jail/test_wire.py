"""What crosses between judge and jail: round trips of plain data, and whatever else may come over the wire."""

import collections
import dataclasses
import datetime
import enum
import math
import struct
import time
import tracemalloc
from collections import Counter, OrderedDict, deque
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.jail import lift, wire
from grader.jail.wire import Call, Load, Raised, Ready, Record, Returned, Unready, WireError

QUICK = settings(deadline=None, database=None, max_examples=100)
FEW = settings(deadline=None, database=None, max_examples=40)

TEXT = st.text(st.characters() | st.characters(categories=["Cs"]), max_size=12)
INTEGERS = (
    st.integers() | st.integers(-(1 << 80), 1 << 80) | st.sampled_from([2**63 - 1, 2**63, -(2**63), -(2**63) - 1])
)
SCALARS = (
    st.none()
    | st.booleans()
    | INTEGERS
    | st.floats()
    | TEXT
    | st.binary(max_size=12)
    | st.complex_numbers(allow_nan=True, allow_infinity=True)
)
KEYS = st.recursive(SCALARS, lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3), max_leaves=4)
VALUES = st.recursive(
    SCALARS | st.sets(KEYS, max_size=4) | st.frozensets(KEYS, max_size=4),
    lambda inner: (
        st.lists(inner, max_size=4) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=12,
)


def crossed(value: Any) -> Any:
    """`value` after its way through the bytes of a frame."""
    data = wire.frame(Returned(1, wire.lower(value)))
    reply = wire.read_reply(data[wire.HEADER :])
    assert isinstance(reply, Returned)
    return wire.lift(reply.value)


def crossed_error(error: BaseException, file: str | None = "nowhere.py") -> wire.Error:
    data = wire.frame(Raised(1, wire.lower_error(error, file), (0, 0)))
    reply = wire.read_reply(data[wire.HEADER :])
    assert isinstance(reply, Raised)
    lifted = wire.lift(reply.error)
    assert isinstance(lifted, wire.Error)
    return lifted


def exact(value: Any) -> Any:
    """`value` with its types and bits written out, so that `==` compares those, too."""
    kind = type(value)
    if kind is float:
        return "float", "nan" if math.isnan(value) else struct.pack("<d", value)
    if kind is complex:
        return "complex", exact(value.real), exact(value.imag)
    if kind in (list, tuple):
        return kind.__name__, [exact(item) for item in value]
    if kind in (set, frozenset):
        return kind.__name__, sorted((exact(item) for item in value), key=repr)
    if kind in (dict, Record):
        return "dict", [(exact(key), exact(item)) for key, item in value.items()]
    return kind.__name__, value


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


# --- values ---


@QUICK
@given(value=VALUES)
def test_plain_data_arrives_with_its_exact_types(value: Any) -> None:
    assert exact(crossed(value)) == exact(value)


@pytest.mark.parametrize(
    "value",
    [True, 1, 1.0, -0.0, math.inf, 2**63, -(2**64), 1j, "", b"", "\ud800", "a\udfffé", (), [], {}, set(), frozenset()],
    ids=repr,
)
def test_an_edge_of_plain_data_arrives_as_it_is(value: Any) -> None:
    assert exact(crossed(value)) == exact(value)


def test_nan_arrives_as_nan() -> None:
    assert math.isnan(crossed(math.nan))


def test_the_order_of_a_mapping_is_kept() -> None:
    assert list(crossed({"b": 1, "a": 2, 3: 4})) == ["b", "a", 3]


def test_a_mapping_arrives_with_its_text_keys_as_attributes() -> None:
    assert crossed({"calls": 3}).calls == 3


def test_a_key_that_is_missing_is_a_missing_attribute() -> None:
    with pytest.raises(AttributeError, match="waits"):
        _ = crossed({"calls": 3}).waits


class Number(int):
    pass


class Text(str):
    pass


class Items(list):
    pass


class Flatterer:
    def __eq__(self, other: object) -> bool:
        return True


@pytest.mark.parametrize("value", [Number(3), Text("a"), Items(), Flatterer(), object, len, range(3), iter([]), ...])
def test_what_is_not_plain_data_arrives_as_something_that_equals_nothing(value: Any) -> None:
    arrived = crossed(value)

    assert type(arrived) is wire.Opaque
    assert [arrived == value, arrived == arrived] == [False, False]


def test_an_opaque_object_inside_plain_data_leaves_the_rest_as_it_is() -> None:
    arrived = crossed([1, Number(2), 3])

    assert (arrived[0], repr(arrived[1]), arrived[2]) == (1, f"<an object of class {__name__}.Number>", 3)


def test_an_opaque_object_cannot_be_a_key() -> None:
    assert repr(crossed({Number(1): 1})) == "<a dict with a key that is no plain data>"
    assert repr(crossed([{Number(1)}])) == "[<a set with a key that is no plain data>]"


def test_the_deepest_nesting_arrives() -> None:
    assert crossed(nested(wire.MAX_DEPTH)) == nested(wire.MAX_DEPTH)


def test_what_lies_deeper_is_described() -> None:
    arrived = crossed(nested(wire.MAX_DEPTH + 1))
    for _ in range(wire.MAX_DEPTH):
        arrived = arrived[0]

    assert repr(arrived) == "<a list, nested more than 64 deep>"


def test_a_value_that_holds_itself_is_described_at_some_depth() -> None:
    value: list[Any] = []
    value.append(value)

    assert "nested more than 64 deep" in repr(crossed(value))


# --- exceptions ---


def caught(work: Any) -> BaseException:
    try:
        work()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def test_an_exception_arrives_described() -> None:
    error = crossed(KeyError("name", 3))

    assert (error.type, error.message, error.args) == ("KeyError", "('name', 3)", ["name", 3])
    assert error.mro == ["KeyError", "LookupError", "Exception", "BaseException"]
    assert repr(error) == "KeyError('name', 3)"
    assert (error == KeyError("name", 3), error == KeyError("name"), error == LookupError("name", 3)) == (
        True,
        False,
        False,
    )


@pytest.mark.parametrize("error", [ValueError("x", 3), KeyError(), BaseException(None), OSError(2, "gone")])
def test_an_exception_of_a_built_in_class_crosses_from_the_judge_as_what_it_is(error: BaseException) -> None:
    arrived = wire.lift(wire.lower_exactly([error]))[0]

    assert (type(arrived), arrived.args) == (type(error), error.args)


@pytest.mark.parametrize("body", [["len", []], ["object", []], ["KeyError", 3], ["UnicodeDecodeError", []], [3, []], 3])
def test_an_exception_that_cannot_be_made_is_refused(body: Any) -> None:
    with pytest.raises(WireError):
        wire.lift({"exception": body})


def test_a_class_that_only_has_the_name_of_a_built_in_one_is_another() -> None:
    error = crossed(type("ValueError", (Exception,), {"__module__": "builtins"})("x"))

    assert error.type == "another ValueError"
    assert error != ValueError("x")


def test_an_exception_without_a_message_is_shown_without() -> None:
    assert repr(crossed(ValueError())) == "ValueError()"


def test_a_class_that_is_not_built_in_comes_with_its_module() -> None:
    class RetryError(Exception):
        pass

    name = f"{__name__}.{RetryError.__qualname__}"
    assert crossed(RetryError()).type == name
    assert crossed(RetryError()).mro == [name, "Exception", "BaseException"]


def test_an_exception_arrives_with_its_cause_and_context() -> None:
    def work() -> None:
        try:
            raise KeyError("inner")
        except KeyError as inner:
            raise ValueError("outer") from inner

    error = crossed(caught(work))

    assert error.cause is not None
    assert error.context is not None
    assert (error.type, error.cause.type, error.context.type) == ("ValueError", "KeyError", "KeyError")
    assert error.cause.cause is None


def test_a_chain_of_causes_is_cut() -> None:
    error = ValueError("0")
    for number in range(1, 10):
        following = ValueError(str(number))
        following.__cause__ = error
        error = following

    link: wire.Error | None = crossed(error)
    messages = []
    while link is not None:
        messages.append(link.message)
        link = link.cause

    assert messages == ["9", "8", "7", "6", "5"]


def test_an_exception_that_causes_itself_arrives() -> None:
    error = ValueError("round")
    error.__context__ = error

    assert crossed(error).message == "round"


def test_an_exception_among_plain_data_arrives_described() -> None:
    arrived = crossed({"result": [ValueError("no")]})

    assert arrived.result[0].message == "no"


def test_a_message_is_cut_to_its_limit() -> None:
    assert len(crossed_error(ValueError("x" * 10_000)).message) == wire.MAX_TEXT


def test_surrogates_in_a_message_are_written_out() -> None:
    error = crossed_error(ValueError("\ud800"))

    assert (error.message, error.args) == ("\\ud800", ["\ud800"])


def test_a_message_that_cannot_be_made_says_so() -> None:
    class Broken(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert crossed(Broken()).message == "<its __str__ raised RuntimeError>"


def test_only_lines_of_the_attempt_are_kept() -> None:
    def work() -> None:
        exec(compile("def f():\n    g()\n\nf()\n", "attempt.py", "exec"), {"g": lambda: 1 // 0})

    error = crossed_error(caught(work), "attempt.py")

    assert [(line.number, line.function) for line in error.lines] == [(4, "<module>"), (2, "f")]


def test_of_a_long_way_the_last_lines_are_kept() -> None:
    def work() -> None:
        calls = "".join(f"def f{n}():\n    f{n - 1}()\n" for n in range(1, 50))
        exec(compile(f"def f0():\n    1 // 0\n{calls}f49()\n", "attempt.py", "exec"), {})

    lines = crossed_error(caught(work), "attempt.py").lines

    assert [line.number for line in lines] == [2 * n for n in range(wire.MAX_LINES, 0, -1)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(n):\n    return f(n - 1) if n else 1 // 0\nf(50)\n", [(3, 1), (2, 51)]),
        ("def f(n):\n    g(n)\ndef g(n):\n    if n: f(n - 1)\n    1 // 0\nf(3)\n", [(6, 1), (4, 3), (2, 4), (5, 1)]),
        ("def f(n):\n    if n: f(n - 1)\n    else: g()\ndef g(): h()\nf(3)\n", [(5, 1), (2, 3), (3, 1), (4, 1)]),
    ],
)
def test_a_line_that_is_passed_often_comes_once_where_it_was_passed_last(source: str, expected: list[Any]) -> None:
    def work() -> None:
        exec(compile(source, "attempt.py", "exec"), {})

    lines = crossed_error(caught(work), "attempt.py").lines

    assert [(line.number, line.times) for line in lines] == expected


def test_a_syntax_error_shows_the_line_that_it_names() -> None:
    error = crossed_error(caught(lambda: compile("x = 1\ny = = 2\n", "attempt.py", "exec")), "attempt.py")

    assert error.lines == [wire.Line(2, "", "y = = 2", column=5)]


@pytest.mark.parametrize(
    ("line", "under"),
    [("    x = = 2", "= 2"), ("\tx = 'ä' = = 2", "'ä' = = 2"), ("    print('ü'))", ")"), ("    x = 1 2", "2")],
)
def test_the_column_of_a_syntax_error_is_where_the_line_as_it_is_shown_goes_wrong(line: str, under: str) -> None:
    error = crossed_error(caught(lambda: compile(f"if 1:\n{line}\n", "attempt.py", "exec")), "attempt.py")

    assert error.lines[-1].source[error.lines[-1].column - 1 :] == under


# --- frames ---

TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 63), (1 << 64) - 1)
    | st.floats()
    | st.text(max_size=8)
    | st.binary(max_size=8)
    | st.builds(msgspec.msgpack.Ext, st.integers(-100, 100), st.binary(max_size=12)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(sorted(lift._Lift.builders)), inner, min_size=1, max_size=1)
        | st.dictionaries(st.text(max_size=4) | st.integers(0, 9), inner, max_size=3)
    ),
    max_leaves=20,
)
REPLIES = [Ready(["a"]), Unready({"opaque": "x"}), Returned(5, [1, {"set": [2]}]), Raised(1, None, (2, 3))]


@pytest.mark.parametrize("message", REPLIES, ids=lambda message: type(message).__name__)
def test_a_reply_is_read_as_it_was_sent(message: wire.Frame) -> None:
    data = wire.frame(message)

    assert wire.frame_size(data) == len(data) - wire.HEADER
    assert wire.read_reply(data[wire.HEADER :]) == message


@pytest.mark.parametrize("message", [Load("m", b"x = 1", b"", None), Call(7, "run", [1], {"a": {"set": []}}, True)])
def test_a_request_is_read_as_it_was_sent(message: wire.Frame) -> None:
    assert wire.read_request(wire.frame(message)[wire.HEADER :]) == message


def test_a_request_is_no_reply() -> None:
    with pytest.raises(WireError):
        wire.read_reply(wire.frame(Call(7, "run", [], {}, True))[wire.HEADER :])


def test_a_frame_of_the_greatest_size_can_be_sent() -> None:
    answer = wire.frame(Returned(1, b"x" * (wire.MAX_ANSWER - 20)))
    request = wire.frame(Load("m", b"x" * (wire.MAX_FRAME - 20), b"", None))

    assert wire.frame_size(answer) <= wire.MAX_ANSWER
    assert wire.frame_size(request, wire.MAX_FRAME) <= wire.MAX_FRAME


def test_a_larger_frame_cannot_be_sent() -> None:
    with pytest.raises(WireError, match="more than the 262,144 that may cross at once"):
        wire.frame(Returned(1, b"x" * wire.MAX_ANSWER))
    with pytest.raises(WireError, match="more than the 1,048,576 that may cross at once"):
        wire.frame(Load("m", b"x" * wire.MAX_FRAME, b"", None))


@pytest.mark.parametrize("value", ["\ud800", 1 << 64, -(1 << 63) - 1], ids=repr)
def test_what_was_not_lowered_cannot_be_sent(value: Any) -> None:
    with pytest.raises(WireError):
        wire.frame(Returned(1, value))


@pytest.mark.parametrize("size", [wire.MAX_ANSWER + 1, 0xFFFF_FFFF])
def test_a_header_that_announces_too_much_is_refused(size: int) -> None:
    with pytest.raises(WireError, match=f"a frame of {size:,} bytes"):
        wire.frame_size(struct.pack("<I", size))


@given(header=st.binary(min_size=4, max_size=4))
@FEW
def test_any_header_is_a_size_or_an_error(header: bytes) -> None:
    try:
        size = wire.frame_size(header)
    except WireError:
        size = None

    announced = int.from_bytes(header, "little")
    assert size == (announced if announced <= wire.MAX_ANSWER else None)


def outcome(body: bytes) -> Any:
    """What a body is lifted to, and a WireError where it is refused; anything else is a failure."""
    try:
        reply = wire.read_reply(body)
        tree = getattr(reply, "value", getattr(reply, "error", None))
        return wire.lift(tree)
    except WireError as error:
        return error


def is_plain(value: Any) -> bool:
    if isinstance(value, list | tuple | set | frozenset):
        return all(is_plain(item) for item in value)
    if isinstance(value, deque | wire.Named):
        return all(is_plain(item) for item in value)
    if isinstance(value, wire.Member):
        return is_plain(value.value)
    if type(value) in (Record, Counter, OrderedDict):
        return all(is_plain(part) for pair in value.items() for part in pair)
    scalars = (type(None), bool, int, float, str, bytes, complex, Decimal, Fraction)
    moments = (datetime.date, datetime.time, datetime.datetime, datetime.timedelta)
    return type(value) in (*scalars, *moments, wire.Opaque, wire.Beyond, wire.Error, WireError)


@QUICK
@given(body=st.binary(max_size=200))
def test_random_bytes_are_refused_or_plain(body: bytes) -> None:
    assert is_plain(outcome(body))


@QUICK
@given(tail=st.binary(max_size=200))
def test_random_bytes_in_the_place_of_a_value_are_refused_or_plain(tail: bytes) -> None:
    assert is_plain(outcome(b"\x93\xa8Returned\x01" + tail))


@QUICK
@given(value=VALUES, data=st.data())
def test_a_frame_with_a_changed_byte_is_refused_or_plain(value: Any, data: st.DataObject) -> None:
    body = bytearray(wire.frame(Returned(1, wire.lower(value)))[wire.HEADER :])
    place = data.draw(st.integers(0, len(body) - 1))
    body[place] = data.draw(st.integers(0, 255))

    assert is_plain(outcome(bytes(body)))


@FEW
@given(value=VALUES, data=st.data())
def test_a_truncated_frame_is_refused(value: Any, data: st.DataObject) -> None:
    body = wire.frame(Returned(1, wire.lower(value)))[wire.HEADER :]
    end = data.draw(st.integers(0, len(body) - 1))

    assert isinstance(outcome(body[:end]), WireError)


@QUICK
@given(tree=TREES)
def test_a_random_tree_is_refused_or_plain(tree: Any) -> None:
    assert is_plain(outcome(msgspec.msgpack.encode(["Returned", 1, tree])))


@QUICK
@given(
    fields=st.fixed_dictionaries(
        {},
        optional={
            "type": st.text(max_size=5) | st.integers(-9, 9),
            "message": st.text(max_size=5) | st.none(),
            "args": st.lists(TREES, max_size=2) | st.text(max_size=2),
            "mro": st.lists(st.text(max_size=5), max_size=2),
            "lines": st.lists(
                st.tuples(st.integers(-5, 5), st.text(max_size=3), st.text(max_size=3)) | TREES, max_size=2
            ),
            "times": st.lists(st.integers(-2, 2**64 - 1), max_size=3) | TREES,
            "column": st.integers(-2, 2**64 - 1) | TREES,
            "cause": TREES,
            "context": st.none() | TREES,
            "more": st.none(),
        },
    )
)
def test_a_random_exception_is_refused_or_an_exception(fields: dict[str, Any]) -> None:
    assert isinstance(outcome(msgspec.msgpack.encode(["Raised", 1, {"error": fields}])), wire.Error | WireError)


BASE = b"\x93\xa8Returned\x01"


@pytest.mark.parametrize(
    "tail",
    [
        b"\xdd\xff\xff\xff\xff",
        b"\xdf\xff\xff\xff\xff",
        b"\xdb\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        b"\xc9\xff\xff\xff\xff\x01",
        b"\x91" * 500_000,
        b"\x81\xa1a" * 300_000,
        b"\x81\x80\x01",
        b"\x81\x91\x80\x01",
        b"\x81\xd4\x05\x00\x01",
        b"\xa2\xff\xfe",
        b"\xc7\x0c\xff" + b"\xff" * 12,
        b"\x01\x01",
        b"",
    ],
    ids=lambda tail: tail[:12].hex(),
)
def test_a_hostile_body_is_refused_at_once(tail: bytes) -> None:
    started = time.perf_counter()

    refused = outcome(BASE + tail)

    assert isinstance(refused, WireError)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        ({}, "not plain data"),
        ({"tuple": [], "set": []}, "not plain data"),
        ({1: []}, "unknown kind of data, '1'"),
        ({"code": "x"}, "unknown kind of data, 'code'"),
        ({"x" * 1000: "x"}, f"unknown kind of data, '{'x' * 40}'$"),
        ({"tuple": 3}, "a collection without items"),
        ({"dict": [1]}, "a key and no value"),
        ({"dict": [[], 1]}, "a key that can't be a key"),
        ({"set": [{"set": []}]}, "a key that can't be a key"),
        ({"int": 3}, "too large"),
        ({"int": "f" * (wire.MAX_INT_DIGITS + 1)}, "too large"),
        ({"int": "ten"}, "an integer that is none"),
        ({"int": "\ud800"}, "an integer that is none"),
        ({"text": "a"}, "text that is none"),
        ({"text": b"\xff"}, "can't be built"),
        ({"complex": [1.0]}, "a complex number that is none"),
        ({"complex": [1, 2]}, "a complex number that is none"),
        ({"complex": None}, "a complex number that is none"),
        ({"error": 3}, "an exception that is none"),
        ({"error": {"type": "ValueError"}}, "an exception that is none"),
        (msgspec.msgpack.Ext(5, b""), "not plain data"),
        (nested(2 * wire.MAX_DEPTH + 2), "nested too deep"),
    ],
    ids=lambda part: repr(part).partition(" at 0x")[0][:40],
)
def test_a_tree_that_is_no_lowered_value_is_refused(tree: Any, words: str) -> None:
    with pytest.raises(WireError, match=words):
        wire.lift(tree)


@pytest.mark.parametrize(
    "keys",
    [
        [{"tuple": [number, 0]} for number in range(wire.MAX_COLLIDING + 1)],
        [{"int": hex(number << 70)} for number in range(1, wire.MAX_COLLIDING + 2)],
        [{"frozenset": [number]} for number in range(wire.MAX_COLLIDING + 1)],
    ],
    ids=["tuples", "huge integers", "frozensets"],
)
@pytest.mark.parametrize("kind", ["set", "frozenset", "dict"])
def test_more_keys_that_may_collide_than_the_budget_are_refused(kind: str, keys: list[Any]) -> None:
    body = [part for key in keys for part in (key, None)] if kind == "dict" else keys

    with pytest.raises(WireError, match="too many keys"):
        wire.lift({kind: body})


def test_the_budget_for_colliding_keys_is_the_frames() -> None:
    half = {"set": [{"tuple": [number, 0]} for number in range(wire.MAX_COLLIDING // 2 + 1)]}

    with pytest.raises(WireError, match="too many keys"):
        wire.lift([half, half])


@pytest.mark.parametrize("value", [list(range(wire.MAX_VALUES)), dict.fromkeys(range(wire.MAX_VALUES // 2))])
def test_as_many_values_as_may_be_cross(value: Any) -> None:
    wire.check_fits(wire.lower(value))

    assert crossed(value) == value


@pytest.mark.parametrize(
    "tree",
    [
        list(range(wire.MAX_VALUES + 1)),
        {"dict": list(range(wire.MAX_VALUES + 2))},
        [[[]] * 101] * 200,
        [{"dict": ["a", 1.5, "b", {"tuple": []}]}] * 5_000,
        [wire.lower(ValueError(*range(20)))] * 1_000,
    ],
    ids=["list", "dict", "lists", "dicts", "exceptions"],
)
def test_one_value_more_is_refused_on_both_sides(tree: Any) -> None:
    with pytest.raises(WireError, match="more than"):
        wire.check_fits(tree)
    with pytest.raises(WireError, match="more than"):
        wire.lift(tree)


@pytest.mark.parametrize(
    "value", [list(range(wire.MAX_VALUES + 1)), dict.fromkeys(range(wire.MAX_VALUES // 2 + 1)), [[[]] * 101] * 200]
)
def test_one_value_more_is_named_as_such(value: Any) -> None:
    assert "can be looked at" in repr(crossed(value))


@pytest.mark.parametrize("part", [b"\x90", b"\x80", b"\x81\xa3set\x90"], ids=["lists", "maps", "sets"])
def test_a_frame_of_more_parts_than_may_be_is_not_even_decoded(part: bytes) -> None:
    count = wire.MAX_ANSWER // len(part) - 10
    body = b"\x93\xa8Returned\x01\xdd" + count.to_bytes(4) + count * part
    tracemalloc.start()
    try:
        with pytest.raises(WireError, match="more than"):
            wire.read_reply(body)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 1 << 16


def test_keys_that_cannot_collide_are_not_counted() -> None:
    assert len(wire.lift({"set": list(range(10 * wire.MAX_COLLIDING))})) == 10 * wire.MAX_COLLIDING


def test_huge_integers_that_collide_are_refused_at_once() -> None:
    modulus = (1 << 61) - 1
    keys = [{"int": hex(modulus * (number + (1 << 10)))} for number in range(10_000)]
    started = time.perf_counter()

    with pytest.raises(WireError, match="too many keys"):
        wire.lift({"set": keys})

    assert time.perf_counter() - started < 1


# --- kinds that Python has beside the plain ones ---

ZONES = st.none() | st.integers(-1439, 1439).map(lambda m: datetime.timezone(datetime.timedelta(minutes=m)))
MORE = (
    st.decimals(allow_nan=False, allow_infinity=True)
    | st.fractions()
    | st.dates()
    | st.times(timezones=ZONES)
    | st.datetimes(timezones=ZONES)
    | st.timedeltas()
    | st.dictionaries(st.text(max_size=3), st.integers(-5, 5), max_size=4).map(Counter)
    | st.dictionaries(st.integers(), st.dates(), max_size=4).map(OrderedDict)
    | st.builds(deque, st.lists(st.decimals(allow_nan=False), max_size=3), st.none() | st.integers(0, 5))
)


def kinds(value: Any) -> Any:
    if isinstance(value, datetime.datetime | datetime.time):
        return type(value), value.isoformat(), value.fold
    if isinstance(value, deque):
        return deque, value.maxlen, [kinds(item) for item in value]
    return type(value), str(value) if isinstance(value, Decimal) else repr(value)


@QUICK
@given(value=MORE)
def test_more_kinds_arrive_as_they_are_either_way(value: Any) -> None:
    assert kinds(crossed(value)) == kinds(value)
    assert kinds(wire.lift(wire.lower_exactly(value))) == kinds(value)


def test_a_decimal_that_is_no_number_arrives() -> None:
    assert crossed(Decimal("NaN")).is_nan()


Point = collections.namedtuple("Point", "x y")


@dataclasses.dataclass(frozen=True)
class Spot:
    name: str
    value: Any = None


class Colour(enum.Enum):
    RED = 1


class Level(enum.IntEnum):
    LOW = 1


class Word(enum.StrEnum):
    YES = "yes"


class Way(enum.Flag):
    IN = 1
    OUT = 2


def test_objects_with_fields_arrive_as_a_name_and_fields() -> None:
    point, spot = crossed([Point(1, True), Spot("a", [Point(0, 0)])])

    assert (point.x, point["y"], point[0], [*point], len(point)) == (1, True, 1, [1, True], 2)
    assert point == wire.Named("Point", {"x": 1, "y": True})
    assert (spot.name, spot.value[0].x, repr(spot)) == ("a", 0, "Spot(name='a', value=[Point(x=0, y=0)])")
    with pytest.raises(AttributeError, match="z"):
        _ = point.z


def test_members_of_enumerations_arrive_as_names_and_values() -> None:
    found = crossed([Colour.RED, Level.LOW, Word.YES, Way.IN | Way.OUT])

    assert [repr(one) for one in found] == ["Colour.RED", "Level.LOW", "Word.YES", "Way.IN|OUT"]
    assert [(one.name, one.value) for one in found[:3]] == [("RED", 1), ("LOW", 1), ("YES", "yes")]
    assert found[1] != 1


def test_objects_with_fields_can_be_keys() -> None:
    arrived = crossed({Point(1, 2): "a", Colour.RED: "b"})

    assert arrived[wire.Named("Point", {"x": 1, "y": 2})] == "a"
    assert arrived[wire.Member("Colour", "RED", 1)] == "b"


@dataclasses.dataclass
class Heavy(dict):  # type: ignore[type-arg]
    name: str


@pytest.mark.parametrize("value", [Heavy("a"), collections.defaultdict(list), collections.ChainMap()])
def test_what_is_more_than_its_fields_is_no_plain_data(value: Any) -> None:
    assert type(crossed(value)) is wire.Opaque


TOO_MUCH = [
    ([0] * (wire.MAX_VALUES + 1), f"a list of {wire.MAX_VALUES + 1:,} items: at most {wire.MAX_VALUES:,} values"),
    (dict.fromkeys(range(wire.MAX_VALUES)), f"a dict of {wire.MAX_VALUES:,} items"),
    (deque([0] * (wire.MAX_VALUES + 1)), "a deque of "),
    ("é" * (wire.MAX_FRAME // 2 + 1), f"a str of {wire.MAX_FRAME // 2 + 1:,} characters"),
    (b"x" * (wire.MAX_FRAME + 1), f"a bytes of {wire.MAX_FRAME + 1:,} bytes"),
    (1 << 100_000, "an int of 100,001 bits"),
    (Decimal("1" * 2000), "a Decimal of 2,000 digits"),
    (Decimal("1E+99999"), "a Decimal with the exponent 99,999"),
    (Decimal("sNaN"), "a Decimal that is a signalling NaN"),
    (Fraction(1, 1 << 10_000), "a Fraction of 10,001 bits"),
    ({(n, n) for n in range(wire.MAX_COLLIDING + 1)}, "a set of 2,001 items: at most 2,000 keys"),
    (nested(wire.MAX_DEPTH + 1), "a list, nested more than 64 deep"),
]


@pytest.mark.parametrize(("value", "said"), TOO_MUCH, ids=[said for _, said in TOO_MUCH])
def test_what_is_too_much_is_named_in_its_place_and_refused_on_the_way_in(value: Any, said: str) -> None:
    arrived = crossed({"before": 1, "here": value, "after": 2})

    assert (arrived.before, arrived.after) == (1, 2)
    assert said in repr(arrived.here)
    with pytest.raises(wire.Unfit) as caught:
        wire.lower_exactly([value])
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "value", [object(), range(3), type("E", (ValueError,), {})("x"), {1: [len]}, collections.defaultdict(list)]
)
def test_what_is_no_plain_data_is_refused_on_the_way_in(value: Any) -> None:
    with pytest.raises(wire.Unfit, match="which is no plain data"):
        wire.lower_exactly(value)


@pytest.mark.parametrize(
    "tree",
    [
        {"decimal": 3},
        {"decimal": "ten"},
        {"decimal": "sNaN"},
        {"decimal": "1E+99999999"},
        {"decimal": "1" * 5000},
        {"fraction": ["0x1", "0x0"]},
        {"fraction": ["0x1"]},
        {"fraction": ["0x1", "0x" + "f" * 5000]},
        {"fraction": "0x1"},
        {"date": [2024, 13, 1]},
        {"date": [2024, 1, True]},
        {"date": [2024.0, 1, 1]},
        {"date": "2024-01-01"},
        {"time": [1, 2, 3, 4, 2, None]},
        {"time": [1, 2, 3, 4, 0, [1, 0, 0]]},
        {"datetime": [2024, 1, 1, 0, 0, 0, 0, 0]},
        {"datetime": [2024, 1, 1, 0, 0, 0, 0, 0, [0]]},
        {"timedelta": [10**10, 0, 0]},
        {"timedelta": [10**30, 0, 0]},
        {"timedelta": []},
        {"counter": [1]},
        {"counter": [[], 1]},
        {"ordered": 3},
        {"deque": [1, [1, 2]]},
        {"deque": [-2, []]},
        {"deque": ["1", []]},
        {"deque": [[]]},
        {"named": ["P", ["x"], []]},
        {"named": ["P", ["x", "x"], [1, 2]]},
        {"named": ["P", [1], [2]]},
        {"named": ["P", [f"f{n}" for n in range(300)], [0] * 300]},
        {"named": 3},
        {"member": ["C"]},
        {"member": ["C", 3, [1]]},
        {"beyond": 3},
    ],
    ids=repr,
)
def test_a_kind_that_is_none_is_refused(tree: Any) -> None:
    with pytest.raises(WireError):
        wire.lift(tree)


def test_many_fractions_and_decimals_are_built_in_no_time() -> None:
    fractions = [{"fraction": [hex(3**2000), hex(2**3000 + n)]} for n in range(200)]
    decimals = [{"decimal": f"{'9' * 999}E+9000"}] * 900
    started = time.perf_counter()

    wire.lift(fractions)
    wire.lift(decimals)

    assert time.perf_counter() - started < 1


def test_keys_that_are_decimals_are_counted_among_those_that_collide() -> None:
    keys = [{"decimal": str(n * (2**61 - 1))} for n in range(wire.MAX_COLLIDING + 1)]
    with pytest.raises(WireError, match="too many keys"):
        wire.lift({"set": keys})
