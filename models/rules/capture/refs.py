"""Who and what a captured line can speak of: people, agencies, subjects, measures, decisions."""

from dataclasses import dataclass
from datetime import date

from models.marks import SubjectKind
from models.rules.usual import PLAIN, Usual


@dataclass(frozen=True)
class AgencyRef:
    """An agency of the panel; `short_names` are what people here call it.

    `kind` is the code of its kind, by which the field calls it too; `usual` is how a line typed
    for it is marked unless said otherwise.
    """

    id: int
    name: str
    short_names: tuple[str, ...] = ()
    usual: Usual = PLAIN
    kind: str = ""


@dataclass(frozen=True)
class PersonRef:
    """A member or someone admitted to this item; `also` holds further words for them ("chair").

    Who declared a conflict takes no part in this item: `conflicted`.
    """

    id: int
    name: str
    role: str = ""
    agency_id: int | None = None
    agency: str = ""
    present: bool = True
    also: tuple[str, ...] = ()
    conflicted: bool = False


@dataclass(frozen=True)
class SubjectRef:
    """A child, person, place, group or theme; `ref` is its item ("V3"), `lead_id` its worker.

    `born` and `in_care` are None where the record does not tell; `called` is "he" or "she" where
    it tells that of a child.
    """

    id: int
    name: str
    kind: SubjectKind
    aliases: tuple[str, ...] = ()
    ref: str = ""
    system_id: str = ""
    lead_id: int | None = None
    born: date | None = None
    in_care: bool | None = None
    called: str = ""


@dataclass(frozen=True)
class MeasureRef:
    """A measure of the disruption catalogue; `for_child` if it protects a child.

    `targets`, `under`, `under_in_care` and `from_age` say whom it reaches.
    """

    code: str
    name: str
    abbreviations: tuple[str, ...] = ()
    for_child: bool = False
    targets: tuple[str, ...] = ()
    under: int | None = None
    under_in_care: int | None = None
    from_age: int | None = None


@dataclass(frozen=True)
class DecisionRef:
    """A row of the decision list; `kinds` empty means any subject."""

    code: str
    label: str
    synonyms: tuple[str, ...] = ()
    kinds: tuple[SubjectKind, ...] = ()


@dataclass(frozen=True)
class ActionRef:
    """An action that an update may speak of, of whom; `finished` is how it ended, if it has."""

    ref: str
    text: str
    owner_id: int | None = None
    carried: int = 0
    finished: str = ""
    subject_id: int | None = None
