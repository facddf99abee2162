"""The closed vocabulary of the calendar: month names in the languages met in CVs, seasons, and the words between two dates.

Kept in code and not among the keyword files because these sets are complete: nobody adds a month.
"""

from __future__ import annotations

_NAMES: dict[int, str] = {
    1: "january jan januar janvier janv enero ene",
    2: "february feb febr februar février fevrier févr fevr febrero",
    3: "march mar mrz märz maerz mars marzo",
    4: "april apr avril avr abril abr",
    5: "may mai mayo",
    6: "june jun juni juin junio",
    7: "july jul juli juillet juil julio",
    8: "august aug août aout agosto",
    9: "september sept sep septembre septiembre",
    10: "october oct oktober okt octobre octubre",
    11: "november nov novembre noviembre",
    12: "december dec dezember dez décembre decembre déc diciembre dic",
}
MONTHS: dict[str, int] = {name: number for number, names in _NAMES.items() for name in names.split()}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=lambda name: (-len(name), name))) + ")"
SEASON = "(?:early|mid|late|spring|summer|autumn|fall|winter)-?"
QUARTER_END = {1: 3, 2: 6, 3: 9, 4: 12}
DASHES = "[-\u2010-\u2015\u2212~→]|->|--"
SEPARATOR = f"(?:{DASHES})+|/|to|till|until|til|through|thru|bis|à|au|hasta"
PRESENT = (
    "present(?: day)?|current(?:ly)?(?: working)?|now|today|ongoing|on-going|to date|till date|till now|until now|to present|continuing|"
    "heute|aujourd['’]hui|actualidad|actualmente"
)
# What stands before a date and makes it a beginning that lasts, a beginning, or an end.
SINCE = "since|seit|depuis"
FROM = "from|between"
UNTIL = "until|till|up to"
