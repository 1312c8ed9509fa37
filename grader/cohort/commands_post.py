"""What `grader cohort feedback --post` does, in the words of who typed it."""

import sys
from collections import Counter
from collections.abc import Sequence

from grader.cohort import addresses, roster
from grader.cohort.feedback import Feedback
from grader.cohort.github import GitHub
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.pace import Pace
from grader.cohort.post import Done, alone, post
from grader.cohort.room import Room
from grader.formats.text import counted, safe


def send(here: Room, book: Gradebook, texts: Sequence[Feedback], public: bool) -> int:
    """Posts the texts, and says what became of them. Status 1 where some could not be posted."""
    found = addresses.find(here, roster.read(here))
    urls = {one.student: one.url for one in found.sources}
    done: list[Done] = []
    try:
        with alone(here):
            for one in post(book, texts, urls, lambda: _github(book), public):
                done.append(one)
                if one.what != "there already":
                    _aloud(f"{len(done):,} of {len(texts):,}: {one.topic} of {one.student} {one.what or 'not posted'}")
    finally:
        _said(done)
    return 1 if any(one.problem for one in done) else 0


def _github(book: Gradebook) -> GitHub:
    ages = ((now() - one.at).total_seconds() for one in book.posts().values())
    return GitHub(Pace(_aloud, ages), _aloud)


def _aloud(line: str) -> None:
    print(safe(line), file=sys.stderr, flush=True)


def _said(done: Sequence[Done]) -> None:
    states = Counter(one.what for one in done if one.what)
    print(f"On GitHub: {', '.join(f'{number:,} {what}' for what, number in sorted(states.items())) or 'nothing new'}.")
    if left := [one for one in done if one.problem]:
        print(f"{counted(len(left), 'text')} could not be posted; the next run tries again:")
        for one in left:
            print(f"  {one.student} {one.topic}: {safe(one.problem)}")
