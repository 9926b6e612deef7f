"""The card on which an item opens: what has changed since last time, as the room may read it."""

from datetime import date, datetime

import pytest

from models.marks import ItemKind
from tests.ui.live.test_turning import turn

LAST = date(2026, 9, 24)
CHILD = "Aidan Ravenscroft"


@pytest.fixture
def before(panel):
    """The child was spoken of in September, with two actions and two recommendations."""
    workspace, child = panel.workspace, panel.subjects[CHILD]
    conduct, agenda = workspace.conduct, workspace.agenda
    meeting = agenda.plan_meeting(LAST)
    item = agenda.add(meeting, child)
    conduct.start(meeting)
    conduct.open_item(item)
    conduct.decide(item, "REMAIN", "Adults not yet disrupted")
    conduct.judge_risk(item, "Medium")
    panel.actions = [
        conduct.record_action(item, words, subject_id=child)
        for words in ("Visit the school", "Ring the landlord", "Map the adults")
    ]
    panel.advice = [conduct.recommend(item, words) for words in ("Weekly check-in", "A mentor")]
    conduct.finish_item(item)
    conduct.close(meeting)
    return panel


def card(room):
    """The card of the item in hand."""
    return room.room.item.presentation.since


def told(room, panel, qtbot, reference="V1"):
    """What the card says of an item."""
    turn(room, panel, reference, qtbot)
    room.step_to("0")
    return card(room).words.text()


def test_a_first_item_says_that_it_is_the_first(room, panel, qtbot):
    words = told(room, panel, qtbot)
    assert words == "Nothing recorded in the last 90 days."
    assert card(room).accessibleName() == "First time at the panel: the last 90 days"


def test_nothing_recorded_since_is_said_with_the_day(before, room, qtbot):
    lola = before.subjects["Lola Yarrow"]
    agenda, conduct = before.workspace.agenda, before.workspace.conduct
    meeting = agenda.plan_meeting(date(2026, 10, 8))
    item = agenda.add(meeting, lola)
    conduct.start(meeting)
    conduct.open_item(item)
    conduct.finish_item(item)
    conduct.close(meeting)
    words = told(room, before, qtbot, "V2")
    assert words == "No decision then.\nNothing recorded since 8 October."


def test_the_card_reads_like_a_clerks_list(before, room, qtbot):
    workspace, child = before.workspace, before.subjects[CHILD]
    conduct, register = workspace.conduct, workspace.register
    for day, held in ((1, 3), (4, None)):
        episode = register.add_episode(
            child,
            reported_at=datetime(2026, 11, day, 20),
            returned_at=datetime(2026, 11, day, 23),
        )
        if held:
            register.add_interview(episode, conducted_at=datetime(2026, 11, held, 10))
    register.add_assessment(child, assessed_on=date(2026, 11, 3), level="High")
    done, left = before.actions[:2]
    conduct.update_action(done, "complete", "Visited on Monday")
    conduct.update_action(left, "not done", "Owner left", reason="Owner left")
    took, refused = before.advice
    workspace.recommendations.reply(took, "accepted")
    workspace.recommendations.reply(refused, "rejected", reason="No mentor is free.")
    register.link(
        child, "frequents", before.subjects["Skatepark"], confidence="confirmed", source="Police"
    )
    missing = "2 missing episodes (2 in 90 days, was 0)"
    assert told(room, before, qtbot).splitlines() == [
        "Decided: Remain on panel.",
        f"{missing} · return interviews: 4 Nov late, 1 done within 72 hours.",
        "Assessment 3 Nov: High, was Medium.",
        "A001 done · still open: A002 (not done: Owner left), A003.",
        "New link: frequents Skatepark.",
        "The plan took 1 of 2 recommendations · R002 rejected: No mentor is free.",
    ]
    assert card(room).accessibleName() == "Since 24 September"


def test_what_was_not_done_stands_among_what_is_open_with_how_late_it_is(before, room, qtbot):
    conduct = before.workspace.conduct
    late, gone = before.actions[:2]
    before.workspace.actions.change(late, "due_on", date(2026, 11, 2), None)
    conduct.update_action(late, "not done", "No answer", reason="No answer")
    conduct.update_action(gone, "not possible", "It closed", reason="It closed")
    (line,) = [one for one in told(room, before, qtbot).splitlines() if "A001" in one]
    first, _, still = line.partition(" · still open: ")
    assert first == "A002 not possible: It closed"
    assert still.startswith("A001 (overdue") and still.endswith("; not done: No answer), A003.")


def test_the_year_is_told_in_words_beside_its_picture(before, room, qtbot):
    before.workspace.register.add_episode(
        before.subjects[CHILD], reported_at=datetime(2026, 11, 1, 20)
    )
    told(room, before, qtbot)
    year = card(room).year
    assert not year.isHidden()
    assert year.accessibleDescription() == (
        "Twelve months to November. Missing episodes: 1 in November. Risk: Medium."
    )


def test_names_are_initials_until_the_item_is_revealed(before, room, qtbot):
    conduct = before.workspace.conduct
    conduct.update_action(
        before.actions[0], "not done", "Darren Pike was there", reason="Darren Pike was there"
    )
    before.workspace.register.link(
        before.subjects["Darren Pike"], "exploits", before.subjects[CHILD],
        confidence="suspected", source="Referral",
    )  # fmt: skip
    words = told(room, before, qtbot)
    assert "Pike" not in words and "exploited by D.P." in words
    room.reveal()
    assert "exploited by Darren Pike" in card(room).words.text()


def test_where_a_child_lives_is_no_news_for_the_room(before, room, qtbot):
    before.workspace.register.link(
        before.subjects[CHILD], "lives at", before.subjects["Skatepark"],
        confidence="confirmed", source="Police",
    )  # fmt: skip
    assert "lives at" not in told(room, before, qtbot)


def test_a_child_on_review_opens_on_the_card_and_a_new_one_on_its_agencies(panel, room, qtbot):
    agenda = panel.workspace.agenda
    agenda.remove(panel.items["V2"], "Comes back on review")
    panel.items["V2"] = agenda.add(
        panel.meeting, panel.subjects["Lola Yarrow"], kind=ItemKind.REVIEW
    )
    room.state.refresh()
    turn(room, panel, "V1", qtbot)
    assert room.room.item.step == 1
    turn(room, panel, "V2", qtbot)
    assert room.room.item.step == 0 and card(room).isVisible()
