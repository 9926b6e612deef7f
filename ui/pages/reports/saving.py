"""A report as a file: which it is, what it is called, and its writing off the window's thread."""

from dataclasses import dataclass
from pathlib import Path

from exports import committee, filing, inspection, own_template, publishing, report
from models.records.panel import PanelRecord
from models.records.reports import ReportTable
from models.workspace import Workspace


@dataclass(frozen=True)
class Wanted:
    """What is to be written: the table shown, in one of the formats.

    `together` are all reports where the report to committee is meant; `listed` stands for the
    list child by child that is behind the figures.
    """

    table: ReportTable
    ending: str
    together: tuple[ReportTable, ...] = ()
    listed: bool = False

    @property
    def name(self) -> str:
        """The file's proposed name."""
        whole = f"{committee.NAME}-{self.table.on.isoformat()}"
        return f"{whole if self.together else self.table.filed_as}.{self.ending}"

    def write(self, workspace: Workspace, panel: PanelRecord, path: Path) -> Path:
        """Write the file; gives where it lies."""
        if self.listed and self.ending in inspection.FORMATS:
            inspection.write(workspace, self.table.on, path, self.ending)
            return path
        public = bool(self.together) or self.table.is_public
        if public:
            publishing.check(workspace)
        look = own_template.look(workspace) if self.ending == "docx" else None
        if self.together:
            blob = committee.written(self.together, panel, look)
        else:
            blob = report.written(self.table, panel, self.ending, look)
        filing.put(blob, path)
        if public:
            publishing.log(workspace, [(self.name, blob)])
        return path
