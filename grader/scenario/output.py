"""What is printed, as lines."""

import contextlib
import io
from collections.abc import Iterator


@contextlib.contextmanager
def printed() -> Iterator[list[str]]:
    """In a `with`: the lines that are printed in the block, there when it is left."""
    lines: list[str] = []
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            yield lines
    finally:
        lines += output.getvalue().splitlines()
