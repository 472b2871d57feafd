"""What the documents of an archive are to each other, computed from what was extracted of each.

    relations = related(records)
    relations.of(id)          replaces, amends, extends, terminates, decided_by, mentions, and each from its other end
    relations.ties(id, its)   the same with what is not held, for the references `its` of the document
    relations.named           agreements and decisions that are named and not held
    relations.group_of(id)    its copies: draft, signed, scanned; `counted` is the one whose amounts count
    relations.annexes         agreements whose text stands in minutes too
    relations.repeated        amounts not to be counted again, by (document, start)
    relations.changes_of(id)  what amends, extends, replaces or terminates an agreement, with the days
    relations.findings        gaps in the numbers of a body's §§

Pure functions: nothing is read or stored. Ten thousand documents take about a second.
"""

from __future__ import annotations

from collections.abc import Iterable

from .copies import copies
from .gaps import gaps
from .knowing import known
from .lives import changes
from .model import (
    INVERSE,
    Annex,
    ArchiveFinding,
    Change,
    Group,
    Inverse,
    Link,
    Named,
    Neighbour,
    Record,
    Relations,
    Tie,
)
from .repeated import repeated
from .resolving import resolved

__all__ = [
    "INVERSE", "Annex", "ArchiveFinding", "Change", "Group", "Inverse", "Link", "Named", "Neighbour", "Record",
    "Relations", "Tie", "related",
]  # fmt: skip


def related(records: Iterable[Record]) -> Relations:
    """What these documents are to each other; the same whatever their order."""
    all_ = sorted(map(known, records), key=lambda one: one.record.id)
    groups, annexes = copies(all_)
    links, named = resolved(all_, groups)
    return Relations(
        links=links,
        named=named,
        groups=groups,
        annexes=annexes,
        changes=changes(all_, links, groups),
        findings=gaps(all_),
        repeated=repeated([one.record for one in all_], groups, annexes),
    )
