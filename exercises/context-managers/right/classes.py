"""Three classes with `__enter__` and `__exit__`, which look at the exception themselves."""

import sqlite3
from timeit import default_timer


class Timer:
    _started = 0.0
    _ended = 0.0

    @property
    def duration(self):
        return self._ended - self._started

    def __enter__(self):
        self._started = default_timer()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self._ended = default_timer()
        print(f"Operation took {self.duration:.4f} seconds")


class database_transaction:
    def __init__(self, db_path):
        self._db_path = db_path

    def __enter__(self):
        self._conn = sqlite3.connect(self._db_path)
        self._conn.execute("BEGIN")
        return self._conn

    def __exit__(self, exc_type, exc_val, exc_tb):
        try:
            if exc_type is None:
                self._conn.commit()
            else:
                self._conn.rollback()
        finally:
            self._conn.close()


class temporary_attribute:
    def __init__(self, obj, attr_name, temp_value):
        self._obj = obj
        self._attr_name = attr_name
        self._temp_value = temp_value

    def __enter__(self):
        self._own = self._attr_name in vars(self._obj)
        if self._own:
            self._old_value = vars(self._obj)[self._attr_name]
        setattr(self._obj, self._attr_name, self._temp_value)
        return self._obj

    def __exit__(self, exc_type, exc_val, exc_tb):
        if self._own:
            setattr(self._obj, self._attr_name, self._old_value)
        else:
            delattr(self._obj, self._attr_name)
