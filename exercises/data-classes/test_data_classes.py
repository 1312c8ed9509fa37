"""The hidden suite of the exercise on dataclasses."""

import operator
from copy import deepcopy
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import points, public


def lists(of, least=1, most=5):
    return st.lists(of, min_size=least, max_size=most)


def dicts(**optional):
    return st.fixed_dictionaries({}, optional=optional)


KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"])
WAYS = st.sampled_from(["make", "replace"])
EQUAL = st.sampled_from(["eq", "ne"])
SIGNS = st.sampled_from(["eq", "ne", "lt", "le", "gt", "ge"])
TEXTS = st.lists(st.text("ab '", max_size=3), max_size=3)
NUMBERS = lists(st.sampled_from(["0", "1", "2", "02", "9", "10", "31", str(10**30)]), most=6).map(".".join)
FEW = st.sampled_from(["1", "1.0", "1.2", "1.02", "1.2.0", "1.9", "1.10", "9", "10", "01.2", "1.2.0.0"])
VERSIONS = FEW | NUMBERS
STAGES = st.fixed_dictionaries({"stage": st.integers(1, 3)})
RELEASE = st.tuples(st.sampled_from(["Release", "Release", "MyRelease"]), st.tuples(FEW, TEXTS), st.just({}))
PRERELEASE = st.tuples(st.sampled_from(["Prerelease", "Prerelease", "MyPrerelease"]), st.tuples(FEW, TEXTS), STAGES)
PARTS = st.lists(st.integers(0, 3), max_size=3).map(tuple)
VALUES = {"version": FEW, "changes": PARTS, "parts": PARTS, "stage": st.integers(1, 3)}
ASSIGNED = st.one_of([st.tuples(st.just(name), value) for name, value in VALUES.items()])
DELETED = st.tuples(st.sampled_from(list(VALUES)))
NAMES = st.text("AnÉß ", max_size=4)
AGES = st.integers(0, 3)
EMAILS = st.sampled_from([None, None, "", "a@b"])
DOMAINS = dicts(domain=st.sampled_from([None, "", "b.de"]))
PERSON = st.tuples(NAMES, AGES, EMAILS, TEXTS)
FIELDS = {"name": NAMES, "age": AGES, "email": EMAILS, "skills": TEXTS}
ALIKE = st.tuples(
    st.sampled_from("AB"),
    st.just(1),
    st.sampled_from([None, ""]),
    st.sampled_from([["go"], [], ["a", "b"], ["b", "a"]]),
)
BADGE = st.integers(0, 7)  # a place in the scenarios' list of badges
WORD = st.text("xyz", max_size=2)
EMPLOYEE = st.fixed_dictionaries({"name": NAMES, "age": AGES}, optional={"email": EMAILS, "skills": TEXTS})
DATA = st.fixed_dictionaries({"name": NAMES}, optional={"employees": st.lists(EMPLOYEE, max_size=3)})
DEFECTS = [
    ({"name": None}, "TypeError"),
    ({"boss": "Ann"}, "TypeError"),
    ({"employees": [{"name": "Ann"}]}, "TypeError"),
    ({"employees": [{"age": 3}]}, "TypeError"),
    ({"employees": [{"name": "Ann", "age": 3}, {"name": "Bob", "age": 3, "name_": ""}]}, "TypeError"),
    ({"employees": [{"name": "Ann", "age": 0}, {"name": "Bob", "age": -1}]}, "ValueError"),
    ({"employees": [{"name": "Ann", "age": 0}]}, None),
]
OLD, NEW = ("Release", ("1.2", ["a"]), {}), ("Release", ("1.10", []), {})
SAME, LONGER, MINE = ("Release", ("1.02", []), {}), ("Release", ("1.2.0", ["a"]), {}), ("MyRelease", ("1.2", ["a"]), {})
EARLY, LATE = ("Prerelease", ("1.2", ["a"]), {"stage": 1}), ("Prerelease", ("1.02", []), {"stage": 2})
NEXT = ("Prerelease", ("1.10", []), {"stage": 1})


def parts(version):
    return tuple(int(number) for number in version.split("."))


def is_version(text):
    return all(number.isdigit() for number in text.split("."))


def facts(kind, version, changes, stage):
    return kind, {"version": version, "changes": tuple(changes), "parts": parts(version), **stage}


def person(name, age, email, skills, *, domain=None, kind="Person"):
    made = f"{name.lower()}@{domain}" if email is None and domain is not None else email
    return kind, {"name": name, "age": age, "email": made, "skills": skills}


def plain(*person):
    return dict(zip(FIELDS, person, strict=True))


def shown(kind, values):
    return f"{kind}({', '.join(f'{name}={value!r}' for name, value in values.items() if name != 'parts')})"


def key(release):
    """The class of a release, and what it is compared by."""
    kind, (version, _), stage = release
    return kind, (parts(version), *stage.values())


def compared(sign, keys):
    """The places for which a comparison is true, and for which it is a TypeError, by class and what counts."""
    pairs = list(product(range(len(keys)), repeat=2))
    refused = [(i, j) for i, j in pairs if keys[i][0] != keys[j][0] and sign not in ("eq", "ne")]
    true = [(i, j) for i, j in pairs if (i, j) not in refused and getattr(operator, sign)(keys[i], keys[j])]
    return {"true": true, "refused": refused}


class TestRelease:
    """Release and Prerelease"""

    @public
    @points(2)
    @given(kind=KINDS, releases=lists(st.tuples(st.just("Release"), st.tuples(VERSIONS, TEXTS), st.just({}))))
    @example(kind="iterator", releases=[NEW, OLD, SAME])
    def test_has_a_version(self, attempt, kind, releases):
        """A Release keeps its version as it is and its changes as a tuple, knows its parts, and shows itself."""
        seen = attempt.make_releases(kind=kind, releases=releases)
        made = [facts(name, *given, stage) for name, given, stage in releases]
        assert seen.facts == made
        assert seen.shown == [shown(*one) for one in made]

    @points(2)
    @given(kind=KINDS, releases=lists(st.tuples(st.just("Prerelease"), st.tuples(VERSIONS, TEXTS), STAGES)))
    @example(kind="iterator", releases=[EARLY, LATE])
    def test_has_a_stage(self, attempt, kind, releases):
        """A Prerelease has all that a Release has, and a stage that is given by keyword."""
        seen = attempt.make_releases(kind=kind, releases=releases)
        made = [facts(name, *given, stage) for name, given, stage in releases]
        assert seen.facts == made
        assert seen.shown == [shown(*one) for one in made]

    @given(stages=lists(STAGES | st.just({}), most=6))
    @example(stages=[{"stage": 1}, {}, {"stage": 2}])
    def test_needs_a_stage(self, attempt, stages):
        """A Prerelease can't be made without a stage."""
        seen = attempt.leave_out(stages=stages)
        assert seen.accepted == [facts("Prerelease", "1.2", (), stage) for stage in stages if stage]
        assert seen.refused == [stage for stage in stages if not stage]

    @points(2)
    @given(way=WAYS, versions=lists(st.text("012..x", max_size=5) | VERSIONS, most=6))
    @example(way="make", versions=["1.0", "", ".", "1.", ".1", "1..2", "x", "1.x", "3.0.x", "3"])
    @example(way="replace", versions=["1.0", "", "1.", "1.x", "3"])
    def test_refuses_other_versions(self, attempt, way, versions):
        """A text that is no version is refused, when a Release is made and by replace."""
        seen = attempt.refuse_releases(way=way, first=("Release", ("1",), {}), asked=[{"version": v} for v in versions])
        assert seen.refused == [{"version": text} for text in versions if not is_version(text)]
        assert seen.accepted == [facts("Release", text, (), {}) for text in versions if is_version(text)]

    @points(2)
    @given(way=WAYS, asked=lists(st.fixed_dictionaries({"version": FEW | st.just("1."), "stage": st.integers(-1, 3)})))
    @example(way="make", asked=[{"version": "1.", "stage": 1}, {"version": "1", "stage": 0}])
    @example(way="replace", asked=[{"version": "1.", "stage": 1}, {"version": "1", "stage": 0}])
    def test_refuses_other_stages(self, attempt, way, asked):
        """A Prerelease is refused if its version is no version, or if its stage is below 1."""
        seen = attempt.refuse_releases(way=way, first=("Prerelease", ("1",), {"stage": 7}), asked=asked)
        good = [one for one in asked if is_version(one["version"]) and one["stage"] > 0]
        assert seen.refused == [one for one in asked if one not in good]
        assert seen.accepted == [facts("Prerelease", one["version"], (), {"stage": one["stage"]}) for one in good]

    @public
    @points(2)
    @given(sign=SIGNS, things=lists(RELEASE.map(lambda one: ("Release", *one[1:])), least=2), other=PARTS)
    @example(sign="lt", things=[OLD, NEW, SAME, LONGER], other=(1, 3))
    @example(sign="eq", things=[OLD, NEW, SAME, LONGER], other=(1, 2))
    @example(sign="le", things=[LONGER, SAME, OLD], other=(1, 2))
    def test_compares_numbers(self, attempt, sign, things, other):
        """Releases are compared by their numbers alone, and are neither equal to a tuple nor in order with it."""
        found = attempt.compare(sign=sign, things=things, parts=other)
        assert found == compared(sign, [*map(key, things), ("tuple", other)])

    @points(2)
    @given(sign=SIGNS, things=lists(RELEASE | PRERELEASE, least=2))
    @example(sign="lt", things=[EARLY, LATE, NEXT])
    @example(sign="eq", things=[EARLY, LATE, OLD, MINE, SAME, MINE])
    @example(sign="ge", things=[MINE, MINE, OLD, EARLY])
    def test_compares_one_class(self, attempt, sign, things):
        """Prereleases are compared by numbers, then by stage; of two classes none are equal, and none in order."""
        found = attempt.compare(sign=sign, things=things, parts=(1, 2))
        assert found == compared(sign, [*map(key, things), ("tuple", (1, 2))])

    @given(releases=st.lists(RELEASE | PRERELEASE, max_size=4), asked=lists(RELEASE | PRERELEASE))
    @example(releases=[OLD, EARLY, MINE], asked=[SAME, LATE, MINE, EARLY, NEW])
    def test_equal_ones_are_one_key(self, attempt, releases, asked):
        """In a dict an equal release is found, and no other."""
        found = attempt.look_up(releases=releases, asked=asked)
        shelf = {key(one): place for place, one in enumerate(releases)}
        assert found == [shelf.get(key(one), "nowhere") for one in asked]

    @points(2)
    @given(release=RELEASE | PRERELEASE, steps=lists(ASSIGNED | DELETED, most=8))
    @example(release=OLD, steps=[("version", "1.3"), ("changes", ()), ("parts", (3,)), ("version",), ("parts",)])
    @example(release=EARLY, steps=[("stage", 2), ("stage",), ("changes",), ("parts", (3,)), ("version", "2")])
    def test_nothing_can_be_changed(self, attempt, release, steps):
        """No attribute of a release can be assigned or deleted, and its changes stay as they were given."""
        kind, (version, changes), stage = release
        steps = [step for step in steps if stage or step[0] != "stage"]
        seen = attempt.change(kind=kind, version=version, changes=changes, stage=stage, steps=steps)
        assert seen == [(*facts(kind, version, changes, stage), 1)] * len(steps)

    @given(things=lists(RELEASE | PRERELEASE | st.tuples(st.just("Plain"), st.tuples(FEW, TEXTS), st.just({}))))
    @example(things=[OLD, EARLY, MINE, ("Plain", ("1.2", []), {})])
    def test_has_slots(self, attempt, things):
        """Prerelease derives from Release, and instances of both have slots and no __dict__."""
        seen = attempt.look_at_classes(things=things)
        kinds = [thing[0] for thing in things]
        assert seen.dicts == [place for place, kind in enumerate(kinds) if kind.startswith("My") or kind == "Plain"]
        assert seen.releases == [place for place, kind in enumerate(kinds) if kind != "Plain"]

    @points(2)
    @given(first=RELEASE | PRERELEASE, steps=lists(dicts(version=FEW, changes=TEXTS), most=3))
    @example(first=OLD, steps=[{"version": "2.0"}, {"changes": ["new"]}, {}])
    @example(first=EARLY, steps=[{"version": "2.0"}, {"changes": []}])
    def test_replace_makes_anew(self, attempt, first, steps):
        """replace makes a release of the same class anew, with parts that belong to its version."""
        kind, (version, changes), stage = first
        seen = attempt.replace_some(first=first, steps=steps)
        made = [{"version": version, "changes": changes}]
        for new in steps:
            made.append(made[-1] | new)
        assert seen == [facts(kind, **one, stage=stage) for one in made]


class TestPerson:
    """Person"""

    @public
    @points(2)
    @given(kind=KINDS, people=lists(st.tuples(PERSON, DOMAINS)))
    @example(kind="iterator", people=[(("Ann", 36, None, ["go"]), {"domain": "b.de"}), (("Bob", 0, None, []), {})])
    @example(kind="list", people=[(("Éß", 1, None, ["it's"]), {"domain": ""}), (("", 1, "", []), {"domain": "c"})])
    @example(kind="list", people=[(("", 1, None, []), {"domain": "c"})])
    def test_has_an_email(self, attempt, kind, people):
        """A Person has the email that is given, or else one made with the domain, which itself is not shown."""
        seen = attempt.make_persons(kind=kind, people=people)
        made = [person(*start, **domain) for start, domain in people]
        assert seen.facts == made
        assert seen.shown == [shown(*one) for one in made]

    @public
    @points(2)
    @given(skills=TEXTS, steps=lists(st.tuples(st.integers(0, 5), WORD), most=7))
    @example(skills=["go"], steps=[(0, "x"), (1, "y"), (2, "z"), (4, "w"), (5, "v")])
    def test_has_skills_of_its_own(self, attempt, skills, steps):
        """No two persons have the same list of skills, and nobody has the one that was given."""
        seen = attempt.learn(skills=skills, steps=steps)
        expected = [skills[:], skills[:], [], [], skills[:], []]
        for turn, skill in steps:
            expected[turn].append(skill)
        assert seen.skills == expected
        assert seen.given == skills + [f"not {skill}" for _, skill in steps]

    @given(way=WAYS, ages=lists(st.integers(-3, 9), most=6))
    @example(way="make", ages=[0, -1, 1, -(10**30)])
    @example(way="replace", ages=[-1, 0, -2, 10**30])
    def test_refuses_a_negative_age(self, attempt, way, ages):
        """A negative age is refused, when a Person is made and by replace."""
        seen = attempt.refuse_ages(way=way, ages=ages)
        assert seen.accepted == [age for age in ages if age >= 0]
        assert seen.refused == [age for age in ages if age < 0]

    @points(2)
    @given(
        start=PERSON, domain=DOMAINS, steps=lists(dicts(**FIELDS, domain=st.sampled_from([None, "", "c.de"])), most=3)
    )
    @example(start=("Ann", 3, None, ["go"]), domain={"domain": "b.de"}, steps=[{"name": "Bob"}, {"email": None}])
    @example(start=("Ann", 3, None, []), domain={}, steps=[{"age": 2}, {"domain": "b.de"}, {"domain": "c.de"}])
    def test_replace_makes_anew(self, attempt, start, domain, steps):
        """replace makes a person of the same class anew, and an email only if there is none and a domain is given."""
        seen = attempt.replace_some(first=("MyPerson", start, domain), steps=steps)
        made = [person(*start, **domain, kind="MyPerson")]
        for new in steps:
            made.append(person(**made[-1][1] | new, kind="MyPerson"))
        assert seen == made

    @given(sign=EQUAL, things=lists(st.tuples(st.sampled_from(["Person", "MyPerson"]), ALIKE, dicts(badge=AGES))))
    @example(sign="eq", things=[("Person", ("A", 1, None, []), {"badge": 1}), ("Person", ("A", 1, None, []), {})])
    @example(sign="eq", things=[("Person", ("A", 1, None, skills), {}) for skills in (["a", "b"], ["b", "a"])])
    @example(sign="eq", things=[("Person", ("A", 1, None, []), {}), ("MyPerson", ("A", 1, None, []), {})])
    def test_equal_ones_are_equal(self, attempt, sign, things):
        """Persons are equal if class, name, age, email and skills are, whatever their badges."""
        found = attempt.compare(sign=sign, things=things, parts=())
        assert found == compared(sign, [*((kind, start) for kind, start, _ in things), ("tuple", ())])

    @points(2)
    @given(people=lists(st.tuples(AGES, BADGE)))
    @example(people=[(age, age) for age in range(8)])
    def test_keeps_the_badge(self, attempt, people):
        """A badge may be anything; it is kept, and handed on by replace, without a copy, and is not shown."""
        seen = attempt.find_badges(people=people)
        assert seen.places == [[badge] for _, badge in people] * 2
        assert seen.shown == [shown(*person(name, age, None, [])) for name in ("Ann", "Ed") for age, _ in people]


class TestCompany:
    """Company"""

    @public
    @points(2)
    @given(kind=KINDS, places=lists(AGES, 0), steps=lists(st.tuples(st.integers(0, 5), AGES)))
    @example(kind="iterator", places=[1], steps=[(0, 1), (1, 2), (2, 3), (4, 3), (5, 2)])
    def test_hires(self, attempt, kind, places, steps):
        """Each Company has a list of its own, of the very persons that were given and hired."""
        found = attempt.hire(kind=kind, places=places, steps=steps)
        expected = [[[place] for place in places] if turn in (0, 1, 4) else [] for turn in range(6)]
        for turn, place in steps:
            expected[turn].append([place])
        assert found == expected

    @given(
        sign=EQUAL,
        companies=lists(
            st.tuples(
                st.sampled_from(["Company", "MyCompany"]), st.sampled_from("AB"), st.lists(st.just("Ann"), max_size=1)
            )
        ),
    )
    @example(sign="eq", companies=[("Company", "A", ["Ann"]), ("MyCompany", "A", ["Ann"]), ("Company", "A", ["Bob"])])
    def test_equal_ones_are_equal(self, attempt, sign, companies):
        """Companies of one class are equal if name and employees are, and those of two classes never."""
        found = attempt.compare_companies(sign=sign, companies=companies)
        assert found == compared(sign, companies)["true"]

    @public
    @points(2)
    @given(name=NAMES, people=lists(st.tuples(NAMES, AGES, EMAILS, TEXTS, BADGE), 0))
    @example(name="Acme", people=[("Ann", 3, None, ["go"], 6), ("Ann", 3, "", [], 0)])
    def test_becomes_plain_data(self, attempt, name, people):
        """to_dict gives a dict with a list of dicts, without badges, which may be things that can't be copied."""
        data = attempt.to_plain(name=name, people=people)
        assert data == {"name": name, "employees": [plain(*start) for *start, _ in people]}

    @points(2)
    @given(
        people=lists(PERSON, 2), steps=lists(st.tuples(st.sampled_from(["company", "data"]), st.integers(0, 1), WORD))
    )
    @example(people=[("Ann", 3, None, ["go"]), ("Bob", 2, None, [])], steps=[("data", 0, "x"), ("company", 1, "y")])
    def test_shares_nothing_with_the_data(self, attempt, people, steps):
        """What is done to the result of to_dict changes nothing for company and persons, nor the other way round."""
        seen = attempt.part(people=people, steps=steps)
        data, later = ([plain(*start) for start in deepcopy(people)] for _ in range(2))
        for where, place, skill in steps:
            changed, more = (data, skill) if where == "data" else (later, plain(skill, place, None, []))
            changed.append(more)
            changed[place]["skills"].append(skill)
        assert seen.data == {"name": "Acme", "employees": data}
        assert seen.later == {"name": "Acme", "employees": later}

    @points(2)
    @given(kind=st.sampled_from(["Company", "MyCompany"]), data=DATA, skill=WORD)
    @example(kind="MyCompany", data={"name": "Acme", "employees": [{"name": "Ann", "age": 3}]}, skill="x")
    @example(kind="Company", data={"name": "A", "employees": [plain("Ann", 3, None, ["go"])]}, skill="x")
    @example(kind="Company", data={"name": "Acme"}, skill="x")
    def test_comes_back(self, attempt, kind, data, skill):
        """from_dict makes a company of the class that was asked, with persons, and shares nothing with the data."""
        seen = attempt.from_plain(kind=kind, data=data, skill=skill)
        made = [{"email": None, "skills": []} | one for one in data.get("employees", [])]
        people = [person(**one | {"skills": [*one["skills"], skill]}) for one in made]
        assert seen.company == (kind, data["name"])
        assert seen.people == [*people, person(skill, 0, None, [])]
        assert seen.data == data

    @points(2)
    @given(asked=lists(st.tuples(DATA, st.sampled_from(DEFECTS))))
    @example(asked=[({"name": "Acme"}, defect) for defect in DEFECTS])
    def test_refuses_other_data(self, attempt, asked):
        """from_dict raises TypeError for a key that is missing or too many, and ValueError for a negative age."""
        changed = [data | more for data, (more, _) in asked]
        several = [{name: value for name, value in data.items() if value is not None} for data in changed]
        ends = attempt.refuse_data(several=several)
        assert ends == [[error] if error else data["name"] for data, (_, error) in asked]
