"""How many digits of printed amounts and diary numbers are read wrong, and how many of those look sure.

    python -m avtalsarkiv.bench.digits [--pages N] [--dpi N]

Draws pages in the manner of agreements with invented amounts and dnr, wears them as a scanner does, reads them and
compares digit by digit. A wrong digit in a word of confidence 90 or more is the dangerous one: nothing marks it.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from avtalsarkiv.bench.scoring import wilson
from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.ingest.ocr.recognizer import recognize

_FONTS: Final = Path("/usr/share/fonts/truetype")
_FACES: Final = (
    "liberation/LiberationSans-Regular",
    "liberation/LiberationSerif-Regular",
    "crosextra/Carlito-Regular",
    "crosextra/Caladea-Regular",
)
_FIGURES_A_PAGE: Final = 60
_SIZE: Final = 10.5
"""Points."""
_SURE: Final = 90
"""Confidence from which a digit is not marked as doubtful."""


class Tally(NamedTuple):
    """What became of the digits of one page."""

    figures: int
    digits: int
    wrong: int
    """Digits missing or read as others."""
    wrong_and_sure: int
    added: int
    """Digits read where none was printed."""


def main() -> None:
    """Read the options, draw, recognise, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=50, help=f"of {_FIGURES_A_PAGE} figures each (default: 50)")
    parser.add_argument("--dpi", type=int, default=300)
    options = parser.parse_args()
    tallies = [_measure(seed, options.dpi) for seed in range(options.pages)]
    _report(Tally(*map(sum, zip(*tallies, strict=True))), options.dpi)


def _report(total: Tally, dpi: int) -> None:
    print(f"{total.figures} amounts and dnr, {total.digits} digits, {dpi} dpi")
    print(f"{'':28}{'digits':>8}{'in 1,000':>10}   95 % interval")
    rows = (
        ("read wrong", total.wrong),
        (f"of these at confidence >= {_SURE}", total.wrong_and_sure),
        ("read where none stands", total.added),
    )
    for label, count in rows:
        low, high = wilson(count, total.digits)
        print(f"{label:28}{count:8}{1000 * count / total.digits:10.2f}   {1000 * low:.2f} to {1000 * high:.2f}")


def _measure(seed: int, dpi: int) -> Tally:
    lines = list(_lines(random.Random(seed)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        _draw(lines, seed, dpi).save(path, dpi=(dpi, dpi))
        waiting = Page(1, "", Origin.OCR, Quality(Verdict.REREAD, "a picture"), waiting=True)
        (page,) = recognize(path, "image/png", [waiting])
    return _compare("\n".join(lines), page)


def _compare(printed: str, page: Page) -> Tally:
    expected = [character for character in printed if character.isdigit()]
    read = [(character, _confidence(page, at)) for at, character in enumerate(page.text) if character.isdigit()]
    matcher = SequenceMatcher(None, expected, [character for character, _ in read], autojunk=False)
    count: Counter[str] = Counter()
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind == "equal":
            continue
        replaced = min(a1 - a0, b1 - b0)
        count["wrong"] += a1 - a0
        count["added"] += b1 - b0 - replaced
        count["sure"] += sum(confidence >= _SURE for _, confidence in read[b0 : b0 + replaced])
    return Tally(_FIGURES_A_PAGE, len(expected), count["wrong"], count["sure"], count["added"])


def _confidence(page: Page, at: int) -> int:
    return min((word.confidence or 0 for word in page.words.within(at, at + 1)), default=0)


def _lines(r: random.Random) -> Iterator[str]:
    """Sentences with one figure each, then a table with three a row."""
    for _ in range(_FIGURES_A_PAGE // 2):
        yield r.choice(_SENTENCES).format(r.choice(_FIGURES)(r))
    for _ in range(_FIGURES_A_PAGE // 6):
        yield f"{r.choice(_LABELS):<24}" + "".join(f"{_grouped(r.randint(10, 9_999_999)):>16}" for _ in range(3))


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", " ")


_FIGURES: Final[tuple[Callable[[random.Random], str], ...]] = (
    lambda r: f"{_grouped(r.randint(1, 9_999) * 1_000)} kr",
    lambda r: f"{_grouped(r.randint(100, 99_999))},{r.randint(0, 99):02} kr",
    lambda r: f"{r.randint(1, 99)},{r.randint(1, 9)} mnkr",
    lambda r: f"{r.randint(100, 9_999)} tkr",
    lambda r: f"{r.choice(('RUN', 'KS', 'BUN'))}/{r.randint(1, 999)}/{r.randint(2015, 2026)}",
    lambda r: f"{r.choice(('KS', 'TN', 'HSN'))} {r.randint(2015, 2026)}-{r.randint(1, 2_000):05}",
    lambda r: f"dnr {r.randint(2015, 2026)}/{r.randint(10, 9_999)}",
    lambda r: f"{r.randint(1, 28):02}.{r.randint(1, 12):02}.{r.randint(2015, 2026)}",
)
_SENTENCES: Final = (
    "Ersättningen uppgår till {} för hela avtalstiden.",
    "Parterna är överens om {} enligt bilagan.",
    "Ärendet har handlagts under beteckningen {} i registret.",
    "Kommunen betalar {} senast den sista dagen i månaden.",
    "Se även {} och det tidigare beslutet.",
)
_LABELS: Final = ("Personal", "Lokaler", "Resor", "Övriga kostnader", "Summa")


def _draw(lines: list[str], seed: int, dpi: int) -> Image.Image:
    """The lines on an A4 sheet, columns at their places, then turned a little, blurred and with grain."""
    r = random.Random(seed)
    font = ImageFont.truetype(_FONTS / f"{_FACES[seed % len(_FACES)]}.ttf", round(_SIZE * dpi / 72))
    image = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 250)
    draw = ImageDraw.Draw(image)
    advance = draw.textlength("0", font=font)
    for number, line in enumerate(lines):
        y = dpi * 0.8 + number * _SIZE * 1.45 * dpi / 72
        for column, text in _cells(line):
            draw.text((dpi * 0.8 + column * advance, y), text, font=font, fill=25)
    image = image.rotate(r.uniform(-0.5, 0.5), Image.Resampling.BICUBIC, fillcolor=250)
    image = image.filter(ImageFilter.GaussianBlur(r.uniform(0.3, 0.6)))
    grain = np.random.default_rng(seed).normal(0, 6, (image.height, image.width))
    return Image.fromarray((np.asarray(image) + grain).clip(0, 255).astype(np.uint8))


def _cells(line: str) -> Iterator[tuple[int, str]]:
    column = 0
    for cell in line.split("  "):
        if cell.strip():
            yield column + len(cell) - len(cell.lstrip()), cell.strip()
        column += len(cell) + 2


if __name__ == "__main__":
    main()
