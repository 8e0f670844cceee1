"""The workshop file, version 1, as it is published: every key, what it holds and what it may hold.

The JSON Schema and the decoder both come from these classes, and the descriptions are also what a refusal says
was expected. The keys of every object are written in the order in which they stand here. An optional key may be
missing or null; both mean the same.
"""

from typing import Annotated, Any, Final, Literal, TypeAlias
from uuid import UUID

from msgspec import Meta, Struct, field

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.workshop import AgendaKind, AnnexSource, Flag, QuotaAttribute, Sex

FORMAT: Final = "clesidra-workshop/1"
FORMAT_NAME, FORMAT_VERSION = "clesidra-workshop", 1

EXTENSION_PREFIX = "x-"
EXTENSIONS_KEY = "x-"
"""Where the decoder finds the keys of other programs, gathered into one object."""

MAX_COUNT = 2_147_483_647
"""What a database holds in a whole number of 32 bits."""

MAX_WEIGHT = 9
"""How much more than others an attribute can weigh in a split; beyond that it is to be protected."""

MAX_MINUTES = 31 * 24 * 60
"""A month: longer than any item of an agenda, and short enough for every sum of times."""

_DATE = "[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?"
_MOMENT_FORM = "a local date and time without offset or Z, such as 2017-11-01T08:00"
_DAY_FORM = "a day such as 2017-11-01"
_START_FORM = f"a time of the day such as 08:00, or {_MOMENT_FORM}"

# A part of a path neither ends with a full stop or a space (so neither . nor .. is one) nor holds what a system keeps
# for itself: control characters, signs such as : and *, the names of devices.
_DEVICE = "([Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][0-9]|[Ll][Pp][Tt][0-9])"
_KEPT = r'/\\<>:"|?*\u0000-\u001f'
_PART = rf"(?!{_DEVICE}([./]|$))[^{_KEPT}]*[^{_KEPT}. ]"
RELATIVE_PATH = rf"^(?![A-Za-z]:)(?!workshop\.json$){_PART}(/{_PART})*$"
PATH_FORM = "a path inside the workshop file with / between folders and without .., such as annexes/slides.pdf"

Text: TypeAlias = Annotated[str, Meta(description="text")]
Key: TypeAlias = Annotated[str, Meta(min_length=1)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=MAX_COUNT)]
Moment: TypeAlias = Annotated[str, Meta(pattern=f"^{_DATE}T{_TIME}$", description=_MOMENT_FORM)]
Day: TypeAlias = Annotated[str, Meta(pattern=f"^{_DATE}$", description=_DAY_FORM)]
Start: TypeAlias = Annotated[str, Meta(pattern=f"^({_DATE}T)?{_TIME}$", description=_START_FORM)]
# Left to the reader's own check, which also holds for the names in a zip and knows no lenient end of line.
FilePath: TypeAlias = Annotated[str, Meta(extra_json_schema={"pattern": f"^$|{RELATIVE_PATH}"})]
Identity: TypeAlias = Annotated[
    UUID,
    Meta(
        description="a UUID such as 07fd7f25-151b-534f-919e-a9c7d791ec39",
        extra_json_schema={"pattern": "^([0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$"},
    ),
]


MISFIT: Final = (
    "The workshop file {file} does not fit at {path}: found {found}, expected {expected}. "
    "Correct it there and try again."
)
"""The sentence for what does not fit."""


class Strict(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """An object of the file; a key that it does not know is refused."""


class Record(Strict, kw_only=True):
    """An object that also carries the keys of other programs."""

    extensions: dict[str, Any] | None = field(name=EXTENSIONS_KEY, default=None)


class Programme(Record, kw_only=True):
    """The funded project that the workshop counts towards."""

    name: Annotated[str, Meta(description="the name of the programme: text")]
    funder: Annotated[str | None, Meta(description="who pays for it: text")] = None
    activity: Annotated[str | None, Meta(description="the activity that the workshop is: text")] = None


class Team(Record, kw_only=True):
    """The people who ran the workshop, as their names are to be printed."""

    facilitator: Annotated[list[Text] | None, Meta(description="the facilitators: a list of names")] = None
    mc: Annotated[list[Text] | None, Meta(description="the masters of ceremonies: a list of names")] = None
    minute_taker: Annotated[list[Text] | None, Meta(description="the minute takers: a list of names")] = None


class Category(Record, kw_only=True):
    """How attendants are counted in the header of the minutes, in print order."""

    code: Annotated[Key, Meta(description="the code that attendants carry: text that is not empty")]
    label: Annotated[str, Meta(description="what the minutes print for it: text")]


class Stay(Record, kw_only=True):
    """One arrival and the departure that ended it; either may be unknown."""

    arrived: Annotated[Moment | None, Meta(description=_MOMENT_FORM)] = None
    left: Annotated[Moment | None, Meta(description=_MOMENT_FORM)] = None


class Attendant(Record, kw_only=True):
    """A person at the workshop."""

    id: Identity
    name: Annotated[str, Meta(description="the name in Latin letters: text")]
    name_km: Annotated[str | None, Meta(description="the name in Khmer letters: text")] = None
    sex: Annotated[Sex | None, Meta(description="F, M, X, or null where it is unknown")] = None
    birth_year: Annotated[
        Annotated[int, Meta(ge=1800, le=2700)] | None,
        Meta(description="the year of birth: a whole number from 1800 to 2700"),
    ] = None
    age_group: Annotated[str | None, Meta(description="the age as it was asked, such as 25-34: text")] = None
    category: Annotated[str | None, Meta(description="the code of a category: text, empty or null where unknown")]
    organization: Annotated[str | None, Meta(description="the organization: text")] = None
    position: Annotated[str | None, Meta(description="the position there: text")] = None
    province: Annotated[str | None, Meta(description="the province: text")] = None
    phone: Annotated[str | None, Meta(description="the telephone number: text")] = None
    email: Annotated[str | None, Meta(description="the e-mail address: text")] = None
    flags: Annotated[
        Annotated[
            list[Annotated[Flag, Meta(description="youth, indigenous or vulnerable")]],
            Meta(extra_json_schema={"uniqueItems": True}),
        ]
        | None,
        Meta(description="a list of youth, indigenous and vulnerable, each once at most"),
    ] = None
    arrived: Annotated[Moment | None, Meta(description=_MOMENT_FORM)] = None
    left: Annotated[Moment | None, Meta(description=_MOMENT_FORM)] = None
    stays: Annotated[
        list[Stay] | None,
        Meta(description="a list of arrivals and departures, in place of arrived and left where there are several"),
    ] = None
    signature: Annotated[FilePath | None, Meta(description=f"the picture of the signature: {PATH_FORM}")] = None
    consent: Annotated[bool | None, Meta(description="true or false, or null where nobody asked")] = None


class Quota(Record, kw_only=True):
    """A share of the attendants that must have a value in an attribute."""

    attribute: Annotated[QuotaAttribute, Meta(description=f"one of {', '.join(QuotaAttribute)}")]
    value: Annotated[str, Meta(description="the value to be counted, such as F: text")]
    share: Annotated[
        float, Meta(gt=0, le=1, description="the share to be reached: a number above 0 and not above 1, such as 0.40")
    ]


class Sector(Record, kw_only=True):
    """A theme that one group discusses."""

    key: Annotated[Key, Meta(description="the key of the sector: text that is not empty")]
    title: Annotated[str, Meta(description="the title as it is printed: text")]


class Question(Record, kw_only=True):
    """What every group is asked."""

    key: Annotated[Key, Meta(description="the key of the question: text that is not empty")]
    text: Annotated[str, Meta(description="the question as it is printed: text")]


class Group(Record, kw_only=True):
    """The attendants who discuss one sector."""

    sector: Annotated[str, Meta(description="the key of a sector")]
    members: Annotated[
        Annotated[list[Identity], Meta(extra_json_schema={"uniqueItems": True})] | None,
        Meta(description="a list of attendant ids"),
    ] = None
    locked: Annotated[
        Annotated[list[Identity], Meta(extra_json_schema={"uniqueItems": True})] | None,
        Meta(description="those whom every split leaves in this group or puts there: a list of attendant ids"),
    ] = None
    rapporteur: Annotated[str | None, Meta(description="who reports: a name, or the id of an attendant")] = None
    room: Annotated[str | None, Meta(description="where the group meets: text")] = None


class SplitAttribute(Record, kw_only=True):
    """How much a split into groups looks at an attribute."""

    attribute: Annotated[QuotaAttribute, Meta(description=f"one of {', '.join(QuotaAttribute)}")]
    weight: Annotated[
        Annotated[int, Meta(ge=0, le=MAX_WEIGHT)] | None,
        Meta(description=f"a whole number from 0, not at all, to {MAX_WEIGHT}; 1 where it is missing"),
    ] = None
    protected: Annotated[
        bool | None,
        Meta(description="true where it is spread before all attributes that are not protected, else false"),
    ] = None
    with_sex: Annotated[
        bool | None,
        Meta(description="true where the women of each value, and the men, are to be spread as well, else false"),
    ] = None


class Wish(Record, kw_only=True):
    """The sectors that an attendant wishes to discuss."""

    attendant: Identity
    sectors: Annotated[
        Annotated[
            list[Annotated[str, Meta(description="the key of a sector")]], Meta(extra_json_schema={"uniqueItems": True})
        ]
        | None,
        Meta(description="a list of the keys of sectors, the dearest first"),
    ] = None


People: TypeAlias = Annotated[
    list[Identity], Meta(description="a list of attendant ids", extra_json_schema={"uniqueItems": True})
]


class SplitRules(Record, kw_only=True):
    """What a split of the attendants into groups has to keep, and what it is to weigh."""

    seed: Annotated[
        Annotated[int, Meta(ge=0, le=MAX_COUNT)] | None,
        Meta(description=f"another one gives other groups: a whole number from 0 to {MAX_COUNT}"),
    ] = None
    balance: Annotated[
        Annotated[int, Meta(ge=0, le=100)] | None,
        Meta(
            description="a whole number from 100, balance before wishes, to 0, wishes before balance; 100 where it is "
            "missing"
        ),
    ] = None
    attributes: Annotated[
        list[SplitAttribute] | None,
        Meta(description="a list of the attributes that are weighed otherwise than usual, each once at most"),
    ] = None
    facilitators: Annotated[
        People | None, Meta(description="those of whom every group is to have one: a list of attendant ids")
    ] = None
    left_out: Annotated[People | None, Meta(description="those who get no seat: a list of attendant ids")] = None
    apart: Annotated[
        list[People] | None,
        Meta(description="sets of people of whom no two are to sit together: a list of lists of ids"),
    ] = None
    together: Annotated[
        list[People] | None, Meta(description="sets of people who are to sit together: a list of lists of ids")
    ] = None
    wishes: Annotated[list[Wish] | None, Meta(description="a list of wishes, one at most for each attendant")] = None
    rounds: Annotated[
        list[
            Annotated[
                list[People],
                Meta(description="the groups of one round: a list of lists of ids, not empty", min_length=1),
            ]
        ]
        | None,
        Meta(description="earlier rounds, whose groups are to be mixed: a list of rounds"),
    ] = None


class Node(Record, kw_only=True):
    """One point of an outline with the points below it."""

    text: Annotated[str, Meta(description="the words of the point: text")]
    style: Annotated[
        OutlineStyle | None, Meta(description="paragraph, bullet or number; paragraph where it is missing")
    ] = None
    children: Annotated[list["Node"] | None, Meta(description="the points below: a list of nodes")] = None


class Answer(Record, kw_only=True):
    """What the group of one sector said to one question."""

    sector: Annotated[str, Meta(description="the key of a sector")]
    question: Annotated[str, Meta(description="the key of a question")]
    items: Annotated[list[Node] | None, Meta(description="what was said: a list of nodes")] = None


class AgendaItem(Record, kw_only=True):
    """A planned slot of the agenda and what really happened in it."""

    key: Annotated[Key, Meta(description="the key of the agenda item: text that is not empty")]
    title: Annotated[str, Meta(description="the title as it is printed: text")]
    speaker: Annotated[str | None, Meta(description="who speaks, as the name is printed: text")] = None
    kind: Annotated[
        AgendaKind | None, Meta(description=f"one of {', '.join(AgendaKind)}; talk where it is missing")
    ] = None
    minutes: Annotated[
        Annotated[int, Meta(ge=0, le=MAX_MINUTES)] | None,
        Meta(description=f"the planned length: a whole number of minutes from 0 to {MAX_MINUTES}"),
    ] = None
    allotted: Annotated[
        Annotated[int, Meta(ge=0, le=MAX_MINUTES)] | None,
        Meta(description=f"the length given while it ran: a whole number of minutes from 0 to {MAX_MINUTES}"),
    ] = None
    fixed_start: Annotated[Start | None, Meta(description=_START_FORM)] = None
    internal: Annotated[
        bool | None, Meta(description="true where the item is for the team and never printed, else false")
    ] = None
    skipped: Annotated[bool | None, Meta(description="true where the item was left out, else false")] = None
    started: Annotated[Moment | None, Meta(description=_MOMENT_FORM)] = None
    ended: Annotated[Moment | None, Meta(description=_MOMENT_FORM)] = None
    notes: Annotated[list[Node] | None, Meta(description="what was said: a list of nodes")] = None
    annex: Annotated[str | None, Meta(description="the key of an annex")] = None
    poll: Annotated[str | None, Meta(description="the key of a poll")] = None


class PollOption(Record, kw_only=True):
    """One possible answer to a poll and the hands counted for it."""

    text: Annotated[str, Meta(description="the option as it is printed: text")]
    count: Annotated[Count | None, Meta(description="the hands counted: a whole number, 0 or more")] = None


class Poll(Record, kw_only=True):
    """A question put to the room."""

    key: Annotated[Key, Meta(description="the key of the poll: text that is not empty")]
    question: Annotated[str, Meta(description="the question as it is printed: text")]
    respondents: Annotated[
        Count | None, Meta(description="how many people answered: a whole number, 0 or more, or null where not counted")
    ] = None
    multiple: Annotated[bool | None, Meta(description="true where people may choose several options, else false")] = (
        None
    )
    options: Annotated[list[PollOption] | None, Meta(description="the possible answers: a list of options")] = None
    note: Annotated[str | None, Meta(description="what is printed below: text")] = None


class WayForward(Record, kw_only=True):
    """What was agreed to be done. An id that is missing is made from the workshop's id and the position."""

    id: Annotated[
        Identity | None, Meta(description="a UUID such as 07fd7f25-151b-534f-919e-a9c7d791ec39, or nothing")
    ] = None
    text: Annotated[str, Meta(description="what is to be done: text")]
    responsible: Annotated[str | None, Meta(description="who does it: text")] = None
    due: Annotated[str | None, Meta(description="by when: text; a date in it is written YYYY-MM-DD")] = None
    done: Annotated[Day | None, Meta(description=_DAY_FORM)] = None


class Annex(Record, kw_only=True):
    """What follows the minutes."""

    key: Annotated[Key, Meta(description="the key of the annex: text that is not empty")]
    title: Annotated[str, Meta(description="the title as it is printed: text")]
    source: Annotated[
        AnnexSource | None, Meta(description=f"one of {', '.join(AnnexSource)}; file where it is missing")
    ] = None
    file: Annotated[FilePath | None, Meta(description=PATH_FORM)] = None


class MinutesSection(Record, kw_only=True):
    """How a section of the minutes is printed otherwise than usual."""

    key: Annotated[Key, Meta(description="the section, such as objectives or item:KEY: text that is not empty")]
    shown: Annotated[bool | None, Meta(description="false where the section is not printed, else true")] = None
    title: Annotated[str | None, Meta(description="the heading in place of the usual one: text")] = None
    before: Annotated[list[Node] | None, Meta(description="text below the heading: a list of nodes")] = None
    after: Annotated[list[Node] | None, Meta(description="text at the end of the section: a list of nodes")] = None


class Workshop(Record, kw_only=True):
    """One workshop, whole. Text is kept in Unicode's normalization form C."""

    format: Annotated[Literal["clesidra-workshop/1"], Meta(description=f'"{FORMAT}"')]
    id: Identity
    language: Annotated[Language, Meta(description="en or km: the language of what is typed, and so of the minutes")]
    title: Annotated[str, Meta(description="the title of the workshop: text")]
    venue: Annotated[str | None, Meta(description="the house: text")] = None
    place: Annotated[str | None, Meta(description="the town or province: text")] = None
    programme: Annotated[Programme | None, Meta(description="the funded project that the workshop counts towards")] = (
        None
    )
    starts: Annotated[Moment | None, Meta(description=_MOMENT_FORM)] = None
    ends: Annotated[Moment | None, Meta(description=_MOMENT_FORM)] = None
    timezone: Annotated[str | None, Meta(description="an IANA time zone such as Asia/Phnom_Penh: text")] = None
    team: Annotated[Team | None, Meta(description="the people who ran the workshop")] = None
    objectives: Annotated[list[Text] | None, Meta(description="a list of text")] = None
    categories: Annotated[list[Category] | None, Meta(description="a list of categories in print order")] = None
    attendants: Annotated[list[Attendant] | None, Meta(description="a list of attendants")] = None
    quotas: Annotated[list[Quota] | None, Meta(description="a list of quotas")] = None
    sectors: Annotated[list[Sector] | None, Meta(description="a list of sectors in print order")] = None
    questions: Annotated[list[Question] | None, Meta(description="a list of questions in print order")] = None
    groups: Annotated[list[Group] | None, Meta(description="a list of groups, one at most for each sector")] = None
    split: Annotated[SplitRules | None, Meta(description="the rules of the split into groups")] = None
    answers: Annotated[
        list[Answer] | None, Meta(description="a list of answers, one at most for each sector and question")
    ] = None
    agenda: Annotated[list[AgendaItem] | None, Meta(description="a list of agenda items in their order")] = None
    polls: Annotated[list[Poll] | None, Meta(description="a list of polls")] = None
    ways_forward: Annotated[list[WayForward] | None, Meta(description="a list of ways forward")] = None
    annexes: Annotated[list[Annex] | None, Meta(description="a list of annexes in their order")] = None
    minutes: Annotated[
        list[MinutesSection] | None,
        Meta(description="the sections of the minutes that are printed otherwise than usual, each once at most"),
    ] = None
    lineage: Annotated[
        list[Identity] | None,
        Meta(description="a list of ids of the states from which this one comes, the newest last"),
    ] = None
