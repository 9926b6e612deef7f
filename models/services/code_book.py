"""The panel's own words and rows in the code lists, schemes and catalogue."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.codes.fields import from_text, raw_of, shown_of, to_text
from models.codes.lists import kind_of_rows
from models.codes.parts import blank
from models.codes.reading import check_row, raw_list, raw_rows
from models.entities import CodeRow
from models.errors import Refusal, Trouble
from models.queries.own_codes import own_row
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
        raw = raw_of(list_name, field, value, before)
        with self._store.work("change_code", "Change a code") as session:
            row = _row(session, list_name, code) or _new(list_name, before)
            if field == "label":
                _rename(row, raw)
            elif field in COLUMNS:
                setattr(row, field, raw if raw != "" else None)
            else:
                row.details = to_text({**from_text(list_name, row.details), field: raw})
            _check(list_name, row)
            self._keep(session, row)

    def put_back_code(self, list_name: str, code: str) -> None:
        """Let a row be as shipped again; Refusal for a row of the panel's own."""
        self._check("edit_codes")
        if not any(one.code == code for one in codes.shipped(list_name)):
            raise Refusal("This row is the panel's own. Take it out of use instead.")
        with self._store.work("put_back_code", "Put a code back as shipped") as session:
            row = _row(session, list_name, code)
            if row is not None:
                session.delete(row)

    def new_scheme_version(self, code: str, version: str) -> str:
        """A new version of a risk scheme, from today; the one before ends. Gives its code.

        Assessments stay with the version they were made by.
        """
        self._check("edit_codes")
        before, version = codes.find("schemes", code), version.strip()
        if not isinstance(before, codes.Scheme):
            raise Refusal("There is no such scheme.", "version")
        if not version or version == before.version:
            raise Refusal("Give the new version a name of its own, such as 2027.", "version")
        made = f"{code.split(' v')[0]} v{version}"
        if codes.find("schemes", made) is not None:
            raise Refusal("There is a version of that name already.", "version")
        with self._store.work("new_scheme_version", "New version of a risk scheme") as session:
            old = _row(session, "schemes", code) or _new("schemes", before)
            old.active = False
            self._keep(session, old)
            self._keep(session, _copy(before, made, version))
        return made

    def _keep(self, session: Session, row: CodeRow) -> None:
        row.changed_on, row.changed_by = self._today, self._person.name
        session.add(row)
        session.flush()


def _row(session: Session, list_name: str, code: str) -> CodeRow | None:
    found = select(CodeRow).where(CodeRow.list_name == list_name, CodeRow.code == code)
    return session.scalars(found).first()


def _new(list_name: str, shipped: codes.Code) -> CodeRow:
    """A row in which what the panel says of a shipped one is kept."""
    return CodeRow(list_name=list_name, code=shipped.code, label=shipped.label, active=True)


def _rename(row: CodeRow, label: str) -> None:
    if row.source != "local":
        row.local_label = label or None
    elif label:
        row.label = label
    else:
        raise Refusal("A row of the panel's own needs a name.", "label")


def _check(list_name: str, row: CodeRow) -> None:
    base = raw_rows(raw_list(list_name)).get(row.code, {"code": row.code, "source": "local"})
    own = own_row(row).values
    try:
        check_row(kind_of_rows(list_name), {**base, **own})
    except Trouble as unfit:
        raise Refusal(unfit.message) from None
    begins, ends = row.valid_from, row.valid_to
    if begins and ends and ends < begins:
        raise Refusal("It ends before it begins.", "valid_to")


def _copy(before: codes.Scheme, code: str, version: str) -> CodeRow:
    details = {
        name: raw_of("schemes", name, value, before)
        for name, value in shown_of("schemes", before).items()
        if name in ("levels", "validity", "arithmetic", "validity_note", "synonyms")
    }
    details.update(version=version, position=before.position + 1)
    row = CodeRow(list_name="schemes", code=code, label=before.label, active=True)
    row.source = "local"
    row.note, row.details = before.note or None, to_text(details)
    return row
