"""Names in free text: whose paper it is, who may be meant, and where it stands."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class FreeText:
    """A text that somebody wrote about a subject: which row holds it, where, and of what day.

    `sharing`, `shared_with`, `agency_id` and `information` are the row's: what is made of the
    text may be read by no more people than the text.
    """

    about: str
    about_id: int
    subject_id: int
    text: str
    where: str
    day: date | None = None
    sharing: str = "all panel"
    shared_with: tuple[int, ...] = ()
    agency_id: int | None = None
    information: str = "not stated"
    item_id: int | None = None


@dataclass(frozen=True)
class Named:
    """Where a text names a subject: who, from where to where, and why only perhaps (`how`)."""

    subject_id: int
    start: int
    end: int
    how: str = ""


@dataclass(frozen=True)
class Stranger:
    """Where a text names somebody, whoever that is: the name, and from where to where."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Known:
    """Somebody or something on record whose name stands in a text, as it is written there.

    `how` says why one is only perhaps meant: a name misspelt, a mark seen in part.
    """

    subject_id: int
    kind: str
    label: str
    written: str
    how: str = ""


@dataclass(frozen=True)
class Harm:
    """A relation of harm, and whether the one who is named does it to the one told of."""

    relation: str
    by_named: bool


@dataclass(frozen=True)
class MentionOffer:
    """A name in a text about one subject that may mean another: to be linked, or not meant.

    `before`, `written` and `after` are the words around it. `alike` is how many on record bear the
    name. `harm` is what the text says in so many words that one does to the other. `how` says
    why the name, which is written otherwise on record, may be theirs. `denied_by` and `denied_at`
    are of who said that it is not meant.
    """

    about: str
    about_id: int
    of_id: int
    of_kind: str
    of_label: str
    subject_id: int
    kind: str
    label: str
    before: str
    written: str
    after: str
    where: str
    day: date | None = None
    alike: int = 1
    harm: Harm | None = None
    how: str = ""
    denied_by: str | None = None
    denied_at: datetime | None = None

    @property
    def key(self) -> tuple[str, int, int]:
        """The row that holds the text, and who may be meant."""
        return self.about, self.about_id, self.subject_id


@dataclass(frozen=True)
class Meant:
    """What a person says of an offer: the text means the subject, and how the two are linked.

    `key` is the offer's; `ends` are who does it, the relation, and to whom; `day` is the text's.
    """

    key: tuple[str, int, int]
    ends: tuple[int, str, int]
    source: str
    as_written: str = ""
    day: date | None = None
