"""How a line typed for an agency is marked unless said otherwise: its kind, and who may read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.marks import Information, Sharing
from models.records.panel import AgencyRecord
from models.rules.asking import kind_of

NARROWEST = (
    Sharing.CHAIR_ONLY,
    Sharing.NAMED_AGENCIES,
    Sharing.NOT_MINUTED,
    Sharing.ALL_PANEL,
)
Readers = tuple[Sharing, tuple[int, ...]]
"""With whom a line is shared, and with which agencies where these are named."""


@dataclass(frozen=True)
class Usual:
    """The marks of an agency's lines; `readers` are the agencies that those for some are for."""

    information: Information = Information.NOT_STATED
    sharing: Sharing = Sharing.ALL_PANEL
    intelligence: Sharing = Sharing.ALL_PANEL
    readers: tuple[int, ...] = ()

    def shared(self, information: Information) -> Readers:
        """With whom a line of that kind is shared; intelligence never wider than other lines."""
        found = self.sharing
        if information is Information.INTELLIGENCE:
            found = min(found, self.intelligence, key=NARROWEST.index)
        return found, self.readers if found is Sharing.NAMED_AGENCIES else ()


PLAIN = Usual()


def usual_of(agency: AgencyRecord, agencies: Iterable[AgencyRecord]) -> Usual:
    """What the panel has set for this agency, else what its kind says; its own lines it reads."""
    kind = kind_of(agency.kind, agency.name)
    if kind is None:
        return Usual(*_set_for(agency, "", ""), readers=(agency.id,))
    return Usual(
        *_set_for(agency, kind.line_information, kind.line_sharing),
        Sharing(kind.intelligence_sharing or Sharing.ALL_PANEL),
        (agency.id, *_of_kinds(agencies, agency, kind.line_readers)),
    )


def _set_for(agency: AgencyRecord, information: str, sharing: str) -> tuple[Information, Sharing]:
    return (
        Information(agency.default_information or information or Information.NOT_STATED),
        Sharing(agency.default_sharing or sharing or Sharing.ALL_PANEL),
    )


def _of_kinds(
    agencies: Iterable[AgencyRecord], besides: AgencyRecord, kinds: tuple[str, ...]
) -> tuple[int, ...]:
    """The agencies of the panel that are of these kinds, besides one."""
    others = [one for one in agencies if one.active and one.id != besides.id] if kinds else []
    named = ((one.id, kind_of(one.kind, one.name)) for one in others)
    return tuple(one for one, kind in named if kind is not None and kind.code in kinds)
