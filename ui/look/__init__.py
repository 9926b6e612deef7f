"""How the window looks: tokens, fonts, palette and style sheet, applied in one call."""

from ui.look.appearance import Look, Theme, apply, current, wear
from ui.look.tokens import DARK, KINDS, LIGHT, Tokens

__all__ = ["DARK", "KINDS", "LIGHT", "Look", "Theme", "Tokens", "apply", "current", "wear"]
