"""The extract for a child's file: its own words, its reply, its mark; actions that tell nothing."""

from dataclasses import replace

from exports import extract
from exports.child_part import child_part
from models.records.documents import ExtractPapers, KnownName
from models.records.item import PointRecord
from tests.exports import papers as panel
from tests.exports import reading

PIKE = KnownName(50, "person_of_concern", "Darren Pike")


def papers(**changes: object) -> ExtractPapers:
    return panel.extract(**{"known_names": (PIKE,), **changes})


def text(of: ExtractPapers) -> str:
    return reading.text(reading.document(lambda to: extract.write(of, to)))


def test_the_extract_says_who_it_is_for_and_what_to_do_in_disagreement() -> None:
    one = papers(addressed_to="Kian Baines", copies_to=("Ada Fox",), disagreement="Tell the chair.")
    told = text(one)
    assert "To | Kian Baines" in told
    assert "Copies to | Ada Fox" in told
    assert "If you disagree: Tell the chair." in told
    assert told.endswith("End of the extract.")


def test_unconfirmed_extracts_say_so_and_confirmed_ones_the_state_of_the_minutes() -> None:
    draft = reading.document(lambda to: extract.write(papers(confirmed=False), to))
    assert "DRAFT, NOT CONFIRMED" in reading.edges(draft)[0]
    final = papers(confirmed=True, minutes_state="approved")
    assert (
        "Approved by the chair"
        in reading.edges(reading.document(lambda to: extract.write(final, to)))[0]
    )


def test_an_action_that_names_a_measure_or_a_person_of_concern_is_left_out_and_logged() -> None:
    one = papers(tactics=("Child Abduction Warning Notice", "CAWN"))
    row = one.item.row
    actions = (
        panel.action(1, row, "Meet at school each week"),
        panel.action(2, row, "Serve the CAWN on Friday"),
        panel.action(3, row, "Ask about Darren Pike"),
        panel.action(4, row, "Keep on", success="no word from Daren Pike"),
    )
    part = child_part(replace(one, item=replace(one.item, actions=actions)))
    assert [action.text for action in part.papers.item.actions] == ["Meet at school each week"]
    left = [line.where for line in part.findings if line.done == "left out"]
    assert left == [action.reference for action in actions[1:]]


def test_police_work_that_nobody_gave_a_type_stays_out_and_in_advice_to_the_plan_is_looked_at() -> (
    None
):
    one = papers()
    row = one.item.row
    actions = (
        panel.action(1, row, "Mentor to meet her weekly"),
        panel.action(2, row, "Carry out a covert patrol at the skatepark"),
        replace(panel.action(3, row, "Joint visit after the arrest"), kind="support"),
    )
    advice = [replace(each, text="ANPR on the van") for each in one.item.recommendations]
    item = replace(one.item, actions=actions, recommendations=tuple(advice))
    part = child_part(replace(one, item=item))
    assert [action.reference for action in part.papers.item.actions] == ["A001", "A003"]
    doubts = [line.where for line in part.findings if line.done == "to confirm"]
    assert doubts == [each.reference for each in advice]
    told = [each.text for each in part.papers.item.recommendations]
    assert told == ["‹ANPR?› on the van"] * len(advice)
    assert [each.text for each in part.confirmed().item.recommendations] == [
        each.text for each in advice
    ]


def test_the_net_is_drawn_through_every_line_of_text() -> None:
    one = papers()
    said = "Seen with Darren Pike"
    item = replace(
        one.item,
        voice=said,
        protective=said,
        for_file=said,
        header=replace(one.item.header, reason=said),
        recommendations=tuple(
            replace(row, text=said, outcome_sought=said, evidence_sought=said)
            for row in one.item.recommendations
        ),
        tellings=tuple(replace(row, text=said, must_not=said) for row in one.item.tellings),
    )
    told = text(replace(one, item=item))
    assert "Pike" not in told
    assert told.count("Person 1") >= 5


def test_doubts_are_counted_for_whoever_confirms() -> None:
    one = papers()
    part = child_part(
        replace(one, item=replace(one.item, for_file="With his cousin Marlon Teague."))
    )
    assert part.doubts == 1
    assert "‹Marlon Teague?›" in (part.papers.item.for_file or "")


def test_the_names_searched_for_do_not_travel_with_the_papers() -> None:
    cleaned = child_part(papers(tactics=("CAWN",))).papers
    assert cleaned.known_names == cleaned.tactics == ()


def test_what_the_record_lacks_stands_in_one_line_and_no_heading_over_nothing() -> None:
    one = papers(reply_by=None)
    bare = replace(
        one.item, voice=None, voice_absent_reason=None, tellings=(), recommendations=(), risk=None
    )
    document = reading.document(lambda to: extract.write(replace(one, item=bare), to))
    assert "Not recorded: what the child says, risk and who tells the child and family." in (
        reading.text(document)
    )
    shown = [words for _, words in reading.outline(document)]
    assert not {"What the child says", "Reply", "Risk"} & set(shown)
    assert "Not recorded" not in text(papers())


def test_why_nobody_holds_the_plan_or_tells_somebody_goes_to_the_file_without_others() -> None:
    one = papers()
    said = {
        "lead": "Darren Pike has threatened the team, and another is being chosen",
        "parents_told": "Darren Pike lives with them",
    }
    required = tuple(PointRecord(code, code, True, reason) for code, reason in said.items())
    header = replace(one.item.header, lead=None)
    told = text(replace(one, item=replace(one.item, header=header, tellings=(), required=required)))
    assert "Who holds the plan | Nobody is named." in told
    assert "another is being chosen" in told
    assert "Parents: Nobody tells them." in told
    assert "Not recorded: who tells" not in told
    assert "Pike" not in told
