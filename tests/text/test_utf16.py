from factdesk.text.utf16 import Utf16Map


def test_each_emoji_moves_what_follows_by_one_unit() -> None:
    units = Utf16Map("a😀b😀c")
    assert [units.to_utf16(position) for position in range(6)] == [0, 1, 3, 4, 6, 7]


def test_both_units_of_a_pair_belong_to_its_code_point() -> None:
    units = Utf16Map("a😀b😀c")
    assert [units.to_code_point(unit) for unit in range(8)] == [0, 1, 1, 2, 3, 3, 4, 5]


def test_without_astral_characters_both_count_alike() -> None:
    units = Utf16Map("école")
    assert units.to_utf16(3) == units.to_code_point(3) == 3
