"""Finalizers in all three: they count, release, and take receivers off a list; each entry has its own flag."""

from functools import partial
from types import MethodType
from weakref import finalize, ref


def census(make, collect):
    ends = [finalize(one, int) for one in make()]

    def count():
        return len([end for end in ends if end.alive])

    counts = len(ends), count(), (collect(), count())[1]
    for end in ends:
        end.detach()
    return {"at once": counts[0] - counts[1], "collected": counts[1] - counts[2], "kept": counts[2]}


class WeakCache:
    def __init__(self, make, release):
        self.make, self.release, self.known = make, release, []

    def find(self, key):
        for entry in self.known:
            if entry[0] == key and entry[1].alive:
                return entry

    def get(self, key):
        entry = self.find(key)
        kept = entry and entry[1].peek()
        if kept:
            return kept[0]
        one = self.make(key)
        entry = [key]
        entry.append(finalize(one, self.end, entry))
        self.known.append(entry)
        return one

    def evict(self, key):
        entry = self.find(key)
        if entry:
            entry[1]()

    def end(self, entry):
        self.known = [one for one in self.known if one is not entry]
        entry.pop()
        self.release(*entry)


class Signal:
    def __init__(self):
        self.receivers = []

    def disconnect(self, receiver):
        self.receivers = [one for one in self.receivers if not same(one, receiver)]

    def connect(self, receiver):
        if not any(same(one, receiver) for one in self.receivers):
            if isinstance(receiver, MethodType):
                one = partial(through, ref(receiver.__self__), receiver.__func__)
            else:
                one = ref(receiver)
            self.receivers.append(one)

    def send(self, *args, **kwargs):
        results, failed = [], []
        for one in [find() for find in self.receivers]:
            if one is None:
                continue
            try:
                results += [one(*args, **kwargs)]
            except Exception as error:
                failed = failed or [error]
        while failed:
            raise failed.pop()
        return results


def through(find, function):
    one = find()
    return None if one is None else MethodType(function, one)


def same(find, receiver):
    one = find()
    if isinstance(one, MethodType) and isinstance(receiver, MethodType):
        return one.__self__ is receiver.__self__ and one.__func__ is receiver.__func__
    return one is receiver
