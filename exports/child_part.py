"""A child's part of a meeting with the net drawn through every line of free text."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from exports.pseudonyms import Finding, Net, index_of
from exports.redaction.index import Index
from exports.rewriting import rewritten
from models.marks import SubjectKind
from models.records.documents import ExtractPapers, KnownName
from models.records.item import ItemRecord, PointRecord
from models.records.outcomes import ActionRow, RecommendationRow, TellingRecord
from models.rules.points import LEAD
from models.rules.tactics import sounds_tactical, tactical_words

OF_ACTIONS = ("text", "success", "due_words")
OF_RECOMMENDATIONS = ("outcome_sought", "evidence_sought")
OF_ANSWERS = ("reply_reason", "modified_text", "plan_evidence")
MARK = re.compile("‹[^‹›]*›")
WHO_IS_TOLD = "who tells the child and family"
ADDRESSED = ("addressed to", "copies to")
OF_TELLINGS = ("whom", "text", "must_not")


@dataclass(frozen=True)
class ChildPart:
    """Papers that may leave, and what was done to them: the document's redaction log."""

    papers: ExtractPapers
    findings: tuple[Finding, ...]
    settles: Mapping[str, str] = field(default_factory=dict)
    """What stands for each mark once the document is confirmed."""
    others: tuple[KnownName, ...] = ()
    """Names of others, with which the net was drawn."""

    def confirmed(self) -> ExtractPapers:
        """The papers as they leave once a person has confirmed them: without marks."""
        papers = replace(self.papers, confirmed=True)
        return rewritten(papers, self.once_read) if self.settles else papers

    def once_read(self, text: str) -> str:
        """A text with what stands for each of its marks once a person has confirmed it."""
        if "‹" in text:
            for mark, shown in self.settles.items():
                text = text.replace(mark, shown)
        return text

    def of_recommendations(self, *places: str) -> tuple[Finding, ...]:
        """What the net found in the recommendations, and in these places of the document."""
        found = {one.reference for one in self.papers.item.recommendations} | set(places)
        return tuple(one for one in self.findings if one.where in found)

    @property
    def doubts(self) -> int:
        """How many places a person must look at before the document is confirmed."""
        return sum(one.done == "to confirm" for one in self.findings)


def child_part(
    papers: ExtractPapers, index: Index | None = None, speaks_of: Iterable[int] = ()
) -> ChildPart:
    """The papers with others as pseudonyms, doubts marked, and actions that name a tactic gone.

    `index` is that of all names on record, where the caller has made it already; `speaks_of` are
    those whose names count in part, where nobody confirms what leaves.
    """
    net = net_of(papers, index, speaks_of)
    item = papers.item
    item = replace(
        item,
        header=_filled(item.header, ("reason",), net, "reason on the agenda"),
        voice=_text(item.voice, net, "voice"),
        referral_voice=None,
        voice_absent_reason=_text(item.voice_absent_reason, net, "voice"),
        protective=_text(item.protective, net, "protective factors"),
        for_file=_looked_at(item.for_file, net, "for the child's file"),
        risk=_filled(item.risk, ("before", "after"), net, "risk"),
        decision=_filled(item.decision, ("label",), net, "decision"),
        tellings=tuple(_telling(one, net) for one in item.tellings),
        required=tuple(_why_nobody(one, net) for one in item.required),
        recommendations=tuple(_recommendation(one, net) for one in item.recommendations),
        actions=tuple(_actions(item, net)),
    )
    to, copies = ADDRESSED
    cleaned = replace(
        papers,
        item=item,
        known_names=(),
        tactics=(),
        addressed_to=net.clean(papers.addressed_to, to, marks=False),
        copies_to=tuple(net.clean(one, copies, marks=False) for one in papers.copies_to),
    )
    # Answers come last, so that nothing that was confirmed before them reads otherwise for them.
    cleaned = replace(cleaned, item=_answered(item, net))
    return ChildPart(cleaned, tuple(net.findings), net.settled(), papers.known_names)


def net_of(papers: ExtractPapers, index: Index | None = None, speaks_of: Iterable[int] = ()) -> Net:
    """The net for one child's documents of one item."""
    header = papers.item.header
    plain = (papers.panel.name, papers.panel.area, header.plan, header.lead, papers.reply_to)
    return Net(
        index or index_of(papers.known_names),
        papers.known_names,
        own=(papers.item.row.label, header.name),
        professionals=papers.professionals,
        allowed=(*(one for one in plain if one), *header.types, *papers.copies_to),
        tactics=papers.tactics,
        speaks_of=speaks_of,
    )


def _text(text: str | None, net: Net, where: str) -> str | None:
    return net.clean(text, where) if text else text


def _filled(record: Any, names: tuple[str, ...], net: Net, where: str) -> Any:
    """A record with these fields cleaned; nothing stays nothing."""
    if record is None:
        return None
    return replace(record, **{name: _text(getattr(record, name), net, where) for name in names})


def _named(record: Any, name: str, net: Net, where: str) -> Any:
    """A record whose field names a professional: known names of others go, nothing is marked."""
    who = getattr(record, name)
    return replace(record, **{name: net.clean(who, where, marks=False) if who else who})


def _looked_at(text: str | None, net: Net, where: str) -> str | None:
    """What is written for the plan or the file stands as it is; police work in it is marked."""
    cleaned = _text(text, net, where)
    if not cleaned:
        return cleaned
    pieces, before = [], 0
    for start, end in tactical_words(cleaned, about_child=True):
        if not any(one.start() < end and start < one.end() for one in MARK.finditer(cleaned)):
            pieces += [cleaned[before:start], net.doubt_words(cleaned[start:end], "tactic", where)]
            before = end
    return "".join((*pieces, cleaned[before:]))


def _telling(one: TellingRecord, net: Net) -> TellingRecord:
    cleaned = _filled(one, OF_TELLINGS, net, WHO_IS_TOLD)
    told: TellingRecord = _named(cleaned, "teller", net, WHO_IS_TOLD)
    return told


def _why_nobody(one: PointRecord, net: Net) -> PointRecord:
    said: PointRecord = _filled(
        one, ("reason",), net, ADDRESSED[0] if one.code == LEAD else WHO_IS_TOLD
    )
    return said


def _recommendation(one: RecommendationRow, net: Net) -> RecommendationRow:
    cleaned = _filled(one, OF_RECOMMENDATIONS, net, one.reference)
    cleaned = replace(cleaned, text=_looked_at(one.text, net, one.reference) or "")
    row: RecommendationRow = _named(cleaned, "addressed_to", net, one.reference)
    return row


def _answered(item: ItemRecord, net: Net) -> ItemRecord:
    rows = (_filled(one, OF_ANSWERS, net, one.reference) for one in item.recommendations)
    return replace(item, recommendations=tuple(rows))


def _tells_a_tactic(one: ActionRow, net: Net) -> bool:
    """Whether an action names a measure or a person of concern, or is police work by its words.

    The type that a person gave it is believed, and so is a type that is no tactic.
    """
    if any(net.names_a_tactic(getattr(one, name) or "") for name in OF_ACTIONS):
        return True
    about_child = one.subject_kind in (None, SubjectKind.CHILD)
    return one.kind is None and sounds_tactical(one.text, about_child)


def _actions(item: ItemRecord, net: Net) -> list[ActionRow]:
    kept = []
    for one in item.actions:
        if _tells_a_tactic(one, net):
            net.left_out("action", one.reference)
            continue
        bare = replace(one, last_update=None, last_reason=None, other_subjects=())
        kept.append(_named(_filled(bare, OF_ACTIONS, net, one.reference), "owner", net, "owner"))
    return kept
