"""Under which group of a report each child stands: what is recorded, and how it stood on a day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Child
from models.queries.knowable import leads
from models.queries.local import authorities
from models.queries.once import once_in_a_reading
from models.queries.panel import districts
from models.queries.quarterly import (
    CSE,
    OTHER,
    PLANS,
    category_of,
    districts_counted,
    plan_of,
)
from models.queries.standing import ChildStanding, standings
from models.queries.tiers import series
from models.records.reader import Reader
from models.remembering import remembered
from models.rules.ages import age
from models.rules.districts import by_key, district_key
from models.rules.risk_bands import common_level

AGES = ((10, "Under 10"), (13, "10 to 12"), (16, "13 to 15"), (18, "16 and 17"))
ADULT = "18 and over"
UNKNOWN = frozenset({"unknown", "REFU", "NOBT"})
"""Codes that say that nothing is recorded."""
RECORDED = frozenset({"gender", "age", "ethnicity"})
LISTS = {"risk": "risk_levels", "gender": "genders", "ethnicity": "ethnicity"}
FIXED = {
    "category": (*CSE, OTHER),
    "plan": PLANS,
    "age": (*(words for _, words in AGES), ADULT),
}


def group_of_children(
    session: Session, reader: Reader, on: date, way: str
) -> Mapping[int, str | None]:
    """Each child's district, category, plan, risk, gender, age or ethnicity; None is not known."""
    if way in RECORDED:
        return recorded(session, on, way)
    held = standings(session, reader, None, min(on, reader.today))
    name = _standing_told(session, reader, way, (has.district for has in held.values()))
    return {one: name(has) for one, has in held.items()}


def _standing_told(
    session: Session, reader: Reader, way: str, used: Iterable[str | None]
) -> Callable[[ChildStanding], str | None]:
    names = by_key(districts_counted(session, used))
    whose = authorities(session, reader)
    told: dict[str, Callable[[ChildStanding], str | None]] = {
        "district": lambda has: names.get(district_key(has.district or "")),
        "authority": lambda has: whose.get(names.get(district_key(has.district or "")) or ""),
        "category": category_of,
        "plan": plan_of,
        "risk": lambda has: common_level(has.risk, has.risk_scheme),
    }
    return told[way]


def order_of(session: Session, reader: Reader, way: str) -> tuple[str, ...]:
    """The groups in the order of the panel's lists."""
    if way == "district":
        return districts(session, reader)
    if way == "authority":
        return tuple(dict.fromkeys(authorities(session, reader).values()))
    if way == "tier":
        return tuple(one.name for one in series(session, reader))
    if way in LISTS:
        return tuple(one.label for one in codes.rows_of(LISTS[way], codes.Code))
    return FIXED.get(way, ())


def recorded(session: Session, on: date, way: str) -> Mapping[int, str | None]:
    """Each child's gender, ethnicity, or age in bands; what one record of a child says counts."""
    known: dict[int, str | None] = {}
    for one, gender, born, ethnicity in _of_children(session):
        if way == "age":
            known[one] = age_band(age(born, on))
        elif way == "gender":
            known[one] = meant("genders", gender)
        else:
            known[one] = meant("ethnicity", ethnicity)
    for one, lead in leads(session).items():
        known[lead] = known.get(lead) or known.get(one)
    return known


@once_in_a_reading
def _of_children(session: Session) -> Sequence[Row[int, str | None, date | None, str | None]]:
    """What a report of who the children are asks of them, of which it tells one after the other."""
    asked = select(Child.id, Child.gender, Child.birth_date, Child.ethnicity)
    return session.execute(asked).all()


def of_known_ethnicity(session: Session) -> set[int]:
    """Children whose ethnicity is recorded: refused or not yet obtained is not, as in equality."""
    words = session.scalars(select(Child.ethnicity).where(Child.ethnicity.is_not(None)).distinct())
    known = [one for one in words if meant("ethnicity", one)]
    found = set(session.scalars(select(Child.id).where(Child.ethnicity.in_(known))))
    return found | {lead for one, lead in leads(session).items() if one in found}


@remembered(512)
def meant(name: str, worded: str | None) -> str | None:
    """The label in force of what is written; what no list knows stands as it is written."""
    row = codes.recognise(name, worded)
    if row is not None:
        return None if row.code in UNKNOWN else row.label
    return (worded or "").strip() or None


def age_band(years: int | None) -> str | None:
    """The band of ages that reports count by; None where the age is not known."""
    if years is None:
        return None
    return next((words for under, words in AGES if years < under), ADULT)
