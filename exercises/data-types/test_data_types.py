"""The hidden suite of the exercise on data types."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from hypothesis import example, given
from hypothesis import strategies as st

from grader.suite import examples, points, public, scale

NUMBERS = st.lists(st.integers(-9, 9) | st.integers(-(10**400), 10**400), max_size=6)
TEXTS = st.text("a1", max_size=2)
OTHERS = (
    st.booleans()
    | st.none()
    | TEXTS
    | st.sampled_from([b"1", {1: 2}, {3}, 1e30])
    | st.integers(-9, 9).map(lambda n: n / 4)
    | st.lists(st.integers(0, 3))
)
NO_INTS = st.integers(-9, 9).map(Decimal) | st.integers(-9, 9).map(Fraction) | st.integers(-9, 9).map(complex)
MIXED = st.lists(st.integers(-3, 9) | OTHERS | OTHERS.map(lambda one: (one,)) | NO_INTS, max_size=7)
KINDS = st.sampled_from(["list", "tuple", "iterator", "bare", "numbered"])


def exactly(number, places):
    """The number that has so many places behind the point."""
    return Decimal(number).scaleb(-places)


CENTS = st.integers(0, 99_999).map(lambda n: exactly(n, 2))
AMOUNTS = st.integers(0, 10**16 - 1).map(lambda n: exactly(n, 4)) | st.integers(0, 999).map(lambda n: exactly(n, 3))
PRICES = (
    (CENTS | AMOUNTS)
    | (CENTS | AMOUNTS).map(lambda amount: format(amount, "f"))
    | st.integers(0, 999)
    | (CENTS | AMOUNTS).map(float)
    | CENTS.map(Decimal.normalize)
    | st.integers(0, 9_999).map(lambda n: n / 1000)
    | st.integers(10**11, 10**12 - 1).map(lambda n: float(f"{n}.{n % 100:02}5"))
)
HUNDREDTHS = CENTS | st.sampled_from([0, 5, 7.5, 8.25, 19, 100]).map(lambda n: Decimal(str(n)))
PERCENT = (
    HUNDREDTHS | HUNDREDTHS.map(float) | HUNDREDTHS.map(str) | HUNDREDTHS.map(Decimal.normalize) | HUNDREDTHS.map(int)
)

SETTING = st.sampled_from([None, None, 0, False, "", [], 0.0, 1, "on", [2], {}, {"a": 1}, {"b": None}])
KEY = st.sampled_from(["a", "b", "c", "", 7, None, (1, 2)])
DICTIONARIES = st.lists(st.tuples(KEY, SETTING), max_size=5).map(dict)
ITEM = st.sampled_from(
    ["1", "", "ab", 1, 2, 2.5, None, (), (1,), (1, 2), ("1",), frozenset([1]), frozenset([1, 2]), -1, -2, 2.0, 0]
)
ITEMS = st.lists(ITEM, max_size=7)

CELL = st.sampled_from([0, 1, 7, "x", ".", None, True, 2.5, Decimal(1)])
FILL = st.just(()) | st.tuples(CELL)
ROWS = st.lists(CELL, max_size=3) | st.lists(CELL, max_size=3).map(tuple)
BOARDS = st.lists(ROWS, max_size=4) | st.lists(ROWS, max_size=4).map(tuple)
INDEX = st.integers(-5, 4)
PLACES = st.lists(st.tuples(INDEX, INDEX), min_size=1, max_size=6)


def figures(numbers):
    return {
        "count": len(numbers),
        "sum": sum(numbers),
        "min": min(numbers, default=None),
        "max": max(numbers, default=None),
    }


def whole(items):
    return [item for item in items if type(item) is int]


def to_pay(prices, percent):
    """The exact total, and then half a cent more cut to cents."""
    total = sum(Fraction(str(one)) for one in prices) * (100 + Fraction(str(percent)))
    cents = floor(total + Fraction(1, 2))
    return exactly(cents, 2)


def shared(first, second):
    there = list(second)  # a text is asked for its letters, not for pieces
    return [item for place, item in enumerate(first) if item in there and item not in first[:place]]


@st.composite
def boards_and_places(draw):
    """A board with a cell at least, and the place of one of its cells, from either end."""
    kind, row_kinds = st.sampled_from([list, tuple]), st.sampled_from([list, tuple])
    rows = draw(st.lists(st.lists(CELL, max_size=3), max_size=2))
    row = draw(st.integers(0, len(rows)))
    rows.insert(row, draw(st.lists(CELL, min_size=1, max_size=3)))
    board = draw(kind)(draw(row_kinds)(row) for row in rows)
    row -= draw(st.sampled_from([0, len(board)]))
    return board, (row, draw(st.integers(-len(board[row]), len(board[row]) - 1)))


def changed(board, place, value):
    """The board with this value in that place."""
    rows = [list(row) for row in board]
    rows[place[0]][place[1]] = value
    return type(board)(type(old)(new) for old, new in zip(board, rows, strict=True))


def marked(board, mark):
    """The board with a mark at the end of each of its lists."""
    rows = [[*row, mark] if isinstance(row, list) else row for row in board]
    return [*rows, mark] if isinstance(board, list) else tuple(rows)


def is_there(board, place):
    return -len(board) <= place[0] < len(board) and -len(board[place[0]]) <= place[1] < len(board[place[0]])


class TestProcessItems:
    """process_items"""

    @points(3)
    @given(kind=KINDS, items=MIXED)
    @example(kind="list", items=[4, True, "7", 2.5, 4, None, -1])
    @example(kind="list", items=[True, False, 1, 0])
    @example(kind="iterator", items=[3, 5])
    @example(kind="bare", items=[0, 5])
    @example(kind="list", items=[])
    @example(kind="tuple", items=[True, 2.5])
    @example(kind="numbered", items=[7, b"1", {5: 8}, {9}, 4])
    @example(kind="list", items=[7, 4, 5])
    @example(kind="list", items=[Decimal(3), Fraction(4), 5])
    @public
    def test_counts_whole_numbers_only(self, attempt, kind, items):
        """process_items gives count, sum, min and max of the ints among the items, True and False left out."""
        seen = attempt.process(kind=kind, items=items)
        assert seen.figures == figures(whole(items))
        assert seen.left == (items if kind == "list" else []), "Nobody asked for the items to be changed."

    @given(numbers=NUMBERS)
    @example(numbers=[10**30 + 1, 10**30])
    @example(numbers=[-(10**30)])
    @example(numbers=[-7, -8])
    @example(numbers=[0, 1, 1])
    def test_is_exact_among_whatever_else(self, attempt, numbers):
        """Numbers may be of any size, and stand beside objects that equal everything."""
        seen = attempt.process_among_objects(numbers=numbers)
        assert seen.figures == figures(numbers)
        assert seen.left == numbers, "Nobody asked for the list to be changed."

    @examples(4)
    @given(first=st.integers(-9, 9), count=scale(1_000, 60_000))
    @example(first=1, count=40_000)
    def test_takes_many_items(self, attempt, first, count):
        """process_items takes any number of items."""
        result = attempt.process_many(first=first, count=count)
        assert result == figures(range(first, first + count))


class TestTotalPrice:
    """total_price"""

    @points(2)
    @given(kind=KINDS, bills=st.lists(st.lists(PRICES, max_size=4), min_size=1, max_size=2))
    @example(kind="list", bills=[["19.99", 5, 0.1], [0.1, 0.2, Decimal("0.3")]])
    @example(kind="list", bills=[["999999999999.9999", "999999999999.99", "0.01"]])
    @example(kind="iterator", bills=[[1.005]])
    @example(kind="list", bills=[[123456789012.0549], [813009608187.945, Decimal("1E+1"), "0.5"]])
    @example(kind="tuple", bills=[[2.675, "2.675"], []])
    @public
    def test_adds_exactly(self, attempt, kind, bills):
        """total_price adds up texts, ints, floats and Decimals exactly, a float as the number that Python shows."""
        seen = attempt.price(kind=kind, bills=bills, percent={})
        assert seen.totals == [to_pay(prices, 0) for prices in bills]
        assert seen.left == [prices for prices in bills if kind == "list"], "Nobody asked for the prices to be changed."

    @points(2)
    @given(prices=st.lists(PRICES, min_size=1, max_size=4), percent=PERCENT)
    @example(prices=["0.10"], percent=5)
    @example(prices=["0.10"], percent="5")
    @example(prices=["0.30"], percent=5.0)
    @example(prices=["5"], percent=5.3)
    @example(prices=["0.004", "0.004"], percent=0)
    @example(prices=["0.05", "0.05", "0.05"], percent="8.25")
    @example(prices=["0.0238"], percent=5)
    @example(prices=[3, 4.5], percent=Decimal("1E+1"))
    @example(prices=["1"], percent=0.07)
    @example(prices=["3.9753"], percent="28.92")
    @example(prices=["966585404904.6823"] * 40, percent="989.41")
    def test_rounds_the_result_alone(self, attempt, prices, percent):
        """total_price adds the tax and rounds once, at the end, half a cent up."""
        seen = attempt.price(kind="list", bills=[prices], percent={"percent": percent})
        assert seen.totals == [to_pay(prices, percent)]

    @given(prices=st.lists(PRICES, max_size=3), percent=st.sampled_from([{}, {"percent": 0}, {"percent": "100"}]))
    @example(prices=[], percent={})
    @example(prices=[5, "2.5"], percent={})
    @example(prices=["0.0001"], percent={})
    @example(prices=[0.005, 0.31], percent={})
    @example(prices=["0.285", "0.03"], percent={})
    def test_has_two_places(self, attempt, prices, percent):
        """A total is a Decimal with two places behind the point, also where they are zero."""
        seen = attempt.price(kind="list", bills=[prices], percent=percent)
        totals = [to_pay(prices, percent.get("percent", 0))]
        assert seen.written == [str(total) for total in totals]
        assert seen.totals == totals

    @examples(3)
    @given(cents=st.integers(1, 999), count=scale(1_000, 30_000))
    @example(cents=7, count=20_000)
    def test_takes_many_prices(self, attempt, cents, count):
        """total_price adds up any number of prices, and leaves them as they are."""
        seen = attempt.price_many(cents=cents, count=count)
        assert seen.total == exactly(cents + count, 2)
        assert seen.left == count + (cents == 1), "Nobody asked for the prices to be changed."


class TestMerging:
    """with_defaults and in_common"""

    @points(2)
    @given(settings=DICTIONARIES, defaults=DICTIONARIES)
    @example(settings={"a": None, "b": 0, "c": None}, defaults={"a": 1, "b": 2})
    @example(settings={"c": 1, "b": 2, "a": ""}, defaults={"a": 1, "b": None, "d": None})
    @example(settings={"a": False, "b": [], "c": 0.0}, defaults={"a": 1, "b": 1, "c": 1})
    @example(settings={None: 1, 7: None}, defaults={7: 0, "": 2})
    @example(settings={"a": {"a": 1}}, defaults={"a": {"b": 2}})
    @example(settings={}, defaults={"b": 1, "a": 2})
    @example(settings={"b": 1, "a": 2}, defaults={})
    @public
    def test_takes_what_was_set(self, attempt, settings, defaults):
        """A setting goes before its default unless it is None, and the keys of the defaults come first, in order."""
        seen = attempt.merge(settings=settings, defaults=defaults)
        given = {key: value for key, value in settings.items() if value is not None}
        assert seen.pairs == list((defaults | given).items())
        assert seen.settings == list(settings.items()), "Nobody asked for the settings to be changed."
        assert seen.defaults == list(defaults.items()), "Nobody asked for the defaults to be changed."

    @given(pairs=st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), min_size=1, max_size=6))
    @example(pairs=[(place, place - 1) for place in range(1, 10)])
    @example(pairs=[(4, 10), (10, 4), (12, 13), (0, 12), (0, 4), (0, 7), (7, 0), (0, 6)])
    def test_keeps_the_very_objects(self, attempt, pairs):
        """Whatever is not None is a setting; it or its default is kept, the very object, however that compares."""
        seen = attempt.merge_things(pairs=pairs)
        assert seen.places == [[setting or default] for setting, default in pairs]

    @points(2)
    @given(kind=KINDS, first=ITEMS, second=ITEMS)
    @example(kind="list", first=["tea", "milk", "tea", "rum"], second=["rum", "tea"])
    @example(kind="iterator", first=["b", "a", "c", "b"], second=["a", "b", "b"])
    @example(kind="bare", first=[None, (1,), "1", 1], second=[1, None, "(1,)"])
    @example(kind="numbered", first=[-1, 0, -2], second=[-2, 2**61 - 1, 2.0])
    @example(kind="tuple", first=[(1, 2), frozenset([1, 2])], second=[(1,), (1, 2), frozenset([2, 1])])
    @public
    def test_keeps_the_order_of_the_first(self, attempt, kind, first, second):
        """in_common gives each item that is in both once, in the order of the first."""
        items = attempt.share(kind=kind, first=first, second=second)
        assert items == shared(first, second)

    @given(first=ITEMS, second=st.lists(ITEM, max_size=5))
    @example(first=["b", "a", "b"], second=["a", "b"])
    def test_leaves_both_as_they_are(self, attempt, first, second):
        """in_common takes nothing from a list or a set that it is given."""
        seen = attempt.share_and_look(first=first, second=second)
        assert seen.common == shared(first, second)
        assert seen.first == first
        assert seen.second == set(second)

    @given(first=ITEMS | st.text("ab1", max_size=4), second=st.text("ab1", max_size=3))
    @example(first=["ab", "", "b", 1, "a"], second="abc")
    @example(first="abba1", second="1ab")
    def test_takes_the_letters_of_a_text(self, attempt, first, second):
        """The items of a text are its letters, whatever else can be found in it."""
        common = attempt.share_with_text(first=first, second=second)
        assert common == shared(first, second)

    @examples(4)
    @given(size=scale(500, 4_000), step=st.integers(2, 5))
    @example(size=1_000, step=2)
    def test_looks_items_up(self, attempt, size, step):
        """in_common looks items up: for twice as many it compares twice as often."""
        seen = attempt.share_counted(size=size, step=step)
        assert seen.common == list(range(0, size, step))
        assert seen.comparisons <= 10 * size


class TestBoards:
    """make_board and put"""

    @points(3)
    @given(size=st.tuples(st.integers(0, 4), st.integers(0, 4)), fill=FILL, data=PLACES, again=FILL)
    @example(size=(2, 3), fill=(".",), data=[(0, 0)], again=(".",))
    @example(size=(3, 2), fill=(), data=[(2, 1), (0, 0)], again=())
    @example(size=(0, 3), fill=(".",), data=[], again=(".",))
    @example(size=(2, 0), fill=(".",), data=[], again=(".",))
    @example(size=(1, 2), fill=(1,), data=[], again=(True,))
    @public
    def test_rows_are_lists_of_their_own(self, attempt, size, fill, data, again):
        """A board has as many rows and cells as was asked for, and what is written into a row is in no other one."""
        height, width = size
        cells = [(row % height, column % width, f"{row}{column}") for row, column in data if height and width]
        seen = attempt.fill_board(size=size, fill=fill, cells=cells, again=again)
        wanted, other = ([[*cell, None][:1] * width for _ in range(height)] for cell in (fill, again))
        for row, column, value in cells:
            wanted[row][column] = value
        assert seen.board == marked(wanted, "+")
        assert seen.other == other

    @points(2)
    @given(given=boards_and_places(), value=CELL | st.integers(10, 99))
    @example(given=([["a", "b"], ["c"]], (0, -1)), value=10)
    @example(given=((["a"], ("b", "c")), (-1, 0)), value=11)
    @example(given=([("a", "b"), ["c"]], (0, 1)), value=12)
    @example(given=([[1, 1], [1, 1]], (1, 1)), value=13)
    @example(given=([[1, 2]], (0, 0)), value=True)
    @public
    def test_puts_one_value(self, attempt, given, value):
        """put changes one cell, counted from either end, and each list stays a list and each tuple a tuple."""
        board, place = given
        new = attempt.put_in(board=board, row=place[0], column=place[1], value=value)
        assert new == changed(board, place, value)

    @points(2)
    @given(given=boards_and_places(), value=CELL, mark=st.sampled_from("!?"))
    @example(given=([[1], [2, 3]], (0, 0)), value=1, mark="!")
    @example(given=([[1], [], [2, 3]], (0, 0)), value=10, mark="!")
    @example(given=(([1], [2, 3]), (1, 0)), value=11, mark="!")
    @example(given=([(1,), (2, 3)], (1, 0)), value=12, mark="!")
    def test_shares_no_list(self, attempt, given, value, mark):
        """What is done to a board later can't be seen in the one that it was made from, nor the other way round."""
        board, place = given
        seen = attempt.put_apart(board=board, place=place, value=value, mark=mark)
        new = changed(board, place, value)
        assert seen.board == marked(board, mark)
        assert seen.first == marked(new, mark)
        assert seen.second == new

    @given(
        row=st.lists(CELL, min_size=1, max_size=3).flatmap(lambda row: st.sampled_from([row, tuple(row)])),
        height=st.integers(2, 3),
        place=st.tuples(INDEX, INDEX),
    )
    @example(row=[0, 0], height=3, place=(1, 0))
    def test_changes_one_of_equal_rows(self, attempt, row, height, place):
        """put changes one cell, also where one list is several rows of the old board."""
        place = place[0] % height, place[1] % len(row)
        board = attempt.put_on_shared_rows(row=row, height=height, place=place, value="new")
        assert board == changed([row] * height, place, "new")

    @given(board=BOARDS, places=PLACES, value=CELL)
    @example(board=[["a", "b"], ["c"]], places=[(1, 0), (1, 1), (2, 0), (-3, 0), (-2, -2), (-2, -3)], value=10)
    @example(board=(), places=[(0, 0), (-1, 0)], value=11)
    def test_refuses_cells_that_are_not_there(self, attempt, board, places, value):
        """put raises IndexError for a row or a column that is not there, at either end."""
        seen = attempt.put_in_places(board=board, places=places, value=value)
        assert seen.refused == [place for place in places if not is_there(board, place)]
        assert seen.boards == [changed(board, place, value) for place in places if is_there(board, place)]
