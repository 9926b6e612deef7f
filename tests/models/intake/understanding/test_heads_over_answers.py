"""What heads an answer below it: labels over boxes, headings in capitals, marks under a head."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font

from models.intake.papers import ReadPaper

from .measure import paper, read

RETURN = ("# Agency return to the MACE panel", "| **Agency** | Harbour School Nursing |", "")


def boxes(*rows: tuple[str, ...]) -> ReadPaper:
    """Return a form on a worksheet read, in which a text that begins with * is in bold."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(row, 2):
            if text:
                bold = Font(bold=text.startswith("*"))
                sheet.cell(at, column, text.removeprefix("*")).font = bold
    out = io.BytesIO()
    book.save(out)
    return read("paper.xlsx", out.getvalue())


def test_a_mark_under_a_head_that_says_not_known_says_it_of_the_child() -> None:
    head = "| **Young person** | **DOB** | **Not known to us** | **What we know** | **Sharing** |"
    records = paper(
        *RETURN, head, "| Mina Dale | 03/04/2011 | | Seen in clinic. | All panel |",
        "| Tegan Oakes | 08/01/2013 | X | | |", "| Bo Rahman | 30/11/2011 | | Missed. | Chair |",
    ).records  # fmt: skip
    told = [(one.get("name"), one.get("nothing_known")) for one in records]
    assert told == [("Mina Dale", False), ("Tegan Oakes", True), ("Bo Rahman", False)]


def test_labels_over_boxes_of_a_worksheet_are_no_titles_and_end_the_signs() -> None:
    record = boxes(
        ("*MACE referral",), (),
        ("*Young person", "", "*Date of birth"), ("Mina Dale", "", "2011-04-03"), (),
        ("*Address", "", "*Post code"), ("4 Low Row, Wend", "", "ZZ9 9ZZ"), (),
        ("*Reason for referral",), ("A man in a silver car collects her.",), (),
        ("*Strengths",), ("Speaks to her aunt every day",), (),
        ("*Indicators", "", "", "*Y", "*N"), ("Debt bondage", "", "", "x"),
        ("Older friends", "", "", "x"), ("Sexual health concerns", "", "", "", "x"), (),
        ("*Referred by", "", "*Tel"), ("Ruth Bell", "", "01632 960447"), (),
        ("*Post", "", "*Date referred"), ("Deputy Head", "", "2026-11-24"),
    ).records[0]  # fmt: skip
    assert record.get("reason") == "A man in a silver car collects her."
    assert record.get("protective") == "Speaks to her aunt every day"
    assert record.get("indicators") == ("Debt bondage", "Older friends")
    assert (record.get("referrer"), record.get("referrer_phone")) == ("Ruth Bell", "01632 960447")
    assert str(record.get("received")) == "2026-11-24"


def test_a_form_in_capitals_answers_behind_tabs_and_below_its_headings() -> None:
    record = paper(
        "# MACE NOMINATION - PERSON OF CONCERN", "SURNAME\tHALE", "FORENAMES\tDOMINIC",
        "D.O.B.\t22AUG1997", "# CHILDREN BELIEVED AT RISK FROM NOMINAL", "Ellie Dale", "Kay Holt",
        "# GROUNDS FOR NOMINATION", "Stopped with missing girls in his car.",
        "# ACTION TAKEN TO DATE", "A notice was served in October.",
        "SUBMITTED BY\tDC LOUISE TARN", "UNIT\tCHILD EXPLOITATION TEAM", "DATE\t19NOV2026",
    ).records[0]  # fmt: skip
    assert record.get("children") == ("Ellie Dale", "Kay Holt")
    assert record.get("tried") == "A notice was served in October."
    assert record.get("referrer") == "DC LOUISE TARN"


def test_small_tables_of_one_tool_are_its_lines_together() -> None:
    heads = "| **Present** | **Not present** | **Not known** | **Evidence** |"
    record = paper(
        "# Child exploitation risk assessment", "| Child's name | Mina Dale |", "",
        f"| **Home** {heads}", "| Family breakdown | X | | | |", "| Young carer | | X | | |", "",
        f"| **Online** {heads}", "| Hidden accounts | X | | | three |", "| Meeting | | | X | |",
    ).records[0]  # fmt: skip
    assert record.get("indicators") == ("Family breakdown", "Hidden accounts")


def test_a_record_parted_by_dashes_goes_on_below_an_address_and_is_signed_below() -> None:
    record = paper(
        "# MACE referral form: child", "Student – Mina Dale", "Born – 3 April 2011",
        "Gender – F", "Lives at – 4 Low Row, Wend", "With – her aunt, Ann Dale",
        "## Why are you worried?", "A man in a silver car collects her.",
        "## Have you told her and her family about this form?", "Her: yes.  Family: no.",
        "Ruth Bell\nDesignated Safeguarding Lead, Wend School\nTel 01632 960447\n12 November 2026",
    ).records[0]  # fmt: skip
    told = [record.get(name) for name in ("informed_child", "informed_parent", "referrer")]
    assert record.get("address") == "4 Low Row, Wend"
    assert record.get("living") == "her aunt, Ann Dale"
    assert told == [True, False, "Ruth Bell"]
    assert (record.get("referrer_agency"), str(record.get("received"))) == (
        "Wend School", "2026-11-12",
    )  # fmt: skip


def test_a_line_with_whom_is_asked_only_right_behind_where_the_child_lives() -> None:
    head = ("# MACE referral form", "Child's name: Mina Dale", "DOB: 03/04/2011")
    lives = paper(*head, "Lives at: 4 Low Row", "With: her nan, Mrs Gwen Dale (has an SGO)")
    record = lives.records[0]
    assert record.get("living") == "her nan, Mrs Gwen Dale (has an SGO)"
    assert record.get("parent_name") == "Gwen Dale"
    seen = paper(*head, "Reason for referral", "Found at the park", "With – Cal Rudd, 24").records[
        0
    ]
    assert (seen.get("living"), seen.get("reason")) == (
        None,
        "Found at the park\nWith – Cal Rudd, 24",
    )
