"""Action lists, annexes and disruption plans hold what their own reader may have."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
from docx.document import Document

from exports import action_list, annex, disruption_plan, issue, plan_documents, tables
from exports.naming import naming_of
from models.clock import SetClock
from models.records.disruption import ChildEffect, DisplacedTo
from tests.exports import papers as panel
from tests.exports import reading
from tests.exports.issued_room import approve
from tests.models.services.rooms import running_room


def actions(agency_id: int | None = None) -> Document:
    return reading.document(lambda to: action_list.write(panel.papers(), to, agency_id))


def annexed(**changes: object) -> Document:
    return reading.document(lambda to: annex.write(panel.papers(**changes), to, reader="Police"))


def planned(**changes: object) -> Document:
    plan = panel.plan(**changes)
    return reading.document(
        lambda to: disruption_plan.write(
            panel.PANEL, plan, panel.MEETING, to, made_at=panel.MADE_AT
        )
    )


def test_the_list_for_all_holds_owner_due_and_item_of_every_open_action() -> None:
    document = actions()
    assert reading.under(document, "Agreed at this meeting") == [
        "Item | Owner | Action | Due | Ref",
        (
            "V1, A.R. | Jayden Yates (Police) | Serve the notice on Darren Pike. Also about T.K."
            " | this weekend | A015"
        ),
        (
            "V1, A.R. | Leah Baines (Education safeguarding)"
            " | Agree a full timetable with the school and confirm transport."
            " Done when: he is in lessons five days a week. | 19 Nov 2026 | A014"
        ),
        (
            "O1, Lee Marsh | Jayden Yates (Police) | Find out who is living at the address."
            " | 26 Nov 2026 | A020"
        ),
    ]
    still_open = reading.under(document, "Still open from earlier meetings")
    assert [row[:4] for row in still_open[1:2]] == ["A002"]
    assert "A001" not in reading.text(document)


def test_an_agencys_list_holds_its_own_actions_and_says_whose_it_is() -> None:
    document = actions(panel.POLICE.id)
    text = reading.text(document)
    assert "A016" in text
    assert "A014" not in text
    assert "Issued to: Police" in reading.edges(document)[1]


TO_DO = "Disruption measures to carry out"


def test_measures_that_somebody_has_still_to_carry_out_stand_on_the_list_with_who_leads() -> None:
    rows = reading.under(actions(), TO_DO)
    assert rows[0] == "Item | Lead | Measure | Against | Due"
    assert any("Police" in row and "3 Dec" in row for row in rows[1:])


def test_of_the_cawn_that_the_police_are_to_serve_the_police_have_a_list(
    clock: SetClock, tmp_path: Path
) -> None:
    room = running_room(clock)
    room.workspace.conduct.disrupt(
        room.child_item, "CP10", against_id=room.person, lead_agency_id=room.police,
        lead="Jane Khan", due_on=date(2026, 12, 3),
    )  # fmt: skip
    approve(room)
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    for name in ("actions.docx", "actions-police.docx"):
        row = reading.under(docx.Document(str(tmp_path / name)), TO_DO)[1]
        assert "Jane Khan" in row and "Child Abduction Warning Notice" in row, name
        assert "3 Dec 2026" in row and "V1" in row
    assert not list(tmp_path.glob("actions-health*"))
    room.workspace.close()


def test_a_measure_served_not_pursued_or_named_by_an_action_is_on_no_list() -> None:
    item = panel.papers().items[0]
    gone = tuple(
        panel.measure(number, "CAWN", "Darren Pike", **told)
        for number, told in enumerate(
            ({"status": "served"}, {"status": "not pursued"}, {"action_id": 15},
             {"sharing": "chair only"}), 1)
    )  # fmt: skip
    papers = replace(panel.papers(), items=(replace(item, measures=gone),))
    assert action_list.measures_to_do(papers) == []


def test_an_agency_without_actions_is_told_so() -> None:
    assert "No actions." in reading.text(actions(panel.CAMHS.id))


def test_an_annex_holds_only_what_is_not_for_all_the_panel() -> None:
    text = reading.text(annexed())
    own = text.partition("\nInformation you shared with Children's social care\n")[2]
    assert own.partition("\nActions")[0].endswith("Warrant planned for Friday.")
    of_chair = text.partition("\nInformation for the chair only\n")[2].partition("\n")[0]
    assert of_chair.endswith("Source is a neighbour.")
    assert "Covert visit" in text
    assert "A016" in text
    for not_here in ("second phone", "A014", "CAWN", "Tia", "V2", "T1"):
        assert not_here not in text


def test_an_annex_says_for_whom_it_is_what_another_agency_gave() -> None:
    made = annex.compose(panel.papers(), reader="Children's social care")
    text = reading.text(reading.document(lambda to: to.write(made.to_bytes())))
    assert "\nInformation for Police and Children's social care\n" in text
    assert "you shared" not in text


def test_who_knows_nothing_stands_in_one_line_of_an_annex() -> None:
    rows = [
        replace(panel.line(at, agency, "Nothing known", sharing="chair only"), said=False)
        for at, agency in ((90, panel.HEALTH), (91, panel.CAMHS))
    ]
    item = replace(panel.aidan(), rounds=(panel.turn(panel.HEALTH, *rows),))
    made = annex.compose(panel.papers(items=(item,), actions=()), reader="The chair")
    told = reading.text(reading.document(lambda to: to.write(made.to_bytes())))
    assert "Nothing known to Health (ICB safeguarding) and CAMHS." in told
    assert "whether fact or opinion" not in told


def test_no_annex_is_due_where_nothing_is_restricted() -> None:
    place = replace(panel.place(), measures=())
    assert annex.has_content(panel.papers())
    assert not annex.has_content(panel.papers(items=(place,), actions=()))


def test_what_was_not_to_be_minuted_is_in_no_annex() -> None:
    line = panel.line(90, panel.POLICE, "Off the record", sharing="not minuted")
    gone = panel.line(91, panel.POLICE, "Taken back", sharing="chair only", withdrawn=True)
    item = replace(panel.place(), measures=(), rounds=(panel.turn(panel.POLICE, line, gone),))
    assert not annex.has_content(panel.papers(items=(item,), actions=()))


def test_a_plan_names_its_target_and_no_child() -> None:
    text = reading.text(planned())
    assert "Disruption plan DP-2026-004\nDarren Pike" in text
    assert "Children protected | LCS620625, LCS693851" in text
    assert "Legal basis: Child Abduction Act 1984 s.2" in text
    assert "Non-molestation order: From 1 September 2026, to 1 March 2027" in text
    for name in ("Aidan", "Ravenscroft", "Tia", "Kerr"):
        assert name not in text


def test_a_plan_counts_children_who_have_no_number() -> None:
    children = ((1, "Aidan Ravenscroft", "LCS620625"), (2, "Tia Kerr", ""))
    assert "LCS620625, 1 child without a system number" in reading.text(planned(children=children))


def test_a_plan_for_a_child_shows_initials() -> None:
    text = reading.text(planned(subject_kind="child", subject="Aidan Ravenscroft"))
    assert "A.R." in text
    assert "Ravenscroft" not in text


def test_a_plan_without_measures_says_so() -> None:
    assert "No measures yet." in reading.text(planned(measures=()))


def test_a_measure_that_several_items_agreed_alike_stands_once() -> None:
    alike = [
        panel.measure(at, "CAWN", "Darren Pike", in_force_from=date(2026, 9, 1)) for at in (7, 8)
    ]
    later = panel.measure(9, "CAWN", "Darren Pike", due_on=date(2027, 1, 4))
    text = reading.text(planned(measures=(*alike, later)))
    assert text.count("CAWN\n") == 2 and text.count("CAWN: From 1 September 2026") == 1


def test_a_plan_tells_its_effect_by_number_and_where_harm_went() -> None:
    effects = (
        ChildEffect(
            10, "Aidan Ravenscroft", "LCS620625", "High", "Medium", "lower", "High → Medium"
        ),
        ChildEffect(20, "Tia Kerr", "", None, "High", "", "High now"),
    )
    moved = (DisplacedTo(1, 901, "location", "Bus interchange", "Seen there", panel.HELD_ON),)
    made = planned(effects=effects, moved_to=moved, mitigation="Visits in school hours.")
    text = reading.text(made)
    assert "LCS620625 | High | Medium | lower" in text
    assert "Children: 1 lower, 1 not known." in text
    assert "Bus interchange: Seen there. Noted 12 November 2026." in text
    assert "How these are met: Visits in school hours." in text
    assert "Aidan" not in text and "Kerr" not in text


def test_a_plan_says_what_was_breached_and_what_was_not_pursued_and_why() -> None:
    dropped = panel.measure(
        7, "Risk order", "Darren Pike", status="not pursued", stands=frozenset({"not pursued"}),
        came_of="No evidence that can be disclosed",
    )  # fmt: skip
    broken = panel.measure(
        8, "CAWN", "Darren Pike", status="breached", in_force_from=date(2026, 9, 1), breaches=1,
        came_of="breached 3 Nov 2026: Arrested",
    )  # fmt: skip
    text = reading.text(planned(measures=(dropped, broken)))
    assert "Risk order: Not pursued: No evidence that can be disclosed." in text
    assert "1 breach. Last breached 3 Nov 2026: Arrested." in text


def test_the_annex_of_a_pack_is_no_draft_of_minutes() -> None:
    def head(of: str) -> str:
        made = reading.document(
            lambda to: annex.write(panel.papers(minutes_state="draft"), to, reader="Police", of=of)
        )
        return reading.edges(made)[0]

    assert "DRAFT" in head("minutes") and "DRAFT" not in head("agenda pack")


def test_a_list_made_apart_says_for_whom_it_is() -> None:
    sheet = action_list.compose(panel.papers(), issued_to="Jo Sparrow")
    made = reading.document(lambda to: to.write(sheet.to_bytes()))
    assert "Issued to: Jo Sparrow" in " ".join(reading.edges(made))


def test_what_was_asked_about_a_child_is_not_asked_of_a_plan_about_somebody_else() -> None:
    papers = panel.papers()
    child = panel.aidan()
    plan = replace(papers.plans[0], subject_id=0, asked=None)
    measure = replace(plan.measures[0], item_id=child.row.id)
    shown = plan_documents._as_agreed(replace(plan, measures=(measure,)), papers)
    assert shown.asked is None


def test_an_action_about_somebody_else_says_of_whom_its_item_is() -> None:
    item = panel.aidan().row
    other = replace(item, id=99, subject_id=99, subject_kind="person_of_concern", label="Nat Frith")
    one = panel.action(90, item, "Find him.")
    one = replace(one, subject_id=99, subject_kind=other.subject_kind, subject=other.label)
    said = [
        tables.item_of(each, naming_of(panel.papers()))
        for each in (one, panel.action(91, item, "x"))
    ]
    assert said == ["V1, A.R.; about Nat Frith", "V1, A.R."]
