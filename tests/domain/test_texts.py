from dataclasses import replace

from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.texts import texts
from clesidra_desktop.domain.workshop import Flag, Programme
from tests.helpers.builders import answers, attendant, identity, nested, questions, sectors, workshop


def test_every_text_comes_with_its_path_in_the_order_of_the_file() -> None:
    bare = replace(
        workshop(),
        programme=Programme(name="Water", funder=""),
        attendants=(attendant(flags=(Flag.YOUTH,), extensions={"x-note": "theirs"}),),
        groups=(),
        answers=(),
        agenda=(),
        quotas=(),
        sectors=sectors(1),
        questions=(),
        extensions={"x-office": "theirs"},
    )

    assert list(texts(bare)) == [
        ("$.title", "Wells and canals"),
        ("$.programme.name", "Water"),
        ("$.timezone", "Asia/Phnom_Penh"),
        ("$.venue", "Pagoda school"),
        ("$.place", "Takeo"),
        ("$.team.facilitator[0]", "Ms Pich Sokunthea"),
        ("$.team.mc[0]", "Mr Lim Visal"),
        ("$.team.minute_taker[0]", "Ms Bun Davy"),
        ("$.objectives[0]", "Agree on who cleans the canal."),
        ("$.categories[0].code", "CBO"),
        ("$.categories[0].label", "CBOs"),
        ("$.categories[1].code", "GOV"),
        ("$.categories[1].label", "Gov"),
        ("$.attendants[0].name", "Attendant 1"),
        ("$.attendants[0].category", "CBO"),
        ("$.attendants[0].organization", "Organization 1"),
        ("$.attendants[0].province", "Takeo"),
        ("$.sectors[0].key", "s1"),
        ("$.sectors[0].title", "Sector 1"),
        ("$.polls[0].key", "poll"),
        ("$.polls[0].question", "Shall we go on?"),
        ("$.polls[0].options[0].text", "Option 1"),
        ("$.polls[0].options[1].text", "Option 2"),
        ("$.ways_forward[0].text", "Way forward 1"),
        ("$.annexes[0].key", "list"),
        ("$.annexes[0].title", "Attendant list"),
        ("$.annexes[1].key", "slides"),
        ("$.annexes[1].title", "Annex slides"),
        ("$.annexes[1].file", "annexes/slides.pdf"),
    ]


def test_the_points_of_an_outline_carry_its_path() -> None:
    items = (Node("one", children=(Node(""), Node("two"))), Node("three"))
    given = workshop(answers=answers(sectors(1), questions(1), items=items))

    assert [(path, text) for path, text in texts(given) if path.startswith("$.answers[0].items")] == [
        ("$.answers[0].items", "one"),
        ("$.answers[0].items", "two"),
        ("$.answers[0].items", "three"),
    ]


def test_an_outline_may_be_deeper_than_the_stack() -> None:
    given = workshop(answers=answers(sectors(1), questions(1), items=nested(5_000)))

    assert sum(path == "$.answers[0].items" for path, _ in texts(given)) == 5_000


def test_ids_are_no_texts() -> None:
    given = workshop()

    assert {str(identity(number)) for number in (1, 99, 1001)}.isdisjoint(text for _, text in texts(given))
