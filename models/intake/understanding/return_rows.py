"""One row of a return's list while it is read: whom it is about, what it says, who may read it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.intake.papers import Cell, NotUnderstood, ReadField
from models.intake.understanding.answers import says_nothing
from models.intake.understanding.elements import Pair
from models.intake.understanding.keys import in_full
from models.intake.understanding.lexicon import Match
from models.intake.understanding.lines import Whom, is_nothing_known
from models.intake.understanding.minuted import as_sharing
from models.intake.understanding.return_columns import PARTS, told_by
from models.intake.understanding.return_lines import restricts_nothing
from models.intake.understanding.sharing import withholds
from models.intake.understanding.ticks import is_tick

ABOUT_PAPER = ("agency", "meeting", "completed_by", "role", "contact", "returned", "due")
WHOM = ("name", "first_name", "surname", "dob", "la_id")
CODED = ("kind", "sharing")
KNOWN = "nothing_known"
HELD_BACK = "not to be shared"
_KNOWN_NOT = re.compile(r"\b(?:nothing|nil|not)\b", re.IGNORECASE)


@dataclass
class RowSaid:
    """What a row says so far; `ticked` holds the marks, `extra` what stands in no known column.

    `texts` holds the headers of an agency's own under which it tells what it knows, `told` that;
    `asked` is the question of the form that the row answers.
    """

    whom: Whom
    key: Mapping[str, str]
    this_year: int
    said: dict[str, tuple[str, str]] = field(default_factory=dict)
    ticked: dict[str, str] = field(default_factory=dict)
    paper: dict[str, ReadField] = field(default_factory=dict)
    extra: list[NotUnderstood] = field(default_factory=list)
    texts: frozenset[str] = frozenset()
    told: list[tuple[str, str]] = field(default_factory=list)
    asked: str = ""

    def take(self, header: str, match: Match | None, cell: Cell) -> None:
        """Take one cell under its header; a letter that the paper explains is a mark anywhere."""
        name, text = told_by(header, match), cell.text
        meant = in_full(text, self.key)
        if meant != text and name not in (*CODED, *WHOM, "text"):
            self.ticked[header] = meant
        elif not name and is_tick(text) and _says_unknown(header):
            self.said[KNOWN] = ("Nothing known", cell.where)
        elif name != KNOWN and is_tick(text) is not None:
            self.ticked |= {name or header: header} if is_tick(text) else {}
        elif name in WHOM:
            self.whom = self.whom.told(name, text, cell.where, self.this_year)
        elif name in ABOUT_PAPER:
            self.paper[name] = ReadField(name, text, text, cell.where, 0.95)
        elif name == "asked":
            self.asked = text
        elif restricts_nothing(Pair(header, text, cell.where, match), name):
            return
        elif name in PARTS or name == KNOWN:
            self.said[name] = (self._meant(name, header, text), cell.where)
        elif header in self.texts:
            self.told += [] if says_nothing(text) else [(f"{header}: {text}", cell.where)]
        else:
            self.extra.append(NotUnderstood(cell.where, f"{header}: {text}"))

    def _meant(self, name: str, header: str, text: str) -> str:
        if name == KNOWN and is_tick(text) and _KNOWN_NOT.search(header):
            return "Nothing known"
        if name == "sharing":
            return as_sharing(header, in_full(text, self.key))
        return in_full(text, self.key) if name in CODED else text

    def held_back(self, where: str) -> dict[str, tuple[str, str]]:
        """Return what is said, under what was asked; held back where a text beside it says so."""
        held = any(withholds(one.text) for one in self.extra)
        said = {"sharing": (HELD_BACK, where), **self.said} if held else self.said
        text, place = said.get("text", ("", ""))
        return said | {"text": (f"{self.asked}: {text}", place)} if self.asked and text else said

    def left(self, where: str) -> list[NotUnderstood]:
        """Return what no field took: unknown columns, and a question that has no answer."""
        open_point = self.asked and "text" not in self.said
        return [*self.extra, *([NotUnderstood(where, self.asked)] if open_point else [])]


def _says_unknown(header: str) -> bool:
    """Say whether a tick under a head says that the child is not known: "Not known to us"."""
    return bool(_KNOWN_NOT.search(header)) and is_nothing_known(header)
