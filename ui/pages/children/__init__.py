"""Children: the tracker grid and each child's page."""

from ui.pages.children.page import ChildrenPage

__all__ = ["ChildrenPage"]
