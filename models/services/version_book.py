"""What a panel writes in versions, schemes and flows: begun, copied, named, taken out of use."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from models import codes
from models.codes.fields import from_text, to_text
from models.entities import CodeRow
from models.errors import Refusal
from models.services.code_book import CodeBook, check_kept, copied, laid_over, row_of
from models.services.own_rows import free_code, free_label


class VersionBook(CodeBook):
    """An editor of one list; each of its kinds says which, and what it is called."""

    list_name: str
    noun: str
    words: str
    """The noun as steps of undo name it: Copy a risk scheme."""

    def rename(self, code: str, label: str) -> None:
        """Give a row of the panel's own another name."""
        self._check("edit_codes")
        with self._store.work(f"rename_{self.noun}", f"Name {self.words}") as session:
            row = self._own(session, code)
            row.label = free_label(self.list_name, label, self.noun, row.label)
            self._keep(session, row)

    def new_version(self, code: str, version: str, begins: date) -> str:
        """A new version from a day on, to be changed; the one before ends the day before.

        Gives its code. What was made by the one before stays with it.
        """
        self._check("edit_codes")
        before, version = codes.find(self.list_name, code), version.strip()
        if not isinstance(before, (codes.Scheme, codes.Flow)):
            raise Refusal("That is not on the panel's list.", "version")
        if not version or version == before.version:
            raise Refusal("Give the new version a name of its own, such as 2027.", "version")
        made = f"{code.split(' v')[0]} v{version}"
        if codes.find(self.list_name, made) is not None:
            raise Refusal("There is a version of that name already.", "version")
        if begins < self._today:
            raise Refusal("A new version begins today or later.", "begins")
        with self._store.work(f"new_version_of_{self.list_name}", "Begin a new version") as session:
            old = row_of(session, self.list_name, code) or laid_over(self.list_name, before)
            old.valid_to = begins - timedelta(days=1)
            self._keep(session, old)
            row = copied(self.list_name, before, made, before.label, version=version)
            row.valid_from = begins
            self._keep(session, row)
        return made

    def retire(self, code: str, last_day: date) -> None:
        """Take a row out of use after a day; what was made by it stays as it is."""
        self._use_until(f"retire_{self.noun}", f"Take {self.words} out of use", code, last_day)

    def take_up(self, code: str) -> None:
        """Let a row be used again."""
        self._use_until(f"take_up_{self.noun}", f"Use {self.words} again", code, None)

    def _use_until(self, operation: str, words: str, code: str, until: date | None) -> None:
        """Let a row be used through a day, or again without end."""
        self._check("edit_codes")
        before = codes.find(self.list_name, code)
        if before is None:
            raise Refusal("This list has no such code.")
        if until is not None and until < self._today - timedelta(days=1):
            raise Refusal("Give today or a day to come.", "until")
        with self._store.work(operation, words) as session:
            row = row_of(session, self.list_name, code) or laid_over(self.list_name, before)
            row.active, row.valid_to = True, until
            self._keep(session, row)

    def _add(self, operation: str, words: str, label: str, values: Mapping[str, Any]) -> str:
        """A row of the panel's own at the end of the list; gives its code."""
        self._check("edit_codes")
        label = free_label(self.list_name, label, self.noun)
        code = free_code(self.list_name, label, self.noun)
        place = max(one.position for one in codes.load(self.list_name)) + 1
        with self._store.work(operation, words) as session:
            row = CodeRow(list_name=self.list_name, code=code, label=label, active=True)
            row.source, row.note = "local", values.get("note") or None
            rest = {name: value for name, value in values.items() if name != "note"}
            row.details = to_text({**rest, "position": place})
            self._keep_whole(session, row)
        return code

    def _copy(self, before: codes.Scheme | codes.Flow, label: str, **values: Any) -> str:
        """A row of the panel's own that begins as another stands; gives its code."""
        self._check("edit_codes")
        label = free_label(self.list_name, label, self.noun)
        made = free_code(self.list_name, label, self.noun)
        with self._store.work(f"copy_{self.noun}", f"Copy {self.words}") as session:
            row = copied(self.list_name, before, made, label, version="1", synonyms=[], **values)
            row.note = f"Copied from {before.label}, {before.version}. Source: {before.source}."
            self._keep(session, row)
        return made

    def _own(self, session: Session, code: str) -> CodeRow:
        row = row_of(session, self.list_name, code)
        if row is None or row.source != "local":
            raise Refusal(
                f"A shipped {self.noun} stays as its source has it: copy it, and change the copy."
            )
        return row

    def _keep_whole(self, session: Session, row: CodeRow) -> None:
        """Keep a row that is fit in its parts and as a whole; else Refusal."""
        check_kept(self.list_name, row)
        values = {"code": row.code, "label": row.label, **from_text(self.list_name, row.details)}
        self._check_whole(values)
        self._keep(session, row)

    def _check_whole(self, values: Mapping[str, Any]) -> None:
        """Raises Refusal where the parts do not fit together."""
        raise NotImplementedError
