"""Clauses of agreements as they are worded in many ways: term, notice, extension and how it ends."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.agreement import agreement
from avtalsarkiv.ingest.extract.dates import dates
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured

CLAUSES: list[tuple[str, dict[str, object]]] = [
    (
        ("Avtalet gäller från 2024-01-01 och tills vidare, dock längst till 2028-12-31."),
        {"valid_from": "2024-01-01", "valid_to": "2028-12-31", "ends": "fixed"},
    ),
    (
        ("Detta avtal gäller tills vidare med en ömsesidig uppsägningstid om tre månader."),
        {"ends": "until_further_notice", "notice": "P3M"},
    ),
    (
        (
            "Avtalet löper från och med den 1 juli 2023 till och med den 30 juni 2026 och förlängs "
            "därefter automatiskt med ett år i taget om det inte sägs upp senast sex månader före "
            "avtalstidens utgång."
        ),
        {
            "valid_from": "2023-07-01",
            "valid_to": "2026-06-30",
            "notice": "P6M",
            "renewal": "P1Y",
            "renews_itself": True,
            "ends": "earliest_possible",
        },
    ),
    (
        ("Avtalsperioden är 2023-02-01--2025-01-31 med möjlighet till förlängning i högst 24 månader."),
        {
            "valid_from": "2023-02-01",
            "valid_to": "2025-01-31",
            "renewal": "P24M",
            "renews_itself": False,
            "ends": "earliest_possible",
        },
    ),
    (
        ("Hyrestiden är tre år räknat från den 1 oktober 2022."),
        {"valid_from": "2022-10-01", "valid_to": "2025-09-30", "ends": "fixed"},
    ),
    (
        (
            "Uppsägning ska ske skriftligen minst nio (9) månader före avtalstidens utgång. I annat "
            "fall förlängs avtalet med tre år för varje gång."
        ),
        {"notice": "P9M", "renewal": "P3Y", "renews_itself": True, "ends": "earliest_possible"},
    ),
    (
        ("Avtalet träder i kraft den 1 mars 2024 och upphör utan föregående uppsägning den 28 februari 2027."),
        {"valid_from": "2024-03-01", "valid_to": "2027-02-28", "ends": "fixed", "notice": None},
    ),
    (
        ("Avtalet träder i kraft när båda parter undertecknat det och gäller tills vidare."),
        {"ends": "until_further_notice"},
    ),
    (("Part får säga upp avtalet med tolv månaders varsel."), {"notice": "P12M"}),
    (
        ("Avtalstiden är 1 januari 2024 – 31 december 2026. Beställaren har option på förlängning 1+1 år."),
        {"valid_from": "2024-01-01", "valid_to": "2026-12-31", "renews_itself": False, "ends": "earliest_possible"},
    ),
    (
        (
            "Arrendetiden är fem år från den 14 mars 2021 till den 13 mars 2026. Sker inte uppsägning "
            "senast ett år före arrendetidens utgång är avtalet förlängt med fem år."
        ),
        {
            "valid_from": "2021-03-14",
            "valid_to": "2026-03-13",
            "notice": "P1Y",
            "renewal": "P5Y",
            "renews_itself": True,
        },
    ),
    (
        (
            "Avtalet gäller tills vidare från den 1 maj 2022 och kan sägas upp av endera parten med sex"
            " månaders uppsägningstid."
        ),
        {"valid_from": "2022-05-01", "valid_to": None, "notice": "P6M", "ends": "until_further_notice"},
    ),
    (("Detta avtal gäller till dess att parternas åtaganden har fullgjorts."), {"ends": "unknown"}),
    (("Avtalet gäller för perioden 2022–2024."), {"valid_from": "2022", "valid_to": "2024", "ends": "fixed"}),
    (("Giltighetstid: 2024-06-01 – 2025-05-31"), {"valid_from": "2024-06-01", "valid_to": "2025-05-31"}),
    (
        ("Avtalet gäller fr.o.m. 2023-09-01 t.o.m. 2024-08-31, varefter det upphör att gälla utan uppsägning."),
        {"valid_from": "2023-09-01", "valid_to": "2024-08-31", "ends": "fixed", "notice": None},
    ),
    (("Uppsägningstiden är 3 månader."), {"notice": "P3M"}),
    (("Avtalet kan sägas upp med ett kvartals uppsägningstid."), {"notice": "P3M"}),
    (
        ("Avtalet förlängs inte automatiskt. Det gäller till och med den 31 december 2025."),
        {"valid_to": "2025-12-31", "ends": "fixed"},
    ),
    (
        ("Avtalet gäller ett år från undertecknandet.\n\nVisby den 3 maj 2024\n\nAsta Lönnberg\nOrdförande"),
        {"valid_from": "2024-05-03", "valid_to": "2025-05-02"},
    ),
    (
        ("Avtalet gäller från den 1 januari 2024 och tills vidare med en uppsägningstid av sex (6) månader."),
        {"notice": "P6M", "ends": "until_further_notice", "valid_from": "2024-01-01"},
    ),
    (("Avtalet löper på två år med start 2024-04-01."), {"valid_from": "2024-04-01", "valid_to": "2026-03-31"}),
    (
        (
            "Om ingen av parterna säger upp avtalet senast tre månader innan det löper ut förlängs det "
            "med tolv månader åt gången."
        ),
        {"notice": "P3M", "renewal": "P12M", "renews_itself": True},
    ),
    (
        ("Parterna kan genom skriftlig överenskommelse förlänga avtalet med ytterligare två år."),
        {"renewal": "P2Y", "renews_itself": False},
    ),
    (
        ("Avtalet gäller tills vidare, dock längst till den 31 december 2027."),
        {"valid_to": "2027-12-31", "ends": "fixed"},
    ),
    (
        (
            "Avtalet gäller till och med 2026-12-31 och kan därefter förlängas ett år i sänder, dock "
            "längst till 2029-12-31."
        ),
        {"valid_to": "2026-12-31", "renewal": "P1Y", "renews_itself": False, "ends": "earliest_possible"},
    ),
    (("Avtalet upphör automatiskt den 30 juni 2025."), {"valid_to": "2025-06-30", "ends": "fixed"}),
    (
        ("Uppsägning kan ske med omedelbar verkan vid väsentligt avtalsbrott. I övrigt är uppsägningstiden ett år."),
        {"notice": "P1Y"},
    ),
    (
        ("Samverkansavtalet gäller från den dag det undertecknats av båda parter till och med den 31 december 2026."),
        {"valid_to": "2026-12-31", "ends": "fixed"},
    ),
]


@pytest.mark.parametrize(("text", "known"), CLAUSES)
def test_a_clause_is_read(text: str, known: dict[str, object]) -> None:
    structure = structured(f"Driftavtal\n\n{text}\n", Head("avtal"))
    found = agreement(structure, dates(structure, []))
    assert {name: getattr(found, name) for name in known} == known
