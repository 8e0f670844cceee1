from clesidra_desktop.domain.errors import UserError


def test_the_sentence_is_the_template_with_its_values() -> None:
    error = UserError("“{path}” is {size} bytes too long. Shorten it.", path="a.json", size=3)

    assert str(error) == "“a.json” is 3 bytes too long. Shorten it."
    assert error.template == "“{path}” is {size} bytes too long. Shorten it."
    assert error.values == {"path": "a.json", "size": 3}


def test_braces_in_a_value_are_left_alone() -> None:
    assert str(UserError("No workshop is called “{text}”.", text="{x} {}")) == "No workshop is called “{x} {}”."


def test_every_name_can_be_a_placeholder() -> None:
    assert str(UserError("{self} and {template}", self="one", template="two")) == "one and two"
