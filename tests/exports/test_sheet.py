"""A sheet keeps its promises: headings with something under them, pictures with words."""

import io
import struct
import zlib
from dataclasses import replace

import docx
import pytest

from exports.body import Block
from exports.imprint import Imprint
from exports.pictures import Picture
from exports.returned.written import as_bytes, from_bytes
from exports.sheet import Sheet
from exports.since_before import tell
from exports.wordml import Bold
from tests.exports import papers as panel
from tests.exports import reading


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(Imprint(panel.PANEL, "Trial", "Everyone", panel.MADE_AT))


def read(sheet: Sheet) -> docx.document.Document:
    return docx.Document(io.BytesIO(sheet.to_bytes()))


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\x00" + bytes(width) for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_heading_waits_for_something_to_stand_under_it(sheet: Sheet) -> None:
    sheet.heading("Empty", 1)
    sheet.heading("Full", 1)
    sheet.heading("Nothing here", 2)
    sheet.paragraph(None)
    sheet.bullets([None, "", "  "])
    sheet.heading("Something here", 2)
    sheet.paragraph("Words.")
    sheet.heading("Never reached", 1)
    sheet.end("End.")
    assert reading.outline(read(sheet)) == [(1, "Full"), (2, "Something here")]


def test_the_panels_own_name_is_nobodys() -> None:
    about = Imprint(replace(panel.PANEL, name="Carlisle MACE"), "Trial", "All", panel.MADE_AT)
    sheet = Sheet(about, rewrite=lambda text: text.replace("Carlisle", "C."))
    sheet.title("Carlisle MACE: minutes", "About Jo Carlisle")
    assert [one.text for one in read(sheet).paragraphs] == ["Carlisle MACE: minutes", "About Jo C."]


def test_lines_of_a_note_become_paragraphs_and_empty_ones_go(sheet: Sheet) -> None:
    sheet.paragraph("One\n\n \r\nTwo\x0bThree", lead="Said:")
    assert [one.text for one in read(sheet).paragraphs] == ["Said: One", "Two", "Three"]


def test_only_the_lead_stands_out(sheet: Sheet) -> None:
    sheet.bullets([(Bold("Police"), ", fact: seen.")])
    first, second = read(sheet).paragraphs[0].runs
    assert (first.text, first.bold) == ("Police", True)
    assert (second.text, second.bold) == (", fact: seen.", None)


def test_a_table_without_rows_is_no_table(sheet: Sheet) -> None:
    sheet.table(("A", "B"), [], (1, 1), "Nothing")
    sheet.facts([("A", None), ("B", " ")], "Nothing")
    sheet.end("End.")
    assert read(sheet).tables == []


def test_a_table_fills_the_width_of_the_text(sheet: Sheet) -> None:
    sheet.table(("A", "B"), [("1", None)], (1, 3), "Figures")
    table = read(sheet).tables[0]
    widths = [column.width.twips for column in table.columns]
    assert sum(widths) == pytest.approx(9638, abs=3)
    assert widths[1] == pytest.approx(3 * widths[0], abs=3)


def test_two_tables_with_nothing_between_are_an_error(sheet: Sheet) -> None:
    sheet.facts([("A", "1")], "One")
    with pytest.raises(ValueError, match="nothing between"):
        sheet.facts([("B", "2")], "Two")


def test_what_follows_a_table_stands_clear_of_it(sheet: Sheet) -> None:
    sheet.facts([("A", "1")], "One")
    sheet.paragraph("After.")
    assert read(sheet).paragraphs[0].paragraph_format.space_before == 140 * 635


def test_a_picture_carries_words_and_keeps_its_shape(sheet: Sheet) -> None:
    sheet.picture(png(20, 10), "Ten children by district", width_cm=10)
    document = read(sheet)
    shape = document.inline_shapes[0]
    assert (round(shape.width.cm), round(shape.height.cm)) == (10, 5)
    assert shape._inline.docPr.get("descr") == "Ten children by district"
    assert any(name.endswith(".png") for name in reading.parts(sheet.to_bytes()))


def test_a_picture_stays_on_the_page_of_its_heading_and_of_what_stands_between(
    sheet: Sheet,
) -> None:
    sheet.paragraph("Before")
    sheet.heading("Links", 1)
    sheet.bullets(["One", "Two"])
    sheet.drawn(Picture(png(20, 10), "Two links"))
    made = docx.Document(io.BytesIO(sheet.to_bytes()))
    kept = {one.text: reading.kept_with_next(one) for one in made.paragraphs if one.text}
    assert kept == {"Before": False, "Links": True, "One": True, "Two": True}


def test_small_print_stands_on_no_page_alone(sheet: Sheet) -> None:
    sheet.paragraph("Before")
    sheet.table(("Ref", "Action"), [("A1", "Visit"), ("A2", "Ring")], (1, 1), "Actions")
    sheet.note("Lawful basis")
    sheet.end("End of the actions.")
    made = docx.Document(io.BytesIO(sheet.to_bytes()))
    cells = [one.paragraphs[0] for row in made.tables[0].rows for one in row.cells]
    kept = [one.text for one in (*cells, *made.paragraphs) if reading.kept_with_next(one)]
    assert kept == ["Ref", "Action", "A1", "Visit", "A2", "Ring", "Lawful basis"]


def kept_rows(sheet: Sheet, rows: int) -> list[str]:
    sheet.table(("Ref",), [(f"A{at}",) for at in range(1, rows + 1)], (1,), "Actions")
    made = docx.Document(io.BytesIO(sheet.to_bytes()))
    cells = [one.cells[0].paragraphs[0] for one in made.tables[0].rows]
    return [one.text for one in cells if reading.kept_with_next(one)]


def test_no_page_holds_the_first_or_the_last_row_of_a_table_alone(sheet: Sheet) -> None:
    assert kept_rows(sheet, 9) == ["Ref", "A1", "A8"]


def test_a_small_table_is_parted_by_no_page_end(sheet: Sheet) -> None:
    assert kept_rows(sheet, 4) == ["Ref", "A1", "A2", "A3"]


def test_what_follows_a_list_and_a_title_has_room_and_says_the_same(sheet: Sheet) -> None:
    sheet.title("Actions")
    sheet.bullets(["One", "Two"])
    sheet.note("Small print")
    sheet.bullets(["Three"])
    sheet.heading("Next", 1)
    sheet.paragraph("Text")
    made = docx.Document(io.BytesIO(sheet.to_bytes()))
    room = {one.text: (one.paragraph_format.space_before, one.paragraph_format.space_after)
            for one in made.paragraphs}  # fmt: skip
    assert [text for text, (above, _) in room.items() if above] == ["Small print"]
    assert [text for text, (_, below) in room.items() if below] == ["Actions"]


def test_small_print_before_a_new_page_stands_on_none_alone(sheet: Sheet) -> None:
    sheet.paragraph("If the plan cannot have it, say so.")
    sheet.note("Lawful basis\nfor the item")
    sheet.heading("Reply slip", 1, new_page=True)
    sheet.paragraph("Please reply.")
    made = docx.Document(io.BytesIO(sheet.to_bytes()))
    kept = [one.text for one in made.paragraphs[:3] if reading.kept_with_next(one)]
    assert kept == ["If the plan cannot have it, say so.", "Lawful basis"]


def test_a_picture_that_is_no_png_is_an_error(sheet: Sheet) -> None:
    with pytest.raises(ValueError, match="PNG"):
        sheet.picture(b"GIF89a", "A picture")


def test_all_text_is_rewritten(sheet: Sheet) -> None:
    sheet.rewrite = lambda text: text.replace("Aidan", "A.R.")
    sheet.heading("About Aidan", 1)
    sheet.paragraph("Aidan", lead="Of Aidan:")
    sheet.facts([("Child", "Aidan")], "Aidan")
    sheet.bullets([(Bold("Aidan"), " Aidan")])
    sheet.end("Aidan")
    body = reading.parts(sheet.to_bytes())["word/document.xml"].decode()
    assert "Aidan" not in body


def test_a_name_that_stands_across_two_lines_becomes_initials() -> None:
    about = Imprint(panel.PANEL, "Trial", "Everyone", panel.MADE_AT)
    sheet = Sheet(about, rewrite=lambda text: text.replace("Aidan\nKerr", "A.K."))
    sheet.paragraph("Seen with Aidan\nKerr")
    sheet.note("Aidan\nKerr")
    told = reading.text(read(sheet))
    assert "Kerr" not in told
    assert "A.K." in told


def test_what_tells_of_the_version_is_no_part_of_what_is_said() -> None:
    about = Imprint(panel.PANEL, "Trial", "Everyone", panel.MADE_AT)
    first, second, other = Sheet(about), Sheet(about), Sheet(about)
    for one, since in ((first, None), (second, 1), (other, None)):
        one.facts([("A", "1")], "Facts")
        tell(one, since, (("V1", ("Was A",)),))
        one.heading("Part", 1)
        one.paragraph("Words" if one is not other else "Other words")
        one.end("End.")
    assert first.said == first.sign == second.said != second.sign
    assert other.said != first.said


def test_a_document_is_read_back_as_blocks(sheet: Sheet) -> None:
    sheet.heading("Head", 2)
    sheet.bullets([(Bold("Police"), ", one\ntwo & three")])
    sheet.table(("A", "B"), [("1", "x\ty")], (1, 3), "Figures")
    assert list(sheet.blocks()) == [
        Block("Head", 2), Block("Police, one\ntwo & three"),
        Block(rows=(("A", "B"), ("1", "x\ty"))),
    ]  # fmt: skip


def test_of_a_writing_that_is_kept_no_picture_is(sheet: Sheet) -> None:
    sheet.paragraph("Words.")
    plain = as_bytes(sheet)
    assert as_bytes(sheet, sheet.to_bytes()) == plain
    sheet.picture(png(4, 2), "A line that falls")
    for kept in (as_bytes(sheet, sheet.to_bytes()), as_bytes(sheet)):
        assert b"/media/" not in kept
        assert [one.text for one in from_bytes(kept).lines] == ["Words."]
