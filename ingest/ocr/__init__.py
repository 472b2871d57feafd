"""Pages read from their pictures, with Tesseract."""

from .recognizer import BATCH, recognize
from .tesseract import check_installed

__all__ = ["BATCH", "check_installed", "recognize"]
