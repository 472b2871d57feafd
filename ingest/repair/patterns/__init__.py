"""What is set right by patterns and check digits alone: numbers, signs and their spaces."""
