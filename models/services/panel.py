"""Making and keeping the panel: settings, agencies, members, users, districts and code lists."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import (
    Agency,
    District,
    Member,
    Membership,
    PanelSeries,
    WordingRow,
)
from models.errors import Refusal
from models.rules.asking import kind_of
from models.rules.districts import district_key
from models.services.outlines import Outlines
from models.services.own_template import put

NEVER_EMPTY = frozenset({"handling_line", "not_confirmed"})


class PanelService(Outlines):
    """What a person does to the panel itself."""

    def make(
        self,
        name: str,
        *,
        acronym: str = "MACE",
        area: str | None = None,
        districts: Iterable[str] = (),
        starts: time = time(9, 30),
        ends: time = time(12, 30),
    ) -> int:
        """A new panel series; gives its id."""
        self._check("edit_settings")
        if not name.strip():
            raise Refusal("The panel needs a name.", "name")
        with self._store.work("make_panel", "Make the panel", barrier=True) as session:
            series = PanelSeries(name=name.strip(), acronym=acronym, area=area)
            session.add(series)
            for position, district in enumerate(districts):
                session.add(District(name=district.strip(), position=position))
            put(session, "starts", starts.isoformat("minutes"))
            put(session, "ends", ends.isoformat("minutes"))
            session.flush()
            return series.id

    def change_panel(self, **changes: str | None) -> None:
        """Change the panel's name, short name or area."""
        self._check("edit_settings")
        if unknown := set(changes) - {"name", "acronym", "area"}:
            raise Refusal(f"A panel has no field called {unknown.pop()}.")
        for field in ("name", "acronym"):
            if field in changes and not (changes[field] or "").strip():
                raise Refusal("The panel needs a name.", field)
        with self._store.work("change_panel", "Change the panel") as session:
            series = session.scalars(select(PanelSeries).order_by(PanelSeries.id)).first()
            if series is None:
                raise Refusal("Make the panel first.")
            _change(series, dict(changes))

    def set(self, key: str, value: str) -> None:
        """Keep one setting of the panel."""
        self._check("edit_settings")
        with self._store.work("set", "Change a setting") as session:
            put(session, key, value)

    def set_wording(self, key: str, text: str) -> None:
        """Keep the panel's own standing wording."""
        self._check("edit_wording")
        if key.startswith("heading.") and not text.strip():
            raise Refusal("A heading needs words. Put it back as shipped instead.", key)
        if key in NEVER_EMPTY and not text.strip():
            raise Refusal("Without these words a document would not be marked.", key)
        with self._store.work("set_wording", "Change a standing wording") as session:
            row = session.scalars(select(WordingRow).where(WordingRow.key == key)).first()
            if row is None:
                session.add(WordingRow(key=key, text=text))
            else:
                row.text = text

    def put_back_wording(self, key: str) -> None:
        """Let a standing wording, or a heading, be as shipped again."""
        self._check("edit_wording")
        with self._store.work("put_back_wording", "Put a wording back as shipped") as session:
            row = session.scalars(select(WordingRow).where(WordingRow.key == key)).first()
            if row is not None:
                session.delete(row)

    def order_minutes(self, parts: Iterable[str]) -> None:
        """Keep the order in which the parts of the minutes stand."""
        self._check("edit_wording")
        with self._store.work("order_minutes", "Order the minutes") as session:
            put(session, "minutes_order", ",".join(parts))

    def add_agency(self, name: str, **fields: Any) -> int:
        """A new agency; gives its id."""
        self._check("manage_people")
        with self._store.work("add_agency", "Add an agency") as session:
            if session.scalar(select(Agency.id).where(Agency.name == name.strip())):
                raise Refusal("There is already an agency of that name.", "name")
            known = kind_of(fields.get("kind"), name)
            sees = known is not None and known.sees_persons_of_concern
            agency = Agency(name=name.strip(), **{"sees_persons_of_concern": sees, **fields})
            session.add(agency)
            session.flush()
            return agency.id

    def change_agency(self, agency_id: int, **changes: Any) -> None:
        """Change an agency's facts."""
        self._check("manage_people")
        with self._store.work("change_agency", "Change an agency") as session:
            _change(session.get_one(Agency, agency_id), changes)

    def add_member(
        self, name: str, agency_id: int | None = None, role: str | None = None, **fields: Any
    ) -> int:
        """A new member, seated in the panel's series; gives the id."""
        self._check("manage_people")
        if not name.strip():
            raise Refusal("A member needs a name.", "name")
        with self._store.work("add_member", "Add a member") as session:
            member = Member(name=name.strip(), agency_id=agency_id, role=role, **fields)
            session.add(member)
            session.flush()
            seat(session, member.id, member.core, self._today)
            return member.id

    def change_member(self, member_id: int, **changes: Any) -> None:
        """Change a member's facts."""
        self._check("manage_people")
        with self._store.work("change_member", "Change a member") as session:
            _change(session.get_one(Member, member_id), changes)

    def add_district(self, name: str) -> int:
        """A new district, last in the order of reports; gives its id."""
        self._check("edit_settings")
        if not name.strip():
            raise Refusal("A district needs a name.", "name")
        with self._store.work("add_district", "Add a district") as session:
            if district_key(name) in map(district_key, session.scalars(select(District.name))):
                raise Refusal("There is already a district of that name.", "name")
            last = session.scalar(select(func.max(District.position)))
            row = District(name=name.strip(), position=0 if last is None else last + 1)
            session.add(row)
            session.flush()
            return row.id


def seat(session: Session, member_id: int, core: bool, since: date) -> None:
    """Seat a member in the panel's first series."""
    series_id = session.scalar(select(PanelSeries.id).order_by(PanelSeries.id))
    if series_id is not None:
        session.add(Membership(series_id=series_id, member_id=member_id, core=core, since=since))


def _change(row: object, changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        if not hasattr(row, name) or name in {"id", "uuid"}:
            raise Refusal(f"There is no field called {name} here.", name)
        setattr(row, name, value)
