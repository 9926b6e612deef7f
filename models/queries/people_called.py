"""How people on record are called: the name shown and all others."""

from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import Alias, Subject
from models.rules.names import UNNAMED

Named = dict[int, list[str]]


def people_called(
    session: Session, kinds: tuple[str, ...], only: Iterable[int] | None = None
) -> tuple[Named, dict[int, int]]:
    """The name of each, of all or of these, with their other names; and whose other names are."""
    whose, called = _asked(only)
    names: Named = {
        one: [label] for one, label in session.execute(whose.where(Subject.kind.in_(kinds)))
    }
    alias_of: dict[int, int] = {}
    for alias_id, one, alias in session.execute(called):
        if one in names:
            names[one].append(alias)
            alias_of[alias_id] = one
    return names, alias_of


def _asked(only: Iterable[int] | None) -> tuple[Select[int, str], Select[int, int, str]]:
    whose = select(Subject.id, Subject.label).where(Subject.label != UNNAMED)
    called = select(Alias.id, Alias.subject_id, Alias.name)
    if only is None:
        return whose, called
    ids = sorted(only)
    return whose.where(Subject.id.in_(ids)), called.where(Alias.subject_id.in_(ids))
