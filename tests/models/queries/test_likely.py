"""The look-up asks the search index first: whoever a look at everybody finds, it finds too."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.entities import Subject
from models.queries import find as queries
from models.queries.register_words import Known, read_known
from models.workspace import Workspace


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """A register of people, places and things with names and numbers of every sort."""
    made = Workspace.memory("Coordinator", SetClock(datetime(2026, 11, 12, 9, 30)))
    made.panel.make("Northmoor MACE")
    register = made.register
    child = register.add_child(
        "Séan O'Brien-Hartley", system_id="LCS/10442", birth_date=date(2011, 3, 4),
        nhs_number="943 476 5919", upn="A801200001001", postcode="HB7 1AA",
    )  # fmt: skip
    register.add_alias(child, "J.T.", "nickname")
    register.add_alias(child, "Wes / Big W", "street name")
    register.add_child("Li Wei", system_id="10443")
    register.add_child("Zuzanna Szczypiorska", system_id="P-77/21")
    person = register.add_person("Darren Pike")
    register.add_alias(person, "Big Daz", "street name")
    register.add_place("Mill Parade shops", address="6 Mill Parade", postcode="HB1 1QQ")
    register.add_group("The 42nd Street boys")
    register.add_vehicle("NK19 CUK")
    register.add_phone("07700 900 112")
    register.add_phone("+44 7700 900113")
    register.add_account("big_daz.99", "Snapchat")
    register.add_theme("Taxis at the harbour")
    yield made
    made.close()


def typed_for(known: Known) -> Iterator[str]:
    """What people type who look for somebody: names, parts, beginnings and numbers."""
    yield known.short
    for said in known.said:
        yield from (said.shown, said.shown.upper(), said.folded, said.squashed)
        for word in said.folded.replace("_", " ").split():
            yield from (word, word[:1], word[:2], word[:3], word[1:4], word[-3:])
        yield from (said.squashed[:4], said.squashed[2:7], said.squashed[-4:])
        if said.squashed.startswith("07"):
            yield from (f"+44 {said.squashed[1:]}", f"0044{said.squashed[1:]}")


def test_it_finds_whoever_a_look_at_everybody_finds(workspace: Workspace) -> None:
    reader = workspace.reader()
    missed = {}
    with workspace.store.reading() as session:
        everybody = read_known(session, session.scalars(select(Subject.id)))
        for typed in sorted({one for known in everybody.values() for one in typed_for(known)}):
            asked = queries._asked(typed)
            if not asked.squashed:
                continue
            looked = {one.id for one in queries._likely(asked, everybody.values())
                      if queries._hit(asked, one)}  # fmt: skip
            found = {hit.known.id for hit in queries.hits(session, reader, typed, limit=99)}
            if looked != found:
                missed[typed] = (looked - found, found - looked)
    assert missed == {}


def test_of_very_many_the_newest_are_among_those_looked_at(workspace: Workspace) -> None:
    made = [workspace.register.add_child(f"Ann{chr(97 + at)} Quarrington") for at in range(26)]
    made += [workspace.register.add_child(f"Bea{chr(97 + at)} Quarrington") for at in range(26)]
    assert made[-1] in {row.id for row in workspace.read.find("quarrington", limit=99)}
    assert [row.id for row in workspace.read.find("anna quarrington")] == made[:1]
