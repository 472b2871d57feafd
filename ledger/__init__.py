"""What documents state, asked for, corrected, registered, and set against each other."""
