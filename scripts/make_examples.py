"""Make the documents in `examples/` from their sources in `scripts/examples`: the same bytes every time.

Run with `python -m avtalsarkiv.scripts.make_examples` where the tests' dependencies are installed. The web page,
the amendment and the damaged text are written by hand and stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image

from avtalsarkiv.scripts import office
from avtalsarkiv.scripts.typesetting import Source, typeset
from avtalsarkiv.tests.drawing import (
    BOLD,
    Line,
    Run,
    Sheet,
    Wear,
    digital_pdf,
    layered_pdf,
    mail,
    page_image,
    scan_pdf,
    scanned,
    stamped_pdf,
    tiff,
    typewritten,
)

SOURCES: Final = Path(__file__).resolve().parent / "examples"
EXAMPLES: Final = Path(__file__).resolve().parent.parent / "examples"
OFFICE_SCANNER: Final = Wear(skew=0.5, blur=0.5, noise=3, quality=40)
BAD_SCANNER: Final = Wear(skew=-1.1, blur=0.7, noise=5, quality=35)
FAX: Final = Wear(skew=0.3, blur=0.6, noise=12, threshold=150)
STAMP: Final[Sheet] = (
    Run(404, 84, "INKOM 2016-08-30", BOLD, 12),
    Run(404, 99, "Dnr KFN 2016/58", BOLD, 12),
    *(Line(396, y, 532, y, 1.5) for y in (68, 106)),
    *(Line(x, 68, x, 106, 1.5) for x in (396, 532)),
)


def make() -> None:
    """Write every example anew."""
    for name, recipe in RECIPES.items():
        recipe(EXAMPLES / name)


def _text(name: str) -> str:
    return (SOURCES / f"{name}.txt").read_text(encoding="utf-8")


def _scans(name: str, wear: Wear, dpi: int) -> list[Image.Image]:
    sheets = typeset(Source.parse(_text(name)))
    return [scanned(page_image(sheet, dpi), wear, seed) for seed, sheet in enumerate(sheets)]


def _scanned_pdf(path: Path) -> None:
    scan_pdf(path, _scans(path.stem, OFFICE_SCANNER, 200), 200)


def _layered_pdf(path: Path) -> None:
    layered_pdf(path, _scans(path.stem, BAD_SCANNER, 200), "eng", 200)


def _digital_pdf(path: Path) -> None:
    digital_pdf(path, typeset(Source.parse(_text(path.stem))), path.stem)


def _sideways_pdf(path: Path) -> None:
    pages = _scans(path.stem, OFFICE_SCANNER, 200)
    scan_pdf(path, [page.transpose(Image.Transpose.ROTATE_90) for page in pages], 200)


def _stamped_pdf(path: Path) -> None:
    stamped_pdf(path, _scans(path.stem, OFFICE_SCANNER, 200), STAMP, 200)


def _typewritten_pdf(path: Path) -> None:
    texts = [_text(path.stem), _text(f"{path.stem}-2")]
    pages = [scanned(typewritten(text, 200, seed), OFFICE_SCANNER, seed) for seed, text in enumerate(texts)]
    scan_pdf(path, pages, 200)


def _fax(path: Path) -> None:
    tiff(path, _scans(path.stem, FAX, 300), 300)


def _photograph(path: Path) -> None:
    _scans(path.stem, BAD_SCANNER, 200)[0].save(path, "JPEG", quality=45, dpi=(200, 200))


def _word(path: Path) -> None:
    office.word(path, Source.parse(_text(path.stem)))


def _open_text(path: Path) -> None:
    office.open_text(path, Source.parse(_text(path.stem)))


def _mail(path: Path) -> None:
    attachment = digital_pdf(path.with_suffix(".pdf"), typeset(Source.parse(_text(f"{path.stem}-bilaga"))))
    content = attachment.read_bytes()
    attachment.unlink()
    mail(path, "Remiss: ny avfallstaxa 2024", _text(path.stem), {"Förslag till avfallstaxa.pdf": content})


def _encoded(encoding: str) -> Callable[[Path], None]:
    return lambda path: _write(path, _text(path.stem).encode(encoding))


def _mojibake(path: Path) -> None:
    """UTF-8 that some program took for Windows-1252 and saved again."""
    _write(path, _text(path.stem).encode("utf-8").decode("cp1252").encode("utf-8"))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content.replace(b"\n", b"\r\n"))


RECIPES: Final[dict[str, Callable[[Path], None]]] = {
    "samverkansavtal-kollektivtrafik.pdf": _scanned_pdf,
    "driftavtal-skoterleder.pdf": _layered_pdf,
    "projektansokan-bredband.pdf": _digital_pdf,
    "nyhetsbrev-fjallkusten.pdf": _digital_pdf,
    "arrendeavtal-camping.pdf": _sideways_pdf,
    "ansokan-foreningsbidrag.pdf": _stamped_pdf,
    "byggnadsnamnden-1987.pdf": _typewritten_pdf,
    "hyresavtal-fritidsgard.tif": _fax,
    "uppsagning-stadavtal.jpg": _photograph,
    "beslut-medfinansiering-bokbuss.docx": _word,
    "tjansteskrivelse-vagbelysning.odt": _open_text,
    "remiss-avfallstaxa.eml": _mail,
    "delegationslista-1996.txt": _encoded("cp850"),
    "anbudsoppning-skolskjuts.txt": _encoded("cp1252"),
    "protokollsutdrag-raddningstjanst.txt": _mojibake,
}

if __name__ == "__main__":
    make()
