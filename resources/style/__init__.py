"""Style sheets of the window, filled in from the tokens of the look."""
