"""Who was found to do something, or to have said it."""

from dataclasses import dataclass

from models.rules.capture.refs import AgencyRef, PersonRef


@dataclass(frozen=True)
class OwnerRead:
    """The one owner or none, their agency, what to say about it, and the span it took.

    `by_agency` where only the agency was named and one of it is here; `outside` where who is asked
    sits at no table here.
    """

    person: PersonRef | None = None
    agency: AgencyRef | None = None
    warnings: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    sure: bool = True
    everyone: bool = False
    by_agency: bool = False
    outside: bool = False

    @property
    def found(self) -> bool:
        """True if anyone was named, whether one owner came of it or not."""
        return self.end > self.start

    @property
    def in_doubt(self) -> bool:
        """True if people were named and no one owner came of it: their names stay in the text."""
        return self.found and self.person is None and bool(self.warnings)
