"""The hidden suite of the exercise on context managers."""

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

# Sixteenths of a second are exact in binary, so the four printed decimals are exact as well; 64ths have six decimals.
ticks = st.integers(1, 40)
words = st.text("abcdefgh", min_size=2, max_size=6)
identifiers = words.map(lambda word: f"x_{word}")
odd_names = identifiers | st.builds("{}{}".format, words, st.sampled_from([" a", ".b", "-c", "'d", "[0]", "()"]))
paths = st.builds(
    "{}{}.db".format, words, st.sampled_from(["", "?", "?mode=ro", "#", "%20", "%3f", " ", "'", "&", "+"])
)
falsy = st.sampled_from([None, 0, "", False, 0.0, []])


def one_of(kinds):
    """Exceptions of these classes, with words drawn at random."""
    return st.builds(lambda kind, message: kind(message), st.sampled_from(kinds), words)


errors = [ValueError, RuntimeError, LookupError, StopIteration]
interrupts = [KeyboardInterrupt, SystemExit, GeneratorExit, BaseException]
exceptions = one_of(errors + interrupts)
kinds = st.sampled_from([kind.__name__ for kind in errors + interrupts] + ["IntegrityError", "OperationalError"])
counts = st.integers(2, 4)
positions = st.integers(0, 3)


def a_few(elements, least=1, most=3):
    return st.lists(elements, min_size=least, max_size=most)


def blocks_that_end(*ways):
    """Blocks that insert names and end in one of these ways: None, or the exception they raise."""
    # sys.exit(0), too, leaves a block by an exception.
    ends = st.sampled_from(ways).map(lambda way: way and way(0))
    return a_few(st.tuples(a_few(words, most=2), ends), least=2)


def rows_of(names):
    """The rows of a table that holds these names."""
    return [(name,) for name in names]


def inserts(blocks):
    """The same blocks with statements that insert the names."""
    return [([f"INSERT INTO users VALUES ('{name}')" for name in names], error) for names, error in blocks]


class TestTimer:
    """Timer"""

    @public
    @points(1)
    @given(before=ticks, inside=ticks, after=ticks)
    @example(before=1, inside=1, after=1)
    def test_measures_the_block(self, attempt, before, inside, after):
        """Timer measures the seconds from entering its block to leaving it, and no others."""
        seen = attempt.time_one_block(before=before, inside=inside, after=after)
        assert seen.duration == inside / 64

    @points(1)
    @given(inside=ticks, shift=st.sampled_from([-3600, -60, 60, 3600]))
    def test_ignores_the_wall_clock(self, attempt, inside, shift):
        """Timer measures the time that passed even if the wall clock is set meanwhile."""
        seen = attempt.time_one_block(before=0, inside=inside, after=0, shift=shift)
        assert seen.duration == inside / 64

    @points(1)
    @given(inside=ticks, error=exceptions)
    def test_measures_a_block_that_raises(self, attempt, inside, error):
        """Timer measures a block that raises, too."""
        seen = attempt.time_failure(inside=inside, error=error, count=1, position=0)
        assert seen.duration == inside / 16

    @public
    @points(1)
    @given(inside=ticks, error=exceptions, count=counts, position=positions)
    @example(inside=8, error=ValueError("aha"), count=2, position=1)
    @example(inside=8, error=KeyboardInterrupt("aha"), count=2, position=0)
    def test_lets_the_exception_through(self, attempt, inside, error, count, position):
        """Timer lets the very exception that its block raises go on to the caller."""
        position %= count
        seen = attempt.time_failure(inside=inside, error=error, count=count, position=position)
        assert seen.caught == [error]
        assert seen.positions == [[position]], "a copy is not the exception that was raised"

    @points(1)
    @given(waits=a_few(ticks, least=2))
    @example(waits=[24, 4])
    def test_can_be_used_again(self, attempt, waits):
        """A Timer that is used again measures the latest block alone."""
        seen = attempt.use_one_timer(waits=waits)
        assert seen.durations == [wait / 16 for wait in waits]

    @points(1)
    @given(blocks=a_few(st.tuples(ticks, st.none() | exceptions), least=2))
    @example(blocks=[(1, ValueError("aha")), (24, None)])
    @example(blocks=[(1, KeyboardInterrupt("aha")), (24, None)])
    def test_prints_the_time(self, attempt, blocks):
        """Timer prints one line with the time of each block, also of one that raises."""
        seen = attempt.read_what_is_printed(blocks=blocks)
        assert seen.lines == [f"Operation took {wait / 16:.4f} seconds" for wait, _ in blocks]

    @points(1)
    @given(inside=ticks, writing=ticks)
    @example(inside=1, writing=1)
    def test_printing_takes_no_time(self, attempt, inside, writing):
        """Timer has measured its block before it prints, and prints what it measured."""
        seen = attempt.print_slowly(inside=inside, writing=writing)
        assert seen.duration == inside / 64
        assert seen.printed == f"Operation took {inside / 64:.4f} seconds\n"

    @points(1)
    @examples(3)
    @given(ticks=st.integers(1, 40) | scale(1_000, 10_000_000), count=scale(100, 8_000))
    @example(ticks=16 * 90_061, count=1)
    @example(ticks=1, count=2_000)
    def test_never_tires(self, attempt, ticks, count):
        """Timer measures however many blocks, however long they take."""
        seen = attempt.use_one_timer(waits=[ticks], times=count)
        assert seen.count == count
        assert seen.lines == [f"Operation took {ticks / 16:.4f} seconds"]
        assert seen.total == count * ticks / 16

    @points(1)
    @given(before=ticks, inside=ticks, after=ticks, raises=st.booleans())
    @example(before=1, inside=1, after=1, raises=False)
    @example(before=1, inside=1, after=1, raises=True)
    def test_nests(self, attempt, before, inside, after, raises):
        """Of two Timers, one inside the other's block, each measures its own block."""
        seen = attempt.nest_two_timers(before=before, inside=inside, after=after, raises=raises)
        assert seen.inner == inside / 16
        assert seen.outer == (before + inside + after) / 16


class TestDatabaseTransaction:
    """database_transaction"""

    @public
    @points(1)
    @given(blocks=blocks_that_end(None))
    def test_commits(self, attempt, blocks):
        """database_transaction saves what its block inserted for other connections to see."""
        seen = attempt.execute_in_blocks(blocks=inserts(blocks))
        assert seen.rows == rows_of(name for names, _ in blocks for name in names)

    @points(1)
    @given(blocks=a_few(st.tuples(words, st.booleans()), least=2))
    @example(blocks=[("ada", False), ("bea", True), ("dee", False)])
    def test_rolls_back_after_a_false_exception(self, attempt, blocks):
        """database_transaction undoes its block after any exception, even one that is false in a condition."""
        seen = attempt.raise_silently(blocks=blocks)
        assert seen.rows == rows_of(name for name, raises in blocks if not raises)
        assert seen.ends == [f"Silent({name!r})" if raises else "None" for name, raises in blocks]

    @points(1)
    @examples(30)
    @given(inserts=a_few(st.tuples(paths, words)))
    @example(inserts=[("ab?.db", "ada")])
    @example(inserts=[("ab?mode=ro.db", "ada")])
    @example(inserts=[("ab#.db", "ada"), ("ab.db", "bea")])
    @example(inserts=[("ab%20.db", "ada"), ("ab .db", "bea")])
    @example(inserts=[("ab'.db", "ada")])
    def test_takes_any_path(self, attempt, inserts):
        """database_transaction opens the file at its path, whatever characters are in it."""
        seen = attempt.insert_into_files(inserts=inserts)
        paths = [path for path, _ in inserts]
        until = [inserts[: number + 1] for number in range(len(inserts))]
        assert seen.rows == [
            rows_of(name for other, name in before if other == path) for path, before in zip(paths, until, strict=True)
        ]
        assert seen.files == len(set(paths))

    @points(1)
    @examples(3)
    @given(counts=a_few(scale(100, 20_000) | scale(100, 20_000).map(lambda count: -count), least=2))
    @example(counts=[5_000, -5_000, 1])
    @example(counts=[1, -1] * 50)
    def test_holds_many_changes(self, attempt, counts):
        """database_transaction saves or undoes a block as a whole, however much it inserts."""
        seen = attempt.insert_many(counts=counts)
        kept = [count for count in counts if count > 0]
        assert seen.rows == [(sum(kept), sum(count * (count - 1) // 2 for count in kept) if kept else None)]

    @public
    @points(1)
    @given(blocks=blocks_that_end(None, *errors))
    @example(blocks=[(["ada"], None), (["bea", "abe"], ValueError(0)), (["dee"], None)])
    def test_rolls_back_after_an_error(self, attempt, blocks):
        """database_transaction undoes all that its block inserted if the block raises an error."""
        seen = attempt.execute_in_blocks(blocks=inserts(blocks))
        assert seen.rows == rows_of(name for names, error in blocks if error is None for name in names)

    @points(1)
    @given(blocks=blocks_that_end(None, KeyboardInterrupt, SystemExit, BaseException))
    @example(blocks=[(["ada"], None), (["bea"], KeyboardInterrupt(0)), (["dee"], SystemExit(0))])
    @example(blocks=[(["ada"], None), (["bea"], BaseException(0))])
    def test_rolls_back_after_an_interrupt(self, attempt, blocks):
        """database_transaction undoes all that its block inserted if the block is interrupted."""
        seen = attempt.execute_in_blocks(blocks=inserts(blocks))
        assert seen.rows == rows_of(name for names, error in blocks if error is None for name in names)

    @points(1)
    @given(loads=a_few(st.tuples(a_few(words), st.integers(1, 4)), least=2))
    @example(loads=[(["ada"], 2), (["bea", "abe"], 2), (["dee"], 1)])
    def test_rolls_back_in_a_closed_generator(self, attempt, loads):
        """database_transaction undoes its block if the generator around it is closed early."""
        seen = attempt.insert_step_by_step(loads=loads)
        complete = [names for names, steps in loads if steps > len(names)]
        assert seen.rows == rows_of(name for names in complete for name in names)

    @points(1)
    @given(kind=kinds, message=words, count=counts, position=positions)
    @example(kind="ValueError", message="aha", count=2, position=1)
    @example(kind="KeyboardInterrupt", message="aha", count=2, position=0)
    @example(kind="IntegrityError", message="aha", count=2, position=1)
    @example(kind="OperationalError", message="aha", count=2, position=0)
    def test_passes_the_same_exception_on(self, attempt, kind, message, count, position):
        """database_transaction passes on the very exception that its block raised."""
        position %= count
        seen = attempt.raise_one_of_several(kind=kind, message=message, count=count, position=position)
        assert seen.caught == f"{kind}({message!r})"
        assert seen.positions == [position], "a copy is not the exception that was raised"

    @points(1)
    @given(numbers=a_few(st.integers(1, 999)))
    def test_closes_after_success(self, attempt, numbers):
        """database_transaction closes the connection after a block that reached its end."""
        seen = attempt.execute_in_blocks(blocks=[([f"SELECT 1 + {number}"], None) for number in numbers])
        assert seen.answers == [([[(1 + number,)]], 0) for number in numbers]

    @points(1)
    @given(blocks=a_few(st.tuples(st.integers(1, 999), exceptions)))
    @example(blocks=[(1, ValueError("aha")), (2, KeyboardInterrupt("aha"))])
    def test_closes_after_an_exception(self, attempt, blocks):
        """database_transaction closes the connection after a block that raised."""
        seen = attempt.execute_in_blocks(blocks=[([f"SELECT 1 + {number}"], error) for number, error in blocks])
        assert seen.answers == [([[(1 + number,)]], 0) for number, _ in blocks]

    @points(2)
    @given(blocks=a_few(st.tuples(words, st.booleans()), least=2))
    @example(blocks=[("ada", False), ("bea", True), ("dee", False)])
    def test_survives_a_failed_commit(self, attempt, blocks):
        """database_transaction passes on the error of a failed commit, saves nothing and closes."""
        seen = attempt.refuse_commits(blocks=blocks)
        assert seen.rows == rows_of(name for name, refuses in blocks if not refuses)
        assert seen.refused == [(name, "not authorized") for name, refuses in blocks if refuses]
        assert seen.still_open == [(name, 0) for name, _ in blocks]

    @points(1)
    @given(
        blocks=st.lists(
            st.tuples(identifiers, st.booleans()),
            min_size=2,
            max_size=3,
            unique_by=lambda block: block[0],
        )
    )
    @example(blocks=[("x_ab", True), ("x_cd", False)])
    def test_undoes_new_tables(self, attempt, blocks):
        """database_transaction undoes the tables, too, that a failed block created."""
        steps = [
            ([f"CREATE TABLE {name} (name)"], ValueError("stopped") if raises else None) for name, raises in blocks
        ]
        seen = attempt.execute_in_blocks(blocks=steps, query="SELECT name FROM sqlite_master")
        assert seen.rows == rows_of(["users", *(name for name, raises in blocks if not raises)])

    @points(1)
    @given(blocks=a_few(st.tuples(words, st.booleans()), least=2))
    @example(blocks=[("ada", False), ("bea", True)])
    @example(blocks=[("ada", True), ("bea", False)])
    @example(blocks=[("ada", False), ("bea", True)] * 4)
    def test_nests(self, attempt, blocks):
        """Nested transactions on different files are committed or rolled back each by itself."""
        seen = attempt.nest_transactions(blocks=blocks)
        assert seen.rows == [[] if raises else [(name,)] for name, raises in blocks]


class TestTemporaryAttribute:
    """temporary_attribute"""

    @public
    @points(1)
    @given(
        owner=st.sampled_from(["instance", "class", "module"]),
        name=identifiers,
        value=words,
        temporary=falsy | words,
        count=counts,
        position=positions,
    )
    @example(owner="instance", name="x_ab", value="old", temporary=None, count=2, position=1)
    @example(owner="instance", name="x_ab", value="old", temporary=False, count=2, position=0)
    @example(owner="class", name="x_ab", value="old", temporary="new", count=2, position=1)
    @example(owner="module", name="x_ab", value="old", temporary="new", count=2, position=0)
    def test_changes_the_object(self, attempt, owner, name, value, temporary, count, position):
        """temporary_attribute gives its block the object, whose attribute has the other value."""
        position %= count
        seen = attempt.look_inside(
            owner=owner, name=name, value=value, temporary=temporary, count=count, position=position
        )
        assert seen.inside == [value] * position + [temporary] + [value] * (count - position - 1)
        assert seen.positions == [position], "`with ... as` gives the object whose attribute is changed"

    @public
    @points(1)
    @given(
        values=st.dictionaries(odd_names, falsy | words | a_few(words, most=2), min_size=1, max_size=4),
        temporary=words,
        again=st.sampled_from(["", "newer"]),
    )
    @example(values={"x_ab": None, "x_cd": "abc"}, temporary="new", again="")
    @example(values={"x_ab": 0, "x_cd": "", "x_ef": False}, temporary="new", again="")
    @example(values={"x_ab": "abc"}, temporary="new", again="newer")
    @example(values={"x_ab": ["abc"]}, temporary="new", again="")
    def test_restores_values(self, attempt, values, temporary, again):
        """temporary_attribute puts back the value that was there, be it None or otherwise false."""
        seen = attempt.change_each(values=values, names=list(values), temporary=temporary, again=again)
        assert seen.within == [temporary] * len(values)
        assert seen.afterwards == values
        assert seen.same == list(values), "a copy is not the value that was there"

    @points(1)
    @given(
        values=st.dictionaries(identifiers, words, min_size=1, max_size=3),
        names=a_few(odd_names),
        temporary=words,
        again=st.sampled_from(["", "newer"]),
    )
    @example(values={"x_ab": "abc"}, names=["x_cd"], temporary="new", again="")
    @example(values={"x_ab": "abc"}, names=["x_cd"], temporary="new", again="newer")
    def test_removes_what_was_absent(self, attempt, values, names, temporary, again):
        """temporary_attribute removes an attribute that the object didn't have before."""
        seen = attempt.change_each(values=values, names=names, temporary=temporary, again=again)
        assert seen.within == [temporary] * len(names)
        assert seen.afterwards == values

    @points(1)
    @given(name=identifiers, value=words, temporary=words, later=words, own=st.booleans())
    @example(name="x_ab", value="old", temporary="new", later="later", own=False)
    @example(name="x_ab", value="old", temporary="new", later="later", own=True)
    def test_instance_inherits_again(self, attempt, name, value, temporary, later, own):
        """After temporary_attribute an instance inherits from its class again, if it did before and only then."""
        seen = attempt.change_the_class_later(
            name=name, value=value, temporary=temporary, later=later, of_class=False, own=own
        )
        assert seen.within == temporary
        assert seen.afterwards == value
        assert seen.later == (value if own else later)

    @points(1)
    @given(name=identifiers, value=words, temporary=words, later=words, own=st.booleans())
    @example(name="x_ab", value="old", temporary="new", later="later", own=False)
    @example(name="x_ab", value="old", temporary="new", later="later", own=True)
    def test_class_inherits_again(self, attempt, name, value, temporary, later, own):
        """After temporary_attribute a class inherits from its base again, if it did before and only then."""
        seen = attempt.change_the_class_later(
            name=name, value=value, temporary=temporary, later=later, of_class=True, own=own
        )
        assert seen.within == temporary
        assert seen.afterwards == value
        assert seen.later == (value if own else later)

    @points(1)
    @given(number=st.integers(1, 999), name=words.map(str.title))
    def test_restores_methods_of_a_class(self, attempt, number, name):
        """After temporary_attribute the static and class methods of a class work as before."""
        seen = attempt.change_methods_of_a_class(number=number, name=name)
        assert seen.within == [number, name]
        assert seen.double == 2 * number
        assert seen.title == name

    @points(1)
    @given(
        values=st.dictionaries(identifiers, words, min_size=1, max_size=3),
        name=identifiers,
        temporary=words,
        error=exceptions,
        count=counts,
        position=positions,
    )
    @example({"x_ab": "old"}, "x_ab", "new", ValueError("aha"), 2, 1)
    @example({"x_ab": "old"}, "x_ab", "new", KeyboardInterrupt("aha"), 2, 0)
    @example({"x_ab": "old"}, "x_cd", "new", ValueError("aha"), 2, 0)
    def test_restores_after_an_exception(self, attempt, values, name, temporary, error, count, position):
        """temporary_attribute restores the object after an exception, too, and lets it through."""
        position %= count
        seen = attempt.leave_by_exception(
            values=values,
            name=name,
            temporary=temporary,
            error=error,
            count=count,
            position=position,
        )
        assert seen.within == [temporary]
        assert seen.afterwards == values
        assert seen.caught == [error]
        assert seen.positions == [[position]], "a copy is not the exception that was raised"

    @points(1)
    @given(name=identifiers, value=words, temporaries=a_few(words, least=2))
    @example(name="x_ab", value="old", temporaries=["new", "newer"])
    @example(name="x_ab", value="old", temporaries=["new", "newer"] * 50)
    def test_nests(self, attempt, name, value, temporaries):
        """Nested blocks on the same attribute restore each the value that they found."""
        seen = attempt.nest_changes(name=name, value=value, temporaries=temporaries)
        assert seen.noted == [*temporaries, *temporaries[-2::-1], value]

    @points(1)
    @given(names=st.lists(odd_names, min_size=2, max_size=3, unique=True), count=counts, position=positions)
    @example(names=["x_ab", "x_cd"], count=2, position=1)
    def test_asks_nothing_of_the_object(self, attempt, names, count, position):
        """temporary_attribute restores the object whatever it and its values answer when they are asked."""
        position %= count
        seen = attempt.change_odd_objects(names=names, count=count, position=position)
        assert seen.within == [(name, [count]) for name in names]
        assert seen.afterwards == {name: [position] for name in names[1:]}
