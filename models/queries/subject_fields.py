"""Fields of an entry as lines of the file on a subject, each with whether it goes."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, select

from models import codes
from models.entities import AgendaItem
from models.marks import Sharing
from models.records.disclosure import FileLine
from models.rules.by_day import told
from models.rules.own_words import tells_of_health
from models.rules.tactics import sounds_tactical

Ids = tuple[int, ...]
CRIME, THIRD, ORIGINATOR, RESTRICTED = "crime", "third party", "originator", "restricted"
HARM = "harm"
HIDDEN = (Sharing.CHAIR_ONLY.value, Sharing.NOT_MINUTED.value, Sharing.NOT_SHARED.value)
OTHERS = frozenset({
    ("missing_episode", "found_with"),
    ("missing_information", "associates"),
    ("missing_information", "worries"),
    ("missing_information", "earlier"),
    ("missing_information", "contacts"),
    ("missing_circumstances", "last_seen"),
    ("child", "parental_responsibility"),
    ("referral", "parents_view"),
    ("discussion", "parents_view"),
    ("item_columns", "people"),
    ("item_columns", "places"),
})  # fmt: skip
"""Fields that are about somebody else, or their words, unless a person says otherwise."""
RELATIVE = re.compile(
    r"\b(?:mother|father|mum|mam|dad|step\w+|parents?|carers?|grand\w+|nan|aunt\w*|uncle|sister|"
    r"brother|siblings?)\b[^.;]{0,20}?\b(?:says?|said|tells?|told|reports?|reported|thinks?|feels?|"
    r"asks?|asked|worr\w+)\b",
    re.IGNORECASE,
)
KEPT_FROM = re.compile(
    r"\b(?:(?:not|never)\s+(?:to\s+)?(?:yet\s+)?(?:be\s+)?(?:told?|tell|know|be informed|informed)"
    r"|tip(?:s|ped|ping)?[\s-]+(?:\w+\s+)?off|tip-?off|without\s+(?:her|his|their)\s+knowledge)\b",
    re.IGNORECASE,
)
"""What somebody is not to know: telling it may warn whoever causes the harm."""
UNSURE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|suspect\w*|un(?:confirmed|verified)|query|thought to"
    r"|not\s+(?:yet\s+)?(?:confirmed|verified|known)|appears?|seems?)\b",
    re.IGNORECASE,
)
LISTS = {
    ("child", "ethnicity"): "ethnicity",
    ("child", "gender"): "genders",
    ("child", "living_situation"): "living_situation",
    ("person_of_concern", "gender"): "genders",
    ("person_of_concern", "status"): "person_statuses",
    ("child_status", "plan"): "plans",
    ("child_status", "legal_status"): "legal_status",
    ("need", "code"): "needs",
    ("move", "way"): "move_ways",
    ("service_case", "status"): "service_statuses",
    ("forum_known", "forum"): "fora",
    ("nrm_referral", "deciding_body"): "nrm_bodies",
}
"""Lists whose words stand for a code, for whoever does not know the codes."""
BY_DAY = frozenset({("missing_episode", "returned_at")})
"""Moments that may stand for their day alone."""


def items_of_subject(ids: Ids) -> Select[Any]:
    """The ids of the items about a subject."""
    return select(AgendaItem.id).where(
        AgendaItem.subject_id.in_(ids), AgendaItem.removed.is_(False)
    )


def fields_of(
    row: Any, section: str, on: date | None, fields: Sequence[tuple[str, str]], *,
    professional: bool = False,
) -> Iterator[FileLine]:  # fmt: skip
    """The fields of an entry that say anything, with the reason where one does not go."""
    table = row.__tablename__
    for name, label in fields:
        value = told(row, name) if (table, name) in BY_DAY else getattr(row, name)
        if value is None or value == "":
            continue
        text = _in_words(LISTS.get((table, name)), _written(value))
        why = THIRD if (table, name) in OTHERS else held_back(text)
        key = f"{table}.{row.id}.{name}"
        yield FileLine(key, section, text, on, label, why, professional=professional)


def _in_words(name: str | None, text: str) -> str:
    return codes.label_of(name, text) if name else text


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value.day} {value:%B %Y, %H:%M}"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return str(value)


def held_back(text: str) -> str:
    """The reason why a text does not go by itself: a person looks at it first.

    Police work, what somebody is not to know, health that nobody confirmed, a relative's words.
    """
    if told := tactic(text):
        return told
    if KEPT_FROM.search(text) or tells_of_health(text) and UNSURE.search(text):
        return HARM
    return THIRD if RELATIVE.search(text) else ""


def tactic(text: str) -> str:
    """The reason why police work does not go; empty for anything else."""
    return CRIME if sounds_tactical(text, about_child=True) else ""


def day_of(value: date | datetime | None) -> date | None:
    """The day of a date or a moment."""
    return value.date() if isinstance(value, datetime) else value
