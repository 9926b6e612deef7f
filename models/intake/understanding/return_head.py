"""What a return says once of itself: which agency answers, who completed it, for which meeting."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.intake.papers import NotUnderstood, ReadField
from models.intake.understanding.elements import Heading, Pair
from models.intake.understanding.forms import left_over
from models.intake.understanding.lexicon import Match, is_title
from models.intake.understanding.names import names_a_body
from models.intake.understanding.posts import names_a_post
from models.intake.understanding.return_titles import (
    agency_in_title,
    meeting_in_title,
    names_somebody,
    undated_meeting,
)
from models.intake.understanding.values import read_value
from models.intake.understanding.yearless import first_after

LONGEST_TITLE = 120
_TEAM = re.compile(
    r"\W*(?:our |which )?(?:services?|teams?|departments?|divisions?)\W*$", re.IGNORECASE
)
_BY = re.compile(
    r"\(?\b(?:compiled|completed|prepared|collated|written|submitted|sent|drafted|"
    r"filled in|put together|returned)\s+by\W([^()]{3,60})(?:\)|$)",
    re.IGNORECASE,
)
_NEXT = re.compile(  # "Sgt. Pike" and "St. Albans" go on
    r"(?<=[a-z)])(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSgt)(?<!\bInsp)"
    r"[.!]\s+(?=[A-Z])"
)
FROM_LETTERHEAD, LIKELY = 0.6, 0.9  # how sure


def _person_and_body(pair: Pair) -> tuple[Pair, ...]:
    """Return who completed a return and for whom: "From: Dawn Pike, Inclusion Service".

    A post between them is hers, and no agency.
    """
    name, *said = (part.strip() for part in pair.value.split(","))
    bodies = [part for part in said if names_a_body(part) and not names_a_post(part)]
    told = bodies or any(map(names_a_post, said))
    if not told or not names_somebody(name):
        return ()
    by = replace(pair, match=Match("completed_by", FROM_LETTERHEAD))
    agency = Match("agency", FROM_LETTERHEAD)
    return by, *(replace(pair, value=one, match=agency) for one in bodies[-1:])


def _with_sender(pair: Pair) -> tuple[Pair, Pair | None, str]:
    """Part "Virtual School (compiled by Dawn Pike). Tell me if I missed anyone" into its three."""
    said, behind = pair.value, ""
    if end := _NEXT.search(said):
        said, behind = said[: end.start()], said[end.end() :]
    found = _BY.search(said)
    name = found[1].strip() if found and names_somebody(found[1].strip().split(",")[0]) else ""
    if found and name:
        said = said[: found.start()].rstrip(" \t\n,;–—-") + said[found.end() :]
    body = said.strip(" ,;–—-.")
    if not names_a_body(body) or not found and not behind:
        return pair, None, ""
    by = replace(pair, value=name, match=Match("completed_by", LIKELY)) if name else None
    return replace(pair, value=body), by, behind


class Head:
    """The fields that every line of a return shares, from its titles, letterhead and labels."""

    def __init__(self, this_year: int) -> None:
        self.fields: dict[str, ReadField] = {}
        self._this_year = this_year
        self._titles: set[str] = set()
        self._undated = ("", "")
        self._letterhead: Heading | None = None
        self._beside: list[NotUnderstood] = []

    @property
    def names_agency(self) -> bool:
        """Whether a label, a title or the letterhead has named the agency."""
        return "agency" in self.fields or self._letterhead is not None

    def take(self, pair: Pair) -> None:
        """Take what a label says of the paper; it is surer than what a title says."""
        if pair.match is None or not pair.value:
            return
        for value in read_value("return", pair.match.field, pair.value, self._this_year):
            field = ReadField(
                value.name, value.value, pair.value, pair.where, pair.match.score, value.note
            )
            old = self.fields.get(value.name)
            titled = old and old.where in self._titles and pair.where not in self._titles
            if old is None or titled or old.sure < LIKELY <= pair.match.score:
                self.fields[value.name] = field

    def takes_sender(self, pair: Pair) -> bool:
        """Take who completed the return where a label of the agency names them; say whether."""
        pair, by, more = _with_sender(pair)
        self._beside += [NotUnderstood(pair.where, more)] if more else []
        if by is not None or more:
            self.take(pair)
            if by is not None:
                self.take(by)
            return True
        named = self.names_agency and names_somebody(pair.value)
        sent = replace(pair, match=Match("completed_by", FROM_LETTERHEAD))
        sender = (sent,) if "@" in pair.value or named else _person_and_body(pair)
        for one in sender:
            self.take(one)
        return bool(sender)

    def with_teams(self, headers: Sequence[str], columns: list[Match | None]) -> list[Match | None]:
        """Take a column of services for where a line comes from, if a label names the agency."""
        told = self.fields.get("agency")
        if told is None or told.where in self._titles or told.sure < LIKELY:
            return columns
        return [
            Match("source", LIKELY)
            if match and match.field == "agency" and _TEAM.match(head)
            else match
            for head, match in zip(headers, columns, strict=True)
        ]

    def titled(self, text: str, where: str) -> bool:
        """Read agency and meeting out of "MACE 1 December 2026 – agency return: Police".

        Say whether the title names an agency.
        """
        self._titles.add(where)
        met = meeting_in_title(text, self._this_year) if len(text) <= LONGEST_TITLE else None
        if met:
            self._tell("meeting", met.isoformat(), where, 0.9)
        self._undated = self._undated if self._undated[0] else (undated_meeting(text), where)
        if "agency" in self.fields or len(text) > LONGEST_TITLE:
            return False
        agency = agency_in_title(text)
        if agency:
            self._tell("agency", agency, where, 0.95)
        return bool(agency)

    def takes_letterhead(self, heading: Heading) -> bool:
        """Keep the name of a body at the head of the paper, before anything else; say whether."""
        known = is_title(heading.text) or agency_in_title(heading.text)
        first = self._letterhead is None and not self.fields and not known
        if first and names_a_body(heading.text):
            self._letterhead = heading
            return True
        return False

    def close(self, sent: date | None) -> list[NotUnderstood]:
        """Take what only the whole paper tells; return the letterhead where a label says more.

        The letterhead's body is the agency where nothing else names one, and a meeting's day
        without a year is the first one after the return was written, or sent.
        """
        head, lost = self._letterhead, self._beside
        if head and "agency" in self.fields:
            lost = [*lost, *left_over(head, "return")]
        elif head:
            self._tell("agency", head.text, head.where, FROM_LETTERHEAD)
        if sent and "returned" not in self.fields:
            self._tell("returned", sent.isoformat(), "message", 0.7)
        returned, (undated, where) = self.fields.get("returned"), self._undated
        day = first_after(undated, returned.value) if returned else None
        if day is not None:
            self._tell("meeting", day.isoformat(), where, 0.7)
        return lost

    def _tell(self, name: str, value: str, where: str, sure: float) -> None:
        self.take(Pair(name, value, where, Match(name, sure)))
