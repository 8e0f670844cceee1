"""Organizations: which spelling stands for which."""

from collections.abc import Iterable
from dataclasses import replace

from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.people import Organization


def canonical_names(organizations: Iterable[Organization]) -> dict[str, str]:
    """Return the name that the office has chosen, by each folded spelling of it."""
    return {folded(text): one.name for one in organizations for text in (*one.spellings, one.name)}


def canonical_name(text: str, names: dict[str, str]) -> str:
    """Return the name for what was typed; the text as it is where no organization is known by it."""
    return names.get(folded(text), text)


def with_spellings(organization: Organization, name: str, spellings: Iterable[str]) -> Organization:
    """Return an organization by another name, with more spellings; the name itself is none of them."""
    together = dict.fromkeys((*organization.spellings, organization.name, *spellings))
    return replace(organization, name=name, spellings=tuple(sorted(together.keys() - {name, ""})))
