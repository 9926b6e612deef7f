"""The indicators that few records have, again in plain SQL; and none is left out of a recount."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from models.clock import SetClock
from models.errors import Refusal
from models.queries.performance import performance
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.rules.rates import NOT_GIVEN, children_of_area
from models.rules.working_days import add_working_days
from models.storage.store import Store
from tests.models.queries import test_performance, test_performance_kinds
from tests.models.queries.performance_full import AREA, COUNCIL, FullPanel
from tests.models.queries.performance_made import NOW, ON, Panel
from tests.models.queries.test_performance import END, HELD, LAST, OPEN, QUARTERS, SEEN, asked, of

READER = Reader(now=NOW)
AGENCIES = ("Police", "Health", "Education")
HERE = "select 1 from attendance t join agency g on g.id = t.agency_id where t.meeting_id = m.id"
IN_ROOM = f"exists ({HERE} and t.code in ('P', 'R', 'D') and t.left is null and g.name = '{{}}')"
CAME = f"exists ({HERE} and t.code in ('P', 'R', 'D', 'C') and g.name = '{{}}')"
ON_TIME = of("status = 'complete' and status_on <= due_on",
             f"{SEEN} a left join agency g on g.id = a.agency_id",
             """status in ('complete', 'complete late') and due_on is not null
                and status_on between :a and :b and coalesce(g.name, '') = '{}'""")  # fmt: skip
LATE = f"""select count(*) from {OPEN} a left join agency g on g.id = a.agency_id
  where due_on < :b and coalesce(g.name, '') = '{{}}'"""
MEMBERS = """(select gm.assessment_id, l.from_id as one from group_member gm
  join link l on l.id = gm.link_id where l.sharing <> 'not shared')"""
BEFORE = """(select p.id from group_assessment p where p.group_id = g.group_id and
  (p.assessed_on < g.assessed_on or p.assessed_on = g.assessed_on and p.id < g.id)
  order by p.assessed_on desc, p.id desc limit 1)"""
DISCUSSED = """meeting {0} join agenda_item {1} on {1}.meeting_id = {0}.id
  and {1}.state = 'discussed' and not {1}.removed and {0}.state = 'closed' and not {0}.cancelled"""
NAMED = """(select p.id as place, date(coalesce(e.returned_at, e.reported_at)) as day
  from place p join subject s on s.id = p.id join missing_episode e on e.found_where = s.label
  where p.adopted_on <= :b and (s.closed_on is null or s.closed_on > :b))"""
AS_LONG = """between date(:a, '-3 months') and case when date(:b, '+1 day') = date(:a, '+3 months')
  then date(:a, '-1 day') else min(date(:a, '-1 day'), date(:a, '-3 months',
  cast(julianday(:b) - julianday(:a) as integer) || ' days')) end"""
TIMES = f"""(select place, sum(day between :a and :b) as now, sum(day {AS_LONG}) as before
  from {NAMED} group by place)"""
COUNTS = {
    ("Places and groups", "Incidents at places of concern"):
        f"select count(*) from {NAMED} where day between :a and :b",
    ("Places and groups", "Places with fewer incidents"):
        f"select count(*) from {TIMES} where now < before",
    ("Places and groups", "Places with more incidents"):
        f"select count(*) from {TIMES} where now > before",
    ("Children", "On the panel over 6 months"): f"""select count(*) from {END} e where e.on_panel
       and julianday(:b) - julianday((select min(s.since) from child_status s
         where s.child_id = e.child_id and s.since <= :b and not exists (
           select 1 from child_status o where o.child_id = s.child_id and not o.on_panel
           and o.since <= :b
           and (o.since > s.since or o.since = s.since and o.id >= s.id)))) > 182""",
    ("Risk assessments", "Overdue"): f"""select count(*) from {END} t where not exists (
       select 1 from assessment a where a.child_id = t.child_id and a.assessed_on <= :b
       and {LAST} >= :b)""",
    **{
        ("Children", f"Of these: {label}"): f"""select count(distinct i.subject_id)
           from decision d join agenda_item i on i.id = d.item_id
           join meeting m on m.id = i.meeting_id join child c on c.id = i.subject_id
           where d.code = '{code}' and not i.removed and m.held_on between :a and :b"""
        for code, label in (("STEP_DOWN", "Step down to single agency or Early Help"),
                            ("CLOSE_REDUCED", "Close: risk reduced"))
    },
    ("Missing and return home interviews", "Episodes from out of area"):
        """select count(*) from missing_episode where missing_from = 'out of area placement'
           and date(reported_at) between :a and :b""",
    ("Meetings", "% quorate"): of(
        " and ".join(IN_ROOM.format(one.replace("'", "''")) for one in ("Police", "Health",
                                                                        COUNCIL)), f"{HELD} m"),
    ("Quality of minutes", "% with risk judged"): of(
        "j.after is not null", f"""{HELD} m join agenda_item i on i.meeting_id = m.id
        join child c on c.id = i.subject_id left join risk_judgement j on j.item_id = i.id""",
        "i.state = 'discussed' and not i.removed"),
    ("Disruption", "Displacement noted"):
        "select count(*) from displacement where noted_on between :a and :b",
    ("Places and groups", "Group assessments"):
        "select count(*) from group_assessment where assessed_on between :a and :b",
    ("Across cases", "Places discussed again"): f"""select count(distinct i.subject_id)
       from {DISCUSSED.format("m", "i")} join place on place.id = i.subject_id
       where m.held_on between :a and :b and exists (select 1 from {DISCUSSED.format("n", "k")}
         where k.subject_id = i.subject_id and n.id <> m.id and (n.held_on < m.held_on
           or n.held_on = m.held_on and k.id < i.id))""",
    ("Across cases", "Groups with somebody new"): f"""select count(distinct g.group_id)
       from group_assessment g where g.assessed_on between :a and :b and {BEFORE} is not null
       and exists (select 1 from {MEMBERS} n where n.assessment_id = g.id and n.one not in
         (select o.one from {MEMBERS} o where o.assessment_id = {BEFORE}))""",
    **{
        ("Rates", f"{label} per 10,000"):
            f"select round({one} * 10000.0 / {AREA}, 1)"
        for label, one in (
            ("New referrals",
             "(select count(*) from referral where received_on between :a and :b)"),
            ("On the tracker", f"(select count(*) from {END})"),
            ("Children missing", """(select count(distinct child_id) from missing_episode
              where date(reported_at) between :a and :b)"""),
        )
    },
    **{
        ("Meetings", f"{one}: % attended"): of(CAME.format(one.replace("'", "''")), f"{HELD} m")
        for one in (*AGENCIES, COUNCIL)
    },
    **{
        ("Meetings", f"{one}: % of items heard on"): of(
            f"""exists (select 1 from agency_turn t join agency g on g.id = t.agency_id
              where t.item_id = i.id and g.name = '{name}') or exists (
                select 1 from information_line l join agency g on g.id = l.agency_id
                where g.name = '{name}' and l.meeting_id = m.id and not l.withdrawn
                and l.text is not null and l.origin in ('room', 'urgent') and (l.item_id = i.id
                  or l.item_id is null and l.subject_id = i.subject_id))""",
            f"{HELD} m join agenda_item i on i.meeting_id = m.id",
            "i.state = 'discussed' and not i.removed")
        for one in (*AGENCIES, COUNCIL) for name in (one.replace("'", "''"),)
    },
    **{
        ("Actions by agency", f"{name or 'Without an agency'}: {what}"): asked_for.format(name)
        for name in (*AGENCIES, "")
        for what, asked_for in (("% on time", ON_TIME), ("overdue", LATE))
    },
}  # fmt: skip
IN_TIME = ("Meetings", "% of minutes issued in time")
GONE = f"""select m.held_on, (select date(min(s.at)) from issue s where s.meeting_id = m.id
  and s.document = 'minutes.docx' and s.recalled_at is null) from {HELD} m"""
NEVER_TOLD = {("Disruption", "Charges and convictions"),
              ("Places and groups", "Young people who feel safer")}  # fmt: skip
ELSEWHERE = {
    *test_performance.COUNTS, *test_performance.MEDIANS, *test_performance_kinds.COUNTS,
    "% of extracts in time",
}  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Iterator[tuple[Session, ReportTable]]:
    store = Store.memory(SetClock(NOW))
    FullPanel(store)
    with store.reading() as session:
        yield session, performance(session, READER, ON)
    store.close()


def values(table: ReportTable, named: tuple[str, str]) -> tuple[int | float | None, ...]:
    return next(row.values for row in table.rows if (row.section, row.label) == named)


@pytest.mark.parametrize("named", COUNTS, ids=": ".join)
def test_plain_sql_finds_the_same_figure(
    made: tuple[Session, ReportTable], named: tuple[str, str]
) -> None:
    session, table = made
    found = tuple(asked(session, COUNTS[named], *span)[0] for span in QUARTERS)
    assert values(table, named) == pytest.approx(found, abs=0.06)
    assert any(found)


def test_minutes_in_time_are_recounted_by_the_days_of_the_timetable(
    made: tuple[Session, ReportTable],
) -> None:
    session, table = made
    shares = []
    for a, b in QUARTERS:
        rows = session.execute(text(GONE), {"a": a, "b": b}).all()
        days = [(add_working_days(date.fromisoformat(held), 10), gone) for held, gone in rows]
        out = [(by, gone) for by, gone in days if by < min(b + timedelta(days=1), NOW.date())]
        kept = [by for by, gone in out if gone and date.fromisoformat(gone) <= by]
        shares.append(100 * len(kept) / len(out))
    assert values(table, IN_TIME) == pytest.approx(tuple(shares), abs=0.06)
    assert any(0 < one < 100 for one in shares)


def test_without_the_children_of_the_area_no_rate_is_told_and_why_is_said() -> None:
    store = Store.memory(SetClock(NOW))
    Panel(store)
    with store.reading() as session:
        table = performance(session, READER, ON)
    store.close()
    told = [row for row in table.rows if row.section == "Rates"]
    assert len(told) == 3
    assert all(row.values == (None, None) and NOT_GIVEN in row.why for row in told)


@pytest.mark.parametrize("text", ["many", "0", "-3", "12.5"])
def test_what_is_no_number_of_children_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="whole number"):
        children_of_area(text)
    assert children_of_area("12,400") == 12_400


def test_no_row_of_the_framework_is_left_out_of_a_recount(
    made: tuple[Session, ReportTable],
) -> None:
    _, table = made
    # What is recounted elsewhere is known by its label, the last row of that label.
    last = {row.label: (row.section, row.label) for row in table.rows}
    recounted = {*COUNTS, IN_TIME, *(named for label, named in last.items() if label in ELSEWHERE)}
    assert {(row.section, row.label) for row in table.rows} - recounted == NEVER_TOLD
    for named in NEVER_TOLD:
        assert values(table, named) == (None, None)
