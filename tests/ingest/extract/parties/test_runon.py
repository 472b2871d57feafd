"""Entries that have run together into one line, as in Word and web documents, are told apart."""

from __future__ import annotations

import pytest

from .finding import found, roles

_MINUTES = "Protokoll\n\nSammanträdesdatum 2024-03-05\n\n"


def test_members_in_one_line_have_the_title_behind_them() -> None:
    line = "Beslutande: Erik Ekman (S), ordförande Lena Berg (M), vice ordförande Ulla Nyström (S) Bo Lindgren (C)"
    people = found(_MINUTES + line, "protokoll")
    told = {name: (party.role, party.title) for name, party in people.items()}
    assert told["Erik Ekman"] == ("official", "Ordförande")
    assert told["Lena Berg"] == ("member", "Vice ordförande")
    assert told["Ulla Nyström"] == told["Bo Lindgren"] == ("member", None)


def test_titles_that_precede_stay_before_their_names() -> None:
    line = "Närvarande: ordförande Erik Ekman (S), vice ordförande Lena Berg (M), Ulla Nyström (S)"
    people = found(_MINUTES + line, "protokoll")
    assert [party.title for party in people.values()] == ["Ordförande", "Vice ordförande", None]


def test_an_organisation_takes_no_name_of_the_next_entry() -> None:
    line = "Henrik Almgren, Länsstyrelsen Västerbotten Sanna Lindgren, Region Västerbotten, sekreterare"
    people = found(f"{_MINUTES}Deltagare\n\n{line}", "protokoll")
    assert people["Henrik Almgren"].represents == "Länsstyrelsen Västerbotten"
    assert (people["Sanna Lindgren"].role, people["Sanna Lindgren"].represents) == ("official", "Region Västerbotten")


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        ("Helena Lindgren Regional utvecklingsdirektör", "Helena Lindgren", "Regional utvecklingsdirektör"),
        ("Maja Nyström Ordförande Fjällbruk Norr ekonomisk förening", "Maja Nyström", "Ordförande"),
        ("Skickas till Jonna Ekman Ekonomienheten", "Jonna Ekman", None),
    ],
)
def test_what_stood_below_a_name_is_no_part_of_it(line: str, name: str, title: str | None) -> None:
    people = {each: party.title for each, party in found(f"Text.\n\n{line}", "avtal").items() if party.type == "person"}
    assert people == {name: title}


def test_bullets_within_a_line_begin_entries() -> None:
    listed = "• Arbetsförmedlingen • Länsstyrelsen Värmland • Karlstads universitet"
    told = roles(f"Region Värmland\n\nRapport\n\nDeltagande organisationer\n\n{listed}", "rapport")
    assert [role for name, role in told.items() if name != "Region Värmland"] == ["member"] * 3
