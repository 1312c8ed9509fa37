"""What the suite does with an attempt at inheritance."""

from grader.scenario import catching, iterable, sift


class Logged:
    """Keeps a log that is given by keyword, and hands on the rest."""

    def __init__(self, *, log, **rest):
        super().__init__(**rest)
        log.append(type(self).__name__)


class Swimming:
    """A mixin like Flyable."""

    def __init__(self, *args, depth=1, **rest):
        super().__init__(*args, **rest)
        self.depth = depth

    def describe(self):
        return f"{super().describe()}, swims at {self.depth}"


class Field:
    """Has an area, and is no shape."""

    def __init__(self, area):
        self.area = lambda: area


def figures(shape, *names):
    """The measures of a shape, its area and its perimeter, rounded."""
    return [*(getattr(shape, name) for name in names), round(shape.area(), 6), round(shape.perimeter(), 6)]


def make_circles(circles):
    """Makes circles, some of which have a label, and then looks at each."""
    from inheritance import Circle

    made = [Circle(radius, **label) for radius, label in circles]
    return [[*figures(circle, "radius", "label"), circle.describe()] for circle in made]


def describe(name, shapes):
    """Describes shapes of a class that is written after yours, some of which have a label."""
    from inheritance import Shape

    class Plain(Shape):
        area = lambda self: self.figures[0]  # noqa: E731
        perimeter = lambda self: self.figures[1]  # noqa: E731

    Plain.__name__, found = name, []
    for area, perimeter, label in shapes:
        shape = Plain(**label)
        shape.figures = area, perimeter
        found.append((shape.label, shape.describe()))
    return found


def make_abstract(written):
    """Defines classes with some methods, and one that derives from each with others; then makes an object of each."""
    from inheritance import Shape

    classes = [("Shape", Shape)]
    for place, (first, second, own) in enumerate(written):
        parent = type("Parent", (Shape,), {name: lambda self: None for name in [*first, *own]})
        child = type("Child", (parent,), {name: lambda self: None for name in second})
        classes += [(f"Parent {place}", parent), (f"Child {place}", child)]
    made, refused, _ = sift(TypeError, lambda one: (one[0], one[1]())[0], classes)
    return {"made": made, "refused": [name for name, _ in refused]}


def add_areas(kind, shapes):
    """Adds up the areas of shapes of a new class, of a class that derives from Circle, and of what is no shape."""
    from inheritance import Circle, Shape, total_area

    class Plain(Shape):
        def __init__(self, size):
            self.size = size

        area = perimeter = lambda self: self.size

    class Dot(Circle):
        area = lambda self: self.radius  # noqa: E731

    kinds = {"Plain": Plain, "Dot": Dot, "Field": Field}
    return total_area(iterable(kind, [kinds[name](area) for name, area in shapes]))


def hand_on(bases, name, measures, label, times):
    """Makes objects of a class that derives from yours and, last, from one that keeps a log."""
    import inheritance

    made = type(name, (*(getattr(inheritance, base) for base in bases), Logged), {})
    log = []
    shapes = [made(*measures, label=f"{label} {number}", log=log) for number in range(times)]
    return {"log": log, "labels": [shape.label for shape in shapes]}


def give_keywords(name, measures, keywords):
    """Makes a shape with one keyword after another."""
    import inheritance

    made = getattr(inheritance, name)
    labels, refused, _ = sift(TypeError, lambda word: made(*measures, **{word: f"my {word}"}).label, keywords)
    return {"labels": labels, "refused": refused}


def make_some(name, measures):
    """Makes a shape of each of these measures."""
    import inheritance

    made, refused, _ = sift(ValueError, lambda one: getattr(inheritance, name)(*one).perimeter(), measures)
    return {"made": made, "refused": refused}


def assign(name, measures, attribute, values):
    """Assigns a measure, one value after the other, and looks at the shape after each, and at the errors."""
    import inheritance

    shape, seen = getattr(inheritance, name)(*measures), []
    for value in values:
        with catching(AttributeError) as errors:
            setattr(shape, attribute, value)
        seen.append((getattr(shape, attribute), shape.perimeter(), len(errors)))
    return seen


def make_rectangles(shapes):
    """Makes rectangles and squares, and then looks at each."""
    from inheritance import Rectangle, Square

    made = [Square(*measures) if len(measures) == 1 else Rectangle(*measures) for measures in shapes]
    sides = [["side"] if type(one) is Square else [] for one in made]
    return [[*figures(one, "width", "height", *side), one.describe()] for one, side in zip(made, sides)]


def change(measures, keywords, steps):
    """Changes a square or a rectangle, goes on with what was returned, and looks at all there were."""
    from inheritance import Rectangle, Square

    shapes = [(Rectangle if measures[1:] else Square)(*measures, **keywords)]
    for method, value in steps:
        shapes.append(getattr(shapes[-1], method)(value))
    return [(type(one).__name__, one.width, one.height, one.label) for one in shapes]


def use_as_rectangles(measures):
    """Which of these are rectangles, and which of them can fly?"""
    from inheritance import Bird, Circle, Flyable, Rectangle, Shape, Square

    made = {"Circle": Circle, "Square": Square, "Rectangle": lambda side: Rectangle(side, side), "Bird": Bird}
    shapes = [(name, made[name](side)) for name, side in measures]
    kinds = [Shape, Rectangle, Flyable]
    return [(name, [kind.__name__ for kind in kinds if isinstance(shape, kind)]) for name, shape in shapes]


def make_birds(birds):
    """Makes birds, and then looks at each."""
    from inheritance import Bird

    made = [Bird(wingspan, **keywords) for wingspan, keywords in birds]
    return [[*figures(bird, "wingspan", "speed"), bird.fly(), bird.describe()] for bird in made]


def mix(name, mixins, shape, measures, keywords):
    """Puts mixins in front of a shape, in some order, and writes nothing else."""
    import inheritance

    known = {**vars(inheritance), "Swimming": Swimming}
    thing = type(name, tuple(known[one] for one in [*mixins, shape]), {})(*measures, **keywords)
    return {"label": thing.label, "describe": thing.describe()}


def find_providers(classes, asked):
    """Defines classes (name, bases, attributes), and asks where attributes are found."""
    from inheritance import provider

    made = {"object": object}
    for name, bases, values in classes:
        made[name] = type(name, tuple(made[base] for base in bases), dict(values))
    found, missing, _ = sift(AttributeError, lambda one: provider(made[one[0]], one[1], made.get(one[2])), asked)
    return {"found": [name for one in found for name in made if made[name] is one], "missing": missing}
