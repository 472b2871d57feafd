"""From print to the keys that pages are found by."""
