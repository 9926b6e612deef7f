"""What a person is told of a file that an earlier version of the program had written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BroughtUp:
    """From which version a file was brought up to this one, and its backup's name beside it."""

    version: int
    backup: str

    @property
    def words(self) -> str:
        """One sentence for the person who opened it."""
        return (
            "This panel's file was brought up to date for this MaceDesk."
            f" As it was before, it lies beside it as {self.backup}."
        )
