"""The commands, by errand: loading, searching, reading, taking care."""
