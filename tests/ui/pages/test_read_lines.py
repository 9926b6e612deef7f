"""What of a document counts as read before, and what always has to be looked at."""

from itertools import count
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QApplication

from ui.pages.minutes.looking import Looking
from ui.pages.minutes.preview import Preview
from ui.pages.minutes.read_lines import ReadLines


def kept(*papers):
    found = ReadLines()
    for subject_id, lines, marks in papers:
        found.keep(subject_id, lines, marks)
    return found


def test_a_line_of_the_childs_own_paper_is_not_read_twice():
    found = kept((1, ["R001, to the CiN plan: Sam Lee to visit each week."], []))
    assert found.knows(1, "Sam Lee to visit each week.")
    assert not found.knows(1, "Lee to visit each weekend.")
    assert not found.knows(2, "Sam Lee to visit each week.")


def test_standing_wording_is_what_stood_in_the_papers_of_two_other_children():
    line = "If you disagree, say so."
    assert not kept((1, [line], [])).knows(3, line)
    assert kept((1, [line], []), (2, [line], [])).knows(3, line)
    assert kept((1, [line], []), (2, [line], [])).knows(None, line)


def test_a_line_with_a_mark_is_always_looked_at():
    line = "Seen with ‹Marshy?› again."
    assert not kept((1, [line], []), (2, [line], [])).knows(1, line)


def test_a_mark_is_settled_once_for_a_child_and_only_to_the_same_end():
    found = kept((1, [], ["‹Marshy?› stays as it is."]))
    assert found.settled(1, "‹Marshy?› stays as it is.")
    assert not found.settled(1, "‹Marshy?› becomes “Person 1”.")
    assert not found.settled(2, "‹Marshy?› stays as it is.")
    assert not found.settled(None, "‹Marshy?› stays as it is.")


class Paper:
    """A document of one child as far as it is looked at."""

    settles: ClassVar[dict[str, str]] = {}

    def __init__(self, name, subject_id, lines):
        self.name, self.digest, self.subject_id = name, name, subject_id
        self.lines = lines


@pytest.fixture
def looking(qtbot):
    preview = Preview("A paper")
    qtbot.addWidget(preview)
    preview.resize(400, 300)
    preview.show()
    made, ticks = Looking(preview), count(1e6, 2.0)
    made.clock = lambda: next(ticks)
    return made


def look_at(looking, paper):
    looking.leave()
    looking._preview.setHtml("".join(f"<p>{line}</p>" for line in paper.lines))
    QApplication.processEvents()
    looking.show(paper)


def presses(looking, paper):
    look_at(looking, paper)
    for pressed in range(1, 200):
        if looking.go_on() == "confirm":
            looking.keep(paper)
            return pressed
    raise AssertionError("it never came to its end")


def test_a_paper_of_lines_read_before_is_confirmed_at_once_and_a_new_line_is_gone_to(looking):
    lines = [f"Line {number} of what the panel recommends." for number in range(80)]
    whole = presses(looking, Paper("extract", 1, lines))
    assert whole > 5
    assert presses(looking, Paper("sheet", 1, lines)) == 1
    changed = [*lines[:60], "A line that nobody has read.", *lines[60:]]
    look_at(looking, Paper("again", 1, changed))
    assert looking.words() == "Read on" and looking.told() == "new to read: 1 of 81 lines"
    looking.go_on()
    block = looking._preview.document().findBlockByNumber(60)
    place = looking._preview.document().documentLayout().blockBoundingRect(block)
    scrolled = looking._preview.verticalScrollBar().value()
    assert scrolled <= place.top() and place.bottom() <= scrolled + 300
    assert looking.words() == "Confirm this document"
    assert presses(looking, Paper("another child", 2, lines)) == whole
