"""A panel's own indicators are counted, worked out a second time in plain SQL."""

from datetime import date

import pytest
from sqlalchemy import select, text

from models.clock import SetClock
from models.entities import Action, Child, ChildStatus, Referral, Setting, StrategyTag
from models.errors import Refusal
from models.queries.own_facts import FACTS
from models.queries.own_indicators import tried
from models.queries.performance import performance
from models.records.own_indicators import OwnIndicator
from models.records.reader import Reader
from models.rules.indicators import BY_THEN, NO_RECORD
from models.rules.own_indicators import NOUNS, SETTING, kept, read_where
from models.rules.quarters import quarters
from models.storage.store import Store
from tests.models.queries.performance_made import NOW, ON, Panel

READER = Reader(now=NOW)
FIRST = date(2026, 10, 1)


@pytest.fixture(scope="module")
def store():
    made = Store.memory(SetClock(NOW))
    Panel(made)
    yield made
    made.close()


def asked(store, counted, where, share=False):
    one = OwnIndicator("Ours", counted, read_where(counted, where), share)
    with store.reading() as session:
        return tried(session, READER, one, ON)


@pytest.mark.parametrize(
    ("counted", "where", "sql"),
    [
        ("actions", "agency is Police and carried at least 1",
         """select count(*) from action a join agency g on g.id = a.agency_id
            where g.name = 'Police' and a.carried_count >= 1 and a.sharing <> 'not shared'
            and a.status <> 'proposed' and a.made_on between :a and :b"""),
        ("episodes", "interview is held",
         """select count(*) from missing_episode e where date(e.reported_at) between :a and :b
            and exists (select 1 from return_interview i where i.episode_id = e.id
            and i.conducted_at is not null)"""),
        ("referrals", "outcome is Accept",
         """select count(*) from referral where received_on between :a and :b
            and outcome = 'ACCEPT'"""),
        ("measures", "",
         """select count(*) from measure where sharing <> 'not shared'
            and made_on between :a and :b"""),
        ("recommendations", "status is Rejected",
         """select count(*) from recommendation where not withdrawn and status = 'rejected'
            and made_on between :a and :b"""),
        ("children", "plan is looked after",
         """select count(*) from child_status s where s.on_tracker and s.plan = 'CLA'
            and s.id = (select t.id from child_status t where t.child_id = s.child_id
            and t.since <= :b order by t.since desc, t.id desc limit 1)"""),
    ],
)  # fmt: skip
def test_what_is_counted_is_what_plain_sql_counts(store, counted, where, sql):
    with store.reading() as session:
        wanted = session.scalar(text(sql), {"a": FIRST, "b": ON})
    assert asked(store, counted, where).values[0] == wanted > 0


def test_a_share_is_of_all_that_could_be_counted(store):
    part, whole = asked(store, "actions", "agency is Health"), asked(store, "actions", "")
    share = asked(store, "actions", "agency is Health", share=True)
    assert share.values[0] == round(100 * part.values[0] / whole.values[0], 1)


def test_kept_indicators_stand_in_the_report_with_what_they_count(store):
    one = OwnIndicator("Police actions", "actions", read_where("actions", "agency is Police"))
    with store.work("set", "Change a setting") as session:
        session.add(Setting(key=SETTING, value=kept([one])))
    with store.reading() as session:
        last = performance(session, READER, ON).rows[-1]
    assert (last.section, last.label) == ("Own indicators", "Police actions")
    assert last.listed[0] and "agency is Police" in last.definition


@pytest.mark.parametrize("noun", NOUNS, ids=lambda one: one.code)
def test_what_may_be_asked_is_known_of_each_thing(store, noun):
    with store.reading() as session:
        known = FACTS[noun.code](session, READER, quarters(ON)[1])
    assert known and all(set(facts) == set(noun.fields) for _, facts in known)


@pytest.mark.parametrize(
    ("counted", "where", "words"),
    [
        ("children", "risk is Hihg", "There are: .*High"),
        ("children", "on the panel is perhaps", "There are: no, yes"),
        ("actions", "agency is Polcie", "Police"),
    ],
)
def test_a_value_that_nothing_has_is_refused_with_what_there_is(store, counted, where, words):
    with pytest.raises(Refusal, match=words):
        asked(store, counted, where)


def test_of_no_children_at_all_nothing_is_told(store):
    one = OwnIndicator("Ours", "children")
    with store.reading() as session:
        assert tried(session, READER, one, date(2020, 1, 1)).values == (None, None)


def test_several_values_are_joined_by_or_and_each_is_looked_for(store):
    both = asked(store, "children", "plan is CLA or CP").values[0]
    each = [asked(store, "children", f"plan is {one}").values[0] for one in ("looked after", "CP")]
    assert both == sum(each) > 0
    assert asked(store, "children", "plan is looked after or plan is CP").values[0] == both
    with pytest.raises(Refusal, match="“risk Moonbase”"):
        asked(store, "children", "risk is High or Moonbase")


def test_actions_are_counted_by_the_priority_of_the_strategy_that_they_serve(store):
    with store.work("test", "Test") as session:
        ids = session.scalars(select(Action.id).where(Action.made_on >= FIRST)).all()
        session.add(StrategyTag(priority="disrupt", action_id=ids[0]))
    row = asked(store, "actions", "priority is Disruption of those who harm")
    assert row.values[0] == 1
    store.undo()


def test_a_quarter_of_which_nothing_is_known_has_no_figure_and_says_why():
    made = Store.memory(SetClock(NOW))
    with made.work("begin", "Begin") as session:
        child = Child(label="Ivy Ashdown")
        session.add(child)
        session.flush()
        session.add(ChildStatus(child_id=child.id, since=None, plan="CLA"))
        session.add(Referral(subject_id=child.id, received_on=ON, entered_at=NOW))
    try:
        for counted, why in (("children", NO_RECORD), ("referrals", f"no referral {BY_THEN}")):
            row = asked(made, counted, "")
            assert (row.values, row.why) == ((1, None), ("", why))
        row = asked(made, "episodes", "")
        assert (row.values, row.why) == ((None, None), (f"no episode {BY_THEN}",) * 2)
    finally:
        made.close()
