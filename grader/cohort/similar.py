"""Attempts that are more alike than the class is: whom a person should look at, and never a proof of anything.

What the exercise gives to everybody, and what much of the class shares, is taken out first. What is left is compared,
each attempt with each other one, with those of other years and with the reference; a pair is shown if it has enough
in common, and more than is usual for this exercise in this class, since short exercises make honest work alike.
"""

import hashlib
import itertools
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from grader.cohort.prints import Text, read

OFTEN = 0.3  # of the class: what so many have is nobody's own
OFTEN_AT_LEAST = 10  # attempts, in a small class
ENOUGH = 8  # prints in common, which are some five lines
LEAST = 0.6  # of the prints: honest pairs stay below that where an exercise leaves any choice
TELLING = 20  # works from which on the class itself says what is usual
MOST = 0.95  # from here on a pair is shown, whatever is usual
UNUSUAL = 4.0  # deviations from what is usual
_TO_DEVIATIONS = 1.4826  # of a median of distances, as if they were normal


@dataclass(frozen=True)
class Work:
    """One attempt: whose it is, where it comes from (empty for the class itself), and its bytes."""

    who: tuple[str, ...]
    source: bytes
    origin: str = ""


@dataclass(frozen=True)
class Pair:
    """Two works: how many prints they share, how many each has, and the lines that hold them."""

    one: Work
    other: Work
    shared: int
    ones: int
    others: int
    lines: frozenset[int]
    others_lines: frozenset[int]

    @property
    def share(self) -> float:
        """How much of both is in common, from 0 to 1 (Dice's coefficient)."""
        return 2 * self.shared / (self.ones + self.others)


@dataclass(frozen=True)
class Found:
    """What a person should look at. `usual` is how alike an attempt and the one nearest to it are in the middle of the
    class, `limit` from where on a pair is shown.
    """

    same: tuple[Work, ...]  # each is handed in by several, byte for byte
    pairs: tuple[Pair, ...]  # the most alike first
    clusters: tuple[tuple[Work, ...], ...]  # who hangs together by such pairs; the largest first
    broken: tuple[Work, ...]  # read up to their first error alone
    works: int
    usual: float
    limit: float


@dataclass(frozen=True)
class _Known:
    """A work, its text, and the prints that are its own."""

    work: Work
    text: Text
    prints: frozenset[int]


def together(works: Iterable[Work]) -> list[Work]:
    """The same bytes once, with all who handed them in; in the order of their coming."""
    found: dict[tuple[str, bytes], Work] = {}
    for one in works:
        key = (one.origin, hashlib.sha256(one.source).digest())
        before = found[key].who if key in found else ()
        found[key] = Work(tuple(dict.fromkeys([*before, *one.who])), one.source, one.origin)
    return list(found.values())


def find(works: Iterable[Work], given: Sequence[bytes]) -> Found:
    """What is alike among the works, of the class and of elsewhere; `given` is what everybody begins with."""
    once = together(works)
    known = _own(once, given)
    shares = dict(_shares(known))
    usual, limit = _limit(known, shares)
    told = sorted((pair for pair, share in shares.items() if share >= limit), key=lambda pair: -shares[pair])
    pairs = tuple(_pair(known[one], known[other]) for one, other in told)
    return Found(
        same=tuple(one for one in once if len(one.who) > 1 and not one.origin),
        pairs=pairs,
        clusters=_clusters(known, told),
        broken=tuple(one.work for one in known if not one.text.whole and not one.work.origin),
        works=sum(not one.origin for one in once),
        usual=usual,
        limit=limit,
    )


def _own(works: Sequence[Work], given: Sequence[bytes]) -> list[_Known]:
    """What is left of each without what everybody has."""
    texts = [read(work.source) for work in works]
    begun = {run for one in given for run in read(one).runs}
    here = [text for work, text in zip(works, texts, strict=True) if not work.origin]
    times = Counter(run for text in here for run in text.prints)
    often = {run for run, number in times.items() if number > max(OFTEN_AT_LEAST, OFTEN * len(here))}
    return [
        _Known(work, text, text.prints - begun - often) for work, text in zip(works, texts, strict=True)
    ]  # a run that is often there may be in a text without being its print: the windows differ


def _shares(known: Sequence[_Known]) -> Iterator[tuple[tuple[int, int], float]]:
    """How much each two have in common, where it is enough. A set of prints is the bits of one number."""
    times = Counter(run for one in known for run in one.prints)
    places = {run: place for place, run in enumerate(run for run, number in times.items() if number > 1)}
    bits = [sum(1 << places[run] for run in one.prints if run in places) for one in known]
    for one, other in itertools.combinations(range(len(known)), 2):
        shared = (bits[one] & bits[other]).bit_count()
        if shared >= ENOUGH and not (known[one].work.origin and known[other].work.origin):
            yield (one, other), 2 * shared / (len(known[one].prints) + len(known[other].prints))


def _limit(known: Sequence[_Known], shares: Mapping[tuple[int, int], float]) -> tuple[float, float]:
    """How alike two nearest ones are in the middle of the class, and from where on that is unusual."""
    nearest = {number: 0.0 for number, one in enumerate(known) if not one.work.origin}
    for pair, share in shares.items():
        for one in pair:
            if one in nearest:
                nearest[one] = max(nearest[one], share)
    usual = statistics.median(nearest.values()) if nearest else 0.0
    if len(nearest) < TELLING:
        return usual, LEAST
    spread = statistics.median(abs(one - usual) for one in nearest.values()) * _TO_DEVIATIONS
    return usual, min(MOST, max(LEAST, usual + UNUSUAL * spread))


def _pair(one: _Known, other: _Known) -> Pair:
    """The pair with the lines to look at: all that both have, and not everybody has."""
    shared = one.prints & other.prints
    common = frozenset(one.text.runs) & frozenset(other.text.runs)
    left_out = (one.text.prints - one.prints) | (other.text.prints - other.prints)
    runs = common - left_out
    return Pair(
        one.work,
        other.work,
        len(shared),
        len(one.prints),
        len(other.prints),
        one.text.lines(runs),
        other.text.lines(runs),
    )


def _clusters(known: Sequence[_Known], pairs: Sequence[tuple[int, int]]) -> tuple[tuple[Work, ...], ...]:
    """Who hangs together, of three and more."""
    leads = {number: number for pair in pairs for number in pair}

    def lead(number: int) -> int:
        while leads[number] != number:
            leads[number] = leads[leads[number]]
            number = leads[number]
        return number

    for one, other in pairs:
        leads[lead(one)] = lead(other)
    groups: dict[int, list[int]] = {}
    for number in leads:
        groups.setdefault(lead(number), []).append(number)
    found = [tuple(known[number].work for number in sorted(group)) for group in groups.values() if len(group) > 2]
    return tuple(sorted(found, key=len, reverse=True))
