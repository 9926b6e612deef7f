"""Before a panel is open: signing in, the first start, restoring."""

from ui.pages.first_start.opener import Opener, PanelWish
from ui.pages.first_start.window import StartWindow

__all__ = ["Opener", "PanelWish", "StartWindow"]
