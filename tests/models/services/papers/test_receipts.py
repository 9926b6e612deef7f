"""Receipts by the feed's own ids: what is known is carried, the rest refused by row, once only."""

import json
from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.intake.receipts import SCHEMA
from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    for text in ("Offer mentoring", "Offer a return interview"):
        made.workspace.conduct.recommend(made.child_item, text)
    clock.set(datetime(2026, 11, 20, 9))
    return made


def known(room: RunningRoom, reference: str = "R001"):
    rows = room.workspace.read.recommendations()
    return next(one for one in rows if one.reference == reference)


def receipts(*rows: dict[str, object], **outer: object) -> bytes:
    return json.dumps({"schema": SCHEMA, "receipts": list(rows), **outer}).encode()


def bring(room: RunningRoom, data: bytes, name: str = "receipt.json"):
    (report,) = room.workspace.papers.import_files([(name, data)])
    return report


IN_PLAN = {
    "status": "accepted",
    "in_plan_on": "2026-11-18",
    "plan_evidence": "CP plan, section 4",
    "replied_by": "Kim Yates",
}


def test_a_receipt_says_where_the_plan_shows_it(room: RunningRoom) -> None:
    report = bring(room, receipts({"id": known(room).uuid, "version": 1, **IN_PLAN}))
    assert report.kind == "reply" and not report.not_understood
    row = known(room)
    assert (row.status, row.plan_updated_on, row.plan_evidence) == (
        "in plan",
        date(2026, 11, 18),
        "CP plan, section 4",
    )
    room.workspace.store.undo()
    assert known(room).status == "issued"


def test_the_same_receipt_made_anew_changes_nothing(room: RunningRoom) -> None:
    one = {"id": known(room).uuid, **IN_PLAN}
    bring(room, receipts(one))
    before = known(room)
    assert bring(room, receipts(one)).status == "duplicate"
    assert not bring(room, receipts(one, made_at="later")).not_understood
    assert known(room) == before


def test_a_csv_by_id_is_the_same_receipt_with_guards_taken_off(room: RunningRoom) -> None:
    text = (
        "id,status,reason,modified_text,in_plan_on,plan_evidence\r\n"
        f"{known(room).uuid},rejected,'=no longer in our area,,,\r\n"
        f"{known(room, 'R002').uuid},accepted modified,Too soon,After school,,\r\n"
    )
    assert not bring(room, text.encode(), "receipt.csv").not_understood
    assert (known(room).status, known(room).reply_reason) == ("rejected", "=no longer in our area")
    assert known(room, "R002").modified_text == "After school"


def test_a_day_to_come_is_by_when_the_plan_will_have_it(room: RunningRoom) -> None:
    one = {"id": known(room).uuid, "status": "accepted", "in_plan_on": "2027-01-08"}
    assert not bring(room, receipts(one)).not_understood
    row = known(room)
    assert (row.status, row.plan_by, row.plan_updated_on) == ("accepted", date(2027, 1, 8), None)
    (_, told) = bring(room, receipts(one, made_at="later")).unchanged[0]
    assert "says this already" in told


def test_rows_that_cannot_be_taken_are_refused_one_by_one(room: RunningRoom) -> None:
    mine, other = known(room).uuid, known(room, "R002").uuid
    report = bring(
        room,
        receipts(
            {"id": "0" * 32, "status": "accepted"},
            {"id": mine, "status": "accepted", "version": 7},
            {"id": mine, "status": "perhaps"},
            {"id": mine, "status": "rejected"},
            {"id": mine, "status": "in plan", "in_plan_on": "18 November"},
            {"id": mine, "status": "in plan", "in_plan_on": "2026-11-18"},
            {"id": other, "status": "accepted"},
        ),
    )
    assert [place for place, _ in report.not_understood] == [f"row {at}" for at in range(1, 7)]
    said = [text for _, text in report.not_understood]
    assert said[0] == (
        "No recommendation of this id is on record; the row was refused: " + "0" * 32
    )
    assert "It answers version 7, and version 1 stands." in said[1]
    assert "none of the list" in said[2] and "Say why" in said[3]
    assert "2026-11-26" in said[4] and "where the plan shows it" in said[5]
    assert (known(room).status, known(room, "R002").status) == ("issued", "accepted")


def test_a_withdrawn_recommendation_takes_no_answer(room: RunningRoom) -> None:
    chair = Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR))
    chair.recommendations.withdraw(known(room).id, "Made twice")
    report = bring(room, receipts({"id": known(room).uuid, **IN_PLAN}))
    assert "was withdrawn" in report.not_understood[0][1]


@pytest.mark.parametrize(
    "data",
    [
        b'{"schema": "urn:macedesk:care-plan-receipt:1.0", "receipts": [',
        b'{"schema": "urn:macedesk:care-plan-receipt:2.0", "receipts": []}',
        b'{"schema": "urn:macedesk:care-plan-receipt:1.0", "receipts": {"id": 1}}',
        b'{"schema": "urn:macedesk:care-plan-receipt:1.0", "receipts": [{"status": "accepted"}]}',
        receipts({"id": "a", "reason": [[]]}),
        b'{"schema": "urn:macedesk:care-plan-receipt:1.0", "receipts": ' + b"[" * 200_000,
        receipts(*({"id": "a"} for _ in range(5001))),
    ],
)
def test_a_damaged_receipt_is_refused_whole_and_told_why(room: RunningRoom, data: bytes) -> None:
    report = bring(room, data)
    assert report.status == "refused" and report.reason
    assert "receipt" in report.reason
    assert known(room).status == "issued"


def test_a_csv_needs_only_the_columns_that_the_schema_asks_for(room: RunningRoom) -> None:
    first, second = known(room).uuid, known(room, "R002").uuid
    bring(room, f"id,status,reason\n{first},rejected,No place\n".encode(), "short.csv")
    bring(room, f"ID,in_plan_on,plan_evidence\n{second},2026-11-18,Section 4\n".encode(), "b.csv")
    assert (known(room).status, known(room).reply_reason) == ("rejected", "No place")
    assert known(room, "R002").status == "in plan"


@pytest.mark.parametrize(
    "text",
    [f"id,status,reason\n{'0' * 32},rejected,No place\n", "ref,response,reason\nR999,accepted,\n"],
)
def test_an_answer_to_nothing_on_record_is_refused_by_row(room: RunningRoom, text: str) -> None:
    report = bring(room, text.encode(), "answers.csv")
    assert report.status == "refused" and report.reason
    assert report.reason.startswith("1 row was refused") and "Nothing was changed" in report.reason
    ((_, said),) = report.not_understood
    assert said.startswith("No recommendation of th")


def test_a_row_that_says_what_stands_is_told_and_is_no_update(room: RunningRoom) -> None:
    one, two = ({"id": known(room, ref).uuid, "status": "accepted"} for ref in ("R001", "R002"))
    bring(room, receipts(one))
    report = bring(room, receipts(two, one))
    assert report.status == "imported"
    assert report.unchanged == (
        ("row 2", "R001: the record says this already; nothing was changed"),
    )
    assert bring(room, b"ref,response,reason\nR001,accepted,\n", "again.csv").status == "duplicate"
    nothing = bring(room, receipts({"id": known(room).uuid}))
    assert nothing.status == "duplicate" and "gives no answer" in nothing.unchanged[0][1]
