"""Holding a meeting: what is said, decided and agreed, each durable and undoable."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.entities import ChildStatus, Link
from models.errors import Conflict, Refusal
from models.marks import Information, ItemKind, Sharing
from models.records.reader import Reader, ReaderKind
from models.rules.capture import read_line
from tests.models.services.rooms import HELD, RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_an_item_cannot_be_opened_before_the_meeting_is_started(clock: SetClock) -> None:
    made = running_room(clock)
    later = made.workspace.agenda.plan_meeting(HELD + timedelta(days=42))
    item = made.workspace.agenda.add(later, made.child)
    with pytest.raises(Refusal, match="Start the meeting first"):
        made.workspace.conduct.open_item(item)


def test_a_meeting_has_the_panels_chair_and_minute_taker_from_its_planning(
    room: RunningRoom,
) -> None:
    panel, workspace = room.workspace.panel, room.workspace
    panel.change_member(room.manager, panel_role="chair")
    taker = panel.add_member("Petra Lund", panel_role="minute taker")
    planned = workspace.read.meeting(workspace.agenda.plan_meeting(HELD + timedelta(days=42)))
    assert planned is not None
    assert (planned.chair_id, planned.minute_taker_id) == (room.manager, taker)


@pytest.mark.parametrize("planned_before", [True, False])
def test_the_next_meeting_is_planned_as_this_one_closes(
    room: RunningRoom, planned_before: bool
) -> None:
    following, workspace = HELD + timedelta(days=42), room.workspace
    if planned_before:
        workspace.agenda.plan_meeting(following)
    workspace.conduct.close(room.meeting, following)
    assert [one.held_on for one in workspace.read.meetings()].count(following) == 1
    workspace.store.undo()
    days = [one.held_on for one in workspace.read.meetings()]
    assert days.count(following) == int(planned_before)


def test_an_item_without_a_decision_is_proposed_for_the_next_meeting(
    room: RunningRoom, clock: SetClock
) -> None:
    conduct, following = room.workspace.conduct, HELD + timedelta(days=42)
    clock.move(timedelta(minutes=9))
    conduct.open_item(room.person_item)
    clock.move(timedelta(seconds=20))
    conduct.close(room.meeting, following)
    states = [room.item(one).row.state for one in (room.child_item, room.person_item)]
    assert states == ["discussed", "not reached"]
    meeting = next(m for m in room.workspace.read.meetings() if m.held_on == following)
    why = {row.subject_id: row.why for row in room.workspace.read.pool(meeting.id)}
    assert why[room.child].startswith("No decision on")
    assert why[room.person].startswith("Not reached on")


def test_an_item_that_is_a_title_alone_comes_back_where_it_stood(room: RunningRoom) -> None:
    agenda, read, following = room.workspace.agenda, room.workspace.read, HELD + timedelta(days=42)
    agenda.add(room.meeting, title="Feedback from schools", section="T", ask="Agree the wording")
    room.workspace.conduct.close(room.meeting, following)
    later = read.meeting_on(following)
    assert later is not None
    (row,) = [row for row in read.pool(later.id) if row.subject_id is None]
    assert (row.label, row.why[:14]) == ("Feedback from schools", "Not reached on")
    assert agenda.take(later.id, (row.key,)) == 1
    (item,) = [one for one in read.running_order(later.id) if one.subject_id is None]
    assert (item.section, item.ask) == ("T", "Agree the wording")
    assert [one for one in read.pool(later.id) if one.subject_id is None] == []


def test_a_child_at_immediate_risk_heads_the_agenda_and_it_is_said_on_the_item(
    room: RunningRoom, clock: SetClock
) -> None:
    workspace, following = room.workspace, HELD + timedelta(days=42)
    later = workspace.agenda.plan_meeting(following)
    workspace.agenda.add(later, room.child)
    urgent = workspace.register.add_child("Tia Kerr")
    referral = workspace.referrals.add(urgent, reason="With him now", immediate_risk=True)
    item = workspace.agenda.add(later, urgent, kind=ItemKind.URGENT, referral_id=referral)
    assert [row.label for row in workspace.read.running_order(later)][0] == "Tia Kerr"
    tags = [words for words, _ in room.item(item).header.tags]
    assert tags[0] == "Immediate risk: nobody told yet"


def test_an_item_added_while_the_meeting_runs_changes_no_number(room: RunningRoom) -> None:
    before = {row.id: row.reference for row in room.workspace.read.running_order(room.meeting)}
    room.workspace.conduct.add_item(room.meeting, room.workspace.register.add_child("Tia Kerr"))
    after = {row.id: row.reference for row in room.workspace.read.running_order(room.meeting)}
    assert {one: after[one] for one in before} == before


def test_the_risk_that_the_panel_judged_is_the_childs_from_then_on(room: RunningRoom) -> None:
    conduct, workspace, following = room.workspace.conduct, room.workspace, HELD + timedelta(42)
    conduct.judge_risk(room.child_item, "Very high")
    conduct.close(room.meeting, following)
    meeting = next(m for m in workspace.read.meetings() if m.held_on == following)
    item = workspace.read.item(workspace.agenda.add(meeting.id, room.child))
    assert item is not None and item.header.risk == "Very high"
    tracked = next(one for one in workspace.read.children() if one.id == room.child)
    assert tracked.risk == "Very high"


def test_turning_to_another_item_stops_the_first_clock(room: RunningRoom, clock: SetClock) -> None:
    clock.move(timedelta(minutes=7))
    room.workspace.conduct.open_item(room.person_item)
    first, second = (room.item(one).row for one in (room.child_item, room.person_item))
    assert (first.seconds, first.clock_started) == (420, None)
    assert second.clock_started == clock.now()


def test_a_line_for_named_agencies_is_hidden_from_the_room_unless_all_present_may_read_it(
    room: RunningRoom,
) -> None:
    conduct = room.workspace.conduct
    conduct.say(
        room.child_item,
        room.police,
        "For two agencies",
        information=Information.FACT,
        sharing=Sharing.NAMED_AGENCIES,
        shared_with=(room.health,),
    )
    conduct.say(room.child_item, room.police, "For everyone", information=Information.FACT)
    heard = _texts(room, room.workspace.room_reader(room.meeting, room.child_item))
    assert heard == {"For everyone"}
    conduct.leave(_row(room, room.manager))
    heard = _texts(room, room.workspace.room_reader(room.meeting, room.child_item))
    assert heard == {"For everyone", "For two agencies"}


def test_a_line_for_the_chair_is_in_no_other_agencys_document(room: RunningRoom) -> None:
    say = room.workspace.conduct.say
    say(room.child_item, room.police, "Chair's line", sharing=Sharing.CHAIR_ONLY)
    say(room.child_item, room.police, "Heard only", sharing=Sharing.NOT_MINUTED)
    audience = Reader(
        room.workspace.store.clock.now(),
        ReaderKind.AUDIENCE,
        agency_ids=(room.health,),
        in_document=True,
    )
    assert _texts(room, audience) == set()


def test_whoever_declares_a_conflict_reads_nothing_of_the_item(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.say(room.child_item, room.health, "Something told")
    conduct.declare(room.meeting, room.detective, "Neighbour", room.child_item)
    reader = Reader(
        room.workspace.store.clock.now(),
        member_id=room.detective,
        agency_ids=(room.police,),
        conflicted_items=frozenset({room.child_item}),
        conflicted_subjects=frozenset({room.child}),
    )
    readings = room.workspace.read_as(reader)
    assert readings.item(room.child_item) is None
    assert [row.id for row in readings.running_order(room.meeting)] == [room.person_item]


def test_text_that_moved_meanwhile_is_a_conflict_and_nothing_is_lost(room: RunningRoom) -> None:
    write = room.workspace.conduct.write
    write(room.child_item, "voice", "I want to go to boxing.")
    with pytest.raises(Conflict) as met:
        write(room.child_item, "voice", "Something else", seen=None)
    assert met.value.theirs == "I want to go to boxing."
    assert room.item().voice == "I want to go to boxing."


@pytest.mark.parametrize("code", ["CLOSE_REDUCED", "STEP_DOWN"])
def test_letting_a_child_go_needs_a_reason_and_a_second_person(
    room: RunningRoom, code: str
) -> None:
    decide = room.workspace.conduct.decide
    with pytest.raises(Refusal):
        decide(room.child_item, code, None, second_person="Sam Lee")
    with pytest.raises(Refusal, match="second person"):
        decide(room.child_item, code, "No contact for three months")
    with pytest.raises(Refusal):
        decide(room.child_item, code, "Risk is low", second_person="Sam Lee")
    assert room.item().decision is None


WHY = "No contact with the adults since August"


def leaves(room: RunningRoom, member_id: int) -> None:
    """A member goes home."""
    here = room.workspace.read.attendance(room.meeting)
    room.workspace.conduct.leave(next(one.id for one in here if one.member_id == member_id))


@pytest.mark.parametrize("name", ["Nobody Known", "mum", "Lee"])
def test_the_second_person_is_a_member_by_name(room: RunningRoom, name: str) -> None:
    for code in ("CLOSE_REDUCED", "REMAIN"):
        with pytest.raises(Refusal, match="must be a member who is present"):
            room.workspace.conduct.decide(room.child_item, code, WHY, second_person=name)
    assert room.item().decision is None


@pytest.mark.parametrize("said", ["Éowyn O’Neill", "éowyn o'neill", "EOWYN O'NEILL"])
def test_the_second_person_is_known_however_the_name_is_typed(room: RunningRoom, said: str) -> None:
    room.workspace.panel.change_member(room.manager, name="Éowyn O’Neill")
    room.workspace.conduct.decide(room.child_item, "CLOSE_REDUCED", WHY, second_person=said)
    decision = room.item().decision
    assert decision is not None and decision.second_person == "Éowyn O’Neill"


def test_of_two_of_one_name_the_one_who_is_still_here_agrees(room: RunningRoom) -> None:
    room.workspace.panel.change_member(room.detective, name="Sam Lee")
    leaves(room, room.detective)
    room.workspace.conduct.decide(room.child_item, "CLOSE_REDUCED", WHY, second_person="Sam Lee")
    assert room.item().decision is not None


def test_the_second_person_is_still_in_the_room(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    leaves(room, room.manager)
    with pytest.raises(Refusal, match="present"):
        conduct.decide(room.child_item, "CLOSE_REDUCED", WHY, second_person="Sam Lee")


def test_the_second_person_has_no_interest_in_the_item(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.declare(room.meeting, room.manager, "Neighbour", room.child_item)
    with pytest.raises(Refusal, match="declared an interest"):
        conduct.decide(room.child_item, "CLOSE_REDUCED", WHY, second_person="Sam Lee")
    assert room.item().decision is None


def test_a_decision_is_put_back_though_who_agreed_has_left(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.decide(room.child_item, "CLOSE_REDUCED", WHY, second_person="sam lee")
    decided = room.workspace.store.last_operation
    conduct.decide(room.child_item, "REMAIN", "New concerns")
    leaves(room, room.manager)
    conduct.restore_entry("decision", 1, decided)
    put_back = room.item().decision
    assert put_back is not None
    assert put_back.second_person == "Sam Lee"


def test_who_agreed_to_letting_go_is_heard_in_the_bar(room: RunningRoom) -> None:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    line = "dec close, no contact with the adults since August and settled at school, agreed by Lee"
    for reading in read_line(line, context):
        room.workspace.conduct.keep_line(room.child_item, reading)
    decision = room.item().decision
    assert decision is not None and decision.second_person == "Sam Lee"
    assert decision.rationale == "No contact with the adults since August and settled at school"


def test_a_closed_child_returns_by_itself_three_months_on(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    why = "No contact with the adults since August and settled at school"
    conduct.decide(room.child_item, "CLOSE_REDUCED", why, second_person="Sam Lee")
    conduct.close(room.meeting)
    later = room.workspace.agenda.plan_meeting(date(2027, 2, 18))
    pool = {row.subject_id: row.why for row in room.workspace.read.pool(later)}
    assert "three months" in pool[room.child]


def test_the_risk_before_the_meeting_is_never_that_which_the_meeting_judged(
    room: RunningRoom,
) -> None:
    conduct = room.workspace.conduct
    conduct.judge_risk(room.child_item, "High")
    conduct.judge_risk(room.child_item, "High", rationale="Seen with him twice")
    conduct.judge_risk(room.child_item, "Very high", dissent="Health sees it otherwise")
    risk = room.item().risk
    assert risk is not None
    assert (risk.before, risk.after, risk.direction) == (None, "Very high", None)


def test_a_risk_level_alone_closes_nobody(room: RunningRoom) -> None:
    room.workspace.conduct.judge_risk(room.child_item, "Low", before="High")
    child = room.workspace.read.child(room.child)
    assert child.closed_on is None
    risk = room.item().risk
    assert risk is not None
    assert (risk.before, risk.after, risk.direction) == ("High", "Low", "decreased")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("risk: stays high", "Risk: High (increased, by the level before)"),
        ("risk up to high", "Risk: High"),
        ("risk high", "Risk: High"),
        ("risk down to medium", "Risk: Medium (same, by the level before)"),
    ],
)
def test_a_risk_said_to_go_another_way_than_its_levels_do_is_told_so(
    room: RunningRoom, line: str, told: str
) -> None:
    conduct = room.workspace.conduct
    conduct.judge_risk(room.child_item, "Medium", before="Medium")
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line(line, context)
    assert conduct.keep_line(room.child_item, reading) == told


def test_a_measure_opens_a_plan_and_names_the_children_it_protects(room: RunningRoom) -> None:
    room.workspace.conduct.disrupt(room.child_item, "CAWN", against_id=room.person)
    (plan,) = room.workspace.read.plans()
    assert plan.subject == "Darren Pike"
    assert [code for _, _, code in plan.children] == ["LCS1"]
    assert plan.measures[0].legal_basis


def test_a_measure_said_to_be_for_a_child_names_that_child_in_its_plan_and_conditions(
    room: RunningRoom,
) -> None:
    other = room.workspace.register.add_child("Maisie Hartley", system_id="LCS2")
    room.workspace.agenda.add(room.meeting, other)
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line("d CAWN on Darren Pike for Robin and Maisie Hartley by Fri", context)
    room.workspace.conduct.keep_line(room.child_item, reading)
    (plan,) = room.workspace.read.plans()
    assert [child for child, _, _ in plan.children] == [room.child, other]
    assert plan.measures[0].conditions == "Protects Robin and Maisie Hartley"


def test_a_deferred_item_is_proposed_for_the_next_agenda_and_counts_as_carried(
    room: RunningRoom,
) -> None:
    room.workspace.conduct.defer(room.person_item, "Police lead called away")
    room.workspace.conduct.close(room.meeting)
    later = room.workspace.agenda.plan_meeting(HELD + timedelta(days=42))
    room.workspace.agenda.fill(later)
    rows = room.workspace.read.running_order(later)
    carried = next(row for row in rows if row.subject_id == room.person)
    assert (carried.kind, carried.carried_count) == ("deferred", 1)


def test_an_item_not_reached_is_named_at_close_and_never_lost(room: RunningRoom) -> None:
    room.workspace.conduct.close(room.meeting)
    assert room.item(room.person_item).row.state == "not reached"


LINES = [
    ("action Khan to visit the address by next Fri", "actions", "Visit the address"),
    ("r Social worker to add a weekly check-in by 1 Dec", "recommendations", "weekly check-in"),
    ("d CAWN on Darren Pike by Fri", "measures", "Child Abduction Warning Notice"),
]


@pytest.mark.parametrize(("line", "where", "words"), LINES)
def test_a_captured_line_is_kept_where_it_belongs(
    room: RunningRoom, line: str, where: str, words: str
) -> None:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    for reading in read_line(line, context):
        room.workspace.conduct.keep_line(room.child_item, reading)
    kept = getattr(room.item(), where)
    assert words in str(kept[0])


@pytest.mark.parametrize(
    "line",
    ["dec Darren Pike - remain", "dec keep pike on panel", "rev Pike in 6 weeks", "ris Pike high"],
)
def test_what_is_judged_of_another_record_is_refused_on_this_item(
    room: RunningRoom, line: str
) -> None:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line(line, context)
    with pytest.raises(Refusal, match="turn to it|add one to decide") as told:
        room.workspace.conduct.keep_line(room.child_item, reading)
    assert "Pike" not in str(told.value)
    assert (room.item().decision, room.item().risk) == (None, None)


@pytest.mark.parametrize("line", ["d CAWN by Fri", "d closure notice on Mill Rd garages"])
def test_a_measure_against_nobody_known_is_not_kept_against_the_child(
    room: RunningRoom, line: str
) -> None:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line(line, context)
    room.workspace.conduct.keep_line(room.child_item, reading)
    (kept,) = room.item().measures
    assert (kept.subject_id, kept.against) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "link Robin is exploited by Darren Pike",
        "link exploited by Darren Pike",
        "lin Darren Pike exploits Robin Ashdown",
    ],
)
def test_victim_and_offender_keep_their_ends_however_a_link_is_worded(
    room: RunningRoom, line: str
) -> None:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    for reading in read_line(line, context):
        room.workspace.conduct.keep_line(room.child_item, reading)
    with room.workspace.store.reading() as session:
        last = session.query(Link).order_by(Link.id.desc()).first()
    assert last is not None
    assert (last.from_id, last.relation, last.to_id) == (room.person, "exploits", room.child)


def test_a_link_with_somebody_on_no_record_joins_nobody_else(room: RunningRoom) -> None:
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    (reading,) = read_line("link Darren is exploited by Marlon Etheridge", context)
    with pytest.raises(Refusal, match="two records"):
        room.workspace.conduct.keep_line(room.child_item, reading)


def test_what_a_line_says_for_one_of_the_items_texts_is_added_there(room: RunningRoom) -> None:
    for line in ("voice: he wants to go home", "child's voice: and to see his gran"):
        context = room.workspace.read.capture_context(room.meeting, room.child_item)
        (reading,) = read_line(line, context)
        room.workspace.conduct.keep_line(room.child_item, reading)
    assert room.item().voice == "He wants to go home\nAnd to see his gran"
    assert room.item().rounds == () or not any(one.lines for one in room.item().rounds)


def test_an_action_of_before_is_told_at_the_meeting_and_keeps_its_reason(
    room: RunningRoom,
) -> None:
    conduct = room.workspace.conduct
    action = conduct.record_action(room.child_item, "Visit the home", owner_id=room.detective)
    with pytest.raises(Refusal):
        conduct.update_action(action, "not done")
    conduct.update_action(action, "not done", reason="Nobody was in on three visits")
    row = room.item().actions[0]
    assert (row.status, row.last_reason) == ("not done", "Nobody was in on three visits")


def test_every_step_of_a_meeting_can_be_undone_and_done_again(room: RunningRoom) -> None:
    conduct, store = room.workspace.conduct, room.workspace.store
    before = room.item()
    conduct.say(room.child_item, room.police, "Seen near the park")
    conduct.disrupt(room.child_item, "CAWN", against_id=room.person)
    conduct.decide(room.child_item, "REMAIN", "Risk continues", review_on=date(2026, 12, 24))
    after = room.item()
    for _ in range(3):
        store.undo()
    assert room.item() == before
    for _ in range(3):
        store.redo()
    assert room.item() == after


def _texts(room: RunningRoom, reader: Reader) -> set[str]:
    found = room.workspace.read_as(reader).item(room.child_item)
    return {line.text for line in found.lines} if found else set()


def _row(room: RunningRoom, member: int) -> int:
    rows = room.workspace.read.attendance(room.meeting)
    return next(row.id for row in rows if row.member_id == member)


def test_a_decision_that_changes_nothing_of_how_a_child_stands_begins_no_new_status(
    room: RunningRoom,
) -> None:
    register, decide = room.workspace.register, room.workspace.conduct.decide

    def days() -> list[date | None]:
        with room.workspace.store.reading() as session:
            asked = select(ChildStatus.since).where(ChildStatus.child_id == room.child)
            return list(session.scalars(asked.order_by(ChildStatus.id)))

    before = days()
    decide(room.child_item, "REMAIN", "The risk stands.")
    assert len(days()) == len(before) + 1  # on the panel, which was not on record
    register.set_status(room.child, date(2026, 11, 1), on_panel=True, on_tracker=True)
    room.workspace.store.undo()
    room.workspace.store.undo()
    assert days() == before
    register.set_status(room.child, date(2026, 11, 1), on_panel=True, on_tracker=True)
    standing = days()
    decide(room.child_item, "REMAIN", "The risk stands.")
    assert days() == standing


def test_a_review_agreed_before_the_decision_is_shown_and_stays_with_it(room: RunningRoom) -> None:
    conduct, day = room.workspace.conduct, date(2026, 12, 18)
    conduct.review_on(room.child_item, day)
    item = room.item(room.child_item)
    assert item.returns_on == day and ("Review date", True) in item.points
    conduct.decide(room.child_item, "REMAIN", "Risk continues")
    decided = room.item(room.child_item)
    assert decided.decision is not None
    assert (decided.returns_on, decided.decision.review_on) == (day, day)


LOW = "Risk is low and stays low"


def test_a_review_agreed_before_a_closing_stays_beside_the_look_three_months_on(
    room: RunningRoom,
) -> None:
    conduct, agreed = room.workspace.conduct, date(2026, 12, 18)
    conduct.review_on(room.child_item, agreed)
    conduct.decide(room.child_item, "CLOSE_REDUCED", LOW, second_person="Sam Lee")
    item = room.item(room.child_item)
    assert (item.returns_on, item.looked_at_again_on) == (agreed, date(2027, 2, 12))


@pytest.mark.parametrize("day", [None, date(2028, 1, 10)])
def test_no_word_of_a_review_takes_the_look_after_a_closing_away(
    room: RunningRoom, day: date | None
) -> None:
    conduct = room.workspace.conduct
    conduct.decide(room.child_item, "CLOSE_REDUCED", LOW, second_person="Sam Lee")
    conduct.review_on(room.child_item, day)
    item = room.item(room.child_item)
    assert item.looked_at_again_on == date(2027, 2, 12)
    assert item.returns_on == (day or item.looked_at_again_on)


def test_a_closing_that_is_taken_for_another_decision_leaves_no_look_behind(
    room: RunningRoom,
) -> None:
    conduct = room.workspace.conduct
    conduct.decide(room.child_item, "CLOSE_REDUCED", LOW, second_person="Sam Lee")
    conduct.decide(room.child_item, "REMAIN", "Risk continues")
    item = room.item(room.child_item)
    assert (item.returns_on, item.looked_at_again_on) == (None, None)
