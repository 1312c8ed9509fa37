"""The look at a frame's bytes: no key but text, whatever the frame holds."""

import contextlib
import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.jail.frames import WireError
from grader.jail.scan import check_values

MOST = 1 << 20  # values, more than any of these has

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=40) | st.binary(),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(max_size=40), inner, max_size=20),
    max_leaves=60,
)


@given(PLAIN)
def test_keys_that_are_text_pass(tree: object) -> None:
    check_values(msgspec.msgpack.encode(tree), MOST)


@given(
    PLAIN,
    st.integers().filter(lambda key: -(2**63) <= key < 2**63) | st.binary(max_size=9) | st.tuples(st.integers(0, 9)),
)
def test_any_other_key_is_refused_wherever_it_is(tree: object, key: object) -> None:
    with pytest.raises(WireError):
        check_values(msgspec.msgpack.encode([tree, {"a": [{key: tree}]}]), MOST)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_message_do_no_harm(data: bytes) -> None:
    with contextlib.suppress(WireError):  # nothing else may come of it
        check_values(data, MOST)


def test_keys_that_share_one_hash_are_refused_at_once() -> None:
    """Tuples of -1 and -2 all collide, and the decoder would build the map before anybody can count them."""
    keys = [tuple(-1 - (number >> bit & 1) for bit in range(14)) for number in range(1 << 14)]
    body = b"\xdf" + len(keys).to_bytes(4) + b"".join(msgspec.msgpack.encode(key) + b"\xc0" for key in keys)
    started = time.perf_counter()

    with pytest.raises(WireError, match="a key that is no text"):
        check_values(body, MOST)

    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(
    "part", [b"\x80", b"\x90", b"\x00", b"\xa0", b"\xc0"], ids=["map", "list", "int", "text", "None"]
)
def test_more_values_than_may_be_are_refused_before_any_is_built(part: bytes) -> None:
    check_values(b"\xdc" + (999).to_bytes(2) + 999 * part, most=1000)

    with pytest.raises(WireError, match="more than 1,000 parts"):
        check_values(b"\xdd" + (1 << 20).to_bytes(4) + (1 << 20) * part, most=1000)
