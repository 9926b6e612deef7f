"""The panel's own template is kept in the file, told with day and name, and taken back by undo."""

import pytest

from models.clock import SetClock
from models.errors import Refusal
from models.marks import Role
from models.services.own_template import LARGEST
from models.services.signed_in import Person
from models.workspace import Workspace


def fits(content: bytes) -> None:
    """A checker that has nothing against it."""


@pytest.fixture
def workspace(clock: SetClock) -> Workspace:
    made = Workspace.memory("Ada Administrator", clock)
    made.panel.make("Northmoor MACE")
    return made


def test_it_is_kept_with_its_name_the_day_and_who_took_it(
    workspace: Workspace, clock: SetClock
) -> None:
    workspace.panel.take_template("letterhead.docx", b"look", fits)
    kept = workspace.read.own_template()
    assert kept is not None
    assert (kept.name, kept.taken_on) == ("letterhead.docx", clock.today())
    assert kept.taken_by == "Ada Administrator"
    assert workspace.read.template_content() == b"look"


def test_undo_brings_back_the_one_before_and_redo_the_later(workspace: Workspace) -> None:
    workspace.panel.take_template("first.docx", b"first", fits)
    workspace.panel.take_template("second.docx", b"second", fits)
    workspace.store.undo()
    assert workspace.read.template_content() == b"first"
    workspace.store.undo()
    assert workspace.read.own_template() is None and workspace.read.template_content() is None
    workspace.store.redo()
    workspace.store.redo()
    assert workspace.read.template_content() == b"second"


def test_given_up_there_is_none(workspace: Workspace) -> None:
    workspace.panel.take_template("first.docx", b"first", fits)
    workspace.panel.drop_template()
    assert workspace.read.own_template() is None


def test_what_would_swell_every_document_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Refusal, match="too large"):
        workspace.panel.take_template("big.docx", bytes(LARGEST + 1), fits)
    assert workspace.read.own_template() is None


def test_whoever_may_not_change_settings_takes_none(workspace: Workspace) -> None:
    chair = Workspace(workspace.store, Person(None, "Sam Lee", Role.CHAIR))
    with pytest.raises(Refusal):
        chair.panel.take_template("first.docx", b"first", fits)
