"""The words that stand in the cells of lists, in English, Khmer and what else is met, folded as for searching."""

from typing import Final

from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.workshop import Flag, Sex


def words(text: str) -> frozenset[str]:
    """Return the words between bars and line ends."""
    return frozenset(folded(word) for line in text.split("\n") for word in line.split("|") if word.strip())


NOTHING: Final = words(
    """n/a|n.a.|n/k|nil|none|unknown|not known|not recorded|no data
    គ្មាន|មិនមាន|អត់មាន|មិនដឹង|មិនបានកត់ត្រា"""
)
"""What people write into a cell to say that it is empty."""

SEXES: Final = {
    Sex.FEMALE: words(
        """f|fem|female|w|woman|women|girl|ms|mrs|miss|femme|feminin|nữ
        ស្រី|ស|ស្ត្រី|នារី|ភេទស្រី"""
    ),
    Sex.MALE: words(
        """m|male|man|men|boy|mr|homme|masculin|nam
        ប្រុស|ប|បុរស|ភេទប្រុស"""
    ),
    Sex.OTHER: words(
        """x|other|o|lgbt|lgbtq|lgbtq+|lgbtiq|lgbtiq+|transgender|trans|non-binary|nonbinary|diverse|third
        ផ្សេង|ផ្សេងៗ|ផ្សេងទៀត|ភេទទីបី"""
    ),
}

TICKS: Final = words(
    """x|v|y|yes|true|1|ok|present|✓|✔|☑|✅|√|✗|✘|☒|×|●|•|*|+|/|ü|þ
    បាន|មាន|បាទ|ចាស|មក|វត្តមាន|បានមក"""
)
"""Signs for yes. The last two of the first line are ticks of the font Wingdings."""

NO_TICKS: Final = words(
    """n|no|false|0|-|–|—|☐|absent
    ទេ|អត់|អវត្តមាន|មិនបានមក|គ្មាន"""
)

FLAGS: Final = {
    Flag.YOUTH: words("youth|young|yth|យុវជន|យុវ|យុវតី"),
    Flag.INDIGENOUS: words(
        """indigenous|indigenous people|indigenous person|ip|ips|ethnic minority|minority
        ជនជាតិដើមភាគតិច|ជនជាតិ|ជនជាតិភាគតិច"""
    ),
    Flag.VULNERABLE: words(
        """vulnerable|id poor|idpoor|poor|disability|disabled|person with disability|pwd
        ជនងាយរងគ្រោះ|ងាយរងគ្រោះ|ក្រីក្រ|ជនពិការ|ពិការ"""
    ),
}

GIVEN: Final = words("given|yes|y|true|1|agreed|agree|consent|យល់ព្រម|បាន|បាទ|ចាស|✓|✔|x|v")
REFUSED: Final = words("refused|no|n|false|0|declined|not agreed|មិនយល់ព្រម|ទេ")

CATEGORIES: Final = (
    words("cbo|cbos|community based organization|community based organisation|community|សហគមន៍"),
    words("lngo|lngos|local ngo|national ngo|ngo|ngos|អង្គការក្នុងស្រុក|អង្គការ"),
    words("ingo|ingos|international ngo|អង្គការអន្តរជាតិ"),
    words("gov|govt|government|authority|authorities|public|state|រដ្ឋ|រដ្ឋាភិបាល|អាជ្ញាធរ|មន្ត្រីរាជការ"),
    words("private|private sector|business|company|ឯកជន|វិស័យឯកជន|ក្រុមហ៊ុន"),
    words("media|press|journalist|សារព័ត៌មាន|អ្នកសារព័ត៌មាន"),
)
"""Words for one kind of attendants each: a category that is called by one of them is found by all of them."""

TENS: Final = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
    "ដប់": 10, "ម្ភៃ": 20, "សាមសិប": 30, "សែសិប": 40, "ហាសិប": 50, "ហុកសិប": 60, "ចិតសិប": 70, "ប៉ែតសិប": 80, "កៅសិប": 90,
}  # fmt: skip
UNITS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "មួយ": 1, "ពីរ": 2, "បី": 3, "បួន": 4, "ប្រាំ": 5, "ប្រាំមួយ": 6, "ប្រាំពីរ": 7, "ប្រាំបី": 8, "ប្រាំបួន": 9,
}  # fmt: skip
TEENS: Final = {
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
NUMBERS: Final = {
    **TENS,
    **UNITS,
    **TEENS,
    **{ten + joint + unit: TENS[ten] + UNITS[unit] for ten in TENS for unit in UNITS for joint in ("", " ", "-")},
}
