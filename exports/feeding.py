"""The feed of an issue: a meeting's recommendations, and what changed of other meetings' since."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from exports import feed, fhir
from exports.audience import Document
from exports.child_part import ChildPart, child_part
from exports.initialled import initialled
from exports.making import Making
from exports.to_know import HAS_PASSED
from models.queries.minutes import SETTLED
from models.records.documents import ExtractPapers, KnownName
from models.records.masks import TextMask
from models.rules.set_days import passed

SYSTEM = "The council's case system"
AT_A_TIME = 40
"""How many children of other meetings are read together: the feed may have thousands."""
FEED, FEED_CSV = "care-plan-feed.json", "care-plan-feed.csv"
DRAFT = "The care-plan feed says DRAFT, NOT CONFIRMED and counts as not issued: "
TO_CONFIRM = (
    f"{DRAFT}nobody has confirmed what it says now. Under Minutes, Documents, read {FEED} and"
    " confirm it; then write the feed again."
)
TO_APPROVE = (
    f"{DRAFT}minutes that it takes from are not approved. Once they are, write the feed again."
)
FEED_FHIR, ALSO_FHIR = "care-plan-feed.fhir.json", "feed_fhir"


def feed_documents(
    making: Making, own: Sequence[ChildPart], confirmed: frozenset[tuple[str, str]]
) -> Iterator[Document]:
    """The feed's files from a meeting's own parts and what changed of others since they went."""
    parts = [*own, *_changed_since(making)]
    if not parts:
        return
    names, mask = _own_names(making.known), making.whole.every_child
    papers = [_initialled(one.papers, names, mask) for one in parts]
    digest = feed.digest(feed.feed(papers))
    known = (FEED, digest) in confirmed
    final = known and all(one.minutes_state in SETTLED for one in papers)
    if known:
        papers = [_initialled(one.confirmed(), names, mask) for one in parts]
    made = feed.feed(papers, confirmed=final)
    findings = tuple(line for one in parts for line in one.of_recommendations())
    settles = {mark: shown for one in parts for mark, shown in one.settles.items()}
    carries = tuple((row.id, row.version) for one in papers for row in one.item.recommendations)
    with_fhir = making.fhir or making.audiences.setting(ALSO_FHIR) == "yes"
    for name, blob in _files(made, with_fhir=with_fhir):
        yield Document(
            name,
            "feed",
            SYSTEM,
            _same(blob),
            digest,
            final=final,
            confirmed=known,
            needs_confirming=name == FEED,
            findings=findings,
            settles=settles,
            recipient=SYSTEM,
            carries=carries if name == FEED else (),
            notes=_past_due(papers) if name == FEED else (),
        )


def _past_due(papers: Sequence[ExtractPapers]) -> tuple[str, ...]:
    """What the feed asks of plans for a day that has passed, as sentences."""
    told = (passed((), one.item.recommendations, one.made_at.date()) for one in papers)
    return tuple(f"{said}: {HAS_PASSED}" for some in told for said in some)


def draft_words(found: Iterable[Document]) -> Iterator[str]:
    """Why a feed that is written says that it is a draft, and what settles that."""
    for one in found:
        if one.name == FEED and not one.final:
            yield TO_APPROVE if one.confirmed else TO_CONFIRM


def _own_names(known: Iterable[KnownName]) -> dict[int, list[KnownName]]:
    """What each subject on record goes by."""
    found: dict[int, list[KnownName]] = {}
    for one in known:
        found.setdefault(one.subject_id, []).append(one)
    return found


def _initialled(
    papers: ExtractPapers, own: Mapping[int, Sequence[KnownName]], mask: TextMask
) -> ExtractPapers:
    return initialled(papers, own.get(papers.item.row.subject_id or 0, ()), mask)


def _files(made: dict[str, Any], *, with_fhir: bool) -> tuple[tuple[str, bytes], ...]:
    files = ((FEED, feed.as_json(made)), (FEED_CSV, feed.as_csv(made)))
    return (*files, (FEED_FHIR, fhir.as_json(made))) if with_fhir else files


def _changed_since(making: Making) -> Iterator[ChildPart]:
    """Children's parts of other meetings with only the recommendations that have changed since."""
    read = making.audiences.every_tier()
    changed = read.to_feed(making.audiences.meeting_id)
    items = tuple(changed)
    for start in range(0, len(items), AT_A_TIME):
        for papers in read.papers_of_children(items[start : start + AT_A_TIME], making.known):
            making.pause()
            of_item = changed[papers.item.row.id]
            rows = tuple(one for one in papers.item.recommendations if one.id in of_item)
            only = replace(papers, item=replace(papers.item, recommendations=rows))
            yield child_part(only, making.index)


def _same(blob: bytes) -> Callable[[str | None], bytes]:
    return lambda _: blob
