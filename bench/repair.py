"""How well lost letters come back, what harm it does, and what it costs.

    python -m avtalsarkiv.bench.repair [--make] [--material DIR] [--errors N] [--every N]

Draws and reads the project's own documents the first time (four minutes, needs Tesseract's `eng`), and after that with
--make. DIR holds more: pairs/*.jsonl (id, truth, seen), text/sv-official.txt.xz, gold/ and seeds/. Prints tables in
Markdown; shares have 95 % intervals by Wilson's method.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Final

from avtalsarkiv.bench import foreign_names, repair_cost, undamaged
from avtalsarkiv.bench.judging import Judgement, Verified, changed_words, judged, together
from avtalsarkiv.bench.misreading import OWN, WRITTEN, make
from avtalsarkiv.bench.pairs import Pair, load
from avtalsarkiv.bench.scoring import wilson
from avtalsarkiv.bench.undamaged import Material
from avtalsarkiv.corpus.model import Standing

_HELD_OUT_FROM: Final = "p035"
"""Pages of pairs/pages.jsonl from which nothing is learned."""
_BANDS: Final = ((0.99, 1.01), (0.95, 0.99), (0.9, 0.95), (0.8, 0.9), (0.5, 0.8), (0.0, 0.5), (0.95, 1.01))
"""Of confidence: from, and below; the last one is that of repairs that are shown as certain."""
_SHOWN_CHANGES: Final = 12
_PAGES_TIMED: Final = 100


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--make", action="store_true", help="draw and read the project's own documents again")
    parser.add_argument("--material", type=Path, help="a folder with more to measure on")
    parser.add_argument("--errors", type=int, default=0, help="show so many of the differences left in each set")
    parser.add_argument("--every", type=int, default=1, help="measure on every so many-th document and page only")
    options = parser.parse_args()
    if options.make or not OWN.exists():
        make()
    sets = {name: pairs[:: options.every] for name, pairs in _damaged(options.material)}
    clean = [Material(name, pages[:: options.every]) for name, pages in _clean(options.material)]
    judgements = {name: together([judged(pair) for pair in pairs]) for name, pairs in sets.items()}
    _print_restored(judgements, options.errors)
    _print_reliability([verified for one in judgements.values() for verified in one.verified])
    _print_harm(clean, options.errors)
    _print_names(options.every)
    _print_cost(sets, clean)


def _damaged(material: Path | None) -> Iterator[tuple[str, list[Pair]]]:
    own = load(OWN)
    yield "documents of names and tables", [pair for pair in own if pair.id.startswith(WRITTEN)]
    yield "example documents", [pair for pair in own if not pair.id.startswith(WRITTEN)]
    if material is None:
        return
    pages = load(material / "pairs" / "pages.jsonl")
    yield "speeches, held out", [pair for pair in pages if pair.id >= _HELD_OUT_FROM]
    yield "annotated documents", load(material / "pairs" / "dev.jsonl")
    yield "real documents", list(_real(material))


def _real(material: Path) -> Iterator[Pair]:
    """Documents that came damaged and whose true text somebody wrote down."""
    for path in sorted((material / "seeds").glob("*.txt")):
        truth = (material / "gold" / "seeds" / f"s{path.name[:3]}.txt").resolve()
        if truth.exists() and truth.read_text(encoding="utf-8") != path.read_text(encoding="utf-8"):
            yield Pair(path.stem, truth.read_text(encoding="utf-8"), path.read_text(encoding="utf-8"), "")


def _clean(material: Path | None) -> Iterator[Material]:
    yield from undamaged.swedish()
    if material is not None:
        yield from undamaged.swedish_in(material)
    yield undamaged.english()


def _print_restored(judgements: dict[str, Judgement], errors: int) -> None:
    heads = ("words", "wrong before", "after", "95 % interval", "read with `swe`", "right words spoilt in 10,000")
    _print_head("damaged text", *heads)
    for name, one in judgements.items():
        before, after, again = (f"{count / one.words:.2%}" for count in (one.before, one.after, one.read_again))
        interval, spoilt = _interval(one.after, one.words), _in_ten_thousand(len(one.spoilt), one.right)
        known = one.read_again < one.words
        print(_row(name, f"{one.words:,}", before, after, interval, again if known else "not known", spoilt))
    for name, one in judgements.items() if errors else ():
        _print_pairs(f"Left in {name}", one.left, errors)
        _print_pairs(f"Right words made wrong in {name}", one.spoilt, errors)


def _print_pairs(title: str, pairs: Iterable[tuple[str, str]], most: int) -> None:
    print(f"\n{title}:\n")
    for (meant, stands), count in Counter(pairs).most_common(most):
        print(f"{count:4}  {meant or '-'}  ->  {stands or '-'}")


def _print_reliability(verified: Sequence[Verified]) -> None:
    _print_head("confidence", "repairs made", "right", "95 % interval", "suggestions", "right", "95 % interval")
    for low, high in _BANDS:
        band = [one for one in verified if low <= one.repair.confidence < high]
        cells = chain.from_iterable(_share_right(band, standing) for standing in (Standing.MADE, Standing.SUGGESTED))
        print(_row(f"{low:g} - {min(high, 1):g}", *cells))


def _share_right(verified: Iterable[Verified], standing: Standing) -> tuple[str, str, str]:
    right = [one.right for one in verified if one.repair.standing is standing]
    if not right:
        return "0", "", ""
    return f"{len(right):,}", f"{sum(right) / len(right):.2%}", _interval(sum(right), len(right))


def _print_harm(clean: Iterable[Material], errors: int) -> None:
    _print_head("undamaged text", "words", "changed", "in 10,000", "among them")
    for name, pages in clean:
        counts, changes = zip(*map(changed_words, pages), strict=True)
        changed = list(chain.from_iterable(changes))
        some = _listed(dict.fromkeys(changed), max(errors, _SHOWN_CHANGES))
        words = sum(counts)
        print(_row(name, f"{words:,}", len(changed), _in_ten_thousand(len(changed), words), some))


def _print_names(every: int) -> None:
    _print_head("foreign and Sami names in damaged pages", "names", "changed", "among them")
    written, misread = foreign_names.as_written(), foreign_names.as_misread()
    for how, settings in (("as they are written", written), ("without their marks", misread)):
        changed = foreign_names.changed(settings[::every])
        print(_row(how, len(settings[::every]), len(changed), _listed(changed, _SHOWN_CHANGES)))


def _print_cost(sets: dict[str, list[Pair]], clean: Iterable[Material]) -> None:
    damaged = [pair.seen for pairs in sets.values() for pair in pairs]
    pages = [page for material in clean for page in material.pages]
    cost = repair_cost.measured(damaged, pages[:: max(1, len(pages) // _PAGES_TIMED)])
    _print_head("cost, of one process on one core", "")
    print(_row("loading, until a first line has been repaired", f"{cost.loading:.2f} s"))
    print(_row("memory that loading took", f"{cost.memory:.0f} MB"))
    print(_row("peak memory of the process", f"{cost.peak:.0f} MB"))
    print(_row("damaged text", f"{cost.cold:,.0f} words/s"))
    print(_row("the same text a second time", f"{cost.warm:,.0f} words/s"))
    print(_row("undamaged text", f"{cost.clean:,.0f} words/s"))
    print(_row("the same text a second time", f"{cost.clean_warm:,.0f} words/s"))


def _listed(changes: Iterable[tuple[str, str]], most: int) -> str:
    return ", ".join(f"{seen} -> {meant}" for seen, meant in islice(changes, most))


def _print_head(*cells: str) -> None:
    print(f"\n{_row(*cells)}\n{'|---' * len(cells)}|")


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _interval(count: int, n: int) -> str:
    low, high = wilson(count, n)
    return f"{100 * low:.2f} - {100 * high:.2f}"


def _in_ten_thousand(count: int, n: int) -> str:
    low, high = wilson(count, n)
    return f"{10_000 * count / max(n, 1):.1f} ({10_000 * low:.1f} - {10_000 * high:.1f})"


if __name__ == "__main__":
    main()
