"""What an agency is asked about by itself: what its kind can know of, and may see."""

from models import codes
from models.codes import AgencyKind
from models.marks import SubjectKind

ANY = frozenset(one.value for one in SubjectKind if one is not SubjectKind.THEME)


def kind_of(kind: str | None, name: str = "") -> AgencyKind | None:
    """The kind of agency that these words name, by the agency's own name where they do not."""
    found = codes.recognise("agency_kinds", kind) or codes.recognise("agency_kinds", name)
    return found if isinstance(found, AgencyKind) else None


def grades_intelligence(kind: str | None, name: str = "") -> bool:
    """Whether an agency of these words grades intelligence, as police do."""
    found = kind_of(kind, name)
    return found is not None and found.grades_intelligence


def asked_about(kind: AgencyKind | None, subject_kind: str, sees_persons: bool) -> bool:
    """Whether an agency of this kind is asked about such a subject; an unknown kind about any.

    Persons of concern only where the panel says that the agency sees them.
    """
    if subject_kind == SubjectKind.PERSON and not sees_persons:
        return False
    wanted = kind.asked_about if kind else ()
    return subject_kind in (wanted or ANY)


MISSED = "not asked about this one"


def missed_words(count: int) -> str:
    """How many agencies were asked before an item came, and not about it."""
    return f"{count} agenc{'y' if count == 1 else 'ies'} {MISSED}"
