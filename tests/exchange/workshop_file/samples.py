"""A workshop file with something below every key, as JSON data, in the canonical form."""

import copy
import json
from typing import Any

from clesidra_desktop.exchange.workshop_file import decode_workshop

ATTENDANTS = ("5b0c2a51-3f7e-4c0e-9a53-0d3f0e6f9d01", "5b0c2a51-3f7e-4c0e-9a53-0d3f0e6f9d02")

_SAMPLE: dict[str, Any] = {
    "format": "clesidra-workshop/1",
    "id": "0a1b7c1e-7d0f-4b57-8a27-2f6f7f0f4c11",
    "language": "en",
    "title": "Water users of three communes plan the dry season",
    "venue": "Commune hall",
    "place": "Stung Treng",
    "programme": {"name": "Fair water", "funder": "A foundation", "activity": "1.2", "x-budget": 40},
    "starts": "2026-11-03T08:00",
    "ends": "2026-11-04T16:30:15",
    "timezone": "Asia/Phnom_Penh",
    "team": {"facilitator": ["Ms. Chan"], "mc": ["Mr. Dara"], "minute_taker": ["Ms. Sophea", "Mr. Vuth"]},
    "objectives": ["To agree who opens the gates"],
    "categories": [{"code": "CBO", "label": "CBOs"}, {"code": "GOV", "label": "Gov"}],
    "attendants": [
        {
            "id": ATTENDANTS[0],
            "name": "Sok Vibol",
            "name_km": "សុខ វិបុល",
            "sex": "M",
            "birth_year": 1980,
            "age_group": "45-54",
            "category": "CBO",
            "organization": "Water users",
            "position": "Chief",
            "province": "Stung Treng",
            "phone": "012 000 000",
            "email": "vibol@example.org",
            "flags": ["indigenous"],
            "stays": [{"arrived": "2026-11-03T07:55", "left": "2026-11-03T12:00"}, {"arrived": "2026-11-03T13:30"}],
            "signature": "signatures/vibol.png",
            "consent": False,
            "x-card": [1, None, {"x-nested": "kept"}],
        },
        {"id": ATTENDANTS[1], "name": "Chan Sophea", "category": "", "arrived": "2026-11-03T08:10"},
    ],
    "quotas": [{"attribute": "sex", "value": "F", "share": 0.4}],
    "sectors": [{"key": "water", "title": "Water"}, {"key": "land", "title": "Land"}],
    "questions": [{"key": "needs", "text": "What is needed?"}],
    "groups": [
        {"sector": "water", "members": [*ATTENDANTS], "locked": [ATTENDANTS[1]], "rapporteur": "Ms. Chan", "room": "A"}
    ],
    "split": {
        "seed": 7,
        "balance": 40,
        "attributes": [{"attribute": "age_group", "weight": 3, "protected": True, "with_sex": True}],
        "facilitators": [ATTENDANTS[0]],
        "left_out": [ATTENDANTS[1]],
        "apart": [[*ATTENDANTS]],
        "together": [[ATTENDANTS[1], ATTENDANTS[0]]],
        "wishes": [{"attendant": ATTENDANTS[0], "sectors": ["land", "water"]}],
        "rounds": [[[ATTENDANTS[0]], []], [[*ATTENDANTS]]],
        "x-drawn-by": "Dara",
    },
    "answers": [
        {
            "sector": "water",
            "question": "needs",
            "items": [
                {
                    "text": "Two gates",
                    "style": "number",
                    "children": [{"text": "one upstream", "style": "bullet", "x-by": "Dara"}],
                }
            ],
        }
    ],
    "agenda": [
        {
            "key": "opening",
            "title": "Opening",
            "speaker": "Ms. Chan",
            "kind": "talk",
            "minutes": 15,
            "allotted": 20,
            "fixed_start": "08:00",
            "internal": True,
            "started": "2026-11-03T08:04",
            "ended": "2026-11-03T08:31",
            "notes": [{"text": "She greeted everybody.", "style": "paragraph"}],
            "annex": "map",
        },
        {
            "key": "vote",
            "title": "Vote",
            "kind": "poll",
            "fixed_start": "2026-11-04T09:00",
            "skipped": True,
            "notes": [],
            "poll": "dates",
        },
    ],
    "polls": [
        {
            "key": "dates",
            "question": "Which week suits you?",
            "respondents": 2,
            "multiple": True,
            "options": [{"text": "The first", "count": 2}, {"text": "The last", "count": 0}],
            "note": "By a show of hands.",
        }
    ],
    "ways_forward": [
        {"text": "Repair the gates", "responsible": "Commune", "due": "2026-12-31", "done": "2026-12-24"},
        {"id": "0a1b7c1e-7d0f-4b57-8a27-2f6f7f0f4c12", "text": "Meet again"},
    ],
    "annexes": [
        {"key": "list", "title": "Attendant list", "source": "attendants"},
        {"key": "map", "title": "Map", "source": "file", "file": "annexes/map.png"},
    ],
    "x-office": {"version": 3},
}


def sample() -> dict[str, Any]:
    """Return a copy to change."""
    return copy.deepcopy(_SAMPLE)


def encoded(data: object) -> bytes:
    """Return JSON bytes."""
    return json.dumps(data).encode()


def decoded(data: object) -> Any:
    """Return the workshop that JSON data hold."""
    workshop, _ = decode_workshop(encoded(data), "sample.json")
    return workshop


def place_of(data: dict[str, Any], path: str) -> Any:
    """Return what stands at a path such as `agenda.0`."""
    place: Any = data
    for segment in filter(None, path.split(".")):
        place = place[int(segment)] if segment.isdigit() else place[segment]
    return place


def put(data: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Set what stands at a path such as `agenda.0.title` and return the data."""
    above, _, last = path.rpartition(".")
    place_of(data, above)[int(last) if last.isdigit() else last] = value
    return data
