"""The jail without a fork-server: a fresh interpreter, for one test.

Started by the judge as a script, `python -s -S -P room.py`, with an empty environment. The wire is its standard input
and output, what the attempt prints its standard error, so that it works wherever Python has pipes.
"""

import contextlib
import os
import sys


def main() -> None:
    """Serves one test, from standard input to standard output."""
    paths = sys.argv[2:]
    scratch = sys.argv[1] or None
    sys.path[:0] = paths
    from grader.jail import child, processes, settings, wire

    read_fd, write_fd, output_fd = os.dup(0), os.dup(1), os.dup(2)
    pipe = child.Pipe(read_fd, write_fd)
    ours = settings.read(pipe.exactly(wire.frame_size(pipe.exactly(wire.HEADER), wire.MAX_FRAME)))
    del sys.path[: len(paths)]
    child.find_packages(ours.packages, ours.readable)
    victim = processes.Victim()
    victim.offer(processes.FIRST)
    victim.close()
    processes.guard()
    child.redirect(output_fd)
    child.prepare_ahead(ours.scenarios)
    with contextlib.suppress(child.Hangup):
        child.serve(pipe, settings.plan(ours), scratch)
    os._exit(0)


if __name__ == "__main__":
    main()
