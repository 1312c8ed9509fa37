"""The hidden suite of the exercise on generators."""

from itertools import islice

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

TURNS = st.lists(st.integers(0, 1), min_size=2, max_size=8)
SIZES = st.integers(1, 4)
NUMBERS = st.lists(st.integers(-6, 12), min_size=1, max_size=12)
EVENS = st.lists(st.sampled_from(range(2, 20, 2)), min_size=2, max_size=8)
WORDS = st.text("ab", min_size=1, max_size=3)
LENGTHS = st.sampled_from([1, 100])  # of a word that may be long
NAMES = ("a b.txt", "b#1.txt", "c%20.txt", "d.txt", "[d].txt", "$LANG.txt", "~", "{i}.é", "j&k=l.txt")
FATES = [  # the steps of a reader of three lines, whether it is kept after them, and whether its file is open then
    ([], True, False),
    (["ask"], True, True),
    (["ask"], True, True),
    (["ask", "ask", "ask"], True, True),
    (["ask", "ask", "ask", "ask"], True, False),
    (["ask", "close"], True, False),
    (["close"], True, False),
    (["ask", "close", "ask"], True, False),
    (["ask"], False, False),
]
ERRORS = st.builds(
    lambda kind, message: kind(message),
    st.sampled_from(
        [ConnectionError, ValueError, TypeError, IndexError, RuntimeError, KeyboardInterrupt, SystemExit, BaseException]
    ),
    st.text("abc", min_size=1, max_size=4),
)
COUNTS = st.lists(st.integers(1, 3), min_size=2, max_size=4)
KINDS = st.sampled_from(["tuple", "iterator", "bare", "numbered", "keys"])


def fibonacci(count):
    """The first Fibonacci numbers."""
    numbers = [0, 1]
    while len(numbers) < count:
        numbers.append(numbers[-2] + numbers[-1])
    return numbers[:count]


def fibonacci_ending(place):
    """The last nine digits of the Fibonacci number at a place."""
    number, following = 0, 1
    for _ in range(place):
        number, following = following, (number + following) % 10**9
    return number


def text(lines):
    """The content of a file with these lines."""
    return "".join(line + "\n" for line in lines)


def in_pieces(values, counts):
    """The values cut into pieces, as long as there are some."""
    rest = iter(values)
    return [list(islice(rest, count)) for count in counts]


def batched(data, batch_size):
    """The squares of the even items, in lists of batch_size."""
    squares = [item * item for item in data if item % 2 == 0]
    return [squares[i : i + batch_size] for i in range(0, len(squares), batch_size)]


def pulled(data, batch_size):
    """For each batch, the items that have been pulled once it is there."""
    steps, evens = [], 0
    for place, item in enumerate(data, 1):
        evens += item % 2 == 0
        if item % 2 == 0 and evens % batch_size == 0:
            steps.append(data[:place])
    return [*steps, data] if evens % batch_size else steps


def shortened(lines, letter, times):
    """The lines with so many of the letter for each; of a long one, its beginning and its length."""
    lines = [line.replace(letter, letter * times) for line in lines]
    return [line if len(line) < 20 else (line[:9], len(line)) for line in lines]


class TestFibonacciGenerator:
    """fibonacci_generator"""

    @public
    @points(1)
    @given(count=st.integers(1, 20))
    @example(count=1)
    @example(count=7)
    def test_starts_with_zero_and_one(self, attempt, count):
        """fibonacci_generator yields 0 and 1, and then the sum of the two numbers before."""
        seen = attempt.fibonacci_numbers(start=0, count=count)
        assert seen.numbers == fibonacci(count)
        assert seen.kinds == ["int"] * count, "The numbers are ints."

    @points(1)
    @given(start=st.integers(80, 150))
    @example(start=100)
    def test_numbers_stay_exact(self, attempt, start):
        """fibonacci_generator yields exact numbers, however large they are."""
        seen = attempt.fibonacci_numbers(start=start, count=2)
        assert seen.numbers == fibonacci(start + 2)[start:]

    @points(1)
    @examples(3)
    @given(start=scale(5_000, 40_000))
    @example(start=12_000)
    def test_has_no_end(self, attempt, start):
        """fibonacci_generator goes on for as long as numbers are asked for."""
        seen = attempt.fibonacci_endings(start=start, count=2)
        assert seen.taken == start
        assert seen.endings == [fibonacci_ending(start), fibonacci_ending(start + 1)]

    @points(1)
    @given(counts=COUNTS)
    @example(counts=[3, 2])
    def test_goes_on_where_it_stands(self, attempt, counts):
        """A Fibonacci generator that was left for a while goes on with the number that follows."""
        seen = attempt.fibonacci_pieces(counts=counts)
        assert seen.pieces == in_pieces(fibonacci(20), counts)

    @points(1)
    @examples(30)
    @given(turns=st.lists(st.tuples(st.integers(0, 1), scale(1, 1_000)), min_size=2, max_size=6))
    @example(turns=[(0, 4), (1, 2), (0, 1)])
    @example(turns=[(0, 1), (1, 1), (0, 1), (1, 1)])
    @example(turns=[(0, 1), (1, 3_000), (0, 1)])
    def test_generators_are_independent(self, attempt, turns):
        """Two Fibonacci generators each count from 0, whatever the other one has yielded."""
        seen = attempt.fibonacci_turns(turns=turns)
        taken, wanted = [0, 0], []
        for turn, count in turns:
            taken[turn] += count
            wanted.append(fibonacci_ending(taken[turn] - 1))
        assert seen.endings == wanted


class TestReadLargeFile:
    """read_large_file"""

    @public
    @points(1)
    @given(lines=st.lists(st.text("ab", max_size=2), max_size=6), times=LENGTHS)
    @example(lines=["a", "", "b"], times=1)
    @example(lines=[], times=1)
    @example(lines=["a", "", "ba"], times=70_000)
    def test_yields_every_line(self, attempt, lines, times):
        """read_large_file yields the lines in order, blank and long ones too, without the newlines."""
        seen = attempt.read_long(content=text(lines), letter="a", times=times)
        assert seen.lines == shortened(lines, "a", times)

    @points(1)
    @given(ended=st.lists(st.tuples(WORDS, st.sampled_from(["\n", "\r\n"])), min_size=1, max_size=5), times=LENGTHS)
    @example(ended=[("a", "\r\n"), ("b", "\n")], times=1)
    @example(ended=[("a", "\r\n"), ("b", "\r\n")], times=65_535)  # an edge of any block between the two
    def test_removes_either_line_ending(self, attempt, ended, times):
        r"""read_large_file removes \r\n as well as \n from the end of a line."""
        content = "".join(line + ending for line, ending in ended)
        seen = attempt.read_long(content=content, letter="a", times=times)
        assert seen.lines == shortened([line for line, _ in ended], "a", times)

    @points(1)
    @given(lines=st.lists(st.text("a \t\f\v\x1c\x00", max_size=4), min_size=1, max_size=4))
    @example(lines=["  a", "a  ", "\ta\t", " "])
    @example(lines=["a\fa", "a\va", "a\x1ca", "a\x1da", "a\x1ea"])
    @example(lines=["\x00a\x00"])
    def test_keeps_all_but_the_line_ending(self, attempt, lines):
        """read_large_file leaves spaces, tabs and form feeds where they are."""
        seen = attempt.read(content=text(lines))
        assert seen.lines == lines, "only the line ending is no part of a line"

    @points(1)
    @examples(3)
    @given(count=scale(100, 40_000), size=st.integers(0, 20))
    @example(count=10_000, size=1)
    @example(count=2, size=1_000_000)
    def test_reads_many_lines(self, attempt, count, size):
        """read_large_file yields all lines of a file, however many they are and however long."""
        seen = attempt.read_many(count=count, size=size)
        assert seen.count == count
        assert seen.lengths == [size + 7]
        assert seen.sum == count * (count - 1) // 2

    @points(1)
    @given(lines=st.lists(WORDS, min_size=1, max_size=6), counts=COUNTS)
    @example(lines=["a", "b", "aa", "bb"], counts=[1, 2])
    @example(lines=["a", "b"], counts=[3, 2])
    def test_goes_on_where_it_stands(self, attempt, lines, counts):
        """A reader that was left for a while goes on with the line that follows, and never begins again."""
        seen = attempt.read_pieces(content=text(lines), counts=counts)
        assert seen.pieces == in_pieces(lines, counts)

    @points(1)
    @given(lines=st.lists(WORDS, max_size=3), last=WORDS)
    @example(lines=["a"], last="ab")
    def test_yields_the_whole_last_line(self, attempt, lines, last):
        """read_large_file yields a last line that no newline follows, and all of it."""
        seen = attempt.read(content="\n".join([*lines, last]))
        assert seen.lines == [*lines, last]

    @points(1)
    @given(lines=st.lists(st.text("aé€😀\x85\u2028\xa0", max_size=3), min_size=1, max_size=4), times=LENGTHS)
    @example(lines=["é"], times=1)
    @example(lines=["aé"], times=70_000)  # an edge of any block within a letter
    @example(lines=["a\x85a", "a\u2028a", "a\u2029a", "\xa0a\u3000"], times=1)
    def test_reads_utf_8(self, attempt, lines, times):
        """read_large_file reads UTF-8, even where open would choose another encoding."""
        seen = attempt.read_long(content=text(lines), letter="é", times=times)
        assert seen.lines == shortened(lines, "é", times)

    @points(1)
    @given(
        lines=st.lists(WORDS, min_size=3, max_size=5),
        added=st.lists(WORDS, min_size=1, max_size=3),
        dashes=st.just(0),
    )
    @example(lines=["a", "b", "aa"], added=["bb"], dashes=0)
    @example(lines=["a", "b", "aa"], added=["bb"], dashes=2000)
    def test_reads_as_it_goes(self, attempt, lines, added, dashes):
        """read_large_file yields lines, too, that are written while it reads the first ones."""
        seen = attempt.read_growing(content=text(lines), dashes=dashes, added="\n" + text(added))
        assert seen.lines == lines + added

    @points(2)
    @given(names=st.permutations(NAMES))
    @example(names=list(NAMES))
    def test_holds_the_file_open_only_while_reading(self, attempt, names):
        """read_large_file holds its file open while lines are being read, and no longer."""
        fates = sorted((name, *fate) for name, fate in zip(names, FATES, strict=True))
        steps = [(name, step) for name, taken, _, _ in fates for step in taken]
        kept = [name for name, _, is_kept, _ in fates if is_kept]
        seen = attempt.files_left_open(names=sorted(names), steps=steps, kept=kept)
        assert seen.still_open == [name for name, _, _, is_open in fates if is_open]

    @points(1)
    @given(lines=st.lists(WORDS, min_size=1, max_size=4, unique=True), turns=TURNS)
    @example(lines=["a", "b"], turns=[0, 1, 0, 1])
    def test_readers_are_independent(self, attempt, lines, turns):
        """Two readers of one file each yield all of its lines."""
        seen = attempt.read_in_turn(content=text(lines), turns=turns)
        wanted = [iter(lines), iter(lines)]
        assert seen.lines == [next(wanted[turn], None) for turn in turns]

    @public
    @points(1)
    @given(names=st.permutations(NAMES))
    @example(names=list(NAMES))
    def test_reports_a_missing_file(self, attempt, names):
        """read_large_file lets the FileNotFoundError of a missing file through, when the first line is asked for."""
        before, after, never = names[:2], names[2:4], names[4:]
        seen = attempt.read_what_is_there(names=sorted(names), before=before, after=after)
        assert seen.missing == sorted(never), "the error is the one of open, which names the file"
        assert seen.found == [[name] for name in sorted(before + after)]


class TestProcessDataPipeline:
    """process_data_pipeline"""

    @public
    @points(1)
    @given(data=NUMBERS, batch_size=SIZES)
    @example(data=[1, 2, 3, 4, 5, 6, 7], batch_size=2)
    @example(data=[2, 4, 6, 8], batch_size=2)
    @example(data=[-2, 0], batch_size=3)
    @example(data=[], batch_size=2)
    @example(data=[2] * 301, batch_size=300)
    @example(data=[2**53 + 1, 2**53 + 2], batch_size=1)
    def test_batches_the_squares_of_even_items(self, attempt, data, batch_size):
        """process_data_pipeline yields the squares of the even items in lists of batch_size."""
        seen = attempt.batches(data=data, options={"batch_size": batch_size})
        assert seen.batches == batched(data, batch_size)

    @public
    @points(1)
    @given(length=st.integers(10, 60))
    @example(length=60)
    def test_batches_hold_ten_by_default(self, attempt, length):
        """process_data_pipeline puts ten squares into a list if no batch_size is given."""
        data = list(range(length))
        seen = attempt.batches(data=data, options={})
        assert seen.batches == batched(data, 10)

    @points(1)
    @given(data=st.lists(st.integers(10**9, 10**12), min_size=1, max_size=4))
    @example(data=[10**100])
    @example(data=[2 * (10**9 + 7)])
    def test_squares_are_exact(self, attempt, data):
        """process_data_pipeline squares large numbers exactly."""
        seen = attempt.batches(data=data, options={"batch_size": 2})
        assert seen.batches == batched(data, 2)

    @points(1)
    @given(data=NUMBERS, batch_size=SIZES, kind=KINDS)
    @example(data=[1, 2, 3, 4], batch_size=1, kind="bare")
    @example(data=[1, 2, 3, 4], batch_size=1, kind="numbered")
    @example(data=[], batch_size=1, kind="bare")
    def test_takes_any_iterable(self, attempt, data, batch_size, kind):
        """process_data_pipeline takes whatever can be iterated, even if it can do nothing else."""
        data = list(dict.fromkeys(data))
        seen = attempt.batches_of_a_kind(kind=kind, data=data, batch_size=batch_size)
        assert seen.batches == batched(data, batch_size)

    @points(1)
    @examples(3)
    @given(count=scale(1_000, 60_000), first=st.integers(0, 9), batch_size=scale(1, 60_000))
    @example(count=10_000, first=0, batch_size=1)
    @example(count=10_000, first=0, batch_size=2_000)
    def test_goes_on_for_as_long_as_the_data(self, attempt, count, first, batch_size):
        """process_data_pipeline squares all even items and fills each batch, however many they are."""
        seen = attempt.batches_of_many(count=count, first=first, batch_size=batch_size)
        evens = [number for number in range(first, first + count) if number % 2 == 0]
        full, rest = divmod(len(evens), batch_size)
        assert seen.count == full + (rest > 0)
        assert seen.sizes == sorted({size for size in (rest, batch_size if full else 0) if size})
        assert seen.sum == sum(number * number for number in evens)

    @points(1)
    @given(data=NUMBERS, batch_size=SIZES, counts=COUNTS)
    @example(data=[2, 4, 6, 8], batch_size=1, counts=[1, 2])
    @example(data=[2, 4, 6, 8], batch_size=2, counts=[1, 3, 1])
    def test_goes_on_where_it_stands(self, attempt, data, batch_size, counts):
        """A pipeline that was left for a while goes on with the batch that follows, and never begins again."""
        seen = attempt.batch_pieces(data=data, batch_size=batch_size, counts=counts)
        assert seen.pieces == in_pieces(batched(data, batch_size), counts)

    @points(1)
    @given(data=NUMBERS, batch_size=SIZES)
    @example(data=[1, 2, 3, 4, 5, 6, 7, 8, 9], batch_size=2)
    @example(data=[2, 4, 6], batch_size=1)
    def test_pulls_no_item_before_it_is_needed(self, attempt, data, batch_size):
        """process_data_pipeline pulls an item only when the next list can't do without it."""
        seen = attempt.pulls(data=data, batch_size=batch_size)
        assert seen.at_the_call == []
        assert seen.up_to_each_batch == pulled(data, batch_size)

    @points(1)
    @given(data=NUMBERS.map(lambda numbers: [2, *numbers]), batch_size=SIZES)
    @example(data=[2, 4, 5, 6], batch_size=1)
    def test_leaves_the_rest_in_the_stream(self, attempt, data, batch_size):
        """process_data_pipeline leaves what it does not need to whoever else reads the stream."""
        seen = attempt.left_in_the_stream(data=data, batch_size=batch_size)
        needed = len(pulled(data, batch_size)[0])
        assert seen.batch == batched(data, batch_size)[0]
        assert seen.left == data[needed:]

    @points(1)
    @given(data=NUMBERS, batch_size=SIZES, times=st.just(1))
    @example(data=[1, 2, 4, 6], batch_size=2, times=1)
    @example(data=[2, 4], batch_size=1, times=1000)
    def test_goes_through_a_stream_once(self, attempt, data, batch_size, times):
        """process_data_pipeline accepts items that can be gone through only once, however many they are."""
        seen = attempt.batches_of_a_stream(data=data, batch_size=batch_size, times=times)
        assert seen.batches == batched(data * times, batch_size)

    @points(1)
    @given(data=EVENS, batch_size=SIZES, count=st.integers(0, 2), marks=st.lists(st.integers(-9, -1), max_size=2))
    @example(data=[2, 4, 6], batch_size=2, count=0, marks=[-1])
    @example(data=[2, 4, 6, 8], batch_size=3, count=2, marks=[])
    @example(data=[2, 4, 6], batch_size=2, count=2, marks=[])
    def test_each_batch_is_a_list_of_its_own(self, attempt, data, batch_size, count, marks):
        """process_data_pipeline never touches or looks at a list again that it has yielded."""
        seen = attempt.changed_batches(data=data, batch_size=batch_size, count=count, marks=marks)
        assert seen.kept == [[*marks, *batch[count:]] for batch in batched(data, batch_size)]

    @public
    @points(1)
    @given(sizes=st.permutations(range(-3, 4)))
    @example(sizes=[1, 0, 2, -1, 3, -2, -3])
    def test_refuses_a_batch_size_below_one_at_the_call(self, attempt, sizes):
        """process_data_pipeline raises ValueError at the call when batch_size is below 1."""
        seen = attempt.refused_sizes(sizes=sizes)
        assert seen.refused == [size for size in sizes if size < 1]

    @points(1)
    @given(
        data=NUMBERS,
        batch_size=SIZES,
        error=ERRORS,
        position=st.integers(0, 2),
    )
    @example(data=[2, 4, 6], batch_size=2, error=ConnectionError("abc"), position=0)
    @example(data=[2, 4, 6], batch_size=2, error=ValueError("abc"), position=1)
    @example(data=[2, 4, 6], batch_size=2, error=TypeError("abc"), position=2)
    def test_passes_an_error_of_the_source_on(self, attempt, data, batch_size, error, position):
        """process_data_pipeline passes an error of its source on, after the complete lists."""
        seen = attempt.batches_before_an_error(data=data, batch_size=batch_size, error=error, position=position)
        complete = [batch for batch in batched(data, batch_size) if len(batch) == batch_size]
        assert seen.outcome == ("raised", error)
        assert seen.which == [position], "A copy is not the error that was raised."
        assert seen.received == complete
        assert seen.later == [], "The squares of an unfinished list are lost."

    @points(1)
    @given(left=EVENS, right=EVENS, batch_size=SIZES, turns=TURNS)
    @example(left=[2, 4, 6], right=[8, 10, 12], batch_size=2, turns=[0, 1, 0, 1])
    def test_pipelines_are_independent(self, attempt, left, right, batch_size, turns):
        """Two pipelines each yield the batches of their own data."""
        seen = attempt.pipeline_turns(left=left, right=right, batch_size=batch_size, turns=turns)
        wanted = [iter(batched(left, batch_size)), iter(batched(right, batch_size))]
        assert seen.batches == [next(wanted[turn], None) for turn in turns]
