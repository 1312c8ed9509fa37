"""The gradebook of a class: one SQLite file, which loses nothing that it has taken, and to which one command writes.

What it takes is in it for good once the function has returned, also when the power fails. Rows come out as the structs
of `rows`. Nothing that can be worked out is kept: grades are a view, see `grades`.
"""

import contextlib
import datetime
import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from grader.cohort import schema
from grader.cohort.disks import full, remote
from grader.cohort.rows import (
    Decision,
    Fault,
    Fork,
    Found,
    Grading,
    Instant,
    Judgement,
    Key,
    Post,
    Release,
    Sighting,
    Submission,
)
from grader.errors import GraderError, UsageError

PATIENCE = 30.0  # seconds for another command to end its writing
_KEY = "topic, attempt, suite, seed, grader, isolation"


class Gradebook:
    """An open gradebook. Use it as a context, in one thread."""

    def __init__(self, path: Path) -> None:
        """Opens `path`, or makes it. Raises UsageError where it may not be kept, GraderError where it is damaged."""
        self.path = path
        self._depth = 0
        if kind := remote(path.parent):
            raise UsageError(
                f"{path.parent} lies on a network file system ({kind}), where a gradebook could be damaged: "
                "move the class's folder to a disk of this machine"
            )
        with self._guarded():
            self._db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
            try:
                self._set_up()
            except BaseException:
                self._db.close()
                raise

    def _set_up(self) -> None:
        there = schema.version(self._db)
        if there > len(schema.STEPS):
            raise UsageError(f"{self.path} was written by a newer grader (tables {there}): take that one")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.execute("PRAGMA recursive_triggers = ON")  # for what REPLACE deletes
        schema.migrate(self._db)

    def __enter__(self) -> "Gradebook":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Puts the file away."""
        with contextlib.suppress(sqlite3.Error):
            self._db.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """All that is taken inside is taken together, or nothing of it."""
        if self._depth:  # of what is written already, a part
            yield
            return
        with self._guarded():
            self._db.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._db.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            why = "its disk is full: free some space" if full(self.path.parent) else str(error)
            raise GraderError(f"{self.path}: {why}; nothing was changed by this step") from error

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._guarded():
            return self._db.execute(query, values).fetchall()

    # Who takes part

    def add_students(self, students: Iterable[str], at: Instant) -> None:
        """Knows these pseudonyms from now on."""
        with self.writing():
            rows = [(one, _written(at)) for one in students]
            self._db.executemany("INSERT OR IGNORE INTO student VALUES (?, ?)", rows)

    def students(self) -> list[str]:
        """All pseudonyms that were ever added, and not forgotten."""
        return [row[0] for row in self._rows("SELECT pseudonym FROM student ORDER BY pseudonym")]

    # What was handed in

    def forks(self) -> dict[str, Fork]:
        """What is known of each fork that was ever tried, by student."""
        rows = self._rows("SELECT student, url, looked_at, commit_id, tried_at, problem FROM fork ORDER BY student")
        return {
            student: Fork(student, url, _read(looked), commit, _read(tried), problem)
            for student, url, looked, commit, tried, problem in rows
        }

    def take(self, student: str, url: str, at: Instant, commit: str, found: Sequence[Found]) -> None:
        """A look at a student's work at the moment `at`: which commit was the newest, and what it held.

        An empty `commit` says that nothing was pushed yet. Whatever of it is known already is left as it was, so that
        a look which came to nothing new is told in the same way, with or without what was found.
        """
        with self.writing():
            # A clock that went back tells nothing of when that look was: nobody is late by it.
            looked = "SELECT CASE WHEN looked_at <= ? THEN looked_at END FROM fork WHERE student = ?"
            (before,) = self._rows(looked, _written(at), student) or [(None,)]
            self._tried(student, url, at, "")
            self._db.execute(
                "UPDATE fork SET looked_at = ?, commit_id = ? WHERE student = ?", (_written(at), commit, student)
            )
            if commit:
                self._sight(student, commit, at, before[0], self._newest(student, commit, at))
                for one in found:
                    self._submit(student, commit, one)

    def _sight(self, student: str, commit: str, at: Instant, not_before: str | None, newest: Instant) -> None:
        self._db.execute(
            "INSERT INTO sighting (student, commit_id, seen_at, not_before, last_seen_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET last_seen_at = max(last_seen_at, excluded.last_seen_at)",
            (student, commit, _written(at), not_before, _written(newest)),
        )

    def _newest(self, student: str, commit: str, at: Instant) -> Instant:
        """When the newest commit was found to be that: after each other one, whatever the clock did meanwhile."""
        ((last,),) = self._rows(
            "SELECT max(last_seen_at) FROM sighting WHERE student = ? AND commit_id <> ?", student, commit
        )
        return at if last is None else max(at, _moment(last) + datetime.timedelta(microseconds=1))

    def _submit(self, student: str, commit: str, found: Found) -> None:
        digest = None
        if found.source is not None:
            digest = hashlib.sha256(found.source).hexdigest()
            self._db.execute("INSERT OR IGNORE INTO attempt VALUES (?, ?)", (digest, found.source))
        self._db.execute(
            "INSERT OR IGNORE INTO submission (student, topic, commit_id, attempt, problem) VALUES (?, ?, ?, ?, ?)",
            (student, found.topic, commit, digest, "" if digest else found.problem or "there is no attempt"),
        )

    def fail(self, student: str, url: str, at: Instant, problem: str) -> None:
        """A student's work could not be looked at; what is known of it stays."""
        with self.writing():
            self._tried(student, url, at, problem)

    def _tried(self, student: str, url: str, at: Instant, problem: str) -> None:
        self._db.execute(
            "INSERT INTO fork (student, url, tried_at, problem) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET url = excluded.url, tried_at = excluded.tried_at, problem = excluded.problem",
            (student, url, _written(at), problem),
        )

    def push(self, student: str, commit: str, at: Instant, source: str) -> bool:
        """A server says when a commit was pushed; the first push of it counts. False where the commit is not known."""
        with self.writing():
            changed = self._db.execute(
                "UPDATE sighting SET source = CASE WHEN pushed_at <= :at THEN source ELSE :source END,"
                " pushed_at = min(coalesce(pushed_at, :at), :at) WHERE student = :student AND commit_id = :commit",
                {"student": student, "commit": commit, "at": _written(at), "source": source},
            )
            return changed.rowcount > 0

    def sightings(self, student: str | None = None) -> list[Sighting]:
        """The commits that were seen, of one student or of all, in the order of their coming."""
        rows = self._rows(
            "SELECT student, commit_id, seen_at, not_before, pushed_at, source, last_seen_at FROM sighting"
            " WHERE student = coalesce(?, student) ORDER BY id",
            student,
        )
        return [
            Sighting(who, commit, _moment(seen), _read(before), _read(pushed), source, _read(last))
            for who, commit, seen, before, pushed, source, last in rows
        ]

    def submissions(self, student: str | None = None, topic: str | None = None) -> list[Submission]:
        """What was handed in, in the order of its coming."""
        rows = self._rows(
            "SELECT student, topic, commit_id, attempt, problem, id FROM submission"
            " WHERE student = coalesce(?, student) AND topic = coalesce(?, topic) ORDER BY id",
            student,
            topic,
        )
        return [Submission(who, what, commit, attempt or "", why, id) for who, what, commit, attempt, why, id in rows]

    def source(self, attempt: str) -> bytes | None:
        """The bytes of an attempt; None where they were forgotten."""
        rows = self._rows("SELECT source FROM attempt WHERE digest = ?", attempt)
        return rows[0][0] if rows else None

    # How it was judged

    def judged(self, judgements: Iterable[Judgement]) -> int:
        """Keeps judgements; one that is there already stays as it is. How many were new."""
        with self.writing():
            before = self._db.total_changes
            for one in judgements:
                self._db.execute(
                    f"INSERT INTO judgement ({_KEY}, score, points, level, result, host, judged_at, seconds)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        *_keyed(one.key),
                        one.score,
                        one.points,
                        one.level,
                        zlib.compress(one.result),
                        one.host,
                        _written(one.judged_at or now()),
                        one.seconds,
                    ),
                )
            new = self._db.total_changes - before
            self._db.execute(f"DELETE FROM fault WHERE ({_KEY}) IN (SELECT {_KEY} FROM judgement)")
            return new

    def faulted(self, fault: Fault) -> None:
        """Keeps why there is no judgement, and how often that was so."""
        with self.writing():
            self._db.execute(
                f"INSERT INTO fault ({_KEY}, message, times, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE"
                " SET message = excluded.message, times = times + excluded.times, at = excluded.at",
                (*_keyed(fault.key), fault.message, fault.times, _written(fault.at or now())),
            )

    def judgements(self, *, topic: str | None = None, results: bool = False) -> dict[Key, Judgement]:
        """All judgements, or a topic's; their results, which are large, only where asked for."""
        rows = self._rows(
            f"SELECT {_KEY}, score, points, level, {'result' if results else 'NULL'}, host, judged_at, seconds, id"
            " FROM judgement WHERE topic = coalesce(?, topic) ORDER BY id",
            topic,
        )
        return {(one := _judgement(row)).key: one for row in rows}

    def judgement(self, key: Key) -> Judgement | None:
        """The one under `key`, with its result."""
        rows = self._rows(
            f"SELECT {_KEY}, score, points, level, result, host, judged_at, seconds, id FROM judgement"
            f" WHERE ({_KEY}) = (?, ?, ?, ?, ?, ?)",
            *_keyed(key),
        )
        return _judgement(rows[0]) if rows else None

    def faults(self) -> dict[Key, Fault]:
        """Why there are no judgements under these keys."""
        rows = self._rows(f"SELECT {_KEY}, message, times, at FROM fault ORDER BY {_KEY}")
        return {(key := _key(row[:6])): Fault(key, row[6], row[7], _moment(row[8])) for row in rows}

    # What counts

    def grading(self, suites: Mapping[str, str], seed: int, grader: str, isolation: str, at: Instant) -> Grading:
        """The grading by these suites; it is added if it is new."""
        text = msgspec.json.encode(dict(suites), order="sorted").decode()
        with self.writing():
            self._db.execute(
                "INSERT OR IGNORE INTO grading (suites, seed, grader, isolation, made_at) VALUES (?, ?, ?, ?, ?)",
                (text, str(seed), grader, isolation, _written(at)),
            )
        known = (dict(suites), seed, grader, isolation)
        return next(one for one in self.gradings() if (one.suites, one.seed, one.grader, one.isolation) == known)

    def gradings(self) -> list[Grading]:
        """All gradings, the oldest first."""
        rows = self._rows("SELECT id, suites, seed, grader, isolation, made_at FROM grading ORDER BY id")
        return [
            Grading(id, msgspec.json.decode(suites, type=dict[str, str]), int(seed), grader, isolation, _moment(at))
            for id, suites, seed, grader, isolation, at in rows
        ]

    def release(self, grading: int, by: str, at: Instant, never_lower: bool = False) -> Release:
        """Makes a grading, as it stands, the one that counts."""
        with self.writing():
            self._db.execute(
                "INSERT INTO release (grading, last_submission, last_judgement, never_lower, by, at) VALUES"
                " (?, (SELECT coalesce(max(id), 0) FROM submission), (SELECT coalesce(max(id), 0) FROM judgement),"
                " ?, ?, ?)",
                (grading, never_lower, by, _written(at)),
            )
        return self.releases()[-1]

    def releases(self) -> list[Release]:
        """All releases; the last one counts."""
        rows = self._rows(
            "SELECT id, grading, last_submission, last_judgement, never_lower, by, at FROM release ORDER BY id"
        )
        return [
            Release(id, grading, submission, judgement, bool(never_lower), by, _moment(at))
            for id, grading, submission, judgement, never_lower, by, at in rows
        ]

    def decide(self, decision: Decision) -> Decision:
        """Adds a decision, and returns it with its number."""
        with self.writing():
            added = self._db.execute(
                "INSERT INTO decision (student, topic, kind, value, reason, author, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    decision.student,
                    decision.topic,
                    decision.kind,
                    decision.value,
                    decision.reason,
                    decision.author,
                    _written(decision.at),
                ),
            )
            return msgspec.structs.replace(decision, id=added.lastrowid or 0)

    def decisions(self, student: str | None = None) -> list[Decision]:
        """What was decided, in the order of its coming."""
        rows = self._rows(
            "SELECT student, topic, kind, value, reason, author, at, id FROM decision"
            " WHERE student = coalesce(?, student) ORDER BY id",
            student,
        )
        return [
            Decision(who, topic, kind, value, reason, author, _moment(at), id)
            for who, topic, kind, value, reason, author, at, id in rows
        ]

    # What students were told

    def posted(self, post: Post) -> None:
        """Remembers what was posted for a student and topic, in the place of what was before."""
        with self.writing():
            self._db.execute(
                "INSERT OR REPLACE INTO post (student, topic, repository, number, digest, at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (post.student, post.topic, post.repository, post.number, post.digest, _written(post.at)),
            )

    def posts(self) -> dict[tuple[str, str], Post]:
        """What was posted last, by student and topic."""
        rows = self._rows("SELECT student, topic, repository, number, digest, at FROM post ORDER BY student, topic")
        return {
            (who, topic): Post(who, topic, where, number, digest, _moment(at))
            for who, topic, where, number, digest, at in rows
        }

    # What is forgotten

    def forget(self, student: str) -> dict[str, int]:
        """Takes away all of a student that nobody shares, and says how many rows of what."""
        theirs = (
            "SELECT attempt FROM submission WHERE student = :student AND attempt NOT IN"
            " (SELECT attempt FROM submission WHERE student <> :student AND attempt IS NOT NULL)"
        )
        steps = {
            "judgements": f"DELETE FROM judgement WHERE attempt IN ({theirs})",
            "faults": f"DELETE FROM fault WHERE attempt IN ({theirs})",
            "attempts": f"DELETE FROM attempt WHERE digest IN ({theirs})",
            "submissions": "DELETE FROM submission WHERE student = :student",
            "sightings": "DELETE FROM sighting WHERE student = :student",
            "decisions": "DELETE FROM decision WHERE student = :student",
            "posts": "DELETE FROM post WHERE student = :student",
            "forks": "DELETE FROM fork WHERE student = :student",
            "students": "DELETE FROM student WHERE pseudonym = :student",
        }
        with self.writing():
            self._db.execute("INSERT INTO forgetting VALUES (?)", (student,))
            gone = {what: self._db.execute(step, {"student": student}).rowcount for what, step in steps.items()}
            self._db.execute("DELETE FROM forgetting")
        with self._guarded():  # the bytes themselves, which lie in the file until something is written over them
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone


def now() -> Instant:
    """The moment at which we are, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def _written(at: Instant) -> str:
    """A moment as text that sorts as the moments do."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _moment(text: str) -> Instant:
    return datetime.datetime.fromisoformat(text)


def _read(text: str | None) -> Instant | None:
    return None if text is None else _moment(text)


def _keyed(key: Key) -> tuple[str, ...]:
    """A seed may be larger than a number of SQLite's."""
    return (key.topic, key.attempt, key.suite, str(key.seed), key.grader, key.isolation)


def _key(row: Sequence[Any]) -> Key:
    topic, attempt, suite, seed, grader, isolation = row
    return Key(topic, attempt, suite, int(seed), grader, isolation)


def _judgement(row: Sequence[Any]) -> Judgement:
    score, points, level, result, host, at, seconds, id = row[6:]
    whole = b"" if result is None else zlib.decompress(result)
    return Judgement(_key(row[:6]), score, points, level, whole, host, _moment(at), seconds, id)
