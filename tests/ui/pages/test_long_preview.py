"""A long list in the preview: only what is in sight is made, the paper is written in pieces."""

import pytest

from ui.pages.records import paper_text
from ui.pages.referrals import ReferralsPage, read_fields
from ui.pages.referrals.file_view import PARTS

ROWS = 300
HEADS = "Name,DOB,School,Risk,Reason for referral,Postcode"


@pytest.fixture
def page(panel, qtbot):
    shown = panel.show(ReferralsPage(panel.desk), qtbot)
    lines = [f"Ivy Ash{n:03},12/05/2011,Hill School,High,Seen at {n},NX1 2AB" for n in range(ROWS)]
    sheet = "\n".join((HEADS, *lines)).encode()
    shown.read = panel.workspace.papers.preview([("list.csv", sheet)])
    return shown


def in_tables(text):
    cursor, found = text.document().begin(), []
    while cursor.isValid():
        found.append(cursor.text())
        cursor = cursor.next()
    return "\n".join(found)


def test_words_are_made_of_the_fields_in_sight_alone(page, monkeypatch):
    made = []
    plain = read_fields.told

    def counted(value):
        made.append(value)
        return plain(value)

    monkeypatch.setattr(read_fields, "told", counted)
    page._show_preview(page.read)
    fields = page.preview.view.fields
    page.grab()
    assert fields.total >= ROWS * 4
    assert ROWS <= len(made) < ROWS + fields.total / 2
    assert fields.rows[-1].value


def test_a_file_is_shown_once(page, monkeypatch):
    shown = []
    monkeypatch.setattr(page.preview.view, "show_file", lambda file, mended: shown.append(file))
    page._show_preview(page.read)
    page.preview.show_again(page.read, 0)
    assert len(shown) == 2


def test_a_mending_stands_in_its_row_and_what_is_added_behind_its_record(page):
    page._show_preview(page.read)
    page.preview._mend(1, "risk", "Low")
    page.preview._mend(1, "voice", "I am fine")
    rows = [one for one in page.preview.view.fields.rows if one.place == 1]
    risks = [one.value for one in page.preview.view.fields.rows if one.name == "risk"]
    assert risks[:3] == ["High", "Low", "High"]
    assert rows[-1].value == "I am fine"
    assert rows[-1].mended


def test_the_paper_is_written_once_it_is_in_sight_piece_by_piece_to_its_end(page, qtbot):
    page._show_preview(page.read)
    text = page.preview.view.text
    assert not text.toPlainText()
    page.preview.view.parts.go_to(PARTS.index("The paper"))
    first = in_tables(text)
    assert "Ivy Ash000" in first
    assert f"Ivy Ash{ROWS - 1}" not in first
    assert first.count("Seen at") * 6 <= paper_text.AT_ONCE + 250
    qtbot.waitUntil(lambda: f"Ivy Ash{ROWS - 1}" in in_tables(text), timeout=20_000)
    assert all(f"Ivy Ash{n:03}" in in_tables(text) for n in range(ROWS))
    assert text.verticalScrollBar().value() == 0


def test_a_table_that_comes_in_pieces_keeps_its_columns(page, qtbot):
    page._show_preview(page.read)
    text = page.preview.view.text
    page.preview.view.parts.go_to(PARTS.index("The paper"))
    qtbot.waitUntil(lambda: f"Ivy Ash{ROWS - 1}" in in_tables(text), timeout=20_000)
    widths = {
        tuple(one.rawValue() for one in frame.format().columnWidthConstraints())
        for frame in text.document().rootFrame().childFrames()
    }
    assert len(text.document().rootFrame().childFrames()) > 3
    assert len(widths) == 1


def test_long_counts_are_parted_in_thousands(page):
    page._show_preview(page.read)
    view = page.preview.view
    assert view.table.count.text() == f"{view.fields.total:,} fields"
    assert "," in view.table.count.text()
