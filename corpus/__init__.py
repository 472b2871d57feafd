"""What the archive knows: its types, its files, its store. Imports nobody of ours."""
