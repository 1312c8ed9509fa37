"""Keeps its two values in slots, and writes out every comparison by one key; descriptors do the checking."""


class Name:
    def __get__(self, person, owner=None):
        return person._name if person is not None else self

    def __set__(self, person, value):
        raise AttributeError("can't be assigned")


class Age(Name):
    def __get__(self, person, owner=None):
        return person._age if person is not None else self

    def __set__(self, person, value):
        if value <= -1:
            raise ValueError("negative")
        person._age = value


def comparison(method):
    def compare(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return getattr(tuple, method)(self._key(), other._key())

    return compare


class Person:
    __slots__ = ("_name", "_age")
    name, age = Name(), Age()

    def __init__(self, name, age):
        self._name, self.age = name, age

    def _key(self):
        return self.age, self.name

    __eq__ = comparison("__eq__")
    __ne__ = comparison("__ne__")
    __lt__ = comparison("__lt__")
    __le__ = comparison("__le__")
    __gt__ = comparison("__gt__")
    __ge__ = comparison("__ge__")

    def __hash__(self):
        return self._name.__hash__()

    def celebrate_birthday(self):
        Person.age.__set__(self, self.age + 1)

    def is_adult(age):
        return age >= 18

    is_adult = staticmethod(is_adult)

    def from_string(cls, text):
        place = text.rindex("-")
        return cls(text[:place], int(text[place + 1 :]))

    from_string = classmethod(from_string)

    def __str__(self):
        return self.name + "-" + str(self.age)

    def __repr__(self):
        return type(self).__name__ + repr((self.name, self.age))
