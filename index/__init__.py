"""From records to answers: the search engine."""
