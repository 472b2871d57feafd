"""What a sentence says for words that look alike when their accents are lost."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from avtalsarkiv.corpus.model import Known, Origin, Page, Quality, Verdict
from avtalsarkiv.ingest.repair.contexts import Contexts, features, keys
from avtalsarkiv.ingest.repair.model import model
from avtalsarkiv.ingest.repair.repairer import repair_pages

LIKELY = np.array([0.6, 0.4])


def contexts(weights: dict[tuple[bytes, str], int], groups: dict[str, int]) -> Contexts:
    """A model with a weight for each feature and word."""
    by_key = {int(keys([feature], word)[0]): weight for (feature, word), weight in weights.items()}
    return Contexts(groups, np.array(sorted(by_key), np.uint32), np.array([by_key[k] for k in sorted(by_key)], np.int8))


@pytest.fixture
def here() -> Contexts:
    """A model that has learned one thing: after de comes här."""
    return contexts({(b"<0 de", "här"): 64, (b"<0 de", "har"): -64}, {"har": 0, "här": 0, "vår": 1})


def test_the_sentence_speaks_for_a_word_and_against_its_twin(here: Contexts) -> None:
    bonus = here.bonus(["har", "här"], LIKELY, ["de", "har", "frågorna"], 1)
    assert bonus[1] - bonus[0] == pytest.approx(4.0)


def test_what_the_group_has_together_stays_as_it_is(here: Contexts) -> None:
    shares = np.array([0.3, 0.2, 0.5])
    after = shares * np.exp(here.bonus(["har", "här", "hur"], shares, ["de", "har"], 1))
    assert after.sum() == pytest.approx(1.0)
    assert after[2] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("options", "shares"),
    [
        pytest.param(["har", "hur"], LIKELY, id="one word of the group only"),
        pytest.param(["har", "vår"], LIKELY, id="words of different groups"),
        pytest.param(["har", "här"], np.array([0.9999, 0.0001]), id="the words beside it have decided"),
        pytest.param(["hur", "hör"], LIKELY, id="words that are not weighed"),
    ],
)
def test_the_sentence_is_silent(
    here: Contexts, options: Sequence[str], shares: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> None:
    assert here.bonus(options, shares, ["de", "har"], 1).tolist() == [0.0, 0.0]


def test_features_do_not_depend_on_the_word_itself() -> None:
    assert list(features(["vi", "har", "det"], 1)) == list(features(["vi", "här", "det"], 1))


def test_features_end_with_the_paragraph() -> None:
    assert list(features(["annat", "<s>", "har", "det"], 2)) == list(features(["<s>", "har", "det"], 1))


@pytest.mark.parametrize("at", [0, 1])
def test_a_place_at_the_edge_has_features(at: int) -> None:
    assert list(features(["har", "här"], at))


def test_the_model_is_sorted_and_small() -> None:
    ours = model().contexts
    assert np.all(np.diff(ours.keys.astype(np.int64)) > 0)
    assert len(ours.keys) == len(ours.weights) < 300_000


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Tack for att ni kom till de har motena i var kommun.", "här"),
        ("Detta har ar en av de viktigaste fragorna for var framtid.", "här"),
        ("Under lang tid har vi minskat var vardkapacitet. Vi behover fler platser.", "vår"),
    ],
)
def test_a_word_is_read_as_its_sentence_wants(seen: str, meant: str) -> None:
    page = Page(1, seen, Origin.PLAIN, Quality(Verdict.REPAIR, ""))
    assert meant in {repair.meant for repair in repair_pages([page], Known())[0]}
