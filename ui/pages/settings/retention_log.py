"""Holds with their reasons, and certificates of what was disposed of."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.retention import CertificateRow, HoldRow
from ui.desk import Desk
from ui.rows import Column, RowsModel
from ui.widgets.buttons import button
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.table import RowsTable

HOLD_COLUMNS = (
    Column[HoldRow]("Covers", lambda h: h.covers, width=24),
    Column[HoldRow]("Reason", lambda h: h.reason, width=26, stretch=True),
    Column[HoldRow]("Since", lambda h: h.made_at.date(), width=12),
    Column[HoldRow]("Until", lambda h: h.until, lambda h: _until(h), width=13),
    Column[HoldRow]("By", lambda h: h.by_name, width=16),
)
CERTIFICATE_COLUMNS = (
    Column[CertificateRow]("Certificate", lambda c: c.reference, width=12),
    Column[CertificateRow]("Kind", lambda c: c.kind, width=16),
    Column[CertificateRow]("Class and period", lambda c: c.basis, width=30, stretch=True),
    Column[CertificateRow]("On", lambda c: c.at.date(), width=12),
    Column[CertificateRow]("By", lambda c: c.by_name, width=16),
    Column[CertificateRow]("Agreed by", lambda c: c.second_person, width=16),
)
NO_HOLDS = "Nothing is on hold."
NO_CERTIFICATES = "Nothing was disposed of yet."
KINDS = "Word (*.docx)"


class HoldList(QWidget):
    """Every hold, those in force first; one is lifted with a reason."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = RowsTable(
            RowsModel(HOLD_COLUMNS, lambda row: row.id), "Holds", EmptyState(NO_HOLDS),
            ("hold", "holds"),
        )  # fmt: skip
        self.lift = ConfirmInPlace("Lift this hold", "Why does it end?", "Lift it", reason=True)
        self.lift.confirmed.connect(self._lift)
        self.table.chosen.connect(lambda _key: self._weigh())
        _stand(self, self.table, self.lift)

    def reload(self) -> None:
        """Read the holds again."""
        self.rows = self._desk.workspace.read.holds()
        self.table.model.set_rows(self.rows)
        self._weigh()

    def _weigh(self) -> None:
        row = self._chosen()
        self.lift.setVisible(row is not None and row.in_force)

    def _chosen(self) -> HoldRow | None:
        key = self.table.current_key()
        return next((row for row in self.rows if row.id == key), None)

    def _lift(self, reason: str) -> None:
        row = self._chosen()
        if row is not None:
            self._desk.attempt(self, self._desk.workspace.retention.lift, row.id, reason)


class CertificateList(QWidget):
    """Every certificate, the latest first; each is saved as a Word file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = RowsTable(
            RowsModel(CERTIFICATE_COLUMNS, lambda row: row.id), "Certificates of disposal",
            EmptyState(NO_CERTIFICATES), ("certificate", "certificates"),
        )  # fmt: skip
        self.save_button = button("Save the certificate", self.save)
        self.table.chosen.connect(lambda _key: self._weigh())
        _stand(self, self.table, self.save_button)

    def reload(self) -> None:
        """Read the certificates again."""
        self.rows = self._desk.workspace.read.certificates()
        self.table.model.set_rows(self.rows)
        self._weigh()

    def save(self) -> None:
        """Save the chosen certificate as a Word file."""
        from exports import certificate

        row = self._chosen()
        if row is None:
            return
        to = self._desk.dialogues.save_file(
            self, "Save the certificate", certificate.file_name(row), KINDS
        )
        if to is not None and self._desk.attempt(self, self._write, row, to):
            self._desk.notice.say("The certificate is written.")

    def _write(self, row: CertificateRow, to: Path) -> None:
        from exports import certificate, filing, own_template

        workspace = self._desk.workspace
        made_at, panel = workspace.store.clock.now(), workspace.read.panel()
        blob = certificate.written(panel, row, made_at, own_template.look(workspace))
        filing.put(blob, to)

    def _weigh(self) -> None:
        self.save_button.setVisible(self._chosen() is not None)

    def _chosen(self) -> CertificateRow | None:
        key = self.table.current_key()
        return next((row for row in self.rows if row.id == key), None)


def _stand(holder: QWidget, table: RowsTable, below: QWidget) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(table, 1)
    column.addWidget(below, 0, Qt.AlignmentFlag.AlignLeft)


def _until(row: HoldRow) -> str:
    if not row.in_force:
        return "ended"
    return plain_date(row.until) if row.until else "no end set"
