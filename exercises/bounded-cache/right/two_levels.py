"""One class for both mappings, where an LRUCache is a TTLCache whose entries never expire."""

import functools
import time
from collections import OrderedDict


class Cache:
    def __init__(self, max_size, seconds):
        if (max_size or 0) < 0:
            raise ValueError("a size is not negative")
        self.room = float("inf") if max_size is None else max_size
        self.seconds = seconds
        self.used, self.written = OrderedDict(), OrderedDict()

    def tidied(self):
        while self.written:
            key, at = next(iter(self.written.items()))
            if time.monotonic() - at < self.seconds:
                break
            del self.used[key], self.written[key]
        return self.used

    def __setitem__(self, key, value):
        self.tidied().pop(key, None)
        self.written.pop(key, None)
        self.used[key], self.written[key] = value, time.monotonic()
        while len(self.used) > self.room:
            oldest, _ = self.used.popitem(last=False)
            del self.written[oldest]

    def __getitem__(self, key):
        self.tidied().move_to_end(key)
        return self.used[key]

    def __delitem__(self, key):
        del self.tidied()[key], self.written[key]

    def get(self, key, default=None):
        if key not in self:
            return default
        return self[key]

    def __contains__(self, key):
        return key in self.tidied()

    def __len__(self):
        return len(self.tidied())

    def __iter__(self):
        return iter(self.tidied())


class LRUCache(Cache):
    def __init__(self, max_size=None):
        super().__init__(max_size, float("inf"))


class TTLCache(Cache):
    def __init__(self, seconds, max_size=None):
        super().__init__(max_size, seconds)


class Same:
    def __init__(self, args, kwargs, typed):
        self.parts = args, kwargs, [type(one) for one in (*args, *dict(sorted(kwargs.items())).values())] * typed

    def __eq__(self, other):
        return self.parts == other.parts

    def __hash__(self):
        return hash((self.parts[0], frozenset(self.parts[1].items())))


def custom_cache(max_size=None, typed=False):
    LRUCache(max_size)

    def decorate(function):
        state = {"results": LRUCache(max_size), "hits": 0, "misses": 0}

        @functools.wraps(function)
        def cached(*args, **kwargs):
            key = Same(args, kwargs, typed)
            kept = state["results"].get(key)
            state["hits" if kept else "misses"] += 1
            if not kept:
                kept = state["results"][key] = [function(*args, **kwargs)]
            return kept[0]

        def cache_forget(*args, **kwargs):
            try:
                del state["results"][Same(args, kwargs, typed)]
            except KeyError:
                pass

        cached.cache_info = lambda: {
            "hits": state["hits"],
            "misses": state["misses"],
            "size": len(state["results"]),
            "max_size": max_size,
        }
        cached.cache_forget = cache_forget
        cached.cache_clear = lambda: state.update(results=LRUCache(max_size), hits=0, misses=0)
        return cached

    return decorate
