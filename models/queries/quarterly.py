"""The quarterly picture: children by category, plan and assessment in each district, on a day."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child, District
from models.queries.knowable import leads
from models.queries.reconciling import UNCATEGORISED, known_later, reconciliation
from models.queries.standing import ChildStanding
from models.queries.standing_groups import (
    StandingGroup,
    left_out,
    standing_groups,
    told_later,
    types_worded,
)
from models.queries.validity import in_words, validity
from models.records import reports
from models.records.reader import Reader
from models.records.reports import Adds, ReportRow, ReportTable, Said, Share
from models.remembering import remembered
from models.rules.ages import GROWN, born_by
from models.rules.day_words import to_come
from models.rules.districts import by_key, district_key, is_no_district
from models.rules.percentages import percent

CSE = ("CSE1", "CSE2", "CSE3")
OTHER = "Other forms of exploitation"
TOTAL, UNALLOCATED = "Total", "Unallocated"
PLANS = ("Early Help", "Open case", "CiN plan", "CP", "CLA", "Not open")
CATEGORY, PLAN, ASSESSMENT = "Category", "Plan or status", "Risk assessment"
WHOLE = len(CSE) + 1
"""The place of the row of all children: after the categories, before the plans."""
UP_TO_DATE = WHOLE + 1 + len(PLANS)
ADDS = (
    Adds(WHOLE, tuple(range(WHOLE))),
    Adds(WHOLE, tuple(range(WHOLE + 1, UP_TO_DATE))),
    Adds(WHOLE, (UP_TO_DATE, UP_TO_DATE + 1)),
)
SHARE = Share(UP_TO_DATE + 2, UP_TO_DATE, WHOLE)
ONCE = (
    "A child counts once: by CSE category if there is one, else under other forms where any is "
    "recorded, else in the total alone."
)
UNSAID = (
    (ADDS[0], "Children with no category recorded, who count in the total alone: {}."),
    (ADDS[1], "Children with no plan or status recorded, who count in the total alone: {}."),
)
"""What the sums of categories and of plans leave out."""
NOBODY = "no child is counted there."
NONE_NAMED = "No districts are entered under Settings: these are those that the tracker names."
NOT_EXPLOITATION = frozenset({"missing", "none"})


@dataclass(frozen=True)
class Counted:
    """Children as counted: the column, the rows, and whether both kinds of exploitation stand."""

    children: tuple[int, ...]
    district: str | None
    worded_district: str | None
    category: str | None
    plan: str | None
    overdue: bool
    both: bool
    uncategorised: bool
    """Whether CSE is recorded of them, but no category by which it would count."""


def quarterly(session: Session, reader: Reader, on: date) -> ReportTable:
    """Children on the tracker as they stood on a day; each figure carries its children.

    A child counts once: by CSE category if there is one, else under other forms. Children of no
    district of the panel stand under Unallocated, so that the columns add up. A day that is still
    to come counts as today.
    """
    asked, on = on, min(on, reader.today)
    others, sexual = types_worded(session, _is_other, _is_sexual)
    groups = standing_groups(session, reader, on, others, sexual)
    districts = districts_counted(session, (one.district for one in groups))
    by_name = by_key(districts)
    counted = [_counted(one, by_name) for one in groups]
    number = sum(len(one.children) for one in counted)
    columns = (TOTAL, *districts, UNALLOCATED)
    period = in_words(validity(session)(None))
    return ReportTable(
        name="quarterly",
        title=f"Children at risk of exploitation on {on.day} {on:%B %Y}",
        on=on,
        columns=columns,
        rows=_rows(counted, columns),
        reconciliation=(
            *to_come(asked, reader.today),
            *reconciliation(counted, left_out(session, reader, on, number)),
            *known_later(told_later(session, reader, on)),
        ),
        definitions=(*_definitions(period), *unsaid_districts(session)),
        adds=ADDS,
        shares=(SHARE,),
        across=reports.TOTAL,
        apart=_apart(counted, columns),
        said=(Said(GROWN, _grown(session, on, counted), WHOLE), *_unsaid(counted)),
    )


def districts_counted(session: Session, used: Iterable[str | None]) -> tuple[str, ...]:
    """The panel's districts in order, former ones while a child counts there.

    A panel that has named none gets those that its tracker names, by the alphabet.
    """
    worded = by_key(sorted(one for one in used if one and not is_no_district(one)))
    rows = session.execute(
        select(District.name, District.active).order_by(District.position, District.name)
    ).all()
    if not rows:
        return tuple(sorted(worded.values()))
    return tuple(name for name, active in rows if active or district_key(name) in worded)


def unsaid_districts(session: Session) -> tuple[str, ...]:
    """What is said of districts where the panel has named none."""
    return () if session.scalar(select(District.id).limit(1)) else (NONE_NAMED,)


def _counted(group: StandingGroup, districts: Mapping[str, str]) -> Counted:
    category = _category(group.category)
    return Counted(
        group.children,
        districts.get(district_key(group.district or "")),
        None if is_no_district(group.district) else group.district,
        category or (OTHER if group.other else None),
        plan_named(group.plan_code, group.plan),
        not group.in_date,
        category in CSE and group.other,
        group.sexual,
    )


def _grown(session: Session, on: date, counted: Iterable[Counted]) -> int:
    """How many of those counted are of full age on the day, by any record of theirs."""
    grown = set(session.scalars(select(Child.id).where(Child.birth_date <= born_by(on))))
    grown |= {lead for one, lead in leads(session).items() if one in grown}
    return sum(len(grown.intersection(one.children)) for one in counted)


def _unsaid(counted: list[Counted]) -> Iterator[Said]:
    """The children whom no category, and whom no plan, counts; nothing where there are none."""
    short = (
        [len(one.children) for one in counted if one.category is None],
        [len(one.children) for one in counted if one.plan is None],
    )
    for (adds, words), numbers in zip(UNSAID, short, strict=True):
        if sum(numbers):
            yield Said(words, sum(numbers), WHOLE, rest=adds)


def category_of(has: ChildStanding) -> str | None:
    """The category on the tracker: a CSE category, other forms, or None where none is recorded."""
    return _category(has.category)


@remembered(1024)
def _category(worded: str | None) -> str | None:
    row = codes.recognise("categories", worded)
    if row is None:
        return None
    return row.label if row.code in CSE else OTHER


@remembered(1024)
def _is_sexual(worded: str) -> bool:
    row = codes.recognise("exploitation_types", worded)
    return isinstance(row, codes.ExploitationType) and row.counts_as == "CSE"


@remembered(1024)
def _is_other(worded: str) -> bool:
    row = codes.recognise("exploitation_types", worded)
    if not isinstance(row, codes.ExploitationType):
        return False
    return row.counts_as != "CSE" and row.group not in NOT_EXPLOITATION


def plan_of(has: ChildStanding) -> str | None:
    """Which of the six columns the child's plan counts under; None where none is recorded."""
    return plan_named(has.plan_code, has.plan)


def plan_named(code: str | None, worded: str | None) -> str | None:
    """The column of a plan by its code, or as it is worded."""
    row = codes.find("plans", code) if code else None
    return row.column if isinstance(row, codes.Plan) else _column(worded)


@remembered(1024)
def _column(worded: str | None) -> str | None:
    return codes.plan_column(worded)


def _rows(counted: list[Counted], columns: tuple[str, ...]) -> tuple[ReportRow, ...]:
    row = partial(_row, counted, columns)

    def in_category(label: str) -> ReportRow:
        return row(CATEGORY, label, lambda one: one.category == label)

    def on_plan(label: str) -> ReportRow:
        return row(PLAN, label, lambda one: one.plan == label)

    everyone = row(CATEGORY, TOTAL, lambda one: True)
    in_date = row(ASSESSMENT, "With up to date risk assessment", lambda one: not one.overdue)
    return (
        *(in_category(label) for label in (*CSE, OTHER)),
        everyone,
        *(on_plan(label) for label in PLANS),
        in_date,
        row(ASSESSMENT, "Overdue risk assessment", lambda one: one.overdue),
        _share(in_date, everyone),
    )


def _row(
    counted: list[Counted],
    columns: tuple[str, ...],
    section: str,
    label: str,
    belongs: Callable[[Counted], bool],
) -> ReportRow:
    ids = tuple(
        _children(one for one in counted if _stands_in(one, column) and belongs(one))
        for column in columns
    )
    return ReportRow(section, label, tuple(len(each) for each in ids), ids)


def _apart(counted: list[Counted], columns: tuple[str, ...]) -> tuple[ReportRow, ...]:
    """The row of children of whom CSE is recorded and no category; none where there are none."""
    found = _row(counted, columns, CATEGORY, UNCATEGORISED, lambda one: one.uncategorised)
    return (found,) if found.values[0] else ()


def _children(some: Iterable[Counted]) -> tuple[int, ...]:
    return tuple(sorted(chain.from_iterable(one.children for one in some)))


def _stands_in(one: Counted, column: str) -> bool:
    return column == TOTAL or column == (one.district or UNALLOCATED)


def _share(part: ReportRow, whole: ReportRow) -> ReportRow:
    values = tuple(
        percent(len(some), len(every))
        for some, every in zip(part.children, whole.children, strict=True)
    )
    why = tuple(NOBODY if value is None else "" for value in values)
    return ReportRow(ASSESSMENT, "% up to date", values, part.children, percent=True, why=why)


def _definitions(period: str) -> tuple[str, ...]:
    return (
        "Children on the tracker as they stood on the day.",
        ONCE,
        f"An assessment is up to date through the day {period} after it.",
        "A child never assessed is overdue.",
        "Unallocated: in no district of the panel, out of its area, or not known for the day.",
        "A dash in per cent: no child is counted there.",
    )
