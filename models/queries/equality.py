"""Equality: who the children are by ethnicity, gender and age, against all children of the area."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child, NrmReferral
from models.queries.equality_several import SEVERAL, several_rows
from models.queries.grouped import order_of, recorded
from models.queries.knowable import knowable, leads
from models.queries.panel import setting
from models.queries.standing import ChildStanding
from models.queries.tracked import tracked
from models.records.reader import Reader
from models.records.reports import OF_GROUPS, ReportRow, ReportTable
from models.remembering import remembered
from models.rules.day_words import to_come
from models.rules.disproportion import Who, equality_rows
from models.rules.local_children import SETTING, read_lines
from models.rules.percentages import percent
from models.rules.risk_bands import HIGH, band_of

HEADINGS = (("ethnicity", "Ethnicity"), ("gender", "Gender"), ("age", "Age"))
LISTS = {"Ethnicity": "ethnicity", "Gender": "genders"}
COLUMNS = (
    "On the tracker", "On the panel", "High risk", "Sexual exploitation",
    "Criminal exploitation", "Referred to the NRM",
)  # fmt: skip
DEFINITIONS = (
    "Children on the tracker as they stood on the day; a column counts those of whom it is true.",
    (
        "High risk is each level that counts as high, whatever its scheme calls it; exploitation "
        "by its type on record, sexual exploitation by a CSE category as well."
    ),
    "Referred to the NRM: ever up to the day, or by the status on record where it has no day.",
    SEVERAL,
    "Few children make large percentages: read the numbers beside them.",
    "Counted of what you may see. Not for a committee: small numbers are not held back.",
)
NOT_REFERRED = frozenset(
    {"not considered", "considering", "considered", "not referred", "to refer"}
)
NO_LOCAL = "All children of the area are not given (Settings, Panel): shares are not compared."


def equality(session: Session, reader: Reader, on: date) -> ReportTable:
    """Numbers and shares of each group, with how completely each is recorded.

    Over- and under-representation stand there where the panel has given the area's own children.
    A day that is still to come counts as today.
    """
    asked, on = on, min(on, reader.today)
    held = tracked(session, reader, on)
    who = _who(session, reader, held, on)
    here = local_children(setting(session, reader, SETTING))
    rows: list[ReportRow] = []
    told: list[str] = []
    for way, heading in HEADINGS:
        known = recorded(session, on, way)
        groups = {one: name for one in held if (name := known.get(one))}
        rows += equality_rows(
            heading, groups, order_of(session, reader, way), who, here.get(heading, {})
        )
        told.append(_complete(heading, len(groups), len(held)))
    rows += several_rows(session, held, who, on)
    return ReportTable(
        name="equality",
        title=f"Who the children are on {on.day} {on:%B %Y}",
        on=on,
        columns=COLUMNS,
        rows=tuple(rows),
        reconciliation=(*to_come(asked, reader.today), *told, *(() if here else (NO_LOCAL,))),
        definitions=DEFINITIONS,
        across=OF_GROUPS,
    )


def local_children(text: str) -> Mapping[str, Mapping[str, float]]:
    """How many of all children are of each ethnicity and gender; Refusal for what is not clear."""
    return read_lines(text, _group)


def _group(words: str) -> tuple[str, str] | None:
    for heading, name in LISTS.items():
        if (row := codes.recognise(name, words)) is not None:
            return heading, row.label
    return None


def _complete(heading: str, known: int, whole: int) -> str:
    if not whole:
        return f"{heading}: no child was on the tracker."
    share = percent(known, whole)
    return f"{heading} is recorded for {known:,} of {whole:,} children ({share:.1f} %)."


def _who(session: Session, reader: Reader, held: Mapping[int, ChildStanding], on: date) -> Who:
    referred = _referred(session, reader, on)
    told = (
        held,
        [one for one, has in held.items() if has.on_panel],
        [one for one, has in held.items() if band_of(has.risk, has.risk_scheme) == HIGH],
        [one for one, has in held.items() if _harmed(has, "sexual")],
        [one for one, has in held.items() if _harmed(has, "criminal")],
        [one for one in held if one in referred],
    )
    return {name: tuple(some) for name, some in zip(COLUMNS, told, strict=True)}


def _harmed(has: ChildStanding, group: str) -> bool:
    in_category = group == "sexual" and _is_cse(has.category)
    return in_category or any(_is_of(worded, group) for worded in has.types)


@remembered(1024)
def _is_cse(category: str | None) -> bool:
    row = codes.recognise("categories", category)
    return row is not None and row.code.startswith("CSE")


@remembered(1024)
def _is_of(worded: str, group: str) -> bool:
    row = codes.recognise("exploitation_types", worded)
    return isinstance(row, codes.ExploitationType) and row.group == group


def _referred(session: Session, reader: Reader, on: date) -> set[int]:
    folded = leads(session)
    dated = select(NrmReferral.child_id).where(
        NrmReferral.referred_on <= on, knowable(reader, NrmReferral.child_id)
    )
    told = session.execute(select(Child.id, Child.nrm_status).where(Child.nrm_status.is_not(None)))
    found = {*session.scalars(dated), *(one for one, status in told if _was_referred(status))}
    return {folded.get(one, one) for one in found}


@remembered(256)
def _was_referred(status: str | None) -> bool:
    row = codes.recognise("nrm_statuses", status)
    return row is not None and row.code not in NOT_REFERRED
