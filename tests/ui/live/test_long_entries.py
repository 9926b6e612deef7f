"""Entries at the right take a few lines each, and a word wider than its line goes on below."""

import pytest

from ui import look
from ui.live.ledger import Entry, Ledger
from ui.live.some_lines import broken, some_lines

WIDTH = 260


@pytest.fixture
def column(qtbot, dressed):
    made = Ledger("Agreed")
    qtbot.addWidget(made)
    made.resize(WIDTH, 400)
    return made


def height(column, words, most=0):
    column.show_entries([Entry("one", words, most=most)])
    return column.sizeHintForRow(0)


def test_a_word_wider_than_the_column_goes_on_in_the_next_line(column):
    assert height(column, "x" * 200) > 2 * height(column, "x")


def test_so_many_lines_are_shown_and_no_more(column):
    six = height(column, "Visit the home. " * 300, most=6)
    assert six < height(column, "Visit the home. " * 300)
    assert 5 < six / look.current().metrics(14).lineSpacing() < 7
    assert height(column, "x" * 5000, most=6) == six


@pytest.mark.parametrize("width", range(150, 280, 9))
def test_a_word_that_has_room_in_a_line_is_not_parted(dressed, width):
    words = "Agree a full timetable with the school and confirm transportation"
    assert broken(words, look.current().font(), width) == words


@pytest.mark.parametrize(
    "words", ["Visit", "Visit the home with the school nurse", "On\ntwo lines"]
)
def test_what_fits_is_shown_as_it_stands(dressed, words):
    assert some_lines(words, look.current().font(), WIDTH, 6) == words


def test_what_does_not_fit_ends_in_the_sign_for_more(dressed):
    shown = some_lines("Visit the home. " * 300, look.current().font(), WIDTH, 2)
    assert shown.startswith("Visit the home.") and shown.endswith("…")
