"""The roster: checked line by line, joined with the lists of other systems, and nobody is guessed."""

from pathlib import Path

import pytest

from grader.cohort import matching, roster, shapes, tables
from grader.cohort.room import Room
from grader.cohort.roster import Person
from grader.errors import UsageError

HEAD = "student,name,email,github,github_id,section\n"


def joined(here: Room, text: str, **confirmed: str) -> matching.Matched:
    path = here.folder / "list.csv"
    path.write_text(text, "utf-8")
    table = tables.read(path)
    shape = shapes.shape(table)
    found = [one for _, one in shapes.people(table, shape)]
    return matching.match(roster.read(here), found, shape.students, confirmed)


def test_everybody_is_known_by_a_pseudonym_and_found_by_any_account(here: Room) -> None:
    people = roster.read(here)
    assert [one.name for _, one in people] == ["Ann Archer", "Bob Baker", "Cy Cole"]
    ann = here.pseudonym("1001")
    assert {people.find(word) for word in ("1001", "ANN@example.org", "Ann-A", "11", ann)} == {ann}
    with pytest.raises(UsageError, match=r"nobody in roster\.csv is"):
        people.find("ann")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("1,A,,,,\n1,B,,,,\n", "line 3: this student is in line 2 already"),
        ("1,A,,octo,,\n2,B,,OCTO,,\n", r"line 3: this github \(octo\) is in line 2 already"),
        ("1,A,a@x,,,\n2,B,A@X,,,\n", "line 3: this email"),
        (",A,,,,\n", "line 2: there is no key"),
        ("1,A,,../../etc,,\n", "is no account of GitHub"),
        ("1,A,,,,,,surplus\n", "line 2 has more cells"),
        ('1,"A\n', "is no CSV"),
        ("1,A\0,,,,\n", "NUL"),
    ],
)
def test_what_contradicts_itself_is_said_with_its_line(here: Room, rows: str, said: str) -> None:
    here.roster.write_text(HEAD + rows)
    with pytest.raises(UsageError, match=said):
        roster.read(here)


def test_another_encoding_is_said_and_a_mark_is_nothing(here: Room) -> None:
    here.roster.write_bytes(b"\xef\xbb\xbf" + HEAD.encode() + "1,Jörg,,,,\n".encode())
    assert [one.name for _, one in roster.read(here)] == ["Jörg"]
    here.roster.write_bytes(HEAD.encode() + "1,A,,,,\n2,Jörg,,,,\n".encode("latin-1"))
    with pytest.raises(UsageError, match="line 3 is not UTF-8"):
        roster.read(here)


def test_a_name_twice_is_no_trouble_and_a_formula_is_only_text(here: Room) -> None:
    here.roster.write_text(HEAD + "1,=HYPERLINK(1),,,,\n2,Ann,,,,\n3,Ann,,,,\n")
    people = roster.read(here)
    roster.write(here, people.people.values(), people.columns)
    assert "'=HYPERLINK(1)" in here.roster.read_text()
    assert roster.read(here) == people


def test_columns_of_the_teachers_own_stay(here: Room) -> None:
    here.roster.write_text("student,name,notes\n1,A,sits in front\n")
    people = roster.read(here)
    roster.write(here, [*people.people.values(), Person("2", "B")], people.columns)
    assert here.roster.read_text().splitlines()[1:] == ["1,A,sits in front,,,,", "2,B,,,,,"]


CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Homework (12)
    Points Possible,,,,,30
"Archer, Ann",501,1001,ann,A,
"Dee, Dora",502,1004,dora,A,
"Student, Test",999,,,A,
"""
MOODLE = "First name,Last name,ID number,Email address\nBob,Baker,1002,bob@example.org\nEve,Ede,1005,eve@example.org\n"
SCOPE = "First Name,Last Name,SID,Email,Role\nCy,Cole,1003,cy@example.org,Student\nT,A,9,ta@x,TA\n"
CLASSROOM50 = "username,first_name,last_name,email,section\nann-a,Ann,Archer,,A\nccole,Cy,Cole,,B\nghost77,,,,\n"
GITHUB = 'identifier,github_username,github_id,name\n"1003",cy-code,33,""\n"cy@x",nobody-here,44,""\n'


def test_a_list_of_students_fills_in_what_is_missing_and_adds_who_is_new(here: Room) -> None:
    found = joined(here, CANVAS)
    assert (found.added, found.filled) == (("1004",), ("1001",))
    assert {one.student: one.canvas_id for one in found.people}["1001"] == "501"
    assert found.people[-1].name == "Dora Dee"
    assert [one.student for one in found.missing] == ["1002", "1003"]
    assert joined(here, MOODLE).added == ("1005",)
    assert joined(here, SCOPE).added == ()


def test_accounts_are_taken_where_they_are_the_same_and_else_proposed(here: Room) -> None:
    found = joined(here, CLASSROOM50)
    assert [(one.person.github, one.students) for one in found.proposals] == [("ccole", ("1003",))]
    assert [one.github for one in found.unmatched] == ["ghost77"]
    assert not any(one.github == "ccole" for one in found.people), "nobody has confirmed it"
    confirmed = joined(here, CLASSROOM50, ccole="1003", ghost77="new")
    assert {one.student: one.github for one in confirmed.people}["1003"] == "ccole"
    assert confirmed.added == ("ghost77",)
    assert not confirmed.proposals


def test_a_key_is_enough_and_an_account_alone_is_not(here: Room) -> None:
    found = joined(here, GITHUB)
    assert {one.student: one.github_id for one in found.people}["1003"] == "33"
    assert [one.github for one in found.unmatched] == ["nobody-here"]


def test_the_roster_is_right_where_a_list_says_otherwise(here: Room) -> None:
    found = joined(here, "student,github\n1001,other-ann\n")
    assert found.differing == ("1001: github is ann-a in the roster, and other-ann in the list",)
    assert {one.student: one.github for one in found.people}["1001"] == "ann-a"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("student,github\n1001,bobb\n", "has what the roster has of 1001 and 1002"),
        ("student\n1009\n1009\n", "1009 is in line 2 already"),
        ("colour\nred\n", "is no list that is known"),
        ("student,email\n1001,\nx,ann@example.org\n", "two in the list are 1001"),
        ("student,student\n1,2\n", "two columns called"),
    ],
)
def test_a_list_that_means_two_is_refused(here: Room, text: str, said: str) -> None:
    before = here.roster.read_bytes()
    with pytest.raises(UsageError, match=said):
        joined(here, text)
    assert here.roster.read_bytes() == before


def test_a_confirmation_has_to_mean_somebody(here: Room) -> None:
    with pytest.raises(UsageError, match="nobody in the list is"):
        joined(here, CLASSROOM50, cole="1003")
    with pytest.raises(UsageError, match="nobody in the roster has the key"):
        joined(here, CLASSROOM50, ccole="9")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        tables.read(tmp_path / "none.csv")
