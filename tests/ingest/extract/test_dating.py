"""The day of a letter is where it was signed, not a day that it speaks of."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.head.dating import dated, signed

TOLD = [
    "Norrby kommun säger upp avtalet om mat, dnr KS 2022/2, daterat den 1 december 2022.",
    "Avtalet om tvätt förlängs till och med den 31 december 2027.",
    "till och med den 31 december 2029",
    "Avtalet upphör 2024-12-31.",
    "Parterna är överens om att ramavtalet, daterat 2022-12-01, förlängs till och med 2027-12-31.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_a_day_in_a_sentence_is_not_the_letters_own(sentence: str) -> None:
    lines = ["UPPSÄGNING", "Dnr KS 2024/2", sentence, "Norrby den 3 juni 2024"]
    assert (dated(lines, told=False) or signed([lines])) == "2024-06-03"


@pytest.mark.parametrize("line", ["2024-01-31", "Norrby 2024-01-31", "Datum: 2024-01-31", "Norrby den 31 januari 2024"])
def test_a_date_alone_in_the_head_is_the_documents(line: str) -> None:
    assert dated(["Ansökan om bidrag", "Dnr KS 2024/2", line, *TOLD], told=False) == "2024-01-31"
