"""Whether a return interview was held: its outcome tells it, whatever day stands beside."""

from datetime import date

import pytest

from models.intake.papers import ReadRecord
from models.intake.understanding.value_days import interview_outcome

from .measure import read


def episodes(head: str, *rows: str) -> tuple[ReadRecord, ...]:
    paper = read("missing.csv", "\n".join((head, *rows)).encode())
    assert paper.kind == "missing"
    return paper.records


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        ("Declined", "Declined"),
        ("Refused by parent", "Refused by parent"),
        ("Not required", "Not required"),
        ("Unable to contact", "Unable to contact"),
        ("Cancelled - missing again", "Cancelled - missing again"),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        "Ref,Name,DOB,Date reported,Date located,RHI offered,RHI outcome,RHI date,RHI provider",
        "URN,Misper,Date of birth,Missing from,Returned,RHI offered,RHI result,RHI date,Provider",
        "Ref,Child,DOB,Reported missing,Found,RHI offered on,Outcome of RHI,Date of RHI,Provider",
    ],
)
def test_an_interview_that_was_not_held_has_no_day(head: str, outcome: str, why: str) -> None:
    held, none = episodes(
        head,
        "NC/1,Ada Lorne,04/05/2011,09/11/2026 22:14,10/11/2026 05:50,10/11/2026,Completed,"
        "12/11/2026,Brightside",
        f"NC/2,Tobi Marsh,06/05/2011,11/11/2026 21:40,13/11/2026 23:55,14/11/2026,{outcome},"
        "15/11/2026,Brightside",
    )
    assert (held.get("rhi_completed"), held.get("rhi_declined")) == (date(2026, 11, 12), None)
    assert (none.get("rhi_completed"), none.get("rhi_declined")) == (None, why)
    (told,) = (one for one in none.fields if one.name == "rhi_declined")
    assert "15/11/2026" in told.note


def test_what_an_interview_told_is_what_was_learned() -> None:
    (one,) = episodes(
        "Ref,Name,DOB,Date reported,Date located,Misper from,RHI outcome",
        "NC/1,Ada Lorne,04/05/2011,09/11/2026 22:14,10/11/2026 05:50,Rowan House,"
        "Says she was at a flat with older lads",
    )
    assert one.get("learned") == "Says she was at a flat with older lads"
    assert one.get("place_from") == "Rowan House"


@pytest.mark.parametrize(
    "outcome",
    [
        "Held; declined to say who she was with",
        "Completed 12/11. Reports no contact with older males",
        "Declined at first; then held at school",
    ],
)
def test_an_interview_that_was_held_stays_held_whatever_was_not_said_in_it(outcome: str) -> None:
    (one,) = episodes(
        "Ref,Name,DOB,Date reported,Date located,RHI offered,RHI outcome,RHI date,RHI provider",
        "NC/1,Ada Lorne,04/05/2011,09/11/2026 22:14,10/11/2026 05:50,10/11/2026,"
        f"{outcome},12/11/2026,Brightside",
    )
    assert (one.get("rhi_completed"), one.get("rhi_declined")) == (date(2026, 11, 12), None)
    assert one.get("learned") == outcome


@pytest.mark.parametrize(
    "outcome", ["Unable to be completed", "Declined; safe and well check completed", "Not held"]
)
def test_a_word_of_holding_alone_holds_no_interview(outcome: str) -> None:
    (told,) = interview_outcome("rhi_outcome", outcome, 2026)
    assert told.name == "rhi_declined"
