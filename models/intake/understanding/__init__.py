"""What a paper says: plain content read into kind, records and fields, with nothing lost."""

from models.intake.understanding.reading import labels_at, understand
from models.intake.understanding.wording import label_key

__all__ = ["label_key", "labels_at", "understand"]
