"""Starts MaceDesk as `python -m macedesk`."""

from macedesk.commandline import main

if __name__ == "__main__":
    main()
