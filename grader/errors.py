"""Expected errors: each is one line that says what, where and what to do next.

Anything else that reaches the top is a bug in the grader.
"""


class GraderError(Exception):
    """The grader or a suite is at fault, or the machine is (exit status 3)."""

    status = 3


class UsageError(GraderError):
    """What was asked for can't be done as asked (exit status 2)."""

    status = 2


class ExerciseError(GraderError):
    """An exercise is broken, or lacks something that it needs.

    `trace` is the way of an exception through the author's own files, for the author alone.
    """

    def __init__(self, message: str, trace: str = "") -> None:
        super().__init__(message)
        self.trace = trace


class Unread(GraderError):
    """Who reads a report has read enough of it, and nothing is wrong; the status is the report's."""

    def __init__(self, status: int) -> None:
        super().__init__()
        self.status = status
