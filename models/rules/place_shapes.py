"""By which shape a kind of place is drawn, so that no colour has to say it."""

from collections.abc import Mapping

ONLINE = "online"
OTHER = "star"
SHAPES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "circle": ("Open space or street", ("park", "skatepark", "street", "car_park", "garages")),
    "square": ("Shop, food or business",
               ("shop", "retail", "takeaway", "licensed", "vape", "services", "hotel")),
    "triangle": ("Transport", ("transport", "taxi")),
    "house": ("Dwelling or home", ("dwelling", "cuckooed", "home")),
    "diamond": ("School or youth provision", ("school", "youth")),
    OTHER: ("Other", ("event", "other", ONLINE)),
}  # fmt: skip
"""Shape to what it stands for, and the codes of the kinds drawn so."""


def shape_of(code: str) -> str:
    """The shape of a kind of place; a kind that is not known is drawn as other."""
    return next((shape for shape, (_, kinds) in SHAPES.items() if code in kinds), OTHER)
