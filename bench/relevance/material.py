"""What is asked: archives of annotated documents among many others, made once and kept."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import avtalsarkiv
from avtalsarkiv.archive import Archive
from avtalsarkiv.bench import misreading
from avtalsarkiv.bench.annotated import read_file
from avtalsarkiv.bench.relevance.questions import Asked, read

_ROOT: Final = Path(__file__).parents[2]
ANNOTATED: Final = _ROOT / "tests" / "annotated"
EXAMPLES: Final = _ROOT / "examples"
QUERIES: Final = _ROOT / "bench" / "queries"
_DAMAGED: Final = 7
"""Every seventh of the annotated documents comes as a worn scan that was read by a recogniser of English."""
_ARCHIVE, _NAMES, _FILES = "archive", "names.json", "files"
OTHERS: Final = "others"
"""The folder of the archive that holds nothing but the documents that are in the way."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents in an archive, and what is asked of them."""

    name: str
    folder: Path
    names: Mapping[str, str]
    """Id of each document that questions know -> the name they know it by."""
    questions: tuple[Asked, ...]

    def open(self) -> Archive:
        """Its archive, with an index that is up to date."""
        archive = avtalsarkiv.open(self.folder / _ARCHIVE)
        if archive.index.through != archive.store.revision:
            archive.reindex()
        return archive


def own(cache: Path, others: Path | None) -> list[Collection]:
    """The project's own documents, once for each file of questions about them."""
    folder = cache / "own"
    if not (folder / _NAMES).exists():
        _load(folder, _own_files(folder / _FILES), _base(cache, others))
    names = _names(folder)
    return [Collection(path.stem, folder, names, tuple(read(path))) for path in sorted(QUERIES.glob("*.jsonl"))]


def given(cache: Path, others: Path | None, files: Path, queries: Path) -> Collection:
    """Documents of somebody else, by the stems of their files."""
    folder = cache / queries.parent.name
    if not (folder / _NAMES).exists():
        _load(folder, {path: path.stem for path in sorted(files.iterdir())}, _base(cache, others))
    return Collection(folder.name, folder, _names(folder), tuple(read(queries)))


def _base(cache: Path, others: Path | None) -> Path | None:
    """An archive with the documents that are in the way; loaded once, and then copied."""
    folder = cache / OTHERS
    if others is not None and not folder.exists():
        half = folder.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        with avtalsarkiv.open(half) as archive:
            _exhaust(archive.ingest([others]))
        half.rename(folder)
    return folder if others is not None else None


def _exhaust(outcomes: Iterable[object]) -> None:
    for _ in outcomes:
        pass


def _own_files(folder: Path) -> dict[Path, str]:
    """The annotated documents as text, and the examples, with the names that questions know them by."""
    folder.mkdir(parents=True, exist_ok=True)
    return dict(_annotated(folder)) | {path: path.stem for path in sorted(EXAMPLES.iterdir())}


def _annotated(folder: Path) -> Iterator[tuple[Path, str]]:
    # Their names say what they are; nobody's files are called so, and the index holds the names of files.
    for source in sorted(ANNOTATED.glob("*.txt")):
        text, number = read_file(source).text, source.stem.partition("-")[0]
        path = folder / f"{number}.txt"
        path.write_text(text if int(number) % _DAMAGED else misreading.misread(text), encoding="utf-8")
        yield path, source.stem


def _load(folder: Path, files: Mapping[Path, str], base: Path | None) -> None:
    """Make the archive, and write down by which name questions know each document."""
    shutil.rmtree(folder / _ARCHIVE, ignore_errors=True)
    if base is not None:
        shutil.copytree(base, folder / _ARCHIVE)
    with avtalsarkiv.open(folder / _ARCHIVE) as archive:
        loaded = [(outcome.path, outcome.document) for outcome in archive.ingest(files)]
    names = {document: _name(path, files) for path, document in loaded if document}
    (folder / _NAMES).write_text(json.dumps(names, indent=1), encoding="utf-8")


def _name(shown: str, files: Mapping[Path, str]) -> str:
    """What stands inside a file, as an attachment does, goes by the file's name."""
    return next(name for path, name in files.items() if Path(shown.split("//")[0]).name == path.name)


def _names(folder: Path) -> dict[str, str]:
    names: dict[str, str] = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
    return names
