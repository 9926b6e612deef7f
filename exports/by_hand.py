"""What an issue by e-mail leaves to be handed over: which paper, to whom, and why."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exports.audience import Document
from exports.leaving import OFFICE
from exports.recipients import Recipients
from models.rules.recipients import Recipient

NO_ADDRESS = "No e-mail address, so to go by hand"
NOT_SECURE = "Not to be protected and the address is no secure mail, so to go by hand"
NO_MINUTES = "Not sent, as whoever would have it gets no minutes"
OPEN_ANYWHERE = (".ics",)
"""Files that name nobody: they go as they are to any address."""


class Left(NamedTuple):
    """A paper that no mail carries to somebody it is for."""

    document: str
    to: str
    why: str


def hindrance(recipients: Recipients, document: Document, to: Recipient) -> str | None:
    """Why a document cannot go to somebody by e-mail; None where it can."""
    if document.kind == "annex" and not to.heard:
        return NO_MINUTES
    if not to.address:
        return NO_ADDRESS
    protected = document.name.endswith((*OFFICE, *OPEN_ANYWHERE))
    return None if protected or recipients.is_secure(to.address) else NOT_SECURE


def left_over(recipients: Recipients, found: Iterable[Document]) -> Iterator[Left]:
    """Each paper with everybody whom no mail brings it."""
    for document in found:
        for one in recipients.of(document):
            why = hindrance(recipients, document, one)
            if why is not None:
                yield Left(document.name, one.name, why)


def told(left: Iterable[Left]) -> tuple[str, ...]:
    """A sentence for each reason: who is to have which papers."""
    by_reason: dict[str, dict[str, list[str]]] = {}
    for one in left:
        by_reason.setdefault(one.why, {}).setdefault(one.to, []).append(one.document)
    return tuple(f"{why}: {_listed(people)}." for why, people in by_reason.items())


def _listed(people: dict[str, list[str]]) -> str:
    return "; ".join(f"{to} ({', '.join(names)})" for to, names in people.items())
