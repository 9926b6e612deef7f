"""Figures of the performance framework as plain SQL, which a report is held against."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import text

from models.rules.quarters import quarters
from models.workspace import Workspace

STOOD = text("""
with stood as (select *, row_number() over (partition by child_id
      order by since is not null desc, since desc, id desc) at from child_status
    where since is null or since <= :last),
  rated as (select *, row_number() over (partition by child_id
      order by assessed_on desc, id desc) at from assessment
    where assessed_on <= :last and screening is not 1),
  judged as (select i.subject_id, j.after, row_number() over (partition by i.subject_id
      order by m.held_on desc, j.id desc) at from risk_judgement j
    join agenda_item i on i.id = j.item_id join meeting m on m.id = i.meeting_id
    where m.held_on <= :last and not i.removed and j.after is not null)
select s.on_panel, s.plan, coalesce(j.after, r.ratified_level, r.judgement_level,
    r.computed_level, s.risk) as level, count(*), sum(c.ethnicity is not null),
    sum(date(r.assessed_on, '+1 month') >= :last), sum(p.id is not null)
  from stood s join child c on c.id = s.child_id
  left join rated r on r.child_id = s.child_id and r.at = 1
  left join rated p on p.child_id = s.child_id and p.at = 2
  left join judged j on j.subject_id = s.child_id and j.at = 1
  where s.at = 1 and s.on_tracker group by 1, 2, 3
""")
MISSING = text("""
with told as (select e.id, e.child_id, e.returned_at, min(i.conducted_at) done,
    max(i.offered_at is not null or i.conducted_at is not null) offered,
    max(i.declined_reason is not null) declined, max(i.independent) independent
  from missing_episode e left join return_interview i on i.episode_id = e.id
  where e.reported_at >= :first or e.returned_at >= :first group by e.id)
select count(*), count(distinct child_id), sum(offered), sum(done is not null), sum(declined),
  sum(independent), sum(julianday(done) - julianday(returned_at) <= 3) from told
""")
REPEATED = text("""select count(*) from (select child_id from missing_episode
  where reported_at >= :first and reported_at < :after group by child_id having count(*) >= 3)""")
REFERRED = text("""select outcome, reason_code, count(*), avg(julianday(outcome_at) -
  julianday(received_on)) from referral where received_on between :first and :last group by 1, 2""")
ACTIONS = text("""select g.name, a.status, count(*), sum(a.status_on <= a.due_on),
  sum(a.due_on < :last), sum(a.carried_count > 0), avg(julianday(a.status_on) -
  julianday(a.made_on)) from action a left join agency g on g.id = a.agency_id
  where a.made_on >= :first or a.status_on >= :first or a.status_on is null group by 1, 2""")
PLANS = text("""select status, count(*), count(distinct child_id) from recommendation
  where made_on between :first and :last and not withdrawn group by 1""")
ITEMS = text("""select i.state, count(*), sum(d.id is not null), sum(d.rationale is not null),
  sum(x.voice is not null), sum(x.analysis is not null), sum(j.after is not null)
  from agenda_item i join meeting m on m.id = i.meeting_id
  left join decision d on d.item_id = i.id left join discussion x on x.item_id = i.id
  left join risk_judgement j on j.item_id = i.id
  where m.held_on between :first and :last and not i.removed group by 1""")
ATTENDED = text("""select a.agency_id, a.code, count(*) from attendance a
  join meeting m on m.id = a.meeting_id where m.held_on between :first and :last group by 1, 2""")
LINKED = text("""select to_id, count(distinct from_id) from link group by 1
  having count(distinct from_id) >= 3""")


def bare_performance(workspace: Workspace, on: date) -> int:
    """Ask all of it, for the quarters of the report; gives how many rows were told."""
    with workspace.store.reading() as session:
        return sum(len(session.execute(*asked).all()) for asked in _asked(on))


def _asked(on: date) -> Iterator[tuple[Any, dict[str, date]]]:
    for span in quarters(on):
        days = {"first": span.first, "last": span.last}
        yield from ((STOOD, {"last": day}) for day in (span.last, span.before))
        yield MISSING, {"first": span.first}
        window = {"first": span.last - timedelta(days=89), "after": span.last + timedelta(days=1)}
        yield REPEATED, window
        yield from ((one, days) for one in (REFERRED, ACTIONS, PLANS, ITEMS, ATTENDED))
    yield LINKED, {}
