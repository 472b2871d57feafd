"""From documents to the files of the index."""
