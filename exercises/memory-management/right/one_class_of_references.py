"""A subclass of weakref.ref that knows its key and is kept by the module; receivers are small objects of a class."""

import itertools
import weakref

ENDS = {}
NUMBERS = itertools.count()


def census(make, collect):
    things = make()
    total, watched = len(things), weakref.WeakValueDictionary(enumerate(things))
    del things
    left = len(list(watched.values()))
    collect()
    kept = len(list(watched.values()))
    return dict(zip(["at once", "collected", "kept"], [total - left, left - kept, kept]))


class End(weakref.ref):
    __slots__ = ("key", "number", "release")

    def __new__(cls, one, key, release):
        return super().__new__(cls, one, End.come)

    def __init__(self, one, key, release):
        super().__init__(one, End.come)
        self.key, self.release, self.number = key, release, next(NUMBERS)
        ENDS[self.number] = self

    def come(self):
        if ENDS.pop(self.number, None) is self:
            self.release(self.key)
            self.key = None


class WeakCache:
    def __init__(self, make, release):
        self.make, self.release, self.ends = make, release, {}

    def get(self, key):
        for one in self.living(key):
            return one
        one = self.make(key)
        self.ends[key] = End(one, key, self.close)
        return one

    def living(self, key):
        if key in self.ends:
            one = self.ends[key]()
            if one is not None:
                return [one]
        return []

    def evict(self, key):
        if key in self.ends:
            self.ends[key].come()

    def close(self, key):
        del self.ends[key]
        self.release(key)


class Receiver:
    def __init__(self, receiver):
        self.one = self.many = None
        if hasattr(receiver, "__func__"):
            self.many = weakref.WeakMethod(receiver)
        else:
            self.one = weakref.ref(receiver)

    def __call__(self):
        return self.many() if self.one is None else self.one()

    def __eq__(self, other):
        mine, its = self(), other()
        if hasattr(mine, "__func__") and hasattr(its, "__func__"):
            return mine.__func__ is its.__func__ and mine.__self__ is its.__self__
        return mine is its


class Signal:
    def __init__(self):
        self.all = []

    def connect(self, receiver):
        if Receiver(receiver) not in self.all:
            self.all.append(Receiver(receiver))

    def disconnect(self, receiver):
        if Receiver(receiver) in self.all:
            self.all.remove(Receiver(receiver))

    def send(self, *args, **kwargs):
        errors = []
        results = list(self.each(errors, args, kwargs))
        if errors:
            error = errors[0]
            errors.clear()
            try:
                raise error
            finally:
                error = None
        return results

    def each(self, errors, args, kwargs):
        for one in [receiver() for receiver in self.all]:
            try:
                if one is not None:
                    yield one(*args, **kwargs)
            except Exception as error:
                errors.append(error)
