"""Every figure of the reports of a day is worked out a second time, in plain SQL."""

from collections.abc import Iterator, Mapping

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from models import codes
from models.clock import SetClock
from models.queries.equality import COLUMNS, equality
from models.queries.inspection import inspection, inspection_report
from models.queries.quarterly import quarterly
from models.queries.turned_away import turned_away
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.rules.ages import GROWN
from models.storage.store import Store
from tests.models.queries.stood_made import DISTRICTS, NOW, ON, Register

READER = Reader(now=NOW)
Figures = Mapping[tuple[str, str], tuple[float | None, ...]]
KINDS = """exists (select 1 from exploitation x where x.child_id = c.id and x.worded in ({})
  and (x.since is null or x.since <= :on) and (x.until is null or x.until > :on))"""
CSE, OTHERS = KINDS.format("'CSE'"), KINDS.format("'County lines', 'Burglary'")
STOOD = f"""(select c.id, c.birth_date, c.gender, c.ethnicity, s.on_panel, s.risk, s.on_tracker,
  case when s.category in ('CSE1', 'cat 1') then 'CSE1' when s.category in ('CSE2', 'CSE3')
    then s.category when s.category = 'Other' or s.other_exploitation or {OTHERS}
    then 'Other forms of exploitation' end as category,
  case s.plan when 'LAC' then 'CLA' when 'CPP' then 'CP' when 'CiN' then 'CiN plan'
    when 'Open' then 'Open case' when 'EHA' then 'Early Help' else s.plan end as plan,
  case when lower(trim(s.district)) in ('eden', 'barrow', 'carlisle')
    then upper(substr(s.district, 1, 1)) || trim(substr(s.district, 2))
    else 'Unallocated' end as district,
  exists (select 1 from assessment a where a.child_id = c.id and a.assessed_on <= :on
    and min(date(a.assessed_on, '+1 month'),
            date(a.assessed_on, 'start of month', '+2 months', '-1 day')) >= :on) as in_date,
  s.category like 'c%' or {CSE} as sexual, {OTHERS} as criminal,
  exists (select 1 from nrm_referral n where n.child_id = c.id and n.referred_on <= :on)
    or c.nrm_status = 'Referred' as referred
  from child c join child_status s on s.id = (select t.id from child_status t
    where t.child_id = c.id and t.since <= :on order by t.since desc, t.id desc limit 1))"""
TRACKED = f"(select * from {STOOD} where on_tracker)"
AGE = """(strftime('%Y', :on) - strftime('%Y', birth_date))
  - (strftime('%m-%d', :on) < strftime('%m-%d', birth_date))"""
GROUPED = {
    "Ethnicity": """case when ethnicity in ('WBRI', 'White British') then 'White British'
      when ethnicity in ('BAFR', 'Black African') then 'African' end""",
    "Gender": """case when gender in ('M', 'Male') then 'Male'
      when gender in ('girl', 'Female') then 'Female' end""",
    "Age": f"""case when birth_date is null then null when {AGE} < 10 then 'Under 10'
      when {AGE} < 13 then '10 to 12' when {AGE} < 16 then '13 to 15'
      when {AGE} < 18 then '16 and 17' else '18 and over' end""",
}
LOCAL = {"White British": 0.9, "African": 0.1, "Male": 0.52, "Female": 0.48}
WHO = ("1", "on_panel", "risk = 'High'", "sexual", "criminal", "referred")


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    store = Store.memory(SetClock(NOW))
    Register(store)
    with store.reading() as found:
        yield found
    store.close()


def number(session: Session, statement: str) -> int:
    asked = {"on": ON.isoformat(), "now": NOW.isoformat(" ")}
    return session.scalar(text(statement), {k: v for k, v in asked.items() if f":{k}" in statement})


def told(table: ReportTable) -> Figures:
    assert len({(row.section, row.label) for row in table.rows}) == len(table.rows)
    return {(row.section, row.label): row.values for row in table.rows}


def share(part: float, whole: float) -> float | None:
    return round(100 * part / whole + 1e-9, 1) if whole else None


def test_every_figure_of_the_quarterly_picture(session: Session) -> None:
    table = quarterly(session, READER, ON)
    places = ("1", *(f"district = '{one}'" for one in (*DISTRICTS, "Unallocated")))
    where = {
        **{("Category", one): f"category = '{one}'"
           for one in ("CSE1", "CSE2", "CSE3", "Other forms of exploitation")},
        ("Category", "Total"): "1",
        **{("Plan or status", one): f"plan = '{one}'"
           for one in ("Early Help", "Open case", "CiN plan", "CP", "CLA", "Not open")},
        ("Risk assessment", "With up to date risk assessment"): "in_date",
        ("Risk assessment", "Overdue risk assessment"): "not in_date",
    }  # fmt: skip
    found: dict[tuple[str, str], tuple[float | None, ...]] = {
        named: tuple(number(session, f"select count(*) from {TRACKED} where {asked} and {place}")
                     for place in places)
        for named, asked in where.items()
    }  # fmt: skip
    whole, part = found["Category", "Total"], found["Risk assessment", next(reversed(where))[1]]
    found["Risk assessment", "% up to date"] = tuple(
        share(every - late, every) for late, every in zip(part, whole, strict=True)
    )
    assert told(table) == found
    assert all(any(values) for values in found.values())
    grown = number(session, f"""select count(*) from {TRACKED}
        where birth_date <= date(:on, '-18 years')""")  # fmt: skip
    assert table.terms[-1] == GROWN.format(grown)


def test_every_figure_of_equality(session: Session) -> None:
    def each(where: str) -> tuple[int, ...]:
        return tuple(number(session, f"select count(*) from {TRACKED} c where {where} and {one}")
                     for one in WHO)  # fmt: skip

    found: dict[tuple[str, str], tuple[float | None, ...]] = {}
    for heading, group in GROUPED.items():
        known = each(f"{group} is not null")
        found[heading, "Not recorded"] = each(f"{group} is null")
        groups = session.scalars(text(f"select distinct {group} from {TRACKED}"), {"on": ON})
        for name in filter(None, groups.all()):
            own = found[heading, name] = each(f"{group} = '{name}'")
            pairs = list(zip(own, known, strict=True))
            found[f"{heading}, %", name] = tuple(share(*pair) for pair in pairs)
            if heading != "Age":
                found[f"{heading}, times", name] = tuple(
                    round(part / whole / LOCAL[name], 1) for part, whole in pairs
                )
    for worded, label in (("County lines", "County lines"), ("Burglary", "Burglary"),
                          ("CSE", "Child sexual exploitation")):  # fmt: skip
        found["Kind of exploitation", label] = each(KINDS.format(f"'{worded}'"))
    for code, label in (("young_carer", "Young carer"), ("self_harm", "Self-harm")):
        found["Needs and factors", label] = each(
            f"""exists (select 1 from need n where n.child_id = c.id and n.code = '{code}'
            and (n.since is null or n.since <= :on) and (n.until is null or n.until > :on))"""
        )
    found["Care", "Looked after"] = each("plan = 'CLA'")
    table = equality(session, READER, ON)
    assert table.columns == COLUMNS
    assert told(table).keys() == found.keys()
    for named, values in found.items():
        assert told(table)[named] == pytest.approx(values, abs=0.06), named


def test_every_figure_of_referrals_turned_away(session: Session) -> None:
    given = {one.code: one.label for one in codes.load("triage_outcomes")}
    declines = ("REDIRECT_EH", "POLICE_INTEL", "ADVICE", "DECLINE")
    reasons = {one.code: one.label for one in codes.load("decline_reasons")}
    where = {
        **{("Reason", label): f"reason_code = '{code}'" for code, label in reasons.items()},
        ("Reason", "No reason chosen from the list"): "reason_code is null",
        ("Reason", "Total"): "1",
        **{("What was decided", given[one]): f"outcome = '{one}'" for one in declines},
    }
    listed = ", ".join(f"'{one}'" for one in declines)
    found = {
        named: tuple(
            number(session, f"""select count(*) from referral r join child c on c.id = r.subject_id
                where outcome in ({listed}) and {asked}
                and date(outcome_at) between '{first}' and :on""")
            for first in ("2025-12-01", "2026-09-01")
        )
        for named, asked in where.items()
    }  # fmt: skip
    assert told(turned_away(session, READER, ON)) == found


def test_every_figure_of_the_inspection_list_and_every_child_on_it(session: Session) -> None:
    counted = """(select count(*) from missing_episode e where e.child_id = c.id
      and date(e.reported_at) between date(:on, '-89 days') and :on)"""
    ever = """exists (select 1 from missing_episode e where e.child_id = c.id
      and date(e.reported_at) <= :on)"""
    late = """exists (select 1 from missing_episode e where e.child_id = c.id
      and julianday(:now) - julianday(e.returned_at) > 3 and not exists (
        select 1 from return_interview i where i.episode_id = e.id
        and (i.conducted_at <= :now or i.declined_reason is not null)))"""
    rows = f"""(select c.id, c.birth_date, t.id is not null as tracked, t.in_date,
      case when {ever} then {counted} else c.missing_90_days end > 0 as missing, {late} as late
      from child c left join {TRACKED} t on t.id = c.id join subject s on s.id = c.id
      where s.closed_on is null or s.closed_on > :on)"""
    where = {
        "Children": "1",
        "Aged 18 or over": "birth_date <= date(:on, '-18 years')",
        "At risk of exploitation": "tracked",
        "Missing": "missing",
        "Assessment overdue": "tracked and not in_date",
        "Return interview late": "late",
    }
    on_it = f"from {rows} where (tracked or missing)"
    found = {("On the list", label): (number(session, f"select count(*) {on_it} and {asked}"),)
             for label, asked in where.items()}  # fmt: skip
    report = inspection_report(session, READER, ON)
    assert told(report) == {**found, ("Meetings", "Planned"): (0,)}
    assert all(values[0] for values in found.values())
    ids = session.scalars(text(f"select id {on_it}"), {"on": ON, "now": NOW.isoformat(" ")})
    assert {one.child_id for one in inspection(session, READER, ON).rows} == set(ids)


def test_a_register_is_in_every_group_that_is_counted(session: Session) -> None:
    rows = session.execute(text(f"select district, plan, category from {TRACKED}"), {"on": ON})
    met = set(rows.all())
    assert len(met) > len(DISTRICTS) * 6 and len({one for one, *_ in met}) == len(DISTRICTS) + 1
