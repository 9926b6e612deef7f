"""What is proposed aloud is read as it would be typed; a question or a doubt decides nothing."""

import pytest

from models.rules.capture import CaptureKind, parts, read_line
from tests.models.rules.capture.utterances import corpus_room


@pytest.mark.parametrize(
    "line",
    [
        "should we close this one?",
        "can we step this down?",
        "I think he's at risk of exclusion",
        "we should be worried about the hotel",
        "I'd like to know who drives it",
    ],
)
def test_a_question_or_a_thought_is_a_note(line: str) -> None:
    (reading,) = read_line(line, corpus_room())
    assert reading.kind is CaptureKind.NOTE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("let's defer this one, the social worker is ill", CaptureKind.DECISION),
        ("I think we're all agreed the risk is high", CaptureKind.RISK),
        ("we'll come back to Kyle at the next panel", CaptureKind.REVIEW),
        ("can we carry the peer group assessment over to the next panel", CaptureKind.UPDATE),
    ],
)
def test_a_proposal_is_what_it_proposes(line: str, kind: CaptureKind) -> None:
    (reading,) = read_line(line, corpus_room())
    assert reading.kind is kind


def test_what_is_kept_is_as_many_pieces_as_were_read() -> None:
    line = "Apols: Garside (report), McBride; a priya tell mum a tom tell dad"
    assert len(parts(line, corpus_room())) == len(read_line(line, corpus_room())) == 4


@pytest.mark.parametrize(
    "line",
    [
        "STRICTLY police and CSC - the raid is on 15/12",
        "this stays in the room - the informant is a relative",
        "pls don't record: mum's partner is an informant",
        "just so the chair is aware and nobody else, there is an allegation",
        "for chair: mum does not want it shared",
    ],
)
def test_what_sounds_restricted_is_never_for_all(line: str) -> None:
    (reading,) = read_line(line, corpus_room())
    assert reading.sharing is not None
    assert reading.sharing.value != "all panel"
