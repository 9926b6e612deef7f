"""Two records and the words between them; the direction is as typed, always to be checked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models import codes
from models.rules.capture.context import CaptureContext
from models.rules.capture.marking import read_marks
from models.rules.capture.mentions import mentions_in
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip, Mention
from models.rules.capture.reasons import BARE, says_more
from models.rules.capture.refs import SubjectRef
from models.rules.capture.subjects import Names, is_letters, is_service, read_subjects
from models.rules.capture.tidying import tidy
from models.rules.capture.unlinked import MOST_WORDS, unknown_after, unknown_first, unknown_last

# A dash that stands by itself joins what it stands between: "Amber - friend", "Slade -> Webb".
DASH = re.compile(r"(?<!\S)[-–—]+(?!\S)")
JOINS = re.compile(r"(?:-+>|→|=>|[,:;–—&+]|\bw/|\band\b|\bthe\b)")
SENTENCE_PART = re.compile(r"\s*[,;:.(–—]\s*|\s+-\s+")
TWO = "A link needs two records."


@dataclass(frozen=True)
class LinkRead:
    """What is linked to what, how, and what was in doubt; `unknown` is a name on no record."""

    source: SubjectRef | None
    target: SubjectRef | None
    relation: str | None = None
    doubts: tuple[str, ...] = ()
    unknown: str | None = None


def read_link(kind: CaptureKind, text: str, context: CaptureContext) -> tuple[CaptureReading, bool]:
    """A link between two records, or between the item's own and the one that is named."""
    marked = read_marks(text, context.agency_names, spoken=False)
    cleaned = _with_capitals(tidy(marked.text), context)
    room = Names(context.names, context.linkable_names, context.subject)
    found = read_subjects(cleaned, room)
    mentions = mentions_in(cleaned, found)
    said = DASH.sub(lambda dash: " " * len(dash[0]), cleaned)
    link = _of_unknown(said, mentions, context.subject)
    if link is None:
        link = _turned(_link(said, mentions, context.subject))
        link = link if link.target else _with_unknown(link, said, mentions)
    whole = link.source is not None and link.target is not None
    arrow = f"{link.source.name} → {link.target.name}" if link.source and link.target else ""
    doubts = link.doubts or (f"Check the direction: {arrow}." if whole else _lacking(link),)
    return CaptureReading(
        kind,
        cleaned,
        subject=link.source,
        sharing=marked.sharing,
        agencies=marked.agencies,
        warnings=(*found.warnings, *doubts),
        chips=(Chip("link", arrow, sure=False),) if whole else (),
        mentions=mentions,
        other=link.target,
        relation=link.relation,
        unknown=link.unknown,
    ), False


def _with_capitals(text: str, context: CaptureContext) -> str:
    """ "Kyle to Mash" of "kyle to mash": whom a link names is no service, save beside its work."""
    tokens = tokens_of(text)
    for first, token in enumerate(tokens):
        found = context.linkable_names.at(tokens, first, text, loose=True)
        named = found and len(found.raw) > 3 and is_letters(found) and not is_service(found, text)
        if found and named and token.raw.islower():
            text = f"{text[: token.start]}{token.raw.title()}{text[token.end :]}"
    return text


def _lacking(link: LinkRead) -> str:
    return (
        f"“{link.unknown}” is not named in this meeting yet: Enter looks it up, or adds it."
        if link.unknown
        else TWO
    )


def _of_unknown(
    text: str, mentions: tuple[Mention, ...], own: SubjectRef | None
) -> LinkRead | None:
    """ "Tony Marsh - uncle", "Slade - Tony Bartlett": one end is a name of nobody known."""
    last = unknown_last(text, mentions)
    if last is not None:
        before, words, name = last
        return LinkRead(before.subject if before else own, None, words, unknown=name)
    found = unknown_first(text, mentions)
    if found is None:
        return None
    name, words, behind = found
    known = behind.subject if behind else own
    relation = codes.relation(words)
    if relation is not None and not relation.symmetric:
        words = relation.reverse  # said of the other end
    return LinkRead(known, None, words or None, unknown=name)


def _with_unknown(link: LinkRead, text: str, mentions: tuple[Mention, ...]) -> LinkRead:
    """What stands after the words of a relation, where it is the name of nobody known."""
    start = mentions[0].end if mentions else 0
    found = unknown_after(text[start:])
    return replace(link, relation=found[0], unknown=found[1]) if found else link


def _link(text: str, mentions: tuple[Mention, ...], own: SubjectRef | None) -> LinkRead:
    first = mentions[0] if mentions else None
    second = next((m for m in mentions if first and m.subject != first.subject), None)
    if first and second:
        between = _words(text[first.end : second.start])
        # "Aidan w/ Brandon - friends": how they are linked comes last.
        behind = text[second.end :].strip(" ,;:()–—-")
        between = between or _in_few_words(SENTENCE_PART.split(behind)[0])
        return LinkRead(first.subject, second.subject, between)
    if first is None or own is None or own == first.subject:
        return LinkRead(first.subject if first else own, None)
    said = text[first.end :].strip(" ()")
    if unknown_after(said) is not None:
        return LinkRead(first.subject, None)
    told = _relation_in(said)
    if told is not None:
        if says_more(said.replace(told, " ", 1), BARE):  # of somebody who is on no record
            return LinkRead(first.subject, None)
        return LinkRead(own, first.subject, told)
    before = text[: first.start]
    relation = _relation_in(before) or _words(before)
    unread = _words(before.removesuffix(relation).rstrip()) if relation else None
    if not unread or relation == unread:
        return LinkRead(own, first.subject, relation)
    doubt = f"“{unread}” is nobody known here: taken for {own.name}. Check the direction."
    return LinkRead(own, first.subject, relation, (doubt,))


def _turned(link: LinkRead) -> LinkRead:
    """ "Aidan is exploited by Darren" as what Darren does to Aidan."""
    row = codes.reversed_relation(link.relation)
    if row is None or link.target is None:
        return link
    return LinkRead(link.target, link.source, row.label, link.doubts)


def _words(text: str) -> str | None:
    words = JOINS.sub(" ", text).split()
    return " ".join(words) if any(word not in ("to", "with") for word in words) else None


def _in_few_words(said: str) -> str | None:
    """A relation in its own words, or as typed where it is no more than two."""
    return _relation_in(said) or (_words(said) if 0 < len(said.split()) < 3 else None)


def _relation_in(text: str) -> str | None:
    """The words of a text that are a relation, at its end or at its beginning."""
    return next((one for one in _runs(text.split()) if _is_relation(one)), None)


def _runs(words: list[str]) -> Iterator[str]:
    for length in range(min(MOST_WORDS, len(words)), 0, -1):
        yield " ".join(words[-length:])
        yield " ".join(words[:length])


def _is_relation(words: str) -> bool:
    known = codes.reversed_relation(words) or codes.relation(words)
    return known is not None or codes.recognise("link_relations", words) is not None
