"""An LRUCache that is an OrderedDict, and a heap that knows what expires next."""

import functools
import heapq
import itertools
import time
from collections import Counter, OrderedDict


class LRUCache(OrderedDict):
    def __init__(self, max_size=None):
        super().__init__()
        self.max_size = max_size
        if max_size is not None and max_size < 0:
            raise ValueError(max_size)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if self.max_size is not None and len(self) > self.max_size:
            super().__delitem__(next(super().__iter__()))


class TTLCache:
    def __init__(self, seconds, max_size=None):
        self.cache, self.seconds = LRUCache(max_size), seconds
        self.heap, self.numbers = [], itertools.count()

    def alive(self):
        while self.heap and self.heap[0][0] <= time.monotonic():
            _, number, key = heapq.heappop(self.heap)
            if key in self.cache and OrderedDict.__getitem__(self.cache, key)[1] == number:
                del self.cache[key]
        return self.cache

    def __getitem__(self, key):
        return self.alive()[key][0]

    def get(self, key, default=None):
        return self.alive().get(key, (default,))[0]

    def __setitem__(self, key, value):
        number = next(self.numbers)
        self.alive()[key] = (value, number)
        heapq.heappush(self.heap, (time.monotonic() + self.seconds, number, key))

    def __delitem__(self, key):
        del self.alive()[key]

    def __contains__(self, key):
        return key in self.alive()

    def __len__(self):
        return len(self.alive())

    def __iter__(self):
        return iter(list(self.alive()))


def custom_cache(max_size=None, typed=False):
    def key_of(*args, **kwargs):
        names = sorted(kwargs)
        values = (args, *(kwargs[name] for name in names))
        kinds = [type(value) for value in (*args, *values[1:])] if typed else ()
        return values, tuple(names), tuple(kinds)

    def decorate(function):
        results, counter = LRUCache(max_size), Counter()

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            key = key_of(*args, **kwargs)
            try:
                result = results[key]
            except KeyError:
                counter["misses"] += 1
            else:
                counter["hits"] += 1
                return result
            results[key] = result = function(*args, **kwargs)
            return result

        def cache_info():
            return {
                "hits": counter["hits"],
                "misses": counter["misses"],
                "size": len(results),
                "max_size": results.max_size,
            }

        def cache_clear():
            results.clear()
            counter.clear()

        wrapper.cache_info = cache_info
        wrapper.cache_clear = cache_clear
        wrapper.cache_forget = lambda *args, **kwargs: (
            dict.__contains__(results, key_of(*args, **kwargs)) and results.__delitem__(key_of(*args, **kwargs))
        )
        return wrapper

    return decorate
