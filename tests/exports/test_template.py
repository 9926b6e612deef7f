"""A panel's own template gives its look, and says what it lacks."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from exports import minutes, template
from models.errors import Refusal, Trouble
from resources.word import build
from tests.exports import damaged, reading
from tests.exports import papers as panel


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
        (b"PK\x03\x04 truncated", "not a Word document"),
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
    with pytest.raises(Refusal, match="macros"):
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
