"""A changed Word file is read as it stands with every change taken in, and never trusted."""

import io
import zipfile
from datetime import datetime

import pytest

from models.errors import Refusal
from models.intake.edited import EditedParagraph
from models.intake.opening.edited import open_edited

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
LINK = "A\u00a0 link"
BY = 'w:author="Cleo Chair" w:date="2026-11-13T10:30:00Z"'


def packed(body: str) -> bytes:
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", LINKS)
        document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document)
    return to.getvalue()


def read(body: str) -> tuple[EditedParagraph, ...]:
    return open_edited(packed(body)).paragraphs


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def test_tracked_words_are_taken_in_and_told_with_author_and_day() -> None:
    (one,) = read(
        f"<w:p>{run('Seen ')}<w:del w:id='1' {BY}>{run('once ', 'delText')}</w:del>"
        f"<w:ins w:id='2' {BY}>{run('twice ')}</w:ins>{run('at the park')}</w:p>"
    )
    assert one.text == "Seen twice at the park"
    gone, put = one.tracked
    assert (gone.gone, gone.start, gone.end) == ("once ", 5, 5)
    assert (put.author, put.on) == ("Cleo Chair", datetime(2026, 11, 13, 10, 30))
    assert one.text[put.start : put.end].strip() == "twice"


def test_moved_words_stand_only_where_they_went() -> None:
    first, second = read(
        f"<w:p>{run('Stays. ')}<w:moveFrom w:id='1' {BY}>{run('Goes.')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo w:id='2' {BY}>{run('Goes.')}</w:moveTo></w:p>"
    )
    assert (first.text, second.text) == ("Stays.", "Goes.")
    assert first.tracked[0].moved and second.tracked[0].moved


def test_a_row_that_was_taken_out_is_not_there() -> None:
    row = "<w:tr>{}<w:tc><w:p>{}</w:p></w:tc></w:tr>"
    gone = f"<w:trPr><w:del w:id='1' {BY}/></w:trPr>"
    found = read(f"<w:tbl>{row.format('', run('One'))}{row.format(gone, run('Two'))}</w:tbl>")
    assert [(one.text, one.in_table) for one in found] == [("One", True)]


def test_a_bookmark_lies_in_every_paragraph_that_it_covers() -> None:
    first, second, third = read(
        f"<w:p>{run('Lead ')}<w:bookmarkStart w:id='7' w:name='_M1'/>{run('one')}</w:p>"
        f"<w:p>{run('two')}</w:p><w:p>{run('three')}<w:bookmarkEnd w:id='7'/>{run(' after')}</w:p>"
    )
    assert [(one.start, one.end) for one in first.bookmarks] == [(5, 8)]
    assert [(one.start, one.end) for one in second.bookmarks] == [(0, 3)]
    assert [(one.start, one.end) for one in third.bookmarks] == [(0, 5)]


def test_a_bookmark_that_never_ends_lies_where_it_begins() -> None:
    first, second = read(
        f"<w:p><w:bookmarkStart w:id='7' w:name='_M1'/>{run('one')}</w:p><w:p>{run('two')}</w:p>"
    )
    assert len(first.bookmarks) == 1 and second.bookmarks == ()


def test_hidden_and_struck_out_words_are_left_out() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>struck</w:t></w:r>"
    paper = open_edited(packed(f"<w:p>{run('Shown ')}{hidden}{struck}</w:p>"))
    assert paper.paragraphs[0].text == "Shown"
    assert paper.paragraphs[0].tracked[0].gone == "struck"
    assert "Hidden text was left out." in paper.notes


def test_words_in_links_fields_and_controls_are_read_and_blanks_made_single() -> None:
    (one,) = read(
        f"<w:p><w:hyperlink>{run(LINK)}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{run('  inside')}</w:sdtContent></w:sdt>"
        f"<w:fldSimple w:instr='DATE'>{run(' today')}</w:fldSimple><w:r><w:br/></w:r>"
        f"{run(' below')}</w:p>"
    )
    assert one.text == "A link inside today\nbelow"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<w:p>" + run("x" * 100_001) + "</w:p>", "letters"),
        ("<w:p/>" * 20_001, "paragraphs"),
        ("<w:sdt>" * 250 + "</w:sdt>" * 250, "nested too deeply"),
    ],
)
def test_what_no_minutes_are_like_is_refused(body: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        open_edited(packed(body))


def test_dates_and_names_that_are_none_are_no_harm() -> None:
    (one,) = read(f"<w:p><w:ins w:author='{'x' * 500}' w:date='soon'>{run('Word')}</w:ins></w:p>")
    assert (len(one.tracked[0].author), one.tracked[0].on) == (80, None)
