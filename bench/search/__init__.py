"""What searching costs beside other programs, on pages made of a text: time, memory, size, and how they grow."""
