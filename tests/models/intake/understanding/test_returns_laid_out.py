"""Returns whose texts stand below their rows, and lists that only say who is not known."""

import pytest

from models.marks import Sharing

from .measure import paper

HEAD = ("# Agency return to the MACE panel", "| **Agency** | Harbour School Nursing |", "")


def test_what_stands_across_below_a_row_is_said_of_its_child() -> None:
    records = paper(
        *HEAD, "| **Child** | **DOB** | **Share with** |",
        "| Mina Dale | 03/04/2011 | All panel |", "| Seen in clinic three times since August. |",
        "| Bilal Rahman | 30/11/2011 | Chair only |", "| He missed two reviews of his health. |",
    ).records  # fmt: skip
    assert [(one.get("name"), one.get("sharing")) for one in records] == [
        ("Mina Dale", Sharing.ALL_PANEL), ("Bilal Rahman", Sharing.CHAIR_ONLY),
    ]  # fmt: skip
    assert records[1].get("text") == "He missed two reviews of his health."


def test_a_label_may_end_in_the_two_answers_to_it() -> None:
    records = paper(
        *HEAD, "| **Name** | **DOB** | **Known? Y/N** | **Summary** | **Can this be shared?** |",
        "| Mina Dale | 03/04/2011 | Y | Seen in clinic three times. | All panel |",
        "| Tegan Oakes | 08/01/2013 | N | | |",
    ).records  # fmt: skip
    assert [one.get("nothing_known") for one in records] == [False, True]


def test_a_list_without_texts_says_by_its_title_who_is_not_known() -> None:
    records = paper(
        *HEAD, "## Children known to us",
        "| **Child** | **DOB** | **Information** | **Share with** |",
        "| Mina Dale | 03/04/2011 | Seen in clinic three times. | All panel |", "",
        "## Children not known to us", "| **Child** | **DOB** |", "| Tegan Oakes | 08/01/2013 |",
    ).records  # fmt: skip
    told = [(one.get("name"), one.get("nothing_known")) for one in records]
    assert told == [("Mina Dale", False), ("Tegan Oakes", True)]


CHILDREN = (
    ("Tia Kerr", "17/02/2009", "Attending her sessions. Seen 12/11."),
    ("Aidan Ravenscroft", "21/01/2011", "Not known to YJS"),
    ("Mina Dale", "03/04/2011", "Missed two appointments."),
    ("Bilal Rahman", "30/11/2011", "Reprimand in 2025, nothing since."),
)
TYPED = ("# Youth Justice Service - return for MACE", "Meeting: 3 December 2026", "")


@pytest.mark.parametrize("lines", [
    ("{at}. {name}, {born}", "{text}"),
    ("{at}. {name}, date of birth {born}", "{text}", "(all panel)"),
    ("**{at}. {name} dob {born}**", "{text}", "Share with: all panel"),
    ("{at}. {name}, {born}", "Information held: {text}", "Who can see this? All panel"),
    ("{at}. {name}, {born}", "What we know – {text}", "Sharing – all panel"),
    ("{at}. {name}, {born}: {text}",), ("{at}. {name}, {born} – {text}",),
    ("{at}. Name, date of birth: {name}, {born}", "Information: {text}"),
    ("{at}. Name, date of birth", "{name}, {born}", "{text}"),
], ids=" / ".join)  # fmt: skip
def test_a_numbered_child_with_lines_below_has_what_is_said_of_it(lines: tuple[str, ...]) -> None:
    told = [
        line.format(at=at, name=name, born=born, text=text)
        for at, (name, born, text) in enumerate(CHILDREN, 1)
        for line in lines
    ]
    records = paper(*TYPED, *told).records
    assert [(one.get("name"), one.get("text")) for one in records] == [
        (name, text) for name, _, text in CHILDREN
    ]
    assert [one.get("nothing_known") for one in records] == [False, True, False, False]
    asked = "all panel" in " ".join(lines).lower()
    wanted = Sharing.ALL_PANEL if asked else Sharing.CHAIR_ONLY
    assert {one.get("sharing") for one in records} == {wanted}


def test_the_line_of_one_child_is_no_mark_of_the_line_of_another() -> None:
    records = paper(
        *TYPED, "1. Tia Kerr, 17/02/2009", "Seen on 12/11.", "2. Mina Dale, 03/04/2011",
        "Fact. Police attended the address.",
    ).records  # fmt: skip
    told = [(one.get("name"), one.get("text")) for one in records]
    assert told == [
        ("Tia Kerr", "Seen on 12/11."), ("Mina Dale", "Fact. Police attended the address."),
    ]  # fmt: skip


def test_what_stands_behind_a_child_in_its_heading_is_not_lost() -> None:
    read = paper(*TYPED, "## Tia Kerr, 17/02/2009, CP plan", "Seen on 12/11.")
    assert [one.get("text") for one in read.records] == ["Seen on 12/11."]
    assert "CP plan" in [one.text for one in read.not_understood]


def test_a_last_sentence_may_say_who_reads_a_line() -> None:
    records = paper(
        *TYPED, "1. Tia Kerr, 17/02/2009", "Seen on 12/11. Share with all panel.",
        "2. Mina Dale, 03/04/2011", "Mum was told. Share with Dad if he asks.",
    ).records  # fmt: skip
    assert [(one.get("text"), one.get("sharing")) for one in records] == [
        ("Seen on 12/11.", Sharing.ALL_PANEL),
        ("Mum was told. Share with Dad if he asks.", Sharing.CHAIR_ONLY),
    ]


@pytest.mark.parametrize(("said", "sharing"), [
    ("Told tutor that he buys vapes (not to be shared w family)", Sharing.CHAIR_ONLY),
    ("Not to be shared with parents or carers. She was seen in town.", Sharing.CHAIR_ONLY),
    ("Seen in town. Do not tell mum please.", Sharing.CHAIR_ONLY),
    ("Seen in town. Not to be shared with family or panel.", Sharing.NOT_SHARED),
    ("Seen in town. Not to be shared.", Sharing.NOT_SHARED),
])  # fmt: skip
def test_what_the_family_may_not_hear_is_not_kept_from_the_panel(
    said: str, sharing: Sharing
) -> None:
    record = paper(*TYPED, "1. Tia Kerr, 17/02/2009", said).records[0]
    assert record.get("sharing") is sharing
    assert bool(record.get("text")) is (sharing is Sharing.CHAIR_ONLY)


def test_of_two_limits_on_a_line_both_hold() -> None:
    records = paper(
        *HEAD, "| **Child** | **DOB** | **Information** | **Sharing** |",
        "| Tia Kerr | 17/02/2009 | Seen in clinic. | Chair and police only - not for minutes |",
        "| Mina Dale | 03/04/2011 | Seen in clinic. | Not for minutes |",
    ).records  # fmt: skip
    assert [one.get("sharing") for one in records] == [Sharing.CHAIR_ONLY, Sharing.NOT_MINUTED]


def test_a_column_of_services_says_where_a_line_comes_from() -> None:
    records = paper(
        "# Health information for the MACE panel", "Agency: Marchlands Community NHS Trust", "",
        "| **Child** | **DOB** | **Service** | **Information** | **Sharing** |",
        "| Tia Kerr | 17/02/2009 | CAMHS | Closed on 2/10 after two DNAs. | All panel |",
        "| Mina Dale | 03/04/2011 | All | Not known to any service in this Trust | |",
    ).records  # fmt: skip
    assert {one.get("agency") for one in records} == {"Marchlands Community NHS Trust"}
    assert records[0].get("source") == "CAMHS"
    assert [one.get("nothing_known") for one in records] == [False, True]


def test_who_sends_a_return_is_not_the_agency_it_names() -> None:
    records = paper(
        "# Education return to MACE", "From: Dawn Pike, Education Safeguarding Team",
        "Agency: Westmarch Inclusion Service", "", "1. Tia Kerr, 17/02/2009",
        "Nothing known. Placed by Thornsea, we have asked them for the plan",
    ).records  # fmt: skip
    assert records[0].get("agency") == "Westmarch Inclusion Service"
    assert records[0].get("completed_by") == "Dawn Pike"
    assert records[0].get("nothing_known") is True
