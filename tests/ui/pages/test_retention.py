"""Settings, Retention: what is due is shown, kept on, held, and disposed of by two people."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from models.marks import RetentionState
from tests.models.services.old_panel import REASON, SECOND, old_panel
from tests.ui.pages.desk_made import Answers
from ui.desk import Desk
from ui.hub import Hub
from ui.notice import Notice
from ui.pages.settings.retention import CERTIFICATES, HOLDS, RetentionPart
from ui.tasks import TasksAtOnce


class Shown:
    """The part of the settings over a panel of ten years ago."""

    def __init__(self, qtbot):
        self.panel = old_panel()
        self.said, self.dialogues = [], Answers()
        notice = Notice()
        notice.said.connect(lambda words, kind: self.said.append(words))
        self.hub = Hub(self.panel.workspace.store)
        self.desk = Desk(
            self.panel.workspace, self.hub, notice, TasksAtOnce(), self.dialogues, lambda *_: None
        )
        self.part = RetentionPart(self.desk)
        qtbot.addWidget(self.part)
        self.part.resize(1100, 700)
        self.part.reload()
        self.part.show()
        self.hub.changed.connect(lambda _changes: self.part.reload())

    @property
    def names(self):
        return [row.name for row in self.part.table.model.rows]

    def choose(self, name):
        row = next(one for one in self.part.table.model.rows if one.name == name)
        self.part.table.go_to(row.key)
        return self.part.going

    def close(self):
        self.hub.close()
        self.panel.workspace.close()


@pytest.fixture
def shown(qtbot, dressed):
    made = Shown(qtbot)
    yield made
    made.close()


def fill(entry, **values):
    entry.ask(values)
    entry.keep()


def test_it_begins_with_what_is_due(shown):
    assert shown.names == ["Ivy Ashdown"]
    assert shown.part.show_which.currentText() == "Due now: 1"


def test_the_list_has_all_the_room_until_a_record_is_chosen(shown):
    assert shown.part.going.isHidden()
    shown.choose(shown.names[0])
    assert shown.part.going.isVisible()


def test_what_is_not_due_says_what_it_waits_for(shown):
    shown.part.show_state(RetentionState.WAITS.value)
    assert set(shown.names) == {"Darren Pike", "Noah Birch", "Meeting of Thu 10 Nov 2016"}
    going = shown.choose("Darren Pike")
    assert "set it locally" in going.words.text()
    assert going.dispose_button.isHidden() and not going.hold_button.isHidden()


def test_it_is_said_before_that_nothing_takes_it_back_and_what_goes(shown):
    going = shown.choose("Ivy Ashdown")
    going.ask_to_dispose()
    assert going.dispose.isVisible()
    assert "cannot be undone" in going.warning.text.text()
    assert "entries and 1 paper as received" in going.counted.text()
    assert "Backups and handed-over copies made before Thu 12 Nov 2026" in going.counted.text()


def test_two_people_dispose_of_it_and_the_certificate_is_saved_as_word(shown, tmp_path):
    going = shown.choose("Ivy Ashdown")
    going.ask_to_dispose()
    fill(going.dispose, reason=REASON, second_person=SECOND)
    assert shown.names == []
    assert any("D2026-0001" in words for words in shown.said)
    shown.part.show_state(CERTIFICATES)
    shown.part.certificates.table.go_to(1)
    shown.dialogues.save_to = tmp_path / "one.docx"
    shown.part.certificates.save()
    assert shown.dialogues.proposed == ["certificate-d2026-0001.docx"]
    assert shown.dialogues.save_to.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"second_person": SECOND}, "reason"),
        ({"reason": "Ivy is grown up now", "second_person": SECOND}, "reason"),
        ({"reason": REASON}, "second_person"),
        ({"reason": REASON, "second_person": "Ada Administrator"}, "second_person"),
    ],
)
def test_a_refusal_stands_beside_its_field_and_nothing_typed_is_lost(shown, values, field):
    going = shown.choose("Ivy Ashdown")
    going.ask_to_dispose()
    fill(going.dispose, **values)
    assert going.dispose.isVisible()
    assert field in going.dispose.form.errors()
    assert going.dispose.editor_of("reason").text() == values.get("reason", "")
    assert shown.names == ["Ivy Ashdown"]


def test_it_is_kept_on_until_a_day_a_year_away_unless_said_otherwise(shown):
    going = shown.choose("Ivy Ashdown")
    going.ask_to_keep()
    assert going.keep.editor_of("until").value() == date(2027, 11, 12)
    fill(going.keep, until=date(2028, 1, 1), reason="A case is heard")
    assert shown.names == []
    shown.part.show_state(RetentionState.KEPT_ON.value)
    assert "A case is heard" in shown.choose("Ivy Ashdown").words.text()


def test_an_inquiry_holds_everything_and_is_lifted_with_a_reason(shown):
    fill(shown.part.inquiry, scope="everything", reason="Inquiry")
    assert shown.part.stack.currentWidget() is shown.part.holds
    shown.part.show_state(RetentionState.HELD.value)
    assert len(shown.names) == 4
    shown.part.show_state(HOLDS)
    shown.part.holds.table.go_to(1)
    shown.part.holds.lift.ask()
    shown.part.holds.lift.reason.setText("It is over")
    shown.part.holds.lift._confirm()
    shown.part.show_state(RetentionState.DUE.value)
    assert shown.names == ["Ivy Ashdown"]


def test_one_record_is_put_on_hold(shown):
    fill(shown.choose("Ivy Ashdown").hold, reason="Claim")
    shown.part.show_state(RetentionState.HELD.value)
    assert shown.names == ["Ivy Ashdown", "Meeting of Thu 10 Nov 2016"]


def test_no_record_is_named_while_a_meeting_runs(shown):
    workspace = shown.panel.workspace
    meeting = workspace.agenda.plan_meeting(date(2026, 11, 12))
    workspace.conduct.start(meeting)
    assert shown.names == [] and shown.part.roomy.isHidden()
    assert shown.part.away.isVisible()


def test_the_list_is_worked_by_keys_alone(shown, qtbot):
    qtbot.keyClick(shown.part.table.filter, Qt.Key.Key_Down)
    qtbot.keyClick(shown.part.table.view, Qt.Key.Key_Down)
    assert shown.part.going.card.isVisible()
