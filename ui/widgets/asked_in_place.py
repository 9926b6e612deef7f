"""A form that scrolls where something else stood, as long as it asks."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui.widgets.card import CardList
from ui.widgets.shown_stack import ShownStack

TURNS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class AskedInPlace(ShownStack):
    """Shows the form while it is not hidden, and else what it stands in place of."""

    def __init__(self, form: QWidget, instead_of: QWidget, name: str) -> None:
        super().__init__()
        self._form, self._instead_of, self._place = form, instead_of, CardList(name)
        self._place.add(form)
        self.addWidget(instead_of)
        self.addWidget(self._place)
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._form and event.type() in TURNS:
            asks = not self._form.isHidden()
            self.setCurrentWidget(self._place if asks else self._instead_of)
        return False
