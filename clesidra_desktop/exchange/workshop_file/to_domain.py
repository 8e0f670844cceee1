"""From the objects of a workshop file to the domain. What the decoder cannot judge is judged here."""

import re
from datetime import date, datetime, time
from uuid import UUID, uuid5

from clesidra_desktop.domain import workshop as domain
from clesidra_desktop.domain.outline import Node, Outline, OutlineStyle
from clesidra_desktop.exchange.workshop_file import model
from clesidra_desktop.misfits import Misfit, describe

_RELATIVE_PATH = re.compile(model.RELATIVE_PATH)


def is_relative_path(path: str) -> bool:
    """Whether a path stays inside a workshop file on every system, and is not the workshop itself."""
    return _RELATIVE_PATH.fullmatch(path) is not None


def derived_way_forward_id(workshop_id: UUID, index: int) -> UUID:
    """Return the id of a way forward that has none in the file, by its position from 0."""
    return uuid5(workshop_id, f"way-forward:{index}")


def to_domain(record: model.Workshop) -> domain.Workshop:
    """Return the domain's workshop.

    Raises Misfit where a time does not exist, a path leaves the file, or stays are said in two forms at once.
    """
    return domain.Workshop(
        id=record.id,
        language=record.language,
        title=record.title,
        programme=_programme(record.programme),
        starts=_moment(record.starts, "$.starts"),
        ends=_moment(record.ends, "$.ends"),
        timezone=record.timezone or "",
        venue=record.venue or "",
        place=record.place or "",
        team=_team(record.team),
        objectives=tuple(record.objectives or ()),
        categories=tuple(
            domain.Category(code=category.code, label=category.label, extensions=category.extensions or {})
            for category in record.categories or ()
        ),
        attendants=tuple(
            _attendant(attendant, f"$.attendants[{index}]") for index, attendant in enumerate(record.attendants or ())
        ),
        quotas=tuple(
            domain.Quota(
                attribute=quota.attribute, value=quota.value, share=quota.share, extensions=quota.extensions or {}
            )
            for quota in record.quotas or ()
        ),
        sectors=tuple(
            domain.Sector(key=sector.key, title=sector.title, extensions=sector.extensions or {})
            for sector in record.sectors or ()
        ),
        questions=tuple(
            domain.Question(key=question.key, text=question.text, extensions=question.extensions or {})
            for question in record.questions or ()
        ),
        groups=tuple(_group(group) for group in record.groups or ()),
        split=_split(record.split),
        answers=tuple(_answer(answer) for answer in record.answers or ()),
        agenda=tuple(_agenda_item(item, f"$.agenda[{index}]") for index, item in enumerate(record.agenda or ())),
        polls=tuple(_poll(poll) for poll in record.polls or ()),
        ways_forward=_ways_forward(record),
        annexes=tuple(_annex(annex, f"$.annexes[{index}]") for index, annex in enumerate(record.annexes or ())),
        minutes=tuple(_section(section) for section in record.minutes or ()),
        extensions=record.extensions or {},
    )


def _programme(record: model.Programme | None) -> domain.Programme | None:
    if record is None:
        return None
    return domain.Programme(
        name=record.name,
        funder=record.funder or "",
        activity=record.activity or "",
        extensions=record.extensions or {},
    )


def _team(record: model.Team | None) -> domain.Team:
    if record is None:
        return domain.Team()
    return domain.Team(
        facilitator=tuple(record.facilitator or ()),
        mc=tuple(record.mc or ()),
        minute_taker=tuple(record.minute_taker or ()),
        extensions=record.extensions or {},
    )


def _attendant(record: model.Attendant, where: str) -> domain.Attendant:
    return domain.Attendant(
        id=record.id,
        name=record.name,
        name_km=record.name_km or "",
        sex=record.sex,
        birth_year=record.birth_year,
        age_group=record.age_group or "",
        category=record.category or "",
        organization=record.organization or "",
        position=record.position or "",
        province=record.province or "",
        phone=record.phone or "",
        email=record.email or "",
        flags=tuple(record.flags or ()),
        stays=_stays(record, where),
        signature=_path(record.signature, f"{where}.signature"),
        consent=record.consent,
        extensions=record.extensions or {},
    )


def _stays(record: model.Attendant, where: str) -> tuple[domain.Stay, ...]:
    if record.stays:
        if record.arrived is not None or record.left is not None:
            raise Misfit(f"{where}.stays", "stays beside arrived or left", "one of the two forms")
        return tuple(
            domain.Stay(
                arrived=_moment(stay.arrived, f"{where}.stays[{index}].arrived"),
                left=_moment(stay.left, f"{where}.stays[{index}].left"),
                extensions=stay.extensions or {},
            )
            for index, stay in enumerate(record.stays)
        )
    if record.arrived is None and record.left is None:
        return ()
    stay = domain.Stay(arrived=_moment(record.arrived, f"{where}.arrived"), left=_moment(record.left, f"{where}.left"))
    return (stay,)


def _group(record: model.Group) -> domain.Group:
    return domain.Group(
        sector=record.sector,
        members=tuple(record.members or ()),
        locked=tuple(record.locked or ()),
        rapporteur=record.rapporteur or "",
        room=record.room or "",
        extensions=record.extensions or {},
    )


def _split(record: model.SplitRules | None) -> domain.SplitRules:
    if record is None:
        return domain.SplitRules()
    return domain.SplitRules(
        seed=record.seed or 0,
        balance=100 if record.balance is None else record.balance,
        attributes=tuple(
            domain.SplitAttribute(
                attribute=one.attribute,
                weight=1 if one.weight is None else one.weight,
                protected=one.protected or False,
                with_sex=one.with_sex or False,
                extensions=one.extensions or {},
            )
            for one in record.attributes or ()
        ),
        facilitators=tuple(record.facilitators or ()),
        left_out=tuple(record.left_out or ()),
        apart=tuple(map(tuple, record.apart or ())),
        together=tuple(map(tuple, record.together or ())),
        wishes=tuple(
            domain.Wish(attendant=wish.attendant, sectors=tuple(wish.sectors or ()), extensions=wish.extensions or {})
            for wish in record.wishes or ()
        ),
        rounds=tuple(tuple(map(tuple, groups)) for groups in record.rounds or ()),
        extensions=record.extensions or {},
    )


def _answer(record: model.Answer) -> domain.Answer:
    return domain.Answer(
        sector=record.sector,
        question=record.question,
        items=_outline(record.items),
        extensions=record.extensions or {},
    )


def _outline(records: list[model.Node] | None) -> Outline:
    return tuple(
        Node(
            text=record.text,
            style=record.style or OutlineStyle.PARAGRAPH,
            children=_outline(record.children),
            extensions=record.extensions or {},
        )
        for record in records or ()
    )


def _agenda_item(record: model.AgendaItem, where: str) -> domain.AgendaItem:
    return domain.AgendaItem(
        key=record.key,
        title=record.title,
        speaker=record.speaker or "",
        kind=record.kind or domain.AgendaKind.TALK,
        minutes=record.minutes,
        allotted=record.allotted,
        fixed_start=_start(record.fixed_start, f"{where}.fixed_start"),
        internal=record.internal or False,
        skipped=record.skipped or False,
        started=_moment(record.started, f"{where}.started"),
        ended=_moment(record.ended, f"{where}.ended"),
        notes=_outline(record.notes),
        annex=record.annex or "",
        poll=record.poll or "",
        extensions=record.extensions or {},
    )


def _poll(record: model.Poll) -> domain.Poll:
    return domain.Poll(
        key=record.key,
        question=record.question,
        respondents=record.respondents,
        multiple=record.multiple or False,
        options=tuple(
            domain.PollOption(text=option.text, count=option.count or 0, extensions=option.extensions or {})
            for option in record.options or ()
        ),
        note=record.note or "",
        extensions=record.extensions or {},
    )


def _ways_forward(record: model.Workshop) -> tuple[domain.WayForward, ...]:
    records = record.ways_forward or ()
    taken = {way.id for way in records if way.id is not None}
    return tuple(
        domain.WayForward(
            id=_free_id(record.id, index, taken) if way.id is None else way.id,
            text=way.text,
            responsible=way.responsible or "",
            due=way.due or "",
            done=_day(way.done, f"$.ways_forward[{index}].done"),
            extensions=way.extensions or {},
        )
        for index, way in enumerate(records)
    )


def _free_id(workshop_id: UUID, index: int, taken: set[UUID]) -> UUID:
    """Return the derived id, or one derived from it where a way forward that was moved already carries it."""
    identity = derived_way_forward_id(workshop_id, index)
    while identity in taken:
        identity = derived_way_forward_id(identity, index)
    return identity


def _annex(record: model.Annex, where: str) -> domain.Annex:
    return domain.Annex(
        key=record.key,
        title=record.title,
        source=record.source or domain.AnnexSource.FILE,
        file=_path(record.file, f"{where}.file"),
        extensions=record.extensions or {},
    )


def _section(record: model.MinutesSection) -> domain.MinutesSection:
    return domain.MinutesSection(
        key=record.key,
        shown=record.shown is not False,
        title=record.title or "",
        before=_outline(record.before),
        after=_outline(record.after),
        extensions=record.extensions or {},
    )


def _path(path: str | None, where: str) -> str:
    if path and not is_relative_path(path):
        raise Misfit(where, describe(path), model.PATH_FORM)
    return path or ""


def _moment(text: str | None, where: str) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise Misfit(where, describe(text), "a date and a time that exist") from error


def _day(text: str | None, where: str) -> date | None:
    moment = _moment(text, where)
    return moment.date() if moment else None


def _start(text: str | None, where: str) -> datetime | time | None:
    if text is None or "T" in text:
        return _moment(text, where)
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise Misfit(where, describe(text), "a time of the day that exists") from error
