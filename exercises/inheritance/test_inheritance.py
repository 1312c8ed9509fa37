"""The hidden suite of the exercise on inheritance."""

from math import pi

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public

MEASURES = st.integers(1, 30) | st.integers(1, 120).map(lambda n: n / 4)
WORDS = st.text("abc", min_size=1, max_size=3)
NAMES = st.sampled_from(["Tile", "Leaf", "Stamp"])
LABELS = st.fixed_dictionaries({}, optional={"label": WORDS | st.just("")})
SIZED = st.sampled_from([("Circle", 1), ("Square", 1), ("Rectangle", 2), ("Bird", 1)])
METHODS = st.sets(st.sampled_from(["area", "perimeter"]), max_size=2).map(sorted)
SPEEDS = st.fixed_dictionaries({}, optional={"speed": st.integers(0, 99) | st.just(0.5), "label": WORDS})
PLACES = st.integers(0, 3)
OWN = st.sampled_from([[], ["__init__"]])
BOTH = {"area", "perimeter"}


def sized(name, *counts):
    """A name of a class with measures for it."""
    count = {"Rectangle": 2}.get(name, 1)
    return st.tuples(st.just(name), st.tuples(*[MEASURES] * count))


def any_of(*names):
    return st.one_of(*[sized(name) for name in names])


def perimeter(name, measures):
    if name == "Rectangle":
        return 2 * sum(measures)
    return measures[0] * (2 * pi if name == "Circle" else 4)


@st.composite
def hierarchies(draw):
    """Classes (name, bases, attributes) that Python accepts, and questions about them."""
    made, classes = {"object": object}, []
    for name in "ABCDEF"[: draw(st.integers(1, 6))]:
        known = sorted(made)
        bases = draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True))
        values = draw(st.dictionaries(st.sampled_from("xyz"), st.sampled_from([None, 0, 1]), max_size=2))
        try:
            made[name] = type(name, tuple(made[base] for base in bases), values)
        except TypeError:  # no order suits all of them
            bases = bases[:1] if bases != ["object"] else bases
            made[name] = type(name, tuple(made[base] for base in bases), values)
        classes.append((name, bases, values))
    asked = []
    for _ in range(draw(st.integers(1, 5))):
        name = draw(st.sampled_from(sorted(made)))
        line = [one.__name__ for one in made[name].__mro__]
        asked.append(
            (name, draw(st.sampled_from(["x", "y", "z", "__repr__", "mro"])), draw(st.sampled_from([None, *line])))
        )
    return classes, asked


DIAMOND = [
    ("A", ["object"], {"x": 1, "y": None}),
    ("B", ["A"], {"z": 1}),
    ("C", ["A"], {"x": 0, "z": 0}),
    ("D", ["B", "C"], {}),
]


def providers(classes, asked):
    """The names of the classes in which Python finds the attributes, None where it finds none."""
    made = {"object": object}
    for name, bases, values in classes:
        made[name] = type(name, tuple(made[base] for base in bases), dict(values))
    found = []
    for name, attribute, after in asked:
        line = list(made[name].__mro__)
        if after is not None:
            line = line[line.index(made[after]) + 1 :]
        found.append(next((one.__name__ for one in line if attribute in vars(one)), None))
    return found


class TestShape:
    """Shape and Circle"""

    @public
    @points(2)
    @given(circles=st.lists(st.tuples(MEASURES, LABELS), min_size=1, max_size=3))
    @example(circles=[(2, {}), (1000, {"label": "a"})])
    def test_circle_has_its_figures(self, attempt, circles):
        """A circle has a radius and a label, an area and a perimeter, as exact as a float can be."""
        seen = attempt.make_circles(circles=circles)
        expected = []
        for radius, label in circles:
            label, area, around = label.get("label", "Circle"), pi * radius**2, 2 * pi * radius
            described = f"{label}: area {area:.2f}, perimeter {around:.2f}"
            expected.append([radius, label, round(area, 6), round(around, 6), described])
        assert seen == expected

    @public
    @points(2)
    @given(
        name=NAMES,
        shapes=st.lists(st.tuples(MEASURES, MEASURES, LABELS), min_size=1, max_size=3),
    )
    @example(name="Tile", shapes=[(1, 2.5, {}), (3, 0.25, {"label": "a"}), (1, 1, {"label": ""})])
    def test_describes_any_shape(self, attempt, name, shapes):
        """describe tells label, area and perimeter of any shape, and the label is the name of its class at first."""
        found = attempt.describe(name=name, shapes=shapes)
        labels = [label.get("label", name) for *_, label in shapes]
        assert found == [
            (label, f"{label}: area {area:.2f}, perimeter {around:.2f}")
            for label, (area, around, _) in zip(labels, shapes, strict=True)
        ]

    @points(2)
    @given(written=st.lists(st.tuples(METHODS, METHODS, OWN), min_size=1, max_size=4))
    @example(written=[([], [], []), (["area"], ["perimeter"], []), (["area", "perimeter"], [], [])])
    @example(written=[(["perimeter"], [], ["__init__"]), ([], ["area", "perimeter"], ["__init__"])])
    def test_lacks_no_method(self, attempt, written):
        """An object of a class that lacks area or perimeter can't be made, and one that inherits the rest can."""
        seen = attempt.make_abstract(written=written)
        names, refused = [], ["Shape"]
        for place, (first, second, _) in enumerate(written):
            (names if set(first) == BOTH else refused).append(f"Parent {place}")
            (names if {*first, *second} == BOTH else refused).append(f"Child {place}")
        assert seen.made == names
        assert seen.refused == refused

    @points(2)
    @given(
        kind=st.sampled_from(["list", "iterator", "bare"]),
        shapes=st.lists(st.tuples(st.sampled_from(["Plain", "Dot", "Field"]), MEASURES), max_size=5),
    )
    @example(kind="iterator", shapes=[("Plain", 2), ("Dot", 3), ("Field", 4.5), ("Dot", 3)])
    @example(kind="list", shapes=[])
    def test_adds_up_areas(self, attempt, kind, shapes):
        """total_area asks each shape for its area, of whatever class it is."""
        total = attempt.add_areas(kind=kind, shapes=shapes)
        assert total == sum(area for _, area in shapes)

    @points(2)
    @given(name=NAMES, radius=MEASURES, label=WORDS, times=st.integers(1, 3))
    def test_circle_hands_on_the_rest(self, attempt, name, radius, label, times):
        """Circle and Shape hand on what they don't know to the next class in line, once."""
        seen = attempt.hand_on(bases=["Circle"], name=name, measures=[radius], label=label, times=times)
        assert seen.log == [name] * times
        assert seen.labels == [f"{label} {number}" for number in range(times)]

    @given(
        shape=any_of("Circle", "Rectangle", "Square", "Bird"),
        keywords=st.lists(st.sampled_from(["label", "colour", "size", "self_"]), min_size=1, max_size=4),
    )
    @example(shape=("Circle", (1,)), keywords=["label", "colour"])
    def test_refuses_unknown_keywords(self, attempt, shape, keywords):
        """A keyword that no class in line knows is refused."""
        seen = attempt.give_keywords(name=shape[0], measures=shape[1], keywords=keywords)
        assert seen.labels == ["my label" for word in keywords if word == "label"]
        assert seen.refused == [word for word in keywords if word != "label"]


class TestRectangle:
    """Rectangle and Square"""

    @public
    @points(2)
    @given(shapes=st.lists(st.tuples(MEASURES) | st.tuples(MEASURES, MEASURES), min_size=1, max_size=4))
    @example(shapes=[(3,), (3, 4), (4.5,), (3, 3)])
    def test_has_its_figures(self, attempt, shapes):
        """Rectangles and squares have their measures, an area and a perimeter."""
        seen = attempt.make_rectangles(shapes=shapes)
        expected = []
        for shape in shapes:
            width, height = shape * 2 if len(shape) == 1 else shape
            measures = [width, height] if len(shape) == 2 else [width, height, width]
            area, around, name = width * height, 2 * (width + height), "Square" if measures[2:] else "Rectangle"
            described = f"{name}: area {area:.2f}, perimeter {around:.2f}"
            expected.append([*measures, round(area, 6), round(around, 6), described])
        assert seen == expected

    @points(3)
    @given(
        measures=st.tuples(MEASURES) | st.tuples(MEASURES, MEASURES),
        keywords=LABELS,
        steps=st.lists(st.tuples(st.sampled_from(["with_width", "with_height"]), MEASURES), min_size=1, max_size=3),
    )
    @example(measures=(3,), keywords={"label": "a"}, steps=[("with_width", 5), ("with_height", 5)])
    @example(measures=(3,), keywords={}, steps=[("with_height", 5), ("with_height", 5)])
    def test_changes_one_measure(self, attempt, measures, keywords, steps):
        """with_width and with_height return a Rectangle with one measure changed, of a square as well."""
        found = attempt.change(measures=measures, keywords=keywords, steps=steps)
        width, height = measures * 2 if len(measures) == 1 else measures
        kind = "Square" if len(measures) == 1 else "Rectangle"
        label = keywords.get("label", kind)
        expected = [(kind, width, height, label)]
        for method, value in steps:
            width, height = (value, height) if method == "with_width" else (width, value)
            expected.append(("Rectangle", width, height, label))
        assert found == expected

    @points(2)
    @given(
        name=st.sampled_from(["Circle", "Square", "Bird", "Rectangle"]),
        good=MEASURES,
        bad=st.integers(-9, 0),
        first=PLACES,
    )
    @example(name="Square", good=1, bad=0, first=0)
    @example(name="Bird", good=1, bad=0, first=0)
    @example(name="Circle", good=1, bad=0, first=0)
    @example(name="Rectangle", good=1, bad=0, first=0)
    def test_refuses_measures_that_are_not_above_zero(self, attempt, name, good, bad, first):
        """For a measure of 0 or below nothing is made."""
        one, two = [(good,), (bad,), (good + 1,), (bad - 0.5,)], [(good, bad), (good, 1), (bad, good), (bad, -1)]
        measures = two if name == "Rectangle" else one
        measures = measures[first:] + measures[:first]
        seen = attempt.make_some(name=name, measures=measures)
        assert seen.refused == [one for one in measures if min(one) <= 0]
        assert seen.made == [perimeter(name, one) for one in measures if min(one) > 0]

    @points(2)
    @given(
        shape=any_of("Circle", "Rectangle", "Square", "Bird"),
        values=st.lists(MEASURES, min_size=1, max_size=3),
        place=st.integers(0, 2),
    )
    @example(shape=("Square", (3,)), values=[5], place=0)
    @example(shape=("Square", (3,)), values=[5], place=1)
    @example(shape=("Rectangle", (3, 4)), values=[5], place=1)
    @example(shape=("Circle", (3,)), values=[5], place=0)
    @example(shape=("Bird", (3,)), values=[5], place=0)
    def test_measures_stay(self, attempt, shape, values, place):
        """Measures can't be assigned."""
        name, measures = shape
        own = {"Circle": ["radius"], "Bird": ["wingspan"], "Square": ["side", "width", "height"]}
        names = own.get(name, ["width", "height"])
        attribute = names[place % len(names)]
        seen = attempt.assign(name=name, measures=measures, attribute=attribute, values=values)
        kept = measures[-1 if attribute == "height" else 0]
        assert seen == [(kept, perimeter(name, measures), 1)] * len(values)

    @points(2)
    @given(shape=any_of("Rectangle", "Square"), name=NAMES, label=WORDS, times=st.integers(1, 3))
    @example(shape=("Square", (3,)), name="Tile", label="a", times=1)
    @example(shape=("Rectangle", (3, 4)), name="Tile", label="a", times=1)
    def test_hands_on_the_rest(self, attempt, shape, name, label, times):
        """Rectangle and Square hand on what they don't know, once."""
        seen = attempt.hand_on(bases=[shape[0]], name=name, measures=shape[1], label=label, times=times)
        assert seen.log == [name] * times
        assert seen.labels == [f"{label} {number}" for number in range(times)]


class TestBird:
    """Flyable and Bird"""

    @public
    @points(2)
    @given(birds=st.lists(st.tuples(MEASURES, SPEEDS), min_size=1, max_size=3))
    @example(birds=[(4, {"speed": 7}), (0.5, {}), (3, {"label": "robin", "speed": 0})])
    def test_bird_is_a_shape_that_flies(self, attempt, birds):
        """A bird has a wingspan and a speed, an area and a perimeter, and it flies."""
        seen = attempt.make_birds(birds=birds)
        expected = []
        for span, keywords in birds:
            area, around, speed = span**2 / 2, span * 4, keywords.get("speed", 10)
            figures = f"area {area:.2f}, perimeter {around:.2f}, flies at {speed}"
            described = f"{keywords.get('label', 'Bird')}: {figures}"
            expected.append([span, speed, round(area, 6), round(around, 6), f"Flying at {speed}!", described])
        assert seen == expected

    @points(3)
    @given(
        name=NAMES,
        mixins=st.sampled_from([["Flyable"], ["Flyable", "Swimming"], ["Swimming", "Flyable"]]),
        shape=any_of("Square", "Rectangle"),
        keywords=SPEEDS,
    )
    @example(name="Kite", mixins=["Flyable"], shape=("Square", (3,)), keywords={})
    @example(name="Kite", mixins=["Flyable", "Swimming"], shape=("Rectangle", (3, 4)), keywords={"speed": 7})
    @example(name="Kite", mixins=["Swimming", "Flyable"], shape=("Rectangle", (3, 4)), keywords={"speed": 7})
    def test_stands_in_front_of_any_shape(self, attempt, name, mixins, shape, keywords):
        """Flyable stands in front of any shape, and adds to what the next class in line says."""
        seen = attempt.mix(name=name, mixins=mixins, shape=shape[0], measures=shape[1], keywords=keywords)
        width, height = shape[1][0], shape[1][-1]
        said = {"Flyable": f", flies at {keywords.get('speed', 10)}", "Swimming": ", swims at 1"}
        label = keywords.get("label", name)
        assert seen.label == label
        figures = f"area {width * height:.2f}, perimeter {2 * (width + height):.2f}"
        assert seen.describe == f"{label}: {figures}{''.join(said[one] for one in reversed(mixins))}"

    @points(2)
    @given(
        bases=st.sampled_from([["Bird"], ["Flyable", "Circle"]]),
        name=NAMES,
        span=MEASURES,
        label=WORDS,
        times=st.integers(1, 3),
    )
    @example(bases=["Bird"], name="Leaf", span=3, label="a", times=1)
    @example(bases=["Flyable", "Circle"], name="Leaf", span=3, label="a", times=1)
    def test_bird_hands_on_the_rest(self, attempt, bases, name, span, label, times):
        """Bird and Flyable hand on what they don't know, and each class in line is asked once."""
        seen = attempt.hand_on(bases=bases, name=name, measures=[span], label=label, times=times)
        assert seen.log == [name] * times
        assert seen.labels == [f"{label} {number}" for number in range(times)]

    @given(
        measures=st.lists(
            st.tuples(st.sampled_from(["Circle", "Square", "Rectangle", "Bird"]), MEASURES), min_size=1, max_size=4
        )
    )
    @example(measures=[("Circle", 1), ("Square", 1), ("Bird", 1), ("Rectangle", 1)])
    def test_knows_its_kind(self, attempt, measures):
        """All of them are shapes, a square is a rectangle, and a bird is flyable."""
        seen = attempt.use_as_rectangles(measures=measures)
        more = {"Square": ["Rectangle"], "Rectangle": ["Rectangle"], "Bird": ["Flyable"], "Circle": []}
        assert seen == [(name, ["Shape", *more[name]]) for name, _ in measures]


class TestProvider:
    """provider"""

    @public
    @points(2)
    @given(hierarchy=hierarchies())
    @example(
        hierarchy=(
            DIAMOND,
            [("D", "z", None), ("D", "y", None), ("B", "x", None), ("A", "mro", None), ("D", "__repr__", None)],
        )
    )
    @example(hierarchy=(DIAMOND, [("D", "x", None)]))
    def test_finds_the_class(self, attempt, hierarchy):
        """provider returns the first class in line in which the attribute is written."""
        classes, asked = hierarchy
        asked = [(name, attribute, None) for name, attribute, _ in asked]
        seen = attempt.find_providers(classes=classes, asked=asked)
        wanted = providers(classes, asked)
        assert seen.found == [one for one in wanted if one is not None]
        assert seen.missing == [one for one, name in zip(asked, wanted, strict=True) if name is None]

    @points(2)
    @given(hierarchy=hierarchies())
    @example(
        hierarchy=(DIAMOND, [("D", "x", "B"), ("B", "x", "B"), ("D", "z", "B"), ("D", "z", "C"), ("D", "x", "object")])
    )
    def test_goes_on_behind_a_class(self, attempt, hierarchy):
        """With after, provider returns the class where super() within that class finds the attribute."""
        classes, asked = hierarchy
        seen = attempt.find_providers(classes=classes, asked=asked)
        wanted = providers(classes, asked)
        assert seen.found == [one for one in wanted if one is not None]
        assert seen.missing == [one for one, name in zip(asked, wanted, strict=True) if name is None]
