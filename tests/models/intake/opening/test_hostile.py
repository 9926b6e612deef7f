"""Papers that must not be read: each is refused in words that say what, where and how on."""

import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from models.errors import Refusal
from models.intake.batch import Opened, Refused, open_files
from models.intake.opening import limits, open_paper
from tests.models.intake.opening.made import (
    MAIN,
    NAMESPACES,
    OLE,
    WORD_TYPE,
    book,
    links,
    p,
    word,
    word_parts,
    zipped,
)

LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
RELS = "word/_rels/document.xml.rels"


def ole(stream: str) -> bytes:
    return OLE + (stream + "\x00").encode("utf-16-le") + bytes(64)


def with_part(name: str, text: str | bytes, kind: str = WORD_TYPE) -> bytes:
    return zipped(word_parts(p("Aidan"), kind) | {name: text})


def reaching(kind: str, target: str) -> bytes:
    return with_part(RELS, links((kind, target, True)))


def squeezed(method: int) -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", method) as package:
        package.writestr("word/document.xml", "x")
    return kept.getvalue()


def bomb() -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED, compresslevel=9) as package:
        for number in range(3):
            package.writestr(f"word/part{number}.xml", bytes(12_000_000))
    return kept.getvalue()


def lying_bomb() -> bytes:
    """A part that says it is small and unpacks to far more."""
    parts = word_parts(p("Aidan") * 4000)
    size = len(str(parts["word/document.xml"]).encode())
    return zipped(parts).replace(size.to_bytes(4, "little"), (700).to_bytes(4, "little"))


def locked() -> bytes:
    data = bytearray(word(p("Aidan")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def deep(levels: int) -> bytes:
    return word("<w:ins>" * levels + p("Aidan") + "</w:ins>" * levels)


HOSTILE: dict[str, tuple[bytes, str, str]] = {
    "nothing at all": (b"", "empty", "sent again"),
    "nothing but blanks": (b"\r\n \n\x00", "empty", "sent again"),
    "a truncated document": (word(p("Aidan" * 999))[:-40], "cut short or damaged", "sent again"),
    "half a document": (word(p("Aidan" * 999))[:300], "table of contents", "sent again"),
    "a protected document": (ole("EncryptedPackage"), "locked with a password", "password off"),
    "an old document": (ole("WordDocument"), "old Word format (.doc)", "save it as .docx"),
    "an old workbook": (ole("Workbook"), "old Excel format (.xls)", "save it as .xlsx"),
    "an older workbook": (ole("Book"), "old Excel format (.xls)", "save it as .xlsx"),
    "half an Outlook message": (ole("__properties_version1.0"), "Outlook message", "sent again"),
    "an unknown old file": (OLE, "old Office file", "save it as .docx"),
    "rich text": (b"{\\rtf1\\ansi Aidan}", "rich text", "as .docx"),
    "a web page": (b"<html><body><table></table></body></html>", "web page or XML", ".xlsx"),
    "a data file": (b'{"name": "Aidan"}', "JSON", "Word, Excel or CSV"),
    "an OpenDocument drawing": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.graphics", "content.xml": "<a/>"}),
        "OpenDocument",
        "into a document",
    ),
    "a zipped folder": (zipped({"referral.docx": "x"}), "zipped folder", "Unpack it"),
    "a photograph renamed": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(99), "picture (JPEG)", "form"),
    "a screenshot renamed": (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture (PNG)", "form itself"),
    "a program": (b"MZ\x90\x00" + bytes(99), "program", "IT desk"),
    "macros by part": (
        with_part("word/vbaProject.bin", b"x"),
        "macros (word/vbaproject.bin)",
        "save it as .docx",
    ),
    "macros by type": (
        zipped(word_parts(p("A"), "application/vnd.ms-word.document.macroEnabled.main+xml")),
        "carries macros",
        "save it as .docx",
    ),
    "Excel 4 macros": (
        book("<sheetData/>", xl__macrosheets__sheet1_dot_xml="<a/>"),
        "carries macros",
        "save it as .docx or .xlsx",
    ),
    "a template on the web": (
        reaching("attachedTemplate", "https://evil.example/t.dotm"),
        "a template on the web",
        "new document",
    ),
    "an object outside": (
        reaching("oleObject", "file:///c:/x.xls"),
        "object in another file",
        "nothing was fetched",
    ),
    "entities": (with_part("word/document.xml", LAUGHS), "entities (word/document.xml)", "copy"),
    "entities in two-byte text": (
        with_part("word/document.xml", LAUGHS.encode("utf-16")),
        "entities (word/document.xml)",
        "copy",
    ),
    "entities in a relationship": (
        with_part(RELS, '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'),
        f"entities ({RELS})",
        "",
    ),
    "broken XML": (
        with_part("word/document.xml", "<w:document"),
        "part word/document.xml",
        "new name",
    ),
    "an unknown encoding": (
        with_part("word/document.xml", '<?xml version="1.0" encoding="klingon"?><a/>'),
        "part word/document.xml",
        "new name",
    ),
    "bottomless nesting": (deep(5000), "nested too deeply", "word/document.xml"),
    "a zip bomb": (bomb(), "unpacks to far more", "34 MB when unpacked"),
    "a zip bomb that lies": (lying_bomb(), "damaged", "word/document.xml"),
    "too many parts": (zipped({f"word/{n}.xml": "" for n in range(2001)}), "2,001 parts", "ask"),
    "a strange packing": (squeezed(ZIP_BZIP2), "packed in a strange way", "word/document.xml"),
    "a locked zip": (locked(), "locked with a password", "add it again"),
    "no document inside": (zipped({"word/other.xml": "<a/>"}), "no document or workbook", "save"),
    "no words": (word(p("")), "no text at all", "sent again"),
    "pictures only": (word(p(""), word__media__image1_dot_png=b"x"), "only pictures", "type it in"),
    "an empty workbook": (book("<sheetData/>"), "empty workbook", "sent again"),
    "NULs in a list": (b"name,dob\nAidan,\x00\x00\n", "line 2", "CSV UTF-8"),
    "no text in a list": (b"name,dob\nAidan\x01\x02,1", "line 2", "CSV UTF-8"),
    "no known encoding": (b"name,dob\nAid\x81n,1", "line 2", "CSV UTF-8"),
    "half a two-byte list": (b"\xff\xfea\x00,\x00b\x00\n\x00c", "not text", "line"),
    "a quotation mark left open": (
        b'name,note\nAidan,"left\nBea,2\n',
        "line 2",
        "save it as .xlsx",
    ),
}


@pytest.mark.parametrize(("data", "what", "further"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_paper_is_refused_in_words(data: bytes, what: str, further: str) -> None:
    with pytest.raises(Refusal) as refused:
        open_paper("C:\\Inbox\\form.docx", data)
    message = refused.value.message
    assert what in message
    assert further in message
    assert message.startswith("This ")
    assert message.endswith((".", ")"))


def test_a_bad_paper_names_itself_and_keeps_no_other_out() -> None:
    good = word(p("Aidan"))
    results = list(
        open_files(
            [
                ("inbox/Ravenscroft.docx", good),
                ("inbox/broken.docx", good[:90]),
                ("good2.docx", good),
            ]
        )
    )
    assert [type(each) for each in results] == [Opened, Refused, Opened]
    refused = results[1]
    assert isinstance(refused, Refused)
    assert refused.sentence.startswith("broken.docx: This paper is cut short or damaged")
    assert "inbox" not in refused.sentence


def test_a_refusal_never_holds_the_name_of_the_file() -> None:
    with pytest.raises(Refusal) as refused:
        open_paper("Aidan Ravenscroft.docx", b"")
    assert "Aidan" not in str(refused.value)


def test_a_list_of_two_million_rows_is_refused_with_its_place() -> None:
    with pytest.raises(Refusal, match=r"more than 200,000 rows \(row 200,001\)"):
        open_paper("rows.csv", b"name,dob\n" + b"a,b\n" * 2_000_000)


def test_a_workbook_with_too_many_rows_is_refused_with_its_place() -> None:
    rows = '<row><c t="b"><v>1</v></c></row>' * 200_001
    with pytest.raises(Refusal, match=r"sheet 1, row 200,001"):
        open_paper("rows.xlsx", book(f"<sheetData>{rows}</sheetData>"))


def test_a_gigantic_cell_is_refused_with_its_place() -> None:
    letters = "x" * (limits.MAX_CELL_LETTERS + 1)
    inline = f'<row r="4"><c r="B4" t="inlineStr"><is><t>{letters}</t></is></c></row>'
    with pytest.raises(Refusal, match=r"sheet 1, B4"):
        open_paper("a.xlsx", book(f"<sheetData>{inline}</sheetData>"))
    with pytest.raises(Refusal, match="line 2"):
        open_paper("a.csv", f"a,b\n1,{letters}\n".encode())
    with pytest.raises(Refusal, match="paragraph 1"):
        open_paper("a.docx", word(p(letters)))


def test_a_cell_far_to_the_right_does_not_fill_the_memory() -> None:
    with pytest.raises(Refusal, match="more than 500 columns"):
        far = '<row r="1"><c r="XFD1"><v>1</v></c></row>'
        open_paper("a.xlsx", book(f"<sheetData>{far}</sheetData>"))


def test_one_long_string_shown_in_very_many_cells_is_refused() -> None:
    strings = f'<sst xmlns="{MAIN}"><si><t>{"é" * 90_000}</t></si></sst>'
    rels = links(
        ("worksheet", "worksheets/sheet1.xml", False), ("sharedStrings", "sharedStrings.xml", False)
    )
    rows = '<row><c t="s"><v>0</v></c></row>' * 1_000
    with pytest.raises(Refusal, match="sheet 1, row 556"):
        open_paper(
            "a.xlsx",
            book(
                f"<sheetData>{rows}</sheetData>",
                xl__sharedStrings_dot_xml=strings,
                xl___rels__workbook_dot_xml_dot_rels=rels,
            ),
        )


def test_a_merge_over_the_whole_sheet_does_no_harm() -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    assert open_paper("a.xlsx", book(sheet)).parts


def test_too_large_a_file_is_refused_unread() -> None:
    with pytest.raises(Refusal, match="larger than 100 MB"):
        open_paper("a.csv", b"a" * (limits.MAX_BYTES + 1))


def test_a_paper_whose_properties_alone_are_damaged_is_read() -> None:
    data = with_part("docProps/core.xml", "<cp:coreProperties")
    paper = open_paper("a.docx", data)
    assert paper.saved_on is None
    assert any("Aidan" in getattr(one, "text", "") for one in paper.parts)


def test_every_single_damaged_byte_is_either_read_or_refused() -> None:
    whole = word(p("Aidan") + p("Ravenscroft"))
    for place in range(0, len(whole), 7):
        data = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        for result in open_files([("a.docx", data), ("b.docx", whole[:place])]):
            assert isinstance(result, (Opened, Refused))


def test_rubbish_of_any_length_is_either_read_or_refused() -> None:
    rubbish = zlib.compress(bytes(range(256)) * 40, 9) * 3
    for size in range(1, len(rubbish), 11):
        for start in (b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe", b"\xd0\xcf\x11\xe0"):
            assert list(open_files([("a", start + rubbish[:size])]))
