"""Letters that came through broken are put right, traceably."""
