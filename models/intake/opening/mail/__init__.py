"""E-mails read: their words, who sent them and when, and the papers attached to them."""

from models.intake.opening.mail.eml import read_eml
from models.intake.opening.mail.letter import Letter, kept_copy
from models.intake.opening.mail.outlook import read_outlook

__all__ = ["Letter", "kept_copy", "read_eml", "read_outlook"]
