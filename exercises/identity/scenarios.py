"""What the suite does with an attempt at identity."""

from collections import Counter, OrderedDict, UserDict, defaultdict, deque
from decimal import Decimal
from types import MappingProxyType, SimpleNamespace

from grader.scenario import Odd, catching, iterable, lookalikes, outcome, sift, source, which


class Fussy:
    """Has a hash that can't be asked for, and is true or false by its number alone."""

    def __init__(self, error):
        self.error = error

    def __hash__(self):
        raise self.error


class Answer:
    """Equals what it is told to, in a word that is true or false."""

    def __init__(self, equals):
        self.equals = equals

    def __eq__(self, other):
        return "yes" if other in self.equals else ""

    def __ne__(self, other):
        return "unlike"


class Prickly:
    """Has the same hash as others of its kind, and can't be compared with anything."""

    def __eq__(self, other):
        raise TypeError("can't be compared")

    def __hash__(self):
        return 7


class Proxy:
    """Says that it is None."""

    __class__ = type(None)


class Shelfmark:
    """Equal to every bookmark that has this url."""

    def __init__(self, url):
        self.url = url

    def __eq__(self, other):
        return "yes" if getattr(other, "url", None) == self.url else ""


class Shy:
    """Has items, and says that it has none."""

    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return 0


NAN = float("nan")
THINGS = [None, False, 0, "", (), [], NAN, -NAN, Odd(), Odd(), Answer([]), Answer([]), ([],), [()], 10**30]
THINGS += [Proxy(), Decimal("nan"), Decimal("nan"), 2.5, complex("nan"), complex("nan"), 10**400, "nan"]
THINGS += [..., NotImplemented, {2}, {}, list, Prickly(), Prickly()]
KEYS = [object(), (object(), 1), frozenset({2}), "a key"]
KEPT = [MappingProxyType({"a": [1]}), UserDict(a=1), range(2), iter([1, 2]), SimpleNamespace(parts=[1]), Prickly()]
KEPT += [list, Odd(), None, NAN, Answer([]), frozenset({1}), 10**30, "a text", Shelfmark("x")]
KEPT += [1, True, deque([1]), bytearray(b"a")]


def moved(pairs):
    """A dictionary whose order is not the one in which its keys came."""
    made = OrderedDict(pairs[::-1])
    for key, _ in pairs:
        made.move_to_end(key)
    return made


DICTIONARIES = {"dict": dict, "OrderedDict": moved, "defaultdict": lambda pairs: defaultdict(int, pairs)}
DICTIONARIES["Counter"] = lambda pairs: Counter(dict(pairs))


def items_of(kind, places):
    """An iterable of things."""
    things = [THINGS[place] for place in places]
    return Shy(things) if kind == "shy" else iterable(kind, things)


def again(value):
    """Another object with the same value, where Python has one."""
    return value[:1] + value[1:] if isinstance(value, str) else type(value)(str(value))


def build(parts):
    """Lists, dictionaries, sets and tuples of one another, by number, of what is KEPT, by numbers below 0, and KEYS."""

    def items(places):
        return [KEPT[place] if place < 0 else made[place] for place in places]

    made = [{"list": list, "dict": dict, "set": set, "tuple": tuple}[kind]() for kind, _ in parts]
    for number, (kind, places) in reversed(list(enumerate(parts))):
        if kind == "tuple":
            made[number] = tuple(items(places))
    for one, (kind, places) in zip(made, parts):
        if kind == "list":
            one.extend(items(places))
        elif kind == "dict":
            one.update(zip(KEYS, items(places)))
        elif kind == "set":
            one.update(KEYS[place] for place in places)
    return made


def shape(value, seen):
    """What it looks like, as text: what has been `seen` is told by its number, what is KEPT by its place."""
    if which(value, seen):
        return f"#{which(value, seen)[0]}"
    if type(value) not in (list, dict, set, tuple):
        return str(which(value, KEPT))
    seen.append(value)
    if type(value) is dict:
        inner = [f"{which(key, KEYS)}={shape(item, seen)}" for key, item in value.items()]
    elif type(value) is set:
        inner = sorted([str(which(one, KEYS)) for one in value])
    else:
        inner = [shape(one, seen) for one in value]
    return f"{type(value).__name__}({' '.join(inner)})"


def change(one):
    """Puts something into a list, a dictionary or a set."""
    if type(one) is not tuple:
        {list: list.append, set: set.add, dict: dict.setdefault}[type(one)](one, 99)


def first_of(places):
    """The first of some things that is not None: at which places does it stand?"""
    from identity import coalesce

    return which(coalesce(*[THINGS[place] for place in places]), THINGS)


def find(kind, places, wanted):
    """Looks for one thing after the other: where is it, and which are not there?"""
    from identity import index_of

    items = iterable(kind, [THINGS[place] for place in places])
    found, missing, _ = sift(ValueError, lambda place: (place, index_of(items, THINGS[place])), wanted)
    return {"found": found, "missing": missing}


def find_equal(values, place):
    """Looks for one of several objects that have equal values."""
    from identity import index_of

    items = [again(value) for value in values for _ in range(3)]
    return index_of(items, items[place])


def count(kind, places):
    """Counts things among which are equal ones and the same."""
    from identity import count_distinct

    return count_distinct(items_of(kind, places))


def count_made(number):
    """Counts objects that are made when they are asked for, and kept by nobody; between them comes always the same."""
    from identity import count_distinct

    make = [lambda place: [place], lambda place: place + 10**6, "text {}".format]
    return count_distinct(THINGS if place % 2 else make[place % 3](place) for place in range(number))


def compare(kinds, before, after):
    """Compares two dictionaries, whose values are numbers and texts that are made anew; has one of them changed?"""
    from identity import changed_keys

    one, other = [
        DICTIONARIES[kind]([(key, again(value)) for key, value in pairs]) for kind, pairs in zip(kinds, [before, after])
    ]
    changed = changed_keys(one, other)
    return {"changed": changed, "sizes": [len(one), len(other)]}


def compare_things(kinds, before, after):
    """Compares two dictionaries of things by their keys."""
    from identity import changed_keys

    one, other = [
        DICTIONARIES[kind]([(key, THINGS[place]) for key, place in pairs])
        for kind, pairs in zip(kinds, [before, after])
    ]
    return changed_keys(one, other)


def compare_answers(rows):
    """Values of the first dictionary say themselves what they equal."""
    from identity import changed_keys

    before = {key: Answer(equals) for key, equals, _ in rows}
    return changed_keys(before, {key: value for key, _, value in rows})


def use_bookmarks(pages, wanted, titles):
    """Puts bookmarks of a class and a subclass into a dictionary, gives them titles, and looks for urls."""
    from identity import Bookmark

    made = [(type("Starred", (Bookmark,), {}) if starred else Bookmark)(url, "old") for url, starred in pages]
    shelf, first = {}, [one.title for one in [*made, Bookmark("x.org")]]
    for number, bookmark in enumerate(made):
        shelf.setdefault(bookmark, number)
    for bookmark, title in zip(made, titles):
        bookmark.title = title
        if type(bookmark) is not Bookmark:
            bookmark.stars = title
    found = [shelf.get(Bookmark(title="new", url=again(url)), "not there") for url in wanted]
    return {
        "found": found,
        "first": first,
        "titles": [one.title for one in made],
        "equal": [made.index(one) for one in made],
        "unequal": [number for number, one in enumerate(made) if one != made[-1]],
    }


def change_urls(pages, actions):
    """Tries to assign and delete the url of each bookmark, of a class and a subclass, and looks for it afterwards."""
    from identity import Bookmark

    made, refused = [(type("Starred", (Bookmark,), {}) if starred else Bookmark)(url) for url, starred in pages], []
    for one in made:
        for action in actions:
            with catching(AttributeError) as errors:
                delattr(one, "url") if action == "delete" else setattr(one, "url", action)
            refused += [action for _ in errors]
    shelf = {one: f"to {one.url}" for one in made}
    found = [shelf.get(Bookmark(url)) for url, _ in pages]
    return {"urls": [f"to {one.url}" for one in made], "found": found, "refused": refused}


def meet_others(url, others):
    """Compares a bookmark with what is none, on both sides: texts, objects with a url, and some that go by it."""
    from identity import Bookmark

    mark = Bookmark(url)
    kinds = {"text": str, "url": lambda url: SimpleNamespace(url=url, title=""), "mark": Shelfmark}
    kinds |= {"pair": lambda url: (url, ""), "odd": lambda url: Odd()}
    things = [(f"a {kind} {name}", kinds[kind](name)) for name, kind in others]
    return {
        "left": [name for name, one in things if mark == one],
        "right": [name for name, one in things if one == mark],
        "unequal_left": [name for name, one in things if mark != one],
        "unequal_right": [name for name, one in things if one != mark],
    }


def keys_of(kind, places):
    """Which things have a hash?"""
    from identity import usable_keys

    return [which(one, THINGS) for one in usable_keys(items_of(kind, places))]


def ask_for_hash(error, place, by_hash):
    """Asking for the hash, or for the next value, raises one of three errors that look alike."""
    from identity import usable_keys

    errors = lookalikes(error, 3)
    values = [1, Fussy(errors[place]), 2]
    end, got = outcome(usable_keys, values if by_hash else source([1, 2], errors[place])[0])
    return (end, which(got, errors) if end == "raised" else [which(one, values) for one in got])


def copy(parts):
    """Copies the first of some parts that contain one another, changes all of the original, and looks at the copy."""
    from identity import deep_copy

    made = build(parts)
    copied = deep_copy(made[0])
    for one in made:
        change(one)
    return shape(copied, [])


def keep(parts):
    """Copies the first of some parts that contain one another, changes all of the copy, and looks at the original."""
    from identity import deep_copy

    made, inner = build(parts), []
    copied = deep_copy(made[0])
    looks = shape(copied, inner)
    for one in inner:
        change(one)
    return {"copied": looks, "original": shape(made[0], [])}


def copy_one_by_one(numbers):
    """Copies what is made anew, and what stays and is changed, one time after the other."""
    from identity import deep_copy

    copies, box = [], [0]
    pair, record = (box,), {"box": box, "seen": set()}
    for number in numbers:
        box[0] = number
        record["seen"].add(number)
        copies += [deep_copy([[number], box, pair, record]), deep_copy(number)]
    return copies
