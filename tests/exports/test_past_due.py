"""What goes out past due says so in the paper, and is no other document for that."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from exports import action_list, copy_block, extract, feed, issue, recommendation_sheet
from models.clock import SetClock
from models.records.documents import ExtractPapers
from tests.exports import papers as panel
from tests.exports import reading
from tests.exports.issued_room import approve, confirm_all, room
from tests.models.services.rooms import HELD, RunningRoom

__all__ = ["room"]

LATER = datetime(2026, 11, 30, 9, 0)
LATE, SHORT = "23 November 2026, past due", "23 Nov 2026, past due"


def test_the_sheet_says_that_the_day_has_passed_and_asks_for_another() -> None:
    said = reading.under(sheet(made_at=LATER), "R001")
    assert f"By when | {LATE} as this is sent: please say by when the plan can have it." in said
    assert "By when | 23 November 2026" in reading.under(sheet(), "R001")


def test_the_extract_says_it_of_recommendations_and_of_actions() -> None:
    told = reading.text(
        reading.document(lambda to: extract.write(panel.extract(made_at=LATER), to))
    )
    assert f"To be in the plan by {LATE}. Evidence: check-ins" in told
    assert "19 Nov 2026, past due" in told


def test_the_action_list_says_it_and_not_of_what_is_still_to_come() -> None:
    papers = panel.papers(made_at=datetime(2026, 11, 24, 9, 0))
    rows = reading.under(
        reading.document(lambda to: action_list.write(papers, to)), "Agreed at this meeting"
    )
    assert [row.rsplit(" | ", 2)[1] for row in rows[1:]] == [
        "this weekend", "19 Nov 2026, past due", "26 Nov 2026",
    ]  # fmt: skip


def test_the_feed_and_the_block_for_a_case_note_say_it() -> None:
    late = panel.extract(made_at=LATER)
    made = feed.feed([late], confirmed=True)
    assert [one["past_due"] for one in made["records"]] == [True]
    assert [row["past_due"] for row in feed.read_csv(feed.as_csv(made))] == ["yes"]
    assert f"by {SHORT}" in copy_block.copy_block(late)
    in_time = feed.feed([panel.extract()], confirmed=True)
    assert [one["past_due"] for one in in_time["records"]] == [False]
    assert feed.digest(in_time) == feed.digest(made)


def test_the_day_that_the_plan_gave_counts_and_is_named() -> None:
    answered = {"status": "accepted", "replied_on": date(2026, 11, 20)}
    ahead = _answered(plan_by=date(2026, 12, 4), **answered)
    passed = _answered(plan_by=date(2026, 11, 27), **answered)
    told = [
        reading.text(reading.document(lambda to, one=one: extract.write(one, to)))
        for one in (ahead, passed)
    ]
    assert "past due" not in told[0].partition("Actions for the child")[0]
    own = "(the plan's own day was 27 November 2026)"
    assert f"To be in the plan by {LATE} {own}. Evidence" in told[1]
    (record,) = feed.feed([ahead], confirmed=True)["records"]
    assert (record["plan_by"], record["past_due"]) == ("2026-12-04", False)


def _answered(**answer: Any) -> ExtractPapers:
    late = panel.extract(made_at=LATER)
    rows = tuple(replace(one, **answer) for one in late.item.recommendations)
    return replace(late, item=replace(late.item, recommendations=rows))


@pytest.fixture
def late_room(room: RunningRoom, clock: SetClock) -> Iterator[RunningRoom]:
    """An approved and confirmed meeting whose papers wait until a day has passed."""
    due = HELD + timedelta(days=3)
    room.workspace.recommendations.change(room.item().recommendations[0].id, "by_date", due)
    room.workspace.conduct.close(room.meeting)
    approve(room)
    confirm_all(room)
    clock.move(timedelta(days=7))
    yield room


def test_a_day_that_passes_makes_no_other_document_of_what_was_confirmed(
    late_room: RunningRoom,
) -> None:
    made = issue.documents(late_room.workspace, late_room.meeting)
    assert all(one.confirmed for one in made if one.needs_confirming and not one.on_request)
    (one,) = [one for one in made if one.name == "recommendations/LCS1.docx"]
    assert ", past due" in reading.text(docx.Document(BytesIO(one.make(None))))


def test_who_issues_is_told_what_goes_out_past_due(late_room: RunningRoom, tmp_path: Path) -> None:
    told: list[str] = []
    issue.write_meeting(late_room.workspace, late_room.meeting, tmp_path, tell=told.append)
    assert told.count("R001 (V1), due 15 Nov 2026: that day has passed.") == 1


def test_who_writes_the_feed_alone_is_told_too(late_room: RunningRoom, tmp_path: Path) -> None:
    told: list[str] = []
    issue.write_meeting(
        late_room.workspace, late_room.meeting, tmp_path, audiences=["feed"], tell=told.append
    )
    assert "R001 (V1), due 15 Nov 2026: that day has passed." in told


def sheet(**changes: object) -> docx.document.Document:
    return reading.document(lambda to: recommendation_sheet.write(panel.extract(**changes), to))
