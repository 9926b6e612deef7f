"""What a list says of a child in its own words stands on the record, below what stood there."""

from models.entities import Child, MissingCircumstances
from tests.models.services.papers.made import TRACKER, listed
from tests.models.services.papers.test_tracker_doubts import ROW

HEADS = (*TRACKER, "Notes / latest")
MISSING = ("Name", "Date of birth", "Date reported", "Date returned", "Circumstances")


def tracker(note: str):
    return f"{len(note)}.csv", listed([HEADS, (*ROW, note)])


def missing(said: str, *more: tuple[str, str]):
    heads, row = MISSING + tuple(one for one, _ in more), tuple(one for _, one in more)
    kerr = ("Tia Kerr", "17/02/2009", "03/11/2026 23:00", "04/11/2026 06:40", said)
    return f"{said}.csv", listed([heads, (*kerr, *row)])


def test_a_trackers_note_stands_on_the_childs_record(papers, rows) -> None:
    papers.import_files([tracker("Seen with an older male.")])
    (child,) = rows(Child)
    assert child.note == "Seen with an older male."


def test_a_later_note_is_added_below_and_a_line_that_stands_is_not_said_twice(papers, rows) -> None:
    papers.import_files([tracker("Seen with an older male.")])
    papers.import_files([tracker("SEEN WITH AN OLDER MALE\nHas a new phone.")])
    papers.import_files([tracker("None")])
    (child,) = rows(Child)
    assert child.note == "Seen with an older male.\nHas a new phone."


def test_the_circumstances_of_an_episode_stand_with_it(papers, rows) -> None:
    papers.import_files([missing("Left by the window.")])
    papers.import_files([missing("Argued with her aunt.")])
    (kept,) = rows(MissingCircumstances)
    assert kept.circumstances == "Left by the window.\nArgued with her aunt."


def test_a_missing_list_fills_what_a_childs_record_lacks(papers, rows) -> None:
    papers.import_files([missing("Left.", ("Gender", "Female"))])
    (child,) = rows(Child)
    assert child.gender == "Female"
