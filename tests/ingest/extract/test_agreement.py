"""Agreements: from when to when, how they end, whether they are signed; what nobody can know is unknown."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.facts import Agreement
from avtalsarkiv.ingest.extract.agreement import agreement
from avtalsarkiv.ingest.extract.dates import dates
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured


def _agreement(text: str, head: Head | None = None) -> Agreement | None:
    structure = structured(f"Driftavtal\n\n{text}\n", head or Head("avtal"))
    return agreement(structure, dates(structure, []))


def _known(text: str, head: Head | None = None) -> Agreement:
    found = _agreement(text, head)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Avtalet gäller 2024-10-15 – 2026-10-14.", "2024-10-15", "2026-10-14"),
        (
            "Avtalet gäller från och med den 1 januari 2025.\n\nAvtalet upphör den 31 maj 2026.",
            "2025-01-01",
            "2026-05-31",
        ),
        ("Avtalet gäller i två år från och med den 1 juli 2024.", "2024-07-01", "2026-06-30"),
        ("Projektet pågår mars 2025–juni 2026.\n\nAvtalet gäller 2025-03-01–2026-09-30.", "2025-03-01", "2026-09-30"),
        ("Avtalet gäller för kalenderåret 2025.", "2025", "2025"),
        ("Avtalet gäller från den 1 januari 2025 tills vidare.", "2025-01-01", None),
        ("Parterna samverkar om leden.", None, None),
    ],
)
def test_the_term(text: str, start: str | None, end: str | None) -> None:
    found = _known(text)
    assert (found.valid_from, found.valid_to) == (start, end)


def test_the_years_of_the_title_are_the_term_where_nothing_else_is() -> None:
    structure = structured("Samverkansavtal om leder 2021–2024\n\nParterna samverkar.\n", Head("avtal"))
    found = agreement(structure, dates(structure, []))
    assert found is not None
    assert (found.valid_from, found.valid_to, found.ends) == ("2021", "2024", "fixed")


_TERM = "Avtalet gäller från den 1 maj 2024 till den 30 april 2026. "


@pytest.mark.parametrize(
    ("text", "ends", "renews_itself", "renewal"),
    [
        (_TERM, "fixed", None, None),
        (_TERM + "Om ingen part säger upp det förlängs det med ett år i sänder.", "earliest_possible", True, "P1Y"),
        (_TERM + "Kommunen har rätt att förlänga avtalet med 12 månader.", "earliest_possible", False, "P12M"),
        ("Avtalet gäller tills vidare från och med den 1 maj 2024.", "until_further_notice", None, None),
        ("Parterna samverkar om leden.", "unknown", None, None),
        (_TERM + "Projekttiden kan förlängas med sex månader.", "fixed", None, None),
    ],
)
def test_how_it_ends(text: str, ends: str, renews_itself: bool | None, renewal: str | None) -> None:
    found = _known(text)
    assert (found.ends, found.renews_itself, found.renewal) == (ends, renews_itself, renewal)
    assert (found.ends_clause is None) == (ends == "unknown")


def test_the_clause_is_the_sentence_that_says_how_it_ends() -> None:
    clause = _known("Först detta. Avtalet gäller tills vidare från\nden 1 maj 2024. Sedan detta.").ends_clause
    assert clause is not None
    assert clause.text == "Avtalet gäller tills vidare från\nden 1 maj 2024."


def test_notice_is_that_before_the_end_not_that_of_a_breach() -> None:
    breach = "Bryter en part mot avtalet får det sägas upp med en månads varsel."
    found = _known(f"{breach} I övrigt får avtalet sägas upp med sex månaders uppsägningstid.")
    assert found.notice == "P6M"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Text.\n" * 20 + "\nUndertecknas\n\nVisby den 3 maj 2024\n\nAsta Lönnberg\nOrdförande", "signed"),
        ("Text.\n" * 20 + "\nOrt och datum: ______________", "unsigned"),
        ("Utkast 2024-05-03\n\nText.", "draft"),
        ("Mellan [Företagsnamn] och kommunen gäller 20xx-xx-xx.", "template"),
        ("Bilaga 3 till protokoll KS § 45\n\nText.", "annex_to_minutes"),
        ("Text om samverkan.", None),
    ],
)
def test_status(text: str, status: str | None) -> None:
    assert _known(text).status == status


def test_other_documents_are_no_agreements() -> None:
    assert _agreement("Avtalet gäller 2024-10-15 – 2026-10-14.", Head("tjansteskrivelse")) is None


def test_an_agreement_annexed_to_minutes_is_read_there() -> None:
    annex = "Bilaga 1\n\nSkötselavtal\n\nAvtalet gäller 2024-10-15 – 2026-10-14."
    minutes = f"§ 1 Beslut\n\nAvtalet godkänns 2019–2020.\n\f{annex}"
    found = _known(minutes, Head("protokoll"))
    assert (found.status, found.valid_from) == ("annex_to_minutes", "2024-10-15")


@pytest.mark.parametrize(
    ("option", "ends", "renews_itself"),
    [
        ("med möjlighet till förlängning i två år", "earliest_possible", False),
        ("utan möjlighet till förlängning", "fixed", None),
    ],
)
def test_an_option_makes_the_end_the_earliest_possible(option: str, ends: str, renews_itself: bool | None) -> None:
    known = _known(f"Avtalet gäller från 2024-10-01 till och med 2026-04-30 {option}.")
    assert (known.ends, known.renews_itself, known.valid_to) == (ends, renews_itself, "2026-04-30")


def test_the_years_of_an_option_are_none_of_the_term() -> None:
    assert _known("Avtalet gäller från 1 januari 2025 med möjlighet till förlängning i två år.").valid_to is None


def test_an_annex_to_an_agreement_is_none() -> None:
    structure = structured(
        "PRISLISTA\nBilaga 2 till avtal om lokalvård, dnr SN 2020/55\n\nPer timme 385,00", Head("avtal")
    )
    assert agreement(structure, []) is None
