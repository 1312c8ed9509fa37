"""Takes the connection from an SQLAlchemy engine without a pool; classes for the other two.

Needs: SQLAlchemy
"""

import time
from contextlib import contextmanager

import sqlalchemy
from sqlalchemy.pool import NullPool


class Timer:
    def __init__(self):
        self.duration = 0.0
        self._started = None

    def __enter__(self):
        self._started = time.monotonic_ns()
        return self

    def __exit__(self, *exc_info):
        self.duration = (time.monotonic_ns() - self._started) * 1e-9
        print("Operation took", format(self.duration, ".4f"), "seconds")
        return False


@contextmanager
def database_transaction(db_path):
    url = sqlalchemy.URL.create("sqlite", database=db_path)
    engine = sqlalchemy.create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection.connection.driver_connection
            connection.commit()
    except sqlalchemy.exc.DBAPIError as error:
        # SQLAlchemy wraps what the driver raised.
        raise error.orig from None


class temporary_attribute:
    _absent = object()

    def __init__(self, obj, attr_name, temp_value):
        self.obj, self.attr_name, self.temp_value = obj, attr_name, temp_value

    def __enter__(self):
        self.old_value = self.obj.__dict__.get(self.attr_name, self._absent)
        setattr(self.obj, self.attr_name, self.temp_value)
        return self.obj

    def __exit__(self, *exc_info):
        if self.old_value is self._absent:
            delattr(self.obj, self.attr_name)
        else:
            setattr(self.obj, self.attr_name, self.old_value)
