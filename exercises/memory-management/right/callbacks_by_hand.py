"""Weak references with callbacks: each entry keeps itself until it ends; receivers by id, which the callback frees."""

from types import MethodType
from weakref import ref


def census(make, collect):
    gone = []
    references = [ref(one, gone.append) for one in make()]
    at_once = len(gone)
    collect()
    return {"at once": at_once, "collected": len(gone) - at_once, "kept": len(references) - len(gone)}


class Entry:
    kept = {}

    def __init__(self, one, key, cache):
        self.key, self.cache = key, cache
        self.reference = ref(one, self.end)
        Entry.kept[id(self)] = self

    def end(self, _=None):
        if Entry.kept.pop(id(self), None) is self:
            self.reference = None
            if self.cache.entries.get(self.key) is self:
                del self.cache.entries[self.key]
            self.cache.release(self.key)


class WeakCache:
    def __init__(self, make, release):
        self.make = make
        self.release = release
        self.entries = {}

    def get(self, key):
        entry = self.entries.get(key)
        one = None if entry is None else entry.reference()
        if one is None:
            one = self.make(key)
            self.entries[key] = Entry(one, key, self)
        return one

    def evict(self, key):
        if key in self.entries:
            self.entries[key].end()


def parts(receiver):
    if isinstance(receiver, MethodType):
        return receiver.__self__, receiver.__func__
    return receiver, None


class Signal:
    def __init__(self):
        self.receivers = {}

    def connect(self, receiver):
        one, function = parts(receiver)
        place = (id(one), id(function))
        if place not in self.receivers:
            receivers = self.receivers
            receivers[place] = ref(one, lambda _: receivers.pop(place, None)), function

    def disconnect(self, receiver):
        one, function = parts(receiver)
        self.receivers.pop((id(one), id(function)), None)

    def send(self, *args, **kwargs):
        results, first = [], None
        for reference, function in [*self.receivers.values()]:
            one = reference()
            if one is None:
                continue
            try:
                results.append(one(*args, **kwargs) if function is None else function(one, *args, **kwargs))
            except Exception as error:
                first = first or error
        if first is None:
            return results
        try:
            raise first
        finally:
            del first
