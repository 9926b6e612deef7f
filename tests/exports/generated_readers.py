"""Generated panels with all that leaves them, and what each reader of it may not find there."""

import os
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from exports import issue, permitted
from exports.audience import Document
from exports.permitted import Audience, May, Names
from models.clock import SetClock
from models.marks import Role
from models.services.signed_in import Person
from models.storage.store import Store
from models.workspace import Workspace
from tests.exports.generated_matters import ABSENT, generated
from tests.exports.generated_record import Generated, Told
from tests.exports.plain_text import plain

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


@lru_cache(maxsize=2)
def desk(seed: int) -> Desk:
    """The panel of a seed; every other one is approved and confirmed."""
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
    found = []
    if may.children is Names.INITIALS:
        named = [made.children[child] for child in everyone - apart]
        found += [part for name in named for part in (name, *name.split(" ", 1)) if len(part) > 4]
    for child in apart:
        name = made.children[child]
        found += [name, name.split(" ", 1)[1]]
        found += [] if may.children is Names.NOBODY else [made.system_ids[child]]
    return found
