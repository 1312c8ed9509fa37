"""Hidden suite: factory, strategy, observer."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

WORDS = st.text("abc", min_size=1, max_size=3)
ERRORS = st.builds(
    lambda kind, message: kind(message),
    st.sampled_from([AttributeError, KeyError, LookupError, TypeError, ValueError]),
    WORDS,
)
KINDS = st.lists(st.sampled_from(["abstract", "lacking", "whole"]), min_size=1, max_size=5)
DOG = st.sampled_from(["dog", "Dog", "DOG", "dOg"])
CAT = st.sampled_from(["cat", "Cat", "CAT", "cAt"])
FOX = st.sampled_from(["fox", "Fox", "FOX", "fOx"])
SOUNDS = {"dog": "Woof!", "cat": "Meow!"}
NEARLY = st.sampled_from(["dogs", "do", "hotdog", "catfish", "at", "mro", "keys", "Animal", "sorter", "object"])

NAMES = st.sampled_from(["fox", "owl", "dog"])
# What is offered to the factory: under which name, what it is, and what its animals say.
THINGS = st.tuples(NAMES, st.sampled_from(["class", "Dog", "Cat", "animal", "function", "string", "none"]), WORDS)
SOUNDING = st.sampled_from([("Dog",), ("Duck", "Animal"), ("Duck",)])
SILENT = st.sampled_from([("Animal",), ("odd Animal",), ("another Animal",)])
CLASSES = st.tuples(NAMES, SOUNDING | SILENT, WORDS) | st.tuples(NAMES, SOUNDING, st.none())
CANDIDATES = st.lists(THINGS, max_size=6) | st.lists(CLASSES, max_size=6)


def sound_of(kind, sound):
    """What the animals of a candidate say, None if it is no class of animals."""
    if isinstance(kind, str):
        return {"class": sound, "Dog": "Woof!", "Cat": "Meow!"}.get(kind)
    if {"Animal", "Dog", "odd Animal"} & set(kind):
        return sound or ("Quack!" if "Duck" in kind else "Woof!")
    return None


def offer(attempt, candidates, **more):
    """Offers candidates of one sort or the other to the factory."""
    things = all(isinstance(kind, str) for _, kind, _ in candidates)
    return (attempt.register_things if things else attempt.register_classes)(candidates=candidates, **more)


def lacking(kinds):
    """Those of the classes that lack the abstract method."""
    return [kind for kind in kinds if kind != "whole"]


NUMBERS = st.lists(st.integers(-9, 9), max_size=7)
ITEMS = NUMBERS | st.lists(WORDS, max_size=5)
both_strategies = pytest.mark.parametrize("strategy", ["BubbleSort", "QuickSort"])

EVENTS = st.integers(1, 99) | WORDS
ANY_EVENT = st.none() | st.integers(0, 9) | WORDS | st.lists(WORDS, max_size=1)
ARGUMENTS = st.tuples(st.lists(ANY_EVENT, max_size=1), st.just({})) | st.tuples(
    st.just([]), st.builds(lambda event: {"event_data": event}, ANY_EVENT)
)
LISTENERS = st.integers(0, 4)
TWO_EVENTS = st.lists(EVENTS, min_size=2, max_size=2, unique=True).map(tuple)
STEPS = st.lists(st.tuples(st.sampled_from(["attach", "detach"]), LISTENERS), max_size=8)


def left(steps):
    """Who is attached in the end, in order."""
    attached = {}
    for action, i in steps:
        if action == "attach":
            attached.setdefault(i)
        else:
            attached.pop(i, None)
    return list(attached)


def by_observer(changes):
    """Who attaches and detaches whom, by the one who does it."""
    found = {}
    for who, action, other in changes:
        found.setdefault(who, []).append((action, other))
    return found


def heard_by(audiences, events):
    """What is heard, if each event has an audience of its own."""
    return [(i, event) for audience, event in zip(audiences, events) for i in audience]


class TestFactory:
    """factory"""

    @public
    @points(1)
    @given(names=st.lists(DOG | CAT, min_size=1, max_size=4))
    @example(names=["dog", "Cat", "DOG"])
    def test_creates_dogs_and_cats_by_name(self, attempt, names):
        """AnimalFactory creates dogs and cats by name, in upper and lower case."""
        seen = attempt.create(names=names)
        assert seen.sounds == [SOUNDS[name.lower()] for name in names]
        assert seen.dogs == [place for place, name in enumerate(names) if name.lower() == "dog"]
        assert seen.cats == [place for place, name in enumerate(names) if name.lower() == "cat"]

    @points(1)
    @given(name=FOX, sound=WORDS, asked=st.lists(FOX | DOG, min_size=1, max_size=4))
    @example(name="Fox", sound="yip", asked=["fox", "dog", "Fox", "FOX"])
    def test_finds_what_is_registered_in_any_case(self, attempt, name, sound, asked):
        """create_animal finds a registered class, however its name is capitalised here or there."""
        seen = attempt.register_and_create(registered=[(name, sound)], asked=asked)
        expected, foxes = [], 0
        for each in asked:
            if each.lower() == "fox":
                foxes += 1
                expected.append(f"{sound} {foxes}")
            else:
                expected.append("Woof!")
        assert seen.sounds == expected

    @points(1)
    @given(
        sounds=st.tuples(WORDS, WORDS),
        asked=st.lists(st.sampled_from(["fox", "owl", "dog", "cat"]), min_size=1, max_size=6),
    )
    @example(sounds=("yip", "hoot"), asked=["owl", "fox", "owl", "owl"])
    @example(sounds=("yip", "hoot"), asked=["dog", "cat", "dog", "cat"])
    def test_makes_a_new_animal_for_every_call(self, attempt, sounds, asked):
        """Each call of create_animal makes one new animal, and register_animal makes none."""
        registered = [("fox", sounds[0]), ("owl", sounds[1])]
        seen = attempt.register_and_create(registered=registered, asked=asked)
        sound_of, expected = dict(registered), []
        for i, name in enumerate(asked, start=1):
            expected.append(SOUNDS.get(name) or f"{sound_of[name]} {asked[:i].count(name)}")
        assert seen.sounds == expected
        assert seen.places == [[place] for place in range(len(asked))], "No animal comes a second time."

    @points(1)
    @given(registered=st.lists(st.tuples(DOG | CAT | FOX, WORDS), min_size=1, max_size=5))
    @example(registered=[("fox", "a"), ("Fox", "b")])
    @example(registered=[("DOG", "a")])
    @example(registered=[("cat", "a")])
    def test_replaces_the_class_of_a_name(self, attempt, registered):
        """A class that is registered under a taken name takes the place of the one before."""
        seen = attempt.register_and_ask_again(registered=registered)
        assert seen.sounds == ["Woof!", *(f"{sound} 1" for _, sound in registered)]

    @public
    @points(1)
    @given(names=st.lists(DOG | CAT | NEARLY | st.text("xyzXYZ", min_size=3, max_size=6), max_size=4))
    @example(names=["Xyz", "dog"])
    @example(names=["cat", "zYX", "xyz"])
    @example(names=["dogs", "hotdog", "do", "at"])
    @example(names=["mro", "keys", "Animal", "object"])
    def test_names_the_unknown_animal(self, attempt, names):
        """create_animal raises a ValueError for an unknown name, and the message contains it."""
        seen = attempt.ask_for(names=names)
        unknown = [name for name in dict.fromkeys(names) if name.lower() not in SOUNDS]
        assert seen.sounds == {name: SOUNDS[name.lower()] for name in names if name not in unknown}
        assert seen.refused == unknown
        assert seen.named == unknown, "The message contains the name as the caller spelled it."

    @points(1)
    @given(candidates=CANDIDATES)
    @example(candidates=[("fox", ("odd Animal",), "a"), ("dog", ("Duck", "Animal"), None), ("fox", ("Duck",), "c")])
    @example(candidates=[("fox", ("Animal",), "a"), ("dog", ("Duck",), "b")])
    @example(candidates=[("fox", "Dog", "a"), ("dog", "Cat", "b"), ("fox", "animal", "c")])
    @example(candidates=[("fox", "animal", "a"), ("dog", "function", "b"), ("fox", "string", "c")])
    @example(candidates=[("fox", "class", "a"), ("dog", "none", "b")])
    @example(candidates=[("fox", ("Dog",), "a")])
    @example(candidates=[("fox", ("another Animal",), "a")])
    def test_refuses_what_is_no_class_of_animals(self, attempt, candidates):
        """register_animal raises a TypeError for what is not a class that derives from Animal."""
        seen = offer(attempt, candidates)
        assert seen.refused == [one for one in candidates if sound_of(*one[1:]) is None]

    @points(1)
    @given(candidates=CANDIDATES)
    @example(candidates=[("fox", ("odd Animal",), "a"), ("owl", ("Duck", "Animal"), "b")])
    @example(candidates=[("fox", ("Dog",), None), ("owl", ("Duck", "Animal"), None)])
    @example(candidates=[("fox", ("Animal",), "a"), ("fox", ("Duck",), "b")])
    @example(candidates=[("owl", ("Duck",), "a"), ("dog", ("Duck",), "b")])
    @example(candidates=[("dog", ("another Animal",), "a")])
    @example(candidates=[("dog", "animal", "a"), ("fox", "string", "b"), ("owl", "class", "c")])
    def test_forgets_what_it_refused(self, attempt, candidates):
        """What register_animal refuses leaves the factory as it was."""
        names = [name for name, _, _ in candidates]
        accepted = {name: sound for name, *rest in candidates if (sound := sound_of(*rest)) is not None}
        sounds = {"dog": "Woof!", **accepted}
        seen = offer(attempt, candidates, known=list(sounds), asked=names)
        assert seen.sounds == sounds
        assert seen.unknown == [name for name in names if name not in sounds]

    @points(1)
    @examples(3)
    @given(number=scale(100, 2_000), asked=st.lists(st.integers(0, 99), min_size=1, max_size=3))
    @example(number=1_000, asked=[999, 0, 500])
    def test_keeps_whatever_is_registered(self, attempt, number, asked):
        """A registered class is there for as long as nothing takes its place, however many others there are."""
        asked = [number - 1 - place for place in asked if place < number]
        seen = attempt.register_many(number=number, asked=asked)
        assert seen.sounds == [f"sound {place}" for place in asked]

    @points(1)
    @examples(30)
    @given(error=ERRORS, number=st.integers(2, 4), position=st.integers(0, 3), other=st.sampled_from(["dog", "cat"]))
    @example(error=KeyError("a"), number=2, position=1, other="cat")
    @example(error=TypeError("a"), number=2, position=1, other="cat")
    @example(error=ValueError("a"), number=2, position=1, other="dog")
    def test_lets_the_error_of_a_class_through(self, attempt, error, number, position, other):
        """What a class of animals raises when it is called goes on to whoever called create_animal."""
        position %= number
        seen = attempt.create_failing(error=error, number=number, position=position, other=other)
        assert seen.outcome == ("raised", error)
        assert seen.sounds == [SOUNDS[other]], "A class may call the factory meanwhile."
        assert seen.positions == [position], "The very exception that the class raised comes out."

    @points(1)
    @given(kinds=KINDS, sound=WORDS)
    @example(kinds=["whole", "lacking", "abstract"], sound="a")
    def test_animals_need_a_sound(self, attempt, kinds, sound):
        """Only a class that defines make_sound can be instantiated: Animal is abstract."""
        seen = attempt.derive(base="Animal", method="make_sound", kinds=kinds, result=sound)
        assert seen.refused == lacking(kinds)
        assert seen.results == [sound] * kinds.count("whole")


class TestStrategy:
    """strategy"""

    @public
    @both_strategies
    @points(1)
    @given(data=ITEMS)
    @example(data=[3, 1, 2, 3, -1])
    @example(data=[4, 3, 2, 1])
    @example(data=["b", "a", "b"])
    @example(data=list(range(40, 0, -1)))
    @example(data=[7 * number % 151 for number in range(150)])
    def test_sorts(self, attempt, strategy, data):
        """A strategy returns the items in ascending order, equal ones included."""
        seen = attempt.sort_one_by_one(strategy=strategy, lists=[data])
        assert seen.results == [sorted(data)]

    @both_strategies
    @points(1)
    @given(data=ITEMS, extra=st.integers(0, 9))
    @example(data=[], extra=5)
    @example(data=[7], extra=5)
    @example(data=[2, 1], extra=5)
    def test_returns_a_new_list(self, attempt, strategy, data, extra):
        """A strategy leaves its input alone: the result is a list of its own, even for one item."""
        seen = attempt.sort_and_add(strategy=strategy, data=data, extra=extra)
        assert seen.result == [*sorted(data), extra]
        assert seen.data == data, "Neither sorting nor adding to the result changes the input."

    @both_strategies
    @points(1)
    @given(ranks=st.lists(st.integers(-2, 2), max_size=6))
    @example(ranks=[1, 1])
    @example(ranks=[2, 1, 2, 0, 1])
    def test_needs_nothing_but_less_than(self, attempt, strategy, ranks):
        """A strategy sorts, and loses none of, objects that only `<` can compare."""
        seen = attempt.sort_cards(strategy=strategy, ranks=ranks)
        assert seen.ranks == sorted(ranks)
        assert seen.cards == list(enumerate(ranks)), "Each card itself comes out once, with its own rank."

    @points(1)
    @examples(4)
    @given(number=scale(500, 3_000), first=st.integers(-3, 3), step=st.sampled_from([-1, 0, 1]))
    @example(number=2_000, first=0, step=1)
    @example(number=2_000, first=0, step=-1)
    @example(number=2_000, first=3, step=0)
    def test_quicksort_copes_with_long_lists(self, attempt, number, first, step):
        """QuickSort sorts thousands of numbers that are sorted already, backwards, or all the same."""
        seen = attempt.sort_many(number=number, first=first, step=step)
        result = sorted(first + step * i for i in range(number))
        assert seen.some == result[:: number // 10] + result[-1:]
        assert seen.sum == sum(result)

    @both_strategies
    @points(1)
    @examples(30)
    @given(lists=st.lists(NUMBERS, min_size=2, max_size=3))
    @example(lists=[[2, 1], [], [3]])
    @example(lists=[[2, 1], [2, 1]])
    def test_can_be_used_again(self, attempt, strategy, lists):
        """A strategy sorts one list after the other, and no result has to do with another."""
        seen = attempt.sort_one_by_one(strategy=strategy, lists=lists)
        assert seen.results == [sorted(data) for data in lists]

    @points(1)
    @given(kinds=KINDS, result=NUMBERS)
    @example(kinds=["whole", "lacking", "abstract"], result=[1])
    def test_strategies_need_a_sort(self, attempt, kinds, result):
        """Only a class that defines sort can be instantiated: SortStrategy is abstract."""
        seen = attempt.derive(base="SortStrategy", method="sort", kinds=kinds, result=result)
        assert seen.refused == lacking(kinds)
        assert seen.results == [result] * kinds.count("whole")

    @points(1)
    @given(
        names=st.permutations(["BubbleSort", "QuickSort", "Dog", "Cat"]),
        data=st.lists(st.integers(0, 9), min_size=2, max_size=3),
    )
    def test_both_are_strategies(self, attempt, names, data):
        """BubbleSort and QuickSort derive from SortStrategy."""
        seen = attempt.sort_with_all(names=names, data=data)
        both = [name for name in names if name.endswith("Sort")]
        assert seen.results == [(name, sorted(data)) for name in both]

    @public
    @points(1)
    @given(
        strategies=st.tuples(st.integers(0, 3), st.integers(0, 3)),
        steps=st.lists(
            st.tuples(st.integers(0, 1), st.none() | st.integers(0, 3), st.lists(st.integers(4, 9), max_size=4)),
            min_size=1,
            max_size=4,
        ),
    )
    @example(strategies=(1, 2), steps=[(0, None, [4, 5]), (1, None, [4, 5])])
    @example(strategies=(1, 2), steps=[(0, 3, [4, 5]), (1, None, [4, 5]), (0, None, [4, 5])])
    @example(strategies=(1, 2), steps=[(0, None, []), (1, None, [4])])
    def test_sorter_uses_its_latest_strategy(self, attempt, strategies, steps):
        """A Sorter sorts with its own latest strategy, whatever other sorters use."""
        seen = attempt.switch(strategies=strategies, steps=steps)
        current, expected = list(strategies), []
        for which, start, data in steps:
            if start is not None:
                current[which] = start
            expected.append([current[which], *data])
        assert seen.results == expected

    @points(1)
    @examples(30)
    @given(number=st.integers(0, 4), kept=st.integers(0, 2))
    @example(number=0, kept=2)
    @example(number=1, kept=1)
    @example(number=3, kept=2)
    def test_sorter_passes_on_the_very_objects(self, attempt, number, kept):
        """A Sorter gives its strategy the very items, and returns the very object that comes back, odd as they are."""
        seen = attempt.sort_odd(number=number, kept=kept)
        assert seen.seen == [[place] for place in reversed(range(number))]
        assert seen.returned == [kept]

    @points(1)
    @given(
        data=st.lists(st.integers(-9, 9), min_size=2, max_size=5, unique=True),
        returns=st.lists(st.sampled_from(["data", "nothing"]), min_size=1, max_size=3),
    )
    @example(data=[3, 1, 2], returns=["data"])
    @example(data=[3, 1, 2], returns=["data", "nothing"])
    def test_sorter_protects_its_input(self, attempt, data, returns):
        """A Sorter gives its strategy a copy, and returns what that returns: the caller's list stays as it is."""
        seen = attempt.sort_carelessly(data=data, returns=returns)
        assert seen.results == [data[::-1] if each == "data" else None for each in returns]
        assert seen.data == data


class TestObserver:
    """observer"""

    @public
    @points(1)
    @given(order=st.permutations(range(5)), event=EVENTS)
    @example(order=[4, 3, 2, 1, 0], event=7)
    @example(order=[0, 1, 2, 3, 4], event=7)
    @example(order=[3, 8, 0, 11, 6, 1, 9, 4, 10, 2, 7, 5], event=7)
    def test_notifies_in_order(self, attempt, order, event):
        """notify reaches observers in the order in which they were attached."""
        seen = attempt.follow(steps=[("attach", i) for i in order], event=event, odd=False)
        assert seen.heard == [(i, event) for i in order]

    @points(1)
    @given(calls=st.lists(st.builds(lambda i, rest: (i, *rest), st.integers(0, 2), ARGUMENTS), min_size=1, max_size=4))
    @example(calls=[(1, ["a"], {}), (2, [], {}), (0, [0], {})])
    @example(calls=[(1, [], {"event_data": "a"})])
    def test_passes_subject_and_event(self, attempt, calls):
        """update gets the subject itself and what notify was given, empty or not, or None."""
        seen = attempt.notify_of(calls=calls)
        assert seen.heard == [([i], *([*args, *kwargs.values()] or [None])) for i, args, kwargs in calls]

    @points(1)
    @examples(30)
    @given(number=st.integers(4, 6), order=st.lists(st.integers(0, 3), min_size=1, max_size=4))
    @example(number=4, order=[0, 1])
    def test_passes_any_event(self, attempt, number, order):
        """update gets the very event, whatever it answers when it is compared or asked for its truth."""
        seen = attempt.notify_odd(number=number, order=order)
        assert seen.heard == [[number - 1 - place] for place in order]

    @points(1)
    @examples(3)
    @given(number=scale(50, 2_000), leaving=st.integers(2, 9), events=st.integers(2, 9))
    @example(number=1_000, leaving=3, events=2)
    @example(number=3, leaving=2, events=2_000)
    def test_reaches_any_number(self, attempt, number, leaving, events):
        """notify reaches all observers, however many they are, with each of any number of events."""
        seen = attempt.follow_many(number=number, leaving=leaving, events=events)
        left = [place for place in range(number) if place % leaving]
        assert seen.listeners == sum(left)
        assert seen.events == len(left) * sum(range(events))

    @points(1)
    @given(attached=st.lists(LISTENERS, min_size=1, max_size=7), event=EVENTS)
    @example(attached=[1, 0, 1], event=7)
    def test_counts_an_observer_once(self, attempt, attached, event):
        """An observer that is attached twice hears an event once, in its first place."""
        seen = attempt.follow(steps=[("attach", i) for i in attached], event=event, odd=False)
        assert seen.heard == [(i, event) for i in dict.fromkeys(attached)]

    @public
    @points(1)
    @given(steps=STEPS, event=EVENTS)
    @example(steps=[("attach", 1), ("detach", 1), ("attach", 2)], event=7)
    @example(steps=[("attach", 1), ("detach", 0)], event=7)
    @example(steps=[("attach", 1), ("attach", 1), ("attach", 2), ("detach", 1)], event=7)
    @example(steps=[("attach", 1), ("attach", 2), ("detach", 1), ("attach", 1)], event=7)
    def test_detaches(self, attempt, steps, event):
        """An observer that was detached hears nothing; detaching a stranger does no harm."""
        seen = attempt.follow(steps=steps, event=event, odd=False)
        assert seen.heard == [(i, event) for i in left(steps)]

    @points(1)
    @given(
        attached=st.integers(2, 5),
        leavers=st.lists(st.tuples(LISTENERS, LISTENERS), max_size=4),
        events=TWO_EVENTS,
    )
    @example(attached=3, leavers=[(0, 0)], events=("a", "b"))
    @example(attached=3, leavers=[(0, 2)], events=("a", "b"))
    def test_observers_may_detach_meanwhile(self, attempt, attached, leavers, events):
        """An observer that is detached during a notification still hears it; nobody is skipped."""
        changes = by_observer((who, "detach", other) for who, other in leavers)
        seen = attempt.change_meanwhile(attached=attached, changes=changes, events=events)
        gone = {other for who, other in leavers if who < attached}
        stayed = [i for i in range(attached) if i not in gone]
        assert seen.heard == heard_by([range(attached), stayed], events)

    @points(1)
    @given(
        attached=st.integers(1, 3),
        guests=st.lists(st.tuples(LISTENERS, LISTENERS), max_size=4),
        again=st.lists(st.integers(0, 2), max_size=1),
        events=TWO_EVENTS,
    )
    @example(attached=1, guests=[(0, 1)], again=[], events=("a", "b"))
    @example(attached=2, guests=[(0, 3), (1, 2)], again=[], events=("a", "b"))
    @example(attached=2, guests=[], again=[0], events=("a", "b"))
    def test_observers_may_attach_meanwhile(self, attempt, attached, guests, again, events):
        """An observer that is attached during a notification first hears the next one, and hears it last."""
        changes = [(who, "attach", other) for who, other in guests]
        # The last of them leaves and comes back.
        changes += [(attached - 1, action, other) for other in again for action in ("detach", "attach")]
        seen = attempt.change_meanwhile(attached=attached, changes=by_observer(changes), events=events)
        by_host = sorted(guests, key=lambda pair: pair[0])
        arrived = [other for who, other in by_host if who < attached]
        expected = dict.fromkeys([*range(attached), *arrived])
        for other in again:
            expected.pop(other, None)
            expected[other] = None
        assert seen.heard == heard_by([range(attached), expected], events)

    @points(1)
    @given(
        attached=st.lists(LISTENERS, min_size=2, max_size=5, unique=True),
        detached=st.lists(st.integers(0, 1), max_size=2, unique=True),
        event=EVENTS,
    )
    @example(attached=[0, 1], detached=[], event=7)
    @example(attached=[2, 0, 1], detached=[1], event=7)
    def test_tells_equal_observers_apart(self, attempt, attached, detached, event):
        """Observers are told apart by identity, even if they are equal, neither true nor false, and can't be hashed."""
        steps = [("attach", i) for i in attached] + [("detach", attached[place]) for place in detached]
        seen = attempt.follow(steps=steps, event=event, odd=True)
        assert seen.heard == [(i, event) for i in left(steps)]

    @points(1)
    @given(names=st.lists(WORDS, min_size=1, max_size=4), event=EVENTS)
    @example(names=["a", "b"], event=7)
    def test_keeps_its_observers_alive(self, attempt, names, event):
        """A subject keeps an observer that nobody else refers to."""
        seen = attempt.attach_and_forget(names=names, event=event)
        assert seen.heard == [(name, event) for name in names]

    @points(1)
    @given(
        attachments=st.lists(st.tuples(st.integers(0, 2), WORDS), min_size=1, max_size=4),
        event=EVENTS,
    )
    @example(attachments=[(1, "a"), (0, "b")], event=7)
    def test_subjects_share_no_observers(self, attempt, attachments, event):
        """A subject notifies its own observers only."""
        seen = attempt.attach_apart(attachments=attachments, event=event)
        own = [(i, name) for i in range(3) for j, name in attachments if i == j]
        assert seen.heard == [(name, (event, i)) for i, name in own]
