"""What does not add up in a document, for an auditor: each finding with the figures as printed, and where they stand.

An auditor must be able to trust them: where a table or a sentence can be read in two ways, there is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....corpus.facts import Finding
from ..dates import impossible
from ..layout.structure import Structure
from ..mentions import Identifier, Mention
from ..tables import tables
from .columns import column_sums, row_sums
from .numbers import too_large, wrong_check_digits
from .shares import shares
from .terms import backward, crossed, signed_late
from .totals import totals
from .wording import figures_and_words

__all__ = ["findings"]


def findings(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> list[Finding]:
    """Findings, in the order of the text; docs/facts.md lists their kinds."""
    found = _found(structure, identifiers, mentions)
    return sorted(found, key=lambda finding: (finding.where.start if finding.where else 0, finding.kind))


def _found(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> Iterator[Finding]:
    for table in tables(structure):
        if len(table.rows) > 1:  # of a line that stands alone nobody knows what it adds up
            yield from column_sums(structure, table)
            yield from row_sums(structure, table)
    yield from shares(structure, mentions)
    yield from totals(structure, mentions)
    yield from figures_and_words(structure)
    yield from backward(structure, mentions)
    yield from crossed(structure, mentions)
    yield from signed_late(structure, mentions)
    yield from too_large(structure, mentions)
    yield from wrong_check_digits(structure, identifiers)
    for day in impossible(structure):
        yield Finding("impossible_date", f"{' '.join(day.text.split())} is a day that no calendar has", day)
