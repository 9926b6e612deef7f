"""Documents of a meeting for people who were not there: notices to owners, letters about places."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from exports import action_notice, location_letter, police_intelligence
from exports.audience import Document
from exports.making import POLICE, Making, file_of
from exports.naming import naming_of
from exports.pseudonyms import Net
from exports.sheet import Sheet
from models.marks import ItemState, Sharing, SubjectKind
from models.queries.child_papers import COORDINATOR
from models.records.item import ItemRecord
from models.records.outcomes import ActionRow
from models.records.panel import AgencyRecord
from models.rules.asking import kind_of
from models.rules.tactics import sounds_tactical

ASK_OF_OWNER = "ask of owner"
NOTICES = "notices"
INTELLIGENCE = "intelligence"
LETTERS = "letters"
NO_ADDRESS = (
    "No address for answers is set: the letter says not where to write. "
    "Settings, Panel: Answers of plans go to."
)


def sent_documents(making: Making, confirmed: frozenset[tuple[str, str]]) -> Iterator[Document]:
    """Notices, letters about places and the police's intelligence sheet."""
    yield from action_notices(making)
    yield from location_letters(making, confirmed)
    yield from police_sheet(making)


def police_sheet(making: Making) -> Iterator[Document]:
    """What was marked for the police, as far as they may read it; none where nothing was."""
    police = [one for one in making.whole.agencies if one.active and _is_police(one)]
    if not police:
        return
    read = making.audiences.agencies(police[0].id)
    marked = read.marked_lines(making.audiences.meeting_id)
    if not marked:
        return
    sheet = police_intelligence.compose(making.whole, marked, template=making.template)
    name = making.names.take("", "police-intelligence")
    yield Document(
        name, INTELLIGENCE, police[0].name, file_of(sheet), sheet.digest,
        final=making.approved, recipient=police[0].name, marking=sheet.marking,
    )  # fmt: skip


def _is_police(agency: AgencyRecord) -> bool:
    kind = kind_of(agency.kind, agency.name)
    return kind is not None and kind.code == POLICE


def action_notices(making: Making) -> Iterator[Document]:
    """A notice to each owner who was not there, in words that exactly this owner may have."""
    for owner, actions in action_notice.absent_owners(making.whole).items():
        allowed = [one for one in actions if _may_have(making, owner, one)]
        if not allowed:
            continue
        told = [_for_owner(making, one) for one in allowed]
        reply_to = making.audiences.setting("reply_to") or COORDINATOR
        sheet = action_notice.compose(making.whole, owner, told, reply_to, template=making.template)
        name = making.names.take(f"{NOTICES}/", told[0].reference)
        yield Document(
            name, NOTICES, owner, file_of(sheet), sheet.digest,
            final=making.approved, recipient=owner, marking=sheet.marking,
        )  # fmt: skip


def _may_have(making: Making, owner: str, action: ActionRow) -> bool:
    """Whether the action is the owner's to read: shared, and none of their declared interests."""
    if action.sharing not in (Sharing.ALL_PANEL, Sharing.NAMED_AGENCIES):
        return False
    if _goes_by_letter(making, action):
        return False
    subjects = {action.subject_id, *(one[0] for one in action.other_subjects)}
    return not any(
        action.item_id in group.item_ids or subjects & group.subject_ids
        for group in making.audiences.interested
        if owner in group.names
    )


def _goes_by_letter(making: Making, action: ActionRow) -> bool:
    """Whether it is asked of a place's owner, who is of no agency: a letter asks, without the panel
    and its marking."""
    of_place = {
        one.row.id for one in making.whole.items if one.row.subject_kind == SubjectKind.PLACE
    }
    outside = action.agency_id is None and action.owner_id is None
    return action.kind == ASK_OF_OWNER and outside and action.item_id in of_place


def _for_owner(making: Making, action: ActionRow) -> ActionRow:
    """The action as its owner may have it: whoever belongs to no agency reads of no child."""
    agencies = {one.id for one in making.whole.agencies if one.active}
    if action.agency_id in agencies:
        shown = replace(action, text=naming_of(making.whole).of_action(action, action.text))
        if not making.see_persons([action.agency_id or 0]):
            shown = making.persons.hidden_in(shown, _persons_of(making, action))
        rewrite = naming_of(making.whole).rewrite
    else:
        shown, rewrite = action, _everybody(making, action).clean_quietly
    done = rewrite(shown.success) if shown.success else None
    return replace(shown, text=rewrite(shown.text), success=done)


def _persons_of(making: Making, action: ActionRow) -> set[int | None]:
    """Of whom an action speaks for certain: its subject, and those of its item."""
    of = [one for one in making.whole.items if one.row.id == action.item_id]
    return {action.subject_id, *(each for one in of for each in making.persons.home(one))}


def _everybody(making: Making, action: ActionRow) -> Net:
    """Nobody confirms a notice: part of a name of somebody on its item is not left to stand."""
    of = (one for one in making.whole.items if one.row.id == action.item_id)
    others = (one[0] for one in action.other_subjects)
    about = {action.subject_id, *others, *(each for one in of for each in one.around)}
    return Net(
        making.index,
        professionals=[one.name for one in making.whole.attendance],
        confirmed_by_nobody=True,
        speaks_of=about,
    )


def location_letters(making: Making, confirmed: frozenset[tuple[str, str]]) -> Iterator[Document]:
    """A letter to the owner of each place of whom something is asked, and that names nobody."""
    for item in making.papers.items:
        asked = _asked_of_owner(making, item)
        if item.row.subject_kind != SubjectKind.PLACE or not asked or item.row.subject_id is None:
            continue
        name = making.names.take(f"{LETTERS}/", item.row.reference)
        draft = _letter(making, item, asked, known=False)
        known = (name, draft.digest) in confirmed
        sheet = _letter(making, item, asked, known=True) if known else draft
        audience = f"Owner or manager of {item.row.reference}"
        yield Document(
            name, LETTERS, audience, file_of(sheet), draft.digest,
            final=known and making.approved, confirmed=known, needs_confirming=True,
            recipient=audience, subject_id=item.row.subject_id, item_id=item.row.id,
            reference=item.row.reference,
            as_confirmed=partial(_as_confirmed, making, item, asked),
            notes=() if making.audiences.setting("reply_to") else (NO_ADDRESS,),
        )  # fmt: skip


def _as_confirmed(making: Making, item: ItemRecord, asked: list[str]) -> bytes:
    return _letter(making, item, asked, known=True).to_bytes()


def _letter(making: Making, item: ItemRecord, asked: list[str], *, known: bool) -> Sheet:
    panel = making.audiences.panel
    place = panel.place(item.row.subject_id or 0)
    reply_to = making.audiences.setting("reply_to")
    return location_letter.compose(
        making.papers, place, asked, reply_to, confirmed=known, template=making.template
    )


def _asked_of_owner(making: Making, item: ItemRecord) -> list[str]:
    """What was agreed to ask of the owner, without what names or may name anybody."""
    if ItemState(item.row.state) in (ItemState.DEFERRED, ItemState.NOT_REACHED):
        return []
    net = Net(making.index, allowed=[item.row.label])
    return [
        one.text
        for one in item.actions
        if one.kind == ASK_OF_OWNER
        and one.sharing == Sharing.ALL_PANEL
        and not net.hits(one.text)
        and not sounds_tactical(one.text, about_child=False)
    ]
