"""Who asks for a record: taken in, looked through, confirmed, written and logged."""

from datetime import datetime
from itertools import count

import pytest

from models.clock import SetClock
from models.marks import Information, Sharing
from tests.models.services.rooms import running_room
from tests.ui.pages.desk_made import Answers
from ui.desk import Desk
from ui.hub import Hub
from ui.notice import Notice
from ui.pages.records.disclosure import DisclosureSection
from ui.tasks import TasksAtOnce


class Shown:
    """The section over a child of whom something was said."""

    def __init__(self, qtbot, folder):
        self.room = running_room(SetClock(datetime(2026, 11, 12, 14, 5)))
        self.workspace = self.room.workspace
        self.workspace.conduct.say(
            self.room.child_item, self.room.health, "Robin sleeps better than Darren Pike says",
            information=Information.FACT, sharing=Sharing.ALL_PANEL,
        )  # fmt: skip
        self.said, self.dialogues = [], Answers()
        self.dialogues.choose_folder = lambda parent, title: folder
        notice = Notice()
        notice.said.connect(lambda words, kind: self.said.append(words))
        self.hub = Hub(self.workspace.store)
        self.desk = Desk(
            self.workspace, self.hub, notice, TasksAtOnce(), self.dialogues, lambda *_: None
        )
        self.section = DisclosureSection(self.desk)
        qtbot.addWidget(self.section)
        self.section.resize(1100, 700)
        self.section.show()
        self.section.show_subject(self.room.child)

    def take_in(self, asker="own"):
        self.section.entry.ask({"to_whom": "The young person", "asker": asker})
        self.section.entry.keep()

    def line(self, words):
        rows = self.section.table.model.rows
        one = next(row for row in rows if words in row.text)
        self.section.table.go_to(one.key)
        return one

    def read_and_confirm(self):
        """Press the one button, with time between, until the copy is confirmed; gives how often."""
        copy, ticks = self.section.copy, count(10**9, 10)
        copy.reading.looking.clock = lambda: next(ticks)
        for pressed in range(100):
            if copy.confirm_button.isHidden():
                return pressed
            copy.confirm_button.click()
        raise AssertionError("It could not be confirmed.")

    def close(self):
        self.hub.close()
        self.workspace.close()


@pytest.fixture
def shown(qtbot, dressed, tmp_path):
    made = Shown(qtbot, tmp_path)
    yield made
    made.close()


def test_at_first_nobody_has_asked(shown):
    assert shown.section.stack.currentWidget() is shown.section.empty
    shown.section.entry.ask({})
    shown.section.entry.keep()
    assert "to_whom" in shown.section.entry.form.errors()


def test_the_lines_stand_with_others_under_pseudonyms(shown):
    shown.take_in()
    assert shown.line("sleeps better").text == "Robin sleeps better than Person 1 says"
    assert shown.section.line.isVisible()
    assert "Lines that go:" in shown.section.copy.counted.text()


def test_a_line_is_held_back_and_given_after_all(shown):
    shown.take_in()
    one = shown.line("sleeps better")
    shown.section.line.reason.set_value("harm")
    shown.section.line.hold_back()
    rows = {row.key: row for row in shown.section.table.model.rows}
    assert rows[one.key].withheld == "harm"
    shown.section.table.go_to(one.key)
    shown.section.line.give_button.click()
    rows = {row.key: row for row in shown.section.table.model.rows}
    assert rows[one.key].withheld == ""


def test_it_is_confirmed_then_written_then_shown_as_given(shown, tmp_path):
    shown.take_in()
    copy = shown.section.copy
    assert copy.write_button.isHidden()
    shown.read_and_confirm()
    assert copy.confirm_button.isHidden() and not copy.write_button.isHidden()
    copy.passphrase.setText("three quiet words")
    copy.write()
    assert {one.name for one in (tmp_path / "subject-access").iterdir()} == {
        "copy.docx", "taken-out.docx", "manifest.json",
    }  # fmt: skip
    assert "Given to The young person" in copy.counted.text()
    assert copy.passphrase.text() == ""
    assert shown.section.asked().state == "sent"


def test_a_press_that_was_meant_to_confirm_writes_nothing(shown, tmp_path):
    shown.take_in()
    copy, now = shown.section.copy, [0.0]
    shown.read_and_confirm()
    looking, now[0] = copy.reading.looking, copy.reading.looking.clock()
    shown.section.reload()
    looking.clock = lambda: now[0] - 9.5
    copy.write_button.click()
    assert not (tmp_path / "subject-access").exists()
    assert "press again to write it" in copy.reading.hint.text()
    looking.clock = lambda: now[0]
    copy.write_button.click()
    assert (tmp_path / "subject-access").exists()


def test_what_is_said_since_asks_for_another_confirming(shown):
    shown.take_in()
    shown.read_and_confirm()
    shown.workspace.conduct.write(shown.room.child_item, "voice", "Wants to move", "")
    shown.section.reload()
    assert not shown.section.copy.confirm_button.isHidden()


def test_a_place_asks_for_nothing(shown):
    shown.section.show_subject(None)
    assert shown.section.stack.currentWidget() is shown.section.empty
    assert shown.section.empty.button.isHidden()


def test_nobody_confirms_what_they_have_not_read_to_its_end_mark_by_mark(shown):
    shown.workspace.conduct.say(
        shown.room.child_item, shown.room.health, "Robin met Zebedee Quill and Wynona there",
        information=Information.FACT, sharing=Sharing.ALL_PANEL,
    )  # fmt: skip
    shown.take_in()
    copy = shown.section.copy
    copy.confirm_button.click()
    assert shown.section.asked().state == "prepared"
    assert "just been shown" in copy.reading.hint.text()
    assert "1 of 2 to look at" in copy.reading.mark.text.text()
    assert copy.confirm_button.text() == "That is right: next"
    assert shown.read_and_confirm() > 3
    assert shown.section.asked().state == "confirmed"
    assert "2 places looked at." in copy.counted.text()
    assert "Zebedee Quill" in copy.reading.preview.toPlainText()
    assert "‹" not in copy.reading.preview.toPlainText()


def test_a_parents_copy_waits_for_each_decision_and_for_what_was_weighed(shown):
    conduct, item = shown.workspace.conduct, shown.room.child_item
    conduct.write(item, "voice", "Does not want mum to read this.", "")
    conduct.say(item, shown.room.health, "Sleeps well. Seen with her sister.",
                information=Information.FACT, sharing=Sharing.ALL_PANEL)  # fmt: skip
    shown.take_in("parent")
    section = shown.section
    assert not section.rights.isHidden() and "2 lines wait for you" in section.copy.counted.text()
    assert shown.line("Does not want mum").waits
    assert "It tells of the child's own words." in section.line.state.text()
    assert section.line.cut_button.isHidden()
    section.line.show_lines([one for one in section.table.model.rows if one.waits])
    assert section.line.cut_button.isHidden()
    shown.line("Does not want mum")
    section.line.hold_back()
    shown.line("Sleeps well")
    section.line.cut_button.click()
    section.rights.form.editor_of("considered").setPlainText("Understands, and agrees.")
    assert section.rights.settle()
    assert shown.read_and_confirm()
    text = section.copy.reading.preview.toPlainText()
    assert "Sleeps well. […]" in text and "mum" not in text and "sister" not in text


def test_a_copy_that_the_child_asks_for_weighs_nothing_more(shown):
    shown.take_in("own")
    assert shown.section.rights.isHidden()
