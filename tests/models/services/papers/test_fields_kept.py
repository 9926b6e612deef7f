"""Whatever a list is read to say stands on a record, or the preview says that it stays behind."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from models.base import Base
from models.intake.papers import ReadField, ReadPaper, ReadRecord
from models.intake.understanding.wording import dictionary
from models.services.papers.previewed import PreviewedFile
from models.services.papers.staying import STAYS, TOLD
from tests.models.services.papers.made import TRACKER, listed
from tests.models.services.papers.test_tracker_doubts import ROW

DAYS = frozenset({
    "dob", "assessed", "next_review", "next_assessment", "opened", "last_discussed", "nrm_date",
    "confidentiality", "plan_since", "category_since",
})  # fmt: skip
MOMENTS = frozenset({"reported", "returned", "rhi_offered", "rhi_completed"})
NUMBERS = frozenset({"age", "score", "missing90", "hours"})
ANSWERS = {
    "other_exploitation": "child_status.other_exploitation", "rhi_accepted":
    "return_interview.accepted", "core": "member.core", "within_72": "",
    "prevention": "missing_episode.prevention_check",
}  # fmt: skip
"""A yes or no, and the column in which it stands."""
CODED = {"category": "Medium", "type": "absent", "agency_kind": "police", "email": "x@police.test"}
PARTS = frozenset({"first_name", "middle_name", "surname"})
"""Parts of a name, which stand on record in the whole one."""
ANYWAY = frozenset({"age", "score", "previous_risk", "hours", "within_72"})
"""Fields whose record has them by others where those are told as well."""
PAPERS = ("paper", "unread_text", "paper_subject", "paper_content", "journal", "label_memory")


def sample(name: str, at: int) -> object:
    """A value that no other field has: one to come for the next review, since only such is kept."""
    if name in DAYS:
        return date(2027 if name == "next_review" else 2011, 1, 1) + timedelta(at)
    if name in MOMENTS:
        return datetime(2026, 10, 1, 9, at)
    if name in NUMBERS:
        return 700 + at
    if name in ANSWERS:
        return True
    return (f"said{at}",) if name == "types" else CODED.get(name, f"said{at}")


def one_of_each(kind: str) -> ReadRecord:
    names = [name for name in dictionary()[kind] if name != "closed"]
    said = [(name, sample(name, at)) for at, name in enumerate(names)]
    fields = [ReadField(name, value, str(value), "row 2", 1.0) for name, value in said]
    return ReadRecord(kind, tuple(fields), "row 2")


def on_record(store) -> set[object]:
    """Every value that stands on a record; of a yes the column in which it stands."""
    found: set[object] = set()
    with store.reading() as session:
        for table in (one for one in Base.metadata.sorted_tables if one.name not in PAPERS):
            for row in session.execute(select(table)).mappings():
                yes = {f"{table.name}.{name}" for name, value in row.items() if value is True}
                found |= {value for value in row.values() if value is not True} | yes
    return found


def gone(papers, store, record: ReadRecord) -> set[str]:
    """The fields of a record that stand on none once it is filed."""
    before = on_record(store)
    paper = ReadPaper("list.csv", "a" * 64, record.kind, (record,), (), "form")
    papers.keep([PreviewedFile("list.csv", "a" * 64, 1, paper)])
    kept = on_record(store) - before
    return {one.name for one in record.fields if not _values(one) & kept}


def _values(field: ReadField) -> set[object]:
    value = ANSWERS.get(field.name, field.value)
    return set(value) if isinstance(value, tuple) else {value}


@pytest.mark.parametrize("kind", ["tracker", "missing", "members", "persons"])
def test_each_field_of_a_list_stands_on_a_record_or_is_told_to_stay(papers, store, kind) -> None:
    left = gone(papers, store, one_of_each(kind)) - PARTS
    assert left <= set(STAYS[kind]), "neither kept nor told"
    assert set(STAYS[kind]) - left <= ANYWAY, "told to stay, and kept"


def test_the_preview_says_what_stays_with_the_paper(papers) -> None:
    rows = [["Name", "Agency", "Role", "Line manager"], ["Ann Poole", "Police", "DS", "Jo Marsh"]]
    (seen,) = papers.preview([("members.csv", listed(rows))])
    assert seen.paper.notes == (TOLD.format("manager"),)


def test_an_age_beside_a_day_of_birth_is_not_told_to_stay(papers) -> None:
    rows = [TRACKER + ("Age",), ROW + ("17",)]
    (seen,) = papers.preview([("two.csv", listed(rows))])
    assert seen.paper.notes == ()
    (alone,) = papers.preview([("one.csv", listed([_without_dob(row) for row in rows]))])
    assert alone.paper.notes == (TOLD.format("age"),)


def _without_dob(row):
    return row[:3] + row[4:]
