"""The program: command line, start-up, settings and crash handling."""
