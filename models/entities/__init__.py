"""What the panel keeps: one file for each noun."""
