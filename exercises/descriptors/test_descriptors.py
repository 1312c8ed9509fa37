"""Hidden suite of the exercise on descriptors."""

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

NUMBERS = st.integers(-50, 50)
STEPS = st.integers(1, 9)
DISTINCT = st.lists(NUMBERS, min_size=3, max_size=5, unique=True)

NAMES = st.builds(
    "{}_{}".format,
    st.sampled_from(["age", "height", "weight"]),
    st.text("abcdefgh", min_size=3, max_size=3),
)
TWO_NAMES = st.lists(NAMES, min_size=2, max_size=2, unique=True)
THREE_NAMES = st.lists(NAMES, min_size=3, max_size=3, unique=True)


@st.composite
def ranges(draw):
    """Two bounds with room between them."""
    low = draw(NUMBERS)
    return low, low + 1 + draw(STEPS)


@st.composite
def offers(draw):
    """A range, and numbers below, at, within and above its bounds in random order."""
    low, high = draw(ranges())
    below, above = low - draw(STEPS), high + draw(STEPS)
    within = draw(st.integers(low + 1, high - 1))
    return low, high, draw(st.permutations([below, low, within, high, above]))


@st.composite
def quarters(draw):
    """A range with fractions, and numbers that lie an eighth off its bounds."""
    low = draw(NUMBERS) / 4
    high = low + draw(STEPS) / 2
    values = [low - 0.125, low + 0.125, high - 0.125, high + 0.125]
    return low, high, draw(st.permutations(values))


@st.composite
def crossed_and_straight(draw):
    """Pairs of bounds in random order: some are the wrong way round, some have a fraction, a zero or a None."""
    low, high = draw(ranges())
    above_zero, below_zero = draw(STEPS), -draw(STEPS)
    straight = [
        (low, high),
        (low, low),
        (low + 0.125, low + 0.25),
        (low, None),
        (None, high),
        (below_zero, 0),
        (0, above_zero),
    ]
    crossed = [(high, low), (low + 0.25, low + 0.125), (above_zero, 0), (0, below_zero)]
    return draw(st.permutations(straight + crossed))


def inside(low, high, values):
    return [value for value in values if low <= value <= high]


def outside(low, high, values):
    return [value for value in values if not low <= value <= high]


class TestValues:
    """Values and bounds"""

    @public
    @given(name=NAMES, numbers=st.lists(NUMBERS, min_size=1, max_size=3))
    @example(name="age_abc", numbers=[0, 7, 8])
    @example(name="age_abc", numbers=[10**30, -(10**30)])
    @example(name="age_abc", numbers=[-0.0, float("inf"), float("-inf")])
    def test_keeps_what_was_assigned(self, attempt, name, numbers):
        """Without bounds an attribute accepts every number and keeps it as it is."""
        kept = attempt.keep(name=name, numbers=numbers)
        assert kept == [repr(value) for number in numbers for value in (number, number / 4)]

    @public
    @points(2)
    @given(name=NAMES, offer=offers())
    @example(name="age_abc", offer=(0, 2**53, [2**53 + 1, 2**53 - 1, -1]))
    def test_refuses_what_lies_outside(self, attempt, name, offer):
        """A value below the minimum or above the maximum is refused with ValueError."""
        low, high, values = offer
        values = [value for value in values if value not in (low, high)]
        seen = attempt.offer(name=name, bounds={"min_value": low, "max_value": high}, values=values)
        assert seen.refused == outside(low, high, values)
        assert seen.accepted == inside(low, high, values)

    @public
    @given(name=NAMES, offer=offers())
    def test_accepts_the_bounds_themselves(self, attempt, name, offer):
        """The minimum and the maximum are themselves allowed."""
        low, high, values = offer
        seen = attempt.offer(name=name, bounds={"min_value": low, "max_value": high}, values=values)
        assert seen.accepted == inside(low, high, values)

    @given(name=NAMES, side=st.sampled_from(["min_value", "max_value"]), offer=offers())
    @example(name="age_abc", side="min_value", offer=(1, 3, [0, 1, 2, 3, 4]))
    @example(name="age_abc", side="max_value", offer=(1, 3, [0, 1, 2, 3, 4]))
    @example(name="age_abc", side="min_value", offer=(1, 3, [-(10**30), 10**30]))
    @example(name="age_abc", side="max_value", offer=(1, 3, [-(10**30), 10**30]))
    def test_one_bound_alone_counts(self, attempt, name, side, offer):
        """A bound counts without the other, and the side without a bound is open."""
        low, high, values = offer
        bounds = {side: low if side == "min_value" else high}
        seen = attempt.offer(name=name, bounds=bounds, values=values)
        if side == "min_value":
            assert seen.refused == [value for value in values if value < low]
        else:
            assert seen.refused == [value for value in values if value > high]

    @points(2)
    @given(
        name=NAMES,
        bounds=st.sampled_from([(0, None), (None, 0), (0, 0), (0.0, None), (None, 0.0)]),
        below=STEPS,
        above=STEPS,
    )
    @example(name="age_abc", bounds=(0, None), below=1, above=1)
    @example(name="age_abc", bounds=(None, 0), below=1, above=1)
    def test_a_bound_of_zero_counts(self, attempt, name, bounds, below, above):
        """Zero is a bound like any other."""
        low, high = bounds
        values = [above, -below, 0]
        seen = attempt.offer(name=name, bounds={"min_value": low, "max_value": high}, values=values)
        too_low = [] if low is None else [-below]
        too_high = [] if high is None else [above]
        assert seen.refused == too_high + too_low

    @given(name=NAMES, offer=quarters())
    def test_compares_fractions_as_they_are(self, attempt, name, offer):
        """A value that misses a bound by a fraction is refused, one that just meets it is not."""
        low, high, values = offer
        seen = attempt.offer(name=name, bounds={"min_value": low, "max_value": high}, values=values)
        assert seen.refused == outside(low, high, values)
        assert seen.accepted == inside(low, high, values)

    @points(2)
    @given(name=NAMES, offer=offers())
    @example(name="age_abc", offer=(1, 3, [2, 4, 3, 0, 1]))
    @example(name="age_abc", offer=(1, 3, [0, 2, 4, 1, 3]))
    def test_a_refused_value_changes_nothing(self, attempt, name, offer):
        """After a refusal the attribute still has the value that it had before, or none if it had none."""
        low, high, values = offer
        values = [*values, low]
        expected = []
        for value in values:
            if low <= value <= high:
                expected.append(value)
            elif expected:
                expected.append(expected[-1])
        seen = attempt.follow(name=name, bounds=(low, high), values=values)
        assert seen.kept == expected

    @points(2)
    @given(
        inherited=st.booleans(),
        names=TWO_NAMES,
        offer=offers(),
        count=st.integers(2, 5),
        scale=st.sampled_from([1, 0.125, 1_000_001]),
    )
    @example(inherited=False, names=["age_abc", "age_abd"], offer=(1, 3, [0, 2, 4, 1, 3]), count=3, scale=1)
    @example(inherited=False, names=["age_abc", "age_abd"], offer=(1, 3, [0, 2, 4, 1, 3]), count=3, scale=1_000_001)
    @example(inherited=True, names=["age_abc", "age_abd"], offer=(1, 3, [0, 2, 4, 1, 3]), count=3, scale=1)
    def test_says_which_attribute_and_which_bound(self, attempt, inherited, names, offer, count, scale):
        """The refusal's message contains the attribute's name and the bound that was broken."""
        name, far = names[0], (offer[1] + 20) * scale
        low, high = offer[0] * scale, offer[1] * scale
        values = [value * scale for value in offer[2][:count]]
        offers = [(value, low if value < low else high) for value in values]
        # Another name, or a number from far away: a message that says everything says nothing.
        seen = attempt.refuse(
            inherited=inherited, name=name, bounds=(low, high), offers=offers, candidates=[*names, far]
        )
        broken = [bound for value, bound in offers if not low <= value <= high]
        assert seen.named == [[name, bound] for bound in broken]

    @given(pairs=crossed_and_straight())
    def test_refuses_crossed_bounds(self, attempt, pairs):
        """A minimum above the maximum is refused when the attribute is made."""
        seen = attempt.make_attributes(pairs=pairs)
        assert seen.refused == [(low, high) for low, high in pairs if None not in (low, high) and low > high]


class TestInstances:
    """One value for each instance"""

    @public
    @given(name=NAMES, values=DISTINCT, step=STEPS)
    def test_instances_do_not_share(self, attempt, name, values, step):
        """Every instance has a value of its own."""
        seen = attempt.fill_instances(name=name, values=values, step=step)
        assert seen.kept == [value + step for value in values]

    @given(hashable=st.booleans(), name=NAMES, values=DISTINCT, step=STEPS)
    @example(hashable=True, name="age_abc", values=[1, 2, 3], step=1)
    @example(hashable=False, name="age_abc", values=[1, 2, 3], step=1)
    def test_equal_instances_do_not_share(self, attempt, hashable, name, values, step):
        """Instances that compare equal still have a value each, hashable or not."""
        seen = attempt.fill_equal(hashable=hashable, name=name, values=values, step=step)
        assert seen.kept == [value + step for value in values]

    @given(length=st.sampled_from([0, None]), name=NAMES, values=DISTINCT, step=STEPS)
    @example(length=0, name="age_abc", values=[1, 2, 3], step=1)
    @example(length=None, name="age_abc", values=[1, 2, 3], step=1)
    def test_empty_instances_count(self, attempt, length, name, values, step):
        """An instance that is false in a condition, or refuses to say, has a value like any other."""
        seen = attempt.fill_empty(length=length, name=name, values=values, step=step)
        assert seen.kept == [value + step for value in values]

    @examples(3)
    @given(name=NAMES, instances=scale(100, 6_000), attributes=scale(1, 4), step=STEPS)
    @example(name="age_abc", instances=2_000, attributes=1, step=1)
    @example(name="height_abc", instances=3, attributes=300, step=1)
    def test_any_number_has_room(self, attempt, name, instances, attributes, step):
        """However many instances and attributes there are, each has a value of its own."""
        seen = attempt.fill_many(name=name, instances=instances, attributes=attributes, step=step)
        assert seen.different == instances
        own = instances * attributes * (attributes - 1) // 2
        assert seen.sum == own + attributes * step * instances * (instances - 1) // 2

    @given(names=TWO_NAMES, first_values=DISTINCT, step=STEPS)
    def test_attributes_do_not_share(self, attempt, names, first_values, step):
        """Two attributes of one class are independent of each other."""
        first, second = names
        seen = attempt.fill_attributes(first=first, second=second, values=first_values, step=step)
        assert seen.found == [(value, value + step) for value in first_values]

    @given(name=NAMES, values=DISTINCT, step=STEPS)
    def test_new_instances_start_empty(self, attempt, name, values, step):
        """A new instance has no value, even where an earlier one has been in memory."""
        seen = attempt.one_after_another(name=name, values=values, step=step)
        assert seen.found == [("after", value + step) for value in values]

    @given(
        name=NAMES,
        values=DISTINCT,
        step=STEPS,
        left=st.integers(1, 2),
        failing=st.sampled_from(["", "read", "delete", "refuse"]),
    )
    @example(name="age_abc", values=[1, 2, 3], step=1, left=1, failing="")
    @example(name="age_abc", values=[1, 2, 3], step=1, left=1, failing="read")
    @example(name="age_abc", values=[1, 2, 3], step=1, left=1, failing="delete")
    @example(name="age_abc", values=[1, 2, 3], step=1, left=1, failing="refuse")
    def test_keeps_no_instance_alive(self, attempt, name, values, step, left, failing):
        """An instance that nothing else refers to is not kept alive by its attribute."""
        step_that_fails = {"read": ("read", "empty"), "delete": ("delete", "empty"), "refuse": ("assign", name, 100)}
        steps = [step_that_fails[failing]] if failing else []
        seen = attempt.drop_some(name=name, values=values, step=step, left=left, failing=steps)
        assert seen.alive == [value + step for value in values[:left]]


class TestMissing:
    """Unset and deleted"""

    @public
    @points(2)
    @given(names=TWO_NAMES, value=NUMBERS, which=st.integers(0, 1))
    @example(names=["age_abc", "height_abc"], value=0, which=0)
    def test_reading_before_assigning_fails(self, attempt, names, value, which):
        """Reading an attribute without a value raises AttributeError with its name."""
        assigned, empty = names[which], names[1 - which]
        seen = attempt.read_without_value(names=names, value=value, assigned=assigned)
        assert seen.found == [(assigned, value)]
        assert seen.named == [[empty]]

    @given(names=TWO_NAMES, values=DISTINCT, index=st.integers(0, 2))
    def test_deletes_one_value_only(self, attempt, names, values, index):
        """Deleting removes the value of one attribute of one instance, and nothing else."""
        first, _ = names
        seen = attempt.delete_one(names=names, values=values, place=index)
        pairs = [(place, name) for place in range(len(values)) for name in names]
        left = [(name, values[place]) for place, name in pairs if (place, name) != (index, first)]
        assert seen.left == left
        assert seen.named == [[first]], "Reading the deleted attribute raises AttributeError with its name."

    @given(names=THREE_NAMES, chosen=st.lists(st.booleans(), min_size=3, max_size=3))
    @example(names=["age_abc", "age_abd", "height_abc"], chosen=[True, False, True])
    def test_deleting_nothing_fails(self, attempt, names, chosen):
        """Deleting a value that is not there raises AttributeError with the attribute's name."""
        assigned = [name for name, yes in zip(names, chosen, strict=True) if yes]
        seen = attempt.delete_all(names=names, assigned=assigned)
        assert seen.deleted == assigned
        refused = [name for name in names if name not in assigned] + names
        assert seen.named == [[name] for name in refused]

    @given(name=NAMES, offer=offers())
    def test_checks_again_after_deleting(self, attempt, name, offer):
        """After its value was deleted, the attribute accepts and refuses as before."""
        low, high, values = offer
        seen = attempt.offer_after_deletion(name=name, bounds=(low, high), values=values)
        assert seen.left == [], "What was deleted is not there any more."
        assert seen.refused == outside(low, high, values)
        assert seen.accepted == inside(low, high, values)


class TestClasses:
    """Classes and subclasses"""

    @public
    @given(
        inherited=st.booleans(),
        names=TWO_NAMES,
        bounds=st.lists(ranges(), min_size=2, max_size=2),
        wanted=st.lists(st.integers(0, 1), min_size=1, max_size=4),
    )
    def test_is_itself_on_the_class(self, attempt, inherited, names, bounds, wanted):
        """Read on the class, or on a subclass, the attribute is the descriptor itself, with its bounds."""
        seen = attempt.look_at_class(
            inherited=inherited,
            bounds=dict(zip(names, bounds, strict=True)),
            wanted=[names[index] for index in wanted],
        )
        assert seen.names == [names[index] for index in wanted]
        assert seen.bounds == [bounds[index] for index in wanted]

    @given(name=NAMES, offer=offers())
    def test_subclass_inherits_the_bounds(self, attempt, name, offer):
        """An instance of a subclass accepts and refuses what the parent's bounds say."""
        low, high, values = offer
        bounds = {"min_value": low, "max_value": high}
        seen = attempt.offer(name=name, bounds=bounds, values=values, inherited=True)
        assert seen.refused == outside(low, high, values)
        assert seen.accepted == inside(low, high, values)

    @given(name=NAMES, offer=offers(), shift=STEPS)
    def test_subclass_has_its_own_bounds(self, attempt, name, offer, shift):
        """Other bounds in a subclass hold for the subclass, and the parent keeps its own."""
        low, high, values = offer
        values = [*values, high + shift]
        own = (low + shift, high + shift)
        seen = attempt.offer_to_family(name=name, parent_bounds=(low, high), child_bounds=own, values=values)
        assert seen.parent == inside(low, high, values)
        assert seen.child == inside(*own, values)

    @points(2)
    @given(
        below=STEPS | st.just(0.5),
        within=st.integers(1, 149) | st.integers(4, 596).map(lambda n: n / 4),
        above=STEPS | st.just(0.5),
        order=st.permutations([0, 1, 2, 3, 4]),
    )
    @example(below=1, within=36, above=1, order=[0, 1, 2, 3, 4])
    @example(below=1, within=36.5, above=1, order=[2, 0, 1, 3, 4])
    @example(below=0.5, within=36, above=0.5, order=[2, 0, 1, 3, 4])
    def test_person_checks_the_age(self, attempt, below, within, above, order):
        """A person's age is a ValidatedAttribute: it lies from 0 to 150, at first and later."""
        choice = [-below, 0, within, 150, 150 + above]
        ages = [choice[index] for index in order]
        made, refused = inside(0, 150, ages), outside(0, 150, ages)
        later = [new if 0 <= new <= 150 else old for old, new in zip(made, ages, strict=False)]
        seen = attempt.make_persons(ages=ages)
        assert seen.made == made
        assert seen.refused == refused + outside(0, 150, ages[: len(made)])
        assert seen.later == later
        assert seen.bounds == (0, 150), "Person.age, read on the class, is a ValidatedAttribute with these bounds."
