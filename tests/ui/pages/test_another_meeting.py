"""What is asked about one meeting's minutes is never answered for another's."""

from datetime import date

import pytest

from models.marks import Role


@pytest.fixture
def panel(held):
    return held


@pytest.fixture
def other(panel, minutes):
    """A second meeting that was held, beside the one whose minutes are shown."""
    (meeting,) = panel.workspace.agenda.plan_season([date(2026, 12, 3)])
    panel.workspace.conduct.start(meeting)
    panel.workspace.conduct.close(meeting)
    minutes.show_record(panel.meeting)
    return meeting


def test_the_approval_asked_of_one_meeting_approves_no_other(panel, minutes, other):
    panel.now_as(Role.CHAIR)
    minutes.approve()
    assert minutes.approve_card.isVisible()
    minutes.show_record(other)
    assert minutes.approve_card.isHidden()
    minutes.show_record(panel.meeting)
    assert minutes.approve_card.isHidden()


def test_what_moves_in_the_file_leaves_the_question_open(panel, minutes, other):
    panel.now_as(Role.CHAIR)
    minutes.approve()
    minutes.reload()
    assert minutes.approve_card.isVisible()


def test_what_is_compared_meanwhile_asks_nothing_of_the_meeting_turned_to(
    panel, minutes, other, monkeypatch
):
    panel.now_as(Role.CHAIR)
    ended = []
    monkeypatch.setattr(
        type(panel.workspace.read), "returned_file", lambda *_: b"back", raising=False
    )
    monkeypatch.setattr(minutes.work, "start", lambda _words, _look, done: ended.append(done))
    minutes.approve()
    minutes.show_record(other)
    (done,) = ended
    done(())
    assert minutes.approve_card.isHidden()
    minutes.show_record(panel.meeting)
    done(())
    assert minutes.approve_card.isVisible()


def test_a_correction_half_typed_waits_for_its_own_minutes(panel, minutes, other):
    version = panel.workspace.minutes.draft(panel.meeting)
    panel.now_as(Role.CHAIR)
    panel.workspace.minutes.approve(version)
    minutes.reload()
    minutes.correct()
    said = minutes.correction.editor_of("corrections")
    said.setPlainText("The day of the visit")
    minutes.show_record(other)
    assert minutes.correction.isHidden()
    minutes.show_record(panel.meeting)
    assert minutes.correction.isVisible()
    assert said.toPlainText() == "The day of the visit"


def test_documents_made_meanwhile_issue_nothing_of_the_meeting_turned_to(
    panel, minutes, other, monkeypatch
):
    ended = []
    monkeypatch.setattr(minutes.made, "make", lambda _meeting, then: ended.append(then))
    minutes.issue()
    minutes.show_record(other)
    (done,) = ended
    done()
    assert minutes.issue_card.isHidden()
