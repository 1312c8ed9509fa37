"""What the suite does with an attempt at inheritance."""

from abc import abstractmethod

from grader.scenario import Odd, catching, iterable, sift, which


class Swimming:
    """A mixin like Flyable."""

    def __init__(self, *args, depth=1, **rest):
        super().__init__(*args, **rest)
        self.depth = depth

    def describe(self):
        return f"{super().describe()}, swims at {self.depth}"


class Field(Odd):
    """Has an area, and is no shape."""

    def __init__(self, area):
        self.area = lambda: area


class Raises:
    """An attribute that can't be read."""

    def __get__(self, thing, owner=None):
        raise AttributeError("can't be read")


def digits(number):
    """The first nine digits of a number."""
    return float(f"{number:.8e}")


def figures(shape, *names):
    """The measures of a shape, its area and its perimeter, to nine digits."""
    return [*(getattr(shape, name) for name in names), digits(shape.area()), digits(shape.perimeter())]


def make_circles(circles):
    """Makes circles, some of which have a label, and then looks at each."""
    from inheritance import Circle

    made = [Circle(radius, **label) for radius, label in circles]
    return [[*figures(circle, "radius", "label"), circle.describe()] for circle in made]


def measure(shapes):
    """Areas and perimeters of shapes."""
    import inheritance

    return [figures(getattr(inheritance, name)(*measures)) for name, measures in shapes]


def describe(name, shapes):
    """Describes shapes of classes that are written after yours, some of which have a label."""
    import inheritance

    own = {"area": lambda self: self.figures[0], "perimeter": lambda self: self.figures[1]}
    found = []
    for base, measures, label, *numbers in shapes:
        shape = type(name, (getattr(inheritance, base),), own)(*measures, **label)
        shape.figures = numbers
        found.append((shape.label, shape.describe()))
    return found


def make_abstract(written):
    """Defines classes with some methods, and one that derives from each with others, some of them from a mixin, some
    abstract again; then makes an object of each."""
    import inheritance

    classes = [("Shape", inheritance.Shape)]
    for place, (base, measures, first, second, third, again, own) in enumerate(written):
        methods = {name: lambda self, *args: None for name in [*first, *second, *third, *own]}
        parent = type("Parent", (getattr(inheritance, base),), {name: methods[name] for name in [*first, *own]})
        mixin = type("Mixin", (), {name: methods[name] for name in third})
        hidden = {name: abstractmethod(lambda self: None) for name in again}
        child = type("Child", (mixin, parent), {**{name: methods[name] for name in second}, **hidden})
        classes += [(f"Parent {place}", parent, *measures), (f"Child {place}", child, *measures)]
    made, refused, _ = sift(TypeError, lambda one: (one[0], one[1](*one[2:]))[0], classes)
    return {"made": made, "refused": [name for name, *_ in refused]}


def add_areas(kind, shapes, times):
    """Adds up the areas of shapes of a new class, of a class that derives from Circle, and of what is no shape,
    each so many times."""
    from inheritance import Circle, Shape, total_area

    class Plain(Shape):
        def __init__(self, size):
            super().__init__()
            self.size = size

        area = perimeter = lambda self: self.size

    class Dot(Circle):
        area = lambda self: self.radius  # noqa: E731

    kinds = {"Plain": Plain, "Dot": Dot, "Field": Field}
    return total_area(iterable(kind, [kinds[name](area) for name, area in shapes] * times))


def hand_on(name, bases, parent, first, calls):
    """Makes objects of a class that derives from yours and, first or last, from somebody's that keeps marks."""
    import inheritance

    yours = {"object": object, **vars(inheritance)}

    class Marked(yours[parent]):
        def __init__(self, *args, mark="none", **rest):
            super().__init__(*args, **rest)
            self.marks = [*vars(self).get("marks", []), mark]

    bases = [yours[base] for base in bases]
    made, seen = type(name, (Marked, *bases) if first else (*bases, Marked), {}), []
    for names, measures, keywords in calls:
        shape = made(*measures, **keywords)
        seen.append([shape.marks, shape.label, *(getattr(shape, one) for one in names)])
    return seen


def give(name, calls):
    """Makes a shape with some arguments after the others, good and bad ones: the labels, and what was refused."""
    import inheritance

    class Kite(inheritance.Flyable, inheritance.Square):
        pass

    class Plain(inheritance.Shape):
        area = perimeter = lambda self: 1

    made = {**vars(inheritance), "Kite": Kite, "Plain": Plain}[name]
    labels, refused, _ = sift(TypeError, lambda call: made(*call[0], **call[1]).label, calls)
    return {"labels": labels, "refused": refused}


def make_some(name, measures):
    """Makes a shape of each of these measures, or changes a rectangle to them."""
    import inheritance

    class Both(inheritance.Circle, inheritance.Rectangle):
        pass

    if name in ("with_width", "with_height"):
        made = getattr(inheritance.Rectangle(2, 3), name)
    elif name == "Both":
        made = lambda width, height: Both(2, width=width, height=height)  # noqa: E731
    else:
        made = getattr(inheritance, name)
    found, refused, _ = sift(ValueError, lambda one: digits(made(*one).perimeter()), measures)
    return {"made": found, "refused": refused}


def assign(bases, measures, attribute, values):
    """Assigns a measure of an object of a derived class, one value after the other, and looks at it after each."""
    import inheritance

    shape = type("Own", tuple(getattr(inheritance, base) for base in bases), {})(**measures)
    seen, names = [], [*measures, attribute]
    for value in values:
        with catching(AttributeError) as errors:
            setattr(shape, attribute, value)
        seen.append(([getattr(shape, name) for name in names], digits(shape.perimeter()), len(errors)))
    return seen


def make_rectangles(shapes):
    """Makes rectangles and squares, and then looks at each."""
    from inheritance import Rectangle, Square

    made = [Square(*measures) if len(measures) == 1 else Rectangle(*measures) for measures in shapes]
    sides = [["side"] if type(one) is Square else [] for one in made]
    return [[*figures(one, "width", "height", *side), one.describe()] for one, side in zip(made, sides)]


def change(bases, name, measures, keywords, steps):
    """Changes a square or a rectangle, perhaps of a derived class, and what was returned; looks at all there were."""
    import inheritance

    made = [getattr(inheritance, base) for base in bases]
    shapes = [(type(name, tuple(made), {}) if name else made[0])(*measures, **keywords)]
    for method, value in steps:
        shapes.append(getattr(shapes[-1], method)(value))
    return [(type(one).__name__, one.width, one.height, one.label, which(one, shapes)) for one in shapes]


def use_as_rectangles(measures):
    """Which of these are rectangles, and which of them can fly?"""
    from inheritance import Bird, Circle, Flyable, Rectangle, Shape, Square

    made = {"Circle": Circle, "Square": Square, "Rectangle": lambda side: Rectangle(side, side), "Bird": Bird}
    made["Plane"] = lambda speed: type("Plane", (Flyable,), {})(speed=speed)
    shapes = [(name, made[name](side)) for name, side in measures]
    kinds = [Shape, Rectangle, Flyable]
    return [(name, [kind.__name__ for kind in kinds if isinstance(shape, kind)]) for name, shape in shapes]


def make_birds(birds):
    """Makes birds, and then looks at each."""
    from inheritance import Bird

    made = [Bird(wingspan, **keywords) for wingspan, keywords in birds]
    return [[*figures(bird, "wingspan", "speed"), bird.fly(), bird.describe()] for bird in made]


def mix(name, mixins, shape, own, measures, keywords):
    """Puts mixins in front of a shape, in some order, which may have a `describe` of its own that says a text."""
    import inheritance

    known = {**vars(inheritance), "Swimming": Swimming}
    parent = type("Parent", (known[shape],), {} if own is None else {"describe": lambda self: own})
    thing = type(name, (*(known[one] for one in mixins), parent), {})(*measures, **keywords)
    return {"label": thing.label, "describe": thing.describe(), "fly": thing.fly()}


def find_providers(classes, alike, asked, later):
    """Defines classes (name, bases, attributes), perhaps all of one name, and asks where attributes are found, before
    one is written, after that, and when it is gone again."""
    from inheritance import provider

    made, odd = {"object": object}, {"raises": Raises(), "odd": Odd()}
    for name, bases, values in classes:
        values = {key: odd.get(value, value) for key, value in values.items()}
        made[name] = type("Same" if alike else name, tuple(made[base] for base in bases), values)
    found, missing = [], []
    for step in range(3):
        these, refused, _ = sift(
            AttributeError, lambda one: provider(made[one[0]], one[1], after=made.get(one[2])), asked
        )
        found += [name for one in these for name in made if made[name] is one]
        missing += refused
        if step == 0:
            setattr(made[later[0]], later[1], 1)
        elif step == 1:
            delattr(made[later[0]], later[1])
    return {"found": found, "missing": missing}
