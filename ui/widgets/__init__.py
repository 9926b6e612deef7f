"""The widgets every page is made of: named for screen readers, usable by keys, calm to look at."""
