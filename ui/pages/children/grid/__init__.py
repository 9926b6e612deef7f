"""The grid of the tracker: ten thousand children sorted, filtered, written in and copied."""
