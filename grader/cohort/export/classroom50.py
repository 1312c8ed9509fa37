"""`scores.json` of Classroom 50 (`classroom50/scores/v1`): the submission that counts, of each student with an account.

Points are whole numbers there: ours, times one factor for each topic. Where a date or a decision has changed them, the
entry says that it overrides.
"""

import datetime
import math
from collections.abc import Mapping
from typing import Any

import msgspec

from grader.cohort.export.gradescope import Results
from grader.cohort.export.rows import Asked, Export, Row, rows, told_apart
from grader.cohort.grades import Grade
from grader.cohort.roster import Roster
from grader.verdicts import AttemptResult

SCORES = "classroom50/scores/v1"
RESULT = "classroom50/result/v1"


def export(
    people: Roster,
    view: Mapping[tuple[str, str], Grade],
    asked: Asked,
    results: Results,
    urls: Mapping[str, str],
    at: datetime.datetime,
) -> Export:
    """One file with all topics. Who has no judged submission has no entry: one without tests would count as full."""
    made = Export()
    told_apart([asked.title(topic) for topic in asked.topics])
    entries: dict[str, list[dict[str, Any]]] = {asked.title(topic): [] for topic in asked.topics}
    known = set()
    for row in rows(people, view, asked, made):
        if not row.person.github:
            made.left_out.append(f"{row.student}: the roster has no github account")
            continue
        for topic, grade in row.grades.items():
            result = results(grade.judgement.key) if grade.judgement else None
            if result is None or not result.tests or grade.submission is None:
                made.left_out.append(f"{row.student} {topic}: no judged submission, and it takes no other")
                continue
            known.add(row.student)
            entries[asked.title(topic)].append(
                _entry(row, grade, result, asked.plan.name, urls.get(row.student, ""), at)
            )
    document = {
        "schema": SCORES,
        "assignments": {
            slug: {"type": "individual", "entries": found, "collected_at": _stamp(at)}
            for slug, found in entries.items()
            if found
        },
    }
    made.files["scores.json"] = msgspec.json.format(msgspec.json.encode(document), indent=1)
    made.rows["scores.json"] = len(known)
    return made


def _entry(
    row: Row, grade: Grade, result: AttemptResult, classroom: str, url: str, at: datetime.datetime
) -> dict[str, Any]:
    assert grade.submission is not None
    assert grade.points is not None
    assert result.max_score
    scale = grade.of / result.max_score
    times = math.lcm(grade.points.denominator, *((one.max_score * scale).denominator for one in result.tests))
    tests = [
        {
            "test-name": " ".join(one.claim.split()) or one.name,
            "passed": one.verdict == "passed",
            "score": int(one.score * scale * times),
            "max-score": int(one.max_score * scale * times),
        }
        for one in result.tests
    ]
    commit = f"{url.removesuffix('.git')}/commit/{grade.submission.commit}" if url else grade.submission.commit
    changed = grade.share is None or grade.points != grade.share * grade.of
    submission = {
        "schema": RESULT,
        "classroom": classroom,
        "assignment_type": "individual",
        "owner": row.person.github,
        "submission": f"submit/{grade.submission.commit[:12]}",
        "commit": commit,
        "release": commit,
        "review": commit,
        "datetime": _stamp(grade.handed.at or at),
        "graded_at": _stamp((grade.judgement.judged_at if grade.judgement else None) or at),
        "score": int(grade.points * times),
        "max-score": grade.of * times,
        "tests": tests,
        "late": grade.late,
    }
    entry: dict[str, Any] = {"owner": row.person.github, "submissions": [submission]}
    return {**entry, "override": True} if changed else entry


def _stamp(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
