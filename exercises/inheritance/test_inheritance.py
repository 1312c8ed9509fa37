"""The hidden suite of the exercise on inheritance."""

from math import pi

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

SIZES = st.integers(1, 30) | st.integers(1, 120).map(lambda n: n / 4)
MEASURES = SIZES | st.integers(1, 99).map(lambda n: n / 10**6)
WORDS = st.text("abc", min_size=1, max_size=3)
NAMES = st.sampled_from(["Tile", "Leaf", "Stamp"])
TEXTS = WORDS | st.sampled_from(["", "{x}", "{}", "100%", "%d", " a\n", "Circle", ", flies at 10", "É"])
LABELS = st.fixed_dictionaries({}, optional={"label": TEXTS | st.none()})
METHODS = st.sets(st.sampled_from(["area", "perimeter"]), max_size=2).map(sorted)
SPEED = st.integers(-9, 99) | st.sampled_from([0, 0.5, 1e6, 1234567, 1234567.25, 10, 1e-7, 10**20, 1 / 3])
SPEEDS = st.fixed_dictionaries({}, optional={"speed": SPEED, "label": TEXTS | st.none()})
FIGURES = MEASURES | st.sampled_from([0, -2.5, 1234567.125, 1e15, 999.996, 10**12])
MARKS = st.sampled_from([None, 0, "", [1], "a"])
PLACES = st.integers(0, 3)
OWN = ["__init__"]
BOTH = {"area", "perimeter"}
SHAPE = ("Shape", ())
OF = {
    "Circle": ["radius"],
    "Rectangle": ["width", "height"],
    "Square": ["side"],
    "Bird": ["wingspan"],
    "Kite": ["side"],
    "Plain": [],
}
GIVEN = {"Shape": (), "Circle": (2,), "Rectangle": (2, 3), "Square": (2,), "Bird": (2,)}
PAIRS = [["Circle", "Square"], ["Square", "Circle"], ["Circle", "Bird"], ["Bird", "Rectangle"], ["Square", "Bird"]]
PAIRS += [["Rectangle", "Circle"], ["Circle", "Rectangle"]]


WRITTEN = st.sampled_from(["Shape", *GIVEN]).flatmap(
    lambda base: st.tuples(
        *[st.just(base), st.just(GIVEN[base]), METHODS, METHODS, METHODS, METHODS | st.just([])],
        st.sampled_from([[], OWN]),
    )
)


def sized(name):
    """A name of a class with measures for it."""
    return st.tuples(st.just(name), st.tuples(*[MEASURES for _ in OF[name]]))


def any_of(*names):
    return st.one_of(*[sized(name) for name in names])


def digits(number):
    """The first nine digits of a number."""
    return float(f"{number:.8e}")


def perimeter(name, measures):
    if name == "Rectangle":
        return digits(2 * sum(measures))
    return digits(measures[0] * (2 * pi if name == "Circle" else 4))


@st.composite
def handed(draw, *bases, flies=False):
    """Names of measures, and the arguments by which an object of a class that derives from all of these is made."""
    keywords = draw(st.fixed_dictionaries({}, optional={"label": TEXTS | st.none(), "mark": MARKS}))
    if flies:
        keywords |= draw(st.fixed_dictionaries({}, optional={"speed": SPEED}))
    names = [name for base in bases for name in OF[base]]
    measures = draw(st.tuples(*[MEASURES for _ in names]))
    count = draw(st.integers(0, len(OF[bases[0]])))
    return names, measures[:count], {**dict(zip(names[count:], measures[count:], strict=True)), **keywords}


def named(keywords, name):
    """The label that a shape has, of a class of this name."""
    label = keywords.get("label")
    return name if label is None else label


def shown(name, calls):
    """The marks, the label and the measures of what is made by such arguments."""
    return [
        [
            [keywords.get("mark", "none")],
            named(keywords, name),
            *measures,
            *(keywords[one] for one in names[len(measures) :]),
        ]
        for names, measures, keywords in calls
    ]


@st.composite
def calls_of(draw, name):
    """Arguments for objects of a class, good and bad ones."""
    calls = []
    for _ in range(draw(st.integers(1, 4))):
        measures = draw(st.tuples(*[MEASURES for _ in OF[name]]))
        bad = [(*measures, "a"), (*measures, 1), measures[1:]]
        places = draw(st.sampled_from([measures, measures, measures, (), *bad]))
        keywords = dict(zip(OF[name], measures, strict=True)) if places == () else {}
        more = st.fixed_dictionaries({}, optional={"label": TEXTS | st.none()}) | st.dictionaries(
            st.sampled_from(["label", "colour", "size", "self_", "diameter", "names"]), TEXTS, max_size=1
        )
        calls.append((places, {**keywords, **draw(more)}))
    return name, calls


def is_good(name, call):
    measures, keywords = call
    return len(measures) + len(set(OF[name]) & set(keywords)) == len(OF[name]) and set(keywords) <= {"label", *OF[name]}


@st.composite
def hierarchies(draw):
    """Classes (name, bases, attributes) that Python accepts, and questions about them."""
    made, classes = {"object": object}, []
    for name in "ABCDEF"[: draw(st.integers(1, 6))]:
        known = sorted(made)
        bases = draw(st.lists(st.sampled_from(known), min_size=1, max_size=3, unique=True))
        values = draw(
            st.dictionaries(
                st.sampled_from(["x", "y", "z", "mro"]), st.sampled_from([None, 0, 1, "raises", "odd"]), max_size=2
            )
        )
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
            (
                name,
                draw(st.sampled_from(["x", "y", "z", "x", "y", "__repr__", "mro", "__name__"])),
                draw(st.sampled_from([None, *line])),
            )
        )
    return classes, asked, (draw(st.sampled_from([name for name in made if name != "object"])), "x")


DIAMOND = [
    ("A", ["object"], {"x": 1, "y": None}),
    ("B", ["A"], {"z": "odd"}),
    ("C", ["A"], {"x": 0, "z": 0}),
    ("D", ["B", "C"], {"mro": "raises"}),
]


def providers(classes, asked, later):
    """The classes in which Python finds the attributes, before and after a change, and what is not found."""
    made, found, missing = {"object": object}, [], []
    for name, bases, values in classes:
        made[name] = type(name, tuple(made[base] for base in bases), dict(values))
    for step in range(3):
        for name, attribute, after in asked:
            line = list(made[name].__mro__)
            if after is not None:
                line = line[line.index(made[after]) + 1 :]
            these = [one.__name__ for one in line if attribute in vars(one)]
            found += these[:1]
            missing += [] if these else [(name, attribute, after)]
        if step == 0:
            setattr(made[later[0]], later[1], 1)
        elif step == 1:
            delattr(made[later[0]], later[1])
    return found, missing


class TestShape:
    """Shape and Circle"""

    @public
    @points(2)
    @given(circles=st.lists(st.tuples(MEASURES, LABELS), min_size=1, max_size=3))
    @example(circles=[(2, {}), (1000, {"label": "a"}), (2, {"label": "b"})])
    def test_circle_has_its_figures(self, attempt, circles):
        """A circle has a radius and a label, an area and a perimeter."""
        seen = attempt.make_circles(circles=circles)
        expected = []
        for radius, label in circles:
            label, area, around = label.get("label"), pi * radius**2, 2 * pi * radius
            label = "Circle" if label is None else label
            described = f"{label}: area {area:.2f}, perimeter {around:.2f}"
            expected.append([radius, label, digits(area), digits(around), described])
        assert seen == expected

    @given(
        shapes=st.lists(
            st.tuples(st.sampled_from(["Circle", "Bird", "Square"]), SIZES, st.integers(-92, 88)),
            min_size=1,
            max_size=3,
        )
    )
    @example(shapes=[("Circle", 1, -6), ("Circle", 3, 9), ("Circle", 1, -90), ("Circle", 1, 90)])
    @example(shapes=[("Bird", 3, -90), ("Square", 3, -90), ("Bird", 3, 88), ("Square", 3, 88)])
    def test_is_exact(self, attempt, shapes):
        """Area and perimeter have nine digits at least, whether a shape is tiny or huge."""
        shapes = [(name, size * 10.0**power) for name, size, power in shapes]
        found = attempt.measure(shapes=[(name, (size,)) for name, size in shapes])
        areas = {"Circle": pi, "Bird": 0.5, "Square": 1}
        assert found == [[digits(areas[name] * size**2), perimeter(name, (size,))] for name, size in shapes]

    @public
    @points(2)
    @given(
        name=NAMES,
        shapes=st.lists(
            st.sampled_from(sorted(GIVEN)).flatmap(
                lambda base: st.tuples(st.just(base), st.just(GIVEN[base]), LABELS, FIGURES, FIGURES)
            ),
            min_size=1,
            max_size=3,
        ),
    )
    @example(name="Tile", shapes=[("Shape", (), {}, 1, 2.5), ("Circle", (2,), {"label": ""}, 3, 0.25)])
    @example(name="Tile", shapes=[("Shape", (), {"label": "{x}"}, -2.5, 0), ("Shape", (), {"label": None}, 1, 3)])
    @example(name="Tile", shapes=[("Rectangle", (2, 3), {}, 1234567.125, 5), ("Bird", (2,), {"label": "{x}"}, 1, 3)])
    def test_describes_any_shape(self, attempt, name, shapes):
        """describe tells label, area and perimeter of any shape, and the label is the name of its class at first."""
        found = attempt.describe(name=name, shapes=shapes)
        labels = [label.get("label") for _, _, label, *_ in shapes]
        labels = [name if label is None else label for label in labels]
        assert found == [
            (label, f"{label}: area {area:.2f}, perimeter {around:.2f}" + ", flies at 10" * (base == "Bird"))
            for label, (base, _, _, area, around) in zip(labels, shapes, strict=True)
        ]

    @points(2)
    @given(written=st.lists(WRITTEN, min_size=1, max_size=4))
    @example(written=[(*SHAPE, [], [], [], [], []), (*SHAPE, ["area"], ["perimeter"], [], [], [])])
    @example(written=[(*SHAPE, ["area", "perimeter"], [], [], [], []), (*SHAPE, ["area"], [], ["perimeter"], [], [])])
    @example(written=[(*SHAPE, ["area", "perimeter"], [], [], ["area"], []), (*SHAPE, ["area"], [], [], [], OWN)])
    @example(written=[(*SHAPE, ["perimeter"], [], [], [], OWN), (*SHAPE, [], ["area", "perimeter"], [], [], OWN)])
    @example(
        written=[("Circle", (2,), [], [], [], ["area"], []), ("Square", (2,), [], ["area"], [], ["perimeter"], [])]
    )
    @example(written=[("Bird", (2,), [], [], [], ["perimeter"], OWN), ("Bird", (2,), ["area"], [], [], [], [])])
    def test_lacks_no_method(self, attempt, written):
        """An object of a class that lacks area or perimeter can't be made, and one that inherits the rest can."""
        seen = attempt.make_abstract(written=written)
        names, refused = [], ["Shape"]
        for place, (base, _, first, second, third, again, _) in enumerate(written):
            (names if set(first) == BOTH or base != "Shape" else refused).append(f"Parent {place}")
            has_all = ({*first, *second, *third} == BOTH or base != "Shape") and not again
            (names if has_all else refused).append(f"Child {place}")
        assert seen.made == names
        assert seen.refused == refused

    @points(2)
    @given(
        kind=st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"]),
        shapes=st.lists(st.tuples(st.sampled_from(["Plain", "Dot", "Field"]), SIZES), max_size=5),
        times=scale(1, 3_000),
    )
    @example(kind="iterator", shapes=[("Plain", 2), ("Dot", 3), ("Field", 4.5), ("Dot", 3)], times=1)
    @example(kind="list", shapes=[], times=1)
    @example(kind="bare", shapes=[("Field", 3), ("Plain", 0.25)], times=3_000)
    def test_adds_up_areas(self, attempt, kind, shapes, times):
        """total_area asks each shape for its area, of whatever class it is, and as often as it comes."""
        total = attempt.add_areas(kind=kind, shapes=shapes, times=times)
        assert total == times * sum(area for _, area in shapes)

    @points(2)
    @given(
        name=NAMES,
        parent=st.sampled_from(["object", "Shape", "Flyable"]),
        first=st.booleans(),
        calls=st.lists(handed("Circle"), min_size=1, max_size=3),
    )
    @example(
        name="Tile",
        parent="object",
        first=False,
        calls=[(["radius"], (2,), {}), (["radius"], (), {"radius": 3, "label": "a", "mark": 0})],
    )
    @example(name="Tile", parent="Shape", first=False, calls=[(["radius"], (2,), {"mark": "a"})])
    def test_circle_hands_on_the_rest(self, attempt, name, parent, first, calls):
        """Circle and Shape hand on what they don't know to the next class in line, once."""
        seen = attempt.hand_on(name=name, bases=["Circle"], parent=parent, first=first, calls=calls)
        assert seen == shown(name, calls)


class TestRectangle:
    """Rectangle and Square"""

    @public
    @points(2)
    @given(shapes=st.lists(st.tuples(MEASURES) | st.tuples(MEASURES, MEASURES), min_size=1, max_size=4))
    @example(shapes=[(3,), (3, 4), (4.5,), (3, 3)])
    @example(shapes=[(3e-6, 4e-6), (7e-6,)])
    def test_has_its_figures(self, attempt, shapes):
        """Rectangles and squares have their measures, an area and a perimeter."""
        seen = attempt.make_rectangles(shapes=shapes)
        expected = []
        for shape in shapes:
            width, height = shape * 2 if len(shape) == 1 else shape
            measures = [width, height] if len(shape) == 2 else [width, height, width]
            area, around, name = width * height, 2 * (width + height), "Square" if measures[2:] else "Rectangle"
            described = f"{name}: area {area:.2f}, perimeter {around:.2f}"
            expected.append([*measures, digits(area), digits(around), described])
        assert seen == expected

    @points(3)
    @given(
        measures=st.tuples(MEASURES) | st.tuples(MEASURES, MEASURES),
        name=st.sampled_from(["", "Kite", "Both", "Tile", "Leaf"]),
        keywords=LABELS,
        steps=st.lists(st.tuples(st.sampled_from(["with_width", "with_height"]), MEASURES), min_size=1, max_size=3),
    )
    @example(measures=(3,), name="", keywords={"label": "a"}, steps=[("with_width", 5), ("with_height", 5)])
    @example(measures=(3,), name="", keywords={}, steps=[("with_height", 5), ("with_height", 5)])
    @example(measures=(3, 4), name="", keywords={}, steps=[("with_height", 4), ("with_width", 3)])
    @example(measures=(3, 4), name="Tile", keywords={}, steps=[("with_width", 3)])
    @example(measures=(3, 4), name="Tile", keywords={"label": ""}, steps=[("with_width", 3), ("with_height", 3)])
    @example(measures=(3,), name="Both", keywords={"label": ""}, steps=[("with_height", 2), ("with_width", 2)])
    @example(measures=(3, 4), name="Kite", keywords={}, steps=[("with_height", 2), ("with_width", 3)])
    def test_changes_one_measure(self, attempt, measures, name, keywords, steps):
        """with_width and with_height return a new Rectangle with one measure changed, of a square as well."""
        width, height = measures * 2 if len(measures) == 1 else measures
        base = "Square" if len(measures) == 1 else "Rectangle"
        bases = {"Kite": ["Flyable", base], "Both": [base, "Circle"]}.get(name, [base])
        given = keywords | ({"radius": 9} if name == "Both" else {})
        found = attempt.change(bases=bases, name=name, measures=measures, keywords=given, steps=steps)
        kind = name or base
        label = named(keywords, kind)
        expected = [(kind, width, height, label, [0])]
        for place, (method, value) in enumerate(steps, start=1):
            width, height = (value, height) if method == "with_width" else (width, value)
            expected.append(("Rectangle", width, height, label, [place]))
        assert found == expected

    @points(2)
    @given(
        name=st.sampled_from(["Circle", "Square", "Bird", "Rectangle", "Both", "with_width", "with_height"]),
        good=MEASURES,
        bad=st.integers(-9, 0) | st.sampled_from([0.0, -0.0, -0.25, -1e-9]),
        first=PLACES,
    )
    @example(name="Square", good=1, bad=0, first=0)
    @example(name="Bird", good=1, bad=0, first=0)
    @example(name="Circle", good=1, bad=0, first=0)
    @example(name="Rectangle", good=1, bad=0, first=0)
    @example(name="Both", good=1, bad=-1, first=0)
    @example(name="with_width", good=1, bad=0, first=0)
    @example(name="with_height", good=1, bad=0, first=0)
    def test_refuses_measures_that_are_not_above_zero(self, attempt, name, good, bad, first):
        """For a measure of 0 or below nothing is made."""
        one, two = [(good,), (bad,), (good + 1,), (bad - 0.5,)], [(good, bad), (good, 1), (bad, good), (bad, -1)]
        measures = two if name in ("Rectangle", "Both") else one
        measures = measures[first:] + measures[:first]
        seen = attempt.make_some(name=name, measures=measures)
        assert seen.refused == [one for one in measures if min(one) <= 0]
        kept = {"with_width": (3,), "with_height": (2,)}.get(name, ())
        kind = {"Both": "Circle"}.get(name, "Rectangle" if kept else name)
        assert seen.made == [
            perimeter(kind, (2,) if name == "Both" else one + kept) for one in measures if min(one) > 0
        ]

    @points(2)
    @given(
        bases=st.sampled_from([["Circle"], ["Rectangle"], ["Square"], ["Bird"], ["Flyable", "Square"], *PAIRS]),
        sizes=st.tuples(MEASURES, MEASURES, MEASURES),
        values=st.lists(MEASURES, min_size=1, max_size=3),
        place=PLACES,
    )
    @example(bases=["Square"], sizes=(3, 3, 3), values=[5, 3], place=0)
    @example(bases=["Square"], sizes=(3, 3, 3), values=[3], place=1)
    @example(bases=["Rectangle"], sizes=(3, 4, 4), values=[5], place=1)
    @example(bases=["Circle"], sizes=(3, 3, 3), values=[5], place=0)
    @example(bases=["Bird"], sizes=(3, 3, 3), values=[5], place=0)
    @example(bases=["Circle", "Rectangle"], sizes=(3, 4, 5), values=[7, 4], place=1)
    @example(bases=["Square", "Circle"], sizes=(3, 4, 5), values=[7, 4], place=3)
    def test_measures_stay(self, attempt, bases, sizes, values, place):
        """Measures can't be assigned, of a class that derives from yours neither."""
        measures = dict(zip([name for base in bases for name in OF.get(base, [])], sizes, strict=False))
        more = ["width", "height"] if "side" in measures else []
        attribute = [*measures, *more][place % len([*measures, *more])]
        seen = attempt.assign(bases=bases, measures=measures, attribute=attribute, values=values)
        kept = [*measures.values(), measures["side"] if attribute in more else measures[attribute]]
        first = bases[-1] if bases[0] == "Flyable" else bases[0]
        around = perimeter(first, [measures[name] for name in OF[first]])
        assert seen == [(kept, around, 1)] * len(values)

    @points(2)
    @given(
        name=NAMES,
        parent=st.sampled_from(["object", "Shape", "Rectangle"]),
        first=st.booleans(),
        calls=st.lists(handed("Square"), min_size=1, max_size=3),
    )
    @example(name="Tile", parent="object", first=False, calls=[(["side"], (3,), {})])
    @example(name="Tile", parent="Rectangle", first=False, calls=[(["side"], (3,), {"mark": 0, "label": "a"})])
    @example(name="Tile", parent="object", first=True, calls=[(["side"], (), {"side": 3, "mark": None})])
    def test_square_hands_on_the_rest(self, attempt, name, parent, first, calls):
        """Square and Rectangle hand on what they don't know, once."""
        seen = attempt.hand_on(name=name, bases=["Square"], parent=parent, first=first, calls=calls)
        assert seen == shown(name, calls)

    @points(2)
    @given(
        name=NAMES,
        parent=st.sampled_from(["object", "Shape", "Flyable"]),
        first=st.booleans(),
        both=st.sampled_from(PAIRS).flatmap(
            lambda bases: st.tuples(st.just(bases), st.lists(handed(*bases), min_size=1, max_size=3))
        ),
    )
    @example(
        name="Tile",
        parent="object",
        first=False,
        both=(["Rectangle", "Circle"], [(["width", "height", "radius"], (3, 4), {"radius": 2, "mark": 0})]),
    )
    @example(
        name="Tile",
        parent="Shape",
        first=False,
        both=(["Circle", "Square"], [(["radius", "side"], (3,), {"side": 2}), (["radius", "side"], (1,), {"side": 4})]),
    )
    def test_rectangle_hands_on_the_rest(self, attempt, name, parent, first, both):
        """A class may be both a rectangle and a circle, as each hands on what it doesn't know, once."""
        bases, calls = both
        first = first and parent == "object"
        seen = attempt.hand_on(name=name, bases=bases, parent=parent, first=first, calls=calls)
        assert seen == shown(name, calls)


class TestBird:
    """Flyable and Bird"""

    @public
    @points(2)
    @given(birds=st.lists(st.tuples(MEASURES, SPEEDS), min_size=1, max_size=3))
    @example(birds=[(4, {"speed": 7}), (0.5, {}), (3, {"label": "robin", "speed": 0})])
    @example(birds=[(4, {"speed": 1234567.25, "label": "{x}"}), (3e-6, {})])
    def test_bird_is_a_shape_that_flies(self, attempt, birds):
        """A bird has a wingspan and a speed, an area and a perimeter, and it flies."""
        seen = attempt.make_birds(birds=birds)
        expected = []
        for span, keywords in birds:
            area, around, speed = span**2 / 2, span * 4, keywords.get("speed", 10)
            figures = f"area {area:.2f}, perimeter {around:.2f}, flies at {speed}"
            described = f"{named(keywords, 'Bird')}: {figures}"
            expected.append([span, speed, digits(area), digits(around), f"Flying at {speed}!", described])
        assert seen == expected

    @points(3)
    @given(
        name=NAMES,
        mixins=st.sampled_from([["Flyable"], ["Flyable", "Swimming"], ["Swimming", "Flyable"]]),
        shape=any_of("Square", "Rectangle", "Circle"),
        own=st.none() | TEXTS,
        keywords=SPEEDS,
    )
    @example(name="Kite", mixins=["Flyable"], shape=("Square", (3,)), own=None, keywords={})
    @example(name="Kite", mixins=["Flyable", "Swimming"], shape=("Rectangle", (3, 4)), own=None, keywords={"speed": 7})
    @example(name="Kite", mixins=["Swimming", "Flyable"], shape=("Rectangle", (3, 4)), own=None, keywords={"speed": 7})
    @example(name="Kite", mixins=["Flyable"], shape=("Square", (3,)), own="{x}", keywords={"label": "a"})
    def test_stands_in_front_of_any_shape(self, attempt, name, mixins, shape, own, keywords):
        """Flyable stands in front of any shape, and adds to what the next class in line says."""
        kind, measures = shape
        seen = attempt.mix(name=name, mixins=mixins, shape=kind, own=own, measures=measures, keywords=keywords)
        speed, label = keywords.get("speed", 10), named(keywords, name)
        width, height = measures[0], measures[-1]
        area = pi * width**2 if kind == "Circle" else width * height
        around = 2 * pi * width if kind == "Circle" else 2 * (width + height)
        said = {"Flyable": f", flies at {speed}", "Swimming": ", swims at 1"}
        figures = f"{label}: area {area:.2f}, perimeter {around:.2f}" if own is None else own
        assert seen.label == label
        assert seen.describe == f"{figures}{''.join(said[one] for one in reversed(mixins))}"
        assert seen.fly == f"Flying at {speed}!"

    @given(name=NAMES, span=MEASURES, keywords=SPEEDS)
    @example(name="Duck", span=4, keywords={})
    def test_a_mixin_stands_in_front_of_a_bird(self, attempt, name, span, keywords):
        """Another mixin may stand in front of a bird."""
        seen = attempt.mix(name=name, mixins=["Swimming"], shape="Bird", own=None, measures=[span], keywords=keywords)
        speed, label = keywords.get("speed", 10), named(keywords, name)
        figures = f"area {span**2 / 2:.2f}, perimeter {span * 4:.2f}"
        assert seen.describe == f"{label}: {figures}, flies at {speed}, swims at 1"

    @points(2)
    @given(
        bases=st.sampled_from([["Bird"], ["Flyable", "Square"]]),
        name=NAMES,
        parent=st.sampled_from(["object", "Shape", "Flyable"]),
        first=st.booleans(),
        bird=st.lists(handed("Bird", flies=True), min_size=1, max_size=3),
        kite=st.lists(handed("Square", flies=True), min_size=1, max_size=3),
    )
    @example(
        bases=["Bird"],
        name="Leaf",
        parent="object",
        first=False,
        bird=[(["wingspan"], (3,), {}), (["wingspan"], (), {"wingspan": 2, "mark": 0})],
        kite=[(["side"], (3,), {})],
    )
    @example(
        bases=["Flyable", "Square"],
        name="Leaf",
        parent="Shape",
        first=False,
        bird=[(["wingspan"], (3,), {})],
        kite=[(["side"], (3,), {}), (["side"], (), {"side": 2, "mark": 0, "speed": 7})],
    )
    def test_bird_hands_on_the_rest(self, attempt, bases, name, parent, first, bird, kite):
        """Bird and Flyable hand on what they don't know, and each class in line is asked once."""
        if bases != ["Bird"] and parent == "Flyable":
            parent = "object"
        calls = bird if bases == ["Bird"] else kite
        seen = attempt.hand_on(name=name, bases=bases, parent=parent, first=first, calls=calls)
        assert seen == shown(name, calls)

    @points(2)
    @given(shape=st.sampled_from(sorted(OF)).flatmap(calls_of))
    @example(shape=("Circle", [((1,), {"label": "a"}), ((1,), {"colour": "a"}), ((1, "a"), {}), ((), {"radius": 1})]))
    @example(shape=("Circle", [((1,), {"radius": 1}), ((1,), {"label": None}), ((1,), {"speed": 1})]))
    @example(shape=("Rectangle", [((1, 2), {"label": "a"}), ((1, 2), {"colour": "a"}), ((1, 2, "a"), {})]))
    @example(shape=("Bird", [((1,), {"label": "a"}), ((1,), {"colour": "a"}), ((1, 7), {}), ((), {"wingspan": 1})]))
    @example(shape=("Plain", [((), {"label": "a"}), (("a",), {}), ((), {"colour": "a"})]))
    @example(shape=("Square", [((1,), {"size": "a"}), ((1, 2), {}), ((), {"side": 1}), ((), {})]))
    def test_refuses_other_arguments(self, attempt, shape):
        """A keyword that no class in line knows is refused, and so are measures too many or too few."""
        name, calls = shape
        seen = attempt.give(name=name, calls=calls)
        good = [call for call in calls if is_good(name, call)]
        assert seen.labels == [named(keywords, name) for _, keywords in good]
        assert seen.refused == [call for call in calls if call not in good]

    @given(
        measures=st.lists(
            st.tuples(st.sampled_from(["Circle", "Square", "Rectangle", "Bird", "Plane"]), MEASURES),
            min_size=1,
            max_size=4,
        )
    )
    @example(measures=[("Circle", 1), ("Square", 1), ("Bird", 1), ("Rectangle", 1), ("Plane", 1)])
    def test_knows_its_kind(self, attempt, measures):
        """A square is a rectangle, a bird is flyable, and all are shapes, but not what is flyable alone."""
        seen = attempt.use_as_rectangles(measures=measures)
        more = {"Square": ["Rectangle"], "Rectangle": ["Rectangle"], "Bird": ["Flyable"], "Circle": []}
        kinds = {name: ["Shape", *kinds] for name, kinds in more.items()} | {"Plane": ["Flyable"]}
        assert seen == [(name, kinds[name]) for name, _ in measures]


class TestProvider:
    """provider"""

    @public
    @points(2)
    @given(hierarchy=hierarchies(), alike=st.booleans())
    @example(
        alike=False,
        hierarchy=(
            DIAMOND,
            [("D", "z", None), ("D", "y", None), ("B", "x", None), ("A", "mro", None), ("D", "__repr__", None)],
            ("C", "x"),
        ),
    )
    @example(alike=False, hierarchy=(DIAMOND, [("D", "x", None), ("D", "y", None)], ("B", "x")))
    @example(alike=True, hierarchy=(DIAMOND, [("D", "x", None), ("D", "z", None), ("C", "y", None)], ("A", "x")))
    def test_finds_the_class(self, attempt, hierarchy, alike):
        """provider returns the first class in line in which the attribute is written."""
        classes, asked, later = hierarchy
        asked = [(name, attribute, None) for name, attribute, _ in asked]
        seen = attempt.find_providers(classes=classes, alike=alike, asked=asked, later=later)
        found, missing = providers(classes, asked, later)
        assert seen.found == found
        assert seen.missing == missing

    @points(2)
    @given(hierarchy=hierarchies(), alike=st.booleans())
    @example(
        alike=False,
        hierarchy=(
            DIAMOND,
            [("D", "x", "B"), ("B", "x", "B"), ("D", "z", "B"), ("D", "z", "C"), ("D", "x", "object")],
            ("D", "x"),
        ),
    )
    @example(alike=True, hierarchy=(DIAMOND, [("D", "z", "D"), ("D", "x", "B"), ("D", "y", "A")], ("C", "x")))
    def test_goes_on_behind_a_class(self, attempt, hierarchy, alike):
        """With after, provider returns the class where super() within that class finds the attribute."""
        classes, asked, later = hierarchy
        seen = attempt.find_providers(classes=classes, alike=alike, asked=asked, later=later)
        found, missing = providers(classes, asked, later)
        assert seen.found == found
        assert seen.missing == missing
