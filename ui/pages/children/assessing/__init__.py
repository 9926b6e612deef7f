"""A risk assessment by its scheme's form: entered, corrected, compared."""
