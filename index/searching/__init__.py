"""From what is asked for to the pages that answer."""
