"""From a pile of papers to issued documents, through the services alone."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest

from exports import feed, issue
from exports.filing import sha256
from macedesk import demo
from macedesk.holding import Holding
from models.clock import SetClock
from models.errors import Refusal
from models.marks import MinutesState, Role
from models.services.signed_in import Person
from models.storage.check import check
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.journeys import demo_panel as panel

PASSPHRASE = "seven quiet words in a row"


@dataclass(frozen=True)
class Held:
    """A meeting that was held, its minutes approved and its documents written to a folder."""

    workspace: Workspace
    meeting: int
    folder: Path
    warnings: tuple[str, ...]
    documents: dict[str, str]

    def words(self, name: str) -> str:
        """Everything that one document says."""
        return self.documents[name]

    def saying(self, mark: str) -> set[str]:
        """The documents that hold a mark."""
        return {name for name, words in self.documents.items() if mark in words}


ABSENT = "An agency with an annex was absent; it had asked for the papers."


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    root = tmp_path_factory.mktemp("panel")
    clock = SetClock(demo.PREPARED)
    workspace = Workspace.create(
        root / "panel.mace", PASSPHRASE, "Coordinator", clock=clock, cost=Cost(64, 1, 1)
    )
    workspace.panel.make(demo.PANEL, area=demo.AREA, districts=demo.DISTRICTS)
    workspace.papers.keep(workspace.papers.preview(demo.papers()))
    for agency in workspace.read.agencies():
        workspace.panel.change_agency(agency.id, agreement_expires=demo.AGREED_TO)
    triage(workspace)
    meeting = workspace.agenda.build(demo.MEETING)
    clock.set(demo.MORNING)
    warnings: list[str] = []
    script = demo.script()
    Holding(workspace, clock, script, kept=lambda number: None, warn=warnings.append).run()
    settle(workspace, meeting)
    issue.write_meeting(workspace, meeting, root / "out", reason=ABSENT)
    written = sorted(one for one in (root / "out").rglob("*") if one.is_file())
    documents = {one.relative_to(root / "out").as_posix(): panel.words(one) for one in written}
    yield Held(workspace, meeting, root / "out", tuple(warnings), documents)
    workspace.close()


def triage(workspace: Workspace) -> None:
    """The coordinator accepts one referral by hand; the others are accepted with the agenda."""
    first = workspace.read.referrals()[0]
    workspace.referrals.accept(first.id, "Meets the criteria")


def settle(workspace: Workspace, meeting: int) -> None:
    """Draft, to the chair, approved; then each document that needs a person's word gets it."""
    version = workspace.minutes.draft(meeting)
    workspace.minutes.to_chair(version)
    chair = Workspace(workspace.store, Person(None, "Shanice Fairhurst", Role.CHAIR))
    chair.minutes.approve(version)
    for one in issue.documents(workspace, meeting):
        if one.needs_confirming:
            workspace.minutes.confirm(meeting, one.name, one.digest)


def test_every_referral_is_on_the_agenda_and_was_discussed(held: Held) -> None:
    rows = held.workspace.read.running_order(held.meeting)
    assert {row.label for row in rows} == {one["name"] for one in panel.expected("referrals")}
    assert {row.state for row in rows} == {"discussed"}
    assert {row.state for row in held.workspace.read.referrals()} <= {"accepted", "on agenda"}


def test_what_all_the_panel_heard_is_in_the_minutes(held: Held) -> None:
    minutes = held.words("minutes.docx")
    assert not [one for one in panel.contributions("All panel") if one not in minutes]


def test_what_was_not_to_be_minuted_is_in_no_document(held: Held) -> None:
    for mark in panel.contributions("Not minuted"):
        assert held.saying(mark) == set()


def test_what_was_for_the_chair_is_in_the_chairs_annex_alone(held: Held) -> None:
    for mark in panel.contributions("Chair only"):
        assert held.saying(mark) == {"minutes-annex-chair.docx"}
    for mark in panel.returned("Chair only"):
        assert held.saying(mark) <= {"minutes-annex-chair.docx"}


def test_what_an_agency_did_not_share_is_neither_kept_nor_written(held: Held) -> None:
    marks = panel.returned("Not shared")
    assert marks
    everything = "\n".join(held.documents.values())
    assert not [one for one in marks if one in everything]
    kept = [
        line.text
        for row in held.workspace.read.running_order(held.meeting)
        for agency in held.workspace.read.item(row.id).rounds  # type: ignore[union-attr]
        for line in agency.lines
    ]
    assert not [one for one in marks if one in "\n".join(kept)]


def test_a_kept_paper_has_lost_the_lines_that_are_not_shared(held: Held) -> None:
    read = held.workspace.read
    found = [paper for one in panel.children() for paper in read.papers_of(read.find(one)[0].id)]
    papers = {one.id: one.name for one in found}
    assert "police.docx" in papers.values()
    marks = panel.returned("Not shared")
    for paper_id, name in papers.items():
        text = panel.blob_words(name, held.workspace.papers.content(paper_id))
        assert not [one for one in marks if one in text]


def test_whoever_declared_an_interest_reads_nothing_of_that_child(held: Held) -> None:
    apart = {name: words for name, words in held.documents.items() if "-without-" in name}
    assert apart
    item = next(one for one in demo.script()["items"] if one["subject"] == "LCS206393")
    marks = {panel.mark(one["text"]) for one in item["contributions"]}
    for words in apart.values():
        assert "Zielinska" not in words
        assert not [one for one in marks if one in words]


def test_each_recommendation_is_on_its_sheet_and_in_the_feed(held: Held) -> None:
    whole = json.loads((held.folder / "care-plan-feed.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(
        feed.schema(), format_checker=jsonschema.FormatChecker()
    ).validate(whole)
    fed = {(one["child"]["system_id"], one["text"]) for one in whole["records"]}
    given = {
        (item["subject"], one["text"])
        for item in demo.script()["items"]
        for one in item.get("recommendations", ())
    }
    by_initials = {(la_id, called_by_initials(text, la_id)) for la_id, text in given}
    assert given and fed == by_initials
    assert whole["status"] == "final"
    for la_id, text in given:
        assert text in held.words(f"recommendations/{la_id}.docx")
    lines = list(csv.DictReader(held.words("care-plan-feed.csv").splitlines()))
    assert {(one["system_id"], one["text"]) for one in lines} == by_initials


def called_by_initials(text: str, la_id: str) -> str:
    """What a system is told of a child: initials, where the sheet has the first name."""
    first, *others = panel.children()[la_id].split()
    return text.replace(first, "".join(f"{one[0]}." for one in (first, *others)))


def test_an_extract_holds_nothing_of_anybody_else(held: Held) -> None:
    children = panel.children()
    said = {*panel.contributions("All panel"), *panel.returned("")}
    for la_id, name in children.items():
        words = held.words(f"extracts/{la_id}.docx")
        assert name in words and la_id in words
        others = panel.identifiers() - {name}
        assert not [one for one in others if one in words]
        assert not [one for one in children if one != la_id and one in words]
        assert not [one for one in said if one in words]


def test_what_is_for_the_childs_file_travels_with_decision_and_risk(held: Held) -> None:
    for item in demo.script()["items"]:
        if item["kind"] == "child":
            words = held.words(f"extracts/{item['subject']}.docx")
            assert item["for_file"] in words
            assert item["decision"] in words
            assert item["risk_after"] in words
            assert item["analysis"] not in words and item["rationale"] not in words


def test_approved_and_confirmed_documents_are_issued_and_logged(held: Held) -> None:
    manifest = json.loads((held.folder / "manifest.json").read_text("utf-8"))
    assert {one["file"] for one in manifest["files"]} == set(held.documents) - {"manifest.json"}
    for one in manifest["files"]:
        assert one["status"] == "final"
        assert sha256((held.folder / one["file"]).read_bytes()) == one["sha256"]
    assert not [name for name, words in held.documents.items() if "DRAFT" in words]
    logged = held.workspace.read.issues(held.meeting)
    assert {one.document for one in logged} == {one["file"] for one in manifest["files"]}
    assert held.workspace.read.minutes(held.meeting)[-1].state == MinutesState.ISSUED.value


def test_what_was_approved_can_no_longer_be_undone_and_the_file_is_sound(held: Held) -> None:
    with pytest.raises(Refusal):
        held.workspace.store.undo()
    assert check(held.workspace.store).sound


def test_the_script_was_understood(held: Held) -> None:
    assert not [one for one in held.warnings if "not on the agenda" in one or "added" in one]
