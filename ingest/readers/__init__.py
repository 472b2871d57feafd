"""One reader for each kind of file, chosen by content."""
