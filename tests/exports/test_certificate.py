"""The certificate of a disposal reads well and says nothing of what went."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from exports import certificate
from models.records.retention import CertificateRow
from models.workspace import Workspace
from tests.exports import accessibility
from tests.exports.plain_text import words_of

ONE = CertificateRow(
    1, "D2026-0001", "Child", "0f" * 16, "Child in need records, 3 years from 18th birthday",
    date(2022, 11, 10), "The period is over", "Ada Administrator", "Bo Second",
    datetime(2026, 11, 12, 9, 30), 21, 1, "Backups made before Thu 12 Nov 2026 still hold it",
)  # fmt: skip


@pytest.fixture(scope="module")
def blob():
    workspace = Workspace.memory()
    workspace.panel.make("Northmoor MACE")
    made = certificate.written(workspace.read.panel(), ONE, datetime(2026, 11, 12, 9, 30))
    workspace.close()
    return made


@pytest.mark.parametrize(
    "words",
    ["D2026-0001", "Child in need records", "Bo Second", "10 November 2022", "21 entries, 1 paper",
     "Backups made before", "12 November 2026, 09:30"],
)  # fmt: skip
def test_it_says_what_by_whom_and_when(blob, words):
    assert words in words_of("one.docx", blob)


def test_everybody_can_read_it(blob):
    assert accessibility.broken(blob) == []


def test_one_entry_is_told_as_one():
    workspace = Workspace.memory()
    workspace.panel.make("Northmoor MACE")
    at = datetime(2026, 11, 12, 9, 30)
    made = certificate.written(workspace.read.panel(), replace(ONE, rows=1, papers=0), at)
    workspace.close()
    assert "1 entry, 0 papers" in words_of("one.docx", made)
