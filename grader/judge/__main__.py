"""The judge's process: jobs come in on standard input, events go out on standard output."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import hypothesis
import msgspec
import pytest

from grader.jail import processes
from grader.judge import protocol
from grader.judge.keeper import servers
from grader.judge.session import serve


def main() -> None:
    """Serves jobs until nobody sends any more."""
    processes.guard()
    # Whatever pytest or a suite prints goes nowhere: standard output is for events alone.
    events = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    encoder = msgspec.json.Encoder()

    def emit(event: protocol.Event) -> None:
        events.write(encoder.encode(event) + b"\n")
        events.flush()

    emit(protocol.Hello(pytest.__version__, hypothesis.__version__, servers.mode()))
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):  # the command that asked is gone
        serve(_tasks(sys.stdin.buffer), emit, Path(sys.argv[1]))
    sys.stdout.flush()
    os._exit(0)


def _tasks(stream: IO[bytes]) -> Iterator[protocol.Task]:
    decode = msgspec.msgpack.Decoder(protocol.Task).decode
    while header := stream.read(4):
        yield decode(stream.read(int.from_bytes(header, "little")))


if __name__ == "__main__":
    main()
