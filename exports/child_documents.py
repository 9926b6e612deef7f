"""The documents of a meeting about one child each: extracts, recommendations, the feed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from exports import disclosure, extract, filing, letters, recommendation_sheet
from exports.audience import Document, slug
from exports.child_part import ADDRESSED, WHO_IS_TOLD, ChildPart, child_part, net_of
from exports.feeding import feed_documents
from exports.making import Making
from exports.pseudonyms import Net
from exports.redaction.found import Sure
from exports.sheet import Sheet
from exports.since_before import since_before
from models.marks import ItemState, SubjectKind
from models.queries.child_papers import COORDINATOR
from models.queries.minutes import SETTLED
from models.records.documents import ExtractPapers
from models.records.item import ItemRecord
from models.records.minutes_issued import ConfirmationRow

FILE = "Child's file"
REQUESTER = "Who asks for the child's record"
PLAN = "Holder of the child's plan"
EXTRACTS, LETTERS = "extracts", "letters"
PUT_RIGHT = "A line was put right."
NOWHERE = (
    "No address for answers is set: each sheet asks for them to the panel's coordinator. "
    "Settings, Panel: Answers of plans go to."
)
NOT_HELD = frozenset({ItemState.PLANNED, ItemState.DEFERRED, ItemState.NOT_REACHED})


def child_documents(
    making: Making,
    confirmed: frozenset[tuple[str, str]],
    confirmations: tuple[ConfirmationRow, ...] = (),
) -> Iterator[Document]:
    """Extracts, recommendation sheets, letters and the feed; `confirmed` holds names with digests.

    Disclosure copies stand beside them for whoever asks.
    """
    parts = list(_parts(making))
    by_letter = making.audiences.setting(LETTERS) == "yes"
    for part in parts:
        made = _extract(making, part, confirmed)
        yield replace(made, notes=_unwritten(part)) if by_letter else made
        if making.on_request:
            yield _disclosure(making, part, confirmed, confirmations)
        if any(not one.withdrawn for one in part.papers.item.recommendations):
            yield _recommendations(making, part, confirmed)
    if by_letter:
        for part in parts:
            yield from _letters(making, part, confirmed)
    yield from feed_documents(making, parts, confirmed)


def _parts(making: Making) -> Iterator[ChildPart]:
    items = [one for one in making.papers.items if _is_due(one)]
    undue = making.audiences.panel.without_extract({one.row.id for one in items})
    due = [one.row.id for one in items if one.row.id not in undue]
    for papers in making.audiences.panel.papers_of_children(due, making.known):
        making.pause()
        yield child_part(papers, making.index)


def _is_due(item: ItemRecord) -> bool:
    """Whether the meeting left anything for the child's file."""
    if item.row.subject_kind != SubjectKind.CHILD:
        return False
    left = (item.decision, item.risk, item.for_file, item.recommendations, item.actions)
    return any(left) or ItemState(item.row.state) not in NOT_HELD


def _number(papers: ExtractPapers) -> str:
    """The child's number in the case system, or a part of the record's own where there is none."""
    return slug(papers.child_system_id) if papers.child_system_id else papers.child_uuid


def _extract(making: Making, part: ChildPart, confirmed: frozenset[tuple[str, str]]) -> Document:
    name = making.names.take("extracts/", _number(part.papers))
    part = _told_since(making, name, part)
    return _made(making, part, name, EXTRACTS, FILE, extract.compose, confirmed)


def _told_since(making: Making, name: str, part: ChildPart) -> ChildPart:
    """A child's part with what changed in this very extract since it last went.

    What its words of then said of others on record now is not said again.
    """
    found = since_before(
        making.before, name, lambda: extract.compose(part.confirmed(), template=making.template)
    )
    if found is None:
        return part
    since, changes = found
    net = net_of(replace(part.papers, known_names=part.others), making.index)
    told = tuple(
        (title, tuple(PUT_RIGHT if _tells_of_others(one, net) else one for one in lines))
        for title, lines in changes
    )
    return replace(part, papers=replace(part.papers, changes=told, since=since))


def _disclosure(
    making: Making,
    part: ChildPart,
    confirmed: frozenset[tuple[str, str]],
    confirmations: tuple[ConfirmationRow, ...],
) -> Document:
    """What the extract says of the child, for who asks; what was taken out, who approved that."""
    part = disclosure.of_copy(part)
    name = making.names.take("disclosure/", _number(part.papers))
    by = next((one for one in reversed(confirmations) if one.document == name), None)
    compose = partial(disclosure.compose, findings=part.findings, approved=by)
    made = _made(making, part, name, "disclosure", REQUESTER, compose, confirmed)
    return replace(made, on_request=True, recipient=REQUESTER)


def _tells_of_others(text: str, net: Net) -> bool:
    return any(one.sure is not Sure.UNKNOWN for one in net.hits(text))


def _recommendations(
    making: Making, part: ChildPart, confirmed: frozenset[tuple[str, str]]
) -> Document:
    name = making.names.take("recommendations/", _number(part.papers))
    compose = recommendation_sheet.compose
    part = replace(part, findings=part.of_recommendations(*ADDRESSED))
    made = _made(making, part, name, "recommendations", PLAN, compose, confirmed)
    nowhere = part.papers.reply_to == COORDINATOR
    return replace(made, notes=(NOWHERE,)) if nowhere else made


def _letters(
    making: Making, part: ChildPart, confirmed: frozenset[tuple[str, str]]
) -> Iterator[Document]:
    """Letters home where they are safe; none where what may be said speaks of anybody else."""
    if _speaks_of_others(part):
        return
    for whom in letters.due(part.papers):
        name = making.names.take("letters/", _number(part.papers), whom)
        compose = partial(letters.compose, whom=whom)
        yield _made(making, part, name, "letters", letters.AUDIENCES[whom], compose, confirmed)


def _unwritten(part: ChildPart) -> tuple[str, ...]:
    """Why a letter that was marked safe to write is not among the documents, by its item."""
    reference = part.papers.item.row.reference
    said = letters.unwritten(part.papers, others=_speaks_of_others(part))
    return tuple(f"{reference}: {one}" for one in said)


def _speaks_of_others(part: ChildPart) -> bool:
    told = (one for one in part.findings if one.where == WHO_IS_TOLD)
    return any(one.done != "to confirm" for one in told)


def _composed(
    making: Making,
    part: ChildPart,
    name: str,
    compose: Callable[..., Sheet],
    confirmed: frozenset[tuple[str, str]],
) -> tuple[Sheet, str, bool]:
    """The document as it would leave now, for which words a person confirms it, and if one did.

    Where nothing waits to be settled it is first made as confirmed: it says the same either way.
    """
    if not part.settles and any(one == name for one, _ in confirmed):
        sheet = compose(part.confirmed(), template=making.template)
        if (name, digest := sheet.digest) in confirmed:
            return sheet, digest, True
    sheet = compose(part.papers, template=making.template)
    digest = sheet.digest
    if (name, digest) not in confirmed:
        return sheet, digest, False
    return compose(part.confirmed(), template=making.template), digest, True


def _made(
    making: Making,
    part: ChildPart,
    name: str,
    kind: str,
    audience: str,
    compose: Callable[..., Sheet],
    confirmed: frozenset[tuple[str, str]],
) -> Document:
    papers = part.papers
    sheet, digest, known = _composed(making, part, name, compose, confirmed)
    final = known and papers.minutes_state in SETTLED

    def make(passphrase: str | None) -> bytes:
        blob = sheet.to_bytes()
        return filing.encrypted(blob, passphrase) if passphrase else blob

    return Document(
        name,
        kind,
        audience,
        make,
        digest,
        final=final,
        confirmed=known,
        needs_confirming=True,
        findings=part.findings,
        recipient=papers.addressed_to,
        subject_id=papers.item.row.subject_id,
        item_id=papers.item.row.id,
        reference=papers.item.row.reference,
        settles=part.settles,
        says=sheet if final and kind == EXTRACTS else None,
        as_confirmed=lambda: compose(part.confirmed(), template=making.template).to_bytes(),
    )
