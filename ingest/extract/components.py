"""The steps of extraction as components of a spaCy pipeline, each by its name: others can put them into their own.

`doc._.structure`, `doc._.identifiers`, `doc._.sentences`, `doc._.clauses` and `doc._.mentions` hold what was found;
spans named for the kinds ("party", "amount", "date", "decision") stand in `doc.spans`. docs/facts.md shows the use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from ...corpus.facts import KIND_OF, FactKind
from .amounts import amounts
from .clauses import ClauseKinds
from .dates import dates
from .decisions import decisions
from .head import Head
from .identifiers import identifiers
from .layout.zones import structured
from .mentions import Mention
from .parties import parties
from .roles import with_roles
from .sentences import sentences

Component = Callable[[Doc], Doc]
Factory = Callable[[Language, str], Component]

_ATTRIBUTES: dict[str, Any] = {
    "head": Head(),
    "structure": None,
    "identifiers": (),
    "sentences": (),
    "clauses": (),
    "mentions": (),
}
for _name, _default in _ATTRIBUTES.items():
    if not Doc.has_extension(_name):  # this module may be loaded again, under the name of an entry point
        Doc.set_extension(_name, default=_default)


def _component(name: str, *, assigns: str, requires: Sequence[str] = ()) -> Callable[[Component], Factory]:
    """Register a step that has nothing to set; what is returned is its factory, which entry points name."""

    def register(step: Component) -> Factory:
        def create(nlp: Language, name: str) -> Component:
            return step

        create.__doc__ = step.__doc__
        Language.factory(name, assigns=[f"doc._.{assigns}"], requires=[f"doc._.{one}" for one in requires])(create)
        return create

    return register


@_component("avtal_structure", assigns="structure")
def structure(doc: Doc) -> Doc:
    """Lines, zones, §§; from `doc._.head` where that is known."""
    doc._.structure = structured(doc.text, doc._.head)
    return doc


@_component("avtal_identifiers", assigns="identifiers", requires=["structure"])
def find_identifiers(doc: Doc) -> Doc:
    """Numbers that are no amounts and no dates."""
    doc._.identifiers = tuple(identifiers(doc._.structure))
    return doc


@_component("avtal_sentences", assigns="sentences", requires=["structure"])
def split_sentences(doc: Doc) -> Doc:
    """Where sentences stand in `doc._.structure.flow.text`."""
    doc._.sentences = sentences(doc._.structure)
    return doc


@Language.factory(
    "avtal_clauses",
    assigns=["doc._.clauses"],
    requires=["doc._.structure", "doc._.sentences"],
    default_config={"model": {"@architectures": "avtal.ClauseKinds.v1", "length": 2**16}},
)
def judge_clauses(nlp: Language, name: str, model: Model[Any, Any]) -> ClauseKinds:
    """What each sentence is to the matter; the one component that is trained."""
    return ClauseKinds(nlp.vocab, model, name)


@_component("avtal_dates", assigns="mentions", requires=["structure", "identifiers"])
def find_dates(doc: Doc) -> Doc:
    """Dates, terms, periods of notice."""
    return _with(doc, dates(doc._.structure, doc._.identifiers))


@_component("avtal_amounts", assigns="mentions", requires=["structure", "identifiers", "mentions"])
def find_amounts(doc: Doc) -> Doc:
    """Money and shares."""
    return _with(doc, amounts(doc._.structure, doc._.identifiers, _of(doc, FactKind.DATE)))


@_component("avtal_parties", assigns="mentions", requires=["structure", "identifiers"])
def find_parties(doc: Doc) -> Doc:
    """Organisations and people, and what they are to the document."""
    return _with(doc, parties(doc._.structure, doc._.identifiers))


@_component("avtal_decisions", assigns="mentions", requires=["structure", "mentions"])
def find_decisions(doc: Doc) -> Doc:
    """What was decided."""
    return _with(doc, decisions(doc._.structure, _of(doc, FactKind.PARTY), doc._.clauses))


@_component("avtal_roles", assigns="mentions", requires=["structure", "mentions"])
def find_roles(doc: Doc) -> Doc:
    """What amounts are for, who pays, and when."""
    doc._.mentions = tuple(with_roles(doc._.structure, doc._.mentions, doc._.clauses))
    return doc


@Language.factory("avtal_spans", requires=["doc._.mentions"], default_config={"prefix": ""})
def show_spans(nlp: Language, name: str, prefix: str) -> Component:
    """What was found as spans of tokens, named for the kinds after a prefix, for whoever goes on in spaCy."""

    def show(doc: Doc) -> Doc:
        for kind in FactKind:
            found = _of(doc, kind)
            spans = (doc.char_span(one.start, one.end, str(kind), alignment_mode="expand") for one in found)
            doc.spans[f"{prefix}{kind}"] = [span for span in spans if span is not None]
        return doc

    return show


def _of(doc: Doc, kind: FactKind) -> Sequence[Mention]:
    return [mention for mention in doc._.mentions if KIND_OF[type(mention.content)] is kind]


def _with(doc: Doc, found: Iterable[Mention]) -> Doc:
    doc._.mentions = tuple(sorted([*doc._.mentions, *found], key=lambda mention: (mention.start, mention.end)))
    return doc
