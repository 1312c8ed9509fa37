"""Feedback in the students' own repositories: one issue for each student and topic, posted once.

An issue, because a student finds it, is told of it, can answer it, and sees it whatever they push later; a comment on
a commit is lost beneath the next one. A mark that a browser does not show says which topic it is of, and by a digest
which text: the same text is not posted again, and another one takes its place. The gradebook remembers what was posted;
where it does not know, the repository is looked at first, so a post that nobody could write down any more is found.
"""

import contextlib
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from grader.cohort.feedback import Feedback
from grader.cohort.github import GitHub, Reply, Trouble, repository, said
from grader.cohort.gradebook import Gradebook, now
from grader.cohort.locks import locked
from grader.cohort.room import Room
from grader.cohort.rows import Post

LARGEST = 60_000  # bytes of a text: an issue holds 65,536 characters
_MARK = re.compile(r"<!-- grader feedback (?P<topic>[\w-]+) (?P<digest>[0-9a-f]{64}) -->\s*\Z")

What = Literal["posted", "edited", "there already"]


@dataclass(frozen=True)
class Done:
    """What became of one text, or why nothing did."""

    student: str
    topic: str
    what: What | None
    problem: str = ""


def post(
    book: Gradebook,
    texts: Iterable[Feedback],
    addresses: Mapping[str, str],
    github: Callable[[], GitHub],
    public: bool,
) -> Iterator[Done]:
    """Posts these texts, each student's together. Raises GraderError where nothing can be posted for anybody."""
    before = book.posts()
    theirs: dict[str, list[Feedback]] = {}
    for one in texts:
        theirs.setdefault(one.student, []).append(one)
    server: GitHub | None = None
    author = ""
    for student, all_of_it in theirs.items():
        try:
            name = repository(addresses[student])
        except (KeyError, Trouble) as error:
            why = "no address is known" if isinstance(error, KeyError) else str(error)
            yield from (Done(student, one.topic, None, why) for one in all_of_it)
            continue
        new = []
        for one in all_of_it:
            known = before.get((student, one.topic))
            if known and (known.repository, known.digest) == (name, digest(one.text)):
                yield Done(student, one.topic, "there already")
            else:
                new.append(one)
        if new:
            if server is None:
                server = github()
                author = server.login()
            yield from _student(book, server, author, name, new, public)


def _student(
    book: Gradebook, github: GitHub, author: str, name: str, texts: Sequence[Feedback], public: bool
) -> Iterator[Done]:
    """One student's trouble is theirs alone."""
    try:
        _look(github, name, public)
        there = _there(github, name, author)
    except Trouble as error:
        yield from (Done(one.student, one.topic, None, str(error)) for one in texts)
        return
    for one in texts:
        try:
            what, number = _put(github, name, one, there.get(one.topic))
        except Trouble as error:
            yield Done(one.student, one.topic, None, str(error))
            continue
        book.posted(Post(one.student, one.topic, name, number, digest(one.text), now()))
        yield Done(one.student, one.topic, what)


def _look(github: GitHub, name: str, public: bool) -> None:
    """Whether a grade may be posted there at all."""
    reply = github.get(f"repos/{name}")
    if reply.status != 200 or not isinstance(reply.body, dict):
        raise Trouble(said(reply))
    if reply.body.get("archived"):
        raise Trouble("it is archived: nothing can be posted there")
    if reply.body.get("private") is not True and not public:
        raise Trouble("everybody can read it, and would read a grade: make it private, or say --public")
    if reply.body.get("has_issues") is False:
        raise Trouble(said(Reply(410)))


def _there(github: GitHub, name: str, author: str) -> dict[str, tuple[int, str]]:
    """The number and digest of what was posted there before, by topic: by this author alone, for anybody with the
    repository can write a mark.
    """
    found: dict[str, tuple[int, str]] = {}
    for one in github.pages(f"repos/{name}/issues?state=all&sort=created&direction=asc&creator={author}"):
        mark = _MARK.search(one.get("body") or "")
        if mark and "pull_request" not in one and (one.get("user") or {}).get("login") == author:
            found.setdefault(mark["topic"], (one["number"], mark["digest"]))
    return found


def _put(github: GitHub, name: str, one: Feedback, there: tuple[int, str] | None) -> tuple[What, int]:
    content = {"title": f"Feedback: {one.topic}", "body": marked(one)}
    if there is None:
        reply = github.write("POST", f"repos/{name}/issues", content)
        if reply.status != 201:
            raise Trouble(said(reply))
        return "posted", int(reply.body["number"])
    number, text = there
    if text == digest(one.text):
        return "there already", number
    reply = github.write("PATCH", f"repos/{name}/issues/{number}", content)
    if reply.status != 200:
        raise Trouble(said(reply))
    return "edited", number


def digest(text: str) -> str:
    """By which a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()


def marked(one: Feedback) -> str:
    """The text as it is posted."""
    return f"{one.text}\n<!-- grader feedback {one.topic} {digest(one.text)} -->\n"


def alone(room: Room) -> contextlib.AbstractContextManager[None]:
    """One command at a time posts."""
    return locked(room, ".posting", f"another command is posting for {room.folder}: let it end first")
