"""What belongs to what in a paper: ticks under two rows of heads, blocks, messages passed on."""

import io

from openpyxl import load_workbook

from .lists_made import sheet
from .measure import paper, read
from .redrawn_forms import Page, bold

CHILD = (
    "Name: Ada Holm", "Date of birth: 01/02/2011", "Reason for referral: Men wait at the gate.",
    "School: Tarn High",
)  # fmt: skip


def test_a_tick_under_no_is_no_sign_where_the_head_takes_two_rows() -> None:
    page = Page()
    page.line("Child exploitation assessment tool", "Heading 1")
    page.table([["Name", "Ada Holm"], ["Date of birth", "01/02/2011"]])
    page.line("")
    table = page.table([
        [bold("Indicator"), bold("Present?"), "", "", bold("Comments")],
        ["^", bold("Yes"), bold("No"), bold("Not known"), "^"],
        ["Goes missing from home", "x", "", "", "twice since May"],
        ["Found out of area", "", "x", "", ""],
        ["More than one phone", "x", "", "", ""],
        ["Self-harm", "", "", "x", "not asked"],
    ])  # fmt: skip
    table.cell(0, 1).merge(table.cell(0, 3))
    (record,) = read("tool.docx", page.saved()).records
    assert record.get("indicators") == ("Goes missing from home", "More than one phone")


def test_columns_to_mark_are_asked_whatever_stands_over_the_questions() -> None:
    one = paper(
        "# Child exploitation referral",
        "| Name | Ada Holm |",
        "| Date of birth | 01/02/2011 |",
        "| Reason for referral | Men wait for her at the gate. |",
        "",
        "| **Please mark X in one column** | **YES** | **NO** | **UNKNOWN** |",
        "| Is the child aware of this referral? | X | | |",
        "| Are parents aware of this referral? | | X | |",
        "| Is the child in immediate danger? | | X | |",
    ).records[0]
    assert one.get("immediate_risk") is False
    assert (one.get("informed_child"), one.get("informed_parent")) == (True, False)


def test_a_return_on_its_side_gives_each_child_its_own_line() -> None:
    rows = [
        ["Agency return for panel"],
        ["Agency", "Tarn Health"],
        ["", "Child 1", "Child 2"],
        ["Name", "HOLM, Ada", "Ben Orr"],
        ["Date of birth", "1.2.2011", "03/04/2010"],
        ["Information relevant to exploitation", "Seen in May.", "No information held"],
        ["Who may this be shared with?", "All panel", "-"],
    ]
    records = read("return.xlsx", sheet(rows)).records
    assert [one.get("name") for one in records] == ["Ada Holm", "Ben Orr"]
    assert str(records[0].get("sharing")) == "all panel"
    assert records[1].get("nothing_known") is True


def test_a_block_of_labels_for_each_record_is_a_list() -> None:
    one = paper(
        "# MACE action log",
        "| Action | Call the school |", "| Owner | Jo Lund |", "| Due | 10/06/2026 |",
        "| Status | |",
        "", "Action 2",
        "| Action | Ask the landlord |", "| Owner | Al Reed |", "| Due | 12/06/2026 |",
        "| Status | Open |",
    )  # fmt: skip
    assert [record.get("owner") for record in one.records] == ["Jo Lund", "Al Reed"]


def message(subject: str, *lines: str) -> bytes:
    head = (
        "From: Ines Tarn <ines@tarn.example>", f"Subject: {subject}", "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"', "",
    )  # fmt: skip
    return "\r\n".join((*head, *lines)).encode()


def test_a_message_that_only_passes_another_on_is_what_the_other_says() -> None:
    old = (
        "-----Original Message-----", "From: Al Reed <al@reed.example>", "Sent: 1 June 2026 10:14",
        "To: Ines Tarn", "Subject: referral to MACE panel", "", *CHILD,
    )  # fmt: skip
    one = read("m.eml", message("FW: referral", "See below please.", "", *old))
    assert one.records[0].get("name") == "Ada Holm"
    answer = read("m.eml", message("RE: referral", "Will look at it.", "", *old))
    assert not any(record.get("name") for record in answer.records)


def test_a_sheet_that_explains_the_form_is_no_record() -> None:
    rows = [
        ["Child exploitation assessment tool"], ["Name", "Ada Holm"],
        ["Date of birth", "01/02/2011"], ["Risk level", "High"], ["Assessed by", "Jo Lund"],
        ["Date of assessment", "02/06/2026"],
    ]  # fmt: skip
    book = load_workbook(io.BytesIO(sheet(rows)))
    guide = book.create_sheet("Guidance", 0)
    guide.append(["For each indicator score 0 = no, 1 = low, 2 = medium, 3 = high."])
    guide.append(["The practitioner gives the overall level."])
    out = io.BytesIO()
    book.save(out)
    one = read("tool.xlsx", out.getvalue())
    assert [record.get("name") for record in one.records] == ["Ada Holm"]


def test_words_in_brackets_are_no_label_and_a_forms_own_sentence_no_answer() -> None:
    one = paper(
        "# Child exploitation referral",
        "| Name | (please give full details) // Ada Holm |",
        "| Date of birth | (in figures) // 01/02/2011 |",
        "| Reason for referral | (as far as you know) // Men wait for her at the gate. |",
        "",
        "**Places of concern**",
        "Tarn bus station",
        "Thank you! Email to panel@council.example",
    ).records[0]
    assert (one.get("name"), one.get("places")) == ("Ada Holm", ("Tarn bus station",))


def test_a_name_typed_together_is_the_same_person() -> None:
    one = paper(
        "# Child exploitation referral",
        *(f"**{line.partition(':')[0]}:**{line.partition(':')[2]}" for line in CHILD),
        "**People of concern:** Jordan Tully",
        "JordanaTully",
    ).records[0]
    people = one.get("associates")
    assert isinstance(people, tuple)
    assert [person["name"] for person in people] == ["Jordan Tully"]


def test_a_row_of_options_of_which_one_is_marked_answers_what_it_lists() -> None:
    one = paper(
        "# Child exploitation referral",
        "| **Surname:** Holm | **Forename:** Ada |",
        "| **Date of birth:** 01/02/2011 | **Gender:** F |",
        "| **Legal status - mark X and give date** |",
        "| **CIN plan:** | **CP plan:** X 12/6/26 | **LAC (S20 or S31):** | **Not open:** |",
        "| **School:** Tarn High | **Reason for referral:** Men wait at the gate. |",
    ).records[0]
    assert one.get("plan") == "CP"


def test_boxes_behind_a_colon_answer_whatever_asks_for_them() -> None:
    one = paper(
        "# Child exploitation referral",
        "| Name | Ada Holm |",
        "| Date of birth | 01/02/2011 |",
        "| Reason for referral | Men wait for her at the gate. |",
        "",
        "## What kind of exploitation? (tick all that apply)",
        "☐ Child sexual exploitation    ☒ Child criminal exploitation",
        "Tarn High's view of it:   ☐ Low   ☐ Medium   ☒ High",
    ).records[0]
    assert one.get("risk") == "High"


def test_a_table_in_the_cell_of_an_answer_lists_what_its_label_asks() -> None:
    page = Page()
    page.line("Location of concern referral", "Heading 1")
    table = page.table([
        [bold("Name of location"), "Kwik Wash"],
        [bold("Address"), "88 Station Parade"],
        [bold("Type of place"), "Launderette"],
        [bold("Concerns"), "Children are let in after closing by a man with keys."],
        [bold("Children seen there"), "Names if known, one per line"],
    ])  # fmt: skip
    inner = table.cell(4, 1).add_table(3, 2)
    rows = [("Name", "Approx. age"), ("Ada Holm", "14"), ("Ben Orr", "13")]
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            inner.cell(at, place).paragraphs[0].add_run(text).bold = at == 0
    (record,) = read("place.docx", page.saved()).records
    assert record.get("children") == ("Ada Holm", "Ben Orr")


def test_an_answer_under_its_label_is_no_hint_because_a_row_above_has_no_label() -> None:
    one = paper(
        "# Child exploitation referral",
        "| Name | Ada Holm |",
        "| Date of birth | 01/02/2011 |",
        "| Home address | 12 Weir Lane |",
        "| | Tarn |",
        "| School // Tarn High | |",
        "| Reason for referral | Men wait for her at the gate. |",
    ).records[0]
    assert one.get("school") == "Tarn High"
