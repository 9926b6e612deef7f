"""How large a paper may be before it is refused: far above any real one, far below harm."""

MAX_BYTES = 100 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_PART_BYTES = 200 * 1024 * 1024
MAX_TREE_BYTES = 40 * 1024 * 1024
MAX_UNPACKED_BYTES = 300 * 1024 * 1024
SMALL_BYTES = 20 * 1024 * 1024  # below this nothing is a bomb, however well it was squeezed
MAX_RATIO = 200
MAX_DEPTH = 200
MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_CELLS = 1_000_000
MAX_CELL_LETTERS = 100_000
MAX_LETTERS = 50_000_000
MAX_SPAN = 100
