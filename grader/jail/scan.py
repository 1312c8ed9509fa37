"""A look at the bytes of a frame before anything is built from them."""

from grader.jail.frames import WireError

# How a value begins: lengths that follow, by the first byte. From the MessagePack specification.
_FIXED = {
    0xC0: 0,
    0xC2: 0,
    0xC3: 0,
    0xCA: 4,
    0xCB: 8,
    0xCC: 1,
    0xCD: 2,
    0xCE: 4,
    0xCF: 8,
    0xD0: 1,
    0xD1: 2,
    0xD2: 4,
    0xD3: 8,
}
_TEXTS = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4}
_ARRAYS = {0xDC: 2, 0xDD: 4}
_MAPS = {0xDE: 2, 0xDF: 4}
MAX_OPEN = 1_000  # collections within each other, several times what a value may be


def check_values(body: bytes, most: int) -> None:
    """Refuses more than `most` values, a map with a key that is not text, and what is nested without an end, before
    anything is built or hashed. Raises WireError.

    The decoder would build all of it at once: a byte that says `empty map` becomes a hundred of them, and tuples that
    share one hash take it minutes.
    """
    position, end, values = 0, len(body), 0
    open_maps: list[list[int]] = []  # for each collection: values left, and 1 for a map
    while position < end:
        first = body[position]
        values += 1
        if values > most:
            raise WireError(f"more than {most:,} parts")
        while open_maps and open_maps[-1][0] == 0:
            open_maps.pop()
        if open_maps:
            left, is_map = open_maps[-1]
            if is_map and left % 2 == 0 and not (0xA0 <= first <= 0xBF or first in (0xD9, 0xDA, 0xDB)):
                raise WireError("a key that is no text")
            open_maps[-1][0] -= 1
        position += 1
        size, count, is_map = _begins(body, position, first)
        position += size
        if count:
            open_maps.append([count, is_map])
            if len(open_maps) > MAX_OPEN:
                raise WireError("data nested too deep")


def _begins(body: bytes, position: int, first: int) -> tuple[int, int, int]:
    """Of the value that begins with `first`: bytes to skip, values that follow inside, and 1 for a map."""
    if first <= 0x7F or first >= 0xE0:
        return 0, 0, 0
    if first <= 0x8F:
        return 0, 2 * (first & 0x0F), 1
    if first <= 0x9F:
        return 0, first & 0x0F, 0
    if first <= 0xBF:
        return first & 0x1F, 0, 0
    if first in _FIXED:
        return _FIXED[first], 0, 0
    width = _TEXTS.get(first) or _ARRAYS.get(first) or _MAPS.get(first)
    if width is None:
        raise WireError("something that is not plain data")
    length = int.from_bytes(body[position : position + width])
    if first in _TEXTS:
        return width + length, 0, 0
    return width, length * (2 if first in _MAPS else 1), int(first in _MAPS)
