"""Does the right document come first? Questions with their answers, asked of archives full of other texts."""
