"""What the columns of a list are, and how they are headed in English and Khmer."""

import re
from enum import StrEnum
from typing import Final

from clesidra_desktop.domain.khmer import in_one_order
from clesidra_desktop.domain.names import folded


class Field(StrEnum):
    """What a column holds. FEMALE, MALE, YOUTH, INDIGENOUS and VULNERABLE are columns of ticks."""

    NAME = "name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    NAME_KM = "name_km"
    FAMILY_NAME_KM = "family_name_km"
    GIVEN_NAME_KM = "given_name_km"
    SEX = "sex"
    FEMALE = "female"
    MALE = "male"
    AGE = "age"
    BIRTH_YEAR = "birth_year"
    AGE_GROUP = "age_group"
    CATEGORY = "category"
    ORGANIZATION = "organization"
    POSITION = "position"
    PROVINCE = "province"
    PHONE = "phone"
    EMAIL = "email"
    FLAGS = "flags"
    YOUTH = "youth"
    INDIGENOUS = "indigenous"
    VULNERABLE = "vulnerable"
    ARRIVED = "arrived"
    LEFT = "left"
    CONSENT = "consent"
    ID = "id"


SEVERAL: Final = frozenset({Field.PHONE, Field.ARRIVED, Field.LEFT, Field.FLAGS})
"""What may stand in more than one column: phones and flags are joined, arrivals and departures go on."""

NAMES: Final = frozenset({Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NAME_KM, Field.GIVEN_NAME_KM})
"""A list without one of these is no list of people."""

ANY_NAME: Final = NAMES | {Field.FAMILY_NAME_KM}
"""All columns that hold a name or a part of one."""

_HEADERS: Final = {
    Field.NAME: """name|full name|fullname|name of participant|participant name|participant|participants|attendant
        attendee|names|name in english|english name|latin name|name in latin|name latin|name english
        name of participants|first and last name|name surname|name and surname|first name and last name|full names
        latin|latin letters|in latin|english|in english|roman letters
        ឈ្មោះ|នាមត្រកូល និងនាមខ្លួន|គោត្តនាម និងនាម|គោត្តនាម-នាម|នាម និងគោត្តនាម|នាមត្រកូល នាមខ្លួន|ឈ្មោះអ្នកចូលរួម
        ឈ្មោះពេញ|ឈ្មោះ-នាមត្រកូល|នាម-គោត្តនាម|នាមគោត្តនាម|គោត្តនាម នាម|អ្នកចូលរួម|នាមខ្លួន និងនាមត្រកូល
        ឈ្មោះជាអក្សរឡាតាំង|អក្សរឡាតាំង|ឈ្មោះឡាតាំង|ឈ្មោះជាភាសាអង់គ្លេស|ឈ្មោះអង់គ្លេស|ឡាតាំង|ឈ្មោះ ឡាតាំង|អង់គ្លេស|ឈ្មោះ អង់គ្លេស""",
    Field.FAMILY_NAME: """family name|last name|surname|lastname|family|last|នាមត្រកូល|គោត្តនាម|ត្រកូល""",
    Field.GIVEN_NAME: """given name|first name|forename|firstname|given|first|given names|first names|នាមខ្លួន|នាម""",
    Field.NAME_KM: """name in khmer|khmer name|name khmer|name (khmer)|name kh|name km|khmer|full name in khmer
        full name (khmer)|name in khmer script
        ឈ្មោះជាអក្សរខ្មែរ|ឈ្មោះខ្មែរ|ឈ្មោះជាភាសាខ្មែរ|អក្សរខ្មែរ|ឈ្មោះ (ខ្មែរ)|ភាសាខ្មែរ|ខ្មែរ|ឈ្មោះ ខ្មែរ""",
    Field.FAMILY_NAME_KM: "family name in khmer|last name in khmer|khmer family name|family name khmer|surname khmer",
    Field.GIVEN_NAME_KM: "given name in khmer|first name in khmer|khmer given name|given name khmer|first name khmer",
    Field.SEX: """sex|gender|m/f|f/m|male/female|sex (m/f)|sex m/f|gender (m/f)|salutation|mr/ms|mr/mrs
        ភេទ|ភេទ (ប/ស)|ប/ស|ស/ប|ប្រុស/ស្រី|ស្រី/ប្រុស""",
    Field.FEMALE: """f|female|woman|women|sex f|sex female|gender f|gender female|females|age f|age female
        ស្រី|ស|ស្ត្រី|នារី|ភេទ ស្រី|ភេទ ស|អាយុ ស្រី|អាយុ ស""",
    Field.MALE: """m|male|man|men|sex m|sex male|gender m|gender male|males|age m|age male
        ប្រុស|ប|បុរស|ភេទ ប្រុស|ភេទ ប|អាយុ ប្រុស|អាយុ ប""",
    Field.AGE: """age|ages|age (years)|age in years|age/year of birth|age or year of birth|age/yob|age/birth year
        អាយុ|អាយុ (ឆ្នាំ)|អាយុ/ឆ្នាំកំណើត|អាយុ ឬឆ្នាំកំណើត|វ័យ""",
    Field.BIRTH_YEAR: """year of birth|birth year|yob|birthyear|born|date of birth|dob|birth date|birthdate|birthday
        d.o.b|y.o.b|birth
        ឆ្នាំកំណើត|ថ្ងៃខែឆ្នាំកំណើត|ថ្ងៃ ខែ ឆ្នាំ កំណើត|ថ្ងៃកំណើត|ថ្ងៃខែកំណើត|កើតឆ្នាំ""",
    Field.AGE_GROUP: "age group|age class|age range|age bracket|ក្រុមអាយុ|ថ្នាក់អាយុ|អាយុជាក្រុម",
    Field.CATEGORY: """category|type|type of organization|type of participant|kind|stakeholder|stakeholder group
        sector type|participant type|organization type|org type|group type|categories
        ប្រភេទ|ប្រភេទអង្គភាព|ប្រភេទស្ថាប័ន|ប្រភេទអ្នកចូលរួម|ប្រភេទអង្គការ|ក្រុម""",
    Field.ORGANIZATION: """organization|organisation|org|institution|institute|company|employer|affiliation|office
        agency|ngo name|name of organization|name of organisation|organization name|organisation name|workplace
        organization/institution|institution/organization|department|ministry|network|community|association
        ស្ថាប័ន|អង្គភាព|អង្គការ|អង្គការ/ស្ថាប័ន|ស្ថាប័ន/អង្គភាព|ឈ្មោះអង្គភាព|ឈ្មោះស្ថាប័ន|ឈ្មោះអង្គការ|មកពី|មកពីស្ថាប័ន
        មកពីអង្គភាព|អង្គភាព/ស្ថាប័ន|ក្រសួង|សហគមន៍|ក្រុមហ៊ុន|មកពីអង្គការ|អង្គភាពឬស្ថាប័ន""",
    Field.POSITION: """position|title|job title|role|function|job|occupation|designation|rank|post|profession
        តួនាទី|មុខតំណែង|មុខងារ|តំណែង|មុខរបរ|មុខនាទី|ឋានៈ""",
    Field.PROVINCE: """province|provinces|location|place|address|from|province/city|city|provincial|region
        home province|district/province
        ខេត្ត|រាជធានី/ខេត្ត|ខេត្ត/រាជធានី|ខេត្ត/ក្រុង|អាសយដ្ឋាន|ទីកន្លែង|ទីលំនៅ|រាជធានី-ខេត្ត""",
    Field.PHONE: """phone|phone number|telephone|tel|mobile|phone no|mobile phone|contact|contact number|cell|hp|h/p
        tel no|telephone number|phone numbers|mobile number|contact no|cell phone|telephone no
        tel number
        លេខទូរសព្ទ|លេខទូរស័ព្ទ|ទូរស័ព្ទ|ទូរសព្ទ|ទូរស័ព្ទលេខ|លេខទំនាក់ទំនង|ទំនាក់ទំនង|លេខទូរស័ព្ទដៃ""",
    Field.EMAIL: """email|e-mail|mail|email address|e-mail address|e mail
        អ៊ីមែល|អ៊ីម៉ែល|អ៊ីមេល|សារអេឡិចត្រូនិក|អុីមែល""",
    Field.FLAGS: """flags|remarks|remark|vulnerability|marks|specific group|special group
        កំណត់សម្គាល់|សម្គាល់|ផ្សេងៗ|លក្ខណៈពិសេស""",
    Field.YOUTH: "youth|young|យុវជន",
    Field.INDIGENOUS: "indigenous|indigenous people|ip|ethnic minority|ជនជាតិដើមភាគតិច|ជនជាតិ",
    Field.VULNERABLE: "vulnerable|id poor|disability|pwd|disabled|ជនងាយរងគ្រោះ|ជនពិការ|ពិការ|ក្រីក្រ",
    Field.ARRIVED: """arrived|arrival|time in|arrival time|check in|check-in|present|attended|attendance|came|in
        time of arrival
        មកដល់|ម៉ោងមកដល់|វត្តមាន|ម៉ោងចូល|ពេលមកដល់""",
    Field.LEFT: """left|departure|time out|departed|check out|check-out|out|time of departure
        ចាកចេញ|ម៉ោងចេញ|ពេលចេញ""",
    Field.CONSENT: "consent|photo consent|agreed|ការយល់ព្រម|យល់ព្រម",
    Field.ID: "id|attendant id|លេខសម្គាល់",
}

_NUMBERED: Final = re.compile(r"\s+\d+$")
_AROUND: Final = " .:*-–—?"

OTHER: Final = """no|nr|number|n|#|s/n|sn|row code|code|signature|sign|date|day|village|commune
    district|per diem|transport|amount|bank account|title of event|topic|session
    ល.រ|លរ|លេខរៀង|ហត្ថលេខា|ស្នាមមេដៃ|ភូមិ|ឃុំ|ស្រុក|ថ្ងៃ|កាលបរិច្ឆេទ
    ហត្ថលេខា/ស្នាមមេដៃ
    ឃុំ/សង្កាត់|ស្រុក/ក្រុង"""
"""Headers of columns that lists have and that are not taken."""


def header_key(text: str) -> str:
    """Return the text of a header for comparing: no capitals, signs only where they divide words, no final number."""
    plain = in_one_order(folded(text)).replace("&", "/").replace("៖", " ").replace("_", " ")
    return " ".join(_NUMBERED.sub("", plain.strip(_AROUND)).strip(_AROUND).split())


def _words(text: str) -> tuple[str, ...]:
    return tuple(header_key(word) for one in text.split("\n") for word in one.split("|") if word.strip())


FIELD_OF: Final = {word: field for field, text in _HEADERS.items() for word in _words(text)}
"""The field by the key of a header."""

NOT_TAKEN: Final = frozenset(_words(OTHER))
"""The keys of headers whose columns are not taken."""
