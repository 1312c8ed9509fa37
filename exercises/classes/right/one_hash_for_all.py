"""Is a subclass of a mixin that compares, and has one hash for all, which is slow but right; matches on patterns."""

from functools import partialmethod


class Comparable:
    def _compare(self, other, signs):
        if self.__class__ != other.__class__:
            return NotImplemented
        mine, theirs = (self.age, self.name), (other.age, other.name)
        return ((mine > theirs) - (mine < theirs)) in signs

    __eq__ = partialmethod(_compare, signs=[0])
    __lt__ = partialmethod(_compare, signs=[-1])
    __le__ = partialmethod(_compare, signs=[-1, 0])
    __gt__ = partialmethod(_compare, signs=[1])
    __ge__ = partialmethod(_compare, signs=[0, 1])

    def __hash__(self):
        return 1


class Person(Comparable):
    ADULT = 18

    def __init__(self, name, age):
        self.__dict__["_Person__name"] = name
        self.set_age(age)

    def get_age(self):
        return self.__age

    def set_age(self, age):
        if age != abs(age):
            raise ValueError(f"{age} is below 0")
        self.__age = age

    age = property(get_age, set_age)
    name = property(lambda self: self.__name)

    def celebrate_birthday(self):
        self.age = 1 + self.age

    @classmethod
    def is_adult(cls, age):
        return age >= cls.ADULT

    @classmethod
    def from_string(cls, text):
        match text.split("-"):
            case [*first, age] if first and age.isdecimal():
                return cls("-".join(first), int(age))
        raise ValueError(text)

    def __repr__(self):
        return f"{type(self).__qualname__}({self.name!r}, {self.age:d})"

    def __str__(self):
        return "%s-%d" % (self.name, self.age)
