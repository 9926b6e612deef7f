"""Papers coming in: preview, filing into the register kind by kind, and what became of each."""

from models.services.papers.previewed import PreviewedFile
from models.services.papers.service import PaperService

__all__ = ["PaperService", "PreviewedFile"]
