"""The colours of the house, light and dark, and which text may stand on which ground."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Tokens:
    """One theme's colours as #RRGGBB, named by what they mean and not by their hue."""

    paper: str
    card: str
    line: str
    hover: str
    ink: str
    soft: str
    accent: str
    accent_ground: str
    high: str
    high_ground: str
    medium: str
    medium_ground: str
    low: str
    low_ground: str
    strip: str
    strip_ink: str
    edge: str

    def as_mapping(self) -> dict[str, str]:
        """Give the tokens by name, as the style sheet asks for them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def of_kind(self, kind: str) -> tuple[str, str]:
        """Give the text and ground colour of a tag kind; an unknown kind raises KeyError."""
        text, ground = KINDS[kind]
        return getattr(self, text), getattr(self, ground)


KINDS = {
    "plain": ("ink", "hover"),
    "accent": ("accent", "accent_ground"),
    "high": ("high", "high_ground"),
    "medium": ("medium", "medium_ground"),
    "low": ("low", "low_ground"),
}

LIGHT = Tokens(
    paper="#F7F6F3",
    card="#FFFFFF",
    line="#DDD9D1",
    hover="#EFEDE8",
    ink="#1B2230",
    soft="#5B6472",
    accent="#1B5E83",
    accent_ground="#E4EFF5",
    high="#A1232B",
    high_ground="#FBE9E9",
    medium="#7A5200",
    medium_ground="#FBF1DC",
    low="#22643A",
    low_ground="#E5F3EA",
    strip="#3A1220",
    strip_ink="#FFFFFF",
    edge="#8A8F98",
)

DARK = Tokens(
    paper="#12161C",
    card="#1A2029",
    line="#2E3744",
    hover="#232B36",
    ink="#E8EBF0",
    soft="#A3ADBB",
    accent="#86C3E6",
    accent_ground="#1F3444",
    high="#FF9A9A",
    high_ground="#43201F",
    medium="#F0C36B",
    medium_ground="#3B2F14",
    low="#8FD6A5",
    low_ground="#173522",
    strip="#571A2E",
    strip_ink="#FFFFFF",
    edge="#6B7686",
)

TEXT_ON_GROUND = (
    *((text, ground) for text in ("ink", "soft") for ground in ("paper", "card", "hover")),
    *((text, "card") for text in ("accent", "high", "medium", "low")),
    *((text, "paper") for text in ("accent", "high", "medium", "low")),
    *KINDS.values(),
    ("ink", "accent_ground"),
    ("soft", "accent_ground"),
    ("card", "accent"),
    ("strip_ink", "strip"),
)
"""Every pair of text and ground that the window paints; each keeps 4.5:1 (WCAG 2.2, 1.4.3)."""


def contrast(first: str, second: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
