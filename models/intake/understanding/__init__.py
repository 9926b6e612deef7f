"""What a paper says: plain content read into kind, records and fields, with nothing lost."""

from models.intake.understanding.labelled import Labelled, labelled, labels_at
from models.intake.understanding.reading import understand
from models.intake.understanding.wording import label_key

__all__ = ["Labelled", "label_key", "labelled", "labels_at", "understand"]
