"""What an amount is for, who pays it and to whom, and when: from the sentence it stands in. Never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....corpus.facts import Amount
from ..clauses import Clause
from ..layout.structure import Structure
from ..mentions import Mention
from .frames import Frames
from .names import names_of
from .purpose import Purposes
from .sums import Sums
from .times import Times
from .told import role_of_sentence

__all__ = ["with_roles"]


def with_roles(structure: Structure, mentions: Sequence[Mention], clauses: Sequence[Clause] = ()) -> list[Mention]:
    """The same mentions, amounts with role, payer, payee and the time they are for, where the text says so."""
    sums = Sums(structure, mentions)
    frames = Frames(sums, names_of(structure, mentions))
    purposes, times = Purposes(sums), Times(sums)
    told = []
    for mention in mentions:
        if isinstance(mention.content, Amount):
            one = sums.of(mention)
            payer, payee = frames.of(one)
            from_, to = times.of(one)
            content = replace(
                mention.content,
                role=mention.content.role or purposes.of(one) or role_of_sentence(clauses, mention.start, one),
                payer=mention.content.payer or payer,
                payee=mention.content.payee or payee,
                from_=from_,
                to=to,
            )
            mention = replace(mention, content=content)
        told.append(mention)
    return told
