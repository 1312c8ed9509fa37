"""What the suite does with an attempt at coding patterns."""

# What the scenarios use: the attempt, which comes later, may have replaced it where it was.
from abc import ABC
from builtins import (
    AttributeError,
    Exception,
    KeyError,
    LookupError,
    TypeError,
    ValueError,
    enumerate,
    getattr,
    id,
    int,
    isinstance,
    issubclass,
    len,
    list,
    map,
    next,
    range,
    sorted,
    str,
    sum,
    type,
    zip,
)
from gc import collect
from itertools import count


class Odd:
    """Says yes to every comparison, and has no hash and no truth."""

    __hash__ = None

    def __eq__(self, other):
        return True

    def __bool__(self):
        raise TypeError("neither true nor false")


def kind_of(patterns, sound):
    """A class of animals that number themselves in the order in which they are made."""
    numbers = count(1)

    class Kind(patterns.Animal):
        def __init__(self):
            self.number = next(numbers)

        def make_sound(self):
            return f"{sound} {self.number}"

    return Kind


def kind_among(patterns, animal):
    """Which of the attempt's own classes an animal is of, whatever its class is called."""
    return next((name for name in ("Dog", "Cat") if isinstance(animal, getattr(patterns, name))), "neither")


def listener_class(log):
    """A class of observers that write down, under their names, what they hear."""

    class Listener:
        def __init__(self, name):
            self.name = name

        def update(self, subject, event_data):
            log.append([self.name, event_data])

    return Listener


# Factory


def create(patterns, names):
    """Creates animals by name, with nothing registered but the dog and the cat.

    from patterns import AnimalFactory
    animals = [AnimalFactory.create_animal(name) for name in {{ names }}]
    [[type(animal).__name__, animal.make_sound()] for animal in animals]
    """
    animals = [patterns.AnimalFactory.create_animal(name) for name in names]
    return {"animals": [[kind_among(patterns, animal), animal.make_sound()] for animal in animals]}


def register_and_create(patterns, registered, asked):
    """Registers classes whose animals count themselves, then creates animals by name: where does each come first?

    from patterns import Animal, AnimalFactory
    def kind_of(sound):
        class Kind(Animal):
            made = 0
            def __init__(self):
                Kind.made += 1
                self.number = Kind.made
            def make_sound(self):
                return f"{sound} {self.number}"
        return Kind

    for name, sound in {{ registered }}:
        AnimalFactory.register_animal(name, kind_of(sound))

    animals = [AnimalFactory.create_animal(name) for name in {{ asked }}]
    ids = [id(animal) for animal in animals]
    [(animal.make_sound(), "first at", ids.index(id(animal))) for animal in animals]
    """
    for name, sound in registered:
        patterns.AnimalFactory.register_animal(name, kind_of(patterns, sound))
    animals = [patterns.AnimalFactory.create_animal(name) for name in asked]
    # By identity: animals may compare equal.
    ids = [id(animal) for animal in animals]
    return {"sounds": [animal.make_sound() for animal in animals], "first_at": [ids.index(one) for one in ids]}


def register_and_ask_again(patterns, registered):
    """Asks for an animal of each name at first, and again after each registration.

    from patterns import Animal, AnimalFactory
    def kind_of(sound):
        class Kind(Animal):
            made = 0
            def __init__(self):
                Kind.made += 1
                self.number = Kind.made
            def make_sound(self):
                return f"{sound} {self.number}"
        return Kind

    answers = [AnimalFactory.create_animal("dog").make_sound()]
    for name, sound in {{ registered }}:
        AnimalFactory.register_animal(name, kind_of(sound))
        answers.append(AnimalFactory.create_animal(name.lower()).make_sound())

    answers
    """
    animal = patterns.AnimalFactory.create_animal("dog")
    sounds = [animal.make_sound()]
    for name, sound in registered:
        patterns.AnimalFactory.register_animal(name, kind_of(patterns, sound))
        sounds.append(patterns.AnimalFactory.create_animal(name.lower()).make_sound())
    return {"sounds": sounds}


def letters(number):
    """A number as a word of plain letters."""
    return "".join(["abcdefghij"[int(digit)] for digit in str(number)])


def register_many(patterns, number, asked):
    """Registers many classes that nobody else keeps, then creates some of the animals.

    import gc
    from patterns import Animal, AnimalFactory
    def letters(number):
        return "".join("abcdefghij"[int(digit)] for digit in str(number))

    def kind(sound):
        class Kind(Animal):
            def make_sound(self):
                return sound
        return Kind

    for place in range({{ number }}):
        AnimalFactory.register_animal("kind" + letters(place), kind(f"sound {place}"))

    collected = gc.collect()
    [AnimalFactory.create_animal("Kind" + letters(place)).make_sound() for place in {{ asked }}]
    """
    for place in range(number):
        sound = f"sound {place}"
        kind = type("Kind", (patterns.Animal,), {"make_sound": lambda self, sound=sound: sound})
        patterns.AnimalFactory.register_animal("kind" + letters(place), kind)
    kind = None
    collect()
    return [patterns.AnimalFactory.create_animal("Kind" + letters(place)).make_sound() for place in asked]


ERRORS = {
    "AttributeError": AttributeError,
    "KeyError": KeyError,
    "LookupError": LookupError,
    "TypeError": TypeError,
    "ValueError": ValueError,
}


def create_failing(patterns, kind, message, number, position):
    """Creates an animal whose class raises one of several exceptions that look alike, and asks which comes out.

    from patterns import Animal, AnimalFactory
    errors = [{{ kind | raw }}({{ message }}) for _ in range({{ number }})]
    class Kind(Animal):
        def __init__(self):
            raise errors[{{ position }}]
        def make_sound(self):
            return "none"

    AnimalFactory.register_animal("kind", Kind)
    caught = None
    try:
        AnimalFactory.create_animal("kind")
    except Exception as error:
        caught = error

    [place for place, error in enumerate(errors) if error is caught]
    """
    errors = [ERRORS[kind](message) for _ in range(number)]

    class Kind(patterns.Animal):
        def __init__(self):
            raise errors[position]

        def make_sound(self):
            return "none"

    patterns.AnimalFactory.register_animal("kind", Kind)
    caught = None
    try:
        patterns.AnimalFactory.create_animal("kind")
    except Exception as error:
        caught = error
    return [place for place, error in enumerate(errors) if error is caught]


def ask_for(patterns, names):
    """Asks for animals, known and unknown, where every name has a class of animals that nobody registers.

    from patterns import Animal, AnimalFactory
    answers = []
    for name in {{ names }}:
        type(name, (Animal,), {"make_sound": lambda self: "nobody registered me"})
        try:
            answers.append([name, AnimalFactory.create_animal(name).make_sound()])
        except ValueError as error:
            answers.append([name, "ValueError", str(error)])

    answers
    """
    sounds, refusals = [], []
    for name in names:
        type(name, (patterns.Animal,), {"make_sound": lambda self: "nobody registered me"})
        try:
            sounds.append([name, patterns.AnimalFactory.create_animal(name).make_sound()])
        except ValueError as error:
            refusals.append([name, str(error)])
    return {"sounds": sounds, "refusals": refusals}


class Falsehood:
    """What makes a class false, and equal to everything."""

    __hash__ = type.__hash__

    def __bool__(self):
        return False

    def __eq__(self, other):
        return True


def _offer(patterns, kind, sound):
    """What is registered: a class of animals of some kind, or what is none."""

    def make(*bases, meta=type(patterns.Animal), **members):
        return meta("Kind", bases, {"make_sound": lambda self: sound, **members})

    def adopt_a_cat(self):
        self.cat = patterns.AnimalFactory.create_animal("cat")

    kinds = {
        "class": lambda: make(patterns.Animal),
        "class of dogs": lambda: make(patterns.Dog),
        "silent class of dogs": lambda: type("Hound", (patterns.Dog,), {}),
        "mixed class": lambda: type("Mixed", (make(meta=type), patterns.Animal), {}),
        "false class": lambda: make(patterns.Animal, meta=type("Falsehood", (Falsehood, type(patterns.Animal)), {})),
        "class with a cat": lambda: make(
            patterns.Animal, __init__=adopt_a_cat, make_sound=lambda self: sound + self.cat.make_sound()
        ),
        "Dog": lambda: patterns.Dog,
        "Cat": lambda: patterns.Cat,
        "animal": lambda: make(patterns.Animal)(),
        "function": lambda: lambda: make(patterns.Animal)(),
        "string": lambda: sound,
        "none": lambda: None,
        "class of no animal": lambda: make(meta=type),
        # Abstract as well, and of the same name, but none of the attempt's animals.
        "class of other animals": lambda: make(type("Animal", (ABC,), {}), meta=type(ABC)),
    }
    return kinds[kind]()


def register_all_sorts(patterns, candidates):
    """Tries to register what is a class of animals and what is not, then asks for every name.

    from abc import ABC
    from patterns import Animal, AnimalFactory, Cat, Dog
    OtherAnimal = type("Animal", (ABC,), {})
    def offer(kind, sound):
        class Kind(Animal):
            def make_sound(self):
                return sound
        class Puppy(Dog):
            def make_sound(self):
                return sound
        class Duck:
            def make_sound(self):
                return sound
        class Robot(OtherAnimal):
            def make_sound(self):
                return sound
        class WithCat(Animal):
            def __init__(self):
                self.cat = AnimalFactory.create_animal("cat")
            def make_sound(self):
                return sound + self.cat.make_sound()
        class Mixed(Duck, Animal):
            pass
        class Falsehood(type(Animal)):
            __bool__ = lambda cls: False
            __eq__ = lambda cls, other: True
            __hash__ = type.__hash__
        class Falsy(Animal, metaclass=Falsehood):
            def make_sound(self):
                return sound
        offers = {"class": Kind, "class of dogs": Puppy, "Dog": Dog, "Cat": Cat, "animal": Kind()}
        offers |= {"class with a cat": WithCat, "mixed class": Mixed, "false class": Falsy}
        offers |= {"silent class of dogs": type("Hound", (Dog,), {}), "none": None}
        offers |= {"function": lambda: Kind(), "string": sound}
        offers |= {"class of no animal": Duck, "class of other animals": Robot}
        return offers[kind]

    candidates = {{ candidates }}
    refused = []
    for name, kind, sound in candidates:
        try:
            AnimalFactory.register_animal(name, offer(kind, sound))
        except TypeError as error:
            refused.append([name, kind, sound])

    refused
    answers = {}
    for name, kind, sound in candidates:
        try:
            answers[name] = AnimalFactory.create_animal(name).make_sound()
        except ValueError as error:
            answers[name] = "ValueError"

    answers
    """
    refused = []
    for name, kind, sound in candidates:
        try:
            patterns.AnimalFactory.register_animal(name, _offer(patterns, kind, sound))
        except TypeError:
            refused.append([name, kind, sound])
    sounds, unknown = {}, []
    for name in sorted({name for name, _, _ in candidates}):
        try:
            sounds[name] = patterns.AnimalFactory.create_animal(name).make_sound()
        except ValueError:
            unknown.append(name)
    return {"refused": refused, "sounds": sounds, "unknown": unknown}


def derive_animals(patterns, sounds):
    """Creates animals of classes with and (for None) without a `make_sound` of their own, and of Animal itself.

    from patterns import Animal
    def derive(sound):
        class Derived(Animal):
            def __init__(self):
                pass
            if sound is not None:
                def make_sound(self):
                    return sound
        return Derived

    answers = []
    for sound in {{ sounds }}:
        for kind in [derive(sound)] if sound is not None else [derive(sound), Animal]:
            try:
                answers.append(kind().make_sound())
            except TypeError as error:
                answers.append("TypeError")

    answers
    """
    answers = []
    for sound in sounds:

        class Derived(patterns.Animal):
            def __init__(self):
                pass  # what Animal does in its own is left out

            if sound is not None:

                def make_sound(self, sound=sound):
                    return sound

        for kind in [Derived] if sound is not None else [Derived, patterns.Animal]:
            try:
                animal = kind()
            except TypeError:
                answers.append("TypeError")
            else:
                answers.append(animal.make_sound())
    return {"answers": answers}


# Strategy


def sort(patterns, strategy, data, extra):
    """Sorts a list, then adds one more item to the result.

    from patterns import {{ strategy | raw }}
    data = {{ data }}
    result = {{ strategy | raw }}().sort(data)
    result
    result.append({{ extra }})
    data
    """
    result = getattr(patterns, strategy)().sort(data)
    items = list(result)
    result.append(extra)
    return {"result": items, "longer": result, "data": data}


def sort_cards(patterns, strategy, cards):
    """Sorts objects that know `<` by their rank and nothing else.

    from patterns import {{ strategy | raw }}
    class Card:
        __hash__ = None
        def __init__(self, rank, name):
            self.rank = rank
            self.name = name
        def __lt__(self, other):
            return self.rank < other.rank
        def __eq__(self, other):
            raise TypeError("not to be compared")

    cards = [Card(rank, name) for rank, name in {{ cards }}]
    result = {{ strategy | raw }}().sort(cards)
    [(card.rank, card.name, [place for place, given in enumerate(cards) if given is card]) for card in result]
    """

    class Card(Odd):
        def __init__(self, rank, name):
            self.rank = rank
            self.name = name

        def __eq__(self, other):
            raise TypeError("not to be compared")

        def __lt__(self, other):
            return self.rank < other.rank

    given = [Card(rank, name) for rank, name in cards]
    result = getattr(patterns, strategy)().sort(list(given))
    return {
        "ranks": [card.rank for card in result],
        "names": [card.name for card in result],
        "places": [place for card in result for place, one in enumerate(given) if one is card],
    }


def sort_many(patterns, strategy, number, first, step):
    """Sorts many numbers that go up, go down or stay the same: ten of them, the last one, and their sum.

    from patterns import {{ strategy | raw }}
    result = {{ strategy | raw }}().sort([{{ first }} + {{ step }} * i for i in range({{ number }})])
    result[:: {{ number }} // 10] + result[-1:], sum(result)
    """
    result = getattr(patterns, strategy)().sort([first + step * i for i in range(number)])
    return {"some": result[:: number // 10] + result[-1:], "sum": sum(result)}


def sort_again(patterns, strategy, lists):
    """Sorts several lists with one strategy, and looks at the results when all are there.

    from patterns import {{ strategy | raw }}
    strategy = {{ strategy | raw }}()
    results = [strategy.sort(data) for data in {{ lists }}]
    results
    """
    one = getattr(patterns, strategy)()
    return [list(result) for result in [one.sort(data) for data in lists]]


def derive_strategies(patterns, results):
    """Creates strategies of classes with and (for None) without a `sort` of their own, and of SortStrategy itself.

    from patterns import SortStrategy
    def derive(result):
        class Derived(SortStrategy):
            def __init__(self):
                pass
            if result is not None:
                def sort(self, data):
                    return data + result
        return Derived

    answers = []
    for result in {{ results }}:
        for kind in [derive(result)] if result is not None else [derive(result), SortStrategy]:
            try:
                answers.append(kind().sort([0]))
            except TypeError as error:
                answers.append("TypeError")

    answers
    """
    answers = []
    for result in results:

        class Derived(patterns.SortStrategy):
            def __init__(self):
                pass  # what SortStrategy does in its own is left out

            if result is not None:

                def sort(self, data, result=result):
                    return data + result

        for kind in [Derived] if result is not None else [Derived, patterns.SortStrategy]:
            try:
                strategy = kind()
            except TypeError:
                answers.append("TypeError")
            else:
                answers.append(strategy.sort([0]))
    return {"answers": answers}


def sort_with_all(patterns, names, data):
    """Sorts with each of the classes that derives from SortStrategy.

    import patterns
    results = []
    for name in {{ names }}:
        found = getattr(patterns, name)
        if issubclass(found, patterns.SortStrategy):
            results.append([name, found().sort({{ data }})])

    results
    """
    results = []
    for name in names:
        found = getattr(patterns, name)
        if issubclass(found, patterns.SortStrategy):
            results.append([name, found().sort(list(data))])
    return {"results": results}


def switch(patterns, strategies, steps):
    """Lets two sorters sort, each with strategies that put a number of their own first, and are odd themselves.

    from patterns import Sorter, SortStrategy
    class StartWith(SortStrategy):
        __hash__ = None
        def __init__(self, start):
            self.start = start
        def sort(self, data):
            return [self.start, *data]
        def __eq__(self, other):
            return True
        def __bool__(self):
            return False

    sorters = [Sorter(StartWith(start)) for start in {{ strategies }}]
    results = []
    for which, start, data in {{ steps }}:
        if start is not None:
            sorters[which].set_strategy(StartWith(start))
        results.append(sorters[which].sort(data))

    results
    """

    class StartWith(patterns.SortStrategy):
        __hash__ = None

        def __init__(self, start):
            self.start = start

        def sort(self, data):
            return [self.start, *data]

        def __eq__(self, other):
            return True

        def __bool__(self):
            return False

    sorters = [patterns.Sorter(StartWith(start)) for start in strategies]
    results = []
    for which, start, data in steps:
        if start is not None:
            sorters[which].set_strategy(StartWith(start))
        results.append(sorters[which].sort(data))
    return {"results": results}


def sort_odd(patterns, number, kept):
    """Sorts odd objects backwards, and has the strategy return one of several empty lists that it kept.

    from patterns import Sorter, SortStrategy
    class Odd:
        __eq__ = lambda self, other: True
        __hash__ = None
        def __bool__(self):
            raise TypeError("neither true nor false")

    items = [Odd() for _ in range({{ number }})]
    objects = [[], [], []]
    seen = []
    class Keeper(SortStrategy):
        def sort(self, data):
            seen.extend(place for one in reversed(data) for place, item in enumerate(items) if one is item)
            return objects[{{ kept }}]

    result = Sorter(Keeper()).sort(items)
    seen
    [place for place, one in enumerate(objects) if one is result]
    """
    items = [Odd() for _ in range(number)]
    objects = [[], [], []]
    seen = []

    class Keeper(patterns.SortStrategy):
        def sort(self, data):
            seen.extend([place for one in data[::-1] for place, item in enumerate(items) if one is item])
            return objects[kept]

    result = patterns.Sorter(Keeper()).sort(items)
    return {"seen": seen, "returned": [place for place, one in enumerate(objects) if one is result]}


def sort_carelessly(patterns, data, returns):
    """Lets sorters use strategies that reverse the list they are given, and return it or nothing.

    from patterns import Sorter, SortStrategy
    class Backwards(SortStrategy):
        def __init__(self, returns):
            self.returns = returns
        def sort(self, data):
            data.reverse()
            return data if self.returns == "data" else None

    data = {{ data }}
    [Sorter(Backwards(returns)).sort(data) for returns in {{ returns }}]
    data
    """

    class Backwards(patterns.SortStrategy):
        def __init__(self, returns):
            self.returns = returns

        def sort(self, data):
            data.reverse()
            return data if self.returns == "data" else None

    return {"results": [patterns.Sorter(Backwards(each)).sort(data) for each in returns], "data": data}


# Observer


def follow(patterns, steps, event):
    """Attaches and detaches observers, then notifies those who are left.

    from patterns import Subject
    class Listener:
        def __init__(self, name):
            self.name = name
        def update(self, subject, event_data):
            print(self.name, "hears", event_data)

    listeners = [Listener(i) for i in range(12)]
    subject = Subject()
    for action, i in {{ steps }}:
        if action == "attach":
            subject.attach(listeners[i])
        else:
            subject.detach(listeners[i])

    subject.notify({{ event }})
    """
    log = []
    new = listener_class(log)
    listeners = [new(i) for i in range(12)]
    subject = patterns.Subject()
    for action, i in steps:
        if action == "attach":
            subject.attach(listeners[i])
        else:
            subject.detach(listeners[i])
    subject.notify(event)
    return {"heard": log}


def own(event):
    """A list to be changed here, and nowhere else."""
    return event[:] if isinstance(event, list) else event


def notify_of(patterns, calls):
    """Attaches one observer to three subjects, and notifies with and without event data; it adds the sender to a list.

    from patterns import Subject
    subjects = [Subject() for i in range(3)]
    heard = []
    class Listener:
        def update(self, subject, event_data):
            senders = [i for i in range(3) if subjects[i] is subject]
            if isinstance(event_data, list):
                event_data += senders
            heard.append([senders, event_data])

    listener = Listener()
    for subject in subjects:
        subject.attach(listener)

    calls = {{ calls }}
    for i, arguments, named in calls:
        subjects[i].notify(*arguments, **named)

    {"heard": heard, "events": [[*arguments, *named.values()] for i, arguments, named in calls]}
    """
    heard = []
    subjects = [patterns.Subject() for _ in range(3)]

    class Reporter:
        def update(self, subject, event_data):
            senders = [i for i, known in enumerate(subjects) if known is subject]
            if isinstance(event_data, list):
                event_data += senders
            heard.append([senders, event_data])

    reporter = Reporter()
    for subject in subjects:
        subject.attach(reporter)
    calls = [
        (i, [own(event) for event in arguments], {name: own(event) for name, event in named.items()})
        for i, arguments, named in calls
    ]
    for i, arguments, named in calls:
        subjects[i].notify(*arguments, **named)
    return {"heard": heard, "events": [[*arguments, *named.values()] for _, arguments, named in calls]}


def attach_apart(patterns, attachments, event):
    """Attaches observers to several subjects, then notifies one subject after the other.

    from patterns import Subject
    class Listener:
        def __init__(self, name):
            self.name = name
        def update(self, subject, event_data):
            heard.append([self.name, event_data])

    heard = []
    attachments = {{ attachments }}
    listeners = [Listener(name) for i, name in attachments]
    subjects = [Subject() for i in range(3)]
    for (i, name), listener in zip(attachments, listeners):
        subjects[i].attach(listener)

    for i in range(3):
        subjects[i].notify([{{ event }}, "from", i])

    heard
    """
    log = []
    new = listener_class(log)
    listeners = [new(name) for _, name in attachments]
    subjects = [patterns.Subject() for _ in range(3)]
    for (i, _), one in zip(attachments, listeners, strict=True):
        subjects[i].attach(one)
    for i in range(3):
        subjects[i].notify([event, "from", i])
    return {"heard": log}


def attach_equals(patterns, names, detached, event):
    """Attaches observers that are equal if their names are, and false if their names are empty, and detaches some.

    from patterns import Subject
    class Listener:
        def __init__(self, place, name):
            self.place = place
            self.name = name
        def __eq__(self, other):
            return self.name == other.name
        def __len__(self):
            return len(self.name)
        def update(self, subject, event_data):
            print("number", self.place, "hears", event_data)

    listeners = [Listener(place, name) for place, name in enumerate({{ names }})]
    subject = Subject()
    for listener in listeners:
        subject.attach(listener)

    for place in {{ detached }}:
        subject.detach(listeners[place])

    subject.notify({{ event }})
    """
    heard = []

    class Equal:
        def __init__(self, place, name):
            self.place = place
            self.name = name

        def __eq__(self, other):
            return self.name == other.name

        def __len__(self):
            return len(self.name)

        def update(self, subject, event_data):
            heard.append([self.place, event_data])

    listeners = [Equal(place, name) for place, name in enumerate(names)]
    subject = patterns.Subject()
    for one in listeners:
        subject.attach(one)
    for place in detached:
        subject.detach(listeners[place])
    subject.notify(event)
    return {"heard": heard}


def attach_and_forget(patterns, names, event):
    """Attaches observers without keeping them in a variable.

    from patterns import Subject
    class Listener:
        def __init__(self, name):
            self.name = name
        def update(self, subject, event_data):
            print(self.name, "hears", event_data)

    subject = Subject()
    for name in {{ names }}:
        subject.attach(Listener(name))

    subject.notify({{ event }})
    """
    log = []
    new = listener_class(log)
    subject = patterns.Subject()
    for name in names:
        subject.attach(new(name))
    subject.notify(event)
    return {"heard": log}


def change_meanwhile(patterns, attached, changes, events):
    """Notifies twice; when observers hear the first event, they attach and detach others.

    from patterns import Subject
    class Listener:
        def __init__(self, number):
            self.number = number
        def update(self, subject, event_data):
            print(self.number, "hears", event_data)
            for number, action, other in changes:
                if number == self.number and action == "attach":
                    subject.attach(listeners[other])
                if number == self.number and action == "detach":
                    subject.detach(listeners[other])

    listeners = [Listener(number) for number in range(5)]
    subject = Subject()
    for number in range({{ attached }}):
        subject.attach(listeners[number])

    changes = {{ changes }}
    subject.notify({{ events[0] }})
    changes = []
    subject.notify({{ events[1] }})
    """
    heard = []
    pending = list(changes)

    class Busy:
        def __init__(self, number):
            self.number = number

        def update(self, subject, event_data):
            heard.append([self.number, event_data])
            for number, action, other in pending:
                if number == self.number and action == "attach":
                    subject.attach(listeners[other])
                if number == self.number and action == "detach":
                    subject.detach(listeners[other])

    listeners = [Busy(number) for number in range(5)]
    subject = patterns.Subject()
    for number in range(attached):
        subject.attach(listeners[number])
    subject.notify(events[0])
    first = list(heard)
    pending.clear()
    heard.clear()
    subject.notify(events[1])
    return {"first": first, "second": heard}


def notify_odd(patterns, number, order):
    """Notifies of odd events: which of them are heard?

    from patterns import Subject
    class Odd:
        __eq__ = lambda self, other: True
        __hash__ = None
        def __bool__(self):
            raise TypeError("neither true nor false")

    events = [Odd() for _ in range({{ number }})]
    heard = []
    class Listener:
        def update(self, subject, event_data):
            heard.extend(place for place, event in enumerate(events) if event is event_data)

    subject, listener = Subject(), Listener()
    subject.attach(listener)
    for place in {{ order }}:
        subject.notify(events[-1 - place])

    heard
    """
    events = [Odd() for _ in range(number)]
    heard = []

    class Listener:
        def update(self, subject, event_data):
            heard.extend([place for place, event in enumerate(events) if event is event_data])

    subject, listener = patterns.Subject(), Listener()
    subject.attach(listener)
    for place in order:
        subject.notify(events[-1 - place])
    return heard


def follow_many(patterns, number, leaving, events):
    """Attaches many observers, detaches one in so many of them, and notifies of many events; all is added up.

    from patterns import Subject
    class Listener:
        def __init__(self, number):
            self.number, self.heard = number, []
        def update(self, subject, event_data):
            self.heard.append(event_data)

    listeners = [Listener(number) for number in range({{ number }})]
    subject = Subject()
    for listener in listeners:
        subject.attach(listener)

    for listener in listeners[:: {{ leaving }}]:
        subject.detach(listener)

    for event in range({{ events }}):
        subject.notify(event)

    sum(listener.number for listener in listeners if listener.heard)
    sum(sum(listener.heard) for listener in listeners)
    """

    class Listener:
        def __init__(self, number):
            self.number, self.heard = number, []

        def update(self, subject, event_data):
            self.heard.append(event_data)

    listeners = list(map(Listener, range(number)))
    subject = patterns.Subject()
    for listener in listeners:
        subject.attach(listener)
    for listener in listeners[::leaving]:
        subject.detach(listener)
    for event in range(events):
        subject.notify(event)
    return {
        "listeners": sum([listener.number for listener in listeners if listener.heard]),
        "events": sum([sum(listener.heard) for listener in listeners]),
    }
