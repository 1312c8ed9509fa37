"""The command line's one way in and one way out."""

import errno
import os
import signal
import sys
from typing import NoReturn


class Ended(BaseException):
    """Somebody wants this command to end, by a signal whose number is the argument."""


def main() -> None:
    """Runs the command and exits: 0, 1, 2 or 3 as documented in `grader --help`; after a signal, as Ctrl-C is one,
    128 and its number.
    """
    for name in ("SIGTERM", "SIGHUP"):  # which would end Python before anything is tidied up
        number = getattr(signal, name, None)  # Windows has one of them
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    status = _status()
    try:
        sys.stdout.flush()
    except OSError as error:
        from grader.formats import streams

        streams.give_up()
        if status == 0 and error.errno != errno.EPIPE:
            status = _say(f"the output can't be written: {error.strerror}", 3)
    sys.exit(status)


def _end(number: int, _: object) -> NoReturn:
    signal.signal(number, signal.SIG_DFL)  # who says it twice does not want to wait
    raise Ended(number)


def _status() -> int:
    from grader.errors import ExerciseError, GraderError, Unread

    try:
        from grader.formats import streams

        if not streams.ready():
            return _say(streams.LOST, _run())
        return _run()
    except KeyboardInterrupt:
        return _say("interrupted; nothing was changed", 130)
    except Ended as ended:
        number = signal.Signals(ended.args[0])
        return _say(f"ended by {number.name}; nothing was changed", 128 + number)
    except Unread as unread:
        return unread.status
    except BrokenPipeError:  # who has read enough closes a pipe, and nothing is wrong
        return 0
    except ExerciseError as error:
        for line in error.trace.splitlines():  # the author's own, which no learner's command has
            _say(line, 3)
        return _say(str(error), error.status)
    except GraderError as error:
        return _say(str(error), error.status)
    except OSError as error:
        return _say(f"{error.filename or 'the system'}: {error.strerror or error}", 3)


def _run() -> int:
    from grader.cli.app import app

    try:
        app(prog_name="grader")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


def _say(line: str, status: int) -> int:
    from grader.formats.notice import say

    say(line)
    return status


if __name__ == "__main__":
    # `python -m` puts the current folder first on the path, and a learner's folder holds a learner's modules.
    sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry or ".") != os.path.realpath(".")]
    main()
