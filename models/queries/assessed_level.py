"""The level of an assessment that stands."""

from models.entities import Assessment


def level_of(one: Assessment) -> str | None:
    """The level that stands: as ratified, else as judged, else as reckoned."""
    return one.ratified_level or one.judgement_level or one.computed_level
