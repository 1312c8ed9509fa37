"""The hidden suite of the exercise on classes."""

import operator

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

NAMES = st.text("abA-9 é\n", max_size=4) | st.sampled_from(
    ["", "Ann", "Anna-Lena Rey", "-", "O'Hara", 'the "Al"', "A-36"]
)
LARGE = [9, 10, 99, 100, 2**61 - 1, 9 * 10**11, 10**12, 10**30, 10**30 + 1, 10**99]
AGES = st.integers(0, 130) | st.sampled_from([0, 1, 17, 18, 19, *LARGE])
YEARS = st.integers(-9, 9) | st.sampled_from([2**63, -(2**63), 1 - 10**100])  # few, so that some are equal
PERSON = st.tuples(NAMES, AGES)
PEOPLE = st.lists(PERSON, min_size=1, max_size=4)
BAD_OR_GOOD = st.builds(
    "{}{}{}".format,
    st.text("ab-", max_size=3),
    st.sampled_from(["-", "-", ""]),
    st.text("07x.", max_size=3) | st.sampled_from(["1e3", "inf", "nan", "0x1f", "7.0", "7,5", "7/2", "7 years", "7j"]),
)
KINDS = st.sampled_from(["Person", "Pilot", "Captain"])
MEMBER = st.tuples(KINDS, NAMES, AGES)
ALIKE_NAMES = ["A", "B", "A-", "A ", " A", "a", "", "é", "e\u0301", "AB", "10", "9"]
ALIKE_AGES = st.integers(0, 2) | st.sampled_from(LARGE)
ALIKE = st.tuples(KINDS | st.just("another Person"), st.sampled_from(ALIKE_NAMES), ALIKE_AGES)
FEW = st.tuples(KINDS | st.just("another Person"), st.sampled_from(["A", "B", "a"]), st.integers(0, 2))
ODD_NAMES = st.text("ab'\"\\\n\t{}%-é\x00\u200b\u2028😀", max_size=6)
SIGNS = ["eq", "lt", "le", "gt", "ge"]
TURNED = {"eq": "==", "ne": "!=", "lt": ">", "le": ">=", "gt": "<", "ge": "<="}  # what the other one is asked
ERRORS = st.sampled_from(
    [KeyError("a"), ValueError("a"), UnicodeError("a"), TypeError(), AttributeError(), KeyboardInterrupt()]
)


def grown(kind, name, age):
    """What a member of the family is made of: subclasses have an `__init__` of their own."""
    return (kind, name, age) if kind.endswith("Person") else (kind, name.upper(), age + 1)


def shown(pattern, people, birthdays):
    """What people look like before and after their birthdays."""
    return [pattern(name, age + years) for years in (0, birthdays) for name, age in people]


class TestAge:
    """Age and birthday"""

    @points(2)
    @given(people=PEOPLE)
    @example(people=[("Ann", 36), ("", 0), ("Bob", 10**100 - 1), ("Ann ", 36)])
    @public
    def test_has_a_name_and_an_age(self, attempt, people):
        """Each person has the name and the age that it was made with."""
        seen = attempt.make(people=people)
        assert seen == people

    @points(2)
    @examples(60)
    @given(asked=st.lists(st.tuples(KINDS, NAMES, YEARS), min_size=1, max_size=6))
    @example(asked=[("Person", "Ann", age) for age in [0, -1, 3, 1 - 10**100]])
    @example(asked=[("Pilot", "Ann", -1), ("Pilot", "Ann", -2), ("Person", "Ann", -1), ("Captain", "", -9)])
    def test_is_never_made_with_a_negative_age(self, attempt, asked):
        """A person with a negative age can't be made."""
        seen = attempt.make_some(asked=asked)
        assert seen.made == [grown(*one)[2] for one in asked if grown(*one)[2] >= 0]
        assert seen.refused == [one for one in asked if grown(*one)[2] < 0]

    @points(2)
    @given(name=NAMES, age=AGES, ages=st.lists(YEARS, min_size=1, max_size=6))
    @example(name="Ann", age=36, ages=[-1, 0, -2, 5])
    @public
    def test_refuses_a_negative_age(self, attempt, name, age, ages):
        """A negative age can't be assigned either, and the old one stays, also after a birthday."""
        seen = attempt.assign_ages(name=name, age=age, ages=ages)
        expected, now = [], age
        for other in ages:
            now = now if other < 0 else other
            expected.append((now, int(other < 0)))
            now += 1
        assert seen == expected

    @points(2)
    @examples(20)
    @given(
        people=st.tuples(MEMBER, MEMBER),
        turns=st.lists(st.tuples(st.integers(0, 1), st.integers(1, 3) | scale(1, 20_000)), max_size=4),
    )
    @example(people=[("Person", "Ann", 36), ("Person", "Ann", 36)], turns=[(0, 1), (1, 20_000), (0, 2)])
    def test_grows_older(self, attempt, people, turns):
        """Each birthday makes one person one year older, and nobody else."""
        ages = attempt.celebrate(people=people, turns=turns)
        times = [sum(most for turn, most in turns if turn == place) for place in range(2)]
        assert ages == [grown(*person)[2] + most for person, most in zip(people, times, strict=True)]

    @points(2)
    @examples(60)
    @given(
        people=st.tuples(MEMBER, MEMBER),
        steps=st.lists(
            st.tuples(st.integers(0, 1), st.just("name"), NAMES) | st.tuples(st.integers(0, 1), st.just("age"), AGES),
            min_size=1,
            max_size=5,
        ),
    )
    @example(
        people=[("Person", "Ann", 36), ("Person", "", 36)],
        steps=[(0, "name", "Bob"), (1, "name", "Bob"), (0, "age", 4), (0, "name", "Ann")],
    )
    def test_keeps_its_name(self, attempt, people, steps):
        """A name can't be assigned, and an age can; it makes no difference for others."""
        seen = attempt.assign(people=people, steps=steps)
        now, expected = [grown(*one)[1:] for one in people], []
        for turn, attribute, value in steps:
            if attribute == "age":
                now[turn] = (now[turn][0], value)
            expected.append((now[:], int(attribute == "name")))
        assert seen == expected

    @given(
        asked=st.lists(
            st.tuples(
                st.sampled_from(["Person", "Pilot", "child", "adult"]),
                st.integers(0, 130) | st.integers(16, 20) | st.sampled_from(LARGE),
            ),
            min_size=1,
            max_size=8,
        )
    )
    @example(asked=[("Person", 18), ("Pilot", 17), ("child", 18), ("adult", 17), ("child", 17), ("adult", 19)])
    def test_tells_adults(self, attempt, asked):
        """is_adult tells ages from 18 on, whoever is asked."""
        found = attempt.find_adults(asked=asked)
        assert found == [(kind, age, age >= 18) for kind, age in asked]


class TestFromString:
    """from_string"""

    @points(2)
    @given(people=PEOPLE)
    @example(people=[("Anna-Lena Rey", 7), ("", 0), ("-", 36), ("Ann ", 10), ("A\nB", 5)])
    @example(people=[("Ann", 10**99), ("a-" * 700, 3), ("Ann-36", 7), ("\t\n", 1), ("-é-e\u0301-", 2)])
    @public
    def test_reads_name_and_age(self, attempt, people):
        """from_string takes what is behind the last hyphen as the age, and all before it as the name."""
        seen = attempt.read(texts=[f"{name}-{age}" for name, age in people])
        assert seen == people

    @points(2)
    @given(texts=st.lists(BAD_OR_GOOD, min_size=1, max_size=5, unique=True))
    @example(texts=["Ann-36", "Ann", "Ann-", "", "-", "Ann-x", "Ann-3.0", "36", "-36"])
    @example(texts=["Ann 36", "a-b", "0", "a--0", "Ann-007", "Ann–36", "Ann−36", "36-Ann", "Ann-9x", "7-"])
    def test_refuses_other_texts(self, attempt, texts):
        """from_string refuses a text without a hyphen, or with anything but digits behind the last one."""
        seen = attempt.read_some(texts=texts)
        parts = [text.rpartition("-") for text in texts]
        assert seen.refused == ["".join(part) for part in parts if not (part[1] and part[2].isdigit())]
        assert seen.read == [(name, int(age)) for name, hyphen, age in parts if hyphen and age.isdigit()]

    @points(2)
    @given(asked=st.lists(st.tuples(KINDS, st.text("ab-", max_size=3), st.integers(0, 99)), min_size=1, max_size=4))
    @example(asked=[("Pilot", "ann", 36), ("Person", "ann", 36), ("Captain", "ann", 36)])
    def test_makes_what_was_asked(self, attempt, asked):
        """Called on a subclass, from_string makes an instance of the subclass, by its own __init__."""
        seen = attempt.read_kinds(asked=[(kind, f"{name}-{age}") for kind, name, age in asked])
        assert seen == [grown(*one) for one in asked]

    @given(
        people=st.lists(st.tuples(st.sampled_from("AB"), st.integers(0, 1)), min_size=2, max_size=4),
        turns=st.lists(st.integers(0, 1), min_size=1, max_size=4),
    )
    @example(people=[("Ann", 36), ("Ann", 36)], turns=[0])
    def test_makes_a_new_person_each_time(self, attempt, people, turns):
        """from_string makes a new person each time, also of the same text."""
        seen = attempt.read_again(texts=[f"{name}-{age}" for name, age in people], turns=turns)
        assert seen == [(name, age + turns.count(place)) for place, (name, age) in enumerate(people)]

    @given(
        people=st.lists(st.tuples(st.text("ab-", max_size=3), st.integers(0, 3)), min_size=1, max_size=3), error=ERRORS
    )
    @example(people=[("Ann", 3), ("Bob", 0)], error=ValueError("odd"))
    @example(people=[("Ann", 2)], error=KeyError("odd"))
    def test_passes_on_what_init_raises(self, attempt, people, error):
        """What the __init__ of a subclass raises goes on through from_string as it is."""
        found = attempt.read_with_errors(texts=[f"{name}-{age}" for name, age in people], error=error)
        assert found == [[age] for _, age in people]


class TestText:
    """repr and str"""

    @points(2)
    @given(people=st.lists(st.tuples(ODD_NAMES, AGES), min_size=1, max_size=3), birthdays=st.integers(0, 2))
    @example(people=[("Ann", 36), ("O'Hara", 1), ("\\n\n", 2), ('"', 3), ("{}'\"", 4)], birthdays=1)
    def test_repr_makes_an_equal_person(self, attempt, people, birthdays):
        """repr is what one would type to make an equal person, whatever characters the name has."""
        seen = attempt.show(kind="Person", people=people, birthdays=birthdays)
        assert seen.repr == shown(lambda name, age: f"Person({name!r}, {age})", people, birthdays)

    @given(kind=st.sampled_from(["Pilot", "Clerk", "_Cook", "Été"]), people=PEOPLE)
    def test_repr_names_the_class(self, attempt, kind, people):
        """repr of an instance of a subclass names the subclass."""
        seen = attempt.show(kind=kind, people=people, birthdays=1)
        assert seen.repr == shown(lambda name, age: f"{kind}({name!r}, {age})", people, 1)

    @given(kind=st.sampled_from(["Person", "Person", "Pilot"]), people=PEOPLE, birthdays=st.integers(0, 2))
    @example(kind="Person", people=[("O'Hara", 1), ("", 0)], birthdays=1)
    @public
    def test_str_is_what_from_string_reads(self, attempt, kind, people, birthdays):
        """str is name, hyphen and age, as from_string reads it."""
        seen = attempt.show(kind=kind, people=people, birthdays=birthdays)
        assert seen.str == shown("{}-{}".format, people, birthdays)


class TestComparing:
    """Equality, hash and order"""

    @points(2)
    @given(people=st.lists(ALIKE | FEW, min_size=2, max_size=5), sign=st.sampled_from(["eq", "ne"]))
    @example(people=[("Person", "A", 1), ("Person", "A", 1), ("Person", "A", 2), ("Person", "B", 1)], sign="eq")
    @example(people=[("Person", "A", 1), ("Pilot", "A", 0), ("Captain", "A", 0), ("Pilot", "A", 0)], sign="eq")
    @example(
        people=[("Person", name, age) for name, age in [("A", 0), ("A", 2**61 - 1), (" A", 0), ("A ", 0)]], sign="eq"
    )
    @example(people=[("Pilot", "a", 1), ("Pilot", "A", 1), ("Person", "é", 1), ("Person", "e\u0301", 1)], sign="ne")
    @example(people=[("Person", "A", 1), ("another Person", "A", 1), ("Person", "A", 1), ("Pilot", "B", 1)], sign="ne")
    @public
    def test_equal_ones_are_equal(self, attempt, people, sign):
        """Persons are equal if their class, their names and their ages are."""
        found = attempt.compare(people=people, sign=sign)
        made = [grown(*one) for one in people]
        places = range(len(made))
        assert found == [(i, j) for i in places for j in places if (made[i] == made[j]) == (sign == "eq")]

    @points(2)
    @given(
        person=FEW | MEMBER,
        others=st.lists(
            FEW
            | ALIKE
            | st.tuples(st.sampled_from(["pair", "text", "double"]), st.sampled_from("AB"), st.integers(0, 4)),
            min_size=2,
            max_size=6,
        ),
        sign=st.sampled_from(SIGNS),
    )
    @example(person=("Person", "A", 1), others=[("Person", "B", 3), ("Person", "", 4), ("double", "B", 3)], sign="lt")
    @example(person=("Person", "A", 1), others=[("Person", "A", 3), ("pair", "A", 3), ("text", "A", 3)], sign="ge")
    @example(person=("Person", "A", 1), others=[("double", "A", 3), ("Person", "A", 3), ("Pilot", "A", 2)], sign="eq")
    @example(person=("Person", "A", 1), others=[("pair", "A", 3), ("Person", "A", 3), ("text", "A", 3)], sign="eq")
    @example(person=("Person", "B", 10**30), others=[("Person", "a", age) for age in LARGE], sign="le")
    @example(person=("Person", "B", 97), others=[("Person", name, 99) for name in ALIKE_NAMES], sign="gt")
    def test_is_no_match_for_others(self, attempt, person, others, sign):
        """A person is equal to nothing but persons of its class, and has no order with anything else."""
        seen = attempt.rank(person=person, others=others, sign=sign)
        (kind, *me), holds = grown(*person), getattr(operator, sign)
        like = [place for place, other in enumerate(others) if other[0] == kind]
        assert seen.holds == [place for place in like if holds((me[1] + 2, me[0]), grown(*others[place])[:0:-1])]
        assert seen.refused == [place for place in range(len(others)) if sign != "eq" and place not in like]

    @points(2)
    @given(
        kind=st.sampled_from(["Person", "Pilot"]),
        name=NAMES,
        age=AGES,
        asked=st.lists(
            st.tuples(st.sampled_from([*TURNED]), st.sampled_from(["guide", "nobody", "terse"])), max_size=4
        ),
    )
    @example(kind="Person", name="Ann", age=36, asked=[(sign, "nobody") for sign in TURNED])
    @example(kind="Pilot", name="Ann", age=36, asked=[(sign, "guide") for sign in TURNED])
    @example(kind="Person", name="Ann", age=36, asked=[(sign, "terse") for sign in TURNED])
    def test_leaves_the_answer_to_others(self, attempt, kind, name, age, asked):
        """Compared with anything but a person of the same class, the other object has the word."""
        seen = attempt.ask_others(kind=kind, name=name, age=age, asked=asked)
        terse = {"eq": False, "ne": True, "lt": f"> {name}"}  # has an answer to > alone
        assert seen.answers == [
            terse.get(sign, "refused") if other == "terse" else f"{TURNED[sign]} {name}" for sign, other in asked
        ]
        assert seen.asked == [TURNED[sign] for sign, other in asked if other != "terse" or sign == "lt"]

    @points(2)
    @given(people=st.lists(st.tuples(st.sampled_from(ALIKE_NAMES), ALIKE_AGES), max_size=6))
    @example(people=[("B", 36), ("A", 36), ("C", 9), ("A", 100), ("A", 36)])
    @example(people=[("A", age) for age in reversed(LARGE)] + [(name, 9) for name in ALIKE_NAMES])
    @public
    def test_sorts_by_age_and_name(self, attempt, people):
        """The youngest comes first, those of one age in the order of their names; equal ones are one in a set."""
        seen = attempt.sort(people=people)
        assert seen.sorted == sorted(people, key=lambda person: person[::-1])
        assert seen.different == len(set(people))

    @points(2)
    @given(people=st.lists(FEW | ALIKE, max_size=4), asked=st.lists(FEW | ALIKE, min_size=1, max_size=4))
    @example(people=[("Person", "A", 1), ("Pilot", "A", 0)], asked=[("Person", "A", 1), ("Pilot", "A", 0)])
    def test_equal_ones_are_one_key(self, attempt, people, asked):
        """In a dict an equal person is found, and no other."""
        found = attempt.look_up(people=people, asked=asked)
        desks = {grown(*one): place for place, one in enumerate(people)}
        assert found == [desks.get(grown(*one), "nobody") for one in asked]

    @points(2)
    @given(
        kind=st.sampled_from(["Person", "Pilot"]),
        people=st.lists(PERSON, min_size=1, max_size=4, unique_by=lambda person: person[0]),
        ages=st.lists(AGES, min_size=4, max_size=4),
    )
    @example(kind="Person", people=[("Ann", 36), ("Bob", 36)], ages=[36, 4, 0, 0])
    def test_is_found_after_a_birthday(self, attempt, kind, people, ages):
        """A person that is a key is found after birthdays, by itself and by an equal one."""
        seen = attempt.look_up_later(kind=kind, people=people, ages=ages)
        desks = [f"desk {place}" for place in range(len(people))]
        assert seen.themselves == desks
        assert seen.equal == desks
