"""How right the extracted facts are, over documents of our own with their facts marked in them, and over any others.

    python -m avtalsarkiv.bench.facts [--errors] [--damaged] [FOLDER ...]

A folder holds annotated texts (bench/annotated.py), or texts with a .jsonl of the same name that lists their facts.
Without one, those of tests/annotated are measured. F1 counts a fact as right when what it says is (bench/matching.py),
F1+ when its role, period or § is right too. Behind precision and recall stand their 95 % intervals.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from avtalsarkiv.bench.annotated import Annotated, Noted, read_file
from avtalsarkiv.bench.matching import KINDS, OTHERS, SECOND, Outcome, Score, bare_dnr, compare, same_field
from avtalsarkiv.bench.scoring import wilson
from avtalsarkiv.corpus.facts import Fact
from avtalsarkiv.corpus.model import PAGE_BREAK, Known, Origin, Page, Quality, Verdict
from avtalsarkiv.ingest.extract.extractor import extract
from avtalsarkiv.ingest.extract.head import describe
from avtalsarkiv.ingest.repair.repairer import repair_pages
from avtalsarkiv.ingest.titles import title_of

OWN: Final = Path(__file__).parent.parent / "tests" / "annotated"


class Measured(NamedTuple):
    """A document, and what the program found in it."""

    document: Annotated
    found: tuple[Noted, ...]
    """The first is the document itself."""

    def outcome(self, kind: str) -> Outcome:
        """What became of its facts of a kind."""
        return compare(self.document.facts, self.found, kind)


def main() -> int:
    """Read the options, extract, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", action="store_true", help="list what is missed, false, or right but for one field")
    parser.add_argument(
        "--damaged", action="store_true", help="repair the texts first, as those read from pictures are"
    )
    options = parser.parse_args()
    documents = [document for folder in options.folders or [OWN] for document in documents_in(folder)]
    if not documents:
        parser.error("no annotated texts there")
    _report([measure(document, damaged=options.damaged) for document in documents], errors=options.errors)
    return 0


def documents_in(folder: Path) -> Iterator[Annotated]:
    """The annotated documents of a folder, of both forms, by name."""
    for path in sorted(folder.glob("*.txt")):
        listed = path.with_suffix(".jsonl")
        if listed.exists():
            yield Annotated(path.stem, path.read_bytes().decode("utf-8"), tuple(_listed(listed)))
        elif "\n---\n" in path.read_text("utf-8"):
            yield read_file(path)


def _listed(path: Path) -> Iterator[Noted]:
    for line in filter(str.strip, path.read_text("utf-8").splitlines()):
        row = json.loads(line)
        kind, page, start, end, text = (row.pop(name) for name in ("kind", "page", "start", "end", "text"))
        optional = bool(row.pop("optional", False))
        said = {name: _said(value) for name, value in row.items() if value is not None}
        yield Noted(kind, page, start, end, text, said, optional)


def _said(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def measure(document: Annotated, *, damaged: bool = False) -> Measured:
    """Extract from a document's text what can be compared with its annotation."""
    pages = [
        Page(number, text.removesuffix("\n"), Origin.PLAIN, Quality(Verdict.KEEP, ""))
        for number, text in enumerate(document.text.split(PAGE_BREAK), 1)
    ]
    if damaged:
        repairs = repair_pages(pages, Known())
        pages = [replace(page, repairs=of_page) for page, of_page in zip(pages, repairs, strict=True)]
    title = title_of(line for page in pages for line in page.text.split("\n"))
    head = describe(title, pages)
    said = {"title": title, "doc_type": head.doc_type or "ovrigt", "date": head.date, "dnr": "; ".join(head.dnr)}
    whole = Noted("document", 1, 0, 0, title or "", {name: value for name, value in said.items() if value})
    return Measured(document, (whole, *map(_noted, extract(pages, head).facts)))


def _noted(fact: Fact) -> Noted:
    fields = ((name.removesuffix("_"), getattr(fact.content, name)) for name in fact.content.__slots__)
    said = {name: str(value) for name, value in fields if value is not None}
    return Noted(str(fact.kind), fact.page, fact.start, fact.end, fact.text, said)


def _report(measured: Sequence[Measured], *, errors: bool) -> None:
    by_kind = {kind: [one.outcome(kind) for one in measured] for kind in KINDS}
    if errors:
        for number, one in enumerate(measured):
            print("\n".join(_errors(one, [by_kind[kind][number] for kind in KINDS])))
    print(f"{len(measured)} documents")
    print(f"{'':9} {'n':>5} {'found':>5}  {'P':21}{'R':21}{'F1':>6} {'F1+':>6} {'page':>6}")
    for kind, outcomes in (*by_kind.items(), ("all", [one for each in by_kind.values() for one in each])):
        print(f"{kind:9} {_row(Score.of(outcomes))}")
    print(_single_fields(by_kind))
    print(_heads(measured))


def _row(score: Score) -> str:
    precision, recall = _share(score.right, score.found), _share(score.right, score.expected)
    page = f"{score.page / score.right:6.3f}" if score.right else "     -"
    f1, plus = score.f1(score.right), score.f1(score.second)
    return f"{score.expected:5} {score.found:5}  {precision}  {recall}  {f1:5.3f}  {plus:5.3f} {page}"


def _share(count: int, n: int) -> str:
    low, high = wilson(count, n)
    return f"{count / n if n else 0:5.3f} ({low:.3f}-{high:.3f})"


def _single_fields(by_kind: dict[str, list[Outcome]]) -> str:
    """How often each further field is right, of the matched facts whose annotation says it."""
    shares = []
    for kind, outcomes in by_kind.items():
        pairs = [pair for outcome in outcomes for pair in outcome.pairs]
        for name in OTHERS[kind]:
            said = [same_field(name, *pair) for pair in pairs if name in pair.expected.fields]
            shares += [f"{kind}.{name} {sum(said)}/{len(said)}"] * bool(said)
    return "fields    " + "  ".join(shares)


_HEAD_FIELDS: Final[dict[str, Callable[[str], object]]] = {
    "doc_type": str,
    "date": str,
    "dnr": lambda said: {bare_dnr(dnr) for dnr in said.split(";") if dnr.strip()},
}


def _heads(measured: Sequence[Measured]) -> str:
    """How often type, date and dnr of a document are right."""
    wrong = Counter(name for one in measured for name in _wrong_in_head(one))
    right = (f"{name} {len(measured) - wrong[name]}/{len(measured)}" for name in _HEAD_FIELDS)
    return "document  " + "  ".join(right)


def _wrong_in_head(one: Measured) -> list[str]:
    said, found = one.document.facts[0].fields, one.found[0].fields
    return [name for name, form in _HEAD_FIELDS.items() if form(said.get(name, "")) != form(found.get(name, ""))]


def _errors(one: Measured, outcomes: Iterable[Outcome]) -> Iterator[str]:
    name = one.document.name
    for outcome in outcomes:
        yield from (f"{name} missed {_shown(fact)}" for fact in outcome.missed)
        yield from (f"{name} false  {_shown(fact)}" for fact in outcome.false)
        for pair in outcome.pairs:
            field = SECOND[pair.expected.kind]
            if not pair.second_right:
                yield f"{name} {field:6} {_shown(pair.expected)}: found {pair.found.fields.get(field)}"
            if not pair.page_right:
                yield f"{name} page   {_shown(pair.expected)}: found {pair.found.page}"
    for field in _wrong_in_head(one):
        expected, found = (facts[0].fields.get(field) for facts in (one.document.facts, one.found))
        yield f"{name} {field}: expected {expected}, found {found}"


def _shown(fact: Noted) -> str:
    names = ("name", "type", "value", "unit", "per", "from", "to", "duration", "role", "paragraph", "point")
    fields = " ".join(f"{name}={fact.fields[name]}" for name in names if name in fact.fields)
    return f"{fact.kind} p{fact.page} {fields} <- {' '.join(fact.text.split())[:90]!r}"


if __name__ == "__main__":
    sys.exit(main())
