"""Copies are found, honest work is not, and what everybody has says nothing."""

import pytest

from grader.cohort import prints, similar
from grader.cohort.similar import Work, find
from tests.cohort.copies import commented, renamed, reordered
from tests.conftest import ROOT, reference

FOLDER = ROOT / "exercises" / "decorators"
STUB = (FOLDER / "decorators.py").read_bytes()
HONEST = {path.stem: path.read_bytes() for path in sorted((FOLDER / "right").glob("*.py"))}
ORIGINAL = HONEST["by_hand"].decode()


def honest() -> list[Work]:
    return [Work((name,), source) for name, source in HONEST.items()]


def pairs(works: list[Work]) -> list[set[str]]:
    return [{*pair.one.who, *pair.other.who} for pair in find(works, [STUB]).pairs]


def kinds(source: bytes) -> list[int]:
    return [token.kind for token in prints.read(source).tokens]


class TestCopies:
    @pytest.mark.parametrize("change", [renamed, reordered, commented], ids=lambda one: one.__name__)
    def test_a_copy_is_found(self, change):
        copy = change(ORIGINAL)
        assert copy != ORIGINAL
        assert {"by_hand", "copy"} in pairs([*honest(), Work(("copy",), copy.encode())])

    def test_a_copy_with_all_of_it(self):
        copy = commented(reordered(renamed(ORIGINAL)))
        found = find([*honest(), Work(("copy",), copy.encode())], [STUB])
        assert {*found.pairs[0].one.who, *found.pairs[0].other.who} == {"by_hand", "copy"}
        assert found.pairs[0].share > 0.7

    def test_part_of_it_is_shown_line_by_line(self):
        lines = ORIGINAL.splitlines()
        found = find([*honest(), Work(("copy",), renamed(ORIGINAL).encode())], [STUB])
        shown = "\n".join(lines[number - 1] for number in sorted(found.pairs[0].lines))
        assert "def " in shown
        assert all(1 <= number <= len(lines) for number in found.pairs[0].lines)

    def test_three_hang_together(self):
        copies = [Work((name,), change(ORIGINAL).encode()) for name, change in (("a", renamed), ("b", reordered))]
        found = find([*honest(), *copies], [STUB])
        assert [{who for work in group for who in work.who} for group in found.clusters] == [{"by_hand", "a", "b"}]

    def test_another_year(self):
        works = [Work(("now",), renamed(ORIGINAL).encode()), Work(("then",), ORIGINAL.encode(), "2025")]
        assert pairs(works) == [{"now", "then"}]

    def test_two_of_another_year_are_none_of_our_business(self):
        works = [Work((name,), source.encode(), "2025") for name, source in (("a", ORIGINAL), ("b", renamed(ORIGINAL)))]
        assert pairs(works) == []


class TestHonest:
    def test_no_honest_pair_is_shown(self):
        assert pairs([*honest(), Work(("reference",), reference("decorators").read_bytes())]) == []

    def test_the_stub_says_nothing(self):
        assert pairs([Work((name,), STUB + f"\nx = {name!r}\n".encode()) for name in "abc"]) == []

    def test_what_much_of_the_class_has_says_nothing(self):
        works = [Work((f"{number}",), f"{ORIGINAL}\nx = {number}\n".encode()) for number in range(30)]
        assert pairs(works) == []

    def test_a_class_of_alike_works_has_a_higher_limit(self, monkeypatch):
        monkeypatch.setattr(similar, "OFTEN", 2.0)  # so that what all share is left in
        lines = [
            f"def f{one}(a):\n    return [b for b in a if b {op} {one}]\n" for one, op in enumerate("<>+-*/%&|^" * 2)
        ]
        works = [Work((f"{one}",), "".join(lines[: 12 + one % 7]).encode()) for one in range(21)]
        found = find([Work(one.who, one.source + f"x{one.who[0]} = 1\n".encode()) for one in works], [])
        assert found.usual > similar.LEAST
        assert found.limit > similar.LEAST

    def test_nobody(self):
        found = find([], [])
        assert (found.pairs, found.same, found.clusters, found.works) == ((), (), (), 0)


class TestSame:
    def test_the_same_bytes_are_one_work_of_several(self):
        found = find([Work(("a",), STUB), Work(("b",), STUB), Work(("a",), STUB)], [STUB])
        assert [one.who for one in found.same] == [("a", "b")]
        assert (found.pairs, found.works) == ((), 1)


class TestPrints:
    def test_names_literals_comments_and_docstrings_are_nothing(self):
        one = b'def f(a, b=1):\n    """Says."""\n    return a + b + "x"\n'
        other = b"def  g(x,  y = 20):  # so\n\n    return x + y + 'abc'\n"
        assert kinds(one) == kinds(other) != []

    def test_a_string_that_does_something_stays(self):
        assert len(prints.read(b"x = 'a'\n").tokens) == 3
        assert len(prints.read(b"'a'.join(x)\n").tokens) == 6
        assert prints.read(b"'''a'''\n").tokens == ()

    def test_an_f_string_is_one_string(self):
        kinds = [
            [token.kind for token in prints.read(text).tokens]
            for text in (b"x = f'{a + b} {c!r:>{d}}'\n", b"x = 'a'\n")
        ]
        assert kinds[0] == kinds[1]

    def test_what_can_not_be_read_counts_up_to_there(self):
        text = prints.read(ORIGINAL.encode() + b"\nx = (\n")
        assert not text.whole
        assert len(text.tokens) > 50
        work = Work(("a",), ORIGINAL.encode() + b"\nx = (\n")
        assert [one.who for one in find([work], []).broken] == [("a",)]

    @pytest.mark.parametrize("source", [b"", b"\xff\xfe", b"\0", b"'''", b"  x\n y\n", b"(" * 100_000, b"\x0c\r\r\n"])
    def test_nothing_is_too_odd_to_be_read(self, source):
        assert prints.read(source).prints is not None

    def test_nineteen_tokens_in_common_are_a_print_in_common(self):
        shared = b"for a in b: c[a] = d(a) + e if f else g[h:i]\n"
        texts = [
            prints.read(before + shared + after) for before, after in ((b"", b"x = 1\n" * 9), (b"y(1)\n" * 9, b""))
        ]
        assert texts[0].prints & texts[1].prints
