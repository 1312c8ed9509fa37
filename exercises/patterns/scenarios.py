"""What the suite does with an attempt at coding patterns."""

from abc import ABC
from gc import collect
from itertools import count, product

from grader.scenario import Odd, lookalikes, outcome, sift, which


def derive(base, method, kinds, result):
    """Makes objects of an abstract class, and of classes derived from it that lack its method or have it."""
    import patterns

    abstract = getattr(patterns, base)
    lacking = type("Lacking", (abstract,), {"__init__": lambda self: None})
    whole = type("Whole", (lacking,), {method: lambda self: result})
    classes = {"abstract": abstract, "lacking": lacking, "whole": whole}
    made, refused, _ = sift(TypeError, lambda kind: classes[kind](), kinds)
    return {"refused": refused, "results": [getattr(one, method)() for one in made if type(one) is whole]}


def kind_of(sound):
    """A class of animals that number themselves in the order in which they are made."""
    from patterns import Animal

    numbers = count(1)

    class Kind(Animal):
        def __init__(self):
            self.number = next(numbers)

        def make_sound(self):
            return f"{sound} {self.number}"

    return Kind


def create(names):
    """Creates animals by name, with nothing registered but the dog and the cat."""
    from patterns import AnimalFactory, Cat, Dog

    animals = [AnimalFactory.create_animal(name) for name in names]
    return {
        "sounds": [animal.make_sound() for animal in animals],
        "dogs": [place for place, animal in enumerate(animals) if isinstance(animal, Dog)],
        "cats": [place for place, animal in enumerate(animals) if isinstance(animal, Cat)],
    }


def register_and_create(registered, asked):
    """Registers classes whose animals number themselves, then creates animals by name: where does each stand?"""
    from patterns import AnimalFactory

    for name, sound in registered:
        AnimalFactory.register_animal(name, kind_of(sound))
    animals = [AnimalFactory.create_animal(name) for name in asked]
    return {
        "sounds": [animal.make_sound() for animal in animals],
        "places": [which(animal, animals) for animal in animals],
    }


def register_and_ask_again(registered):
    """Asks for a dog at first, and for an animal of each name as soon as it is registered."""
    from patterns import AnimalFactory

    sounds = [AnimalFactory.create_animal("dog").make_sound()]
    for name, sound in registered:
        AnimalFactory.register_animal(name, kind_of(sound))
        sounds.append(AnimalFactory.create_animal(name.lower()).make_sound())
    return {"sounds": sounds}


def register_many(number, asked):
    """Registers many classes that nobody else keeps, then creates some of the animals."""
    from patterns import Animal, AnimalFactory

    names = ["".join(letters) for letters in product("abcdefghij", repeat=4)][:number]
    for place, name in enumerate(names):
        members = {"make_sound": lambda self, place=place: f"sound {place}"}
        AnimalFactory.register_animal(name, type("Kind", (Animal,), members))
    collect()
    return {"sounds": [AnimalFactory.create_animal(names[place].title()).make_sound() for place in asked]}


def create_failing(error, number, position, other):
    """Creates an animal whose class first creates another one, and then raises one of several look-alikes."""
    from patterns import Animal, AnimalFactory

    errors, sounds = lookalikes(error, number), []

    class Kind(Animal):
        def __init__(self):
            sounds.append(AnimalFactory.create_animal(other).make_sound())
            raise errors[position]

        def make_sound(self):
            return "none"

    AnimalFactory.register_animal("kind", Kind)
    end = outcome(AnimalFactory.create_animal, "kind")
    return {"outcome": end, "positions": which(end[1], errors), "sounds": sounds}


def ask_for(names):
    """Asks for animals, known and unknown, where every name has a class of animals that nobody registers."""
    from patterns import Animal, AnimalFactory

    sounds, messages = {}, {}
    for name in names:
        type(name, (Animal,), {"make_sound": lambda self: "nobody registered me"})
        try:
            sounds[name] = AnimalFactory.create_animal(name).make_sound()
        except ValueError as error:
            messages[name] = str(error)
    return {
        "sounds": sounds,
        "refused": list(messages),
        "named": [name for name in messages if name in messages[name]],
    }


def offer_and_ask(make, candidates, known, asked):
    """Offers the factory something for each candidate, and then asks it for animals."""
    from patterns import AnimalFactory

    _, refused, _ = sift(TypeError, lambda one: AnimalFactory.register_animal(one[0], make(*one[1:])), candidates)
    _, unknown, _ = sift(ValueError, AnimalFactory.create_animal, asked)
    sounds = {name: AnimalFactory.create_animal(name).make_sound() for name in known}
    return {"refused": refused, "sounds": sounds, "unknown": unknown}


def register_things(candidates, known=(), asked=()):
    """Offers the factory classes of animals and other things."""
    from patterns import Animal, Cat, Dog

    def make(kind, sound):
        Kind = type("Kind", (Animal,), {"make_sound": lambda self: sound})
        kinds = {"class": Kind, "Dog": Dog, "Cat": Cat, "animal": Kind(), "string": sound, "none": None}
        return kinds.get(kind, lambda: Dog())

    return offer_and_ask(make, candidates, known, asked)


def register_classes(candidates, known=(), asked=()):
    """Offers the factory classes with these bases, with and (for None) without a sound of their own."""
    from patterns import Animal, Dog

    Duck = type("Duck", (), {"make_sound": lambda self: "Quack!"})
    odd = type("OddClass", (Odd, type(Animal)), {"__hash__": type.__hash__})
    bases = {"Animal": Animal, "Dog": Dog, "Duck": Duck, "odd Animal": odd("OddAnimal", (Animal,), {})}
    bases["another Animal"] = type("Animal", (ABC,), {})

    def make(kinds, sound):
        members = {"make_sound": lambda self: sound} if sound else {}
        return type("Kind", tuple(bases[kind] for kind in kinds), members)

    return offer_and_ask(make, candidates, known, asked)


def sort_and_add(strategy, data, extra):
    """Sorts a list, then adds one more item to the result."""
    import patterns

    result = getattr(patterns, strategy)().sort(data)
    result.append(extra)
    return {"result": result, "data": data}


def sort_cards(strategy, ranks):
    """Sorts objects that know `<` by their rank and nothing else: each should come out once, with its own rank."""
    import patterns

    class Card(Odd):
        def __init__(self, rank):
            self.rank = rank

        def __lt__(self, other):
            return self.rank < other.rank

        def __eq__(self, other):
            raise TypeError("not to be compared")

    cards = [Card(rank) for rank in ranks]
    result = getattr(patterns, strategy)().sort([*cards])
    return {
        "ranks": [card.rank for card in result],
        "cards": sorted((place, card.rank) for card in result for place in which(card, cards)),
    }


def sort_many(number, first, step):
    """Sorts many numbers that go up, go down or stay the same: ten of them, the last one, and their sum."""
    from patterns import QuickSort

    result = QuickSort().sort([first + step * i for i in range(number)])
    return {"some": result[:: number // 10] + result[-1:], "sum": sum(result)}


def sort_one_by_one(strategy, lists):
    """Sorts some lists with one strategy, and looks at the results when all are there."""
    import patterns

    one = getattr(patterns, strategy)()
    return {"results": [one.sort(data) for data in lists]}


def sort_with_all(names, data):
    """Sorts with each of the classes that derives from SortStrategy."""
    import patterns

    classes = [(name, getattr(patterns, name)) for name in names]
    strategies = [(name, one) for name, one in classes if issubclass(one, patterns.SortStrategy)]
    return {"results": [(name, one().sort([*data])) for name, one in strategies]}


def switch(strategies, steps):
    """Lets two sorters sort, each with strategies that put a number of their own first, and are odd themselves."""
    from patterns import Sorter, SortStrategy

    class StartWith(Odd, SortStrategy):
        def __init__(self, start):
            self.start = start

        def sort(self, data):
            return [self.start, *data]

    sorters, results = [Sorter(StartWith(start)) for start in strategies], []
    for place, start, data in steps:
        if start is not None:
            sorters[place].set_strategy(StartWith(start))
        results.append(sorters[place].sort(data))
    return {"results": results}


def sort_odd(number, kept):
    """Sorts odd objects with a strategy that looks at them backwards, and returns one of its three empty lists."""
    from patterns import Sorter, SortStrategy

    items, results, seen = [Odd() for _ in range(number)], [[], [], []], []

    class Keeper(SortStrategy):
        def sort(self, data):
            seen.extend(which(one, items) for one in reversed(data))
            return results[kept]

    result = Sorter(Keeper()).sort(items)
    return {"seen": seen, "returned": which(result, results)}


def sort_carelessly(data, returns):
    """Lets sorters use strategies that reverse the list they are given, and return it or nothing."""
    from patterns import Sorter, SortStrategy

    class Backwards(SortStrategy):
        def __init__(self, returns):
            self.returns = returns

        def sort(self, data):
            data.reverse()
            return data if self.returns == "data" else None

    results = [Sorter(Backwards(each)).sort(data) for each in returns]
    return {"results": results, "data": data}


def listener(name, heard, base=object):
    """An observer that writes down what it hears, after its name."""
    return type("Listener", (base,), {"update": lambda self, subject, event: heard.append((name, event))})()


def follow(steps, event, odd):
    """Attaches and detaches observers, odd ones or ordinary ones, then notifies those who are left."""
    from patterns import Subject

    subject, heard = Subject(), []
    listeners = [listener(number, heard, Odd if odd else object) for number in range(12)]
    for action, number in steps:
        getattr(subject, action)(listeners[number])
    subject.notify(event)
    return {"heard": heard}


def notify_of(calls):
    """Attaches one observer to three subjects, and notifies with and without event data: which subject says what?"""
    from patterns import Subject

    subjects, heard = [Subject() for _ in range(3)], []

    class Reporter:
        def update(self, subject, event_data):
            heard.append((which(subject, subjects), event_data))

    reporter = Reporter()
    for subject in subjects:
        subject.attach(reporter)
    for place, args, kwargs in calls:
        subjects[place].notify(*args, **kwargs)
    return {"heard": heard}


def notify_odd(number, order):
    """Notifies of events that only identity tells apart, odd ones and empty lists: which of them are heard?"""
    from patterns import Subject

    events = [Odd() if place % 2 else [] for place in range(number)]
    subject, heard = Subject(), []
    kept = listener("a", heard)
    subject.attach(kept)
    for place in order:
        subject.notify(events[-1 - place])
    return {"heard": [which(event, events) for _, event in heard]}


def follow_many(number, leaving, events):
    """Attaches many observers, detaches one in so many of them, and notifies of many events; all is added up."""
    from patterns import Subject

    subject, heard = Subject(), []
    listeners = [listener(place, heard) for place in range(number)]
    for one in listeners:
        subject.attach(one)
    for one in listeners[::leaving]:
        subject.detach(one)
    for event in range(events):
        subject.notify(event)
    return {"listeners": sum({name for name, _ in heard}), "events": sum(event for _, event in heard)}


def attach_and_forget(names, event):
    """Attaches observers without keeping them in a variable."""
    from patterns import Subject

    subject, heard = Subject(), []
    for name in names:
        subject.attach(listener(name, heard))
    subject.notify(event)
    return {"heard": heard}


def attach_apart(attachments, event):
    """Attaches observers to several subjects, then notifies one subject after the other."""
    from patterns import Subject

    subjects, heard = [Subject() for _ in range(3)], []
    listeners = [(place, listener(name, heard)) for place, name in attachments]
    for place, one in listeners:
        subjects[place].attach(one)
    for place, subject in enumerate(subjects):
        subject.notify((event, place))
    return {"heard": heard}


def change_meanwhile(attached, changes, events):
    """Notifies of several events; observers attach and detach others when they hear something for the first time."""
    from patterns import Subject

    subject, heard = Subject(), []

    class Busy:
        def update(self, subject, event_data):
            number = listeners.index(self)
            heard.append((number, event_data))
            for action, other in changes.pop(number, ()):
                getattr(subject, action)(listeners[other])

    listeners = [Busy() for _ in range(5)]
    for listener in listeners[:attached]:
        subject.attach(listener)
    for event in events:
        subject.notify(event)
    return {"heard": heard}
