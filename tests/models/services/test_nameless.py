"""A tier without names keeps no word, in any field of an item, that tells of somebody."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from models.clock import SetClock
from models.errors import Refusal
from tests.models.services.rooms import HELD, RunningRoom, running_room

TOLD = ("LCS-620625", "Robin wants a bed", "R. Ashdown", "Ashdown", "Taxis, R.A.", "Robbo A.",
        "with Chloe M.", "ring 07700 900123", "in AB12 CDE", "NHS 943 476 5919")  # fmt: skip
KEPT = "Two beds for over-14s, Ann Patel leads"


@dataclass
class Sent:
    """A child's item that stands without a name on the strategic group's agenda."""

    room: RunningRoom
    group: int
    board: int
    meeting: int
    item: int
    sent: int
    line: int
    action: int


@pytest.fixture(scope="module")
def there() -> Iterator[Sent]:
    room = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
    yield _sent(room)
    room.workspace.close()


def _sent(room: RunningRoom) -> Sent:
    workspace = room.workspace
    workspace.register.change(room.child, "system_id", "LCS620625", "LCS1")
    workspace.register.add_alias(room.child, "Robbo")
    workspace.register.add_child("Chloe Marsh")
    group = workspace.tiers.add("Strategic group", "strategic")
    board = workspace.tiers.add("Board", "strategic")
    sent = workspace.tiers.escalate(room.child_item, group, "No beds", "Fund two", "Beds")
    meeting = workspace.agenda.plan_meeting(HELD + timedelta(days=21), series_id=group)
    workspace.agenda.fill(meeting)
    (row,) = workspace.read.running_order(meeting)
    line = workspace.extras.add_communication(row.id, "More beds", "Foster carers")
    action = workspace.conduct.record_action(row.id, "Count the beds")
    return Sent(room, group, board, meeting, row.id, sent, line, action)


Write = Callable[[Sent, str], object]
FIELDS: dict[str, tuple[str, Write]] = {
    "why it goes up": ("reason", lambda one, text: one.room.workspace.tiers.escalate(
        one.room.child_item, one.board, text, "Fund", "Beds")),
    "what is asked": ("asked", lambda one, text: one.room.workspace.tiers.escalate(
        one.item, one.board, "Beds", text)),
    "what it is called": ("title", lambda one, text: one.room.workspace.tiers.escalate(
        one.room.child_item, one.board, "Beds", "Fund", text)),
    "the answer": ("answer", lambda one, text: one.room.workspace.tiers.answer(one.sent, text)),
    "title": ("title", lambda one, text: one.room.workspace.agenda.change_item(
        one.item, "title", text)),
    "reason": ("reason", lambda one, text: one.room.workspace.agenda.change_item(
        one.item, "reason", text)),
    "ask": ("ask", lambda one, text: one.room.workspace.agenda.change_item(
        one.item, "ask", text)),
    "people": ("people", lambda one, text: one.room.workspace.extras.write_column(
        one.item, "people", text, None)),
    "places": ("places", lambda one, text: one.room.workspace.extras.write_column(
        one.item, "places", text, None)),
    "risk": ("risk", lambda one, text: one.room.workspace.extras.write_column(
        one.item, "risk", text, None)),
    "what is told": ("what", lambda one, text: one.room.workspace.extras.add_communication(
        one.item, text, "Carers")),
    "to whom": ("to_whom", lambda one, text: one.room.workspace.extras.add_communication(
        one.item, "Beds", text)),
    "what is told otherwise": (
        "what", lambda one, text: one.room.workspace.extras.change_communication(
            one.line, "what", text, "More beds")),
    "the decision's reason": ("rationale", lambda one, text: one.room.workspace.conduct.decide(
        one.item, "REMAIN", text)),
    "an action": ("text", lambda one, text: one.room.workspace.conduct.record_action(
        one.item, text)),
    "what became of an action": (
        "text", lambda one, text: one.room.workspace.conduct.update_action(
            one.action, "in progress", text, item_id=one.item)),
    "why a level": ("rationale", lambda one, text: one.room.workspace.conduct.judge_risk(
        one.item, "High", rationale=text)),
    "the discussion": ("analysis", lambda one, text: one.room.workspace.conduct.write(
        one.item, "analysis", text)),
    "a line said": ("text", lambda one, text: one.room.workspace.conduct.say(
        one.item, one.room.health, text)),
}  # fmt: skip
"""Each field of an item, by what it is, with its name and how it is written."""


@pytest.mark.parametrize("called", FIELDS)
def test_a_field_of_an_item_without_a_name_takes_nothing_that_tells_of_somebody(
    there: Sent, called: str
) -> None:
    field, write = FIELDS[called]
    store = there.room.workspace.store
    for text in TOLD:
        with pytest.raises(Refusal, match="Say it without") as refused:
            write(there, text)
        assert refused.value.field == field
        assert text not in refused.value.message
    write(there, KEPT)
    store.undo()


def test_a_new_item_there_takes_no_title_or_ask_that_names_somebody(there: Sent) -> None:
    agenda, conduct = there.room.workspace.agenda, there.room.workspace.conduct
    for words in ({"title": "LCS620625"}, {"title": "Beds", "ask": "For Robin Ashdown"}):
        with pytest.raises(Refusal, match="nobody by name"):
            agenda.add(there.meeting, **words)
    with pytest.raises(Refusal, match="nobody by name"):
        conduct.add_item(there.meeting, title="Robin A.")
    with pytest.raises(Refusal, match="nobody by name"):
        agenda.add(there.meeting, title="For Robbo", carried_from=there.item)


def test_a_disagreement_there_names_nobody(there: Sent) -> None:
    with pytest.raises(Refusal, match="nobody by name"):
        there.room.workspace.conduct.dissent(there.item, "Not for Robbo")


def test_the_panel_itself_writes_of_people_by_name(there: Sent) -> None:
    extras = there.room.workspace.extras
    extras.write_column(there.room.child_item, "people", "Robin A., LCS620625", None)
    there.room.workspace.store.undo()
