"""A form that came back without its marks: what the record says is ours, a change is news."""

import pytest

from models.clock import SetClock
from models.intake.papers import Content, NotUnderstood, ReadField, ReadPaper, ReadRecord
from models.services.papers.our_words import without_ours
from models.services.papers.previewed import PreviewedFile
from tests.models.services.rooms import RunningRoom, running_room

SOUGHT, OWN = "He is home by ten", "Answer us, please, as Saltmere asks."


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    made = running_room(clock)
    made.workspace.conduct.recommend(
        made.child_item, "A weekly check-in at school", to_plan="CP", outcome=SOUGHT
    )
    made.workspace.panel.set_wording("reply_request", OWN)
    return made


def left(room: RunningRoom, *texts: str, printed: bool = True) -> list[str]:
    record = ReadRecord("reply", (ReadField("ref", "R001", "R001", "1", 1.0),), "1")
    unread = tuple(NotUnderstood(str(at), text) for at, text in enumerate(texts))
    paper = ReadPaper("slip.pdf", "0", "reply", (record,), unread, "")
    content = Content("slip.pdf", "0", (), "pdf", printed=frozenset({"mark"} if printed else ()))
    with room.workspace.store.reading() as session:
        looked = without_ours(session, PreviewedFile("slip.pdf", "0", 1, paper, content))
    assert looked.paper is not None
    return [one.text for one in looked.paper.not_understood]


def test_the_record_and_the_panels_own_wording_are_not_read_as_news(room: RunningRoom) -> None:
    assert left(room, "Plan: CP plan", "So that: He is\nhome by ten", OWN) == []


def test_what_was_changed_or_added_stays_to_be_read(room: RunningRoom) -> None:
    told = ("So that: He is home by eight", "Plan: CIN plan", "We talked to him")
    assert left(room, *told) == list(told)


def test_anybody_elses_paper_keeps_every_word(room: RunningRoom) -> None:
    assert left(room, f"So that: {SOUGHT}", printed=False) == [f"So that: {SOUGHT}"]
