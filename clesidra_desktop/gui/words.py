"""Words for what the domain says in data: sexes, kinds, quotas, deeds."""

from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.quotas import QuotaResult
from clesidra_desktop.domain.workshop import AgendaKind, Flag, Quota, QuotaAttribute, Sex
from clesidra_desktop.gui.i18n import mark, tr, tr_count

SEX_WORDS = {Sex.FEMALE: mark("female"), Sex.MALE: mark("male"), Sex.OTHER: mark("other"), None: mark("unknown")}
SEX_LETTERS = {Sex.FEMALE: mark("F"), Sex.MALE: mark("M"), Sex.OTHER: mark("X"), None: "–"}
FLAG_WORDS = {
    Flag.YOUTH: mark("youth"),
    Flag.INDIGENOUS: mark("indigenous"),
    Flag.VULNERABLE: mark("vulnerable"),
}
CONSENT_WORDS = {None: mark("not asked"), True: mark("yes"), False: mark("no")}
ATTRIBUTE_WORDS = {
    QuotaAttribute.SEX: mark("Sex"),
    QuotaAttribute.CATEGORY: mark("Category"),
    QuotaAttribute.AGE_GROUP: mark("Age group"),
    QuotaAttribute.ORGANIZATION: mark("Organization"),
    QuotaAttribute.PROVINCE: mark("Province"),
    QuotaAttribute.FLAGS: mark("Youth, indigenous, vulnerable"),
}
SEX_PLURALS = {"F": mark("women"), "M": mark("men"), "X": mark("of other sex")}

KIND_WORDS = {
    AgendaKind.TALK: mark("Talk"),
    AgendaKind.BREAKOUT: mark("Group work"),
    AgendaKind.ANSWERS: mark("Answers"),
    AgendaKind.WAYS_FORWARD: mark("Ways forward"),
    AgendaKind.POLL: mark("Poll"),
    AgendaKind.BREAK: mark("Break"),
}

DEED_WORDS = {
    "add_agenda_item": mark("added an agenda item"),
    "add_annex": mark("added an annex"),
    "add_annexes": mark("added annexes"),
    "add_category": mark("added a category"),
    "add_person": mark("added a person to the directory"),
    "add_poll": mark("added a poll"),
    "add_question": mark("added a question"),
    "add_quota": mark("added a quota"),
    "add_sector": mark("added a sector"),
    "add_to_answer": mark("added lines from paper"),
    "add_way_forward": mark("added a way forward"),
    "anonymize_person": mark("anonymized a person"),
    "change_split_rules": mark("changed the rules of the split"),
    "correct_stay": mark("corrected a time"),
    "correct_times": mark("corrected the times of the agenda"),
    "count_poll": mark("counted a poll"),
    "create_workshop": mark("made the workshop"),
    "describe_group": mark("noted a rapporteur or a room"),
    "describe_programme": mark("described the programme"),
    "describe_workshop": mark("described the workshop"),
    "edit_agenda_item": mark("edited an agenda item"),
    "edit_annex": mark("edited an annex"),
    "edit_attendants": mark("edited attendants"),
    "edit_category": mark("edited a category"),
    "edit_person": mark("edited a person of the directory"),
    "edit_poll": mark("changed a poll"),
    "edit_question": mark("edited a question"),
    "edit_quota": mark("edited a quota"),
    "edit_section": mark("changed a section of the minutes"),
    "edit_sector": mark("edited a sector"),
    "edit_way_forward": mark("changed a way forward"),
    "end_agenda_item": mark("ended an agenda item"),
    "enter_attendant": mark("entered a row from paper"),
    "even_out": mark("evened the groups out"),
    "finish_way_forward": mark("marked a way forward as done"),
    "extend_item": mark("changed the time of an item"),
    "go_back": mark("went back in the agenda"),
    "import_attendants": mark("took a list in"),
    "import_workshop": mark("took the workshop in"),
    "keep_state": mark("remembered what went out"),
    "insert_item": mark("inserted an agenda item"),
    "join_spellings": mark("brought spellings together"),
    "keep_apart": mark("kept people apart"),
    "keep_together": mark("kept people together"),
    "leave_out": mark("left people out"),
    "lock_members": mark("locked people"),
    "mark_arrived": mark("marked an arrival"),
    "mark_left": mark("marked a departure"),
    "mark_signed_on_paper": mark("noted signatures on paper"),
    "merge_attendants": mark("merged two attendants"),
    "merge_people": mark("merged two people"),
    "merge_workshop": mark("merged a workshop file"),
    "move_agenda_item": mark("moved an agenda item"),
    "move_annex": mark("moved an annex"),
    "move_category": mark("moved a category"),
    "move_item": mark("moved an agenda item"),
    "move_member": mark("moved people"),
    "move_question": mark("moved a question"),
    "move_quota": mark("moved a quota"),
    "move_sector": mark("moved a sector"),
    "move_way_forward": mark("moved a way forward"),
    "name_team": mark("named the team"),
    "part_spelling": mark("parted a spelling"),
    "publish_minutes": mark("published the minutes"),
    "keep_version": mark("took a published version in"),
    "record_answer": mark("typed an answer"),
    "record_notes": mark("typed notes"),
    "record_section_text": mark("typed a text for the minutes"),
    "register_attendant": mark("registered an attendant"),
    "register_person": mark("registered a person"),
    "remove_agenda_item": mark("removed an agenda item"),
    "remove_annex": mark("removed an annex"),
    "remove_attendants": mark("removed attendants"),
    "remove_category": mark("removed a category"),
    "remove_item": mark("removed an agenda item"),
    "remove_poll": mark("removed a poll"),
    "remove_question": mark("removed a question"),
    "remove_quota": mark("removed a quota"),
    "remove_section": mark("removed the texts of a section"),
    "remove_sector": mark("removed a sector"),
    "remove_signatures": mark("removed signatures"),
    "remove_way_forward": mark("removed a way forward"),
    "rename_organization": mark("renamed an organization"),
    "replace_annex_file": mark("replaced the file of an annex"),
    "restore_answer": mark("brought an answer back"),
    "restore_notes": mark("brought notes back"),
    "restore_section_text": mark("brought a text of the minutes back"),
    "seat_newcomers": mark("seated the newcomers"),
    "sign": mark("kept a signature"),
    "skip_item": mark("left an item out, or took it in again"),
    "split_into_groups": mark("split into groups"),
    "split_next_round": mark("mixed the next round"),
    "start_agenda_item": mark("started an agenda item"),
    "start_next_item": mark("started the next item"),
    "swap_members": mark("let two people change groups"),
    "take_back_arrivals": mark("took an arrival back"),
    "take_back_departures": mark("took a departure back"),
    "take_catch_up": mark("caught up"),
    "take_in": mark("took people in again"),
    "tell_apart": mark("told two people apart"),
    "unlock_members": mark("took locks away"),
    "unmerge_attendants": mark("took two attendants apart"),
    "unmerge_people": mark("took two people apart"),
}
"""What each deed did, for “Undo: …”."""


def shown_name(name: str) -> str:
    """Return a name as lists show it: a word where there is none any more."""
    return tr("(anonymized)") if name == NOBODY else name


def deed_words(deed: str) -> str:
    """Return what a deed did, in the language of the screens; a deed of a newer program is named as it is."""
    return tr(DEED_WORDS[deed]) if deed in DEED_WORDS else deed.replace("_", " ")


def quota_name(quota: Quota, category_label: str = "") -> str:
    """Return whom a quota is about, such as “women”."""
    match quota.attribute:
        case QuotaAttribute.SEX if quota.value in SEX_PLURALS:
            return tr(SEX_PLURALS[quota.value])
        case QuotaAttribute.FLAGS if quota.value in set(Flag):
            return tr(FLAG_WORDS[Flag(quota.value)])
    return category_label or quota.value


def quota_sentence(result: QuotaResult, name: str) -> str:
    """Return how a quota stands and what is missing, with the unknown named."""
    goal = f"{result.quota.share:.0%}"
    if not result.total:
        said = tr("Nobody is here yet; {goal} {name} are wanted.", goal=goal, name=name)
    elif result.reached:
        numbers = {"having": result.having, "total": result.total}
        said = tr("{having} of {total}: {goal} {name} are reached.", goal=goal, name=name, **numbers)
    else:
        said = tr_count(
            "To reach {goal} {name}, {count} more is needed.",
            "To reach {goal} {name}, {count} more are needed.",
            result.missing,
            name=name,
            goal=goal,
        )
    if result.unknown:
        said += " " + tr_count("{count} is unknown.", "{count} are unknown.", result.unknown)
    return said
