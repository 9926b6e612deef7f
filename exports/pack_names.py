"""Papers put together agency by agency, with a page of exactly whose names each will read."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from exports import basis, phrases
from exports.audience import CORE, EVERYONE, Document, slug
from exports.filing import sha256
from exports.imprint import Imprint
from exports.making import CHAIR, Making, file_of
from exports.recipients import Recipients
from exports.sheet import Sheet
from models.marks import SubjectKind
from models.records.documents import KnownName, MeetingPapers
from models.records.masks import Spoken
from models.rules.name_parts import parts_of
from models.rules.spoken_of import SpokenOf

PACKS = "packs/"
NAMES = f"{PACKS}whose-names.docx"
SORTS = {"child": "Child", "person_of_concern": "Person of concern", "family": "Family"}
FAMILY = "family"
NO_AGENCY = "People of no agency"
"""Whose folder holds what goes to people by name: each paper to the one it is called after."""
WORD = ".docx"
NUMBER = re.compile(r"\d")
NUMBER_ALONE = "By number alone, with no name:"
COLUMNS = ("Who", "Name", "Number")
WIDTHS = (24, 42, 34)


class Pack(NamedTuple):
    """Who is sent a folder: an agency, or those of its members whose papers are made apart."""

    agency: str
    apart: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The agency, and the members where the folder is theirs alone."""
        return f"{self.agency}: {', '.join(self.apart)}" if self.apart else self.agency

    @property
    def folder(self) -> str:
        """A folder's name, which says the items left out and names nobody."""
        apart = ("without", *self.without) if self.apart else ()
        return "-".join((slug(self.agency), *apart))

    def holding(self, document: Document) -> Document:
        """A paper as it lies in this folder, for its readers."""
        name = f"{PACKS}{self.folder}/{document.name.replace('/', '-')}"
        if self.agency == NO_AGENCY:
            return replace(document, name=name)
        if self.apart:
            return replace(document, name=name, recipient=", ".join(self.apart))
        own = replace(document, name=name, audience=self.agency, recipient=self.agency)
        of_many = document.audience.partition(", not ")[0] in (CORE, EVERYONE)
        if document.made_for is None or not of_many:
            return own
        return replace(own, make=document.made_for(self.agency))


Packs = dict[Pack, list[Document]]


def by_agency(recipients: Recipients, found: Iterable[Document]) -> Packs:
    """The papers and invitations that each agency is sent; members with an interest have a folder
    apart, and so have people of no agency, such as a child's worker who is on no list.
    """
    packs: Packs = {}
    for document in found:
        if document.audience != CHAIR:
            for pack in _packs_of(recipients, document):
                packs.setdefault(pack, []).append(document)
    return dict(sorted(packs.items(), key=lambda one: one[0].agency == NO_AGENCY))


def _packs_of(recipients: Recipients, document: Document) -> Iterator[Pack]:
    to, group = recipients.of(document), recipients.apart(document)
    if not any(one.agency for one in to):
        yield Pack(NO_AGENCY)
    for agency in sorted({one.agency for one in to if one.agency}):
        if group is None or not recipients.has_others(agency, group):
            yield Pack(agency)
        else:
            names = tuple(one.name for one in to if one.agency == agency)
            yield Pack(agency, names, group.references)


def names_page(making: Making, packs: Packs) -> Document:
    """The page for whoever sends them: read from the very papers, so nothing is left out."""
    papers = making.papers
    about = Imprint(
        papers.panel, "Whose names each agency reads", CHAIR, papers.made_at,
        reference=papers.meeting.held_on.isoformat(),
    )  # fmt: skip
    sheet = Sheet(about, making.template)
    sheet.title("Whose names each agency reads", phrases.weekday(papers.meeting.held_on))
    known = [one for one in making.known if one.whole and one.kind in SORTS]
    texts: dict[str, str] = {}
    staff = _staff(papers)
    for pack, documents in packs.items():
        sheet.heading(pack.title, 1)
        words = "\n".join(
            texts.setdefault(one.name, _words(one)) for one in documents if one.name.endswith(WORD)
        )
        read = named(words, [*known, *in_part(without(words, staff), papers.spoken_of)])
        rows = [
            (SORTS[one.kind], ", ".join(one.names), ", ".join(one.numbers))
            for one in read
            if one.names
        ]
        heads = columns(rows)
        caption, of = f"Whose names are read: {pack.title}", len(heads)
        sheet.table(heads, [row[:of] for row in rows], WIDTHS[:of], caption)
        if not rows:
            sheet.paragraph("Nobody by name: initials and references only.")
        alone = [", ".join(one.numbers) for one in read if not one.names]
        sheet.paragraph(f"{'; '.join(alone)}." if alone else None, lead=NUMBER_ALONE)
    basis.of_panel(sheet, papers.panel)
    sheet.end("End of the page. It is for the coordinator and the chair, and goes to no agency.")
    digest = sha256(sheet.digest.encode())
    return Document(NAMES, "names", CHAIR, file_of(sheet), digest, recipient=CHAIR)


def columns(rows: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """The heads of a table of names: that of numbers only where one of them has any."""
    return COLUMNS if any(number for *_, number in rows) else COLUMNS[:-1]


def _staff(papers: MeetingPapers) -> tuple[str, ...]:
    """Whole names of members and of who is to do an action of any meeting, the longest first."""
    actions = (*papers.actions, *papers.earlier_actions)
    names = {one.name for one in papers.attendance} | {one.owner for one in actions}
    return tuple(sorted((one for one in names if one and " " in one), key=len, reverse=True))


def without(words: str, names: Iterable[str]) -> str:
    """Words without these whole names, so that a member's surname is no child's."""
    each = "|".join(map(re.escape, names))
    return re.sub(rf"\b(?:{each})\b", " · ", words, flags=re.IGNORECASE) if each else words


def in_part(words: str, children: Iterable[Spoken]) -> Iterator[KnownName]:
    """What of children's names stands in these words otherwise than whole: "Faith", "Tommo"."""
    for one in children:
        for part in SpokenOf(parts_of((one,))).told_in(words):
            yield KnownName(one.subject_id or 0, SubjectKind.CHILD, part)


class Named(NamedTuple):
    """One person as papers have them: their names and their numbers."""

    kind: str
    names: tuple[str, ...]
    numbers: tuple[str, ...]


def named(words: str, known: list[KnownName]) -> list[Named]:
    """Whoever stands in these words, each once; those of whom only a number does come last."""
    people: dict[tuple[str, object], list[str]] = {}
    for one in known:
        if _stands(one.text, words):
            # Relatives are on record with their child, so each is told by their own name.
            who = one.text.casefold() if one.kind == FAMILY else one.subject_id
            people.setdefault((one.kind, who), []).append(one.text)
    found = {_row(kind, texts) for (kind, _), texts in people.items()}
    kept = (one for one in found if not any(_is_told_by(other, one) for other in found))
    sorts = list(SORTS)
    return sorted(kept, key=lambda one: (sorts.index(one.kind), not one.names, one))


def _is_told_by(other: Named, one: Named) -> bool:
    """Whether a name that two share is told already: papers with the name alone know but one."""
    if other == one or other.kind != one.kind or one.numbers or not one.names:
        return False
    return set(one.names) <= set(other.names)


def _row(kind: str, texts: Iterable[str]) -> Named:
    each = sorted({text.casefold(): text for text in texts}.values())
    numbers = tuple(text for text in each if NUMBER.search(text))
    names = [text for text in each if text not in numbers]
    return Named(kind, tuple(one for one in names if not _is_part(one, names)), numbers)


def _is_part(name: str, names: list[str]) -> bool:
    """Whether a name is told by a longer one: "Faith" by "Faith Long"."""
    return any(other != name and _stands(name, other) for other in names)


def _stands(name: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) is not None


def _words(document: Document) -> str:
    import docx

    opened: Any = docx.Document(io.BytesIO(document.make(None)))
    lines = ((text.text or "" for text in one.iter(TEXT)) for one in opened.element.iter(LINE))
    return "\n".join(map("".join, lines))


LINE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
