"""What an archive knows of its facts, and what people say of them."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Unpack

from ..corpus.kept import Kept
from ..corpus.lock import exclusive
from ..corpus.model import Document
from ..corpus.terms import Duration
from ..ledger import auditing, correcting, registering
from ..ledger.auditing import Noted
from ..ledger.registering import Registered
from ..ledger.stating import Choice, Stated, Statements
from .opening import Opened


class FactRecord(Opened):
    """The part of an archive that is about facts."""

    @cached_property
    def extract_version(self) -> str:
        """What tells what this program extracts from what another version did."""
        from ..ingest.extracting import version_of

        return version_of(self.store.program)

    @cached_property
    def statements(self) -> Statements:
        """What the documents state."""
        return Statements(self.store, self.index)

    def facts(self, **choice: Unpack[Choice]) -> Iterator[Stated]:
        """What the documents state, one at a time with its facts; `stating.Choice` lists what can be chosen.

        Raises:
            UsageError: An amount to choose by is no number.
        """
        return self._asked(choice).of(choice)

    def agreements(
        self, *, expiring: str | None = None, as_of: dt.date | None = None, **choice: Unpack[Choice]
    ) -> Iterator[Registered]:
        """The register of agreements of the documents chosen, then those that are named in them and not held.

        Args:
            expiring: An ISO 8601 duration, "P12M": only those whose term ends within it.
            as_of: The day that this and `in_force` count from; None for today.
            choice: Which documents.

        Raises:
            ValueError: `expiring` is no duration.
        """
        within = None if expiring is None else Duration.of(expiring)
        found = registering.registered(self.store, self._asked(choice), choice, as_of or dt.date.today())
        return (one for one in found if within is None or one.runs_out(within))

    def findings(self, **choice: Unpack[Choice]) -> Iterator[Noted]:
        """What somebody should look at in the documents chosen: contradictions, and corrections that fit nothing."""
        return auditing.noted(self.store, self._asked(choice), choice)

    def corrections_that_fit_nothing(self) -> Iterator[Noted]:
        """What people said of facts that are no longer found where they stood."""
        return auditing.unfit(self.store)

    def _asked(self, choice: Choice) -> Statements:
        """The statements, with an index that answers where documents are chosen by a query."""
        if choice.get("query"):
            self.make_searchable()
        return self.statements

    def cuttings(self, document: Document, facts: Sequence[Kept]) -> dict[str, bytes]:
        """The places of facts of a document, cut out of its page images, as JPEGs by the facts' ids."""
        from ..ledger.cuttings import cuttings

        return cuttings(self.originals.path(document.source.sha256), document, facts)

    def correct(self, reference: str, given: Sequence[str], *, who: str | None = None) -> Kept | None:
        """Note what a person says of a fact; it outlives every extraction to come.

        Args:
            reference: The fact's id.
            given: `field=value`; or `state=confirmed`, `state=rejected`, or `state=extracted`, which takes back what
                was said.
            who: Who says so; None for the user who runs the program.

        Returns the fact as it is from now on; None where something said of a fact that is gone was taken back.

        Raises:
            UsageError: No fact has the id, or a value is none that its field may have.
            ArchiveBusy: Another process is writing.
        """
        from .. import loading

        with exclusive(self.directory):
            who = who or getpass.getuser()
            if correcting.withdrawn(self.store, reference, given, who):
                return None
            fact = correcting.said(self.store, reference, given, who)
            loading.follow(self.index, self.store)
        return fact
