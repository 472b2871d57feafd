"""A PDF as a file: is it whole, is it locked, what does it hold besides pages. The only module that knows pikepdf."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pikepdf

from ....corpus.errors import UnreadableFile
from ....corpus.model import Attachment
from .unpacking import Overfull, unpacked_size

_BEYOND_MENDING: Final = "is a PDF damaged beyond mending: ask for the file again"
_BROKEN: Final = (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, LookupError)
"""What pikepdf raises for broken files; a full disk is another matter."""
_MOST_ATTACHMENTS: Final = 100
_LARGEST_ATTACHMENTS: Final = 200 * 2**20
"""Bytes of all of them together: they are held in memory until each has become a document."""
_MOST_COMMENTS: Final = 20
_LONGEST_COMMENT: Final = 200
"""Code points: a note is a hint, not the text."""
_PAINTED: Final = frozenset({"/Widget", "/FreeText", "/Stamp"})
"""Annotations that show text on the page: filled-in fields, typed remarks, stamps."""
_COMMENTS: Final = frozenset({"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Caret", "/Square"})


@dataclass(frozen=True, slots=True)
class Inspection:
    """What there is to know about a PDF before its pages are read."""

    pages: int
    """Found; what the file declares may be more."""
    declared: int
    damaged: bool
    """It contradicts itself and had to be put in order."""
    painted: bool = False
    """Annotations show text that is not in the pages' own contents."""
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def inspect(path: Path) -> Inspection:
    """Look into the file.

    Raises:
        UnreadableFile: A password is needed to read it, or nothing in it is found to be a PDF.
    """
    try:
        with pikepdf.open(path) as pdf:
            return _inspection(pdf)
    except pikepdf.PasswordError as error:
        raise UnreadableFile(
            "is protected by a password: open it with the password, save it without one and load it again"
        ) from error
    except _BROKEN as error:
        raise UnreadableFile(_BEYOND_MENDING) from error


@contextmanager
def put_in_order(path: Path) -> Iterator[Path]:
    """A temporary copy with its structure mended, and with the values of forms and remarks drawn on the pages.

    Raises:
        UnreadableFile: It is beyond mending.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "mended.pdf"
        try:
            with pikepdf.open(path) as pdf:
                pdf.generate_appearance_streams()
                pdf.flatten_annotations("all")
                pdf.save(copy, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        except _BROKEN as error:
            raise UnreadableFile(_BEYOND_MENDING) from error
        yield copy


def _inspection(pdf: pikepdf.Pdf) -> Inspection:
    pages = Inspection(len(pdf.pages), _declared(pdf), damaged=bool(pdf.get_warnings()))
    try:
        return _with_extras(pages, pdf)
    except MemoryError:
        raise
    except Exception:  # any, as what is not built by the book can be anything: the pages are to be had all the same
        return replace(pages, warnings=("forms, attachments and comments in it are damaged and were not read",))


def _with_extras(pages: Inspection, pdf: pikepdf.Pdf) -> Inspection:
    annotations = [(number, note) for number, page in enumerate(pdf.pages, 1) for note in _annotations(page)]
    subtypes = {str(note.get("/Subtype")) for _, note in annotations}
    attachments, left_out = _attachments(_file_specifications(pdf, annotations))
    return replace(
        pages,
        painted=not _PAINTED.isdisjoint(subtypes),
        notes=(*_form_notes(pdf), *_attachment_notes(attachments), *_comment_notes(annotations)),
        warnings=(*_xfa_warning(pdf), *left_out),
        attachments=tuple(attachments),
    )


def _annotations(page: pikepdf.Page) -> Iterator[pikepdf.Dictionary]:
    annotations = page.obj.get("/Annots")
    if isinstance(annotations, pikepdf.Array):
        yield from (note for note in annotations if isinstance(note, pikepdf.Dictionary))


def _declared(pdf: pikepdf.Pdf) -> int:
    try:
        return int(pdf.Root.Pages.Count)
    except (AttributeError, KeyError, TypeError, ValueError):
        return len(pdf.pages)


def _form_notes(pdf: pikepdf.Pdf) -> Iterator[str]:
    fields = [field for field in pdf.acroform.fields if not field.is_pushbutton]
    signatures = [field for field in fields if field.field_type == "/Sig"]
    filled = sum(bool(field.value_as_string) for field in fields)
    if len(fields) > len(signatures):
        yield f"a form; fields: {len(fields) - len(signatures)}, filled in: {filled}"
    if signed := sum("/V" in field.obj for field in signatures):
        yield f"digital signatures: {signed}, not checked"


def _xfa_warning(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.Root.get("/NeedsRendering") and "/XFA" in pdf.Root.get("/AcroForm", {}):
        yield "it is a form that only Adobe's programs can show: print it to PDF there, and load that"


def _comment_notes(annotations: Sequence[tuple[int, pikepdf.Dictionary]]) -> Iterator[str]:
    said = [(number, _text(note.get("/Contents"))) for number, note in annotations if _is_comment(note)]
    comments = [(number, text) for number, text in said if text]
    for number, text in comments[:_MOST_COMMENTS]:
        yield f"comment on page {number}: {text[:_LONGEST_COMMENT]}"
    if more := len(comments[_MOST_COMMENTS:]):
        yield f"{more} more comment{'s' if more > 1 else ''}"


def _is_comment(note: pikepdf.Dictionary) -> bool:
    return str(note.get("/Subtype")) in _COMMENTS


def _text(value: pikepdf.Object | None) -> str:
    return " ".join(str(value).split()) if isinstance(value, pikepdf.String) else ""


def _file_specifications(
    pdf: pikepdf.Pdf, annotations: Sequence[tuple[int, pikepdf.Dictionary]]
) -> Iterator[pikepdf.Object]:
    yield from (specification.obj for specification in pdf.attachments.values())
    pinned = (note.get("/FS") for _, note in annotations)
    yield from (file for file in pinned if isinstance(file, pikepdf.Dictionary) and "/EF" in file)


def _attachments(specifications: Iterable[pikepdf.Object]) -> tuple[list[Attachment], list[str]]:
    """The embedded files, as far as they can be held in memory, and a warning for each that was left out."""
    kept: list[Attachment] = []
    left_out: list[str] = []
    room = _LARGEST_ATTACHMENTS
    for number, specification in enumerate(specifications, 1):
        name = _text(specification.get("/UF", specification.get("/F"))) or f"attachment {number}"
        content = _content(specification, room) if len(kept) < _MOST_ATTACHMENTS else None
        if content is None:
            left_out.append(f"the attachment {name} was not taken out: it is too large or damaged")
        else:
            kept.append(Attachment(name, content))
            room -= len(content)
    return kept, left_out


def _content(specification: pikepdf.Object, room: int) -> bytes | None:
    stream = specification.EF.get("/F", specification.EF.get("/UF"))
    if not isinstance(stream, pikepdf.Stream) or int(stream.get("/Length", 0)) > room:
        return None
    with suppress(pikepdf.PdfError, Overfull):
        unpacked_size(stream.read_raw_bytes(), _filters(stream), room)
        return stream.read_bytes()
    return None


def _filters(stream: pikepdf.Stream) -> list[str]:
    named = stream.get("/Filter", pikepdf.Array())
    return [str(name).removeprefix("/") for name in (named if isinstance(named, pikepdf.Array) else [named])]


def _attachment_notes(attachments: Sequence[Attachment]) -> Iterator[str]:
    if attachments:
        yield f"attachments: {', '.join(attachment.name for attachment in attachments)}"
