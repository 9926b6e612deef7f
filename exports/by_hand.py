"""What an issue by e-mail leaves to be handed over: which paper, to whom, and why."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exports import phrases
from exports.audience import Document
from exports.leaving import OFFICE, Ready
from exports.recipients import Recipients
from models.rules.recipients import Recipient

FOLDER = "by-hand"
NO_ADDRESS = "No e-mail address, so to go by hand"
NOT_SECURE = "Not to be protected and the address is no secure mail, so to go by hand"
NO_MINUTES = "Not sent, as whoever would have it gets no minutes"
OPEN_ANYWHERE = (".ics",)
"""Files that name nobody: they go as they are to any address."""


class Left(NamedTuple):
    """A paper that no mail carries to somebody it is for."""

    document: Document
    to: Recipient
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
                yield Left(document, one, why)


def carried(
    left: Iterable[Left], folder: str, passphrase: str | None
) -> tuple[dict[str, bytes], list[Ready]]:
    """What is to go by hand as files in a folder, each once, and each paper with whom it is for.

    A Word file is protected where there is a passphrase, as in the mails; a feed cannot be.
    """
    files: dict[str, bytes] = {}
    ready: list[Ready] = []
    for one in left:
        if one.why == NO_MINUTES:
            continue
        name = f"{folder}/{one.document.name}"
        locked = bool(passphrase) and name.endswith(OFFICE)
        if name not in files:
            files[name] = one.document.make(passphrase if locked else None)
        ready.append(Ready(one.document, files[name], locked, one.to, by_hand=True))
    return files, ready


def where(ready: Iterable[Ready]) -> str:
    """Where those papers lie and how they are kept from others, as sentences."""
    known = tuple(ready)
    if not known:
        return ""
    locked = any(one.encrypted for one in known)
    bare = sorted({one.document.name for one in known if not one.encrypted})
    how = [f"What goes by hand lies beside the drafts in the folder {FOLDER}"]
    if locked:
        how.append("protected by the same passphrase")
    open_still = f" Not protected: {phrases.listed(bare)}." if bare else ""
    return f"{phrases.joined(*how)}.{open_still}"


def told(left: Iterable[Left]) -> tuple[str, ...]:
    """A sentence for each reason: who is to have which papers."""
    by_reason: dict[str, dict[str, list[str]]] = {}
    for one in left:
        names = by_reason.setdefault(one.why, {}).setdefault(one.to.name, [])
        names.append(one.document.name)
    return tuple(f"{why}: {_listed(people)}." for why, people in by_reason.items())


def _listed(people: dict[str, list[str]]) -> str:
    return "; ".join(f"{to} ({', '.join(names)})" for to, names in people.items())
