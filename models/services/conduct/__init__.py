"""The meeting as it is held: each thing said or agreed is one unit of work."""

from models.services.conduct.naming import Naming


class ConductService(Naming):
    """What the chair and the minute taker do in the live room."""


__all__ = ["ConductService"]
