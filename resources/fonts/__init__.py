"""Atkinson Hyperlegible Next in three weights, under the SIL Open Font Licence (OFL.txt)."""
