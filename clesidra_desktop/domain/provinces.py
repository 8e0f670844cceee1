"""The provinces of Cambodia, and its capital, as they are offered while one is typed."""

from clesidra_desktop.domain.language import Language

PROVINCES = (
    ("Banteay Meanchey", "បន្ទាយមានជ័យ"),
    ("Battambang", "បាត់ដំបង"),
    ("Kampong Cham", "កំពង់ចាម"),
    ("Kampong Chhnang", "កំពង់ឆ្នាំង"),
    ("Kampong Speu", "កំពង់ស្ពឺ"),
    ("Kampong Thom", "កំពង់ធំ"),
    ("Kampot", "កំពត"),
    ("Kandal", "កណ្តាល"),
    ("Kep", "កែប"),
    ("Koh Kong", "កោះកុង"),
    ("Kratie", "ក្រចេះ"),
    ("Mondulkiri", "មណ្ឌលគិរី"),
    ("Oddar Meanchey", "ឧត្តរមានជ័យ"),
    ("Pailin", "ប៉ៃលិន"),
    ("Phnom Penh", "ភ្នំពេញ"),
    ("Preah Sihanouk", "ព្រះសីហនុ"),
    ("Preah Vihear", "ព្រះវិហារ"),
    ("Prey Veng", "ព្រៃវែង"),
    ("Pursat", "ពោធិ៍សាត់"),
    ("Ratanakiri", "រតនគិរី"),
    ("Siem Reap", "សៀមរាប"),
    ("Stung Treng", "ស្ទឹងត្រែង"),
    ("Svay Rieng", "ស្វាយរៀង"),
    ("Takeo", "តាកែវ"),
    ("Tboung Khmum", "ត្បូងឃ្មុំ"),
)
"""English and Khmer names of the 25, in the order of the English ones (Royal Government of Cambodia, since 2013)."""


def province_names(language: Language) -> tuple[str, ...]:
    """Return the names in one language."""
    return tuple(khmer if language is Language.KHMER else english for english, khmer in PROVINCES)


def province_in(name: str, language: Language) -> str:
    """Return a province by its English name in a language; any other text as it is."""
    if language is not Language.KHMER:
        return name
    return next((khmer for english, khmer in PROVINCES if english == name), name)
