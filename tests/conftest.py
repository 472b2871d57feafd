"""What holds for every test."""

from __future__ import annotations

import os

# One process a core is faster than Tesseract's own threads, and pytest-xdist starts that many.
os.environ["OMP_THREAD_LIMIT"] = "1"
