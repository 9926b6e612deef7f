"""One line of an agency's return while it is read, and the record it becomes."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from models import codes
from models.intake.papers import ReadField, ReadRecord
from models.intake.understanding.answers import read_identifier
from models.intake.understanding.dates import Day, read_day
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.return_marks import mark_before
from models.intake.understanding.sharing import (
    Shared,
    both_read,
    kept_from_family,
    mark_behind,
    read_information,
    read_sharing,
    withholds,
)
from models.intake.understanding.yearless import NOTE, TOLD, nearest, paper_day
from models.marks import Information, Sharing

_BODY = (  # no verb among the words before it: "not known to attend school" tells something
    r"(?:(?-i:[A-Z][\w'’-]* )|(?:adult|child|children['’]?s?|young|people['’]?s?|social|youth|"
    r"family|early|mental|sexual|public|local|community|primary|secondary|drugs?|alcohol|"
    r"substance|misuse|and|or|&|housing|health|school|education|justice|offending|support|"
    r"nursing|other) ){0,4}"
    r"(?:services?|teams?|schools?|police|probation|health|housing|education|care)\b"
)
_NOTHING = re.compile(
    r"^\W*(?:(?:we|i) (?:have|hold|can find) no (?:information|trace|records?|knowledge)"
    r"(?: (?:on|about|of|for) [^.;]{0,60})?|"
    r"(?:we|i) (?:know|hold|have) nothing(?: (?:on|about|of) [^.;]{0,60})?|"
    r"nothing (?:is )?(?:known|held|to report|to add|recorded|of note)"
    r"(?: (?:on|about|to|of|regarding|for|by|in relation to|since|at|in|from) [^.;]{0,60})?|"
    r"no (?:tenanc(?:y|ies)|files?|accounts?|cases?|household) (?:is |are )?(?:held|found|open)|"
    r"not known(?: to (?:(?:us|this|our|the|them|agency|any|anyone|anybody)\b|"
    rf"(?-i:[A-Z][A-Z&/]+)\b|{_BODY}).*)?|"
    r"no (?:information|trace|records?|involvement|contact|knowledge)"
    r"(?: (?:held|known|recorded|found|to share|to report|on|about|with|of|available|by|"
    r"in)\b[^.;]{0,60})?|nil(?: return)?|none|n/?a|n/?k|"
    r"unknown to (?:us|this|our|the).{0,40}|nothing (?:from|for) us|"
    r"(?:we are |i am |we're |i'm )?not (?:currently )?working with (?:him|her|them|this child))"
    r"(?:(?:[.;,]|\s+[-–—])\s*(?:not|no)\b[^.;]{0,80})?\W*$",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|however|although|except|apart from)\b", re.IGNORECASE)
_GONE = re.compile(  # who has left an agency is known of no more
    r"\W*(?:left|moved|discharged|closed|off roll|not on (?:our |the )?roll|no longer)\b"
    r"[^.;]{0,50}$|"
    r"\W*(?:we(?: have|['’]ve| will)? (?:asked?|requested|contact\w*)|placed (?:here )?by|awaiting|"
    r"have (?:asked|requested))\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<=\w)\.\s+|,\s+(?=nothing\b)|(?<!\s)\s*/\s*(?=(?:nothing|no|not|nil)\b)", re.IGNORECASE
)
_BRACKETS = re.compile(
    r"\[([^\]]*)\]|"
    r"\(((?:fact|opinion|intel|share|all panel|chair|not shared|(?:can|may) be shared)[^)]*)\)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(  # what is said beside a name
    r"[\s,;–-]+(?:d\.?o\.?b\b|born\b|date of birth|mosaic|lcs|liquidlogic|eclipse|id\b|ref\b)"
    r".*\d.*$",
    re.IGNORECASE,
)
WIDTH = (
    Sharing.NOT_SHARED,
    Sharing.CHAIR_ONLY,
    Sharing.NOT_MINUTED,
    Sharing.NAMED_AGENCIES,
    Sharing.ALL_PANEL,
)
DROPPED = "not shared: its text was not kept"
UNSTATED = "sharing not stated: chair only"
UNCLEAR = "not clear who may read it: chair only"


def is_nothing_known(text: str) -> bool:
    """Say whether an agency answers that it knows nothing, in one sentence or in each of a few."""
    parts = [part for part in _SENTENCE.split(text.strip()) if part.strip(" .-–—")]
    said = [bool(_NOTHING.match(part)) for part in parts]
    if _BUT.search(text):
        return False
    gone = all(told or _GONE.match(part) for told, part in zip(said, parts, strict=True))
    return bool(_NOTHING.match(text)) or len(parts) > 1 and any(said) and gone


@dataclass(frozen=True)
class Whom:
    """Whom a line is about, as far as the paper has said; `kind` where it is no child."""

    name: str = ""
    where: str = ""
    dob: object = None
    la_id: str = ""
    surname: str = ""
    born_raw: str = ""
    kind: str = ""

    def has(self, part: str) -> bool:
        """Say whether this part has been told already."""
        return bool(getattr(self, "name" if part == "first_name" else part, None))

    def told(self, part: str, text: str, where: str, this_year: int) -> "Whom":
        """Return with one more part, read from the paper's words."""
        if part == "dob" and not self.name and (named := _name_beside(text, this_year)):
            return self.told("name", named, where, this_year).told("dob", text, where, this_year)
        if part == "dob":
            return replace(self, dob=read_day(text, this_year, born=True).value, born_raw=text)
        if part == "la_id":
            return replace(self, la_id=read_identifier(text) or text, where=self.where or where)
        if not any(letter.isalpha() for letter in text):
            return self  # the number of a row is nobody's name
        text, _, below = text.partition("\n")
        beside = _NUMBERED.search(text)
        if beside:
            text, below = text[: beside.start()], f"{beside[0]} {below}"
        name = read_name(text)
        if part == "name":
            name = replace(name, rest=f"{name.rest} {below}".strip())
            return replace(self, name=name.name, where=where).beside(name.rest, this_year)
        first, last = (name.name, self.surname) if part == "first_name" else (self.name, name.name)
        surname = name.name if part == "surname" else self.surname
        whole = f"{first} {last}".strip()
        return replace(self, name=whole, surname=surname, where=where)

    def beside(self, rest: str, this_year: int) -> "Whom":
        """Return with what stands beside the name: date of birth and system id."""
        if not rest.strip():
            return self
        day = read_day(rest, this_year, born=True)
        number = read_identifier(day.rest if day.value else rest)
        return replace(self, dob=day.value or self.dob, la_id=number or self.la_id)


def _name_beside(text: str, this_year: int) -> str:
    """Return the name before a day of birth, asked for in one: "Name, date of birth"."""
    day = read_day(text, this_year, born=True)
    name = day.rest.strip(" ,;()-–") if day.value else ""
    return name if " " in name and looks_like_name(read_name(name).name) else ""


@dataclass(frozen=True)
class Line:
    """One line; `withheld` means that its text is dropped and never shown."""

    whom: Whom
    where: str
    text: str = ""
    text_where: str = ""
    date: tuple[str, str] | None = None
    kind: Information = Information.NOT_STATED
    shared: Shared = field(default_factory=lambda: Shared(Sharing.CHAIR_ONLY, stated=False))
    source: str = ""
    nothing_known: bool = False
    paper: dict[str, ReadField] = field(default_factory=dict)

    @property
    def withheld(self) -> bool:
        """Whether the agency keeps this line to itself."""
        return self.shared.sharing is Sharing.NOT_SHARED

    @property
    def marked_already(self) -> bool:
        """Whether the paper has said what kind of line this is, or who may read it."""
        return self.shared.stated or self.kind is not Information.NOT_STATED

    @property
    def says_anything(self) -> bool:
        """Whether a row without text still says something: a date or that it is not shared."""
        return self.withheld

    def under(self, said: dict[str, tuple[str, str]], ticked: dict[str, str]) -> "Line":
        """Return with the date, kind, sharing and source of its row."""
        line = replace(self, date=said.get("date"), source=said.get("source", ("",))[0])
        if "kind" in said:
            line = replace(line, kind=read_information(said["kind"][0]))
        if "sharing" in said:
            line = replace(line, shared=read_sharing(said["sharing"][0]))
        elif "kind" in said:
            line = replace(line, shared=both_read(said["kind"][0])[1])
        if "sharing" in said and "kind" not in said:
            line = replace(line, kind=both_read(said["sharing"][0])[0])
        if "agencies" in said and line.shared.sharing is Sharing.CHAIR_ONLY:
            line = replace(line, shared=read_sharing(said["agencies"][0]))
        for header in ticked.values():
            line = line.marked(header)
        reason = said.get("reason", ("",))[0]
        return replace(line, shared=replace(line.shared, reason=reason)) if reason else line

    def marked(self, mark: str) -> "Line":
        """Return with one mark read: a kind of information, who may read it, or both."""
        kind, both = both_read(mark)
        if kind is not Information.NOT_STATED:
            line = replace(self, kind=kind)
            return replace(line, shared=self._narrower(both)) if both.stated else line
        shared = read_sharing(
            re.sub(r"^\W*shar(?:e|ing)(?: with)?\W*", "", mark, flags=re.IGNORECASE)
        )
        return replace(self, shared=self._narrower(shared)) if shared.stated else self

    def _narrower(self, other: Shared) -> Shared:
        """Of two that are stated, the one that lets fewer read the line."""
        mine = self.shared
        wider = mine.stated and WIDTH.index(other.sharing) > WIDTH.index(mine.sharing)
        return mine if wider else other

    def of_kind(self, kind: str) -> "Line":
        """Return as that kind of information."""
        return replace(self, kind=Information(kind))

    def saying(self, text: str, where: str = "", nothing: bool = False) -> "Line":
        """Return with its text; words such as "not to be shared" in it hold the line back."""
        line = replace(self, text=text, text_where=where or self.where)
        if withholds(text) and line.shared.sharing is not Sharing.NOT_SHARED:
            line = replace(line, shared=Shared(Sharing.NOT_SHARED, reason=line.shared.reason))
        return replace(line, nothing_known=nothing or is_nothing_known(text))

    def held_back(self, said: tuple[str, str]) -> "Line":
        """Return as a line that the agency only says it has."""
        shared = Shared(Sharing.NOT_SHARED, reason=self.shared.reason)
        return replace(self, text=said[0], text_where=said[1], shared=shared)


def typed_line(whom: Whom, text: str, where: str, this_year: int) -> Line:
    """Return the line typed as "13/09/2026 – Missed two appointments [Fact] [All panel]"."""
    text, behind = mark_behind(text)
    text, before = mark_before(text)
    marks = [next(filter(None, found.groups()), "") for found in _BRACKETS.finditer(text)]
    whole = kept_from_family(text)  # "Not to be shared with mum (chair only)" belongs together
    bare = (text if whole else _BRACKETS.sub(" ", text)).strip(" -–•")
    day = read_day(bare[:30], this_year)
    line = Line(whom, where, date=(bare[:30], where) if day.value else None)
    rest = re.sub(r"^\W*[\d./-]{6,10}\W*", "", bare) if day.value else bare
    for mark in (part for found in (*marks, before, behind) for part in re.split(r"[;|]", found)):
        line = line.marked(mark)
    return line.saying(" ".join(rest.split()))


def line_record(line: Line, paper: dict[str, ReadField], this_year: int) -> ReadRecord:
    """Return the record of a line; the text of a line not shared is nowhere in it."""
    whom, where = line.whom, line.where
    fields = list((paper | line.paper).values())
    told = (("name", whom.name), ("dob", whom.dob), ("la_id", whom.la_id), ("about", whom.kind))
    for name, value in told:
        if value:
            fields.append(ReadField(name, value, str(value), whom.where or where, 0.95))
    if line.date:
        day = read_day(line.date[0], this_year)
        fields.append(_dated(line.date, day, paper_day(paper | line.paper, "received", "meeting")))
    return ReadRecord("return", (*fields, *_said(line)), where)


def _dated(told: tuple[str, str], day: Day, around: date | None) -> ReadField:
    """The day of a line; one without a year by the day of the paper."""
    raw, where = told
    value = nearest(raw, around) if day.value is None else None
    if value is not None:
        return ReadField("date", value, raw, where, TOLD, NOTE)
    return ReadField("date", day.value, raw, where, 0.97, day.note)


def _said(line: Line) -> list[ReadField]:
    where = line.text_where or line.where
    shared = line.shared
    text = None if line.withheld else line.text or None
    note = DROPPED if line.withheld else ""
    words = "" if line.withheld else shared.said
    unstated = "" if shared.stated else UNCLEAR if words else UNSTATED
    known = codes.recognise("sharing", shared.sharing)
    label = words or (known.code if known and shared.stated else "")
    fields = [
        ReadField("text", text, text or "", where, 0.95, note),
        ReadField("kind", line.kind, line.kind, line.where, 0.95),
        ReadField(
            "sharing", shared.sharing, label, line.where, 0.95 if shared.stated else 0.6, unstated
        ),
        ReadField("agencies", shared.agencies, "; ".join(shared.agencies), line.where, 0.9),
        ReadField("nothing_known", line.nothing_known, "", line.where, 0.95),
    ]
    if shared.reason:
        fields.append(ReadField("reason", shared.reason, shared.reason, line.where, 0.9))
    if line.source and not line.withheld:
        fields.append(ReadField("source", line.source, line.source, line.where, 0.9))
    return fields
