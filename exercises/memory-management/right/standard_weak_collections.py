"""Leaves the things of the cache to a WeakValueDictionary, and catches errors in a function of its own."""

from types import MethodType
from weakref import WeakMethod, WeakValueDictionary, finalize, ref


def census(make, collect):
    references = [*map(ref, make())]
    size = len(references)
    references = [one for one in references if one() is not None]
    left = len(references)
    collect()
    kept = len([one for one in references if one() is not None])
    return {"at once": size - left, "collected": left - kept, "kept": kept}


class WeakCache:
    def __init__(self, make, release):
        self.make, self.release = make, release
        self.things = WeakValueDictionary()
        self.turns = {}

    def get(self, key):
        one = self.things.get(key)
        if one is None:
            one = self.things[key] = self.make(key)
            turn = object()
            self.turns[key] = turn, finalize(one, self.end, key, turn)
        return one

    def evict(self, key):
        self.things.pop(key, None)
        if key in self.turns:
            self.turns[key][1]()

    def end(self, key, turn):
        if key in self.turns and self.turns[key][0] is turn:
            del self.turns[key]
        self.release(key)


def ended(receiver, args, kwargs):
    try:
        return True, receiver(*args, **kwargs)
    except Exception as error:
        return False, error


class Signal:
    def __init__(self):
        self.references = []

    def place_of(self, receiver):
        for place, reference in enumerate(self.references):
            one = reference()
            if one is receiver:
                return place
            if isinstance(one, MethodType) and isinstance(receiver, MethodType):
                if one.__self__ is receiver.__self__ and one.__func__ is receiver.__func__:
                    return place
        return None

    def connect(self, receiver):
        if self.place_of(receiver) is None:
            self.references.append((WeakMethod if isinstance(receiver, MethodType) else ref)(receiver))

    def disconnect(self, receiver):
        place = self.place_of(receiver)
        if place is not None:
            del self.references[place]

    def send(self, *args, **kwargs):
        receivers = [reference() for reference in self.references]
        ends = [ended(one, args, kwargs) for one in receivers if one is not None]
        try:
            for place in range(len(ends)):
                if not ends[place][0]:
                    raise ends[place][1]
            return [result for _, result in ends]
        finally:
            ends.clear()
