"""Papers put together agency by agency, with a page of exactly whose names each will read."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from exports import phrases
from exports.audience import Document, slug
from exports.filing import sha256
from exports.imprint import Imprint
from exports.making import CHAIR, Making, file_of
from exports.recipients import Recipients
from exports.sheet import Sheet
from models.records.documents import KnownName

PACKS = "packs/"
NAMES = f"{PACKS}whose-names.docx"
SORTS = {"child": "Children", "person_of_concern": "Persons of concern", "family": "Family"}


def by_agency(recipients: Recipients, found: Iterable[Document]) -> dict[str, list[Document]]:
    """The Word papers that each agency is sent, by the agency's name."""
    packs: dict[str, list[Document]] = {}
    for document in found:
        agencies = {one.agency for one in recipients.of(document) if one.agency}
        for agency in sorted(agencies):
            if document.name.endswith(".docx") and document.audience != CHAIR:
                packs.setdefault(agency, []).append(document)
    return packs


def pack_name(agency: str, document: Document) -> str:
    """Where a paper lies in its agency's folder."""
    return f"{PACKS}{slug(agency)}/{document.name.replace('/', '-')}"


def names_page(making: Making, packs: dict[str, list[Document]]) -> Document:
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
    for agency, documents in packs.items():
        sheet.heading(agency, 1)
        words = " ".join(texts.setdefault(one.name, _words(one)) for one in documents)
        told = list(_named(words, known))
        sheet.bullets(told or ["Nobody by name: initials and references only."])
    sheet.end("End of the page. It is for the coordinator and the chair, and goes to no agency.")
    digest = sha256(sheet.digest.encode())
    return Document(NAMES, "names", CHAIR, file_of(sheet), digest, recipient=CHAIR)


def _named(words: str, known: list[KnownName]) -> Iterator[str]:
    for kind, title in SORTS.items():
        names = {one.text for one in known if one.kind == kind and _stands(one.text, words)}
        if names:
            yield f"{title}: {', '.join(sorted(names))}"


def _stands(name: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) is not None


def _words(document: Document) -> str:
    import docx

    opened: Any = docx.Document(io.BytesIO(document.make(None)))
    return " ".join(text.text or "" for text in opened.element.iter(TEXT))


TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
