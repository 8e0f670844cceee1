"""A proposed split as JSON and as lines of text."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from clesidra_desktop.domain.split import Move, Offer, Sentence
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.services.groups_page import SplitProposal


def proposal_json(workshop: Workshop, proposal: SplitProposal) -> dict[str, Any]:
    """Return what `split --json` prints: plain values, ids as text.

    `moves` are those who sit elsewhere in the file; `even_out` are offers for the groups as proposed.
    """
    split = proposal.split
    locked = {group.sector: group.locked for group in workshop.groups}
    return {
        "seed": split.seed,
        "fingerprint": split.fingerprint,
        "groups": [
            {
                "sector": group.sector,
                "members": [str(one) for one in group.members],
                "locked": [str(one) for one in group.members if one in locked.get(group.sector, ())],
            }
            for group in split.groups
        ],
        "imbalance": split.imbalance,
        "protected": split.protected,
        "bound": split.bound,
        "violations": [
            {"rule": str(one.rule), "people": [str(id_) for id_ in one.people], "sentence": str(one.sentence)}
            for one in split.violations
        ],
        "moves": [_move(one) for one in proposal.moves],
        "even_out": [_offer(one) for one in proposal.offers],
        "wishes": asdict(split.wishes) if split.wishes else None,
        "repeats": asdict(split.repeats) if split.repeats else None,
        "fairness": [
            {
                "attribute": row.attribute,
                "value": row.value,
                "counts": list(row.counts),
                "low": row.low,
                "high": row.high,
                "fair": row.fair,
            }
            for row in proposal.fairness.rows
        ],
        "sentences": [str(one) for one in proposal.sentences],
        "causes": [str(one) for one in proposal.causes],
    }


def _move(move: Move) -> dict[str, str]:
    return {"attendant": str(move.attendant), "from": move.source, "to": move.target}


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "moves": [_move(one) for one in offer.moves],
        "imbalance": offer.split.imbalance,
        "violations": len(offer.split.violations),
    }


def proposal_lines(workshop: Workshop, proposal: SplitProposal) -> Iterator[str]:
    """Yield the lines that `split` prints: the groups with their members, then what can be said of them."""
    names = {attendant.id: attendant.name or attendant.name_km for attendant in workshop.attendants}
    titles = {sector.key: sector.title for sector in workshop.sectors}
    locked = {one for group in workshop.groups for one in group.locked}
    split = proposal.split
    for group in split.groups:
        yield f"{titles[group.sector]} ({len(group.members)})"
        for member in group.members:
            yield f"  {names[member]}{' (locked)' if member in locked else ''}"
    said: tuple[Sentence, ...] = (*proposal.sentences, *proposal.causes)
    yield from map(str, said)
    if proposal.moves:
        yield f"Sit elsewhere than in the file: {len(proposal.moves)}."
    for offer in proposal.offers[1:]:
        moves = "; ".join(f"{names[one.attendant]} to {titles[one.target]}" for one in offer.moves)
        yield f"Moving {len(offer.moves)}: imbalance {offer.split.imbalance} ({moves})."
    proof = "the least possible" if split.imbalance == split.bound else f"less than {split.bound} is not possible"
    yield f"Imbalance {split.imbalance}; {proof}. Seed {split.seed}, list {split.fingerprint}."
