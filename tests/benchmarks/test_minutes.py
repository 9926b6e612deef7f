"""How fast minutes of forty items are: as made here, by docxtpl, and as bare XML elements."""

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from exports import minutes
from models.records.documents import MeetingPapers
from resources.word import build
from tests.exports import papers as panel
from tests.exports import reading

ITEMS = 40
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def meeting() -> MeetingPapers:
    one = panel.aidan()
    items = tuple(
        replace(
            one,
            row=replace(one.row, id=n, reference=f"V{n}", subject_id=n * 10, label=name(n)),
        )
        for n in range(1, ITEMS + 1)
    )
    return panel.papers(items=items, actions=tuple(a for item in items for a in item.actions))


def name(n: int) -> str:
    return f"Aidan{chr(96 + n % 26 + 1)} Ravenscroft{chr(96 + n % 26 + 1)}{chr(97 + n // 26)}"


def made(papers: MeetingPapers) -> bytes:
    return reading.written(lambda to: minutes.write(papers, to))


@pytest.fixture(scope="module")
def blob() -> bytes:
    return made(meeting())


def blocks(blob: bytes) -> list[dict[str, Any]]:
    """The finished minutes as plain content: what any other maker would be given."""
    found: list[dict[str, Any]] = []
    for element in docx.Document(io.BytesIO(blob)).element.body:
        if element.tag == qn("w:p"):
            found.append({"kind": "p", "style": _style(element), "text": _text(element)})
        elif element.tag == qn("w:tbl"):
            style = element.tblPr.find(qn("w:tblStyle")).get(qn("w:val"))
            rows = [{"cells": [_text(cell) for cell in row.tc_lst]} for row in element.tr_lst]
            found.append({"kind": "t", "style": style, "n": len(rows[0]["cells"]), "rows": rows})
    return found


def size(blob: bytes) -> int:
    """How many paragraphs and tables a document has."""
    body = docx.Document(io.BytesIO(blob)).element.body
    return sum(child.tag in {qn("w:p"), qn("w:tbl")} for child in body)


def _style(paragraph: Any) -> str:
    return str(paragraph.pPr.pStyle.get(qn("w:val")))


def _text(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def jinja_template(content: list[dict[str, Any]]) -> bytes:
    """A docxtpl template on the house's own, with a place for each style and kind of table."""
    document = docx.Document(str(build.HOUSE))
    document._body.clear_content()
    styles = {style.style_id: style for style in document.styles}
    document.add_paragraph("{%p for b in blocks %}")
    for style in sorted({b["style"] for b in content if b["kind"] == "p"}):
        document.add_paragraph(f"{{%p if b.kind=='p' and b.style=='{style}' %}}")
        document.add_paragraph("{{ b.text|e }}").style = styles[style]
        document.add_paragraph("{%p endif %}")
    for style, n in sorted({(b["style"], b["n"]) for b in content if b["kind"] == "t"}):
        document.add_paragraph(f"{{%p if b.kind=='t' and b.style=='{style}' and b.n=={n} %}}")
        table = document.add_table(rows=3, cols=n)
        table.style = styles[style]
        table.cell(0, 0).text = "{%tr for row in b.rows %}"
        for column in range(n):
            table.cell(1, column).text = f"{{{{ row.cells[{column}]|e }}}}"
        table.cell(2, 0).text = "{%tr endfor %}"
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")
    to = io.BytesIO()
    document.save(to)
    return to.getvalue()


def by_docxtpl(template: bytes, content: list[dict[str, Any]]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render({"blocks": content})
    to = io.BytesIO()
    document.save(to)
    return to.getvalue()


def by_elements(parts: dict[str, bytes], content: list[dict[str, Any]]) -> bytes:
    """The same paragraphs and tables as bare elements, zipped with the house's parts."""
    root = etree.Element(f"{{{WORD}}}document", nsmap={"w": WORD})
    body = etree.SubElement(root, f"{{{WORD}}}body")
    for block in content:
        if block["kind"] == "p":
            _paragraph(body, block["style"], block["text"])
        else:
            _table(body, block)
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        for part, blob in parts.items():
            is_body = part == "word/document.xml"
            package.writestr(part, etree.tostring(root) if is_body else blob)
    return to.getvalue()


def _under(parent: Any, tag: str, **attributes: str) -> Any:
    element = etree.SubElement(parent, f"{{{WORD}}}{tag}")
    for key, value in attributes.items():
        element.set(f"{{{WORD}}}{key}", value)
    return element


def _paragraph(parent: Any, style: str, text: str) -> None:
    paragraph = _under(parent, "p")
    _under(_under(paragraph, "pPr"), "pStyle", val=style)
    _under(_under(paragraph, "r"), "t").text = text


def _table(body: Any, block: dict[str, Any]) -> None:
    table = _under(body, "tbl")
    _under(_under(table, "tblPr"), "tblStyle", val=block["style"])
    for row in block["rows"]:
        line = _under(table, "tr")
        _under(_under(line, "trPr"), "cantSplit")
        for text in row["cells"]:
            cell = _under(line, "tc")
            _under(_under(cell, "tcPr"), "tcW", w="1000", type="dxa")
            _paragraph(cell, "MACECell", text)


@pytest.mark.benchmark(group="minutes of 40 items")
def test_minutes_as_made_here(benchmark: Any) -> None:
    papers = meeting()
    assert benchmark(made, papers).startswith(b"PK")


@pytest.mark.benchmark(group="minutes of 40 items")
def test_the_same_content_by_docxtpl(benchmark: Any, blob: bytes) -> None:
    content = blocks(blob)
    template = jinja_template(content)
    result = benchmark(by_docxtpl, template, content)
    assert size(result) == len(content)


@pytest.mark.benchmark(group="minutes of 40 items")
def test_the_same_content_as_bare_elements(benchmark: Any, blob: bytes) -> None:
    content, parts = blocks(blob), reading.parts(build.HOUSE.read_bytes())
    result = benchmark(by_elements, parts, content)
    assert size(result) == len(content)
