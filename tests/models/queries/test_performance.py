"""Each indicator is worked out a second time, in plain SQL, over a generated panel."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from statistics import median

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from models.clock import SetClock
from models.queries.performance import performance
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.storage.store import Store
from tests.models.queries.performance_made import NOW, ON, Panel

READER = Reader(now=NOW)
QUARTERS = ((date(2026, 10, 1), ON), (date(2026, 7, 1), date(2026, 9, 30)))
TRACKED = """(select s.child_id, s.plan, s.risk, s.on_panel from child_status s
  where s.on_tracker and s.id = (select t.id from child_status t where t.child_id = s.child_id
    and t.since <= {day} order by t.since desc, t.id desc limit 1))"""
HELD = (
    "(select * from meeting where held_on between :a and :b and not cancelled and state='closed')"
)
BACK = """(select e.id, e.child_id, e.returned_at, i.offered_at, i.conducted_at, i.learned,
  i.declined_reason, i.independent, i.gone_through_on from missing_episode e
  left join return_interview i on i.episode_id = e.id
  where date(e.returned_at) between :a and :b)"""
SEEN = "(select * from action where sharing <> 'not shared' and status <> 'proposed')"
OPEN = f"""(select * from {SEEN} where made_on <= :b and (status_on > :b or status not in
  ('complete', 'complete late', 'not possible', 'superseded', 'cancelled')))"""
STEP = """select count(*) from measure_step s join measure m on m.id = s.measure_id
  where m.sharing <> 'not shared' and s.day between :a and :b and s.status = '{}'"""
LINKS = """(select l.*, p.kind from link l join subject p on p.id = l.to_id
  where l.sharing <> 'not shared')"""
STOOD = f"""(select from_id, to_id, kind from {LINKS}
  where (recorded_on is null or recorded_on <= :b) and (ended_on is null or ended_on > :b))"""
AT = "(select to_id from {} where kind = '{}' group by to_id having count(distinct from_id) >= 3)"
ITEMS = """(select i.subject_id, m.held_on from meeting m join agenda_item i on i.meeting_id = m.id
  where m.held_on between :a and :b and not m.cancelled and m.state = 'closed'
  and i.state = 'discussed' and not i.removed)"""
SEEN_LINK = f"""select count(*) from {ITEMS} d where exists (select 1 from {LINKS} l
  where d.subject_id in (l.from_id, l.to_id) and coalesce(l.recorded_on, '0001-01-01') {{}})"""
DECIDED = (
    "select count(*) from referral where date(outcome_at) between :a and :b and outcome = '{}'"
)
END, START = TRACKED.format(day=":b"), TRACKED.format(day="date(:a, '-1 day')")
LAST = """min(date(a.assessed_on, '+1 month'),
  date(a.assessed_on, 'start of month', '+2 months', '-1 day'))"""
RANK = "case {} when 'Low' then 1 when 'Medium' then 2 when 'High' then 3 end"


def of(part: str, whole: str, where: str = "1") -> str:
    """A share in SQL: nothing where there is no whole."""
    return f"""select round(100.0 * count(case when {part} then 1 end) / count(*), 1)
      from {whole} where {where}"""


TALKED = f"""(select i.id, d.id as decided, d.rationale, s.voice, s.voice_absent_reason as why,
  s.analysis from {HELD} m join agenda_item i on i.meeting_id = m.id
  left join decision d on d.item_id = i.id left join discussion s on s.item_id = i.id
  where i.state = 'discussed' and not i.removed)"""
COUNTS = {
    "% with a decision": of("decided is not null", TALKED),
    "% of decisions with a reason": of("rationale is not null", TALKED, "decided is not null"),
    "% with an analysis": of("analysis is not null", TALKED),
    "% with the child's words": of("voice is not null", TALKED),
    "% with the child's words or why not": of("coalesce(voice, why) is not null", TALKED),
    "% of actions with owner and date": of(
        "owner_name is not null and due_on is not null",
        f"{SEEN} a join {TALKED} t on t.id = a.item_id"),
    "Texts with words that blame": f"""select sum(x) from (
       select (d.rationale like '%promiscuous%' or d.rationale like '%at risk%')
         + coalesce(s.analysis like '%promiscuous%' or s.analysis like '%at risk%', 0) as x
       from {HELD} m join agenda_item i on i.meeting_id = m.id
       left join (select item_id, coalesce(rationale, '') as rationale from decision
         union all select id, '' from agenda_item
           where id not in (select item_id from decision)) d on d.item_id = i.id
       left join discussion s on s.item_id = i.id where not i.removed)""",
    "Persons linked with 3 children or more":
        f"select count(*) from {AT.format(STOOD, 'person_of_concern')}",
    "Places linked with 3 children or more": f"select count(*) from {AT.format(STOOD, 'location')}",
    "Children sharing 2 links or more": f"""select count(distinct one) from
       (select a.from_id as one, b.from_id as two from {STOOD} a
        join {STOOD} b on a.to_id = b.to_id and a.from_id <> b.from_id
        group by 1, 2 having count(distinct a.to_id) >= 2)""",
    "Items linked before the panel": SEEN_LINK.format("< d.held_on"),
    "Items linked by the last day": SEEN_LINK.format("<= :b"),
    "New referrals": "select count(*) from referral where received_on between :a and :b",
    "Accepted": DECIDED.format("ACCEPT"),
    "Turned away": DECIDED.format("DECLINE"),
    "Redirected": DECIDED.format("REDIRECT_MASH"),
    "% referred again": of(
        """exists (select 1 from referral p where p.subject_id = r.subject_id and p.id <> r.id
           and (p.received_on < r.received_on or p.received_on = r.received_on and p.id < r.id)
           and julianday(r.received_on) - julianday(p.received_on) <= 365)""",
        "referral r", "r.received_on between :a and :b"),
    "On the tracker": f"select count(*) from {END}",
    "On the panel": f"select count(*) from {END} where on_panel",
    "% with ethnicity recorded": of("c.ethnicity = 'White'",
                                    f"{END} t join child c on c.id = t.child_id"),
    "Referred to the NRM": "select count(*) from nrm_referral where referred_on between :a and :b",
    "NRM: positive reasonable grounds": """select count(*) from nrm_referral where
       reasonable_grounds = 'positive' and reasonable_grounds_on between :a and :b""",
    "Never assessed": f"""select count(*) from {END} t where not exists (select 1 from assessment a
       where a.child_id = t.child_id and a.assessed_on <= :b)""",
    "Made in the quarter": "select count(*) from assessment where assessed_on between :a and :b",
    "% with the child's part": of("with_child", "assessment",
                                  "with_child is not null and assessed_on between :a and :b"),
    "Episodes": "select count(*) from missing_episode where date(reported_at) between :a and :b",
    "Children": """select count(distinct child_id) from missing_episode
       where date(reported_at) between :a and :b""",
    "Missing repeatedly": """select count(*) from (select child_id from missing_episode
       where date(reported_at) between date(:b, '-89 days') and :b
       group by child_id having count(*) >= 3)""",
    "% offered": of("coalesce(offered_at, conducted_at) is not null", BACK),
    "% completed": of("conducted_at is not null", BACK),
    "% declined": of("conducted_at is null and declined_reason is not null", BACK),
    "% within 72 hours": of("julianday(conducted_at) - julianday(returned_at) <= 3.00001", BACK,
                            "julianday(:now) - julianday(returned_at) > 3"),
    "% by somebody independent": of("independent", BACK,
                                    "conducted_at is not null and independent is not null"),
    "% from which something was learned": of("learned is not null", BACK,
                                             "conducted_at is not null"),
    "% gone through for links": of("gone_through_on is not null", BACK,
                                   "conducted_at is not null and learned is not null"),
    "Strategy meetings": """select count(*) from missing_episode
       where strategy_meeting between :a and :b""",
    "Agreed": f"select count(*) from {SEEN} where made_on between :a and :b",
    "Done": f"""select count(*) from {SEEN} where status in ('complete', 'complete late')
       and status_on between :a and :b""",
    "Circumstances changed": f"""select count(*) from {SEEN} where status = 'not possible'
       and status_on between :a and :b""",
    "% done on time": of("status = 'complete' and status_on <= due_on", SEEN,
                         """status in ('complete', 'complete late') and due_on is not null
                            and status_on between :a and :b"""),
    "Overdue": f"select count(*) from {OPEN} where due_on < :b",
    "Police: overdue": f"""select count(*) from {OPEN} where due_on < :b and agency_id =
       (select id from agency where name = 'Police')""",
    "Carried forward": f"select count(*) from {OPEN} where carried_count > 0",
    "Made": """select count(*) from recommendation where not withdrawn
       and made_on between :a and :b""",
    "% accepted into plans": of("status <> 'rejected'", "recommendation",
                                """not withdrawn and status <> 'issued'
                                   and made_on between :a and :b"""),
    "Held": f"select count(*) from {HELD}",
    "Cancelled": "select count(*) from meeting where held_on between :a and :b and cancelled",
    "Items discussed": f"""select count(*) from {HELD} m join agenda_item i on i.meeting_id = m.id
       where i.state = 'discussed' and not i.removed""",
    "Items not reached or deferred": f"""select count(*) from {HELD} m join agenda_item i
       on i.meeting_id = m.id where i.state in ('deferred', 'not reached') and not i.removed""",
    "Health: % attended": of("""(select 1 from attendance t join agency g on g.id = t.agency_id
       where t.meeting_id = m.id and g.name = 'Health' and t.code in ('P', 'R', 'D', 'C'))""",
                             f"{HELD} m"),
    "% of returns on time": of("date(r.received_at) <= r.due_on",
                               f"{HELD} m join agency_return r on r.meeting_id = m.id",
                               "r.due_on is not null"),
    "Measures entered": """select count(*) from measure where sharing <> 'not shared'
       and made_on between :a and :b""",
    "Measures applied for": STEP.format("applied"),
    "Measures granted or served": STEP.format("granted"),
    "Breaches": STEP.format("breached"),
    "Measures not pursued or refused": STEP.format("not pursued"),
    "% of persons with a plan": of("""exists (select 1 from disruption_plan d where
       d.subject_id = p.id and d.started_on <= :b and (d.closed_on is null or d.closed_on > :b))""",
                                   "person_of_concern p", "p.adopted_on <= :b"),
    "% in date": of("exists (select 1 from assessment a where a.child_id = t.child_id and "
                    f"a.assessed_on <= :b and {LAST} >= :b)", f"{END} t"),
    "Children looked after": f"""select count(*) from {END.replace("s.on_tracker and", "")} t
       where plan = 'CLA' and exists (select 1 from missing_episode e
       where e.child_id = t.child_id and date(e.reported_at) between :a and :b)""",
    "NRM: positive conclusive grounds": """select count(*) from nrm_referral where
       conclusive_grounds = 'positive' and conclusive_grounds_on between :a and :b""",
    "Closed or stepped down": """select count(distinct i.subject_id) from decision d
       join agenda_item i on i.id = d.item_id join meeting m on m.id = i.meeting_id
       where d.code in ('STEP_DOWN', 'CLOSE_REDUCED') and not i.removed
       and m.held_on between :a and :b""",
    "Superseded or cancelled": f"""select count(*) from {SEEN} where
       status in ('superseded', 'cancelled') and status_on between :a and :b""",
    "Apologies without information": f"""select count(*) from {HELD} m
       join attendance t on t.meeting_id = m.id where t.code = 'N'""",
    "Places adopted": "select count(*) from place where adopted_on between :a and :b",
    "Places closed": """select count(*) from place p join subject s on s.id = p.id
       where s.closed_on between :a and :b""",
    "Places of concern": """select count(*) from place p join subject s on s.id = p.id
       where p.adopted_on <= :b and (s.closed_on is null or s.closed_on > :b)""",
    "Place assessments": """select count(*) from place_assessment
       where assessed_on between :a and :b""",
    **{
        label: f"""select count(*) from {START} s join {END} e on e.child_id = s.child_id
           where {RANK.format("s.risk")} {how} {RANK.format("e.risk")}"""
        for label, how in (("Risk increased", "<"), ("Risk decreased", ">"),
                           ("Risk stayed the same", "="))
    },
    "Risk not known": f"""select count(*) from {START} s join {END} e on e.child_id = s.child_id
       where {RANK.format("s.risk")} is null or {RANK.format("e.risk")} is null""",
}  # fmt: skip
MEDIANS = {
    "Days past due": f"""select julianday(:b) - julianday(due_on) from {OPEN}
       where due_on < :b""",
    "Referral to triage, days": """select julianday(date(outcome_at)) - julianday(received_on)
       from referral where received_on is not null and date(outcome_at) between :a and :b""",
    "Days to done": f"""select julianday(status_on) - julianday(made_on) from {SEEN}
       where status in ('complete', 'complete late') and status_on between :a and :b""",
    "Referral to panel, days": """select julianday(first) - julianday(received_on) from
       (select r.received_on, (select min(m.held_on) from meeting m join agenda_item i
          on i.meeting_id = m.id where i.subject_id = r.subject_id and i.state = 'discussed'
          and not i.removed and not m.cancelled and m.held_on >= r.received_on) as first
        from referral r) where first between :a and :b""",
    "Days overdue": f"""select julianday(:b) - julianday(last) from (select t.child_id, max({LAST})
       as last from {END} t join assessment a on a.child_id = t.child_id
       where a.assessed_on <= :b group by t.child_id) where last < :b""",
    "Minutes planned for an item": f"""select i.planned_minutes from {HELD} m join agenda_item i
       on i.meeting_id = m.id where i.state = 'discussed' and i.seconds and not i.removed""",
    "Minutes taken for an item": f"""select i.seconds / 60.0 from {HELD} m join agenda_item i
       on i.meeting_id = m.id where i.state = 'discussed' and i.seconds and not i.removed""",
}


@pytest.fixture(scope="module")
def made() -> Iterator[tuple[Store, ReportTable]]:
    store = Store.memory(SetClock(NOW))
    Panel(store)
    with store.reading() as session:
        table = performance(session, READER, ON)
    yield store, table
    store.close()


def values(table: ReportTable, label: str) -> tuple[int | float | None, ...]:
    """The last row of that label: actions come after assessments."""
    return [row.values for row in table.rows if row.label == label][-1]


def asked(session: Session, statement: str, first: date, last: date) -> list[float]:
    given = {"a": first.isoformat(), "b": last.isoformat(), "now": NOW.isoformat(" ")}
    used = {name: value for name, value in given.items() if f":{name}" in statement}
    return list(session.scalars(text(statement), used))


@pytest.mark.parametrize("label", COUNTS)
def test_plain_sql_finds_the_same_figure(made: tuple[Store, ReportTable], label: str) -> None:
    store, table = made
    with store.reading() as session:
        found = tuple(asked(session, COUNTS[label], *span)[0] for span in QUARTERS)
    assert values(table, label) == pytest.approx(found, abs=0.06)


@pytest.mark.parametrize("label", MEDIANS)
def test_plain_sql_finds_the_same_median(made: tuple[Store, ReportTable], label: str) -> None:
    store, table = made
    with store.reading() as session:
        found = [asked(session, MEDIANS[label], *span) for span in QUARTERS]
    assert values(table, label) == tuple(round(median(some), 1) if some else None for some in found)


def test_every_figure_has_its_definition_and_every_gap_its_reason(
    made: tuple[Store, ReportTable],
) -> None:
    _, table = made
    assert all(row.definition for row in table.rows)
    for row in table.rows:
        assert [value is None for value in row.values] == [bool(why) for why in row.why]


def test_the_generated_panel_leaves_few_figures_without_anything_to_count(
    made: tuple[Store, ReportTable],
) -> None:
    _, table = made
    told = [value for label in COUNTS for value in values(table, label)]
    assert sum(bool(value) for value in told) > 0.9 * len(told)


def test_behind_each_count_stands_a_list(made: tuple[Store, ReportTable]) -> None:
    _, table = made
    for row in table.rows:
        for at, value in enumerate(row.values):
            assert not value or row.children[at] or row.listed[at], row.label


def test_each_return_whose_hours_have_run_out_counts_in_exactly_one_quarter(
    made: tuple[Store, ReportTable],
) -> None:
    store, table = made
    (row,) = (one for one in table.rows if one.label == "% within 72 hours")
    counted = [child for each in row.basis for child in each.whole or ()]
    late = """select count(*) from missing_episode where date(returned_at) between :a and :b
        and julianday(returned_at) > julianday(:b || ' 23:59:59') - 3"""
    with store.reading() as session:
        (returned,) = asked(
            session,
            """select count(*) from missing_episode where
            date(returned_at) between '2026-07-01' and '2026-12-31'
            and julianday(:now) - julianday(returned_at) > 3""",
            *QUARTERS[0],
        )
        (at_the_end,) = asked(session, late, *QUARTERS[1])
    assert len(counted) == returned and at_the_end > 0


def test_a_day_to_come_counts_as_today(made: tuple[Store, ReportTable]) -> None:
    store, table = made
    with store.reading() as session:
        told = performance(session, READER, date(2026, 12, 31))
    assert replace(told, reconciliation=()) == table
    assert told.reconciliation == (
        "Thu 31 Dec 2026 is still to come: nothing after today, Thu 12 Nov 2026, is counted.",
    )


def test_what_the_reader_may_not_know_of_is_in_no_figure(
    made: tuple[Store, ReportTable],
) -> None:
    store, table = made
    hidden = next(row.children[0][0] for row in table.rows if row.label == "Episodes")
    reader = replace(READER, conflicted_subjects=frozenset({hidden}))
    with store.reading() as session:
        told = performance(session, reader, ON)
    assert all(hidden not in ids for row in told.rows for ids in row.children)
    assert values(told, "Episodes") < values(table, "Episodes")
