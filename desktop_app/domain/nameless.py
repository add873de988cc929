"""Answers that say no and give no name: they are whose address they come from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.domain.known_names import addresses_of
from desktop_app.domain.plain_text import folded
from desktop_app.domain.sign_ons import SignOn
from desktop_app.domain.signatory import Signatory


def with_names_by_email(signatories: Iterable[Signatory], sign_ons: Sequence[SignOn]) -> list[SignOn]:
    """The answers; one without a name has that of the signatory who alone has its address."""
    if all(sign_on.signatory.name for sign_on in sign_ons):
        return [*sign_ons]
    listed = _by_address(signatories)
    answering = _by_address(sign_on.signatory for sign_on in sign_ons if sign_on.signatory.name)
    made = []
    for sign_on in sign_ons:
        signatory = sign_on.signatory
        # Whoever is on the list may have been given another name there.
        known: dict[tuple[str, str], Signatory] = {}
        for address in () if signatory.name else addresses_of(signatory):
            known |= listed.get(address) or answering.get(address, {})
        if len(known) == 1:
            (one,) = known.values()
            signatory = replace(signatory, name=one.name, country=one.country)
        made.append(replace(sign_on, signatory=signatory))
    return made


def _by_address(signatories: Iterable[Signatory]) -> dict[str, dict[tuple[str, str], Signatory]]:
    found: dict[str, dict[tuple[str, str], Signatory]] = defaultdict(dict)
    for signatory in signatories:
        if signatory.name:
            for address in addresses_of(signatory):
                found[address][folded(signatory.name), folded(signatory.country)] = signatory
    return found
