"""Intelligence that partners and the community submit: read at the desk, triaged, linked."""

from ui.pages.intelligence.view import IntelligenceView

__all__ = ["IntelligenceView"]
