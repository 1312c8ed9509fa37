"""What the suite does with an attempt at coding patterns."""

# What the scenarios use: the attempt, which comes later, may have replaced it where it was.
from abc import ABC
from builtins import (
    TypeError,
    ValueError,
    enumerate,
    getattr,
    id,
    isinstance,
    issubclass,
    len,
    list,
    next,
    range,
    sorted,
    str,
    type,
    zip,
)
from itertools import count


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
        offers = {"class": Kind, "class of dogs": Puppy, "Dog": Dog, "Cat": Cat, "animal": Kind()}
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
    # Abstract as well, and of the same name, but none of the attempt's animals.
    other_animal = type("Animal", (ABC,), {})

    def offer(kind, sound):
        if kind in ("Dog", "Cat"):
            return getattr(patterns, kind)
        if kind == "string":
            return sound
        bases = {
            "class of dogs": (patterns.Dog,),
            "class of no animal": (),
            "class of other animals": (other_animal,),
        }
        made = type("Kind", bases.get(kind, (patterns.Animal,)), {"make_sound": lambda self: sound})
        if kind == "function":
            return lambda: made()
        return made() if kind == "animal" else made

    refused = []
    for name, kind, sound in candidates:
        try:
            patterns.AnimalFactory.register_animal(name, offer(kind, sound))
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
        def __init__(self, rank, name):
            self.rank = rank
            self.name = name
        def __lt__(self, other):
            return self.rank < other.rank

    cards = [Card(rank, name) for rank, name in {{ cards }}]
    result = {{ strategy | raw }}().sort(cards)
    [(card.rank, card.name, [place for place, given in enumerate(cards) if given is card]) for card in result]
    """

    class Card:
        def __init__(self, rank, name):
            self.rank = rank
            self.name = name

        def __lt__(self, other):
            return self.rank < other.rank

    given = [Card(rank, name) for rank, name in cards]
    result = getattr(patterns, strategy)().sort(list(given))
    return {
        "ranks": [card.rank for card in result],
        "names": [card.name for card in result],
        "places": [place for card in result for place, one in enumerate(given) if one is card],
    }


def sort_many(patterns, first, step):
    """Sorts 2,000 numbers that go up, go down or stay the same.

    from patterns import QuickSort
    result = QuickSort().sort([{{ first }} + {{ step }} * i for i in range(2000)])
    result[::500] + result[-1:]
    """
    result = patterns.QuickSort().sort([first + step * i for i in range(2000)])
    return {"every_500th_and_last": result[::500] + result[-1:]}


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
    """Lets two sorters sort, each with strategies that put other items first.

    from patterns import Sorter, SortStrategy
    class StartAt(SortStrategy):
        def __init__(self, start):
            self.start = start
        def sort(self, data):
            return data[self.start :] + data[: self.start]

    sorters = [Sorter(StartAt(start)) for start in {{ strategies }}]
    results = []
    for which, start in {{ steps }}:
        if start is not None:
            sorters[which].set_strategy(StartAt(start))
        results.append(sorters[which].sort([0, 1, 2, 3]))

    results
    """

    class StartAt(patterns.SortStrategy):
        def __init__(self, start):
            self.start = start

        def sort(self, data):
            return data[self.start :] + data[: self.start]

    sorters = [patterns.Sorter(StartAt(start)) for start in strategies]
    results = []
    for which, start in steps:
        if start is not None:
            sorters[which].set_strategy(StartAt(start))
        results.append(sorters[which].sort([0, 1, 2, 3]))
    return {"results": results}


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
