"""What stands among the clocks or on Care plans and waits for somebody stands on Today as well."""

from datetime import date, datetime, timedelta

import pytest

from models.clock import SetClock
from models.entities import Child, MissingInformation, Recommendation
from models.queries.clocks import clocks
from models.queries.today import today
from models.records.reader import Reader
from models.rules.recommendations import NO_REASON
from models.storage.store import Store

NOW = datetime(2026, 11, 12, 9, 30)
TODAY = NOW.date()
READER = Reader(now=NOW)


@pytest.fixture
def store():
    made = Store.memory(SetClock(NOW))
    yield made
    made.close()


def child(store, name="Ivy Ashdown", **more):
    with store.work("child", "Child") as session:
        made = Child(label=name, **more)
        session.add(made)
        session.flush()
        return made.id


def information(store, child_id, due):
    with store.work("information", "Information") as session:
        session.add(MissingInformation(child_id=child_id, review_on=due))


def rejected(store, child_id, reference, reason, status="rejected", **more):
    with store.work("recommendation", "Recommendation") as session:
        made = Recommendation(
            child_id=child_id, reference=reference, text="A mentor", status=status,
            reply_reason=reason, replied_on=TODAY, **more,
        )  # fmt: skip
        session.add(made)
        session.flush()
        return made.id


def said(store, words):
    with store.reading() as session:
        return [one for one in today(session, READER) if words in one.text]


def test_missing_information_past_its_day_stands_on_today_and_leads_to_it(store):
    one = child(store)
    information(store, one, TODAY - timedelta(days=3))
    (line,) = said(store, "Missing information")
    assert line.text == "Missing information to look at again: I.A."
    assert (line.goes_to, line.target_id, line.urgency) == ("philomena", one, "high")
    assert line.detail == "due Mon 9 Nov 2026, never looked at"
    with store.reading() as session:
        over = [row for row in clocks(session, READER) if "days over" in row.words]
    assert [row.child_id for row in over] == [one]


def test_one_that_is_due_today_or_of_a_closed_record_is_not_overdue(store):
    information(store, child(store), TODAY)
    information(store, child(store, "Ben Howe", closed_on=TODAY), TODAY - timedelta(days=3))
    assert said(store, "Missing information") == []


def test_of_many_the_first_are_named_and_the_rest_counted(store):
    for at in range(7):
        information(store, child(store, f"Ada Tarn{at}"), TODAY - timedelta(days=9 - at))
    lines = said(store, "Missing information")
    assert len(lines) == 6 and lines[-1].text == "Missing information to look at: 2 more"


@pytest.mark.parametrize("reason", [None, " ", NO_REASON])
def test_a_rejection_without_a_reason_waits_for_somebody_to_ask(store, reason):
    made = rejected(store, child(store), "R012", reason)
    (line,) = said(store, "Rejected without a reason")
    assert line.text == "Rejected without a reason: R012 I.A."
    assert (line.goes_to, line.target_id, line.due_on) == ("care_plans", made, date(2026, 11, 12))


def test_one_with_its_reason_withdrawn_or_accepted_does_not(store):
    one = child(store)
    rejected(store, one, "R1", "No place")
    rejected(store, one, "R2", None, withdrawn=True)
    rejected(store, one, "R3", None, status="accepted")
    assert said(store, "Rejected") == []
