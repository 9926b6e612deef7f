"""Every page of every document carries its marking, version, state, reader and page number."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from exports import (
    action_list,
    agenda,
    agenda_pack,
    annex,
    disruption_plan,
    information_request,
    minutes,
    recommendation_sheet,
)
from exports.imprint import status_words
from tests.exports import papers as panel
from tests.exports import reading

ITEMS = [item.row for item in panel.papers().items]
ASKED = [information_request.Asked(panel.aidan().row, panel.child_record(panel.aidan()))]
TOLD = {"made_at": panel.MADE_AT}
DUE = date(2026, 11, 9)
DOCUMENTS: dict[str, Callable[[io.BytesIO], object]] = {
    "minutes": lambda to: minutes.write(panel.papers(), to),
    "actions": lambda to: action_list.write(panel.papers(), to),
    "annex": lambda to: annex.write(panel.papers(), to, reader="Police"),
    "agenda": lambda to: agenda.write(panel.PANEL, panel.MEETING, ITEMS, to, **TOLD),
    "pack": lambda to: agenda_pack.write(panel.papers(), to, previous=panel.papers()),
    "plan": lambda to: disruption_plan.write(panel.PANEL, panel.plan(), panel.MEETING, to, **TOLD),
    "recommendations": lambda to: recommendation_sheet.write(panel.extract(), to),
    "request": lambda to: information_request.write(
        panel.PANEL, panel.MEETING, panel.POLICE, ASKED, to, due_on=DUE, **TOLD
    ),
}
NAMES = ("Ravenscroft", "Aidan", "Kerr", "Pike", "Yates")


@pytest.fixture(params=DOCUMENTS, scope="module")
def blob(request: pytest.FixtureRequest) -> bytes:
    return reading.written(DOCUMENTS[request.param])


def test_marking_and_handling_stand_at_the_edges_of_every_page(blob: bytes) -> None:
    header, footer = reading.edges(docx.Document(io.BytesIO(blob)))
    assert header.splitlines()[0] == "OFFICIAL-SENSITIVE"
    assert footer.splitlines()[-1] == "OFFICIAL-SENSITIVE"
    assert panel.HANDLING in header
    assert "{{" not in header + footer


def test_page_x_of_y_are_fields(blob: bytes) -> None:
    footer: Any = docx.Document(io.BytesIO(blob)).sections[0].footer._element
    fields = [one.get(qn("w:instr")).strip() for one in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_properties_name_the_panel_and_nobody_else(blob: bytes) -> None:
    properties = reading.parts(blob)["docProps/core.xml"].decode()
    for name in NAMES:
        assert name not in properties
    core = docx.Document(io.BytesIO(blob)).core_properties
    assert (core.author, core.last_modified_by) == ("Northmoor MACE", "Northmoor MACE")
    assert core.subject == "OFFICIAL-SENSITIVE"
    assert core.created is not None
    assert core.created.replace(tzinfo=None) == panel.MADE_AT


def test_language_is_british_english(blob: bytes) -> None:
    assert b'w:lang w:val="en-GB"' in reading.parts(blob)["word/styles.xml"]


def test_tables_repeat_their_headings_and_split_no_row(blob: bytes) -> None:
    for table in docx.Document(io.BytesIO(blob)).tables:
        element: Any = table._element
        rows = element.tr_lst
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        repeated = [row.trPr.find(qn("w:tblHeader")) is not None for row in rows]
        headed = table.style is not None and table.style.name == "MACE Table"
        assert repeated == [headed and number == 0 for number in range(len(rows))]
        assert element.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_no_two_tables_touch(blob: bytes) -> None:
    body: Any = docx.Document(io.BytesIO(blob)).element.body
    tags = [child.tag for child in body]
    assert (qn("w:tbl"), qn("w:tbl")) not in list(zip(tags, tags[1:], strict=False))
    assert tags[-2] == qn("w:p")


def test_version_state_and_reader_are_told() -> None:
    header, footer = reading.edges(reading.document(DOCUMENTS["minutes"]))
    assert "DRAFT, not approved" in header
    assert "Minutes, version 2. Issued to: Panel members" in footer


@pytest.mark.parametrize(
    ("state", "is_draft"),
    [
        ("draft", True),
        ("with chair", True),
        ("anything unknown", True),
        ("approved", False),
        ("issued", False),
        ("corrected", False),
        ("agreed", False),
    ],
)
def test_whatever_is_not_approved_is_a_draft(state: str, is_draft: bool) -> None:
    assert status_words(state).startswith("DRAFT") is is_draft
