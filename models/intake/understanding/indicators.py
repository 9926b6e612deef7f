"""Tick tables read: which indicators are present, what was answered, what else was asked so."""

from collections import Counter
from collections.abc import Sequence

from models.intake.papers import NotUnderstood
from models.intake.understanding.context import Context
from models.intake.understanding.elements import MatrixRow, Pair
from models.intake.understanding.lexicon import Match, section_of
from models.intake.understanding.matrices import ANSWERED, TICKED_FIELDS, answered
from models.intake.understanding.records import Growing
from models.intake.understanding.ticks import TICKED
from models.intake.understanding.value import Value
from models.intake.understanding.value_codes import field_of_options

TELLING = ("substances", "health", "justice", "disability")  # narrative: in a tool, an indicator
SURE = 0.85
ABSENT = frozenset({"", "absent", "unknown"})
DOUBTFUL = ABSENT | {"suspected"}


def read_matrix(
    growing: Growing, rows: Sequence[MatrixRow], context: Context
) -> list[NotUnderstood]:
    """Read tick tables into a record: indicators, questions of the form, or tick lists."""
    lost: list[NotUnderstood] = []
    indicators: list[MatrixRow] = []
    headers = Counter(row.header for row in rows)
    options = {
        head: field_of_options([r.wording for r in rows if r.header == head]) for head in headers
    }
    for row in rows:
        field = options[row.header] if row.answer in (TICKED, "") else None
        sort = Match(field, SURE) if field else _sort(row, context, headers[row.header])
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


def _sort(row: MatrixRow, context: Context, count: int) -> str | Match | None:
    asked = context.match(row.wording, row.section)
    header = context.match(row.header, row.section) if row.header else None
    about = row.section if row.section in ("indicators", "protective") else section_of(row.header)
    if (
        asked
        and asked.score >= (0.97 if about else 0.75)
        and asked.field not in ("indicators", "associates", *(TELLING if about else ()))
        and not (about and row.answer in (TICKED, "") and asked.field not in ANSWERED)
    ):
        return asked
    if about in ("indicators", "protective"):
        return about
    if header and header.score >= 0.85 and header.field in TICKED_FIELDS:
        return header if header.field not in ("indicators", "protective") else header.field
    return "indicators" if count >= 4 and context.kind in ("child", "assessment") else None


def _answer(growing: Growing, row: MatrixRow, match: Match) -> list[NotUnderstood]:
    """Read a line of a tick table as a question of the form, or as one option of a list."""
    asked_itself = match.field not in TICKED_FIELDS or row.answer not in ("☒", "")
    if asked_itself:
        value = f"{row.answer} {row.evidence}".strip()
        growing.take(Pair(row.wording, value, row.where, match, row.section))
    elif answered(row.answer) == "present":
        growing.take(Pair(row.header, row.wording, row.where, match, row.section))
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
