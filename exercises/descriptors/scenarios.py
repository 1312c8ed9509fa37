"""What the suite does with an attempt at descriptors."""

# What the scenarios use: the attempt, which comes later, may have replaced it where it was.
from builtins import (
    AttributeError,
    TypeError,
    ValueError,
    delattr,
    dict,
    enumerate,
    getattr,
    hasattr,
    len,
    list,
    range,
    set,
    setattr,
    str,
    sum,
    tuple,
    type,
    zip,
)
from gc import disable
from weakref import ref


def thing_class(**attributes):
    """An ordinary class with these descriptors, as a class body would make it.

    What is no descriptor would do for much of this: each instance has its `__dict__` anyway.
    """
    for name, attribute in attributes.items():
        if not name.startswith("__") and not hasattr(type(attribute), "__set__"):
            raise TypeError("ValidatedAttribute has no __set__: nothing takes assignments over")
    return type("Thing", (), attributes)


def offer_to(things, name, values):
    """Assigns every value to each thing; a list of what was accepted for each, and of the rest."""
    accepted, refused = [[] for _ in things], [[] for _ in things]
    for value in values:
        for index, thing in enumerate(things):
            try:
                setattr(thing, name, value)
            except ValueError:
                refused[index].append(value)
            else:
                accepted[index].append(getattr(thing, name))
    return accepted, refused


def keep(descriptors, name, numbers):
    """Assigns every number, and then a quarter of it, and reads the attribute after each.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute()

    thing = Thing()
    kept = []
    for number in {{ numbers }}:
        for value in (number, number / 4):
            thing.{{ name | raw }} = value
            kept.append(thing.{{ name | raw }})

    kept
    """
    thing = thing_class(**{name: descriptors.ValidatedAttribute()})()
    kept = []
    for number in numbers:
        for value in (number, number / 4):
            setattr(thing, name, value)
            kept.append(getattr(thing, name))
    return kept


def offer(descriptors, name, bounds, values):
    """Assigns one value after the other and tells the accepted from the refused.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute(**{{ bounds }})

    thing = Thing()
    accepted, refused = [], []
    for value in {{ values }}:
        try:
            thing.{{ name | raw }} = value
        except ValueError:
            refused.append(value)
        else:
            accepted.append(thing.{{ name | raw }})

    {"accepted": accepted, "refused": refused}
    """
    thing = thing_class(**{name: descriptors.ValidatedAttribute(**bounds)})()
    [accepted], [refused] = offer_to([thing], name, values)
    return {"accepted": accepted, "refused": refused}


def follow(descriptors, name, low, high, values):
    """Assigns one value after the other and reads the attribute after each, as soon as it is not as it was at first.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute(min_value={{ low }}, max_value={{ high }})

    thing = Thing()
    at_first = getattr(thing, {{ name }}, "no value")
    kept = []
    for value in {{ values }}:
        try:
            thing.{{ name | raw }} = value
        except ValueError:
            pass
        found = getattr(thing, {{ name }}, "no value")
        if found != at_first:
            kept.append(found)

    kept
    """
    attribute = descriptors.ValidatedAttribute(min_value=low, max_value=high)
    thing = thing_class(**{name: attribute})()
    at_first = getattr(thing, name, "no value")
    kept = []
    for value in values:
        try:
            setattr(thing, name, value)
        except ValueError:
            pass
        found = getattr(thing, name, "no value")
        if found != at_first:
            kept.append(found)
    return kept


def refuse(descriptors, whose, name, low, high, values):
    """Assigns values that are out of bounds, in a class or a subclass, and collects what the errors say.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute(min_value={{ low }}, max_value={{ high }})

    class Child(Thing):
        pass

    thing = {{ whose | raw }}()
    messages = []
    for value in {{ values }}:
        try:
            thing.{{ name | raw }} = value
        except ValueError as error:
            messages.append(str(error))

    messages
    """
    attribute = descriptors.ValidatedAttribute(min_value=low, max_value=high)
    kind = thing_class(**{name: attribute})
    thing = type("Child", (kind,), {})() if whose == "Child" else kind()
    messages = []
    for value in values:
        try:
            setattr(thing, name, value)
        except ValueError as error:
            messages.append(str(error))
    return messages


def make_attributes(descriptors, pairs):
    """Makes an attribute for every pair of bounds and collects the pairs that are refused.

    from descriptors import ValidatedAttribute
    refused = []
    for low, high in {{ pairs }}:
        try:
            ValidatedAttribute(min_value=low, max_value=high)
        except ValueError:
            refused.append((low, high))

    refused
    """
    refused = []
    for low, high in pairs:
        try:
            descriptors.ValidatedAttribute(min_value=low, max_value=high)
        except ValueError:
            refused.append((low, high))
    return refused


def fill_instances(descriptors, name, values, step):
    """Gives each of several instances its value and a step, and only then reads them all.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute()

    things = [Thing() for value in {{ values }}]
    for thing, value in zip(things, {{ values }}):
        thing.{{ name | raw }} = value + {{ step }}

    [thing.{{ name | raw }} for thing in things]
    """
    thing = thing_class(**{name: descriptors.ValidatedAttribute()})
    things = [thing() for _ in values]
    for one, value in zip(things, values, strict=True):
        setattr(one, name, value + step)
    return [getattr(one, name) for one in things]


def fill_equal_instances(descriptors, name, values, step, hashable):
    """Gives each of several instances its value and a step, where every instance equals everything.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute()
        __eq__ = lambda self, other: True
        __hash__ = {{ ("lambda self: 1" if hashable else "None") | raw }}

    things = [Thing() for value in {{ values }}]
    for thing, value in zip(things, {{ values }}):
        thing.{{ name | raw }} = value + {{ step }}

    [thing.{{ name | raw }} for thing in things]
    """
    special = {
        "__eq__": lambda self, other: True,
        "__hash__": (lambda self: 1) if hashable else None,
    }
    thing = thing_class(**{name: descriptors.ValidatedAttribute()}, **special)
    things = [thing() for _ in values]
    for one, value in zip(things, values, strict=True):
        setattr(one, name, value + step)
    return [getattr(one, name) for one in things]


def _refuse_to_say(self):
    raise TypeError("neither true nor false")


def fill_empty_instances(descriptors, name, values, step, empty):
    """Gives each of several instances its value and a step, where they are empty and so are false, or refuse to say.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute()
        {% if empty %}
        __len__ = lambda self: 0
        {% else %}
        def __bool__(self):
            raise TypeError("neither true nor false")
        {% endif %}

    things = [Thing() for value in {{ values }}]
    for thing, value in zip(things, {{ values }}):
        thing.{{ name | raw }} = value + {{ step }}

    [thing.{{ name | raw }} for thing in things]
    """
    special = {"__len__": lambda self: 0} if empty else {"__bool__": _refuse_to_say}
    thing = thing_class(**{name: descriptors.ValidatedAttribute()}, **special)
    things = [thing() for _ in values]
    for one, value in zip(things, values, strict=True):
        setattr(one, name, value + step)
    return [getattr(one, name) for one in things]


def fill_many(descriptors, name, instances, attributes, step):
    """Gives each of many attributes of many instances a value, and adds up what each instance has then.

    from descriptors import ValidatedAttribute
    names = [f"{{ name | raw }}{number}" for number in range({{ attributes }})]
    Thing = type("Thing", (), {name: ValidatedAttribute() for name in names})
    things = [Thing() for _ in range({{ instances }})]
    for place, thing in enumerate(things):
        for number, name in enumerate(names):
            setattr(thing, name, place * {{ step }} + number)

    sums = [sum(getattr(thing, name) for name in names) for thing in things]
    len(set(sums)), sum(sums)
    """
    names = [f"{name}{number}" for number in range(attributes)]
    things = [thing_class(**{one: descriptors.ValidatedAttribute() for one in names})]
    things = [things[0]() for _ in range(instances)]
    for place, thing in enumerate(things):
        for number, one in enumerate(names):
            setattr(thing, one, place * step + number)
    sums = [sum([getattr(thing, one) for one in names]) for thing in things]
    return {"different": len(set(sums)), "sum": sum(sums)}


def fill_attributes(descriptors, first, second, first_values, second_values):
    """Assigns to two attributes of one instance in turn and reads both after each turn.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ first | raw }} = ValidatedAttribute()
        {{ second | raw }} = ValidatedAttribute()

    thing = Thing()
    pairs = []
    for one, other in zip({{ first_values }}, {{ second_values }}):
        thing.{{ first | raw }} = one
        thing.{{ second | raw }} = other
        pairs.append((thing.{{ first | raw }}, thing.{{ second | raw }}))

    pairs
    """
    attributes = {name: descriptors.ValidatedAttribute() for name in (first, second)}
    thing = thing_class(**attributes)()
    pairs = []
    for one, other in zip(first_values, second_values, strict=True):
        setattr(thing, first, one)
        setattr(thing, second, other)
        pairs.append((getattr(thing, first), getattr(thing, second)))
    return pairs


def one_after_another(descriptors, name, values, step):
    """Makes instances, each in the place of the one before, and looks for values before and after one is assigned.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute()

    found = []
    for value in {{ values }}:
        thing = Thing()
        if hasattr(thing, {{ name }}):
            found.append(("before", thing.{{ name | raw }}))
        thing.{{ name | raw }} = value + {{ step }}
        if hasattr(thing, {{ name }}):
            found.append(("after", thing.{{ name | raw }}))
        del thing

    found
    """
    thing = thing_class(**{name: descriptors.ValidatedAttribute()})
    found = []
    for value in values:
        one = thing()
        if hasattr(one, name):
            found.append(("before", getattr(one, name)))
        setattr(one, name, value + step)
        if hasattr(one, name):
            found.append(("after", getattr(one, name)))
        del one
    return found


def drop_some(descriptors, name, values, step, left, failing):
    """Gives instances their values and a step, drops all but a few, and reads those that are alive.

    import gc, weakref
    gc.disable()
    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute(max_value=99)
        empty = ValidatedAttribute()

    things = [Thing() for value in {{ values }}]
    for thing, value in zip(things, {{ values }}):
        thing.{{ name | raw }} = value + {{ step }}
        {% if failing == "read" %}
        found = hasattr(thing, "empty")
        {% elif failing %}
        try:
            {% if failing == "delete" %}del thing.empty{% else %}thing.{{ name | raw }} = 100{% endif %}

        except (AttributeError, ValueError):
            pass
        {% endif %}

    references = [weakref.ref(thing) for thing in things]
    del thing, things[{{ left }}:]
    alive = [reference() for reference in references if reference() is not None]
    [thing.{{ name | raw }} for thing in alive]
    """
    disable()  # what goes with its last reference needs no garbage collector
    attribute = descriptors.ValidatedAttribute(max_value=99)
    thing = thing_class(**{name: attribute}, empty=descriptors.ValidatedAttribute())
    things = [thing() for _ in values]
    for index, value in enumerate(values):
        setattr(things[index], name, value + step)
        try:
            if failing == "read":
                getattr(things[index], "empty")  # noqa: B009
            elif failing == "delete":
                delattr(things[index], "empty")
            elif failing == "refuse":
                setattr(things[index], name, 100)
        except (AttributeError, ValueError):
            pass
    references = [ref(one) for one in things]
    del things[left:]
    alive = [reference() for reference in references if reference() is not None]
    return [getattr(one, name) for one in alive]


def read_without_value(descriptors, first, second, value, assigned):
    """Assigns to one of two attributes with bounds and reads both.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ first | raw }} = ValidatedAttribute({{ value }})
        {{ second | raw }} = ValidatedAttribute({{ value }})

    thing = Thing()
    thing.{{ assigned | raw }} = {{ value }}
    values, messages = {}, {}
    for name in [{{ first }}, {{ second }}]:
        try:
            values[name] = getattr(thing, name)
        except AttributeError as error:
            messages[name] = str(error)

    {"found": values, "messages": messages}
    """
    attributes = {name: descriptors.ValidatedAttribute(value) for name in (first, second)}
    thing = thing_class(**attributes)()
    setattr(thing, assigned, value)
    found, messages = {}, {}
    for name in (first, second):
        try:
            found[name] = getattr(thing, name)
        except AttributeError as error:
            messages[name] = str(error)
    return {"found": found, "messages": messages}


def delete_one(descriptors, first, second, values, index):
    """Fills two attributes of several instances, deletes one attribute of one, and reads all.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ first | raw }} = ValidatedAttribute()
        {{ second | raw }} = ValidatedAttribute()

    things = [Thing() for value in {{ values }}]
    for thing, value in zip(things, {{ values }}):
        thing.{{ first | raw }} = thing.{{ second | raw }} = value

    del things[{{ index }}].{{ first | raw }}
    left, messages = [], []
    for thing in things:
        for name in [{{ first }}, {{ second }}]:
            try:
                left.append((name, getattr(thing, name)))
            except AttributeError as error:
                messages.append(str(error))

    {"left": left, "messages": messages}
    """
    attributes = {name: descriptors.ValidatedAttribute() for name in (first, second)}
    thing = thing_class(**attributes)
    things = [thing() for _ in values]
    for one, value in zip(things, values, strict=True):
        setattr(one, first, value)
        setattr(one, second, value)
    delattr(things[index], first)
    left, messages = [], []
    for one in things:
        for name in (first, second):
            try:
                left.append((name, getattr(one, name)))
            except AttributeError as error:
                messages.append(str(error))
    return {"left": left, "messages": messages}


def delete_all(descriptors, names, assigned):
    """Assigns to some of three attributes, and deletes each attribute twice.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ names[0] | raw }} = ValidatedAttribute()
        {{ names[1] | raw }} = ValidatedAttribute()
        {{ names[2] | raw }} = ValidatedAttribute()

    thing = Thing()
    for name in {{ assigned }}:
        setattr(thing, name, 1)

    deleted, messages = [], []
    for name in {{ names + names }}:
        try:
            delattr(thing, name)
        except AttributeError as error:
            messages.append(str(error))
        else:
            deleted.append(name)

    {"deleted": deleted, "messages": messages}
    """
    thing = thing_class(**{name: descriptors.ValidatedAttribute() for name in names})()
    for name in assigned:
        setattr(thing, name, 1)
    deleted, messages = [], []
    for name in names + names:
        try:
            delattr(thing, name)
        except AttributeError as error:
            messages.append(str(error))
        else:
            deleted.append(name)
    return {"deleted": deleted, "messages": messages}


def offer_after_deletion(descriptors, name, low, high, values):
    """Assigns and deletes a value, and then offers others.

    from descriptors import ValidatedAttribute
    class Thing:
        {{ name | raw }} = ValidatedAttribute(min_value={{ low }}, max_value={{ high }})

    thing = Thing()
    thing.{{ name | raw }} = {{ low }}
    del thing.{{ name | raw }}
    left = [thing.{{ name | raw }}] if hasattr(thing, {{ name }}) else []
    accepted, refused = [], []
    for value in {{ values }}:
        try:
            thing.{{ name | raw }} = value
        except ValueError:
            refused.append(value)
        else:
            accepted.append(thing.{{ name | raw }})

    {"left": left, "accepted": accepted, "refused": refused}
    """
    attribute = descriptors.ValidatedAttribute(min_value=low, max_value=high)
    thing = thing_class(**{name: attribute})()
    setattr(thing, name, low)
    delattr(thing, name)
    left = [getattr(thing, name)] if hasattr(thing, name) else []
    [accepted], [refused] = offer_to([thing], name, values)
    return {"left": left, "accepted": accepted, "refused": refused}


def look_at_class(descriptors, whose, first, second, first_bounds, second_bounds, wanted):
    """Reads attributes on a class or its subclass: whose descriptors are they, and what bounds do they have?

    from descriptors import ValidatedAttribute
    made = {
        {{ first }}: ValidatedAttribute(*{{ first_bounds }}),
        {{ second }}: ValidatedAttribute(*{{ second_bounds }}),
    }
    Thing = type("Thing", (), dict(made))
    Child = type("Child", (Thing,), {})
    seen = [getattr({{ whose | raw }}, name) for name in {{ wanted }}]
    names = [name for one in seen for name in made if made[name] is one]
    bounds = [(one.min_value, one.max_value) for one in seen]
    {"names": names, "bounds": bounds}
    """
    made = {
        first: descriptors.ValidatedAttribute(*first_bounds),
        second: descriptors.ValidatedAttribute(*second_bounds),
    }
    thing = thing_class(**made)
    thing = type("Child", (thing,), {}) if whose == "Child" else thing
    seen = [getattr(thing, name) for name in wanted]
    names = [name for one in seen for name in made if made[name] is one]
    return {"names": names, "bounds": [(one.min_value, one.max_value) for one in seen]}


def offer_to_child(descriptors, name, low, high, values):
    """Assigns one value after the other to an instance of a subclass.

    from descriptors import ValidatedAttribute
    class Parent:
        {{ name | raw }} = ValidatedAttribute(min_value={{ low }}, max_value={{ high }})

    class Child(Parent):
        pass

    child = Child()
    accepted, refused = [], []
    for value in {{ values }}:
        try:
            child.{{ name | raw }} = value
        except ValueError:
            refused.append(value)
        else:
            accepted.append(child.{{ name | raw }})

    {"accepted": accepted, "refused": refused}
    """
    parent = thing_class(**{name: descriptors.ValidatedAttribute(min_value=low, max_value=high)})
    child = type("Child", (parent,), {})()
    [accepted], [refused] = offer_to([child], name, values)
    return {"accepted": accepted, "refused": refused}


def offer_to_family(descriptors, name, parent_bounds, child_bounds, values):
    """Assigns the same values to an instance of a class and to one of a subclass with other bounds.

    from descriptors import ValidatedAttribute
    class Parent:
        {{ name | raw }} = ValidatedAttribute(*{{ parent_bounds }})

    class Child(Parent):
        {{ name | raw }} = ValidatedAttribute(*{{ child_bounds }})

    parent, child = Parent(), Child()
    accepted = {parent: [], child: []}
    for value in {{ values }}:
        for one in (parent, child):
            try:
                one.{{ name | raw }} = value
            except ValueError:
                continue
            accepted[one].append(one.{{ name | raw }})

    {"parent": accepted[parent], "child": accepted[child]}
    """
    parent = thing_class(**{name: descriptors.ValidatedAttribute(*parent_bounds)})
    child = type("Child", (parent,), {name: descriptors.ValidatedAttribute(*child_bounds)})
    [for_parent, for_child], _ = offer_to([parent(), child()], name, values)
    return {"parent": for_parent, "child": for_child}


def make_persons(descriptors, ages):
    """Makes a person of each age, tries to give each the next age in the list, and looks up the bounds of an age.

    from descriptors import Person
    persons, refused = [], []
    for age in {{ ages }}:
        try:
            persons.append(Person(age))
        except ValueError:
            refused.append(age)

    made = [person.age for person in persons]
    for person, age in zip(persons, {{ ages }}):
        try:
            person.age = age
        except ValueError:
            refused.append(age)

    later = [person.age for person in persons]
    {"made": made, "refused": refused, "later": later, "bounds": (Person.age.min_value, Person.age.max_value)}
    """
    persons, refused = [], []
    for age in ages:
        try:
            persons.append(descriptors.Person(age))
        except ValueError:
            refused.append(age)
    made = [person.age for person in persons]
    for person, age in zip(persons, ages, strict=False):
        try:
            person.age = age
        except ValueError:
            refused.append(age)
    later = [person.age for person in persons]
    age = descriptors.Person.age
    return {"made": made, "refused": refused, "later": later, "bounds": (age.min_value, age.max_value)}
