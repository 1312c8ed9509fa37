"""What the suite does with an attempt at descriptors."""

from gc import disable
from weakref import ref

from grader.scenario import mentioned, outcome


def thing_class(**members):
    """An ordinary class, as a class body would make it. What is no descriptor would do for much of this."""
    for name, member in members.items():
        if not name.startswith("__") and not hasattr(type(member), "__set__"):
            raise TypeError(f"{name} has no __set__: nothing takes assignments over")
    return type("Thing", (), members)


def offer_to(thing, name, values):
    """Assigns one value after the other: the accepted ones, as they are read then, and the refused ones."""
    accepted, refused = [], []
    for value in values:
        try:
            setattr(thing, name, value)
            accepted.append(getattr(thing, name))
        except ValueError:
            refused.append(value)
    return accepted, refused


def keep(name, numbers):
    """Assigns every number, and then a quarter of it, and reads the attribute after each."""
    from descriptors import ValidatedAttribute

    thing, kept = thing_class(**{name: ValidatedAttribute()})(), []
    for number in numbers:
        for value in (number, number / 4):
            setattr(thing, name, value)
            kept.append(repr(getattr(thing, name)))
    return kept


def offer(name, bounds, values):
    """Assigns one value after the other and tells the accepted from the refused."""
    from descriptors import ValidatedAttribute

    thing = thing_class(**{name: ValidatedAttribute(**bounds)})()
    accepted, refused = offer_to(thing, name, values)
    return {"accepted": accepted, "refused": refused}


def follow(name, bounds, values):
    """Assigns one value after the other and reads the attribute after each, as soon as it is not as it was at first."""
    from descriptors import ValidatedAttribute

    thing = thing_class(**{name: ValidatedAttribute(*bounds)})()
    at_first, kept = getattr(thing, name, "no value"), []
    for value in values:
        outcome(setattr, thing, name, value)
        found = getattr(thing, name, "no value")
        if found != at_first:
            kept.append(found)
    return kept


def refuse(inherited, name, bounds, offers, candidates):
    """Assigns values out of bounds, in a class or a subclass: which candidates do the errors mention?"""
    from descriptors import ValidatedAttribute

    Thing = thing_class(**{name: ValidatedAttribute(*bounds)})
    thing = type("Child", (Thing,), {})() if inherited else Thing()
    named = []
    for value, broken in offers:
        try:
            setattr(thing, name, value)
        except ValueError as error:
            named.append(mentioned(str(error), [*candidates, broken]))
    return {"named": named}


def make_attributes(pairs):
    """Makes an attribute for every pair of bounds and collects the pairs that are refused."""
    from descriptors import ValidatedAttribute

    refused = []
    for low, high in pairs:
        try:
            ValidatedAttribute(min_value=low, max_value=high)
        except ValueError:
            refused.append((low, high))
    return refused


def refuse_to_say(self):
    raise TypeError("neither true nor false")


KINDS = {
    "plain": {},
    "equal": {"__eq__": lambda self, other: True, "__hash__": lambda self: 1},
    "equal, not hashable": {"__eq__": lambda self, other: True, "__hash__": None},
    "empty": {"__len__": lambda self: 0},
    "neither true nor false": {"__bool__": refuse_to_say},
}


def fill_instances(kind, name, values, step):
    """Gives each of several instances of one kind its value and a step, and only then reads them all."""
    from descriptors import ValidatedAttribute

    Thing = thing_class(**{name: ValidatedAttribute()}, **KINDS[kind])
    things = [Thing() for _ in values]
    for thing, value in zip(things, values):
        setattr(thing, name, value + step)
    return [getattr(thing, name) for thing in things]


def fill_many(name, instances, attributes, step):
    """Gives each of many attributes of many instances a value, and adds up what each instance has then."""
    from descriptors import ValidatedAttribute

    names = [f"{name}{number}" for number in range(attributes)]
    Thing = thing_class(**{one: ValidatedAttribute() for one in names})
    things = [Thing() for _ in range(instances)]
    for place, thing in enumerate(things):
        for number, one in enumerate(names):
            setattr(thing, one, place * step + number)
    sums = [sum([getattr(thing, one) for one in names]) for thing in things]
    return {"different": len(set(sums)), "sum": sum(sums)}


def fill_attributes(first, second, values, step):
    """Assigns to two attributes of one instance in turn and reads both after each turn."""
    from descriptors import ValidatedAttribute

    thing = thing_class(**{first: ValidatedAttribute(), second: ValidatedAttribute()})()
    found = []
    for value in values:
        setattr(thing, first, value)
        setattr(thing, second, value + step)
        found.append((getattr(thing, first), getattr(thing, second)))
    return found


def one_after_another(name, values, step):
    """Makes instances, each in the place of the one before, and looks for values before and after one is assigned."""
    from descriptors import ValidatedAttribute

    Thing = thing_class(**{name: ValidatedAttribute()})
    found = []
    for value in values:
        thing = Thing()
        found += [("before", getattr(thing, name))] if hasattr(thing, name) else []
        setattr(thing, name, value + step)
        found += [("after", getattr(thing, name))] if hasattr(thing, name) else []
        del thing
    return found


def fail_to(do, thing, name):
    """Has a read, a deletion or an assignment fail."""
    try:
        if do == "read":
            thing.empty
        elif do == "delete":
            del thing.empty
        elif do == "refuse":
            setattr(thing, name, 100)
    except (AttributeError, ValueError):
        pass


def drop_some(name, values, step, left, failing):
    """Gives instances their values and a step, drops all but a few, and reads those that are alive."""
    from descriptors import ValidatedAttribute

    disable()  # what goes with its last reference needs no garbage collector
    Thing = thing_class(**{name: ValidatedAttribute(max_value=99)}, empty=ValidatedAttribute())
    things = [Thing() for _ in values]
    for place, value in enumerate(values):
        setattr(things[place], name, value + step)
        fail_to(failing, things[place], name)
    references = [ref(thing) for thing in things]
    del things[left:]
    return [getattr(one(), name) for one in references if one() is not None]


def read_without_value(names, value, assigned):
    """Assigns to one of two attributes with bounds and reads both."""
    from descriptors import ValidatedAttribute

    thing = thing_class(**{name: ValidatedAttribute(value) for name in names})()
    setattr(thing, assigned, value)
    found, named = {}, []
    for name in names:
        try:
            found[name] = getattr(thing, name)
        except AttributeError as error:
            named.append(mentioned(str(error), names))
    return {"found": found, "named": named}


def delete_one(names, values, place):
    """Fills two attributes of several instances, deletes the first attribute of one, and reads all."""
    from descriptors import ValidatedAttribute

    Thing = thing_class(**{name: ValidatedAttribute() for name in names})
    things = [Thing() for _ in values]
    for thing, value in zip(things, values):
        setattr(thing, names[0], value)
        setattr(thing, names[1], value)
    delattr(things[place], names[0])
    left, named = [], []
    for thing in things:
        for name in names:
            try:
                left.append((name, getattr(thing, name)))
            except AttributeError as error:
                named.append(mentioned(str(error), names))
    return {"left": left, "named": named}


def delete_all(names, assigned):
    """Assigns to some of three attributes, and deletes each attribute twice."""
    from descriptors import ValidatedAttribute

    thing = thing_class(**{name: ValidatedAttribute() for name in names})()
    for name in assigned:
        setattr(thing, name, 1)
    deleted, named = [], []
    for name in names + names:
        try:
            delattr(thing, name)
            deleted.append(name)
        except AttributeError as error:
            named.append(mentioned(str(error), names))
    return {"deleted": deleted, "named": named}


def offer_after_deletion(name, bounds, values):
    """Assigns and deletes a value, and then offers others."""
    from descriptors import ValidatedAttribute

    thing = thing_class(**{name: ValidatedAttribute(*bounds)})()
    setattr(thing, name, bounds[0])
    delattr(thing, name)
    left = [getattr(thing, name)] if hasattr(thing, name) else []
    accepted, refused = offer_to(thing, name, values)
    return {"left": left, "accepted": accepted, "refused": refused}


def look_at_class(inherited, bounds, wanted):
    """Reads attributes on a class or its subclass: whose descriptors are they, and what bounds do they have?"""
    from descriptors import ValidatedAttribute

    made = {name: ValidatedAttribute(*pair) for name, pair in bounds.items()}
    Thing = thing_class(**made)
    Thing = type("Child", (Thing,), {}) if inherited else Thing
    seen = [getattr(Thing, name) for name in wanted]
    names = [name for one in seen for name in made if made[name] is one]
    return {"names": names, "bounds": [(one.min_value, one.max_value) for one in seen]}


def offer_to_child(name, bounds, values):
    """Assigns one value after the other to an instance of a subclass."""
    from descriptors import ValidatedAttribute

    Parent = thing_class(**{name: ValidatedAttribute(*bounds)})
    accepted, refused = offer_to(type("Child", (Parent,), {})(), name, values)
    return {"accepted": accepted, "refused": refused}


def offer_to_family(name, parent_bounds, child_bounds, values):
    """Assigns the same values to an instance of a class and to one of a subclass with other bounds."""
    from descriptors import ValidatedAttribute

    Parent = thing_class(**{name: ValidatedAttribute(*parent_bounds)})
    Child = type("Child", (Parent,), {name: ValidatedAttribute(*child_bounds)})
    parent, child, accepted = Parent(), Child(), {"parent": [], "child": []}
    for value in values:
        accepted["parent"] += offer_to(parent, name, [value])[0]
        accepted["child"] += offer_to(child, name, [value])[0]
    return {"parent": accepted["parent"], "child": accepted["child"]}


def make_persons(ages):
    """Makes a person of each age, and tries to give each the next age in the list."""
    from descriptors import Person

    persons, refused = [], []
    for age in ages:
        try:
            persons.append(Person(age))
        except ValueError:
            refused.append(age)
    made = [person.age for person in persons]
    for person, age in zip(persons, ages):
        refused += offer_to(person, "age", [age])[1]
    later = [person.age for person in persons]
    bounds = Person.age.min_value, Person.age.max_value
    return {"made": made, "refused": refused, "later": later, "bounds": bounds}
