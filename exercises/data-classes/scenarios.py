"""What the suite does with an attempt at dataclasses."""

import operator
from dataclasses import replace
from itertools import product

from grader.scenario import Odd, catching, iterable, outcome, sift, which


class Badge(Odd):
    """Equals everything, is neither true nor false, and can't be copied."""

    def __reduce__(self):
        raise TypeError("can't be copied")


class Plain:
    """No release, though it looks like one."""

    def __init__(self, version, changes=()):
        self.version, self.changes = version, changes


BADGES = [None, False, 0, "", (), [7], Badge(), Badge()]


def build(*classes):
    """A function that makes one of the classes, or of the subclasses MyRelease and so on that somebody has written."""
    kinds = {one.__name__: one for one in classes}
    kinds |= {f"My{name}": type(f"My{name}", (one,), {}) for name, one in kinds.items()}
    return lambda kind, given, named: kinds[kind](*given, **named)


def facts(one):
    """The class of a release or a person, and what it is made of; changes that are no tuple, as a list."""
    names = ["version", "changes", "parts", "stage", "name", "age", "email", "skills"]
    found = {name: getattr(one, name) for name in names if hasattr(one, name)}
    if not isinstance(found.get("changes", ()), tuple):
        found["changes"] = list(found["changes"])
    return type(one).__name__, found


def make_releases(kind, releases):
    """Makes several releases, with changes of some kind, and then looks at each."""
    from data_classes import Prerelease, Release

    make = build(Release, Prerelease)
    made = [make(name, (text, iterable(kind, changes)), stage) for name, (text, changes), stage in releases]
    return {"facts": [facts(one) for one in made], "shown": [repr(one) for one in made]}


def leave_out(stages):
    """Makes prereleases, some of them without a stage; some are refused."""
    from data_classes import Prerelease

    accepted, refused, _ = sift(TypeError, lambda stage: facts(Prerelease("1.2", **stage)), stages)
    return {"accepted": accepted, "refused": refused}


def refuse_releases(way, first, asked):
    """Makes releases like the first one, or replaces its arguments by others; some are refused."""
    from data_classes import Prerelease, Release

    make, (name, _, stage) = build(Release, Prerelease), first
    old = make(*first)
    ways = {
        "make": lambda version, **new: make(name, (version,), stage | new),
        "replace": lambda **new: replace(old, **new),
    }
    accepted, refused, _ = sift(ValueError, lambda new: facts(ways[way](**new)), asked)
    return {"accepted": accepted, "refused": refused}


def compare(sign, things, parts):
    """Compares each with each, and with a tuple: the places for which it is true, and for which it is a TypeError."""
    from data_classes import Person, Prerelease, Release

    make = build(Person, Prerelease, Release)
    made = [*(make(*thing) for thing in things), parts]
    compared = lambda one, other: ((one, other), getattr(operator, sign)(made[one], made[other]))  # noqa: E731
    answers, refused, _ = sift(TypeError, lambda at: compared(*at), product(range(len(made)), repeat=2))
    return {"true": [at for at, answer in answers if answer is True], "refused": refused}


def look_up(releases, asked):
    """Makes releases keys of a dict, where the last of equal ones counts, and looks others up."""
    from data_classes import Prerelease, Release

    make = build(Release, Prerelease)
    shelf = {make(*release): place for place, release in enumerate(releases)}
    return [shelf.get(make(*release), "nowhere") for release in asked]


def change(kind, version, changes, stage, steps):
    """Assigns to attributes of a release, or deletes them; each time the list that was given is changed."""
    from data_classes import Prerelease, Release

    release, seen = build(Release, Prerelease)(kind, (version, changes), stage), []
    for name, *value in steps:
        with catching(Exception) as errors:
            setattr(release, name, *value) if value else delattr(release, name)
        changes.append("later")
        seen.append((*facts(release), len(errors)))
    return seen


def look_at_classes(things):
    """At which places stand releases, and those that have a `__dict__`, as a subclass without slots gives one?"""
    from data_classes import Prerelease, Release

    make = build(Plain, Prerelease, Release)
    made = [make(*thing) for thing in things]
    releases = [place for place, one in enumerate(made) if isinstance(one, Release)]
    return {"releases": releases, "dicts": [place for place, one in enumerate(made) if hasattr(one, "__dict__")]}


def replace_some(first, steps):
    """Replaces arguments, then those of what came of that, and so on; looks at all of them in the end."""
    from data_classes import Person, Prerelease, Release

    made = [build(Person, Prerelease, Release)(*first)]
    for changes in steps:
        made.append(replace(made[-1], **changes))
    return [facts(one) for one in made]


def make_persons(kind, people):
    """Makes several persons, with skills of some kind, and then looks at each."""
    from data_classes import Person

    made = [Person(*start, iterable(kind, skills), **domain) for (*start, skills), domain in people]
    return {"facts": [facts(one) for one in made], "shown": [repr(one) for one in made]}


def learn(skills, steps):
    """Two persons get the same list, two none, two come by replace; then one after the other learns something."""
    from data_classes import Person

    people = [Person("Ann", 36, None, skills), Person("Bob", 40, skills=skills), Person("Cy", 7), Person("Di", 9)]
    people += [replace(people[0], name="Ed"), replace(people[2], age=8)]
    for turn, skill in steps:
        people[turn].add_skill(skill)
        skills.append(f"not {skill}")
    return {"skills": [person.skills for person in people], "given": skills}


def refuse_ages(way, ages):
    """Makes persons of these ages, or replaces the age of one; some are refused."""
    from data_classes import Person

    ann = Person("Ann", 36)
    make = {"make": lambda age: Person("Ann", age), "replace": lambda age: replace(ann, age=age)}[way]
    accepted, refused, _ = sift(ValueError, lambda age: make(age).age, ages)
    return {"accepted": accepted, "refused": refused}


def find_badges(people):
    """At which places among the badges stand those of some persons, and those after a replace?"""
    from data_classes import Person

    made = [Person("Ann", age, badge=BADGES[badge]) for age, badge in people]
    made += [replace(person, name="Ed") for person in made]
    return {"places": [which(one.badge, BADGES) for one in made], "shown": [repr(one) for one in made]}


def hire(kind, places, steps):
    """Companies begin with the same persons, with none, or come by replace; who is where after some are hired?"""
    from data_classes import Company, Person

    people = [Person("Ann", 36) for _ in range(4)]
    given = [people[place] for place in places]
    companies = [Company("A", given), Company("B", iterable(kind, given)), Company("C"), Company("D")]
    companies += [replace(companies[0], name="E"), replace(companies[2], name="F")]
    for turn, place in steps:
        companies[turn].hire(people[place])
        given.append(people[0])
    return [[which(one, people) for one in company.employees] for company in companies]


def compare_companies(sign, companies):
    """Compares companies with employees of these names, each with each: the places for which it is true."""
    from data_classes import Company, Person

    make = build(Company)
    made = [make(kind, (name, [Person(one, 36) for one in people]), {}) for kind, name, people in companies]
    places = product(range(len(made)), repeat=2)
    return [(one, other) for one, other in places if getattr(operator, sign)(made[one], made[other]) is True]


def to_plain(name, people):
    """Turns a company into plain data."""
    from data_classes import Company, Person

    return Company(name, [Person(*start, BADGES[badge]) for *start, badge in people]).to_dict()


def part(people, steps):
    """Turns a company into plain data; then one or the other is changed, step by step."""
    from data_classes import Company, Person

    company = Company("Acme", [Person(*start) for start in people])
    data = company.to_dict()
    for where, place, skill in steps:
        if where == "company":
            company.hire(Person(skill, place))
            company.employees[place].add_skill(skill)
        else:
            data["employees"].append(skill)
            data["employees"][place]["skills"].append(skill)
    return {"data": data, "later": company.to_dict()}


def from_plain(kind, data, skill):
    """Makes a company, of a subclass perhaps, of plain data; then all learn something, and somebody is hired."""
    from data_classes import Company, Person

    company = {"Company": Company, "MyCompany": type("MyCompany", (Company,), {})}[kind].from_dict(data)
    for person in company.employees:
        person.add_skill(skill)
    company.hire(Person(skill, 0))
    people = [facts(person) for person in company.employees]
    return {"company": (type(company).__name__, company.name), "people": people, "data": data}


def refuse_data(several):
    """Makes companies of plain data, some of which is refused: their names, or the class of the error."""
    from data_classes import Company

    ends = [outcome(Company.from_dict, data)[1] for data in several]
    errors = [[kind.__name__ for kind in (TypeError, ValueError) if isinstance(end, kind)] for end in ends]
    return [error or end.name for error, end in zip(errors, ends)]
