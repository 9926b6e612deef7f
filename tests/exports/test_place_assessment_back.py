"""An assessment of a place goes out to Word and comes back as the next version."""

from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document

from exports import place_assessment
from models.clock import SetClock
from models.workspace import Workspace

SAID = {"environment": "No light behind the shops.", "weighting": "mainly the place",
        "young_people": "Ivy Ashdown says nobody asks them to leave."}  # fmt: skip


@pytest.fixture
def panel():
    workspace = Workspace.memory("Ada Administrator", SetClock(datetime(2026, 11, 12, 9, 30)))
    workspace.panel.make("Northmoor MACE", districts=("Eastmoor",))
    workspace.register.add_child("Ivy Ashdown")
    place = workspace.register.add_place("Halewood Garages")
    made = workspace.register.assess_place(place)
    for field, value in SAID.items():
        workspace.register.change_assessment(made, field, value, None)
    yield workspace, place
    workspace.close()


def gone_out(panel, folder: Path, **changed: str) -> bytes:
    """The document as a colleague sends it back, with some words of it changed."""
    workspace, place = panel
    path = folder / "garages.docx"
    place_assessment.write(workspace, place, path)
    document = Document(str(path))
    for paragraph in document.paragraphs:
        if paragraph.text in changed:
            paragraph.text = changed[paragraph.text]
    document.save(str(path))
    workspace.store.clock.set(datetime(2026, 12, 1, 10, 0))
    return path.read_bytes()


def taken(panel, data: bytes):
    workspace, place = panel
    (report,) = workspace.papers.keep(workspace.papers.preview([("garages.docx", data)]))
    return report, workspace.read.place_assessments(place)


def test_what_was_changed_in_word_makes_the_next_version(panel, tmp_path):
    lit = {"No light behind the shops.": "Lit since Monday."}
    report, (now, before) = taken(panel, gone_out(panel, tmp_path, **lit))
    assert (report.status, report.not_understood) == ("imported", ())
    assert (now.assessed_on, now.author) == (date(2026, 12, 1), "Ada Administrator")
    assert now.values["environment"] == "Lit since Monday."
    assert before.values["environment"] == "No light behind the shops."
    # What went out by initials and came back so is not written over the name on record.
    assert now.values["young_people"] == SAID["young_people"]


def test_a_weight_that_is_none_of_the_list_is_kept_as_text(panel, tmp_path):
    heavy = {"Mainly the place": "heavy"}
    report, versions = taken(panel, gone_out(panel, tmp_path, **heavy))
    assert len(versions) == 1
    assert "Weight of the place, heavy: choose mainly the place" in str(report)


def test_unchanged_it_makes_no_version(panel, tmp_path):
    report, versions = taken(panel, gone_out(panel, tmp_path))
    assert len(versions) == 1 and report.unchanged


def test_a_place_that_is_called_otherwise_by_now_is_told(panel, tmp_path):
    workspace, place = panel
    data = gone_out(panel, tmp_path, **{"No light behind the shops.": "Lit."})
    workspace.register.change(place, "name", "Halewood Yard", "Halewood Garages")
    report, versions = taken(panel, data)
    assert len(versions) == 1
    assert "No one place on record is called so" in str(report)
