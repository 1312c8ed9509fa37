"""What is known of an exercise's suite before an attempt comes: its examples, and that its own reference passes it.

Both travel with the exercise (`grader author record`), or are found out once and kept in the user's cache.
"""

import sys

import msgspec

from grader import __version__
from grader.catalog import Exercise
from grader.errors import ExerciseError
from grader.judge.store import Store
from grader.judge.suite import examples
from grader.judge.suite.examples import Recording


class _Header(msgspec.Struct, frozen=True):
    """What a recording says of itself, read without its examples."""

    format: int
    suite: str
    reference: str = ""


class Known:
    """The recordings of one exercise by seed, and the mark of its suite."""

    def __init__(self, exercise: Exercise, store: Store) -> None:
        self._exercise = exercise
        self._store = store

    def recording(self, seed: int) -> Recording | None:
        """The examples of `seed`, as they came with the exercise or were kept."""
        shipped = examples.read_recording(self._exercise, seed)
        if shipped is not None:
            return shipped
        kept = self._store.get(self._recording_key(seed))
        return None if kept is None else examples.fitting(kept, self._exercise, seed)

    def keep(self, recording: Recording) -> None:
        """From now on these are the examples of their seed."""
        self._store.put(self._recording_key(recording.seed), msgspec.msgpack.encode(recording))

    def _recording_key(self, seed: int) -> str:
        return f"recording {examples.FORMAT} {self._exercise.suite_digest} {seed}"

    @property
    def proven(self) -> bool:
        """Whether this suite has passed its own reference, here or where its recording was made.

        Raises ExerciseError where there is no reference to ask, and no word of one.
        """
        header = self._header()
        reference = self._exercise.reference_digest
        if reference is None:
            if not header.reference:
                raise ExerciseError(
                    f"{self._exercise.topic}: nobody knows whether its suite is right, for there is neither a "
                    f"reference nor a recording that was made with one; write {self._exercise.reference}"
                )
            return True
        return header.reference == reference or self._store.get(self._mark_key(reference)) is not None

    def prove(self) -> None:
        """Remembers that the reference, as it is, has full points."""
        if self._exercise.reference_digest is not None:
            self._store.put(self._mark_key(self._exercise.reference_digest), b"full points")

    def _mark_key(self, reference: str) -> str:
        python = "{}.{}".format(*sys.version_info)
        return f"mark {__version__} {python} {self._exercise.suite_digest} {reference}"

    def _header(self) -> _Header:
        """Of the recording that travels with the exercise, whatever its seed; empty if it is of another suite."""
        nothing = _Header(examples.FORMAT, self._exercise.suite_digest)
        try:
            found = msgspec.msgpack.decode(self._exercise.recording.read_bytes(), type=_Header)
        except (OSError, msgspec.MsgspecError):
            return nothing
        return found if (found.format, found.suite) == (nothing.format, nothing.suite) else nothing
