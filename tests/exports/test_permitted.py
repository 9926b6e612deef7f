"""Every document of a generated panel holds nothing that its reader may not see."""

import os
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from exports import issue, permitted
from exports.audience import Audiences, Document
from exports.permitted import Audience, May, Names
from exports.readying import make_ready
from exports.recipients import Recipients
from models.clock import SetClock
from models.marks import Role
from models.services.signed_in import Person
from models.storage.store import Store
from models.workspace import Workspace
from tests.exports.generated_matters import ABSENT, generated
from tests.exports.generated_record import Generated, Told
from tests.exports.plain_text import plain, words_of

SEEDS = int(os.environ.get("MACEDESK_LEAK_SEEDS", "2"))
CHAIR = "Sam Lee"
NEVER = {"not minuted", "comment"}


@dataclass(frozen=True)
class Eye:
    """A document's reader as the panel knows them: agencies, and what they may not have."""

    agencies: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    only_item: int | None = None


@dataclass
class Desk:
    """A generated panel with all that leaves it."""

    made: Generated
    workspace: Workspace
    documents: list[Document] = field(default_factory=list)
    approved: bool = False


def desk(seed: int) -> Desk:
    store = Store.memory(SetClock(datetime(2026, 11, 12, 14, 5)))
    made = generated(store, seed)
    workspace = Workspace(store, Person(None, "Petra Lund", Role.ADMINISTRATOR))
    if seed % 2:
        _approve(workspace, made)
    documents = [*issue.before(workspace, made.meeting_id)]
    documents += issue.documents(workspace, made.meeting_id)
    return Desk(made, workspace, documents, bool(seed % 2))


def _approve(workspace: Workspace, made: Generated) -> None:
    version = workspace.minutes.draft(made.meeting_id)
    chair = Workspace(workspace.store, Person(None, CHAIR, Role.CHAIR))
    chair.minutes.approve(version)
    for one in issue.documents(workspace, made.meeting_id):
        if one.needs_confirming:
            workspace.minutes.confirm(made.meeting_id, one.name, one.digest)


def eye(one: Document, made: Generated) -> Eye:
    """Who reads a document, worked out from the panel and not from what was selected."""
    who = permitted.reader(one.name)
    if who is Audience.CHAIR or one.audience == "The chair":
        return Eye(frozenset(made.seeing), _interests(made, [CHAIR]))
    if who is Audience.GUESTS:
        return Eye(only_item=one.item_id)
    if one.audience == ABSENT:
        return Eye(frozenset(made.agencies.values()))
    audience = one.audience.partition(", not ")[0]
    people = [name for name in audience.split(", ") if name in made.members]
    if people:
        agencies = frozenset(made.members[name] for name in people)
        common = [frozenset(made.interests.get(name, ())) for name in people]
        return Eye(agencies, frozenset.intersection(*common))
    named = [made.agencies[name] for name in one.audience.split(" and ") if name in made.agencies]
    if named:
        hidden = [_hidden_from_all(made, agency) for agency in named]
        return Eye(frozenset(named), frozenset().union(*hidden))
    return Eye(frozenset(made.agencies.values()))


def _interests(made: Generated, names: list[str]) -> frozenset[int]:
    return frozenset(child for name in names for child in made.interests.get(name, ()))


def _hidden_from_all(made: Generated, agency: int) -> frozenset[int]:
    members = [name for name, at in made.members.items() if at == agency]
    held = [name for name in members if made.interests.get(name)]
    return _interests(made, held) if held == members else frozenset()


def forbidden(one: Document, made: Generated) -> list[str]:
    """What may not stand in a document for its reader, as compared."""
    may, seen = permitted.may(one.name), eye(one, made)
    found = [told.text for told in made.told if not _may_read(told, may, seen, one, made)]
    found += _children(one, may, seen, made)
    if not (may.persons and seen.agencies <= made.seeing and _named(seen, one)):
        for names in made.persons.values():
            found += [*names, names[0].split()[-1]]
        found += [f"{40 + number} Quarry Close" for number in range(len(made.persons))]
    if not may.things:
        found += made.identifiers
    if not may.tactics:
        found += made.tactics
    return [plain(text) for text in found]


def _named(seen: Eye, one: Document) -> bool:
    return bool(seen.agencies) or one.audience == "The chair"


def _may_read(told: Told, may: May, seen: Eye, one: Document, made: Generated) -> bool:
    hidden = {made.items[child] for child in seen.hidden}
    if told.item in hidden or told.sharing in NEVER:
        return False
    if permitted.reader(one.name) is Audience.OWNER:
        return told.owner == one.audience
    if seen.only_item is not None and told.item != seen.only_item:
        return False
    if told.tactic and not may.tactics:
        return False
    if told.sharing == "chair only" or told.sharing == "named agencies":
        if told.sharing not in may.lines:
            return False
        chair = permitted.reader(one.name) is Audience.CHAIR
        return chair or (told.sharing == "named agencies" and seen.agencies <= set(told.agencies))
    return may.discussion or one.kind in told.file


def _children(one: Document, may: May, seen: Eye, made: Generated) -> list[str]:
    everyone = set(made.children)
    apart = set(seen.hidden)
    if may.children is Names.OWN:
        apart = everyone - {one.subject_id}
    elif may.children is Names.NOBODY:
        apart = everyone
    found = [made.children[child] for child in everyone - apart if may.children is Names.INITIALS]
    for child in apart:
        name = made.children[child]
        found += [name, name.split(" ", 1)[1]]
        found += [] if may.children is Names.NOBODY else [made.system_ids[child]]
    return found


@pytest.fixture(params=range(SEEDS), scope="module")
def panel(request: pytest.FixtureRequest) -> Desk:
    return desk(request.param)


def test_no_document_holds_what_its_reader_may_not_see(panel: Desk) -> None:
    leaks = []
    for one in panel.documents:
        text = plain(words_of(one.name, one.make(None)))
        held = [words for words in forbidden(one, panel.made) if words in text]
        leaks += [f"{one.name} for {one.audience}: {held}"] if held else []
    assert not leaks, "\n".join(leaks)


def test_what_carries_papers_names_nobody(panel: Desk, tmp_path: Path) -> None:
    """File names, manifest, subjects and bodies of mails."""
    made, meeting = panel.made, panel.made.meeting_id
    issue.write_meeting(panel.workspace, meeting, tmp_path / "out", fhir=True, reason="A try")
    if not panel.approved:
        issue.write_packs(panel.workspace, meeting, tmp_path / "packs", reason="A try")
    issue.write_drafts(
        panel.workspace, meeting, tmp_path / "mail", before=not panel.approved, reason="A try"
    )
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    carried = [str(one.relative_to(tmp_path)) for one in files]
    carried += [
        words_of(one.name, one.read_bytes())
        for one in files
        if one.suffix in (".json", ".eml")
        if not one.name.startswith("care-plan-feed")
    ]
    text = plain(" ".join(carried))
    people = [
        *made.children.values(),
        *(name for all_of in made.persons.values() for name in all_of),
    ]
    told = [plain(one) for one in (*people, *made.secrets, *made.identifiers)]
    assert not [one for one in told if one in text]
    assert not [one for name in people for one in plain(name).split() if f" {one} " in text]


def test_nobody_is_sent_a_paper_that_they_may_not_read(panel: Desk) -> None:
    """Whoever is on the list of a document's recipients reads it as themselves."""
    recipients, made, leaks = (
        Recipients(Audiences(panel.workspace, panel.made.meeting_id)),
        panel.made,
        [],
    )
    for one in panel.documents:
        text = ""
        for to in recipients.of(one):
            if to.name in made.members and one.audience != "The chair":
                text = text or plain(words_of(one.name, one.make(None)))
                held = [
                    words
                    for words in forbidden(replace(one, audience=to.name), made)
                    if words in text
                ]
                leaks += [f"{one.name} to {to.name}: {held}"] if held else []
    assert not leaks, "\n".join(leaks)


def test_every_document_has_a_reader_in_the_table(panel: Desk) -> None:
    kinds = {permitted.reader(one.name) for one in panel.documents}
    assert kinds >= {Audience.PANEL, Audience.FILE, Audience.SYSTEM, Audience.CHAIR, Audience.ASKED}


def test_a_document_that_the_table_does_not_know_does_not_leave() -> None:
    new = Document("whatever.docx", "minutes", "Panel members", lambda _: b"")
    with pytest.raises(LookupError, match="no reader"):
        make_ready([new], None)


def test_every_row_of_the_table_is_read_as_somebody() -> None:
    assert set(permitted.MAY) == set(Audience)
    assert {who for _, who in permitted.DOCUMENTS} == set(Audience)
