"""Builds on what connections do themselves: `with conn`, `autocommit=False` where it exists."""

import sqlite3
import sys
import time
from contextlib import closing, contextmanager


@contextmanager
def _stopwatch():
    start = time.perf_counter_ns()
    took = []
    try:
        yield took
    finally:
        took.append((time.perf_counter_ns() - start) / 1_000_000_000)


class Timer:
    def __enter__(self):
        self._stopwatch = _stopwatch()
        self._took = self._stopwatch.__enter__()
        return self

    def __exit__(self, *exc_info):
        try:
            return self._stopwatch.__exit__(*exc_info)
        finally:
            (self.duration,) = self._took
            print("Operation took {:.4f} seconds".format(*self._took))


def _connect(db_path):
    if sys.version_info >= (3, 12):
        return sqlite3.connect(db_path, autocommit=False)
    conn = sqlite3.connect(db_path, isolation_level="IMMEDIATE")
    conn.execute("BEGIN IMMEDIATE")
    return conn


@contextmanager
def database_transaction(db_path):
    with closing(_connect(db_path)) as conn, conn:
        yield conn


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    before = {name: value for name, value in vars(obj).items() if name == attr_name}
    try:
        setattr(obj, attr_name, temp_value)
        yield obj
    finally:
        delattr(obj, attr_name)
        for name, value in before.items():
            setattr(obj, name, value)
