"""Plans and measures between meetings: opened, moved on, breached, and heard at the next panel."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.marks import Sharing
from tests.models.services.rooms import RunningRoom, running_room

NEXT = date(2026, 12, 10)


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


@pytest.fixture
def plan(room: RunningRoom) -> int:
    return room.workspace.disruption.open_plan(room.person, objective="Keep him away")


def _why(room: RunningRoom, meeting: int) -> list[str]:
    return [one.why for one in room.workspace.read.pool(meeting) if one.subject_id == room.person]


def test_a_plan_opened_by_hand_protects_who_is_linked(room: RunningRoom, plan: int) -> None:
    read = room.workspace.read.plan(plan)
    assert [child for child, _, _ in read.children] == [room.child]
    with pytest.raises(Refusal, match="D001 is open"):
        room.workspace.disruption.open_plan(room.person)


def test_a_theme_has_a_plan_and_a_vehicle_none(room: RunningRoom) -> None:
    register = room.workspace.register
    theme = register.add_theme("Vapes for children")
    assert room.workspace.disruption.open_plan(theme)
    with pytest.raises(Refusal):
        room.workspace.disruption.open_plan(register.add_vehicle("NK19 CUK"))


def test_a_measure_goes_from_considered_to_breached_and_back(room: RunningRoom, plan: int) -> None:
    disruption, read = room.workspace.disruption, room.workspace.read
    cawn = disruption.add_measure(plan, "CP10")
    disruption.move_measure(cawn, "served", day=date(2026, 11, 2), until=date(2027, 11, 2))
    with pytest.raises(Refusal, match="what was done"):
        disruption.move_measure(cawn, "breached", what="Seen with her")
    disruption.move_measure(
        cawn, "breached", day=date(2026, 11, 10), what="Seen with her", done="Arrested"
    )
    row = read.measures()[0]
    assert row.against == "Darren Pike" and row.in_force_from == date(2026, 11, 2)
    assert (row.breaches, row.came_of) == (1, "breached 10 Nov 2026: Seen with her; Arrested")
    assert {"breached", "in force"} <= row.stands
    assert [step.status for step in read.measure_detail(cawn).steps] == ["breached", "served"]
    room.workspace.store.undo()
    assert read.measures()[0].breaches == 0
    assert len(read.measure_detail(cawn).steps) == 1


def test_what_was_never_in_force_cannot_be_breached(room: RunningRoom, plan: int) -> None:
    disruption, read = room.workspace.disruption, room.workspace.read
    one = disruption.add_measure(plan, "CP10")
    with pytest.raises(Refusal, match="never in force"):
        disruption.move_measure(one, "breached", what="Seen with her", done="Arrested")
    assert (read.measures()[0].status, read.measures()[0].breaches) == ("considered", 0)
    disruption.move_measure(one, "served", day=date(2026, 11, 9))
    with pytest.raises(Refusal, match="not in force on that day: it began on 9 Nov 2026"):
        disruption.move_measure(
            one, "breached", day=date(2026, 11, 8), what="Seen with her", done="Arrested"
        )
    assert read.measures()[0].breaches == 0


def test_refused_and_not_pursued_need_their_reason(room: RunningRoom, plan: int) -> None:
    disruption = room.workspace.disruption
    one = disruption.add_measure(plan, "MS06")
    for status in ("refused", "not pursued"):
        with pytest.raises(Refusal, match="Say why"):
            disruption.move_measure(one, status)
    disruption.move_measure(one, "not pursued", what="No disclosable evidence")
    assert room.workspace.read.measures()[0].came_of == "No disclosable evidence"


def test_what_has_not_come_yet_has_not_happened(room: RunningRoom, plan: int) -> None:
    one = room.workspace.disruption.add_measure(plan, "CP10")
    with pytest.raises(Refusal, match="not come yet"):
        room.workspace.disruption.move_measure(one, "served", day=NEXT)


def test_an_action_that_names_a_measure_is_offered_and_registered_once(room: RunningRoom) -> None:
    conduct, read = room.workspace.conduct, room.workspace.read
    action = conduct.record_action(
        room.person_item, "Serve CAWN", owner="DI Khan", agency_id=room.police,
        due_on=NEXT, subject_id=room.person, measure_code="CP10",
    )  # fmt: skip
    conduct.record_action(room.child_item, "Hold a strategy discussion", measure_code="CP01")
    assert [one.action_id for one in read.named_measures()] == [action]
    measure = room.workspace.disruption.register_action(action)
    assert read.named_measures() == ()
    row = read.measures()[0]
    assert (row.id, row.status, row.against, row.lead) == (
        measure, "agreed", "Darren Pike", "DI Khan",
    )  # fmt: skip
    assert (row.due_on, row.plan_reference, row.item_id) == (NEXT, "D001", room.person_item)
    assert read.measure_detail(measure).action == "A001"
    with pytest.raises(Refusal, match="already"):
        room.workspace.disruption.register_action(action)


def test_an_action_about_a_child_aims_its_measure_at_nobody(room: RunningRoom) -> None:
    action = room.workspace.conduct.record_action(
        room.child_item, "Serve CAWN", measure_code="CP10"
    )
    room.workspace.disruption.register_action(action)
    row = room.workspace.read.measures()[0]
    assert row.subject_id is None and row.plan_reference == "D001"


def test_what_runs_out_and_what_was_breached_comes_to_the_next_agenda(
    room: RunningRoom, plan: int
) -> None:
    disruption = room.workspace.disruption
    meeting = room.workspace.agenda.plan_meeting(NEXT)
    ends = disruption.add_measure(plan, "SX02")
    disruption.move_measure(ends, "granted", day=date(2026, 1, 9), until=date(2027, 1, 8))
    assert _why(room, meeting) == ["Sexual risk order ends on 8 January"]
    broken = disruption.add_measure(plan, "CP10")
    disruption.move_measure(broken, "served", day=date(2026, 11, 2))
    disruption.move_measure(broken, "breached", what="In her street", done="Arrested")
    # The running meeting is of the same day: it may have heard of it.
    assert _why(room, meeting) == ["Sexual risk order ends on 8 January"]


def test_a_breach_after_the_panel_is_heard_at_the_next(
    room: RunningRoom, plan: int, clock: SetClock
) -> None:
    disruption = room.workspace.disruption
    meeting = room.workspace.agenda.plan_meeting(NEXT)
    broken = disruption.add_measure(plan, "CP10")
    disruption.move_measure(broken, "served")
    clock.move(timedelta(days=3))
    disruption.move_measure(broken, "breached", what="In her street", done="Arrested")
    assert _why(room, meeting) == ["Child Abduction Warning Notice breached on 15 November"]
    later = room.workspace.agenda.plan_meeting(date(2027, 1, 7))
    room.workspace.agenda.add(meeting, room.person)
    assert _why(room, later) == []


def test_today_says_what_was_breached_and_what_ends(room: RunningRoom, plan: int) -> None:
    disruption = room.workspace.disruption
    one = disruption.add_measure(plan, "CP10")
    disruption.move_measure(one, "served", day=date(2026, 11, 2), until=date(2026, 11, 20))
    lines = [line for line in room.workspace.read.today() if line.goes_to == "measure"]
    assert [line.text for line in lines] == ["Child Abduction Warning Notice ends Fri 20 Nov 2026"]
    disruption.move_measure(one, "breached", what="In her street", done="Arrested")
    lines = [line for line in room.workspace.read.today() if line.goes_to == "measure"]
    assert (
        lines[0].urgency == "high"
        and "breached 12 Nov 2026: In her street; Arrested" in lines[0].detail
    )
    assert "Pike" not in "".join(line.text + line.detail for line in lines)


def test_where_harm_went_is_named_and_taken_back(room: RunningRoom, plan: int) -> None:
    disruption, read = room.workspace.disruption, room.workspace.read
    park = room.workspace.register.add_place("Harbour Park")
    noted = disruption.displaced(plan, park, "Seen there since")
    assert [one.subject for one in read.plan(plan).moved_to] == ["Harbour Park"]
    with pytest.raises(Refusal):
        disruption.displaced(plan, room.person)
    disruption.take_back_displacement(noted)
    assert read.plan(plan).moved_to == ()


def test_a_plans_effect_is_the_risk_as_it_began_and_as_it_is(
    room: RunningRoom, clock: SetClock
) -> None:
    room.workspace.register.set_status(room.child, date(2026, 10, 1), risk="High")
    plan = room.workspace.disruption.open_plan(room.person)
    clock.move(timedelta(days=20))
    room.workspace.register.set_status(room.child, date(2026, 12, 1), risk="Medium")
    assert [one.words for one in room.workspace.read.plan(plan).effects] == ["High → Medium, lower"]


def test_a_measure_that_does_not_fit_is_said_and_kept(room: RunningRoom, plan: int) -> None:
    fits = room.workspace.read.measure_fits
    assert fits("AS07", room.person) == (
        "Closure notice or order (full or partial) is for a place, not for a person.",
    )
    assert room.workspace.disruption.add_measure(plan, "AS07")
    grown = room.workspace.register.add_child("Tia Byrne", birth_date=date(2010, 1, 2), plan="CIN")
    (said,) = fits("CP10", room.person, (room.child, grown))
    assert said == (
        "Child Abduction Warning Notice is for a child under 16, or under 18 in care, under an "
        "emergency protection order or in police protection: Tia Byrne is not, by the record."
    )
    room.workspace.register.set_status(grown, date(2026, 11, 1), plan="CLA", legal_status="C2")
    assert fits("CP10", room.person, (grown,)) == ()


def test_a_measure_for_few_opens_a_plan_for_them_and_one_for_all_another(room: RunningRoom) -> None:
    conduct, read = room.workspace.conduct, room.workspace.read
    conduct.disrupt(room.person_item, "MS06", sharing=Sharing.CHAIR_ONLY)
    conduct.disrupt(room.person_item, "CP10")
    conduct.disrupt(room.person_item, "SX02", sharing=Sharing.CHAIR_ONLY)
    held = {plan.sharing: [one.type_code for one in plan.measures] for plan in read.plans()}
    assert held == {Sharing.CHAIR_ONLY: ["MS06", "SX02"], Sharing.ALL_PANEL: ["CP10"]}


def test_no_number_tells_of_a_plan_that_is_not_for_all(room: RunningRoom) -> None:
    disruption, read = room.workspace.disruption, room.workspace.read
    hidden = disruption.open_plan(room.person, sharing=Sharing.CHAIR_ONLY)
    shown = disruption.open_plan(room.workspace.register.add_theme("Vapes"))
    also = disruption.open_plan(room.workspace.register.add_person("Stean Radu"))
    assert read.plan(hidden).reference.startswith("DX")
    assert [read.plan(one).reference for one in (shown, also)] == ["D001", "D002"]
    disruption.open_plan(room.child, sharing=Sharing.CHAIR_ONLY)
    last = disruption.open_plan(room.workspace.register.add_person("Lee Ingham"))
    assert read.plan(last).reference == "D003"
