"""From the domain to the objects of a workshop file, in the canonical form: what is empty and optional is left out."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from clesidra_desktop.domain import workshop as domain
from clesidra_desktop.domain.outline import Outline
from clesidra_desktop.exchange.workshop_file import model
from clesidra_desktop.exchange.workshop_file.to_domain import derived_way_forward_id


def from_domain(workshop: domain.Workshop, lineage: Sequence[UUID] = ()) -> model.Workshop:
    """Return the file's workshop; reading it back gives an equal one. `lineage` is as in WorkshopFile."""
    return model.Workshop(
        format=model.FORMAT,
        id=workshop.id,
        language=workshop.language,
        title=workshop.title,
        venue=workshop.venue or None,
        place=workshop.place or None,
        programme=_programme(workshop.programme),
        starts=_moment(workshop.starts),
        ends=_moment(workshop.ends),
        timezone=workshop.timezone or None,
        team=_team(workshop.team),
        objectives=list(workshop.objectives) or None,
        categories=[
            model.Category(code=category.code, label=category.label, extensions=category.extensions or None)
            for category in workshop.categories
        ]
        or None,
        attendants=[_attendant(attendant) for attendant in workshop.attendants] or None,
        quotas=[
            model.Quota(
                attribute=quota.attribute, value=quota.value, share=quota.share, extensions=quota.extensions or None
            )
            for quota in workshop.quotas
        ]
        or None,
        sectors=[
            model.Sector(key=sector.key, title=sector.title, extensions=sector.extensions or None)
            for sector in workshop.sectors
        ]
        or None,
        questions=[
            model.Question(key=question.key, text=question.text, extensions=question.extensions or None)
            for question in workshop.questions
        ]
        or None,
        groups=[_group(group) for group in workshop.groups] or None,
        split=_split(workshop.split),
        answers=[_answer(answer) for answer in workshop.answers] or None,
        agenda=[_agenda_item(item) for item in workshop.agenda] or None,
        polls=[_poll(poll) for poll in workshop.polls] or None,
        ways_forward=[_way_forward(workshop, index) for index in range(len(workshop.ways_forward))] or None,
        annexes=[_annex(annex) for annex in workshop.annexes] or None,
        minutes=[_section(section) for section in workshop.minutes] or None,
        lineage=list(lineage) or None,
        extensions=workshop.extensions or None,
    )


def _programme(programme: domain.Programme | None) -> model.Programme | None:
    if programme is None:
        return None
    return model.Programme(
        name=programme.name,
        funder=programme.funder or None,
        activity=programme.activity or None,
        extensions=programme.extensions or None,
    )


def _team(team: domain.Team) -> model.Team | None:
    if team == domain.Team():
        return None
    return model.Team(
        facilitator=list(team.facilitator) or None,
        mc=list(team.mc) or None,
        minute_taker=list(team.minute_taker) or None,
        extensions=team.extensions or None,
    )


def _attendant(attendant: domain.Attendant) -> model.Attendant:
    stays = attendant.stays
    single = stays[0] if len(stays) == 1 and stays[0] != domain.Stay() and not stays[0].extensions else None
    return model.Attendant(
        id=attendant.id,
        name=attendant.name,
        name_km=attendant.name_km or None,
        sex=attendant.sex,
        birth_year=attendant.birth_year,
        age_group=attendant.age_group or None,
        category=attendant.category,
        organization=attendant.organization or None,
        position=attendant.position or None,
        province=attendant.province or None,
        phone=attendant.phone or None,
        email=attendant.email or None,
        flags=list(attendant.flags) or None,
        arrived=_moment(single.arrived) if single else None,
        left=_moment(single.left) if single else None,
        stays=None if single else _stays(stays),
        signature=attendant.signature or None,
        consent=attendant.consent,
        extensions=attendant.extensions or None,
    )


def _stays(stays: tuple[domain.Stay, ...]) -> list[model.Stay] | None:
    return [
        model.Stay(arrived=_moment(stay.arrived), left=_moment(stay.left), extensions=stay.extensions or None)
        for stay in stays
    ] or None


def _group(group: domain.Group) -> model.Group:
    return model.Group(
        sector=group.sector,
        members=list(group.members) or None,
        locked=list(group.locked) or None,
        rapporteur=group.rapporteur or None,
        room=group.room or None,
        extensions=group.extensions or None,
    )


def _split(rules: domain.SplitRules) -> model.SplitRules | None:
    if rules == domain.SplitRules():
        return None
    return model.SplitRules(
        seed=rules.seed or None,
        balance=None if rules.balance == 100 else rules.balance,
        attributes=[
            model.SplitAttribute(
                attribute=one.attribute,
                weight=one.weight,
                protected=one.protected or None,
                with_sex=one.with_sex or None,
                extensions=one.extensions or None,
            )
            for one in rules.attributes
        ]
        or None,
        facilitators=list(rules.facilitators) or None,
        left_out=list(rules.left_out) or None,
        apart=list(map(list, rules.apart)) or None,
        together=list(map(list, rules.together)) or None,
        wishes=[
            model.Wish(attendant=wish.attendant, sectors=list(wish.sectors) or None, extensions=wish.extensions or None)
            for wish in rules.wishes
        ]
        or None,
        rounds=[list(map(list, groups)) for groups in rules.rounds] or None,
        extensions=rules.extensions or None,
    )


def _answer(answer: domain.Answer) -> model.Answer:
    return model.Answer(
        sector=answer.sector,
        question=answer.question,
        items=_outline(answer.items) or None,
        extensions=answer.extensions or None,
    )


def _outline(nodes: Outline) -> list[model.Node]:
    return [
        model.Node(
            text=node.text,
            style=node.style,
            children=_outline(node.children) or None,
            extensions=node.extensions or None,
        )
        for node in nodes
    ]


def _agenda_item(item: domain.AgendaItem) -> model.AgendaItem:
    return model.AgendaItem(
        key=item.key,
        title=item.title,
        speaker=item.speaker or None,
        kind=item.kind,
        minutes=item.minutes,
        allotted=item.allotted,
        fixed_start=_moment(item.fixed_start),
        internal=item.internal or None,
        skipped=item.skipped or None,
        started=_moment(item.started),
        ended=_moment(item.ended),
        notes=_outline(item.notes),
        annex=item.annex or None,
        poll=item.poll or None,
        extensions=item.extensions or None,
    )


def _poll(poll: domain.Poll) -> model.Poll:
    return model.Poll(
        key=poll.key,
        question=poll.question,
        respondents=poll.respondents,
        multiple=poll.multiple or None,
        options=[
            model.PollOption(text=option.text, count=option.count, extensions=option.extensions or None)
            for option in poll.options
        ]
        or None,
        note=poll.note or None,
        extensions=poll.extensions or None,
    )


def _way_forward(workshop: domain.Workshop, index: int) -> model.WayForward:
    way = workshop.ways_forward[index]
    return model.WayForward(
        id=None if way.id == derived_way_forward_id(workshop.id, index) else way.id,
        text=way.text,
        responsible=way.responsible or None,
        due=way.due or None,
        done=way.done.isoformat() if way.done else None,
        extensions=way.extensions or None,
    )


def _annex(annex: domain.Annex) -> model.Annex:
    return model.Annex(
        key=annex.key,
        title=annex.title,
        source=annex.source,
        file=annex.file or None,
        extensions=annex.extensions or None,
    )


def _section(section: domain.MinutesSection) -> model.MinutesSection:
    return model.MinutesSection(
        key=section.key,
        shown=None if section.shown else False,
        title=section.title or None,
        before=_outline(section.before) or None,
        after=_outline(section.after) or None,
        extensions=section.extensions or None,
    )


def _moment(moment: datetime | time | None) -> str | None:
    """Return the time in ISO 8601, without seconds where they are 0."""
    if moment is None:
        return None
    whole_minutes = moment.second == 0 and moment.microsecond == 0
    return moment.isoformat(timespec="minutes" if whole_minutes else "auto")
