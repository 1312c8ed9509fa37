"""The tables of the gradebook, a step for each version of them. A step that has been used is never changed."""

import sqlite3
from collections.abc import Iterator

# Judgements and decisions are added and stay. Only `forget` takes some away, and says so in `forgetting` while it does.
# An addition under a key that is there already is passed over, whatever the statement says.
_FIRST = """
CREATE TABLE student (
    pseudonym TEXT PRIMARY KEY,
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE fork (
    student TEXT PRIMARY KEY REFERENCES student,
    url TEXT NOT NULL,
    looked_at TEXT,
    commit_id TEXT NOT NULL DEFAULT '',
    tried_at TEXT,
    problem TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE sighting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    student TEXT NOT NULL REFERENCES student,
    commit_id TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    not_before TEXT,
    pushed_at TEXT,
    source TEXT NOT NULL DEFAULT '',
    last_seen_at TEXT NOT NULL,
    UNIQUE (student, commit_id)
) STRICT;

CREATE TABLE attempt (
    digest TEXT PRIMARY KEY,
    source BLOB NOT NULL
) STRICT;

CREATE TABLE submission (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    student TEXT NOT NULL REFERENCES student,
    topic TEXT NOT NULL,
    commit_id TEXT NOT NULL,
    attempt TEXT,
    problem TEXT NOT NULL DEFAULT '',
    UNIQUE (student, topic, commit_id),
    CHECK ((attempt IS NULL) = (problem <> ''))
) STRICT;
CREATE INDEX submission_attempt ON submission (attempt);

CREATE TABLE judgement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    topic TEXT NOT NULL,
    attempt TEXT NOT NULL,
    suite TEXT NOT NULL,
    seed TEXT NOT NULL,
    grader TEXT NOT NULL,
    isolation TEXT NOT NULL,
    score TEXT NOT NULL,
    points TEXT NOT NULL,
    level TEXT NOT NULL,
    result BLOB NOT NULL,
    host TEXT NOT NULL,
    judged_at TEXT NOT NULL,
    seconds REAL NOT NULL,
    UNIQUE (topic, attempt, suite, seed, grader, isolation)
) STRICT;

CREATE TABLE fault (
    topic TEXT NOT NULL,
    attempt TEXT NOT NULL,
    suite TEXT NOT NULL,
    seed TEXT NOT NULL,
    grader TEXT NOT NULL,
    isolation TEXT NOT NULL,
    message TEXT NOT NULL,
    times INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (topic, attempt, suite, seed, grader, isolation)
) STRICT;

CREATE TABLE grading (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    suites TEXT NOT NULL,
    seed TEXT NOT NULL,
    grader TEXT NOT NULL,
    isolation TEXT NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (suites, seed, grader, isolation)
) STRICT;

CREATE TABLE release (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    grading INTEGER NOT NULL REFERENCES grading,
    last_submission INTEGER NOT NULL,
    last_judgement INTEGER NOT NULL,
    never_lower INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    student TEXT NOT NULL REFERENCES student,
    topic TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    author TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE forgetting (student TEXT PRIMARY KEY) STRICT;

CREATE TRIGGER judgement_once BEFORE INSERT ON judgement
WHEN EXISTS (
    SELECT 1 FROM judgement WHERE topic = NEW.topic AND attempt = NEW.attempt AND suite = NEW.suite
    AND seed = NEW.seed AND grader = NEW.grader AND isolation = NEW.isolation
) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement
WHEN NOT EXISTS (SELECT 1 FROM forgetting)
BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END;

CREATE TRIGGER decision_once BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id) BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision
WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE student = OLD.student)
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;

CREATE TRIGGER release_stays BEFORE UPDATE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;
CREATE TRIGGER release_kept BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END;
"""

# What was posted where: as a memory, which may be lost. An edit takes the place of what was posted before.
_POSTS = """
CREATE TABLE post (
    student TEXT NOT NULL REFERENCES student,
    topic TEXT NOT NULL,
    repository TEXT NOT NULL,
    number INTEGER NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (student, topic)
) STRICT;
"""

STEPS = (_FIRST, _POSTS)


def version(connection: sqlite3.Connection) -> int:
    """Of the tables that are there; 0 where there are none."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(connection: sqlite3.Connection, steps: tuple[str, ...] = STEPS) -> None:
    """Takes the tables to the newest version, all the way or not at all. Raises sqlite3.Error."""
    if version(connection) >= len(steps):
        return
    connection.execute("BEGIN IMMEDIATE")  # and then look again: another command may have been quicker
    try:
        for number in range(version(connection), len(steps)):
            for statement in _statements(steps[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, each by itself; a trigger has semicolons of its own."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
