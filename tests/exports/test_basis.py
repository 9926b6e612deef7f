"""Whatever leaves says on which lawful basis and why it is shared, or the list says why not."""

import json
import re
from dataclasses import replace

from exports import basis, feed, issue, minutes, tracker_sheet
from exports.audience import Audiences
from models.clock import SetClock
from models.intake.opening import open_paper
from models.records.chasing import GroundRow
from tests.exports import papers as panel
from tests.exports import reading
from tests.house.sources import ROOT
from tests.models.services.rooms import running_room

MAKES_ONE = re.compile(
    r"(?<![\w.])(?<!class )(?:Sheet|Calendar|text_list\.written|workbook\.written)\("
)
PRINTS_IT = re.compile(r"\bbasis\.(?:of_\w+|words|line)\(")


NO_FILES = {"copy_block", "case_holders.as_csv"}
"""What leaves in another way, or beside a paper that prints it."""


def test_every_kind_of_document_prints_it_or_the_list_says_why_not() -> None:
    sources = {path.stem: path.read_text("utf-8") for path in (ROOT / "exports").glob("*.py")}
    made = {name for name, text in sources.items() if MAKES_ONE.search(text)}
    printed = {name for name in made if PRINTS_IT.search(sources[name])}
    assert (made - printed) | NO_FILES == set(basis.WITHOUT)


def test_the_feed_its_twins_and_the_trackers_sheet_print_it(clock: SetClock, tmp_path) -> None:
    room = running_room(clock)
    workspace = room.workspace
    workspace.grounds.share_on(room.child_item, "Crime prevention", "He is in danger.")
    workspace.conduct.recommend(room.child_item, "See Robin each week", to_plan="CP")
    other = workspace.register.add_child("Tia Kerr", system_id="LCS2")
    usually = workspace.conduct.add_item(room.meeting, other)
    workspace.conduct.open_item(usually)
    workspace.conduct.recommend(usually, "See Tia each week", to_plan="CP")
    names = issue.write_meeting(workspace, room.meeting, tmp_path, fhir=True, reason="Agreed")
    assert {"care-plan-feed.json", "care-plan-feed.csv"} <= set(names)
    made = json.loads((tmp_path / "care-plan-feed.json").read_text("utf-8"))
    usual = basis.words(workspace.read.panel())
    assert made["lawful_basis"] == usual
    record, other_record = made["records"]
    assert other_record["lawful_basis"] is None
    assert record["lawful_basis"].startswith("Crime prevention")
    rows = feed.read_csv((tmp_path / "care-plan-feed.csv").read_bytes())
    assert [one["lawful_basis"] for one in rows] == [record["lawful_basis"], usual]
    bundle = json.loads((tmp_path / "care-plan-feed.fhir.json").read_text("utf-8"))
    resources = [one["resource"] for one in bundle["entry"]]
    plans = [one for one in resources if one["resourceType"] == "CarePlan"]
    noted = {one["note"][0]["text"] for one in plans}
    assert noted == {f"Lawful basis: {one}" for one in (record["lawful_basis"], usual)}
    for ending in tracker_sheet.FORMATS:
        sheet = tmp_path / f"sheet.{ending}"
        tracker_sheet.write(workspace, [room.child], ("name", "plan"), sheet, ending)
        lines = open_paper(sheet.name, sheet.read_bytes()).parts
        assert usual in str(lines)
    workspace.close()


def test_the_panels_own_is_printed_and_an_items_own_beside_it() -> None:
    item = panel.aidan()
    own = GroundRow(item.row.id, None, "Crime and Disorder Act 1998", "He is in danger.", True)
    elsewhere = replace(own, item_id=999, basis="Another")
    asked = replace(panel.PANEL, necessity="To keep children safe.")
    papers = panel.papers(panel=asked, grounds=(own, elsewhere))
    told = reading.under(
        reading.document(lambda to: minutes.write(papers, to)), "Confidentiality statement"
    )
    usual = next(one for one in told if one.startswith("Lawful basis: UK GDPR"))
    assert usual.endswith("Why it is needed: To keep children safe.")
    crime = "Crime and Disorder Act 1998. Why it is needed: He is in danger."
    assert f"Lawful basis of {item.row.reference}: {crime}" in told
    assert not any("Another" in one for one in told)


def test_an_agencys_papers_print_the_one_that_it_has_of_its_own(clock: SetClock) -> None:
    room = running_room(clock)
    share_on = room.workspace.grounds.share_on
    share_on(room.child_item, "Public task")
    share_on(room.child_item, "Crime prevention", agency_id=room.police)
    audiences = Audiences(room.workspace, room.meeting)
    read = {
        "Public task": (audiences.panel, audiences.agencies(room.health)),
        "Crime prevention": (audiences.agencies(room.police),),
    }
    for told, readings in read.items():
        for one in readings:
            grounds = one.meeting_papers(room.meeting).grounds
            assert [each.basis for each in grounds] == [told]
