"""Does the right document come first? Over the project's own documents and any others, among many in the way.

    python -m avtalsarkiv.bench.relevance [--others DIR] [--given FILES QUERIES.jsonl] [--errors | --tune] [--cache DIR]

The first time, archives are made in the cache, by default build/relevance: of the annotated documents of the tests,
every seventh of them damaged, with the examples, and one for each --given; DIR holds files that are loaded beside them.
After that a run takes seconds; delete the cache when documents change. Shares have 95 % intervals by Wilson's method.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from avtalsarkiv.bench.relevance.asking import answered
from avtalsarkiv.bench.relevance.material import Collection, given, own
from avtalsarkiv.bench.relevance.scores import Answered, by_type, table
from avtalsarkiv.index.searching.weights import WEIGHTS

_HELD: Final = "held"
"""The questions whose misses nobody sees, lest they be mended for."""
_LANGUAGE: Final = "language"
"""Questions that say themselves what fits, whatever it is worth."""
_CACHE: Final = Path(__file__).parents[2] / "build" / "relevance"


def main() -> None:
    """Make what is not there yet, ask, print."""
    options = _options()
    every = collections(options.cache, options.others, options.given)
    if options.tune:
        _tune([one for one in every if one.name not in (_HELD, _LANGUAGE)])
    else:
        _report(every, errors=options.errors)


def collections(cache: Path, others: Path | None, rest: Iterable[Sequence[Path]]) -> list[Collection]:
    """The project's own, and those given as files and questions."""
    return [*own(cache, others), *(given(cache, others, files, queries) for files, queries in rest)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m avtalsarkiv.bench.relevance",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--others", type=Path, metavar="DIR", help="files that are in the way")
    parser.add_argument("--given", type=Path, nargs=2, action="append", default=[], metavar=("FILES", "QUERIES"))
    parser.add_argument("--cache", type=Path, default=_CACHE, metavar="DIR")
    parser.add_argument("--errors", action="store_true", help="list what is not answered rightly, but of the held set")
    parser.add_argument("--tune", action="store_true", help="try other weights, on all but the held set")
    return parser.parse_args()


def _report(every: Sequence[Collection], *, errors: bool) -> None:
    for collection in every:
        answers = answered(collection)
        print(f"\n{table(collection.name, by_type(answers))}")
        if errors and collection.name != _HELD:
            print(*(_miss(one) for one in answers if not one.right), sep="\n")


def _tune(every: Sequence[Collection]) -> None:
    from avtalsarkiv.bench.relevance import tuning

    with tuning.measuring(every) as score:
        for step in tuning.tuned(WEIGHTS, lambda weights: tuning.worth(score(weights))):
            print(tuning.table(step), flush=True)


def _miss(one: Answered) -> str:
    asked = one.asked
    return f"{asked.type:15} {asked.query!r} wants {sorted(asked.relevant)}, got {list(one.ranked[:4])}  ({asked.note})"


if __name__ == "__main__":
    main()
