"""The line of an attempt that a child was in, out of the stack that it told: a number is all that is believed."""

import io
import re

from grader.jail import wire

_FRAME = re.compile(r'^  File "([^"\n]*)", line (\d{1,7}) in ', re.MULTILINE)  # as `faulthandler` writes it


def own_line(stack: str, module: str, source: bytes) -> wire.Line | None:
    """The innermost line of the attempt `module`, whose text is `source`; None where the stack names none of it."""
    own = (int(number) for file, number in _FRAME.findall(stack) if file == f"{module}.py")
    number = next(own, 0)
    lines = list(io.StringIO(source.decode("utf-8-sig", "replace"), newline=None))  # as Python counts them
    if not 0 < number <= len(lines):
        return None
    return wire.Line(number, "", lines[number - 1].strip()[:200])
