"""Every heading and wording that can be set stands in its document, and none is set in vain."""

import io
import re
from collections.abc import Iterator

import docx
import pytest

from exports import template, wording
from exports.document_words import DOCUMENTS, SPOKEN, DocumentWords, lines_of
from exports.specimen import Specimen
from models import codes
from models.errors import Refusal
from models.workspace import Workspace
from tests.exports import letterheads, reading
from tests.exports.letterheads import CREST
from tests.house.sources import ROOT

SELDOM = {"heading.annex.other", "heading.pack.since", "heading.minutes.items"}
"""Not at once with others, or set elsewhere."""
IN_NO_LINE = {"marking"}


@pytest.fixture(scope="module")
def specimen() -> Iterator[Specimen]:
    workspace = Workspace.memory("Ada")
    workspace.panel.make("Northmoor MACE", area="Northmoor")
    workspace.panel.take_template("letterhead.docx", letterheads.made(), template.of)
    made = Specimen(workspace)
    yield made
    made.close()
    workspace.close()


def said(specimen: Specimen, document: DocumentWords) -> str:
    blob = specimen.made(document)
    assert blob is not None, document.key
    opened = docx.Document(io.BytesIO(blob))
    return "\n".join((reading.text(opened), *reading.edges(opened)))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.key)
def test_each_line_is_what_the_document_says(specimen: Specimen, document: DocumentWords) -> None:
    lines = lines_of(document)
    for number, line in enumerate(lines):
        specimen.wording(line.key, f"Words{number}set")
    text = said(specimen, document).lower()
    for line in lines:
        specimen.wording(line.key, None)
    silent = {line.key for number, line in enumerate(lines) if f"words{number}set" not in text}
    assert silent <= SELDOM
    assert "words0set" not in said(specimen, document).lower()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.key)
def test_the_basis_of_sharing_can_be_set_where_it_stands_and_necessity_stands_beside_it(
    specimen: Specimen, document: DocumentWords
) -> None:
    stands = "Why it is needed: " in said(specimen, document)
    assert stands is ("lawful_basis" in document.wordings)


def test_the_preview_stands_on_the_panels_own_template(specimen: Specimen) -> None:
    assert CREST in said(specimen, DOCUMENTS[0])


def test_every_heading_and_wording_of_the_lists_can_be_set() -> None:
    lines = {line.key for document in DOCUMENTS for line in lines_of(document)}
    headings = {f"heading.{one.code}" for one in codes.shipped("document_headings")}
    assert headings <= lines
    wordings = {one.code for one in codes.shipped("wordings")}
    assert wordings - lines - set(SPOKEN) == IN_NO_LINE


def test_no_document_has_a_heading_written_into_the_program() -> None:
    """But those that a form or a comparison knows it by again, and the page for the sender."""
    fixed = re.compile(r'sheet\.heading\(\s*f?"([^"{]+)"')
    found = {
        words
        for path in (ROOT / "exports").rglob("*.py")
        if path.name != "starting.py"
        for words in fixed.findall(path.read_text("utf-8"))
    }
    assert found == {
        "Corrections", "What changed", "Reply slip", "Responses", "Recommended before",
        "Your update", "Who submits it", "What is known", "Who may read it",
        "For the police to fill in", "When, who and where",
    }  # fmt: skip


def test_every_heading_that_is_asked_for_is_in_the_list() -> None:
    asked = re.compile(r'sheet\.(?:part|words)\("([^"]+)"')
    found = {
        code
        for path in (ROOT / "exports").rglob("*.py")
        for code in asked.findall(path.read_text("utf-8"))
    }
    assert found and all(wording.shipped_heading(code) for code in found)


def test_parts_that_are_new_stand_behind_the_panels_own_order(specimen: Specimen) -> None:
    workspace = specimen.workspace
    workspace.panel.order_minutes(["next", "actions", "no such part"])
    order = wording.order(workspace.read.panel())
    workspace.panel.order_minutes([])
    assert order[:3] == ("next", "actions", "attendance")
    assert len(order) == len(set(order)) == len(codes.load("minutes_headings"))


def test_a_heading_needs_words(specimen: Specimen) -> None:
    with pytest.raises(Refusal, match="needs words"):
        specimen.workspace.panel.set_wording("heading.item.risk", " ")
    with pytest.raises(Refusal, match="would not be marked"):
        specimen.workspace.panel.set_wording("not_confirmed", "")
