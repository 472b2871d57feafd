"""What does not add up: found where it is sure, and nothing where it can be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import pytest

from avtalsarkiv.corpus.facts import Amount, DateRole, Finding, Period, Timing
from avtalsarkiv.ingest.extract.checks import findings
from avtalsarkiv.ingest.extract.checks.columns import column_sums, row_sums
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.identifiers import identifiers
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.mentions import Mention
from avtalsarkiv.ingest.extract.tables import Cell, Column, ColumnKind, Row, Table

MONEY, SHARE, LABEL = ColumnKind.MONEY, ColumnKind.SHARE, ColumnKind.LABEL


def table(columns: Sequence[Column], *printed: Sequence[str]) -> tuple[str, Table]:
    """A table and the text it stands in; rows that begin with Summa or Totalt are sums."""
    text, rows = "", []
    for cells in printed:
        row = []
        for index, cell in enumerate(cells):
            if cell:
                value = _value(cell) if columns[index].kind is not LABEL else None
                scaled = value * columns[index].factor if value is not None else None
                row.append(Cell(len(text), len(text) + len(cell), cell, index, scaled))
                text += cell + "   "
        text += "\n"
        rows.append(Row(tuple(row), cells[0].startswith(("Summa", "Totalt"))))
    return text, Table("", tuple(columns), tuple(rows))


def _value(cell: str) -> Decimal | None:
    figures = cell.replace("kr", "").replace(" ", "").replace("%", "").replace(",", ".")
    return Decimal(figures) if figures.strip("-–").replace(".", "").isdigit() else None


def found_in(columns: Sequence[Column], *printed: Sequence[str]) -> list[tuple[str, str]]:
    text, made = table(columns, *printed)
    structure = structured(text, Head())
    return [(one.kind, one.message) for one in [*column_sums(structure, made), *row_sums(structure, made)]]


LABELLED = (Column("Post", LABEL), Column("Belopp (kr)", MONEY))
IN_THOUSANDS = (Column("Post", LABEL), Column("tkr", MONEY, factor=Decimal(1000)))
YEARS = (
    Column("Post", LABEL),
    Column("2026", MONEY, from_="2026", to="2026"),
    Column("2027", MONEY, from_="2027", to="2027"),
    Column("Totalt", MONEY),
)


def test_a_sum_that_its_rows_do_not_come_to() -> None:
    rows = (["2025", "350 000"], ["2026", "650 000"], ["2027", "400 000"], ["Summa", "1 350 000"])
    assert found_in(LABELLED, *rows) == [("sum_differs", "the sum 1 350 000 is 1 400 000 when its rows are added")]


@pytest.mark.parametrize(
    "rows",
    [
        (["A", "350"], ["B", "650"], ["Summa", "1 000"]),
        (
            ["A", "100"],
            ["B", "200"],
            ["Summa A", "300"],
            ["C", "50"],
            ["D", "60"],
            ["Summa B", "110"],
            ["Totalt", "410"],
        ),
        (["A", "100"], ["B", "-"], ["C", "50"], ["Summa", "150"]),
        (["A", "100"], ["B", "-20"], ["Summa", "80"]),
    ],
)
def test_sums_that_are_right(rows: Sequence[Sequence[str]]) -> None:
    assert found_in(LABELLED, *rows) == []


@pytest.mark.parametrize(
    "rows",
    [
        (["A", "100"], ["varav lön", "50"], ["Summa", "100"]),
        (["A", "100"], ["Avgår rabatt", "20"], ["Summa", "80"]),
        (["A", "100"], ["B", "oklart"], ["Summa", "170"]),
        (["A", "100"], ["Summa", "170"]),
        (["A", "100"], ["B", "200"], ["Summa exkl. moms", "240"]),
    ],
)
def test_tables_that_can_be_read_in_two_ways_give_nothing(rows: Sequence[Sequence[str]]) -> None:
    assert found_in(LABELLED, *rows) == []


@pytest.mark.parametrize(("total", "count"), [("1 001", 0), ("999", 0), ("1 010", 1)])
def test_figures_rounded_to_thousands_may_differ_by_the_rounding(total: str, count: int) -> None:
    assert len(found_in(IN_THOUSANDS, ["A", "333"], ["B", "333"], ["C", "334"], ["Summa", total])) == count


def test_a_row_that_stands_alone_adds_up_nothing() -> None:
    text = "Post          2026      2027      Totalt (kr)\nPersonal   100 000   200 000      400 000\n"
    assert not [one for one in findings(structured(text, Head()), [], []) if one.kind == "row_sum_differs"]


def test_prices_are_not_added_up() -> None:
    columns = (Column("Kategori", LABEL), Column("Timpris", MONEY))
    assert found_in(columns, ["Junior", "900"], ["Senior", "1 200"], ["Summa", "3 000"]) == []


def test_years_of_a_row_make_its_total() -> None:
    rows = (["Lön", "760", "980", "1 740"], ["Resor", "45", "60", "115"])
    assert found_in(YEARS, *rows) == [("row_sum_differs", "the total 115 of Resor is 105 when its years are added")]


def test_numbers_with_a_unit_are_not_added_to_numbers_without() -> None:
    assert found_in(IN_THOUSANDS, ["A", "100"], ["B", "200"], ["Summa", "300 kr"]) == []


def test_shares_make_a_whole() -> None:
    columns = (Column("Part", LABEL), Column("Andel", SHARE))
    rows = (["A", "50 %"], ["B", "35 %"], ["C", "10 %"], ["Totalt", "100 %"])
    assert found_in(columns, *rows) == [("shares_differ", "the shares come to 95 %, not to 100 %")]


def found(text: str, *mentions: Mention, head: Head | None = None) -> list[tuple[str, str]]:
    structure = structured(text, head or Head("avtal"))
    return [(one.kind, one.message) for one in findings(structure, identifiers(structure), mentions)]


def percent(text: str, *printed: str) -> list[Mention]:
    return [_amount(text, one, Decimal(one.split()[0].replace(",", ".")), "%") for one in printed]


def _amount(text: str, printed: str, value: Decimal, unit: str, per: Period | None = None) -> Mention:
    content = Amount(value, "%" if unit == "%" else "SEK", per=per)
    return Mention(text.index(printed), text.index(printed) + len(printed), content, "test", 1.0)


def _time(role: DateRole, first: str, last: str) -> Mention:
    return Mention(0, 1, Timing(role, first, last), "test", 1.0)


@pytest.mark.parametrize(
    ("text", "printed", "come_to"),
    [
        ("Regionen bär 50 procent, Ås 25 procent samt Näs kommun och Viks kommun 12,5 procent vardera.",
         ("50 procent", "25 procent", "12,5 procent"), None),
        ("Regionen bär 50 procent, Ås 25 procent samt Näs kommun och Viks kommun 15,5 procent vardera.",
         ("50 procent", "25 procent", "15,5 procent"), "106"),
        ("Kostnaden täcks till 40 % av staten, till 30 % av Regionen och till 35 % av Mottagaren.",
         ("40 %", "30 %", "35 %"), "105"),
        ("Kostnaden om 90 kr bärs så att A betalar 40 %, B 30 % och C 25 %.", ("40 %", "30 %", "25 %"), "95"),
        ("Om A lämnar avtalet bär B 40 %, C 30 % och D 25 %.", ("40 %", "30 %", "25 %"), None),
        ("Bidrag lämnas med högst 40 %, för resor 30 % och för lokaler 25 %.", ("40 %", "30 %", "25 %"), None),
        ("Kostnaden delas så att A betalar 33,3 %, B 33,31 % och C 33,32 %.", ("33,3 %", "33,31 %", "33,32 %"), None),
        ("Staten bär 50 procent, kommunerna 12 procent vardera och Regionen 30 procent.",
         ("50 procent", "12 procent", "30 procent"), None),
    ],
)  # fmt: skip
def test_shares_of_a_sentence(text: str, printed: Sequence[str], come_to: str | None) -> None:
    expected = [("shares_differ", f"the shares come to {come_to} %, not to 100 %")] if come_to else []
    assert found(text, *percent(text, *printed)) == expected


@pytest.mark.parametrize(("total", "value", "count"), [("3,6 mnkr", "3600000", 0), ("3,9 mnkr", "3900000", 1)])
def test_a_year_s_sum_times_the_years_is_the_total(total: str, value: str, count: int) -> None:
    text = f"Kostnaden för hela avtalsperioden är {total}, det vill säga 1 200 tkr per år."
    yearly = _amount(text, "1 200 tkr", Decimal(1_200_000), "SEK", "year")
    mentions = [_amount(text, total, Decimal(value), "SEK"), yearly, _time("valid", "2026-01-01", "2028-12-31")]
    assert [kind for kind, _ in found(text, *mentions)] == ["total_differs"] * count
    if count:
        [(_, message)] = found(text, *mentions)
        assert message == "1 200 tkr a year for 3 years is 3 600 000, not 3,9 mnkr"


def test_the_years_of_the_sentence_go_before_those_of_the_term() -> None:
    text = "Bidraget är 300 000 kronor per år under tre år, totalt 900 000 kronor."
    yearly = _amount(text, "300 000 kronor", Decimal(300_000), "SEK", "year")
    total = _amount(text, "900 000 kronor", Decimal(900_000), "SEK")
    assert found(text, yearly, total, _time("valid", "2026-01-01", "2027-12-31")) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ersättningen är 7 000 000 (sju miljoner) kronor.", None),
        ("Ersättningen är 7 000 000 (åtta miljoner) kronor.", "the figures 7 000 000 are 8 000 000 in words"),
        ("Avtalet gäller under två (2) år och nio (9) månader.", None),
        ("Avtalet gäller under tre (2) år.", "the figures 2 are 3 in words"),
        ("Beloppet är 25 000 (tjugofemtusen) kronor.", None),
        ("Hyran är 12 (exklusive moms) och betalas enligt punkt (4).", None),
        ("Se bilaga 3 (tre sidor).", None),
        ("Se kapitel två (3) och punkt 4 (två exemplar).", None),
        ("Bidraget är 7 500 000 (sju och en halv miljoner) kronor.", None),
    ],
)
def test_figures_and_words_agree(text: str, message: str | None) -> None:
    assert found(text) == ([("words_differ", message)] if message else [])


def test_a_term_that_ends_before_it_begins() -> None:
    assert [kind for kind, _ in found("x", _time("valid", "2026-01-01", "2025-12-31"))] == ["term_backwards"]
    assert found("x", _time("valid", "2026-03", "2026")) == []


def test_an_agreement_signed_when_its_term_had_begun() -> None:
    times = [_time("valid", "2026-01-01", "2026-12-31"), _time("signed", "2026-02-03", "2026-02-03")]
    assert found("x", *times) == [("signed_after_start", "signed 2026-02-03, when the term had begun (2026-01-01)")]
    assert found("x", *times, head=Head("rapport")) == []


def test_days_that_no_calendar_has() -> None:
    assert ("impossible_date", "den 31 februari 2025 is a day that no calendar has") in found(
        "Senast den 31 februari 2025."
    )


def test_check_digits_and_overflow() -> None:
    assert [kind for kind, _ in found("Bolaget AB, org.nr 556000-0002.")] == ["orgnr_wrong"]
    vast = Amount(Decimal(10) ** 20, "SEK")
    assert [kind for kind, _ in found("x", Mention(0, 1, vast, "test", 1.0))] == ["amount_too_large"]


def test_findings_point_at_what_they_are_about() -> None:
    structure = structured("Inledning.\n\nAvtalet gäller under tre\n(2) år.", Head())
    [finding] = findings(structure, [], [])
    assert isinstance(finding, Finding) and finding.where and finding.where.text == "tre\n(2)"


@pytest.mark.parametrize("words", ["2026-13-01", "2026-04-31", "2026-02-29"])
def test_a_day_that_no_calendar_has(words: str) -> None:
    structure = structured(f"Avtalsdatum: {words}", Head("avtal"))
    assert [one.kind for one in findings(structure, identifiers(structure), [])] == ["impossible_date"]


def test_a_count_is_no_misprinted_day() -> None:
    structure = structured("Besök         110200   110305", Head("rapport"))
    assert findings(structure, identifiers(structure), []) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Avtalet gäller från 2026-12-31 till 2026-01-01.", ["term_backwards"]),
        ("Avtalet gäller 2026-12-31--2026-01-01.", ["term_backwards"]),
        ("Avtalet gäller från och med 2026-01-01 till och med 2026-12-31.", []),
        ("Mötet den 2026-12-31 till skillnad från det 2026-01-01 ställs in.", []),
    ],
)
def test_two_days_in_the_wrong_order_are_no_term(text: str, kinds: list[str]) -> None:
    structure = structured(text, Head("avtal"))
    mentions = [
        Mention(at.start(), at.end(), Timing("valid", at.group(), at.group()), "test", 1.0)
        for at in re.finditer(r"\d{4}-\d\d-\d\d", text)
    ]
    assert [one.kind for one in findings(structure, [], mentions)] == kinds


@pytest.mark.parametrize(("total", "kinds"), [("2 350 000", ["total_differs"]), ("2 250 000", [])])
def test_a_total_in_a_sentence_of_its_own_is_years_of_the_sum_above(total: str, kinds: list[str]) -> None:
    text = (
        "Regionen betalar 450 000 kr per år. Fakturering sker i efterskott."
        f" För hela avtalstiden om fem år uppgår ersättningen till totalt {total} kr."
    )
    values: list[tuple[str, Period | None]] = [("450 000", "year"), (total, None)]
    mentions = []
    for figures, per in values:
        start = text.index(figures)
        amount = Amount(Decimal(figures.replace(" ", "")), "SEK", per=per)
        mentions.append(Mention(start, start + len(figures), amount, "test", 1.0))
    structure = structured(text, Head("avtal"))
    assert [one.kind for one in findings(structure, [], mentions)] == kinds
