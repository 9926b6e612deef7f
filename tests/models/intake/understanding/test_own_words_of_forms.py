"""What a form says itself is never an answer, and what it only announces ends no form."""

import io
from datetime import date
from typing import Any

from models.intake.papers import ReadPaper
from models.intake.understanding.context import Context
from models.intake.understanding.leading_hints import leads_as_hint
from models.intake.understanding.lexicon import section_of
from models.intake.understanding.sharing import read_sharing
from models.intake.understanding.ticks import choices
from models.intake.understanding.values import read_value
from models.marks import Sharing
from tests.blank_paper import blank_paper

from .measure import paper, read

CHILD = "| Child's name | Mina Dale | Date of birth | 03/04/2011 |"


def message(*lines: str) -> ReadPaper:
    head = (
        "From: Dominic Hale <d.hale@school.example>", "To: panel@council.example",
        "Date: Thu, 19 Nov 2026 16:41:07 +0000", "Subject: MACE referral",
        "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "",
    )  # fmt: skip
    return read("message.eml", "\r\n".join((*head, *lines)).encode())


def returned(over: str, marked: int) -> Any:
    """Return a return's one line, ticked in one of three columns under one head."""
    document = blank_paper()
    document.add_heading("Agency return to the MACE panel", 1)
    table = document.add_table(3, 6)
    heads = ("Child", "D.O.B", "Information held")
    for at, head in enumerate(heads):
        table.rows[0].cells[at].text = head
        table.rows[0].cells[at].merge(table.rows[1].cells[at])
    table.rows[0].cells[3].merge(table.rows[0].cells[5]).text = over
    for at, text in enumerate(("All panel", "Chair only", "Do not share"), 3):
        table.rows[1].cells[at].text = text
    for at, text in enumerate(("Mina Dale", "03/04/2011", "Seen in clinic three times.")):
        table.rows[2].cells[at].text = text
    table.rows[2].cells[marked].text = "☒"
    out = io.BytesIO()
    document.save(out)
    return read("return.docx", out.getvalue()).records[0].get("sharing")


def test_notes_under_a_heading_of_their_own_end_where_the_form_begins() -> None:
    record = paper(
        "# Child exploitation risk assessment tool", "## Guidance:", "For professionals only.",
        "| Child’s Name:  Mina Dale | D.O.B.:  03/04/2011 |",
        "| Case number:  EM/55170 | Date completed:  18th November 2026 |", "",
        "| **Overall level of risk** | ☐ Low   ☒ Medium   ☐ High |",
    ).records[0]  # fmt: skip
    assert (record.get("name"), record.get("la_id")) == ("Mina Dale", "EM/55170")
    assert record.get("assessed") == date(2026, 11, 18)


def test_a_heading_that_only_points_to_guidance_explains_nothing() -> None:
    record = paper(
        "# MACE referral form: child", CHILD, "## What happened (for guidance see Appendix A)",
        "Mina was collected by a man whom nobody at home knows.",
    ).records[0]  # fmt: skip
    assert str(record.get("reason")).startswith("Mina was collected")


def test_one_tick_under_one_head_says_who_may_read_a_line() -> None:
    asked = "May be shared with (tick one)"
    assert [returned(asked, at) for at in (3, 4, 5)] == [
        Sharing.ALL_PANEL, Sharing.CHAIR_ONLY, Sharing.NOT_SHARED,
    ]  # fmt: skip
    assert returned("Not to be shared with (tick one)", 3) != Sharing.ALL_PANEL
    assert not read_sharing(asked).stated


def test_hints_lead_answers_by_how_they_are_put() -> None:
    assert leads_as_hint("children", "Full names and dates of birth if known")
    assert leads_as_hint("grounds", "Who is there, what is seen, how often")
    assert leads_as_hint("reason", "Prompt: what you know, and how you know it.")
    assert not leads_as_hint("children", "Jessica Tombs")
    assert not leads_as_hint("persons", "unknown male")
    assert not leads_as_hint("reason", "When he came home he cried, what he said was unclear")


def test_a_bare_name_with_a_number_is_of_whose_section_it_stands_in() -> None:
    match = Context("person_of_concern").match("Name / collar no.", "referrer")
    assert match is not None and match.field == "referrer"
    assert section_of("PART 1    REFERRER’S DETAILS") == "referrer"


def test_boxes_behind_their_options_are_each_of_the_option_before() -> None:
    found = choices("CIN Plan:  ☒ CP Plan:  ☐ LAC:  ☐")
    assert found is not None and found.ticked == ("CIN Plan",)


def test_of_levels_with_the_forms_words_the_marked_one_is_told() -> None:
    record = paper(
        "# MACE referral form: child", CHILD, "## Levels of Risk - please tick ONE",
        "| **Level** | Descriptors | ☒ |",
        "| Category 1 | A child whom somebody may be grooming, without evidence of an offence | |",
        "| Category 2 | Evidence that a child is targeted through money, drugs or goods | ☒ |",
        "| Category 3 | A child whose exploitation is habitual and often denied | |",
    ).records[0]  # fmt: skip
    assert (record.get("risk"), record.get("types")) == ("Category 2", None)


def test_marks_in_pairs_under_a_basis_of_concern_are_signs_also_of_going_missing() -> None:
    record = paper(
        "# MACE referral form: child", CHILD, "## Basis of concerns",
        "| Disclosure of exploitation | | Going missing | X |",
        "| Suspected incident of exploitation | | Older friends | X |",
        "| Breakdown with carers | X | Alcohol/drug use | x |",
        "| Changed behaviour | | Money | X |",
    ).records[0]  # fmt: skip
    signs = ("Going missing", "Older friends", "Breakdown with carers", "Alcohol/drug use", "Money")
    assert (record.get("types"), record.get("indicators")) == (None, signs)


def test_a_note_across_ends_no_lines_of_a_tool() -> None:
    record = paper(
        "# Child exploitation risk assessment", CHILD, "",
        "| **Indicator** | **Risk Level** | **Present Yes/No** |",
        "| Self-harming | Medium | Yes |", "| Misuse of drugs | Medium | Y |",
        "| Notes: cuts to the arm that the school nurse saw on the third of November. |",
        "| **Behaviour** |", "| Truancy or exclusion | Low | Yes |", "| Cars | High | No |",
    ).records[0]  # fmt: skip
    signs = ("Self-harming", "Misuse of drugs", "Truancy or exclusion")
    assert record.get("indicators") == signs


def test_whoever_signs_by_a_short_name_is_named_in_full_above_the_job() -> None:
    record = message(
        "Child's name: Mina Dale", "Date of birth: 03/04/2011", "Reason: a man collects her.", "",
        "Thanks", "Dom", "", "Dominic Hale", "Deputy Head / DSL", "Wend High School, Wend",
        "01632 960447",
    ).records[0]  # fmt: skip
    assert (record.get("referrer"), record.get("referrer_role")) == (
        "Dominic Hale", "Deputy Head / DSL",
    )  # fmt: skip


def test_a_post_in_a_service_is_whose_an_action_is() -> None:
    told = {
        one.name: one.value for one in read_value("actions", "owner", "Virtual School Head", 26)
    }
    assert told["owner"] == "Virtual School Head"
    assert [one.name for one in read_value("actions", "owner", "Housing", 26)] == ["agency"]


def test_who_leads_is_told_in_brackets_behind_a_name() -> None:
    record = paper(
        "# MACE referral form: child", CHILD, "## Details of agency involvement",
        "| **Name** | **Agency and address** | **Telephone number** |",
        "| Steph Bell (lead professional) | Children's Social Care, Wend | 01632 960100 |",
        "| Mr O Harries | Wend School | 01632 960144 |",
    ).records[0]  # fmt: skip
    assert record.get("lead") == "Steph Bell"


def test_a_level_is_told_by_a_line_of_no_known_wording_that_asks_for_one() -> None:
    record = paper(
        "# MACE referral form: child", CHILD, "Type of exploitation:   CCE",
        "Level of risk in referrer’s judgement (low / medium / high):   high",
    ).records[0]  # fmt: skip
    assert str(record.get("risk")).lower() == "high"


def test_a_label_that_goes_on_in_small_letters_is_answered_beside_it() -> None:
    record = paper(
        "# MACE referral form: child", "| Child's name: | Mina Dale |",
        "| Date of birth: | 03/04/2011 |", "| Address: is this suitable | 4 Low Row, Wend |",
        "| Gender: | Female |",
    ).records[0]  # fmt: skip
    assert record.get("address") == "4 Low Row, Wend"
