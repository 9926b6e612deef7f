"""The meeting as it is held: each thing said or agreed is one unit of work."""

from models.services.conduct.mending import Mending


class ConductService(Mending):
    """What the chair and the minute taker do in the live room."""


__all__ = ["ConductService"]
