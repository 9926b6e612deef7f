"""A panel's own template gives its look, and says what it lacks."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from exports import imprint, minutes, template
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.styles import Style
from exports.template.starting import starting
from models.errors import Refusal, Trouble
from resources.word import build
from tests.exports import damaged, letterheads, reading
from tests.exports import papers as panel

NOW = datetime(2026, 11, 12, 9, 30)
LABEL_OF_ANOTHER_KIND = (
    "Styles: The paragraph style “MACE Label” is missing."
    " There is one of that name, but it is a character style."
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fea735815a0000000049454e44ae426082"
)


@pytest.fixture
def own(tmp_path: Path) -> Callable[[Callable[[Document], object]], Path]:
    """A template of the panel's own: the house's, changed."""

    def made(change: Callable[[Document], object]) -> Path:
        document = docx.Document(str(build.HOUSE))
        change(document)
        path = tmp_path / "own.docx"
        document.save(str(path))
        return path

    return made


def repacked(source: Path, to: Path, change: Callable[[str, bytes], bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return to


def test_the_house_template_is_what_its_parts_say(tmp_path: Path) -> None:
    build.build(tmp_path / "house.docx")
    assert reading.parts((tmp_path / "house.docx").read_bytes()) == reading.parts(
        build.HOUSE.read_bytes()
    )


def test_the_house_template_is_slim() -> None:
    assert len(reading.parts(build.HOUSE.read_bytes())["word/styles.xml"]) < 40_000


def test_page_styles_header_and_footer_come_from_the_panels_template(own: Callable) -> None:
    def change(document: Document) -> None:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.header.add_paragraph("Northmoor Borough Council: {{document}}")
        document.styles["Heading 1"].font.name = "Georgia"
        document.add_paragraph("Instructions that must not travel")

    look = template.read(own(change))
    made = reading.document(lambda to: minutes.write(panel.papers(), to, template=look))
    assert "Northmoor Borough Council: Minutes" in reading.edges(made)[0]
    assert made.sections[0].page_width.cm == pytest.approx(29.7, abs=0.1)
    assert made.styles["Heading 1"].font.name == "Georgia"
    assert "Instructions" not in reading.text(made)
    wide = sum(column.width.cm for column in made.tables[0].columns)
    assert wide == pytest.approx(25.7, abs=0.1)


def test_a_missing_style_is_named(own: Callable) -> None:
    path = own(lambda document: document.styles["MACE Table"].delete())
    with pytest.raises(Refusal) as refused:
        template.read(path)
    assert refused.value.message == "The template lacks the style “MACE Table”."


def test_missing_placeholders_are_named(own: Callable) -> None:
    def change(document: Document) -> None:
        for paragraph in document.sections[0].footer.paragraphs:
            paragraph.clear()

    with pytest.raises(Refusal) as refused:
        template.read(own(change))
    assert refused.value.message == (
        "The template lacks {{marking}} in the footer, {{version}}, {{issued_to}},"
        " the field PAGE and the field NUMPAGES."
    )


def test_a_first_page_of_its_own_must_be_marked_too(own: Callable) -> None:
    def change(document: Document) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = "Welcome"

    with pytest.raises(Refusal, match="in the header on first pages"):
        template.read(own(change))


def test_an_unknown_placeholder_is_named(own: Callable) -> None:
    path = own(lambda document: document.sections[0].header.add_paragraph("{{child_name}}"))
    with pytest.raises(Refusal, match=r"“child_name” \(header1, paragraph \d\)"):
        template.read(path)


def test_a_placeholder_split_by_word_is_filled(own: Callable) -> None:
    def change(document: Document) -> None:
        paragraph = document.sections[0].header.paragraphs[0]
        paragraph.clear()
        for piece in ("<", "{{", " mar", "king }", "}", ">"):
            paragraph.add_run(piece)

    look = template.read(own(change))
    made = reading.document(lambda to: minutes.write(panel.papers(), to, template=look))
    assert reading.edges(made)[0].splitlines()[0] == "<OFFICIAL-SENSITIVE>"


def test_a_last_section_takes_the_header_of_those_before(own: Callable) -> None:
    path = own(lambda document: document.add_section())
    look = template.read(path)
    made = reading.document(lambda to: minutes.write(panel.papers(), to, template=look))
    assert len(made.sections) == 1
    assert reading.edges(made)[0].startswith("OFFICIAL-SENSITIVE")


def test_a_dotx_is_a_template_too(own: Callable, tmp_path: Path) -> None:
    def as_template(name: str, part: bytes) -> bytes:
        return part.replace(b"document.main+xml", b"template.main+xml")

    path = repacked(build.HOUSE, tmp_path / "own.dotx", as_template)
    blob = reading.written(
        lambda to: minutes.write(panel.papers(), to, template=template.read(path))
    )
    assert b"template.main+xml" not in reading.parts(blob)["[Content_Types].xml"]


def test_comments_custom_properties_and_authors_do_not_travel(own: Callable) -> None:
    def change(document: Document) -> None:
        run = document.add_paragraph("x").runs[0]
        document.add_comment(run, "Ask Petra", author="Petra Lund")
        document.core_properties.author = "Petra Lund"
        document.core_properties.comments = "Made by Petra"

    look = template.read(own(change))
    papers = panel.papers(meeting=panel.MEETING, attendance=())
    parts = reading.parts(reading.written(lambda to: minutes.write(papers, to, template=look)))
    assert not any("comment" in name for name in parts)
    assert b"Petra" not in parts["docProps/core.xml"]


@pytest.mark.parametrize(
    ("blob", "words"),
    [
        (b"not a zip", "not a Word document"),
        (b"PK\x03\x04 truncated", "damaged.*save it under a new name"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password-protected or an old .doc"),
        (b"", "not a Word document"),
    ],
)
def test_what_is_no_word_document_is_refused(tmp_path: Path, blob: bytes, words: str) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(blob)
    with pytest.raises(Refusal, match=words):
        template.read(path)


def test_a_workbook_renamed_is_refused(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "own.docx"
    book = openpyxl.Workbook()
    book.save(path)
    with pytest.raises(Refusal, match="Word document"):
        template.read(path)


def test_macros_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(build.HOUSE.read_bytes())
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    with pytest.raises(Refusal, match="without allowing them"):
        template.read(path)


def test_a_header_that_fetches_a_file_from_outside_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(build.HOUSE.read_bytes())
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(
            "word/_rels/header1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" TargetMode="External" Target="http://example.org/crest.png"'
            ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
            "</Relationships>",
        )
    with pytest.raises(Refusal, match="outside"):
        template.read(path)


def test_a_part_that_swells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    path.write_bytes(build.HOUSE.read_bytes())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.png", bytes(50_000_000))
    with pytest.raises(Refusal, match="too large"):
        template.read(path)


def test_a_template_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        template.read(tmp_path / "nowhere.docx")


def test_nothing_of_the_written_document_needs_a_file_outside() -> None:
    parts = reading.parts(reading.written(lambda to: minutes.write(panel.papers(), to)))
    for name, part in parts.items():
        assert b"TargetMode" not in part, name
    assert io.BytesIO(parts["word/document.xml"]).read(5) == b"<?xml"


def test_a_damaged_template_ends_in_a_plain_refusal(tmp_path: Path) -> None:
    """Of three hundred, cut short, with turned bits, without parts: none ends in anything else."""
    dice, path, refused = random.Random(damaged.SEED), tmp_path / "own.docx", 0
    for _ in range(300):
        _, blob = damaged.damaged(dice)
        path.write_bytes(blob)
        try:
            look = template.read(path)
        except Refusal as refusal:
            refused += 1
            assert refusal.message.startswith("The template ")
        else:
            assert minutes.compose(panel.papers(), template=look).to_bytes().startswith(b"PK")
    assert refused > 250


def faults(document_change: Callable[[Document], object], folder: Path) -> list[str]:
    told = letterheads.checked(folder, document_change)
    assert told.content == b""
    return [f"{one.place}: {one.words}" for one in told.faults]


def test_the_checker_says_everything_at_once_and_where(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.styles["MACE Note"].name = "MACE Notes"
        document.styles["MACE Table"].delete()
        document.sections[0].footer.paragraphs[0].clear()
        document.sections[0].footer.paragraphs[1].add_run(" {{author}}")

    assert faults(change, tmp_path) == [
        "Styles: The paragraph style “MACE Note” is missing. There is one called “MACE Notes”.",
        "Styles: The table style “MACE Table” is missing.",
        "Header and footer (header1 and footer1): {{version}} is missing.",
        "Header and footer (header1 and footer1): {{issued_to}} is missing.",
        "Header and footer (header1 and footer1): The field PAGE is missing.",
        "Header and footer (header1 and footer1): The field NUMPAGES is missing.",
        "Footer (footer1), paragraph 2: {{author}} is not known here. Known are: "
        + ", ".join(sorted(imprint.KNOWN))
        + ".",
    ]


def test_a_style_of_another_kind_is_no_style(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.styles["MACE Label"].delete()
        document.styles.add_style("MACE Label", WD_STYLE_TYPE.CHARACTER)

    assert faults(change, tmp_path) == [LABEL_OF_ANOTHER_KIND]


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ('<w:fldSimple w:instr=" INCLUDETEXT &quot;/x&quot; "/>', "field INCLUDETEXT"),
        ("<w:r><w:instrText> DDEAUTO excel </w:instrText></w:r>", "field DDEAUTO"),
        ('<w:del w:id="1" w:author="P"><w:r><w:delText>x</w:delText></w:r></w:del>', "tracked"),
    ],
)
def test_what_fetches_or_hides_something_is_refused(tmp_path: Path, xml: str, words: str) -> None:
    def change(document: Document) -> None:
        paragraph = document.sections[0].header.paragraphs[2]._p
        for one in parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"):
            paragraph.append(one)

    (told,) = faults(change, tmp_path)
    assert words in told and "header1" in told


def test_on_a_page_turned_on_its_side_what_stands_at_the_right_edge_goes_with_it(
    own: Callable,
) -> None:
    def turned(document: Document) -> None:
        section = document.sections[0]
        section.page_width, section.page_height = section.page_height, section.page_width

    look = template.of(own(turned).read_bytes())
    made = Sheet(Imprint(panel.PANEL, "Minutes", "Panel members", panel.MADE_AT), look)
    made.title("Minutes")
    opened = docx.Document(io.BytesIO(made.to_bytes()))
    for name in ("Header", "Footer"):
        (stop,) = opened.styles[name].paragraph_format.tab_stops
        assert abs(stop.position.twips - look.text_width) <= 1


def test_words_behind_a_tab_stop_off_the_page_would_not_print(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.sections[0].page_width = Cm(14.8)
        document.sections[0].left_margin = document.sections[0].right_margin = Cm(1.5)

    assert faults(change, tmp_path) == [
        f"{where}: The template has a tab stop at 17.0 cm, off the page ({part})."
        " What stands behind it would not print."
        for where, part in (
            ("Header (header1), paragraph 3", "header1"),
            ("Footer (footer1), paragraph 1", "footer1"),
        )
    ]


def test_an_address_in_a_link_is_no_field(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.sections[0].header.paragraphs[2]._p.append(
            parse_xml(
                f"<w:r {nsdecls('w')}><w:instrText>"
                ' HYPERLINK "https://council.example/link" </w:instrText></w:r>'
            )
        )

    assert letterheads.checked(tmp_path, change).faults == ()


def test_what_is_worth_knowing_is_told_and_taken(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.sections[0].header.add_paragraph("Northmoor Council, {{panel}}")
        narrow(document)
        document.styles["Normal"].font.size = Pt(8)
        document.styles["Normal"].font.name = "Frutiger"
        document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(PNG), Cm(2))

    told = letterheads.checked(tmp_path, change)
    assert told.faults == ()
    assert [f"{one.place}: {one.words}" for one in told.warnings] == [
        "Text: 2 paragraphs of the template’s own text will be left out: only its look is used.",
        "Header (header1): On every page of every document stands: “Northmoor Council,”.",
        "Page set-up: Text is 10.8 cm wide. Tables of five columns will be tight.",
        "Header (header1): A picture has no alternative text for those who cannot see it.",
        "Styles: It names the typeface Frutiger. A machine without it shows another.",
        "Styles: “Normal” is set in 8 points, which is small.",
    ]
    assert template.of(told.content).text_width == pytest.approx(6122, abs=5)


def test_what_is_kept_of_a_template_holds_neither_its_text_nor_its_author(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        document.add_paragraph("Minutes about Robin Ashdown")
        document.core_properties.author = "Petra Lund"
        document.core_properties.title = "Robin Ashdown"

    told = letterheads.checked(tmp_path, change)
    parts = b"".join(reading.parts(told.content).values())
    assert b"Ashdown" not in parts and b"Petra" not in parts


def test_a_page_in_columns_is_set_in_one_and_a_gutter_takes_its_room(tmp_path: Path) -> None:
    def change(document: Document) -> None:
        section = document.sections[0]
        section.gutter = Cm(1)
        section._sectPr.append(parse_xml(f"<w:cols {nsdecls('w')} w:num='2'/>"))

    look = template.read(letterheads.at(tmp_path, change))
    assert "w:cols" not in look.blank.section
    assert look.text_width == pytest.approx(9638 - 567, abs=2)


def test_the_starting_template_lacks_nothing_and_tells_every_name(tmp_path: Path) -> None:
    blob = starting(panel.PANEL, NOW)
    path = tmp_path / "start.docx"
    path.write_bytes(blob)
    told = template.check(path)
    assert told.faults == () and [one.place for one in told.warnings] == ["Text"]
    words = reading.text(docx.Document(io.BytesIO(blob)))
    for name in (*Style, *imprint.KNOWN, *imprint.FIELDS):
        assert name in words
    assert "{{marking}}" in reading.edges(docx.Document(io.BytesIO(blob)))[0]


def test_a_file_of_two_hundred_megabytes_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    told = template.check(path)
    assert [one.words for one in told.faults] == ["The template is too large: more than 40 MB."]


def narrow(document: Document) -> None:
    """A page of 14.8 cm, with the tab stops of header and footer at its edge."""
    document.sections[0].page_width = Cm(14.8)
    for name in ("Header", "Footer"):
        stops = document.styles[name].paragraph_format.tab_stops
        del stops[0]
        stops.add_tab_stop(Cm(10.8), WD_TAB_ALIGNMENT.RIGHT)


def test_pictures_are_never_wider_than_the_text(own: Callable) -> None:
    look = template.read(own(narrow))
    sheet = Sheet(Imprint(panel.PANEL, "Figures", "All", NOW), look)
    sheet.picture(PNG, "Three words here", 16)
    (width,) = re.findall(r'wp:extent cx="(\d+)"', "".join(sheet._body))
    assert int(width) / 360_000 == pytest.approx(10.8, abs=0.05)


def test_pictures_fit_on_a_low_page(own: Callable) -> None:
    def change(document: Document) -> None:
        document.sections[0].page_height = Cm(14.9)

    sheet = Sheet(Imprint(panel.PANEL, "Figures", "All", NOW), template.read(own(change)))
    sheet.picture(PNG, "Three words here", 16)
    (width,) = re.findall(r'wp:extent cx="(\d+)"', "".join(sheet._body))
    assert int(width) / 360_000 == pytest.approx(0.8 * (14.9 - 3.1 - 2.8), abs=0.05)
