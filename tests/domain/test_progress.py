from clesidra_desktop.domain.progress import Progress, no_progress


def test_no_progress_can_stand_where_progress_is_told() -> None:
    tell: Progress = no_progress

    tell(1, 2)
