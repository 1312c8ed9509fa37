"""A dict keeps the order in which keys came in: who is used goes out and comes in again."""

import functools
import time

MISSING = object()


class LRUCache:
    def __init__(self, max_size=None):
        if max_size is not None and max_size < 0:
            raise ValueError("negative")
        self.max_size = max_size
        self.entries = {}
        self.gone = 0

    def __getitem__(self, key):
        value = self.entries.pop(key)
        self.entries[key] = value
        return value

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __setitem__(self, key, value):
        self.entries.pop(key, None)
        self.entries[key] = value
        if self.max_size is not None and len(self.entries) > self.max_size:
            del self.entries[next(iter(self.entries))]
            self.gone += 1
            if self.gone > self.max_size:  # a dict that lost many at its front looks for the first one for long
                self.entries, self.gone = dict(self.entries), 0

    def __delitem__(self, key):
        del self.entries[key]

    def __contains__(self, key):
        return key in self.entries

    def __len__(self):
        return len(self.entries)

    def __iter__(self):
        yield from self.entries


class TTLCache(LRUCache):
    def __init__(self, seconds, max_size=None):
        super().__init__(max_size)
        self.seconds, self.written, self.next_end = seconds, {}, float("inf")

    def tidy(self):
        now = time.monotonic()
        if now >= self.next_end:
            self.written = {key: at for key, at in self.written.items() if key in self.entries}
            for key, at in list(self.written.items()):
                if now - at >= self.seconds:
                    del self.entries[key], self.written[key]
            self.next_end = min(self.written.values(), default=float("inf")) + self.seconds

    def __setitem__(self, key, value):
        self.tidy()
        super().__setitem__(key, value)
        self.written[key] = time.monotonic()
        self.next_end = min(self.next_end, self.written[key] + self.seconds)

    def __getitem__(self, key):
        self.tidy()
        return super().__getitem__(key)

    def __delitem__(self, key):
        self.tidy()
        super().__delitem__(key)

    def __contains__(self, key):
        self.tidy()
        return super().__contains__(key)

    def __len__(self):
        self.tidy()
        return super().__len__()

    def __iter__(self):
        self.tidy()
        return super().__iter__()


def custom_cache(max_size=None, typed=False):
    def decorate(function):
        results, counts = LRUCache(max_size), {"hits": 0, "misses": 0}

        def key_of(args, kwargs):
            key = [args, tuple(sorted(kwargs.items(), key=lambda item: item[0]))]
            if typed:
                key += [tuple(type(value) for value in args), tuple(type(kwargs[name]) for name in sorted(kwargs))]
            return tuple(key)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            key = key_of(args, kwargs)
            result = results.get(key, MISSING)
            if result is not MISSING:
                counts["hits"] += 1
                return result
            counts["misses"] += 1
            result = function(*args, **kwargs)
            results[key] = result
            return result

        def forget(*args, **kwargs):
            key = key_of(args, kwargs)
            if key in results:
                del results[key]

        def clear():
            for key in list(results):
                del results[key]
            counts.update(hits=0, misses=0)

        wrapper.cache_info = lambda: {**counts, "size": len(results), "max_size": max_size}
        wrapper.cache_forget, wrapper.cache_clear = forget, clear
        return wrapper

    return decorate
