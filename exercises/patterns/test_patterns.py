"""Hidden suite: factory, strategy, observer."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, scale

WORDS = st.text("abc", min_size=1, max_size=3)
DOG = st.sampled_from(["dog", "Dog", "DOG", "dOg"])
CAT = st.sampled_from(["cat", "Cat", "CAT", "cAt"])
FOX = st.sampled_from(["fox", "Fox", "FOX", "fOx"])
SOUNDS = {"dog": "Woof!", "cat": "Meow!"}
NEARLY = st.sampled_from(["dogs", "do", "hotdog", "catfish", "at", "mro", "keys", "Animal", "sorter", "object"])
GOOD = [
    "class",
    "class of dogs",
    "Dog",
    "Cat",
    "silent class of dogs",
    "mixed class",
    "class with a cat",
    "false class",
]
OFFERS = st.sampled_from(
    [*GOOD, "animal", "function", "string", "none", "class of no animal", "class of other animals"],
)

NUMBERS = st.lists(st.integers(-9, 9), max_size=7)
ITEMS = NUMBERS | st.lists(WORDS, max_size=5)
both_strategies = pytest.mark.parametrize("strategy", ["BubbleSort", "QuickSort"])

EVENTS = st.integers(1, 99) | WORDS
ANY_EVENT = st.none() | st.integers(0, 9) | WORDS | st.lists(WORDS, max_size=1)
ARGUMENTS = st.tuples(st.lists(ANY_EVENT, max_size=1), st.just({})) | st.tuples(
    st.just([]), st.builds(lambda event: {"event_data": event}, ANY_EVENT)
)
LISTENERS = st.integers(0, 4)
STEPS = st.lists(st.tuples(st.sampled_from(["attach", "detach"]), LISTENERS), max_size=8)


class TestFactory:
    """factory"""

    @points(1)
    @given(names=st.lists(DOG | CAT, min_size=1, max_size=4))
    @example(names=["dog", "Cat", "DOG"])
    def test_creates_dogs_and_cats_by_name(self, attempt, names):
        """AnimalFactory creates dogs and cats by name, in upper and lower case."""
        seen = attempt.create(names=names)
        assert seen.animals == [[name.title(), SOUNDS[name.lower()]] for name in names]

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
        assert seen.first_at == list(range(len(asked))), "No animal comes a second time."

    @points(1)
    @given(registered=st.lists(st.tuples(DOG | CAT | FOX, WORDS), min_size=1, max_size=5))
    @example(registered=[("fox", "a"), ("Fox", "b")])
    @example(registered=[("DOG", "a")])
    @example(registered=[("cat", "a")])
    def test_replaces_the_class_of_a_name(self, attempt, registered):
        """A class that is registered under a taken name takes the place of the one before."""
        seen = attempt.register_and_ask_again(registered=registered)
        assert seen.sounds == ["Woof!", *(f"{sound} 1" for _, sound in registered)]

    @points(1)
    @given(names=st.lists(DOG | CAT | NEARLY | st.text("xyzXYZ", min_size=3, max_size=6), max_size=4))
    @example(names=["Xyz", "dog"])
    @example(names=["cat", "zYX", "xyz"])
    @example(names=["dogs", "hotdog", "do", "at"])
    @example(names=["mro", "keys", "Animal", "object"])
    def test_names_the_unknown_animal(self, attempt, names):
        """create_animal raises a ValueError for an unknown name, and the message contains it."""
        seen = attempt.ask_for(names=names)
        known = [name for name in names if name.lower() in SOUNDS]
        unknown = [name for name in names if name.lower() not in SOUNDS]
        assert seen.sounds == [[name, SOUNDS[name.lower()]] for name in known]
        refused = [name for name, _ in seen.refusals]
        assert refused == unknown
        named = [name for name, message in seen.refusals if name in message]
        assert named == unknown, "The message contains the name as the caller spelled it."

    @points(1)
    @given(candidates=st.lists(st.tuples(st.just("fox") | DOG, OFFERS, WORDS), max_size=6))
    @example(candidates=[("fox", "false class", "a"), ("dog", "mixed class", "b"), ("fox", "none", "c")])
    @example(candidates=[("fox", "class", "a"), ("dog", "class of no animal", "b")])
    @example(candidates=[("fox", "Dog", "a"), ("dog", "Cat", "b"), ("fox", "animal", "c")])
    @example(candidates=[("fox", "animal", "a"), ("dog", "function", "b"), ("fox", "string", "c")])
    @example(candidates=[("fox", "class of dogs", "a")])
    @example(candidates=[("fox", "class of other animals", "a")])
    def test_refuses_what_is_no_class_of_animals(self, attempt, candidates):
        """register_animal raises a TypeError for what is not a class that derives from Animal."""
        seen = attempt.register_all_sorts(candidates=candidates)
        assert seen.refused == [list(offer) for offer in candidates if offer[1] not in GOOD]

    @points(1)
    @given(candidates=st.lists(st.tuples(st.sampled_from(["fox", "owl", "dog"]), OFFERS, WORDS), max_size=6))
    @example(candidates=[("fox", "false class", "a"), ("owl", "class with a cat", "b")])
    @example(candidates=[("fox", "silent class of dogs", "a"), ("owl", "mixed class", "b")])
    @example(candidates=[("fox", "class", "a"), ("fox", "class of no animal", "b")])
    @example(candidates=[("owl", "class of no animal", "a"), ("dog", "class of no animal", "b")])
    @example(candidates=[("dog", "animal", "a"), ("fox", "string", "b"), ("owl", "class", "c")])
    def test_forgets_what_it_refused(self, attempt, candidates):
        """What register_animal refuses leaves the factory as it was."""
        seen = attempt.register_all_sorts(candidates=candidates)
        names = {name for name, _, _ in candidates}
        sounds = {"dog": "Woof!"} if "dog" in names else {}
        for name, kind, sound in candidates:
            if kind in GOOD:
                special = {**SOUNDS, "silent class of dogs": "Woof!", "class with a cat": f"{sound}Meow!"}
                sounds[name] = special.get(kind.lower(), sound)
        assert seen.sounds == sounds
        assert seen.unknown == sorted(names - set(sounds))

    @points(1)
    @examples(3)
    @given(number=scale(100, 2_000), asked=st.lists(st.integers(0, 99), min_size=1, max_size=3))
    @example(number=1_000, asked=[999, 0, 500])
    def test_keeps_whatever_is_registered(self, attempt, number, asked):
        """A registered class is there for as long as nothing takes its place, however many others there are."""
        asked = [number - 1 - place for place in asked if place < number]
        sounds = attempt.register_many(number=number, asked=asked)
        assert sounds == [f"sound {place}" for place in asked]

    @points(1)
    @examples(30)
    @given(
        kind=st.sampled_from(["AttributeError", "KeyError", "LookupError", "TypeError", "ValueError"]),
        message=WORDS,
        number=st.integers(2, 4),
        position=st.integers(0, 3),
    )
    @example(kind="KeyError", message="a", number=2, position=1)
    @example(kind="TypeError", message="a", number=2, position=1)
    @example(kind="ValueError", message="a", number=2, position=1)
    def test_lets_the_error_of_a_class_through(self, attempt, kind, message, number, position):
        """What a class of animals raises when it is called goes on to whoever called create_animal."""
        position %= number
        caught = attempt.create_failing(kind=kind, message=message, number=number, position=position)
        assert caught == [position], "the very exception that the class raised"

    @points(1)
    @given(sounds=st.lists(st.none() | WORDS, min_size=1, max_size=4))
    @example(sounds=["a", None])
    def test_animals_need_a_sound(self, attempt, sounds):
        """Only a class that defines make_sound can be instantiated: Animal is abstract."""
        seen = attempt.derive_animals(sounds=sounds)
        wanted = [["TypeError"] * 2 if sound is None else [sound] for sound in sounds]
        assert seen.answers == [answer for answers in wanted for answer in answers]


class TestStrategy:
    """strategy"""

    @both_strategies
    @points(1)
    @given(data=ITEMS, extra=st.integers(0, 9))
    @example(data=[3, 1, 2, 3, -1], extra=5)
    @example(data=[4, 3, 2, 1], extra=5)
    @example(data=["b", "a", "b"], extra=5)
    @example(data=[2, 1, 1.0], extra=5)
    @example(data=list(range(40, 0, -1)), extra=5)
    @example(data=[7 * number % 151 for number in range(150)], extra=5)
    def test_sorts(self, attempt, strategy, data, extra):
        """A strategy returns the items in ascending order, equal ones included."""
        seen = attempt.sort(strategy=strategy, data=data, extra=extra)
        assert seen.result == sorted(data)
        # Equal items in any order, but a 1 is no 1.0.
        written = sorted(repr(item) for item in seen.result)
        assert written == sorted(repr(item) for item in data), "The items come out as they are."

    @both_strategies
    @points(1)
    @given(data=ITEMS, extra=st.integers(0, 9))
    @example(data=[], extra=5)
    @example(data=[7], extra=5)
    @example(data=[2, 1], extra=5)
    def test_returns_a_new_list(self, attempt, strategy, data, extra):
        """A strategy leaves its input alone: the result is a list of its own, even for one item."""
        seen = attempt.sort(strategy=strategy, data=data, extra=extra)
        assert seen.longer == [*sorted(data), extra]
        assert seen.data == data, "Neither sorting nor adding to the result changes the input."

    @both_strategies
    @points(1)
    @given(ranks=st.lists(st.integers(-2, 2), max_size=6), first=st.integers(0, 99))
    @example(ranks=[1, 1], first=0)
    @example(ranks=[2, 1, 2, 0, 1], first=10)
    def test_needs_nothing_but_less_than(self, attempt, strategy, ranks, first):
        """A strategy sorts, and loses none of, objects that only `<` can compare."""
        cards = [(rank, f"card {first + i}") for i, rank in enumerate(ranks)]
        seen = attempt.sort_cards(strategy=strategy, cards=cards)
        assert seen.ranks == sorted(ranks)
        found = sorted(zip(seen.ranks, seen.names, strict=True))
        assert found == sorted(cards), "Each card comes out once, with its own rank."
        assert sorted(seen.places) == list(range(len(cards))), "The items come out, not copies of them."

    @points(1)
    @examples(4)
    @given(number=scale(500, 3_000), first=st.integers(-3, 3), step=st.sampled_from([-1, 0, 1]))
    @example(number=2_000, first=0, step=1)
    @example(number=2_000, first=0, step=-1)
    @example(number=2_000, first=3, step=0)
    def test_quicksort_copes_with_long_lists(self, attempt, number, first, step):
        """QuickSort sorts thousands of numbers that are sorted already, backwards, or all the same."""
        seen = attempt.sort_many(strategy="QuickSort", number=number, first=first, step=step)
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
        results = attempt.sort_again(strategy=strategy, lists=lists)
        assert results == [sorted(data) for data in lists]

    @points(1)
    @given(results=st.lists(st.none() | NUMBERS, min_size=1, max_size=4))
    @example(results=[[1], None])
    def test_strategies_need_a_sort(self, attempt, results):
        """Only a class that defines sort can be instantiated: SortStrategy is abstract."""
        seen = attempt.derive_strategies(results=results)
        wanted = [["TypeError"] * 2 if each is None else [[0, *each]] for each in results]
        assert seen.answers == [answer for answers in wanted for answer in answers]

    @points(1)
    @given(
        names=st.permutations(["BubbleSort", "QuickSort", "Dog", "Cat"]),
        data=st.lists(st.integers(0, 9), min_size=2, max_size=3),
    )
    def test_both_are_strategies(self, attempt, names, data):
        """BubbleSort and QuickSort derive from SortStrategy."""
        seen = attempt.sort_with_all(names=names, data=data)
        both = [name for name in names if name.endswith("Sort")]
        assert seen.results == [[name, sorted(data)] for name in both]

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
        assert seen.seen == list(range(number))[::-1]
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

    @points(1)
    @given(order=st.permutations(range(5)), event=EVENTS)
    @example(order=[4, 3, 2, 1, 0], event=7)
    @example(order=[0, 1, 2, 3, 4], event=7)
    @example(order=[3, 8, 0, 11, 6, 1, 9, 4, 10, 2, 7, 5], event=7)
    def test_notifies_in_order(self, attempt, order, event):
        """notify reaches observers in the order in which they were attached."""
        seen = attempt.follow(steps=[("attach", i) for i in order], event=event)
        assert seen.heard == [[i, event] for i in order]

    @points(1)
    @given(calls=st.lists(st.builds(lambda i, rest: (i, *rest), st.integers(0, 2), ARGUMENTS), min_size=1, max_size=4))
    @example(calls=[(1, ["a"], {}), (2, [], {}), (0, [0], {})])
    @example(calls=[(1, [], {"event_data": "a"})])
    @example(calls=[(1, [["a"]], {})])
    def test_passes_subject_and_event(self, attempt, calls):
        """update gets the subject and what notify was given, itself, empty or not, or None."""
        seen = attempt.notify_of(calls=calls)
        events = [[*arguments, *named.values()] for _, arguments, named in calls]
        after = [[e + [i] if isinstance(e, list) else e for e in event] for (i, _, _), event in zip(calls, events)]
        assert seen.heard == [[[i], *(event or [None])] for (i, _, _), event in zip(calls, after)]
        assert seen.events == after, "A list that notify was given is the list that the observers get."

    @points(1)
    @examples(30)
    @given(number=st.integers(4, 6), order=st.lists(st.integers(0, 3), min_size=1, max_size=4))
    @example(number=4, order=[0, 1])
    def test_passes_any_event(self, attempt, number, order):
        """update gets the very event, whatever it answers when it is compared or asked for its truth."""
        heard = attempt.notify_odd(number=number, order=order)
        assert heard == [number - 1 - place for place in order]

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
        seen = attempt.follow(steps=[("attach", i) for i in attached], event=event)
        assert seen.heard == [[i, event] for i in dict.fromkeys(attached)]

    @points(1)
    @given(steps=STEPS, event=EVENTS)
    @example(steps=[("attach", 1), ("detach", 1), ("attach", 2)], event=7)
    @example(steps=[("attach", 1), ("detach", 0)], event=7)
    @example(steps=[("attach", 1), ("attach", 1), ("attach", 2), ("detach", 1)], event=7)
    @example(steps=[("attach", 1), ("attach", 2), ("detach", 1), ("attach", 1)], event=7)
    def test_detaches(self, attempt, steps, event):
        """An observer that was detached hears nothing; detaching a stranger does no harm."""
        seen = attempt.follow(steps=steps, event=event)
        attached = []
        for action, i in steps:
            if action == "detach":
                attached = [other for other in attached if other != i]
            elif i not in attached:
                attached.append(i)
        assert seen.heard == [[i, event] for i in attached]

    @points(1)
    @given(
        attached=st.integers(2, 5),
        leavers=st.lists(st.tuples(LISTENERS, LISTENERS), max_size=4),
        events=st.tuples(EVENTS, EVENTS),
    )
    @example(attached=3, leavers=[(0, 0)], events=("a", "b"))
    @example(attached=3, leavers=[(0, 2)], events=("a", "b"))
    def test_observers_may_detach_meanwhile(self, attempt, attached, leavers, events):
        """An observer that is detached during a notification still hears it; nobody is skipped."""
        changes = [(who, "detach", other) for who, other in leavers]
        seen = attempt.change_meanwhile(attached=attached, changes=changes, events=events)
        assert seen.first == [[i, events[0]] for i in range(attached)]
        gone = {other for who, other in leavers if who < attached}
        assert seen.second == [[i, events[1]] for i in range(attached) if i not in gone]

    @points(1)
    @given(
        attached=st.integers(1, 3),
        guests=st.lists(st.tuples(LISTENERS, LISTENERS), max_size=4),
        again=st.lists(st.integers(0, 2), max_size=1),
        events=st.tuples(EVENTS, EVENTS),
    )
    @example(attached=1, guests=[(0, 1)], again=[], events=("a", "b"))
    @example(attached=2, guests=[(0, 3), (1, 2)], again=[], events=("a", "b"))
    @example(attached=2, guests=[], again=[0], events=("a", "b"))
    def test_observers_may_attach_meanwhile(self, attempt, attached, guests, again, events):
        """An observer that is attached during a notification first hears the next one, and hears it last."""
        changes = [(who, "attach", other) for who, other in guests]
        # The last of them leaves and comes back.
        changes += [(attached - 1, action, other) for other in again for action in ("detach", "attach")]
        seen = attempt.change_meanwhile(attached=attached, changes=changes, events=events)
        assert seen.first == [[i, events[0]] for i in range(attached)]
        by_host = sorted(guests, key=lambda pair: pair[0])
        arrived = [other for who, other in by_host if who < attached]
        expected = dict.fromkeys([*range(attached), *arrived])
        for other in again:
            expected.pop(other, None)
            expected[other] = None
        assert seen.second == [[i, events[1]] for i in expected]

    @points(1)
    @given(
        names=st.lists(st.sampled_from(["a", "b", ""]), min_size=3, max_size=5),
        detached=st.lists(st.integers(0, 2), max_size=2),
        event=EVENTS,
    )
    @example(names=["a", "b", "a"], detached=[], event=7)
    @example(names=["a", "a", "b"], detached=[1], event=7)
    @example(names=["a", "", "b"], detached=[], event=7)
    def test_tells_equal_observers_apart(self, attempt, names, detached, event):
        """Observers are told apart by identity, even if they are equal, empty, and can't be hashed."""
        seen = attempt.attach_equals(names=names, detached=detached, event=event)
        assert seen.heard == [[i, event] for i in range(len(names)) if i not in detached]

    @points(1)
    @given(names=st.lists(WORDS, min_size=1, max_size=4), event=EVENTS)
    @example(names=["a", "b"], event=7)
    def test_keeps_its_observers_alive(self, attempt, names, event):
        """A subject keeps an observer that nobody else refers to."""
        seen = attempt.attach_and_forget(names=names, event=event)
        assert seen.heard == [[name, event] for name in names]

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
        assert seen.heard == [[name, [event, "from", i]] for i, name in own]
