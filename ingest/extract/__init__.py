"""What a document says of itself; later, its parties, amounts, dates and decisions."""
