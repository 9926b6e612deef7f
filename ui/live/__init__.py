"""The live room: what the chair and the minute taker see while the panel meets."""
