"""The report says what the numbers are, and is a page that needs nothing else and trusts nobody's text."""

import base64
import hashlib
import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from html.parser import HTMLParser

import pytest

from grader.cohort.report import facts, page, sentences, times
from grader.cohort.report.entries import About, Entry, Topic
from grader.verdicts import AttemptResult, Evidence, Looks, Misconception, TestResult

DUE = datetime(2026, 12, 14, 22, 59, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script><img src=http://example.org/x>\x1b[31m\u202e"


def one_test(id: str, verdict: str) -> TestResult:
    evidence = None if verdict == "passed" else Evidence("it differs", f"print({id!r})", expected="1", actual="2")
    return TestResult(id, id, "TestIt", f"{id} holds.", verdict, "1", evidence=evidence, used_s=0.1)


def entry(student: str, *verdicts: str, **more: object) -> Entry:
    """A student with these verdicts of the tests a, b, c ..."""
    tests = tuple(one_test(name, verdict) for name, verdict in zip("abcdef", verdicts, strict=False))
    looks = tuple(
        Looks(one.id, (one.id,), (Misconception(f"Misses {one.id}", "Because."),))
        for one in tests
        if one.verdict != "passed"
    )
    result = AttemptResult("tiny", 1, "tiny.py", tests, misconceptions=looks)
    share = Fraction(sum(one.verdict == "passed" for one in tests), len(tests))
    return Entry(student, "graded", share, result=result, **{"at": DUE - timedelta(hours=3), **more})


def topic(*entries: Entry, due: datetime | None = DUE, name: str = "tiny") -> Topic:
    return Topic(name, "Tiny things", 30, due, entries, "0" * 64)


def rendered(*topics: Topic, **about: object) -> str:
    return page.rendered(About("cs101", DUE, 100, {"grader": "0.1"}, **about), topics)


P, F = "passed", "failed"


class TestFacts:
    def test_numbers(self):
        known = facts.facts(topic(entry("s1", P, P), entry("s2", P, F, late=True), Entry("s3", "not begun")))
        assert (known.students, known.begun, known.graded, known.full, known.late) == (3, 2, 2, 1, 1)
        assert known.median == 75
        assert known.bands == (0, 0, 0, 1, 0, 1)

    def test_a_claim_that_the_strong_pass_and_the_weak_do_not(self):
        known = facts.facts(topic(*(entry(f"s{n}", P, P if n > 3 else F) for n in range(9))))
        a, b = known.claims
        assert (a.rate, a.apart, a.remark) == (1.0, 0.0, "all pass")
        assert (b.passed, b.apart, b.reason) == (5, 1.0, "it differs")

    def test_a_claim_that_good_attempts_fail(self):
        weak = [entry(f"w{n}", F, F, F, P) for n in range(4)]
        known = facts.facts(topic(*weak, *(entry(f"s{n}", P, P, P, F) for n in range(4))))
        assert [one.remark.endswith("?") for one in known.claims] == [False, False, False, True]

    def test_few_tell_nothing_apart(self):
        assert facts.facts(topic(entry("s1", P), entry("s2", F))).claims[0].apart is None

    def test_misconceptions_with_the_smallest_case(self):
        long = entry("s1", F)
        known = facts.facts(topic(long, entry("s2", F), entry("s3", P)))
        (one,) = known.mistakes
        assert (one.name, one.students, one.case.expected) == ("Misses a", 2, "1")

    @pytest.mark.parametrize(
        ("share", "place"), [(0, 0), ("1/1000", 0), ("1/100", 1), ("99/100", 4), ("999/1000", 4), (1, 5)]
    )
    def test_full_is_full(self, share, place):
        assert facts.band(Fraction(share)) == place


class TestSentences:
    @pytest.mark.parametrize(
        ("part", "whole", "said"), [(0, 9, "0 %"), (1, 999, "1 %"), (998, 999, "99 %"), (9, 9, "100 %"), (0, 0, "0 %")]
    )
    def test_nothing_and_all_are_exact(self, part, whole, said):
        assert sentences.percent(part, whole) == said

    def test_of_a_topic(self):
        known = facts.facts(topic(entry("s1", P, P), entry("s2", P, F), Entry("s3", "not begun")))
        said = list(sentences.of_topic(known))
        assert said[0] == "2 of 3 have begun tiny; 50 % of the 2 graded have full points, and half have at least 75 %."
        assert said[1] == "Of the 1 without full points 1 makes the mistake “Misses b”."
        assert said[2] == "The claim that fewest pass (50 %): b holds."

    def test_of_nothing(self):
        assert list(sentences.of_topic(facts.facts(topic(Entry("s1", "not begun"))))) == [
            "0 of 1 have begun tiny; nothing of it is graded yet."
        ]


class TestTimes:
    @pytest.mark.parametrize(
        ("after", "said"),
        [
            (timedelta(), "in the last 24 hours"),
            (timedelta(hours=-23), "in the last 24 hours"),
            (timedelta(hours=-25), "1 to 2 days before"),
            (timedelta(days=-60), "more than 13 days before"),
            (timedelta(minutes=1), "up to 1 day late"),
            (timedelta(hours=25), "1 to 2 days late"),
            (timedelta(days=60), "more than 13 days late"),
        ],
    )
    def test_days(self, after, said):
        assert times.line(topic(entry("s1", P, at=DUE + after))).days == ((said, 1),)

    def test_what_nobody_can_tell(self):
        assert times.line(topic(entry("s1", P, at=None), Entry("s2", "not begun"))).unknown == 1


class Tags(HTMLParser):
    """Every tag of a page, with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def of(self, *names: str) -> Iterator[dict[str, str | None]]:
        return (attributes for tag, attributes in self.tags if tag in names)


class TestPage:
    def test_it_needs_nothing_else_and_its_policy_says_so(self):
        text = rendered(topic(entry("s1", P, F)))
        (policy,) = [one["content"] for one in Tags(text).of("meta") if "http-equiv" in one]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        for name in ("style", "script"):
            (body,) = re.findall(rf"<{name}>(.*?)</{name}>", text, re.DOTALL)
            assert base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() in policy
        for _, attributes in Tags(text).tags:
            assert not {"style", "src"} & set(attributes)
            assert not any(name.startswith("on") for name in attributes)
            assert attributes.get("href", "#").startswith(("#", "data:"))

    def test_tables_have_captions_and_scopes(self):
        tags = Tags(rendered(topic(entry("s1", P, F), entry("s2", P, P)))).tags
        names = [tag for tag, _ in tags]
        assert names.count("table") == names.count("caption") > 4
        assert all("scope" in attributes for tag, attributes in tags if tag == "th")
        assert names.count("h1") == 1
        levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
        assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
        assert len({one["id"] for _, one in tags if "id" in one}) == sum("id" in one for _, one in tags)

    def test_the_number_is_in_the_cell(self):
        text = rendered(topic(entry("s1", P, F), entry("s2", P, P, late=True), Entry("s3", "fault", note="it broke")))
        assert '<td class="h5 n">50</td>' in text
        assert '<td class="h10 n">100 L</td>' in text
        assert '<td class="n">!</td>' in text
        assert "not judged, by the grader&#39;s fault: it broke" in text

    def test_texts_of_attempts_are_nothing_but_text(self):
        one = entry("s1", F)
        tests = tuple(
            TestResult(**{**_fields(each), "claim": HOSTILE, "evidence": Evidence(HOSTILE, HOSTILE)})
            for each in one.result.tests
        )
        result = AttemptResult(
            "tiny", 1, "x", tests, misconceptions=(Looks("a", ("a",), (Misconception(HOSTILE, HOSTILE),)),)
        )
        text = rendered(topic(Entry("s1", "graded", result=result), Entry("s2", "fault", note=HOSTILE)))
        assert "<script>alert" not in text
        assert "<img" not in text
        assert not {"\x1b", "\u202e"} & set(text)

    def test_names_only_where_they_were_asked_for(self):
        assert "Ann" not in rendered(topic(entry("s1", P)))
        assert "Ann" in rendered(topic(entry("s1", P)), labels={"s1": "Ann"})

    def test_an_empty_class(self):
        assert "There is no topic in this class." in rendered()
        assert "0 of 0 have begun tiny" in rendered(topic())

    def test_contrast_on_each_step_of_the_scale(self):
        for step, colour in enumerate(page._BLUES):
            text = "#ffffff" if step >= page._DARK_FROM else "#000000"
            assert _contrast(colour, text) >= 4.5

    def test_a_thousand_students_and_forty_two_topics_stay_below_five_megabytes(self):
        one = entry("s", P, F, P)
        topics = [
            topic(
                *(Entry(f"s-{number:08}", "graded", one.share, result=one.result, at=one.at) for number in range(1000)),
                name=f"t{t}",
            )
            for t in range(42)
        ]
        assert len(rendered(*topics).encode()) < 5_000_000


def _fields(one: TestResult) -> dict[str, object]:
    return {name: getattr(one, name) for name in TestResult.__struct_fields__}


def _contrast(one: str, other: str) -> float:
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
