"""Words for what the split says in data: its sentences, values, offers and reasons."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.split import CROSS, Harm, Move, NearSwap, Offer, Sentence, Split, WhyHere
from clesidra_desktop.domain.workshop import Attendant, Flag, QuotaAttribute, Sex, Workshop
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.words import ATTRIBUTE_WORDS, FLAG_WORDS, SEX_WORDS

SHOWN = 3
"""How many people are named where there may be many."""

SEXES, FLAGS, ATTRIBUTES = (frozenset(map(str, kind)) for kind in (Sex, Flag, QuotaAttribute))


def say(sentence: Sentence) -> str:
    """Return a sentence of the split in the language of the screens."""
    return tr(sentence.template, **{name: _said(name, value) for name, value in sentence.values.items()})


def _said(name: str, value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(str(_said("attribute", one)) for one in value)
    match name:
        case "attribute":
            return attribute_words(str(value))
        case "value":
            return CROSS.join(_plain_value(part) for part in str(value).split(CROSS))
    return value


def attribute_words(name: str) -> str:
    """Return what an attribute is called by the name under which its values are spread."""
    parts = name.split(CROSS)
    if not ATTRIBUTES.issuperset(parts):
        return name
    return CROSS.join(tr(ATTRIBUTE_WORDS[QuotaAttribute(part)]) for part in parts)


def _plain_value(value: str) -> str:
    if value in SEXES:
        return tr(SEX_WORDS[Sex(value)])
    if value in FLAGS:
        return tr(FLAG_WORDS[Flag(value)])
    return tr("unknown") if value in ("", "?") else value


def value_words(attribute: str, value: str, labels: Mapping[str, str]) -> str:
    """Return what a value of an attribute is called; `labels` are those of the categories by code."""
    if CROSS in attribute:
        pairs = zip(attribute.split(CROSS), value.rsplit(CROSS, 1), strict=True)
        return CROSS.join(value_words(part, own, labels) for part, own in pairs)
    if attribute == QuotaAttribute.CATEGORY:
        return labels.get(value) or value or tr("unknown")
    if attribute in (QuotaAttribute.SEX, QuotaAttribute.FLAGS):
        return _plain_value(value)
    return value or tr("unknown")


def labels_of(workshop: Workshop) -> dict[str, str]:
    """Return the labels of the categories by code."""
    return {one.code: one.label for one in workshop.categories}


def name_of(attendant: Attendant, language: Language) -> str:
    """Return a name in the letters of the screens where it is known in them."""
    return own_name(attendant.name, attendant.name_km, language)


def own_name(name: str, name_km: str, language: Language) -> str:
    """Return the Khmer name on Khmer screens, else the other one; whichever there is."""
    first, second = (name_km, name) if language is Language.KHMER else (name, name_km)
    return first or second


def names_of(workshop: Workshop, language: Language) -> dict[UUID, str]:
    """Return all names by id."""
    return {one.id: name_of(one, language) for one in workshop.attendants}


def some_names(names: Iterable[str]) -> str:
    """Return a few names, and how many more there are."""
    listed = list(names)
    said = ", ".join(listed[:SHOWN])
    more = len(listed) - SHOWN
    return tr("{names} and {count} more", names=said, count=more) if more > 0 else said


def titles_of(workshop: Workshop) -> dict[str, str]:
    """Return the titles of the sectors by key."""
    return {one.key: one.title or one.key for one in workshop.sectors}


def proof_sentence(split: Split) -> str:
    """Return how even the groups are: “as even as possible” only where that is proven."""
    if split.imbalance <= split.bound:
        return tr("As even as possible: imbalance {imbalance}.", imbalance=split.imbalance)
    if split.bound:
        return tr(
            "Imbalance {imbalance}; less than {bound} is not possible.", imbalance=split.imbalance, bound=split.bound
        )
    return tr("Imbalance {imbalance}, where 0 would be perfectly even.", imbalance=split.imbalance)


def offer_words(offer: Offer, names: Mapping[UUID, str], titles: Mapping[str, str]) -> str:
    """Return an offer to even out, such as “1 move: imbalance 2 (Sok Dara → Networking)”."""
    if not offer.moves:
        return tr("Nobody moves: imbalance {imbalance}", imbalance=offer.split.imbalance)
    moves = "; ".join(_move_words(one, names, titles) for one in offer.moves)
    return tr_count(
        "{count} move: imbalance {imbalance} ({moves})",
        "{count} moves: imbalance {imbalance} ({moves})",
        len(offer.moves),
        moves=moves,
        imbalance=offer.split.imbalance,
    )


def _move_words(move: Move, names: Mapping[UUID, str], titles: Mapping[str, str]) -> str:
    return f"{names[move.attendant]} → {titles[move.target]}"


def why_lines(why: WhyHere, workshop: Workshop, language: Language) -> list[str]:
    """Return why somebody sits in a group, in sentences."""
    names, titles = names_of(workshop, language), titles_of(workshop)
    said = {"name": names[why.attendant], "group": titles[why.sector]}
    if why.locked:
        return [tr("{name} is locked in {group}.", **said)]
    if why.together:
        others = ", ".join(names[one] for one in why.together if one != why.attendant)
        return [tr("{name} sits in {group} together with {others}, as a rule says.", others=others, **said)]
    if not why.swaps:
        return [tr("There is only one group.")]
    return [
        tr("{name} sits in {group}. The nearest changes, and what each of them would make worse:", **said),
        *(_swap_words(swap, workshop, names, titles) for swap in why.swaps),
    ]


def _swap_words(swap: NearSwap, workshop: Workshop, names: Mapping[UUID, str], titles: Mapping[str, str]) -> str:
    group = titles[swap.sector]
    if swap.other is None:
        said = tr("An empty seat in {group}:", group=group)
    else:
        said = tr("With {name} in {group}:", name=names[swap.other], group=group)
    harms = [_harm_words(harm, workshop, titles) for harm in swap.harms]
    if swap.wish > 0:
        harms.append(tr("wishes would be met less well"))
    if not harms:
        return f"{said} {tr('nothing would be worse')}"
    return f"{said} {'; '.join(harms)}"


def _harm_words(harm: Harm, workshop: Workshop, titles: Mapping[str, str]) -> str:
    if harm.value is None:
        return tr("people who met before would meet again") if harm.again else tr("a rule would be broken")
    fair = str(harm.low) if harm.low == harm.high else f"{harm.low}–{harm.high}"
    return tr(
        "{value}: {count} in {group}, where {fair} is fair",
        value=value_words(harm.value[0], harm.value[1], labels_of(workshop)),
        count=harm.count,
        group=titles[harm.sector],
        fair=fair,
    )
