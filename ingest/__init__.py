"""From a file to a record: read, judge, recognise, store."""
