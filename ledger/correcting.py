"""What a person says of a fact: that it is right, that it is none, or what it should say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Final

from ..corpus import corrections
from ..corpus.coding import Json, Unfit, decoded, encoded, keys
from ..corpus.corrections import Correction, laid_over, uncorrected
from ..corpus.errors import UsageError
from ..corpus.facts import FactKind
from ..corpus.kept import Kept, State, id_of
from ..corpus.store import Store
from ..corpus.words import Box
from ..selection import kronor

_ID: Final = re.compile(r"(?P<document>.+)-(?P<kind>[a-z]+)-(?P<start>\d+)-(?P<end>\d+?)(?:-(?P<number>\d+))?")
_STATE: Final = "state"
_NOTHING: Final = ("", "null")
"""What people write for a value that is not known."""
_FORMS: Final = {
    "from": (re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"), "2021, 2021-03 or 2021-03-15"),
    "duration": (re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?"), "P6M, P1Y or P30D"),
    "org_nr": (re.compile(r"\d{6}-\d{4}"), "212000-1234"),
}
"""How values of some fields must be written, and how that is told."""
_SAME_FORM: Final = {"to": "from"}
_MONEY: Final = ("value", "value_max")


def said(store: Store, reference: str, given: Iterable[str], who: str) -> Kept:
    """Note what a person says of a fact, over what was said before.

    Args:
        store: Where it is kept.
        reference: The fact's id.
        given: `field=value`, or `state=confirmed`, rejected or extracted; the last takes back what was said.
        who: Who says so.

    Returns the fact as it is from now on.

    Raises:
        UsageError: No fact has the id, or a value is none that its field may have.
    """
    values = _parsed(given)
    fact = named(store, reference)
    state = _state(values.pop(_STATE, None), changed=bool(values))
    if values and state is not State.CORRECTED:
        raise UsageError(f"state={state}: leaves the values as they are; give it alone, or the values alone")
    base = uncorrected(fact)
    fields = _fields(base, fact, values) if state in (State.CORRECTED, State.CONFIRMED) else {}
    if not fields and state is State.CORRECTED:
        state = State.CONFIRMED  # as it was extracted
    correction = _correction(store, fact, state, fields, who)
    changed = _changed(base, correction)
    store.correct(fact, correction, changed)
    return named(store, reference)


def withdrawn(store: Store, reference: str, given: Iterable[str], who: str) -> bool:
    """Take back what was said of a fact that is no longer found: was there such a thing, and was it asked for?"""
    if [*given] != [f"{_STATE}={State.EXTRACTED}"]:
        return False
    for document, correction in store.unfit():
        if corrections.named(document, correction, store.page_starts(document)) == reference:
            store.withdraw(document, correction, who)
            return True
    return False


def named(store: Store, reference: str) -> Kept:
    """The fact of an id; raises UsageError."""
    parts = _ID.fullmatch(reference)
    if reference.endswith("-document"):
        raise UsageError(f"{reference}: stands for the document, whose fields follow from its text; correct its facts")
    if parts is None or parts["kind"] not in tuple(FactKind):
        raise UsageError(f"{reference}: is no id of a fact; `facts` and `show ID --facts` show them")
    document = store.find(parts["document"])
    kind, number = FactKind(parts["kind"]), int(parts["number"] or 1)
    wanted = id_of(document, kind, int(parts["start"]), int(parts["end"]), number)
    for fact in store.facts(document, kind):
        if fact.id == wanted:
            return fact
    raise UsageError(f"{reference}: the document has no such fact; `show {document} --facts` shows those it has")


def _parsed(given: Iterable[str]) -> dict[str, str]:
    values = {}
    for pair in given:
        field, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"{pair}: is no FIELD=VALUE, such as value=12500 or state=confirmed")
        values[field.strip()] = value.strip()
    if not values:
        raise UsageError("say what is to be set: FIELD=VALUE, or state=confirmed")
    return values


def _state(given: str | None, *, changed: bool) -> State:
    if given is None:
        return State.CORRECTED
    if given not in tuple(State) or (given == State.CORRECTED and not changed):
        raise UsageError(f"state={given}: is none to be set; say confirmed, rejected, or extracted to take it back")
    return State(given)


def _fields(base: Kept, fact: Kept, values: Mapping[str, str]) -> dict[str, Json]:
    """The fields in which the fact shall differ from what was extracted, those changed before among them."""
    extracted, now = encoded(base.fact.content), encoded(fact.fact.content)
    wanted = {**now, **{field: _value(fact, field, value) for field, value in values.items()}}
    try:
        wanted = encoded(decoded(type(fact.fact.content), wanted))
    except Unfit as error:
        raise UsageError(f"{error}") from error
    return {field: value for field, value in wanted.items() if value != extracted[field]}


def _value(fact: Kept, field: str, given: str) -> Json:
    known = keys(type(fact.fact.content))
    if field not in known:
        raise UsageError(f"{field}: is no field of the kind {fact.fact.kind}; that has {', '.join(known)}, and state")
    if given in _NOTHING:
        return None
    if field in _MONEY:
        return format(kronor(given), "f")
    form, example = _FORMS.get(_SAME_FORM.get(field, field), (None, ""))
    if form and not form.fullmatch(given):
        raise UsageError(f"{field}={given}: cannot be read; write {example}")
    if form and example.startswith("2021") and not _is_day(given):
        raise UsageError(f"{field}={given}: there is no such day")
    return given


def _is_day(given: str) -> bool:
    """Is it in the calendar, to the precision given?"""
    try:
        dt.date.fromisoformat(f"{given}-01-01"[:10])
    except ValueError:
        return False
    return True


def _correction(store: Store, fact: Kept, state: State, fields: Mapping[str, Json], who: str) -> Correction:
    start = store.page_starts(fact.document)[fact.fact.page]
    return Correction(
        kind=fact.fact.kind,
        page=fact.fact.page,
        start=fact.fact.start - start,
        end=fact.fact.end - start,
        nth=fact.number,
        seen=fact.as_printed,
        box=None if fact.box is None else Box(*fact.box),
        state=state,
        who=who,
        fields=fields,
    )


def _changed(base: Kept, correction: Correction) -> Kept:
    if correction.state is State.EXTRACTED:
        return base
    changed = laid_over(base, correction)
    if changed is None:
        raise UsageError(f"{base.id}: cannot have these values")
    return changed
