"""What the suite does with an attempt at classes."""

import operator
from itertools import product

from grader.scenario import catching, lookalikes, outcome, sift, which

log = []


def answering(*signs):
    """A class whose instances answer these comparisons themselves, each in its own way, and write it down."""

    def answer(sign):
        return lambda self, other: log.append(sign) or f"{sign} {other.name}"

    names = {"==": "__eq__", "!=": "__ne__", "<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__"}
    return type("Answering", (), {names[sign]: answer(sign) for sign in signs})


class Double:
    """Has a name and an age, and is no person."""

    def __init__(self, name, age):
        self.name = self._name = name
        self.age = self._age = age


def family(person):
    """The class, two that derive from it, one of them under the same name, and one that derives from the other one.

    That has an `__init__` of its own, names in capitals, a year older, and an attribute more.
    """

    class Pilot(person):
        def __init__(self, title, years):
            super().__init__(title.upper(), years + 1)
            self.badge = object()

    Captain, Namesake = type("Captain", (Pilot,), {}), type("Person", (person,), {})
    return {"Person": person, "Pilot": Pilot, "Captain": Captain, "another Person": Namesake}


def make(people):
    """Makes several persons, and then looks at each."""
    from classes import Person

    persons = [Person(name, age) for name, age in people]
    return [(person.name, person.age) for person in persons]


def make_some(asked):
    """Makes persons of the class and of subclasses, which have an `__init__` of their own."""
    from classes import Person

    kinds = family(Person)
    made, refused, _ = sift(ValueError, lambda one: kinds[one[0]](*one[1:]).age, asked)
    return {"made": made, "refused": refused}


def assign_ages(name, age, ages):
    """Assigns one age after the other, and looks at the age after each, and at the errors; then there is a birthday."""
    from classes import Person

    person, seen = Person(name, age), []
    for other in ages:
        with catching(ValueError) as errors:
            person.age = other
        seen.append((person.age, len(errors)))
        person.celebrate_birthday()
    return seen


def assign(people, steps):
    """Assigns names and ages of one person or the other, and looks at both after each step, and at the errors."""
    from classes import Person

    kinds, seen = family(Person), []
    persons = [kinds[kind](name, age) for kind, name, age in people]
    for turn, attribute, value in steps:
        with catching(AttributeError) as errors:
            setattr(persons[turn], attribute, value)
        seen.append(([(person.name, person.age) for person in persons], len(errors)))
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
    return [(kind, age, whom[kind].is_adult(age)) for kind, age in asked]


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
    """A subclass raises one of some errors, by age, that look alike: how does reading end?"""
    from classes import Person

    errors = lookalikes(error, 4)

    class Strict(Person):
        def __init__(self, name, age):
            raise errors[age]

    ends = [outcome(Strict.from_string, text) for text in texts]
    return [which(end, errors) for _, end in ends]


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
    """Compares somebody, two years later, with others, and what is no person: for which it holds, and is refused."""
    from classes import Person

    kinds = {**family(Person), "pair": lambda *pair: pair, "text": "{}-{}".format, "double": Double}
    kind, name, age = person
    me = kinds[kind](name, age)
    me.age += 1
    me.celebrate_birthday()
    them = [kinds[kind](name, age) for kind, name, age in others]
    found, refused, _ = sift(
        TypeError, lambda place: (place, getattr(operator, sign)(me, them[place])), range(len(them))
    )
    return {"holds": [place for place, answer in found if answer], "refused": refused}


def ask_others(kind, name, age, asked):
    """Compares with objects that have an answer of their own: no persons, and persons of another class."""
    from classes import Person

    class Pilot(Person): ...

    Nobody = answering("==", "!=", "<", "<=", ">", ">=")

    class Guide(Nobody, Person): ...

    others = {"guide": Guide("Zoe", 1), "nobody": Nobody(), "terse": answering(">")()}
    me, answers = {"Person": Person, "Pilot": Pilot}[kind](name, age), []
    for sign, other in asked:
        answers.append("refused")
        with catching(TypeError):
            answers[-1] = getattr(operator, sign)(me, others[other])
    return {"answers": answers, "asked": log}


def sort(people):
    """Sorts persons, who have got another age, and puts them into a set."""
    from classes import Person

    persons = [Person(name, 0) for name, _ in people]
    for person, (_, age) in zip(persons, people):
        person.age = age
    return {"sorted": [(one.name, one.age) for one in sorted(persons)], "different": len(set(persons))}


def look_up(people, asked):
    """Makes persons of several classes keys of a dict, and looks others up there, who may be equal."""
    from classes import Person

    kinds = family(Person)
    desks = {kinds[kind](name, age): place for place, (kind, name, age) in enumerate(people)}
    return [desks.get(kinds[kind](name, age), "nobody") for kind, name, age in asked]


def look_up_later(kind, people, ages):
    """Makes persons keys of a dict, who are of another age then, and looks them up, and others who are equal now."""
    from classes import Person

    made = {"Person": Person, "Pilot": type("Pilot", (Person,), {})}[kind]
    persons = [made(name, age) for name, age in people]
    desks = {person: f"desk {place}" for place, person in enumerate(persons)}
    for person, age in zip(persons, ages):
        person.age = age
        person.celebrate_birthday()
    equal = [made(person.name, person.age) for person in persons]
    return {"themselves": [desks.get(one) for one in persons], "equal": [desks.get(one) for one in equal]}
