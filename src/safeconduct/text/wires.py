"""Which news agency does a text come from?"""

from __future__ import annotations

import re

AGENCY = (
    r"(?:(?:the\s+)?(?:reuters|associated\s+press|agence\s+france-presse|afp|ap|dpa|upi|efe|ansa"
    r"|bloomberg|tass|xinhua|kyodo(?:\s+news)?|yonhap(?:\s+news(?:\s+agency)?)?|interfax"
    r"(?:-ukraine)?|ukrinform|unian|newsis|news1)"
    r"|рейтер|тасс|интерфакс|риа\s+новости|укрінформ|укринформ|уніан|унн|интерфакс-украина"
    r"|інтерфакс-україна|로이터(?:통신)?|연합뉴스|뉴시스|뉴스1|교도통신|타스(?:통신)?|신화통신)"
)
LONE = re.compile(rf"\(?{AGENCY}\)?", re.IGNORECASE)
# An agency opens a text with place, day and its name in brackets, then a dash;
# in Korean with place and name in brackets, the writer, and an equals sign.
OPENING = re.compile(
    rf"[A-ZА-ЯІЇЄҐЁ][\w’'., /-]{{1,50}}\((?P<wire>{AGENCY})\)\s*[-–—]", re.IGNORECASE
)
KOREAN_OPENING = re.compile(
    r"[(\[][가-힣·]{1,12}\s*=\s*(?P<wire>[가-힣A-Za-z0-9]{2,12})[)\]]"
    r"(?:\s*(?P<writer>[가-힣]{2,4})\s*(?:기자|특파원|통신원))?[가-힣\s·]{0,30}="
)


def is_agency(text: str) -> bool:
    """Whether a text is an agency's name and nothing else."""
    return LONE.fullmatch(text.strip()) is not None


def wire_in(line: str) -> str | None:
    """Read the agency that the opening of an article names."""
    match = OPENING.match(line) or KOREAN_OPENING.match(line)
    return match["wire"] if match else None


def wire_writer_in(line: str) -> str | None:
    """Read the writer whom the opening of a Korean article names."""
    match = KOREAN_OPENING.match(line)
    return match["writer"] if match else None
