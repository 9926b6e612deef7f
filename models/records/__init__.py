"""Frozen records that queries return and that windows and documents take."""
