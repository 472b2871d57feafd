"""The pipeline as a package of spaCy's: its configuration and the weights of its trained component."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from . import components as _components  # noqa: F401  (registers them)

FOLDER: Final = Path(__file__).parent / "sv_avtal"
"""`spacy.load` takes it as well, wherever this project is installed."""
_LONGEST: Final = 2**31 - 1
"""spaCy's own limit spares the memory of parsers; there is none here."""


def load(*, exclude: Iterable[str] = ()) -> Language:
    """The pipeline, without the components named in `exclude`."""
    nlp = spacy.load(FOLDER, exclude=[*exclude])
    nlp.max_length = _LONGEST
    return nlp


def untokenised(text: str) -> Doc:
    """A document for components that read only its text: spaCy's tokens would cost more than the rest of extraction.

    Its words go into no vocabulary that stays, so that memory does not grow with what was read.
    """
    return Doc(Vocab(), words=[text] if text else [], spaces=[False] if text else [])
