"""The panel's own form comes back in whatever program filled it in, and only answers are read."""

from models.intake.opening import open_paper
from models.intake.papers import ReadPaper
from models.intake.printed import PROPERTY, marks_of
from models.intake.understanding.reading import understand
from tests.models.intake.opening.made_pdf import at, pdf
from tests.models.intake.opening.test_odt import NAMESPACES, cell, odt, row

BASIS = "Lawful basis: Children Act 1989 s.17. No more is shared than that asks for."
HEADINGS = ("Date", "Information", "Kind (fact / opinion)", "Share with")
ANSWER = ("05/11/2026", "Attends weekly", "fact", "all panel")


def read(name: str, data: bytes) -> ReadPaper:
    return understand(open_paper(name, data), this_year=2026)


def as_odt(basis: str) -> bytes:
    """The return filled in and saved as OpenDocument."""
    table = "".join(row(*map(cell, some)) for some in (HEADINGS, ANSWER))
    held = f'<meta:user-defined meta:name="{PROPERTY}">{marks_of([BASIS])}</meta:user-defined>'
    body = (
        "<text:h>Agency information return: CAMHS</text:h>"
        f"<text:p>{basis}</text:p><text:h>Aidan Holt (born 12/03/2011, LCS689015)</text:h>"
        f"<table:table>{table}</table:table>"
    )
    meta = f'<office:document-meta {NAMESPACES} xmlns:meta="urn:m">{held}</office:document-meta>'
    return odt(body, **{"meta.xml": meta})


def test_a_return_saved_as_open_document_leaves_nothing_of_the_form_to_be_understood() -> None:
    paper = read("return.odt", as_odt(BASIS))
    assert paper.not_understood == ()
    (line,) = paper.records
    assert line.get("text") == "Attends weekly"


def test_a_text_of_the_form_that_was_changed_is_shown() -> None:
    changed = BASIS.replace("No more", "Much more")
    assert [one.text for one in read("return.odt", as_odt(changed)).not_understood] == [changed]


def as_pdf(table: str) -> bytes:
    """The return printed: each page has its edges, and the tables have no sides."""

    def page(number: int, body: str) -> str:
        foot = at(50, 40, "Information request. Issued to: CAMHS", size=8)
        return (
            at(50, 810, "Northmoor MACE", size=8)
            + body
            + foot
            + at(480, 40, f"Page {number} of 2", size=8)
        )

    first = (
        at(50, 740, "Agency information return: CAMHS", "B", 18)
        + at(50, 700, "Aidan Holt (born 12/03/2011, LCS689015)", "B", 13)
        + table
    )
    return pdf(page(1, first), page(2, at(50, 740, "Bea Kerr (born 17/02/2009)", "B", 13)))


def without_sides() -> str:
    """A table with rules between its cells and none at its left and right."""
    level = "".join(f"50 {y} m 540 {y} l S\n" for y in (680, 660, 640))
    parting = "".join(f"{x} 640 m {x} 680 l S\n" for x in (120, 330, 440))
    words = "".join(
        at(x + 4, y, text, size=9)
        for y, texts in ((665, HEADINGS), (645, ANSWER))
        for x, text in zip((50, 120, 330, 440), texts, strict=True)
    )
    return level + parting + words


def test_a_printed_return_keeps_each_lines_day_and_readers() -> None:
    line = read("return.pdf", as_pdf(without_sides())).records[0]
    assert (line.get("text"), line.get("kind")) == ("Attends weekly", "fact")
    assert (str(line.get("date")), line.get("sharing")) == ("2026-11-05", "all panel")


def test_what_runs_along_the_pages_of_a_printed_return_is_nobodys_information() -> None:
    paper = read("return.pdf", as_pdf(without_sides()))
    assert [line.get("text") for line in paper.records] == ["Attends weekly"]
    assert "Northmoor MACE" in [one.text for one in paper.not_understood]


def test_the_foot_of_an_only_page_is_neither_information_nor_part_of_an_answer() -> None:
    foot = "Update, version 1. Issued to: Finley Jankowski"
    update = (
        at(50, 740, "Lead professional's update", "B", 18)
        + at(50, 700, "Child")
        + at(220, 700, "Tia Kerr")
        + at(50, 680, "System ID")
        + at(220, 680, "LCS693851")
        + at(50, 640, "What has changed", "B", 13)
        + at(50, 620, "She goes to school.")
        + at(50, 40, foot, size=8)
        + at(480, 40, "Page 1 of 1", size=8)
        + at(250, 28, "OFFICIAL-SENSITIVE", size=8)
    )
    paper = read("update.pdf", pdf(update))
    assert [one.get("changes") for one in paper.records] == ["She goes to school."]
    assert any(one.text.startswith(foot) for one in paper.not_understood)


def test_rows_that_only_level_rules_part_keep_a_turned_label_and_what_follows_the_table() -> None:
    answers = (
        ("Child", "Tia Kerr"),
        ("System ID", "LCS693851"),
        ("Date of risk", "2 November 2026"),
        ("Recommendations", "R1 is in the plan."),
    )
    rows = "".join(
        at(55, 690 - 60 * number, label) + at(220, 690 - 60 * number, answer)
        for number, (label, answer) in enumerate(answers)
    )
    rules = "".join(f"50 {y} m 540 {y} l S\n" for y in (710, 650, 590, 530, 470))
    update = (
        at(50, 740, "Lead professional's update", "B", 18)
        + rows
        + at(55, 558, "assessment")
        + rules
        + at(50, 440, "End of the update.")
    )
    paper = read("update.pdf", pdf(update))
    (one,) = paper.records
    assert str(one.get("assessed")) == "2026-11-02"
    assert one.get("recommendations") == "R1 is in the plan."
    assert [left.text for left in paper.not_understood] == ["End of the update."]
