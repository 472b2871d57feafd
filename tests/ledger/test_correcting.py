from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from avtalsarkiv.archive import Archive
from avtalsarkiv.corpus.errors import UsageError
from avtalsarkiv.corpus.facts import Agreement, Amount, FactKind, Party
from avtalsarkiv.corpus.kept import Kept, State
from avtalsarkiv.tests.facts import FINE, KOMMUN, archive, document, stating


@pytest.fixture
def made(tmp_path: Path) -> Archive:
    return archive(tmp_path, stating(document()))


def fine(made: Archive) -> Kept:
    [stated] = made.facts(everything=True)
    return next(one for one in stated.facts if one.fact.start == stated.facts[-1].fact.start)


def test_a_corrected_value_is_in_force_and_the_extracted_one_is_told(made: Archive) -> None:
    changed = made.correct(fine(made).id, ["value=1 250,50", "payer=Snö & Sand AB"], who="Eva")
    assert changed and isinstance(changed.fact.content, Amount)
    assert (changed.fact.content.value, changed.fact.content.payer) == (Decimal("1250.50"), "Snö & Sand AB")
    assert changed.extracted == {"value": "500", "payer": None}
    assert fine(made).fact == changed.fact


def test_an_empty_value_is_one_that_is_not_known(made: Archive) -> None:
    made.correct(fine(made).id, ["role="], who="Eva")
    assert fine(made).fact.content == Amount(Decimal(500), "SEK")


def test_a_rejected_fact_is_shown_only_to_who_asks_for_all(made: Archive) -> None:
    made.correct(fine(made).id, ["state=rejected"], who="Eva")
    [shown], [everything] = made.facts(), made.facts(everything=True)
    assert len(shown.facts) == len(everything.facts) - 1
    made.correct(fine(made).id, ["state=extracted"], who="Eva")
    assert fine(made).state is State.EXTRACTED


def test_confirming_keeps_what_was_corrected(made: Archive) -> None:
    made.correct(fine(made).id, ["value=600"], who="Eva")
    made.correct(fine(made).id, ["state=confirmed"], who="Bo")
    assert (fine(made).state, fine(made).extracted) == (State.CONFIRMED, {"value": "500"})


def test_setting_what_was_extracted_confirms_it(made: Archive) -> None:
    made.correct(fine(made).id, ["value=500"], who="Eva")
    assert fine(made).state is State.CONFIRMED


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["value=lots"], "lots: is no amount"),
        (["value="], "value: None is no number"),
        (["unit=kr"], "unit: 'kr' is not one of SEK"),
        (["colour=red"], "colour: is no field of the kind amount"),
        (["from=2021-02-31"], "there is no such day"),
        (["from=1 mars"], "cannot be read; write 2021"),
        (["state=corrected"], "is none to be set"),
        (["state=rejected", "value=5"], "leaves the values as they are"),
        (["500"], "is no FIELD=VALUE"),
        ([], "say what is to be set"),
    ],
)
def test_a_value_that_the_field_may_not_have_is_refused(made: Archive, given: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        made.correct(fine(made).id, given, who="Eva")
    assert fine(made).fact.content == FINE


@pytest.mark.parametrize(
    "reference", ["500 kr", "{id}-amount-1-2", "{id}-colour-1-2", "ff-amount-1-2", "{id}-amount-1"]
)
def test_an_id_of_no_fact_is_refused(made: Archive, reference: str) -> None:
    with pytest.raises(UsageError):
        made.correct(reference.format(id=document().id), ["state=confirmed"], who="Eva")


def test_the_beginning_of_a_document_id_is_enough(made: Archive) -> None:
    changed = made.correct("abab-party-21-39", ["org_nr=212000-2222"], who="Eva")
    assert changed and changed.fact.content == Party(KOMMUN.name, "organisation", "party", org_nr="212000-2222")


LIFE = Agreement("signed", "2024-01-01", "2025-12-31", "fixed", notice="P6M")
LAST = ("2025-12-31", "2025-06-30")


@pytest.mark.parametrize(
    ("given", "valid_to", "notice_day"),
    [("to=2027-12-31", "2027-12-31", "2027-06-30"), ("state=rejected", None, None), ("from=2024-02-01", *LAST)],
)
def test_the_term_follows_the_date_that_it_rests_on(
    tmp_path: Path, given: str, valid_to: str | None, notice_day: str | None
) -> None:
    made = archive(tmp_path, stating(document(), agreement=LIFE))
    [term] = [kept for one in made.facts(kind=FactKind.DATE) for kept in one.facts]
    made.correct(term.id, [given], who="Ada")
    [found] = made.agreements(as_of=dt.date(2025, 1, 1))
    assert (found.agreement.valid_to, found.notice_day and found.notice_day.isoformat()) == (valid_to, notice_day)
    [told] = made.facts()
    assert told.extraction.agreement == found.agreement


def test_who_corrected_a_fact_and_when_is_told(made: Archive) -> None:
    changed = made.correct(fine(made).id, ["value=600"], who="Ada")
    assert changed is not None and changed.corrected_by == "Ada" and changed.corrected_at
    back = made.correct(changed.id, ["state=extracted"], who="Bo")
    assert back is not None and (back.corrected_by, back.corrected_at) == (None, None)
