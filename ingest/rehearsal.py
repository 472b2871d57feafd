"""A dry run: the same load over an archive that forgets what it is told, and pages that are taken for read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ..corpus.corrections import Correction
from ..corpus.decisions import Decision
from ..corpus.facts import Extraction
from ..corpus.files import Originals, Staged
from ..corpus.model import Document, Input, Origin, Outcome, Page
from ..corpus.store import Store
from .load import Load
from .pipeline import Pipeline


@contextmanager
def rehearsed(archive: Path, program: str, pipeline: Pipeline) -> Iterator[Load]:
    """A load that says what would happen, and does nothing of it."""
    store = _ForgetfulStore(archive, program, create=True)
    try:
        yield Load(
            store, _ForgetfulOriginals(archive), replace(pipeline, recognize=_take_for_read, extract=_extract_nothing)
        )
    finally:
        store.close()


class _ForgetfulStore(Store):
    """Answers as the archive does, and takes in nothing: a second copy in the same run counts as new."""

    def add(
        self,
        document: Document,
        source: Input,
        outcome: Outcome,
        decisions: Iterable[Decision] = (),
        corrections: Iterable[Correction] = (),
    ) -> Document:
        """Change nothing."""
        return replace(document, replaces=self.current_under(source.shown))

    def attach(self, document_id: str, source: Input, outcome: Outcome, sha256: str) -> None:
        """Change nothing."""

    def reread(self, document: Document, source: Input, outcome: Outcome) -> None:
        """Change nothing."""

    def note(self, source: Input, outcome: Outcome, sha256: str | None = None) -> None:
        """Change nothing."""


class _ForgetfulOriginals(Originals):
    """Keeps nothing."""

    def keep(self, staged: Staged) -> None:
        """Change nothing; whoever staged it discards it."""


def _take_for_read(path: Path, media_type: str, pages: Sequence[Page]) -> list[Page]:
    """A `Recognizer` that looks at nothing."""
    return [replace(page, origin=Origin.OCR, waiting=False) for page in pages]


def _extract_nothing(document: Document) -> Extraction:
    """An `Extractor` that does not read."""
    return Extraction()
