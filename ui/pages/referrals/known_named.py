"""Whom and which places a paper names beside its children, as far as they are on record."""

from collections.abc import Iterator, Sequence

from models.intake.papers import ReadPaper
from models.marks import SubjectKind
from models.records.papers import MatchRecord
from models.services.papers.facts import Facts
from models.services.papers.things import numbers, plates
from ui.desk import Desk

NAMES = frozenset({"name", "alias", "associates", "children", "child"})
"""Fields of a paper that name people."""
PERSON, PLACE = SubjectKind.PERSON.value, SubjectKind.PLACE.value
MOST, SURE, ENOUGH = 40, 8.0, 6.0
"""Names of a paper that are looked for; bits from which a person, and a place, is shown."""


class KnownNamed:
    """Looks on record for those whom a paper names; nothing is linked or kept by it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def while_mending(self, field: str, text: str) -> Sequence[MatchRecord]:
        """Who or what a field that is being mended may name."""
        if field == "places":
            return self._places(text)
        found: Sequence[MatchRecord] = ()
        if field in NAMES:
            found = self._desk.workspace.read.possible_matches(text)
        return found

    def of(self, paper: ReadPaper) -> list[tuple[str, MatchRecord]]:
        """Each name in the paper with who is likeliest meant, where anybody on record is."""
        found = []
        for at, (name, matches) in enumerate(self._named(paper)):
            if at >= MOST:
                break
            found += [(name, one) for one in matches[:1]]
        return found

    def _named(self, paper: ReadPaper) -> Iterator[tuple[str, Sequence[MatchRecord]]]:
        for record in paper.records:
            told = Facts(record)
            if record.kind == PERSON and told.text("name"):
                yield told.text("name") or "", self._people({"name": told.text("name")})
            elif record.kind == PLACE and told.text("name"):
                yield told.text("name") or "", self._places(told.text("name") or "")
            for said in told.people("associates"):
                name = str(said.get("name") or said.get("alias") or "").strip()
                if name:
                    yield name, self._people(said)
            for title in told.words("places"):
                yield title, self._places(title)

    def _people(self, said: dict[str, object]) -> Sequence[MatchRecord]:
        name = str(said.get("name") or said.get("alias") or "").strip()
        found: Sequence[MatchRecord] = self._desk.workspace.read.possible_matches(
            name, phones=numbers(said), vehicles=plates(said), top=3
        )
        return [one for one in found if one.weight >= SURE]

    def _places(self, text: str) -> Sequence[MatchRecord]:
        found: Sequence[MatchRecord] = self._desk.workspace.read.possible_things(PLACE, text, top=3)
        return [one for one in found if one.weight >= ENOUGH]
