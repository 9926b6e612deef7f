"""No document holds a name of others that its reader may not know, however it was misspelt."""

import re
from datetime import datetime

import pytest

from exports import issue, permitted
from exports.audience import Document
from exports.permitted import Names
from models.clock import SetClock
from tests.exports.misspelt_room import PAIRS, misspelt_room
from tests.exports.plain_text import plain, words_of

KINDS = ("child", "person_of_concern")


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_no_document_holds_a_misspelt_name_that_its_reader_may_not_know(
    kind: str, linked: bool
) -> None:
    room = misspelt_room(SetClock(datetime(2026, 11, 12, 9, 30)), kind, linked=linked)
    workspace, leaks = room.workspace, []
    workspace.panel.set("letters", "yes")
    found = [*issue.before(workspace, room.meeting), *issue.documents(workspace, room.meeting)]
    for one in found:
        text = plain(words_of(one.name, one.make(None)))
        held = [pair for pair in PAIRS if pair in text and not _may_know(one, kind)]
        leaks += [f"{one.name}: {held}"] if held else []
    workspace.close()
    assert len(found) > 20 and not leaks, "\n".join(leaks)


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_name_of_somebody_linked_stands_nowhere_without_a_mark(kind: str) -> None:
    clock = SetClock(datetime(2026, 11, 12, 9, 30))
    room = misspelt_room(clock, kind, linked=True, written=("Lee", "Erin"))
    workspace = room.workspace
    workspace.register.change(room.child, "lead_name", "Kian Baines", None)
    found = [*issue.before(workspace, room.meeting), *issue.documents(workspace, room.meeting)]
    names = {one.name for one in found}
    stands = [
        one.name
        for one in found
        if re.search("with (Lee|Erin) near", words_of(one.name, one.make(None)))
        and not _may_know(one, kind)
    ]
    workspace.close()
    assert "updates/LCS1.docx" in names and any(one.startswith("notices/") for one in names)
    assert not stands


def _may_know(one: Document, kind: str) -> bool:
    may = permitted.may(one.name)
    if one.name.startswith("notices/"):
        return False  # to owners who are of no agency
    return may.persons if kind == "person_of_concern" else may.children is Names.IN_FULL
