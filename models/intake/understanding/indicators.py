"""Tick tables read: which indicators are present, what was answered, what else was asked so."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from models import codes
from models.intake.papers import NotUnderstood
from models.intake.understanding.answers import is_one_kind
from models.intake.understanding.asked_kinds import LEAST
from models.intake.understanding.context import Context
from models.intake.understanding.elements import MatrixRow, Pair
from models.intake.understanding.lexicon import Match, section_of
from models.intake.understanding.matrices import ANSWERED, TICKED_FIELDS
from models.intake.understanding.matrix_words import answered
from models.intake.understanding.records import Growing
from models.intake.understanding.ticks import TICKED, yes_no
from models.intake.understanding.value import Value
from models.intake.understanding.value_codes import field_of_options

TELLING = ("substances", "health", "justice", "disability")  # narrative: in a tool, an indicator
MOST_KINDS = 10
LISTED, MOSTLY = 4, 0.6  # lines under one header, and their share that name no kind of harm
MISSING = "MFH"  # the code of going missing
SURE, LIKELY = 0.85, 0.8
_NAMES_KIND = re.compile(r"\b(?:exploitation|cse|cce|traffick\w*|slavery|radicali\w*)\b", re.I)
_NOT_PRESENT = re.compile(r"(?:not present|absent)\W*$")
BANKS = frozenset({"indicators", "protective"})
HARM = {"person_of_concern": "category", "location": "harm_type", "group": "harm_type"}
"""Kind of form → what it calls the kinds of exploitation."""
LIVING = frozenset({"plan", "legal_status", "placement", "living"})
ASKED = ANSWERED | {"score"}
SCORES = frozenset("0123456")
ABSENT = frozenset({"", "absent", "unknown"})
GRADED = frozenset({"suspected", "confirmed", "known", "at risk"})
"""Answers under which a kind of harm is told as surely as under a tick."""
DOUBTFUL = ABSENT | {"suspected"}


def read_matrix(
    growing: Growing, rows: Sequence[MatrixRow], context: Context
) -> list[NotUnderstood]:
    """Read tick tables into a record: indicators, questions of the form, or tick lists."""
    lost: list[NotUnderstood] = []
    indicators: list[MatrixRow] = []
    headers = Counter(row.header for row in rows)
    options = {
        head: field_of_options([r.wording for r in rows if _listed(r) == head])
        for head in map(_listed, rows)
    }
    of_kinds = frozenset(head for head in headers if _are_kinds(rows, head))
    kinds = _kinds_asked(rows) if context.kind == "child" else []
    counted = _counted(rows, headers) if context.kind == "assessment" else headers
    signs = Counter(row.header for row in rows if _names_no_kind(row))
    for row in _both_ticked(rows):
        if row in kinds:
            lost += _answer(growing, row, Match("types", SURE))
            continue
        field = options[_listed(row)] if row.answer in (TICKED, "") else None
        field = HARM.get(context.kind, field) if field == "types" else field
        sort = _of_place(row, context, of_kinds) or (
            Match(field, SURE)
            if field
            else _sort(row, context, counted[row.header], signs[row.header])
        )
        if sort == "indicators":
            indicators.append(row)
        elif sort == "protective":
            _protect(growing, row)
        elif isinstance(sort, Match):
            lost += _answer(growing, row, sort)
        else:
            answer = f"{row.wording}: {row.answer or 'not ticked'}"
            lost.append(NotUnderstood(row.where, f"{answer} {row.evidence}".strip()))
    _keep(growing, indicators)
    return lost


def _of_place(row: MatrixRow, context: Context, of_kinds: frozenset[str]) -> Match | None:
    """Return the field of a question over boxes: what sort of place, or which exploitation."""
    asked = context.match(row.header) if context.kind in ("location", "child") else None
    kinds = row.header in of_kinds and asked is not None and asked.field == "types"
    if kinds and asked and asked.score >= SURE and row.answer in (TICKED, ""):
        return asked  # "Type of exploitation" over "Sexual", "Criminal"
    asked = asked if context.kind == "location" else None
    sort = asked is not None and asked.field == "type" and asked.score >= SURE
    return asked if sort and row.answer in (TICKED, "") else None


def _are_kinds(rows: Sequence[MatrixRow], head: str) -> bool:
    """Say whether half of a few options under one header are kinds of harm in so many words."""
    options = [row.wording for row in rows if row.header == head]
    known = sum(codes.recognise("exploitation_types", option) is not None for option in options)
    return LEAST <= len(options) <= MOST_KINDS and 2 * known >= len(options)


def _kinds_asked(rows: Sequence[MatrixRow]) -> list[MatrixRow]:
    """Return the lines that ask for one kind of harm each by yes and no, where several do."""
    asked = [row for row in rows if row.section not in BANKS and _asks_kind(row)]
    return asked if len(asked) >= LEAST else []


def _asks_kind(row: MatrixRow) -> bool:
    known = codes.recognise("exploitation_types", row.wording) is not None
    answers = row.answer != TICKED and yes_no(row.answer)[0] is not None
    return known and answers and _NAMES_KIND.search(row.wording) is not None


def _counted(rows: Sequence[MatrixRow], headers: Counter[str]) -> Counter[str]:
    """Return how many lines stand with each header's: those of a tool's small tables together.

    Tables in which something else than present can be ticked: "Not present", "Not known".
    """
    scaled = {row.header for row in rows if answered(row.answer) in ("absent", "unknown")}
    together = sum(headers[header] for header in scaled)
    return Counter({head: together if head in scaled else n for head, n in headers.items()})


def _listed(row: MatrixRow) -> tuple[str, str]:
    """Return what tells the list that a line stands in: its header, and its table in Word."""
    table, comma, _ = row.where.partition(",")
    return row.header, table if comma else ""


def _both_ticked(rows: Sequence[MatrixRow]) -> list[MatrixRow]:
    """Return the lines with the two others ticked where "Both" is."""
    both = {row.header for row in rows if _is_both(row) and answered(row.answer) == "present"}
    told = [replace(row, answer=TICKED) if row.header in both else row for row in rows]
    return [row for row in told if not (_is_both(row) and row.header in both)]


def _is_both(row: MatrixRow) -> bool:
    return row.wording.strip(" :").lower() == "both"


def _sort(row: MatrixRow, context: Context, count: int, signs: int) -> str | Match | None:
    asked = context.match(row.wording, row.section)
    header = context.match(row.header, row.section) if row.header else None
    about = row.section if row.section in BANKS else section_of(row.header)
    tool = context.kind == "assessment" and count >= LISTED
    listed = count >= LISTED and signs >= MOSTLY * count and _is_marked(row.answer)
    if header and header.field == "types" and listed and not (asked and asked.field in ASKED):
        return _as_sign(row)
    if (
        asked
        and asked.score >= (0.97 if about and asked.field not in ANSWERED else 0.75)
        and asked.field not in ("indicators", "associates", *(TELLING if about else ()))
        and not ((about or tool) and _is_marked(row.answer) and asked.field not in ASKED)
    ):
        return asked
    if about in BANKS:
        return about
    if header and header.field == "types" and _names_no_kind(row):
        return "indicators"
    if header and header.field == "risk" and not header.remembered and _is_kind(row.wording):
        return Match("types", SURE)  # kinds of harm to tick under "RISK"
    if header and header.field in LIVING and codes.mentions("plans", row.wording):
        return Match("plan", SURE)
    if header and header.score >= LIKELY and header.field in TICKED_FIELDS:
        return header if header.field not in ("indicators", "protective") else header.field
    return "indicators" if count >= LISTED and context.kind in ("child", "assessment") else None


def _names_no_kind(row: MatrixRow) -> bool:
    """Say whether a ticked line under "Basis of concern" is a sign, and no kind of harm."""
    said = row.wording
    known = codes.recognise("exploitation_types", said) or codes.mentions(
        "exploitation_types", said
    )
    return not known and _is_marked(row.answer)


def _is_kind(wording: str) -> bool:
    known = codes.recognise("exploitation_types", wording) is not None
    return known and codes.recognise("risk_levels", wording) is None


def _as_sign(row: MatrixRow) -> str | Match:
    """Return what a line among signs is: going missing is one there, any other kind of harm not."""
    known = codes.recognise("exploitation_types", row.wording)
    sign = known is None or known.code == MISSING
    return "indicators" if sign else Match("types", SURE)


def _is_marked(answer: str) -> bool:
    """Say whether a line is ticked or graded, as an indicator is: "Education: medium"."""
    said = answer.strip().lower()
    told = answer in (TICKED, "") or answered(answer) == "unknown" or _NOT_PRESENT.match(said)
    scored = said in SCORES
    return bool(told) or scored or codes.recognise("risk_levels", said) is not None


def _answer(growing: Growing, row: MatrixRow, match: Match) -> list[NotUnderstood]:
    """Read a line of a tick table as a question of the form, or as one option of a list."""
    if match.field == "types" and row.answer not in ("☒", ""):
        known = codes.recognise("exploitation_types", row.wording) is not None
        graded = answered(row.answer) in GRADED or row.answer.lower() in GRADED
        if not known and not graded:
            return [NotUnderstood(row.where, f"{row.wording}: {row.answer} {row.evidence}".strip())]
        if yes_no(row.answer)[0] or graded:
            growing.take(Pair(row.header, row.wording, row.where, match, row.section))
        return []
    asked_itself = match.field not in TICKED_FIELDS | {"type"} or row.answer not in ("☒", "")
    if asked_itself:
        value = f"{row.answer} {row.evidence}".strip()
        growing.take(Pair(row.wording, value, row.where, match, row.section))
    elif answered(row.answer) == "present":
        of_harm = match.field == "types" and _is_kind(row.wording)  # also under "RISK"
        told = replace(match, settled=True) if of_harm else match
        pair = Pair(row.header, row.wording, row.where, told, row.section)
        whole = "," in row.wording or is_one_kind(row.wording)
        if match.field == "types" and whole:  # one option, whatever it lists
            growing.put(Value("types", (row.wording.strip(),)), pair)
        else:
            growing.take(pair)
    return []


def _protect(growing: Growing, row: MatrixRow) -> None:
    if answered(row.answer) in ABSENT:
        return
    text = f"{row.wording}: {row.evidence}" if row.evidence else row.wording
    growing.put(Value("protective", text), Pair("", text, row.where, Match("protective", 0.95)))


def _keep(growing: Growing, rows: list[MatrixRow]) -> None:
    if not rows:
        return
    answers = tuple((row.wording, answered(row.answer), row.evidence) for row in rows)
    present = tuple(wording for wording, answer, _ in answers if answer not in DOUBTFUL)
    raw = "\n".join(f"{row.wording}: {row.answer} {row.evidence}".strip() for row in rows)
    pair = Pair("", raw, rows[0].where, Match("indicators", 0.97))
    growing.put(Value("indicators", present), pair)
    growing.put(Value("indicator_answers", answers), pair)
