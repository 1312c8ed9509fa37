"""What the suite does with an attempt at classes."""

import operator
from itertools import product

from grader.scenario import catching, outcome, sift


class Answering:
    """Answers every comparison itself, and each in its own way."""

    def answer(sign):
        return lambda self, other: f"{sign} {other.name}"

    __eq__, __ne__, __lt__, __le__, __gt__, __ge__ = map(answer, ["==", "!=", "<", "<=", ">", ">="])


class Double:
    """Has a name and an age, and is no person."""

    def __init__(self, name, age):
        self.name = self._name = name
        self.age = self._age = age


def family(person):
    """The class, two that derive from it, one of them under the same name, and one that derives from the other one.

    That has an `__init__` of its own: names in capitals, a year older.
    """

    class Pilot(person):
        def __init__(self, title, years):
            super().__init__(title.upper(), years + 1)

    Captain, Namesake = type("Captain", (Pilot,), {}), type("Person", (person,), {})
    return {"Person": person, "Pilot": Pilot, "Captain": Captain, "another Person": Namesake}


def make(people):
    """Makes several persons, and then looks at each."""
    from classes import Person

    persons = [Person(name, age) for name, age in people]
    return [(person.name, person.age) for person in persons]


def make_some(name, ages):
    """Makes a person of each age."""
    from classes import Person

    made, refused, _ = sift(ValueError, lambda age: Person(name, age).age, ages)
    return {"made": made, "refused": refused}


def assign_ages(name, age, ages):
    """Assigns one age after the other, and looks at the person's age after each, and at the errors."""
    from classes import Person

    person, seen = Person(name, age), []
    for other in ages:
        with catching(ValueError) as errors:
            person.age = other
        seen.append((person.age, len(errors)))
    return seen


def assign(name, age, steps):
    """Assigns names and ages in turn, and looks at the person after each, and at the errors."""
    from classes import Person

    person, seen = Person(name, age), []
    for attribute, value in steps:
        with catching(AttributeError) as errors:
            setattr(person, attribute, value)
        seen.append((person.name, person.age, len(errors)))
    return seen


def celebrate(people, turns):
    """Several persons, of a subclass perhaps, celebrate their birthdays, so many one after the other each time."""
    from classes import Person

    kinds = family(Person)
    persons = [kinds[kind](name, age) for kind, name, age in people]
    for turn, times in turns:
        for _ in range(times):
            persons[turn].celebrate_birthday()
    return [person.age for person in persons]


def find_adults(asked):
    """Asks the class, a subclass, and a person, whether somebody of an age is an adult."""
    from classes import Person

    whom = {**family(Person), "child": Person("Ann", 7), "adult": Person("Bob", 70)}
    return [(kind, age) for kind, age in asked if whom[kind].is_adult(age) is True]


def read(texts):
    """Reads persons from texts."""
    from classes import Person

    persons = [Person.from_string(text) for text in texts]
    return [(person.name, person.age) for person in persons]


def read_some(texts):
    """Reads persons from those texts that are accepted."""
    from classes import Person

    persons, refused, _ = sift(ValueError, Person.from_string, texts)
    return {"read": [(person.name, person.age) for person in persons], "refused": refused}


def read_kinds(asked):
    """Asks the class and subclasses, which have an `__init__` of their own, to read persons from texts."""
    from classes import Person

    kinds = family(Person)
    persons = [kinds[kind].from_string(text) for kind, text in asked]
    return [(type(person).__name__, person.name, person.age) for person in persons]


def read_again(texts, turns):
    """Reads texts, some of them twice, and one after another of those persons celebrates."""
    from classes import Person

    persons = [Person.from_string(text) for text in texts]
    for turn in turns:
        persons[turn].celebrate_birthday()
    return [(person.name, person.age) for person in persons]


def read_with_errors(texts, error):
    """A subclass raises an error when one is made: how does reading end?"""
    from classes import Person

    class Strict(Person):
        def __init__(self, name, age):
            raise type(error)(f"no {name} of {age}")

    def name_in(text):
        return Strict.from_string(text).name

    return [outcome(name_in, text) for text in texts]


def show(kind, people, birthdays):
    """Shows persons of a class or a subclass before and after some birthdays."""
    from classes import Person

    made = type(kind, (Person,), {}) if kind != "Person" else Person
    persons = [made(name, age) for name, age in people]
    shown = [(repr(person), str(person)) for person in persons]
    for person in persons * birthdays:
        person.celebrate_birthday()
    shown += [(repr(person), f"{person}") for person in persons]
    return {"repr": [one for one, _ in shown], "str": [other for _, other in shown]}


def compare(people, sign):
    """Compares each with each: the places of those for which the comparison holds."""
    from classes import Person

    kinds = family(Person)
    persons = [kinds[kind](name, age) for kind, name, age in people]
    pairs = product(range(len(persons)), repeat=2)
    return [(one, other) for one, other in pairs if getattr(operator, sign)(persons[one], persons[other])]


def rank(person, others, sign):
    """Compares a person with others, and what is no person: the places for which it holds, and is refused."""
    from classes import Person

    kinds = {**family(Person), "pair": lambda *pair: pair, "text": "{}-{}".format, "double": Double}
    me = Person(*person)
    them = [kinds[kind](name, age) for kind, name, age in others]
    found, refused, _ = sift(
        TypeError, lambda place: (place, getattr(operator, sign)(me, them[place])), range(len(them))
    )
    return {"holds": [place for place, answer in found if answer], "refused": refused}


def ask_others(kind, name, age, asked):
    """Compares with objects that have an answer of their own: no persons, and persons of another class."""
    from classes import Person

    class Pilot(Person): ...

    class Guide(Answering, Person): ...

    me, others = {"Person": Person, "Pilot": Pilot}[kind](name, age), {"guide": Guide("Zoe", 1), "nobody": Answering()}
    return [getattr(operator, sign)(me, others[other]) for sign, other in asked]


def sort(people):
    """Sorts persons, and puts them into a set."""
    from classes import Person

    persons = [Person(name, age) for name, age in people]
    return {"sorted": [(one.name, one.age) for one in sorted(persons)], "different": len(set(persons))}


def look_up(people, asked):
    """Makes persons of several classes keys of a dict, and looks others up there, who may be equal."""
    from classes import Person

    kinds = family(Person)
    desks = {kinds[kind](name, age): place for place, (kind, name, age) in enumerate(people)}
    return [desks.get(kinds[kind](name, age), "nobody") for kind, name, age in asked]


def look_up_later(people, birthdays):
    """Makes persons keys of a dict, who grow older then, and looks them up, and others who are equal now."""
    from classes import Person

    persons = [Person(name, age) for name, age in people]
    desks = {person: f"desk {place}" for place, person in enumerate(persons)}
    for person, years in zip(persons, birthdays):
        person.age += years
        person.celebrate_birthday()
    equal = [Person(person.name, person.age) for person in persons]
    return {"themselves": [desks.get(one) for one in persons], "equal": [desks.get(one) for one in equal]}
