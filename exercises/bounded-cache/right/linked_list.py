"""A dict of links, each of which knows its neighbours, and a class in the place of the wrapper."""

import functools
import time


class Link:
    __slots__ = ("key", "value", "before", "after", "end")


class LRUCache:
    def __init__(self, max_size=None):
        if max_size is not None and max_size < 0:
            raise ValueError("negative")
        self.max_size, self.links = max_size, {}
        self.root = Link()
        self.root.before = self.root.after = self.root

    def take_out(self, link):
        link.before.after, link.after.before = link.after, link.before

    def put_last(self, link):
        link.before, link.after = self.root.before, self.root
        link.before.after = self.root.before = link

    def find(self, key):
        return self.links.get(key)

    def __getitem__(self, key):
        link = self.find(key)
        if link is None:
            raise KeyError(key)
        self.take_out(link)
        self.put_last(link)
        return link.value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __setitem__(self, key, value):
        link = self.find(key)
        if link is None:
            link = self.links[key] = Link()
            link.key = key
        else:
            self.take_out(link)
        link.value = value
        self.put_last(link)
        while self.max_size is not None and len(self.links) > self.max_size:
            self.remove(self.root.after)

    def remove(self, link):
        self.take_out(link)
        del self.links[link.key]

    def __delitem__(self, key):
        link = self.find(key)
        if link is None:
            raise KeyError(key)
        self.remove(link)

    def __contains__(self, key):
        return self.find(key) is not None

    def __len__(self):
        return len(self.links)

    def __iter__(self):
        link = self.root.after
        while link is not self.root:
            yield link.key
            link = link.after


class TTLCache(LRUCache):
    def __init__(self, seconds, max_size=None):
        super().__init__(max_size)
        self.seconds, self.oldest = seconds, None

    def tidy(self):
        now = time.monotonic()
        if self.oldest is not None and now >= self.oldest:
            for link in list(self.links.values()):
                if now >= link.end:
                    self.remove(link)
            self.oldest = min((link.end for link in self.links.values()), default=None)

    def find(self, key):
        self.tidy()
        return super().find(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        link = super().find(key)
        if link is not None:
            link.end = time.monotonic() + self.seconds
            self.oldest = link.end if self.oldest is None else min(self.oldest, link.end)

    def __len__(self):
        self.tidy()
        return super().__len__()

    def __iter__(self):
        self.tidy()
        return super().__iter__()


def custom_cache(max_size=None, typed=False):
    return functools.partial(Cached, max_size, typed)


class Cached:
    def __init__(self, max_size, typed, function):
        functools.update_wrapper(self, function)  # first, since it copies all attributes of a Cached as well
        self.function, self.max_size, self.typed = function, max_size, typed
        self.cache_clear()

    def key(self, args, kwargs):
        mark = type if self.typed else lambda value: None
        return tuple((one, mark(one)) for one in args), frozenset(
            (name, one, mark(one)) for name, one in kwargs.items()
        )

    def __call__(self, /, *args, **kwargs):
        key = self.key(args, kwargs)
        if key in self.results:
            self.hits += 1
            return self.results[key]
        self.misses += 1
        self.results[key] = result = self.function(*args, **kwargs)
        return result

    def cache_info(self):
        return dict(hits=self.hits, misses=self.misses, size=len(self.results), max_size=self.max_size)

    def cache_forget(self, /, *args, **kwargs):
        if self.key(args, kwargs) in self.results:
            del self.results[self.key(args, kwargs)]

    def cache_clear(self):
        self.results, self.hits, self.misses = LRUCache(self.max_size), 0, 0
