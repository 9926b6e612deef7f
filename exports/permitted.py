"""Who reads which document, and what of a meeting such a reader may find in it: the one table."""

from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from models.marks import Sharing


class Audience(StrEnum):
    """A kind of reader."""

    PANEL = "all the panel"
    APART = "members with an interest"
    ATTENDING = "everyone attending"
    GUESTS = "guests of one item"
    AGENCY = "one agency, or its members with an interest"
    ASKED = "an agency that is asked for what it knows"
    POLICE = "the police"
    LEADS = "a plan's lead and the police"
    CHAIR = "the chair"
    FILE = "one child's file"
    SYSTEM = "the case system"
    OWNER = "the owner of actions"
    OUTSIDE = "the owner of a place"
    CARRIER = "whoever carries papers"
    COORDINATOR = "the coordinator"


class Names(StrEnum):
    """How children stand in a document."""

    IN_FULL = "by name where the reader is asked about them"
    INITIALS = "by initials unless the panel sets full names"
    OWN = "its own child alone"
    NOBODY = "no child"


@dataclass(frozen=True)
class May:
    """What stands in a document for one kind of reader, and nothing beyond it.

    `persons`: whether persons of concern may be named, where the panel lets every one of its
    readers know them. `things`: whether what people use (telephones, plates, accounts) may stand
    in it. `discussion`: what was said and decided of an item; `tactics`: measures and police work.
    """

    children: Names
    lines: frozenset[Sharing] = frozenset()
    persons: bool = False
    things: bool = False
    discussion: bool = False
    tactics: bool = False


SHARED = frozenset({Sharing.ALL_PANEL})
NAMED = SHARED | {Sharing.NAMED_AGENCIES}
_panel = May(Names.INITIALS, SHARED, True, True, True, True)
_agency = May(Names.INITIALS, NAMED, True, True, True, True)
MAY = {
    Audience.PANEL: _panel,
    Audience.APART: _panel,
    Audience.ATTENDING: May(Names.INITIALS),
    Audience.GUESTS: May(Names.INITIALS, SHARED, False, True, True, True),
    Audience.AGENCY: _agency,
    Audience.ASKED: May(Names.IN_FULL, persons=True, things=True),
    Audience.POLICE: May(Names.IN_FULL, NAMED, True, True, True, True),
    Audience.LEADS: _agency,
    Audience.CHAIR: May(Names.INITIALS, NAMED | {Sharing.CHAIR_ONLY}, True, True, True, True),
    Audience.FILE: May(Names.OWN),
    Audience.SYSTEM: May(Names.NOBODY),
    Audience.OWNER: May(Names.INITIALS, NAMED, True, True, False, True),
    Audience.OUTSIDE: May(Names.NOBODY),
    Audience.CARRIER: May(Names.NOBODY),
    Audience.COORDINATOR: May(Names.IN_FULL, persons=True),
}
DOCUMENTS = (
    ("agenda-pack-annex-*.docx", Audience.AGENCY),
    ("agenda-pack-without-last-minutes.docx", Audience.APART),
    ("agenda-pack-without-*.docx", Audience.APART),
    ("agenda-pack.docx", Audience.PANEL),
    ("agenda-without-*.docx", Audience.ATTENDING),
    ("agenda.docx", Audience.ATTENDING),
    ("chairs-briefing.docx", Audience.CHAIR),
    ("requests/*.docx", Audience.ASKED),
    ("updates/*.docx", Audience.FILE),
    ("invitations/*.ics", Audience.CARRIER),
    ("minutes-annex-chair.docx", Audience.CHAIR),
    ("minutes-annex-*.docx", Audience.AGENCY),
    ("minutes-item-*.docx", Audience.GUESTS),
    ("minutes-without-*.docx", Audience.APART),
    ("minutes.docx", Audience.PANEL),
    ("actions-first-without-*.docx", Audience.APART),
    ("actions-first.docx", Audience.PANEL),
    ("actions-without-*.docx", Audience.APART),
    ("actions-*.docx", Audience.AGENCY),
    ("actions.docx", Audience.PANEL),
    ("plans/*.docx", Audience.LEADS),
    ("groups/*.docx", Audience.PANEL),
    ("groups/*.csv", Audience.PANEL),
    ("extracts/*.docx", Audience.FILE),
    ("disclosure/*.docx", Audience.FILE),
    ("subject-access/*.docx", Audience.FILE),
    ("transfer/*.docx", Audience.FILE),
    ("recommendations/*.docx", Audience.FILE),
    ("letters/*-child.docx", Audience.FILE),
    ("letters/*-parents.docx", Audience.FILE),
    ("letters/*.docx", Audience.OUTSIDE),
    ("notices/*.docx", Audience.OWNER),
    ("police-intelligence.docx", Audience.POLICE),
    ("care-plan-feed.json", Audience.SYSTEM),
    ("care-plan-feed.fhir.json", Audience.SYSTEM),
    ("care-plan-feed.csv", Audience.SYSTEM),
    ("manifest.json", Audience.CARRIER),
    ("reminder-*.docx", Audience.AGENCY),
    ("packs/whose-names.docx", Audience.COORDINATOR),
    ("packs/people-of-no-agency/*.docx", Audience.FILE),
    ("packs/*.docx", Audience.AGENCY),
    ("packs/*.ics", Audience.CARRIER),
    ("recall/*", Audience.CARRIER),
    ("mail-*.eml", Audience.CARRIER),
)
"""Documents by their place in the folder; the first that fits says who reads it."""


def reader(name: str) -> Audience:
    """Who reads a document; LookupError for one that the table does not know: it may not leave."""
    for pattern, found in DOCUMENTS:
        if fnmatchcase(name, pattern):
            return found
    raise LookupError("A document has no reader in the table, so it may not leave.")


def may(name: str) -> May:
    """What a document of this name may hold."""
    return MAY[reader(name)]
