"""The meeting as it is held: each thing said or agreed is one unit of work."""

from models.services.conduct.rewording import Rewording


class ConductService(Rewording):
    """What the chair and the minute taker do in the live room."""


__all__ = ["ConductService"]
