"""Lets libraries do the work: codetiming, sqlite-utils, and the standard library's mock.

Needs: codetiming
Needs: sqlite-utils
"""

from contextlib import closing, contextmanager
from unittest import mock

import codetiming
from sqlite_utils import Database


class Timer(codetiming.Timer):
    def __init__(self):
        super().__init__(text="Operation took {:.4f} seconds")

    @property
    def duration(self):
        return self.last


@contextmanager
def database_transaction(db_path):
    with closing(Database(db_path)) as db, db.atomic():
        yield db.conn


@contextmanager
def temporary_attribute(obj, attr_name, temp_value):
    with mock.patch.object(obj, attr_name, temp_value, create=True):
        yield obj
