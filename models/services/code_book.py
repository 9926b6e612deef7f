"""The panel's own words and rows in the code lists, schemes and catalogue."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.codes.fields import from_text, raw_of, to_text
from models.codes.lists import kind_of_rows
from models.codes.parts import blank
from models.codes.raw import raw
from models.codes.reading import check_row, raw_list, raw_rows
from models.entities import CodeRow
from models.errors import Refusal, Trouble
from models.queries.own_codes import own_row
from models.queries.version_book import check_free
from models.services.signed_in import Service

COLUMNS = frozenset({"active", "valid_from", "valid_to", "note"})


class CodeBook(Service):
    """What a person changes in the lists; the shipped row always stands beneath."""

    def add_code(self, list_name: str, code: str, label: str, **values: Any) -> None:
        """A row of the panel's own, at the end of its list; what it needs further stays empty."""
        self._check("edit_codes")
        code, label = code.strip(), label.strip()
        if not code or not label:
            raise Refusal("A code needs what is stored and what is shown.", "code")
        if any(one.code.casefold() == code.casefold() for one in codes.load(list_name)):
            raise Refusal("This list has that code already.", "code")
        with self._store.work("add_code", "Add a code") as session:
            given = blank(kind_of_rows(list_name), {"code": code, "label": label, **values})
            place = max((one.position for one in codes.load(list_name)), default=0) + 1
            row = CodeRow(list_name=list_name, code=code, label=label, active=True)
            row.source = "local"
            row.details = to_text({**given, "position": place, "source": "local"})
            self._keep(session, row)

    def change_code(self, list_name: str, code: str, field: str, value: Any) -> None:
        """Change one field of a row, shipped or the panel's own; Refusal where it does not fit."""
        self._check("edit_codes")
        before = codes.find(list_name, code)
        if before is None:
            raise Refusal("This list has no such code.", field)
        typed = raw_of(list_name, field, value, before)
        with self._store.work("change_code", "Change a code") as session:
            if list_name == "schemes":
                check_free(session, code, field)
            row = row_of(session, list_name, code) or laid_over(list_name, before)
            if field == "label":
                _rename(row, typed)
            elif field in COLUMNS:
                setattr(row, field, typed if typed != "" else None)
            else:
                row.details = to_text({**from_text(list_name, row.details), field: typed})
            check_kept(list_name, row)
            self._keep(session, row)

    def put_back_code(self, list_name: str, code: str) -> None:
        """Let a row be as shipped again; Refusal for a row of the panel's own."""
        self._check("edit_codes")
        if not any(one.code == code for one in codes.shipped(list_name)):
            raise Refusal("This row is the panel's own. Take it out of use instead.")
        with self._store.work("put_back_code", "Put a code back as shipped") as session:
            row = row_of(session, list_name, code)
            if row is not None:
                session.delete(row)

    def _keep(self, session: Session, row: CodeRow) -> None:
        row.changed_on, row.changed_by = self._today, self._person.name
        session.add(row)
        session.flush()


def row_of(session: Session, list_name: str, code: str) -> CodeRow | None:
    """What the panel says of a row of a list, where it says anything."""
    found = select(CodeRow).where(CodeRow.list_name == list_name, CodeRow.code == code)
    return session.scalars(found).first()


def laid_over(list_name: str, shipped: codes.Code) -> CodeRow:
    """A row in which what the panel says of a shipped one is kept."""
    return CodeRow(list_name=list_name, code=shipped.code, label=shipped.label, active=True)


def _rename(row: CodeRow, label: str) -> None:
    if row.source != "local":
        row.local_label = label or None
    elif label:
        row.label = label
    else:
        raise Refusal("A row of the panel's own needs a name.", "label")


def check_kept(list_name: str, row: CodeRow) -> None:
    """Raises Refusal where a row as kept is unfit for its list."""
    base = raw_rows(raw_list(list_name)).get(row.code, {"code": row.code, "source": "local"})
    own = own_row(row).values
    try:
        check_row(kind_of_rows(list_name), {**base, **own})
    except Trouble as unfit:
        raise Refusal(unfit.message) from None
    begins, ends = row.valid_from, row.valid_to
    if begins and ends and ends < begins:
        raise Refusal("It ends before it begins.", "valid_to")


def copied(list_name: str, before: codes.Code, code: str, label: str, **values: Any) -> CodeRow:
    """A row of the panel's own that begins as another stands."""
    details = {**raw(before), "position": before.position + 1, **values}
    kept_apart = ("code", "label", "active", "valid_from", "valid_to", "note", "source")
    for name in kept_apart:
        details.pop(name, None)
    row = CodeRow(list_name=list_name, code=code, label=label, active=True)
    row.source = "local"
    row.note, row.details = before.note or None, to_text(details)
    return row
