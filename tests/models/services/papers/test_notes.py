"""What a list says of a child in its own words stands on the record, below what stood there."""

from models.entities import Child, MissingCircumstances, ReturnInterview
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


def test_what_was_learnt_stands_in_the_return_interview_and_is_no_circumstance(
    papers, rows
) -> None:
    said = "Met Kez at the arcade; was given vapes."
    done = ("RHI completed", "05/11/2026 10:00")
    data = missing("Left by the window.", done, ("What was learnt", said))
    (seen,) = papers.preview([data])
    assert seen.paper.records[0].get("learned") == said
    papers.keep([seen])
    (interview,) = rows(ReturnInterview)
    assert (interview.learned, str(interview.conducted_at)) == (said, "2026-11-05 10:00:00")
    (kept,) = rows(MissingCircumstances)
    assert kept.circumstances == "Left by the window."


def test_what_a_later_list_has_learnt_stands_below_and_nothing_said_adds_nothing(
    papers, rows
) -> None:
    for said in ("Met Kez.", "Has a second phone.", "None", "Met Kez."):
        papers.import_files([missing(f"c{said}", ("What was learned", said))])
    (interview,) = rows(ReturnInterview)
    assert interview.learned == "Met Kez.\nHas a second phone."


def test_a_missing_list_fills_what_a_childs_record_lacks(papers, rows) -> None:
    papers.import_files([missing("Left.", ("Gender", "Female"))])
    (child,) = rows(Child)
    assert child.gender == "Female"
