"""The other side of each export: importers with the rules of the systems that take the files, faults included."""

import csv
import io
import json
import re
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Canvas:
    """Canvas's gradebook: students by id, SIS id and login; assignments by title; and the grades that there are."""

    students: dict[str, tuple[str, str]]  # id: SIS id, login
    assignments: dict[int, str]
    grades: dict[tuple[str, str], str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    def take(self, data: bytes) -> None:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        header = rows[0]
        assert len(header) > 3
        assert "Student" in header[0]
        assert "ID" in header[1]
        names = [self._assignment(title) for title in header[5:]]
        for row in rows[1:]:
            if row[0].strip() in ("Points Possible", "Student, Test"):
                continue
            student = self._student(*row[1:4])
            assert student is not None, f"nobody is {row[:4]}"
            for name, cell in zip(names, row[5:], strict=True):
                self.grades[student, name] = self._number(cell)

    def _assignment(self, title: str) -> str:
        numbered = re.fullmatch(r"(.*)\s\((\d+)\)", title, re.DOTALL)
        if numbered and int(numbered[2]) in self.assignments:
            return self.assignments[int(numbered[2])]
        name = numbered[1] if numbered and title not in self.assignments.values() else title
        if name not in self.assignments.values():
            self.made.append(name)
        return name

    def _student(self, id: str, sis: str, login: str) -> str | None:
        if id.strip().isdecimal() and id.strip() in self.students:
            return id.strip()
        by = {key: one for one, keys in self.students.items() for key in keys if key}
        return by.get(sis) or by.get(login)

    @staticmethod
    def _number(cell: str) -> str:
        return cell.replace(",", ".") if re.fullmatch(r"-?[0-9.,]+%?", cell) else cell


class Aborted(Exception):
    """Moodle has ended the whole import."""


@dataclass
class Moodle:
    """Moodle's import of grades: users by one key, the grades and the comments that there are."""

    users: dict[str, int]
    grades: dict[tuple[int, str], float] = field(default_factory=dict)
    comments: dict[tuple[int, str], str] = field(default_factory=dict)

    def take(self, data: bytes) -> None:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
        names, user = rows[0][1:], None
        for row in rows[1:]:
            if row[0]:  # a row without a key goes on with the user of the row before
                if row[0] not in self.users:
                    raise Aborted(row[0])
                user = self.users[row[0]]
            assert user is not None
            for name, cell in zip(names, row[1:], strict=True):
                if name.endswith(" feedback"):
                    self.comments[user, name.removesuffix(" feedback")] = cell
                elif cell in ("", "-"):
                    self.grades.pop((user, name), None)
                else:
                    if float(cell) > 100:
                        raise Aborted(cell)
                    self.grades[user, name] = float(cell)


@dataclass
class Worksheet:
    """Moodle's import of a grading worksheet, with records that are newer allowed to change."""

    most: float
    grades: dict[int, float]
    comments: dict[int, str]

    def take(self, data: bytes) -> None:
        text = data.decode("utf-8").removeprefix("\ufeff")
        for row in csv.DictReader(io.StringIO(text, newline="")):
            user = int(row["Identifier"][len("Participant ") :])
            if user not in self.grades:
                continue
            grade = row["Grade"].strip()
            if grade and 0 <= float(grade) <= self.most:
                self.grades[user] = float(grade)
            if row["Feedback comments"] != self.comments[user]:
                self.comments[user] = row["Feedback comments"]


def gradescope(data: bytes) -> float:
    """The score that Gradescope shows: the one of the whole where there is one, else the sum of the tests."""
    said = json.loads(data)
    assert said["output_format"] == said["test_output_format"] == "text", "or it is HTML"
    for test in said["tests"]:
        assert 0 <= test["score"] <= test["max_score"]
        assert test["visibility"] in ("visible", "hidden", "after_due_date", "after_published")
    score: float = said.get("score", sum(test["score"] for test in said["tests"]))
    return score


def classroom50(data: bytes) -> dict[tuple[str, str], tuple[int, int, bool]]:
    """Points, of how many, and whether they override, by assignment and owner; as its collector checks them."""
    said = json.loads(data)
    assert said.keys() == {"schema", "assignments"}
    assert said["schema"] == "classroom50/scores/v1"
    found = {}
    for slug, assignment in said["assignments"].items():
        for entry in assignment["entries"]:
            (one,) = entry["submissions"]
            _check(one)
            assert one["owner"].casefold() == entry["owner"].casefold()
            found[slug, entry["owner"]] = (one["score"], one["max-score"], entry.get("override", False))
    return found


def _check(one: dict[str, Any]) -> None:
    assert one["schema"] == "classroom50/result/v1"
    assert one["submission"].startswith("submit/")
    assert all(one[name] for name in ("classroom", "owner", "commit", "release", "review"))
    for name in ("datetime", "graded_at"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one[name])
    assert one["tests"], "none is a vacuous pass"
    for scored in (one, *one["tests"]):
        assert type(scored["score"]) is type(scored["max-score"]) is int
        assert 0 <= scored["score"] <= scored["max-score"]
