"""What the suite does with an attempt at descriptors."""

from contextlib import suppress
from gc import disable
from weakref import ref

from grader.scenario import assign, mentioned, outcome, owner_of, sift


def keep(name, numbers):
    """Assigns every number, and then a quarter of it, and reads the attribute after each."""
    from descriptors import ValidatedAttribute

    thing = owner_of(**{name: ValidatedAttribute()})()
    return [repr(assign(thing, name, value)) for number in numbers for value in (number, number / 4)]


def offer(name, bounds, values, inherited=False):
    """Assigns one value after the other, in a class or a subclass, and tells the accepted from the refused."""
    from descriptors import ValidatedAttribute

    Thing = owner_of(**{name: ValidatedAttribute(**bounds)})
    thing = type("Child", (Thing,), {})() if inherited else Thing()
    accepted, refused, _ = sift(ValueError, lambda value: assign(thing, name, value), values)
    return {"accepted": accepted, "refused": refused}


def follow(name, bounds, values):
    """Assigns one value after the other and reads the attribute after each, as soon as it is not as it was at first."""
    from descriptors import ValidatedAttribute

    thing = owner_of(**{name: ValidatedAttribute(*bounds)})()
    kept = [getattr(thing, name, "no value")]
    for value in values:
        outcome(setattr, thing, name, value)
        kept.append(getattr(thing, name, "no value"))
    return {"kept": [value for value in kept if value != kept[0]]}


def refuse(inherited, name, bounds, offers, candidates):
    """Assigns values out of bounds, in a class or a subclass: which candidates do the errors mention?"""
    from descriptors import ValidatedAttribute

    Thing = owner_of(**{name: ValidatedAttribute(*bounds)})
    thing = type("Child", (Thing,), {})() if inherited else Thing()
    _, refused, errors = sift(ValueError, lambda offer: assign(thing, name, offer[0]), offers)
    return {"named": [mentioned(str(error), [*candidates, broken]) for error, (_, broken) in zip(errors, refused)]}


def make_attributes(pairs):
    """Makes an attribute for every pair of bounds and collects the pairs that are refused."""
    from descriptors import ValidatedAttribute

    _, refused, _ = sift(ValueError, lambda pair: ValidatedAttribute(min_value=pair[0], max_value=pair[1]), pairs)
    return {"refused": refused}


def fill(base, name, values, step):
    """Gives each of several instances its value and a step, and only then reads them all."""
    from descriptors import ValidatedAttribute

    Thing = owner_of(base, **{name: ValidatedAttribute()})
    things = [Thing() for _ in values]
    for thing, value in zip(things, values):
        setattr(thing, name, value + step)
    return [getattr(thing, name) for thing in things]


def fill_instances(name, values, step):
    """Gives ordinary instances their values."""
    return {"kept": fill(object, name, values, step)}


def fill_equal(hashable, name, values, step):
    """Gives instances their values that are equal to everything, hashable or not."""

    class Equal:
        __eq__ = lambda self, other: True  # noqa: E731
        __hash__ = (lambda self: 1) if hashable else None

    return {"kept": fill(Equal, name, values, step)}


def fill_empty(length, name, values, step):
    """Gives instances their values that are false in a condition, or can't say whether they are."""

    class Empty:
        __len__ = lambda self: length  # noqa: E731

    return {"kept": fill(Empty, name, values, step)}


def fill_many(name, instances, attributes, step):
    """Gives each of many attributes of many instances a value, and adds up what each instance has then."""
    from descriptors import ValidatedAttribute

    names = [f"{name}{number}" for number in range(attributes)]
    Thing = owner_of(**{one: ValidatedAttribute() for one in names})
    things = [Thing() for _ in range(instances)]
    for place, thing in enumerate(things):
        for number, one in enumerate(names):
            setattr(thing, one, place * step + number)
    sums = [sum([getattr(thing, one) for one in names]) for thing in things]
    return {"different": len(set(sums)), "sum": sum(sums)}


def fill_attributes(first, second, values, step):
    """Assigns to two attributes of one instance in turn and reads both after each turn."""
    from descriptors import ValidatedAttribute

    thing, found = owner_of(**{first: ValidatedAttribute(), second: ValidatedAttribute()})(), []
    for value in values:
        setattr(thing, first, value)
        setattr(thing, second, value + step)
        found.append((getattr(thing, first), getattr(thing, second)))
    return {"found": found}


def one_after_another(name, values, step):
    """Makes instances, each in the place of the one before, and looks for values before and after one is assigned."""
    from descriptors import ValidatedAttribute

    Thing, found = owner_of(**{name: ValidatedAttribute()}), []
    for value in values:
        thing = Thing()
        found += [("before", getattr(thing, name))] if hasattr(thing, name) else []
        setattr(thing, name, value + step)
        found += [("after", getattr(thing, name))] if hasattr(thing, name) else []
        del thing
    return {"found": found}


def drop_some(name, values, step, left, failing):
    """Gives instances their values and a step, drops all but a few, and reads those that are alive."""
    from descriptors import ValidatedAttribute

    disable()  # what goes with its last reference needs no garbage collector
    Thing = owner_of(**{name: ValidatedAttribute(max_value=99)}, empty=ValidatedAttribute())
    things = [Thing() for _ in values]
    for place, value in enumerate(values):
        setattr(things[place], name, value + step)
        for action, *args in failing:
            with suppress(AttributeError, ValueError):
                {"read": getattr, "delete": delattr, "assign": setattr}[action](things[place], *args)
    references = [ref(thing) for thing in things]
    del things[left:]
    return {"alive": [getattr(one(), name) for one in references if one() is not None]}


def read_without_value(names, value, assigned):
    """Assigns to one of two attributes with bounds and reads both."""
    from descriptors import ValidatedAttribute

    thing = owner_of(**{name: ValidatedAttribute(value) for name in names})()
    setattr(thing, assigned, value)
    found, _, errors = sift(AttributeError, lambda name: (name, getattr(thing, name)), names)
    return {"found": found, "named": [mentioned(str(error), names) for error in errors]}


def delete_one(names, values, place):
    """Fills two attributes of several instances, deletes the first attribute of one, and reads all."""
    from descriptors import ValidatedAttribute

    Thing = owner_of(**{name: ValidatedAttribute() for name in names})
    things = [Thing() for _ in values]
    for thing, value in zip(things, values):
        setattr(thing, names[0], value)
        setattr(thing, names[1], value)
    delattr(things[place], names[0])
    pairs = [(thing, name) for thing in things for name in names]
    left, _, errors = sift(AttributeError, lambda pair: (pair[1], getattr(*pair)), pairs)
    return {"left": left, "named": [mentioned(str(error), names) for error in errors]}


def delete_all(names, assigned):
    """Assigns to some of three attributes, and deletes each attribute twice."""
    from descriptors import ValidatedAttribute

    thing = owner_of(**{name: ValidatedAttribute() for name in names})()
    for name in assigned:
        setattr(thing, name, 1)
    deleted, _, errors = sift(AttributeError, lambda name: delattr(thing, name) or name, names + names)
    return {"deleted": deleted, "named": [mentioned(str(error), names) for error in errors]}


def offer_after_deletion(name, bounds, values):
    """Assigns and deletes a value, and then offers others."""
    from descriptors import ValidatedAttribute

    thing = owner_of(**{name: ValidatedAttribute(*bounds)})()
    setattr(thing, name, bounds[0])
    delattr(thing, name)
    left = [getattr(thing, name)] if hasattr(thing, name) else []
    accepted, refused, _ = sift(ValueError, lambda value: assign(thing, name, value), values)
    return {"left": left, "accepted": accepted, "refused": refused}


def look_at_class(inherited, bounds, wanted):
    """Reads attributes on a class or its subclass: whose descriptors are they, and what bounds do they have?"""
    from descriptors import ValidatedAttribute

    made = {name: ValidatedAttribute(*pair) for name, pair in bounds.items()}
    Thing = type("Child", (owner_of(**made),), {}) if inherited else owner_of(**made)
    seen = [getattr(Thing, name) for name in wanted]
    names = [name for one in seen for name in made if made[name] is one]
    return {"names": names, "bounds": [(one.min_value, one.max_value) for one in seen]}


def offer_to_family(name, parent_bounds, child_bounds, values):
    """Assigns the same values to an instance of a class and to one of a subclass with other bounds."""
    from descriptors import ValidatedAttribute

    Parent = owner_of(**{name: ValidatedAttribute(*parent_bounds)})
    things = Parent(), type("Child", (Parent,), {name: ValidatedAttribute(*child_bounds)})()
    parent, child = [sift(ValueError, lambda value: assign(one, name, value), values)[0] for one in things]
    return {"parent": parent, "child": child}


def make_persons(ages):
    """Makes a person of each age, and then tries to give each the next age in the list."""
    from descriptors import Person

    persons, refused, _ = sift(ValueError, Person, ages)
    made = [person.age for person in persons]
    _, later_refused, _ = sift(ValueError, lambda pair: assign(pair[0], "age", pair[1]), zip(persons, ages))
    later = [person.age for person in persons]
    bounds = Person.age.min_value, Person.age.max_value
    return {"made": made, "refused": [*refused, *(age for _, age in later_refused)], "later": later, "bounds": bounds}
