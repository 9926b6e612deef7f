"""The register of measures in figures, counted a second time in plain SQL."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import text

from models import codes
from models.entities import Agency, Measure, PersonOfConcern
from models.queries.measures_report import measures_report
from models.records.reader import Reader
from models.storage.store import Store

TODAY = date(2026, 11, 12)
READER = Reader(now=datetime(2026, 11, 12, 9, 30))
STATUSES = ("considered", "applied", "granted", "served", "breached", "not pursued", "refused",
            "expired", "revoked")  # fmt: skip
SEEN = """select count(*) from measure m left join agency g on g.id = m.lead_agency_id
  where sharing = 'all panel'"""
FORCE = "status in ('interim', 'granted', 'served', 'varied', 'breached')"
IN_FORCE = f"{FORCE} and (in_force_to is null or in_force_to >= '2026-11-12')"
WHERE = {
    "All measures": "1",
    "In force": IN_FORCE,
    "Expiring in 30 days": f"{FORCE} and in_force_to between '2026-11-12' and '2026-12-12'",
    "Breached": "(breaches > 0 or status = 'breached')",
    "Not yet in force": "status in ('considered', 'applied')",
    "Overdue": "status in ('considered', 'applied') and due_on < '2026-11-12'",
    "Not pursued": "status in ('not pursued', 'refused')",
    "Ended": f"(status in ('expired', 'revoked') or {FORCE} and in_force_to < '2026-11-12')",
    "Police": "g.name = 'Police'",
    "Without a lead agency": "g.name is null",
    "Of the panel's own wording": "type_code is null",
    **{codes.find("measures", one).label: f"type_code = '{one}'" for one in ("CP10", "MS06")},
}


@pytest.fixture
def register(store: Store) -> Store:
    random = Random(6)
    with store.work("make", "Make") as session:
        police = Agency(name="Police")
        session.add(police)
        session.flush()
        for _ in range(80):
            day = TODAY + timedelta(days=random.randrange(-60, 60))
            session.add(Measure(
                name="Order", status=random.choice(STATUSES),
                in_force_to=random.choice((day, None)),
                due_on=random.choice((day, None)), breaches=random.choice((0, 0, 1)),
                type_code=random.choice(("CP10", "MS06", None)),
                lead_agency_id=random.choice((police.id, None)),
                sharing=random.choice(("all panel", "all panel", "not shared")),
            ))  # fmt: skip
    return store


def test_plain_sql_finds_the_same_figures(register: Store) -> None:
    with register.reading() as session:
        table = measures_report(session, READER, TODAY)
        told = {row.label: row.values for row in table.rows}
        assert told.keys() == WHERE.keys()
        for label, where in WHERE.items():
            for at, column in enumerate(("1", IN_FORCE, WHERE["Expiring in 30 days"],
                                         WHERE["Breached"], WHERE["Not pursued"])):  # fmt: skip
                found = session.scalar(text(f"{SEEN} and {where} and {column}"))
                assert told[label][at] == found, (label, table.columns[at])
    assert all(len(row.listed[0]) == row.values[0] for row in table.rows)


def test_the_figures_are_those_of_today_and_say_so(register: Store) -> None:
    with register.reading() as session:
        table = measures_report(session, READER, date(2026, 9, 30))
    assert table.on == TODAY and "today's" in table.reconciliation[0]


def test_a_measure_against_a_subject_of_interest_is_in_no_figure(store: Store) -> None:
    with store.work("make", "Make") as session:
        person = PersonOfConcern(label="Person")
        session.add(person)
        session.flush()
        session.add(Measure(name="Order", status="granted", subject_id=person.id))
        held = person.id
    reader = replace(READER, conflicted_subjects=frozenset({held}))
    with store.reading() as session:
        assert measures_report(session, READER, TODAY).rows[0].values[0] == 1
        assert measures_report(session, reader, TODAY).rows[0].values[0] == 0
