"""Readings: the selects that fill records, each for one reader."""
