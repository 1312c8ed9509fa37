"""Shards: each attempt belongs to one, a line is whole or nothing, and merging can be done in any order and again."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from grader.cohort import grade
from grader.cohort.engines import shards
from grader.cohort.engines.shards import Shard
from grader.cohort.engines.work import Outcome, Work
from grader.cohort.grade import Wanted
from grader.cohort.gradebook import Gradebook
from grader.cohort.room import Room
from grader.cohort.rows import Fault, Found, Grading, Judgement
from grader.errors import UsageError
from tests.cohort.conftest import NOON


def engine(works: Sequence[Work]) -> Iterator[list[Outcome]]:
    """Judges by looking at the length, and fails at one of nine."""
    for number, one in enumerate(works):
        if number % 9 == 8:
            yield [Fault(one.key, "the judge has ended", at=NOON)]
        else:
            yield [Judgement(one.key, str(len(one.source) % 5), "4", "sealed", b"{}", "", NOON)]


@pytest.fixture
def filled(here: Room) -> Iterator[Gradebook]:
    """A gradebook with forty attempts of forty students, some of them equal."""
    with Gradebook(here.gradebook) as book:
        book.add_students([f"s-{number}" for number in range(40)], NOON)
        for number in range(40):
            book.take(f"s-{number}", "u", NOON, "c", [Found("tiny", f"x = {number % 30}".encode())])
        yield book


def todo(here: Room, book: Gradebook) -> tuple[Grading, list[Work]]:
    by = grade.grading(here, book, "any")
    return by, grade.works(here, book, by, Wanted())


def test_each_piece_of_work_belongs_to_one_shard_whatever_the_order(here: Room, filled: Gradebook) -> None:
    _, works = todo(here, filled)
    assert len(works) == 30, "the same bytes are judged once"
    shuffled = random.Random(1).sample(works, len(works))
    for of in (1, 2, 7):
        parts = [Shard(number, of).mine(works) for number in range(1, of + 1)]
        assert sorted(one.key for part in parts for one in part) == sorted(one.key for one in works)
        assert {one.key for one in Shard(1, of).mine(shuffled)} == {one.key for one in parts[0]}


@pytest.mark.parametrize("text", ["", "0/3", "4/3", "1", "a/b", "1/0", "-1/3", "1/99999"])
def test_what_is_no_shard_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="is no shard"):
        shards.parse(text)


def test_seven_shards_in_any_order_and_twice_make_the_same_gradebook(
    here: Room, filled: Gradebook, tmp_path: Path
) -> None:
    _, works = todo(here, filled)
    paths = []
    for number in range(1, 8):
        paths.append(tmp_path / f"part-{number}.jsonl")
        grade.into_file(paths[-1], Shard(number, 7).mine(works), engine, lambda outcomes: None)
    found = []
    for order in (paths, [*reversed(paths), *paths]):
        with Gradebook(here.folder / f"{len(order)}.db") as book:
            merged = grade.merge(here, book, order)
            found.append((sorted(book.judgements()), sorted(book.faults())))
    assert found[0] == found[1]
    assert sum(one.new for one in merged) == len(found[0][0])
    assert len(found[0][0]) + len(found[0][1]) == 30


def test_a_torn_line_counts_for_nothing_and_is_judged_again(here: Room, filled: Gradebook, tmp_path: Path) -> None:
    _, works = todo(here, filled)
    path = tmp_path / "part.jsonl"
    grade.into_file(path, works[:5], engine, lambda outcomes: None)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    assert [len(shards.read(path)[0]), shards.read(path)[1]] == [4, 1]
    assert grade.into_file(path, works[:5], engine, lambda outcomes: None) == 1
    assert path.read_bytes() == whole


@pytest.mark.parametrize("old", [b'"score":"', b'"sha256":"', b'"attempt":"'])
def test_a_changed_line_counts_for_nothing(here: Room, filled: Gradebook, tmp_path: Path, old: bytes) -> None:
    _, works = todo(here, filled)
    path = tmp_path / "part.jsonl"
    grade.into_file(path, works[:1], engine, lambda outcomes: None)
    path.write_bytes(path.read_bytes().replace(old, old + b"9"))
    assert shards.read(path) == ([], 1)


def test_what_was_judged_by_another_suite_is_refused_whole(here: Room, filled: Gradebook, tmp_path: Path) -> None:
    _, works = todo(here, filled)
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    grade.into_file(good, works[:3], engine, lambda outcomes: None)
    other = Grading(9, {"tiny": "other"}, 7, "0.1.0", "any", NOON)
    key = other.key("tiny", works[0].key.attempt)
    assert key is not None
    grade.into_file(bad, [Work(key, b"")], engine, lambda outcomes: None)
    with pytest.raises(UsageError, match="by another suite"):
        grade.merge(here, filled, [good, bad])
    assert filled.judgements() == {}


def test_what_has_a_judgement_is_not_judged_again(here: Room, filled: Gradebook) -> None:
    _, works = todo(here, filled)
    grade.into_book(filled, works, engine, lambda outcomes: None)
    assert len(filled.judgements()) == 27
    _, again = todo(here, filled)
    assert {one.key for one in again} == filled.faults().keys()


def test_by_default_only_what_may_count_is_judged(here: Room, filled: Gradebook) -> None:
    by, before = todo(here, filled)
    filled.take("s-39", "u", NOON.replace(hour=13), "c2", [Found("tiny", b"newer = 1")])
    filled.take("s-9", "u", NOON.replace(hour=13), "c2", [Found("tiny", b"newer = 2")])
    chosen = grade.works(here, filled, by, Wanted())
    assert len(chosen) == len(before) + 1, "nobody's newest attempt is the old one of these two any more"
    assert len(grade.works(here, filled, by, Wanted(everything=True))) == len(before) + 2
    assert len(grade.works(here, filled, by, Wanted(students=["s-39"]))) == 1
    with pytest.raises(UsageError, match="no topic of this class"):
        grade.works(here, filled, by, Wanted(topics=["none"]))
