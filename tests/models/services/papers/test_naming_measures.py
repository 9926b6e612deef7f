"""An action log that names a measure: offered to the register, and what does not fit is said."""

from models.entities import Action, UnreadText

from .made import listed
from .test_lists import ACTIONS, nomination

SAID = "Closure notice or order (full or partial) is for a place, not for a person."


def row(number: str, text: str) -> tuple[str, ...]:
    return (number, ACTIONS[1][1], "Lee Marsh", text, *ACTIONS[1][4:])


def test_a_row_that_names_a_measure_carries_it_and_says_what_does_not_fit(papers, rows) -> None:
    papers.import_files([("n.docx", nomination())])
    log = [ACTIONS[0], row("A001", "Apply for a closure order"), row("A002", "Serve the CAWN"),
           row("A003", "Write the safety plan"), row("A004", "Meet the family")]  # fmt: skip
    papers.import_files([("a.csv", listed(log))])
    assert [one.measure_type_code for one in rows(Action)] == ["AS07", "CP10", None, None]
    assert [one.text for one in rows(UnreadText) if "is for" in one.text] == [SAID]
