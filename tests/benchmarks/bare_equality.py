"""Figures of the equality report as plain SQL, which the report is held against."""

from datetime import date

from sqlalchemy import text

from models.workspace import Workspace

WHO = """
with stood as (select *, row_number() over (partition by child_id
      order by since is not null desc, since desc, id desc) at from child_status
    where since is null or since <= :on),
  rated as (select *, row_number() over (partition by child_id
      order by assessed_on desc, id desc) at from assessment
    where assessed_on <= :on and screening is not 1),
  judged as (select i.subject_id, j.after, row_number() over (partition by i.subject_id
      order by m.held_on desc, j.id desc) at from risk_judgement j
    join agenda_item i on i.id = j.item_id join meeting m on m.id = i.meeting_id
    where m.held_on <= :on and not i.removed and j.after is not null),
  typed as (select child_id, max(worded like '%sexual%' or worded like 'CSE%') cse,
      max(worded like '%criminal%' or worded like 'CCE%' or worded like '%county%') cce
    from exploitation where (since is null or since <= :on) and (until is null or until > :on)
    group by child_id),
  who as (select s.child_id, s.on_panel, s.plan, coalesce(j.after, r.ratified_level,
      r.judgement_level, r.computed_level, s.risk) in ('High', 'Category 3') high,
      s.category like 'CSE%' or t.cse cse, t.cce cce,
      c.nrm_status is not null or exists (select 1 from nrm_referral n
        where n.child_id = c.id and n.referred_on <= :on) nrm,
      c.ethnicity, c.gender, (:on - c.birth_date) years
    from stood s join child c on c.id = s.child_id
    left join rated r on r.child_id = s.child_id and r.at = 1
    left join judged j on j.subject_id = s.child_id and j.at = 1
    left join typed t on t.child_id = s.child_id
    where s.at = 1 and s.on_tracker)
"""
SUMS = "count(*), sum(on_panel), sum(high), sum(cse), sum(cce), sum(nrm), sum(plan = 'CLA')"
GROUPS = text(f"{WHO} select ethnicity, gender, years, {SUMS} from who group by 1, 2, 3")
KINDS = text(f"""{WHO} select e.worded, {SUMS} from who join exploitation e using (child_id)
  where (e.since is null or e.since <= :on) and (e.until is null or e.until > :on) group by 1""")
NEEDS = text(f"""{WHO} select n.code, {SUMS} from who join need n using (child_id)
  where (n.since is null or n.since <= :on) and (n.until is null or n.until > :on) group by 1""")


def bare_equality(workspace: Workspace, on: date) -> int:
    """Ask all of it; gives how many children were counted."""
    with workspace.store.reading() as session:
        told = [session.execute(one, {"on": on}).all() for one in (GROUPS, KINDS, NEEDS)]
    return sum(row[3] for row in told[0])
