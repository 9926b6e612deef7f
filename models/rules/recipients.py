"""Who may be sent a document: of the panel, agreement in date, present or heard."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ENTITLED = frozenset("PRDCA")
"""How those attended who receive what is of the whole meeting: there for all of it, or wrote."""
OUTSIDE = frozenset("IO")
"""Who came for items alone, or to look on: nothing of the whole is theirs, on whatever list they
stand."""
ON_NO_LIST = "On no agency's list"
GONE = "No longer of the panel"
NO_AGREEMENT = "No current information sharing agreement on record"
NOT_HEARD = "Neither present nor sent information"


@dataclass(frozen=True)
class Recipient:
    """Somebody, or an agency's own mailbox, that a document would go to.

    `agreement_expires` is that of the agency; `code` is how they attended, None where that is not
    asked of this document. A worker on no list has no agency here and is asked nothing of it.
    """

    name: str
    agency: str | None = None
    address: str | None = None
    active: bool = True
    agreement_expires: date | None = None
    heard: bool = True
    listed: bool = True


def doubts(recipients: Iterable[Recipient], on: date) -> tuple[str, ...]:
    """What speaks against sending, as sentences that name agencies and members, each once."""
    listed = [one for one in recipients if one.listed]
    told = (
        (ON_NO_LIST, [one.name for one in listed if not one.agency]),
        (GONE, [_whose(one) for one in listed if not one.active]),
        (
            NO_AGREEMENT,
            [one.agency for one in listed if one.agency and not _in_date(one, on)],
        ),
        (NOT_HEARD, [one.name for one in listed if not one.heard]),
    )
    return tuple(f"{words}: {', '.join(dict.fromkeys(names))}." for words, names in told if names)


def _whose(one: Recipient) -> str:
    return one.name if one.name == one.agency else f"{one.name} ({one.agency})"


def _in_date(one: Recipient, on: date) -> bool:
    return one.agreement_expires is not None and one.agreement_expires >= on


def domain(address: str) -> str:
    """What stands after the @, in small letters."""
    return address.rpartition("@")[2].strip().lower()


def is_secure(address: str, domains: Iterable[str]) -> bool:
    """Whether an address lies in one of these domains, or below it."""
    own = domain(address)
    return any(own == one or own.endswith(f".{one}") for one in map(_bare, domains) if one)


def _bare(text: str) -> str:
    return text.strip().lower().removeprefix("@")
