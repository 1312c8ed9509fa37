"""Lets functools.cached_property remember, in the instance's dictionary, and adds what it lacks: to be read-only."""

from functools import cached_property


class ReadOnly(cached_property):
    def __set__(self, obj, value):
        raise AttributeError(f"{self.attrname} is computed")

    def __delete__(self, obj):
        vars(obj).pop(self.attrname, None)


class Series:
    def __init__(self, readings, summarize):
        vars(self).update(readings=tuple(readings), summarize=summarize)

    def __setattr__(self, name, value):
        super().__setattr__(name, tuple(value) if name == "readings" else value)
        if name in ("readings", "summarize"):
            del self.summary

    def add(self, reading):
        self.readings += (reading,)

    @ReadOnly
    def summary(self):
        return self.summarize(self.readings)


class Member:
    """Python asks for nickname only where there is none."""

    def __init__(self, number, name):
        vars(self)["number"] = number
        self.name = name

    def __setattr__(self, name, value):
        if name == "number":
            raise AttributeError("a member keeps its number")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        if name == "number":
            raise AttributeError("a member keeps its number")
        super().__delattr__(name)

    def __getattr__(self, name):
        if name == "nickname":
            return self.name
        raise AttributeError(name)
