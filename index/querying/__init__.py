"""From what is typed to what is asked for."""
