"""Briefing, notices, the police's sheet, letters about places and disclosure copies."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest

from exports import issue
from models.clock import SetClock
from models.errors import Refusal
from models.marks import Information, Sharing
from tests.exports import reading
from tests.exports.issued_room import approve
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def issued(room: RunningRoom, folder: Path, *audiences: str) -> set[str]:
    return set(issue.write_meeting(room.workspace, room.meeting, folder, audiences=audiences))


def text(path: Path) -> str:
    return reading.text(docx.Document(str(path)))


def place_item(room: RunningRoom, name: str) -> int:
    """A place on the agenda, of which the panel speaks now."""
    workspace = room.workspace
    item = workspace.conduct.add_item(room.meeting, workspace.register.add_place(name), "L")
    workspace.conduct.open_item(item)
    return item


def say(room: RunningRoom, words: str, sharing: Sharing, *with_: int) -> int:
    return room.workspace.conduct.say(
        room.child_item,
        room.health,
        words,
        information=Information.INTELLIGENCE,
        sharing=sharing,
        shared_with=with_,
    )


def test_only_marked_lines_that_the_police_may_read_go_to_them(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct = room.workspace.conduct
    marked = say(room, "Seen in a red car", Sharing.ALL_PANEL)
    named = say(room, "A second phone", Sharing.NAMED_AGENCIES, room.police)
    say(room, "Sleeps badly", Sharing.ALL_PANEL)
    hidden = say(room, "Told the nurse alone", Sharing.CHAIR_ONLY)
    assert "police-intelligence.docx" not in issued(room, tmp_path)
    conduct.submit(marked)
    conduct.submit(named)
    with pytest.raises(Refusal, match="not shared with the police"):
        conduct.submit(hidden)
    issued(room, tmp_path)
    told = text(tmp_path / "police-intelligence.docx")
    assert "Why it is needed: " in told
    assert "Information | Seen in a red car." in told and "A second phone." in told
    assert "Provided by | Health" in told and "Source | Not graded" in told
    assert "nurse" not in told and "Sleeps" not in told


def test_a_line_kept_from_the_police_later_is_not_on_their_sheet(
    room: RunningRoom, tmp_path: Path
) -> None:
    line = say(room, "Seen in a red car", Sharing.ALL_PANEL)
    room.workspace.conduct.submit(line)
    room.workspace.conduct.change_line(line, sharing="chair only")
    assert "police-intelligence.docx" not in issued(room, tmp_path)


def test_an_owner_who_was_not_there_is_told_of_their_own_actions_alone(
    room: RunningRoom, tmp_path: Path
) -> None:
    record = room.workspace.conduct.record_action
    record(room.child_item, "Meet Robin Ashdown weekly", owner="Tess Owen", agency_id=room.council)
    record(room.child_item, "Watch for Robin Ashdown and Darren Pike", owner="Bo Marr")
    record(room.child_item, "Ring the school", owner_id=room.manager)
    names = {one for one in issued(room, tmp_path) if one.startswith("notices/")}
    assert len(names) == 2
    told = {name: text(tmp_path / name) for name in names}
    (worker,) = [one for one in told.values() if "Tess Owen" in one]
    (guardian,) = [one for one in told.values() if "Bo Marr" in one]
    assert "Meet R.A. weekly." in worker and "Watch" not in worker
    assert "Watch for another young person A and Person 1." in guardian
    assert "V1 (ask the panel's coordinator whom it is about)" in guardian
    assert "Ring the school" not in worker + guardian
    assert not [one for one in ("Ashdown", "Robin", "Pike", "LCS1") if one in guardian]


def test_whoever_declared_an_interest_is_given_no_notice_of_it(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct = room.workspace.conduct
    conduct.attend(room.meeting, room.nurse, "A")
    conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    conduct.record_action(room.child_item, "See Robin", owner_id=room.nurse)
    assert not [one for one in issued(room, tmp_path) if one.startswith("notices/")]


def test_what_a_places_owner_is_asked_comes_by_letter_alone(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    item = place_item(room, "Arcade")
    ask = "Leave the lights on"
    workspace.conduct.record_action(item, ask, owner="The manager", kind="ask of owner")
    names = issued(room, tmp_path)
    assert "letters/L1.docx" in names
    assert not [one for one in names if one.startswith("notices/")]
    workspace.conduct.record_action(item, "Ring the tenant", owner="The landlord")
    names = issued(room, tmp_path)
    (notice,) = [one for one in names if one.startswith("notices/")]
    told = text(tmp_path / notice)
    assert "Dear the landlord," in told and ask not in told


def test_a_letter_asks_a_places_owner_and_names_nobody(room: RunningRoom, tmp_path: Path) -> None:
    workspace = room.workspace
    item = place_item(room, "Meadows retail park")
    for words, kind in (
        ("Leave the lights on until midnight", "ask of owner"),
        ("Tell us when Robin Ashdown comes", "ask of owner"),
        ("Test purchase at the shop", "disrupt place"),
        ("Visit with young people", "support"),
    ):
        workspace.conduct.record_action(item, words, kind=kind)
    issued(room, tmp_path)
    told = text(tmp_path / "letters/L1.docx")
    assert "About Meadows retail park" in told
    assert "Leave the lights on until midnight." in told
    for lost in ("Robin", "Ashdown", "purchase", "Visit with", "MACE", "exploit"):
        assert lost not in told
    header = reading.edges(docx.Document(str(tmp_path / "letters/L1.docx")))[0]
    assert "NOT CONFIRMED" in header


def test_a_letter_to_a_place_says_on_no_page_whom_the_panel_speaks_of_or_who_approved_it(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    item = place_item(room, "Arcade")
    workspace.conduct.record_action(item, "Leave the lights on", kind="ask of owner")
    approve(room)
    made = next(
        one for one in issue.documents(workspace, room.meeting) if one.name == "letters/L1.docx"
    )
    workspace.minutes.confirm(room.meeting, made.name, made.digest)
    issued(room, tmp_path)
    header = reading.edges(docx.Document(str(tmp_path / "letters/L1.docx")))[0]
    assert "PRIVATE" in header
    assert not [one for one in ("Approved", "SAFEGUARDING", "chair", "MACE") if one in header]


def test_the_briefing_tells_the_chair_what_is_late_restricted_and_who_steps_out(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct = room.workspace.conduct
    say(room, "Told the nurse alone", Sharing.CHAIR_ONLY)
    conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    issue.write_before_meeting(room.workspace, room.meeting, tmp_path, kinds=("briefing",))
    told = text(tmp_path / "chairs-briefing.docx")
    kept = told.partition("\nFor the chair only:\n")[2].partition("\n")[0]
    assert kept.endswith("Told the nurse alone.")
    assert "Steps out | Ann Patel" in told


def test_the_briefing_sets_side_by_side_what_agencies_say_differently(
    room: RunningRoom, tmp_path: Path
) -> None:
    for agency, words in ((room.police, "Plan: CIN"), (room.health, "On a child protection plan")):
        room.workspace.conduct.say(room.child_item, agency, words, information=Information.FACT)
    issue.write_before_meeting(room.workspace, room.meeting, tmp_path, kinds=("briefing",))
    told = text(tmp_path / "chairs-briefing.docx")
    police = "Police (12 Nov 2026) says Child in Need plan: “Plan: CIN”"
    health = "Health (12 Nov 2026) says Child Protection plan: “On a child protection plan”"
    assert f"Plan: {police}; {health}." in told


def test_the_briefing_keeps_from_the_chair_what_the_chair_steps_out_for(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct = room.workspace.conduct
    conduct.set_chair(room.meeting, room.manager)
    conduct.declare(room.meeting, room.manager, "Knows the family", room.child_item)
    issue.write_before_meeting(room.workspace, room.meeting, tmp_path, kinds=("briefing",))
    assert "R.A." not in text(tmp_path / "chairs-briefing.docx")


def test_a_disclosure_copy_is_made_only_when_asked_for_and_lists_what_was_taken_out(
    room: RunningRoom, tmp_path: Path
) -> None:
    workspace = room.workspace
    workspace.conduct.write(
        room.child_item, "for_file", "Robin goes with Darren Pike. A CAWN follows.", None
    )
    workspace.conduct.decide(room.child_item, "REMAIN", "It goes on", review_on=date(2026, 12, 24))
    assert not [one for one in issued(room, tmp_path) if one.startswith("disclosure/")]
    assert issued(room, tmp_path, "disclosure") >= {"disclosure/LCS1.docx"}
    document = docx.Document(str(tmp_path / "disclosure/LCS1.docx"))
    told = reading.text(document)
    assert "Robin goes with Person 1. A ‹withheld› follows." in told
    log = reading.under(document, "What was taken out")
    assert any("For the child's file | another person | replaced" in row for row in log)
    assert any("tactic" in row and "No disruption tactic" in row for row in log)
    assert "Pike" not in told and "CAWN" not in told
    (copy,) = [
        one
        for one in issue.documents(workspace, room.meeting)
        if one.name == "disclosure/LCS1.docx"
    ]
    workspace.minutes.confirm(room.meeting, copy.name, copy.digest)
    issued(room, tmp_path, "disclosure")
    assert "Approved by: Coordinator" in text(tmp_path / "disclosure/LCS1.docx")


def test_a_disclosure_copy_leaves_out_what_must_not_be_said_to_whoever_asks(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct = room.workspace.conduct
    conduct.tell(room.child_item, "child", "Tess Owen", None, "A plan", must_not="The man's name")
    issued(room, tmp_path)
    issued(room, tmp_path, "disclosure")
    document = docx.Document(str(tmp_path / "disclosure/LCS1.docx"))
    assert "The man's name" in text(tmp_path / "extracts/LCS1.docx")
    assert "The man's name" not in reading.text(document)
    log = reading.under(document, "What was taken out")
    assert any(
        "what must not be said | left out | Nothing that may bring harm" in row for row in log
    )


def test_a_disclosure_copy_is_worded_for_who_asks_and_not_for_the_childs_file(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct = room.workspace.conduct
    conduct.write(room.child_item, "for_file", "Robin has a mentor.", None)
    conduct.recommend(room.child_item, "Mentoring each week")
    conduct.tell(room.child_item, "child", "Tess Owen", None, "A plan with Darren Pike")
    issued(room, tmp_path, "disclosure")
    document = docx.Document(str(tmp_path / "disclosure/LCS1.docx"))
    told, edges = reading.text(document), "\n".join(reading.edges(document))
    assert told.startswith("Disclosure copy") and "This is a disclosure copy" in told
    assert "Given to | " in told and "Given on | " in told
    assert "Robin has a mentor." in told and "Mentoring each week." in told
    for lost in ("Extract", "answer the recommendations", "may not be given", "disagree",
                 "To | ", "Copies to", "Tess Owen", "tells the child"):  # fmt: skip
        assert lost not in told
    assert "Disclosure copy, version 1. Issued to: the person named on page 1" in edges
    panel = room.workspace.read.panel()
    assert panel.handling and panel.handling not in edges


def test_the_chair_is_given_no_plan_that_touches_their_own_interest(
    room: RunningRoom, tmp_path: Path
) -> None:
    conduct = room.workspace.conduct
    conduct.disrupt(room.child_item, "CAWN", against_id=room.person)
    conduct.set_chair(room.meeting, room.manager)
    conduct.declare(room.meeting, room.detective, "A neighbour", room.child_item)
    assert "plans/D001.docx" in issued(room, tmp_path)
    conduct.declare(room.meeting, room.manager, "Knows the family", room.child_item)
    assert "plans/D001.docx" not in issued(room, tmp_path)
