"""A risk assessment as a person enters it, with every answer as it is kept."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Given:
    """What was answered to one indicator: as coded and as worded, in which windows of time."""

    code: str | None
    worded: str
    answer: str
    window: str = ""
    evidence: str = ""


@dataclass(frozen=True, kw_only=True)
class Entered:
    """An assessment as a person enters it; by a form its score is reckoned from the answers.

    `score` is the total of a form of which nothing more is known. `present` are the others who
    assessed; with child and with family are None where nobody said.
    """

    scheme_code: str | None
    assessed_on: date
    given: tuple[Given, ...] = ()
    score: int | None = None
    judgement: str | None = None
    rationale: str | None = None
    author: str | None = None
    present: str | None = None
    with_child: bool | None = None
    with_family: bool | None = None
