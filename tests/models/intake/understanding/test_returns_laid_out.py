"""Returns whose texts stand below their rows, and lists that only say who is not known."""

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
