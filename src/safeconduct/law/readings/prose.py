"""How does a condition read as a phrase, in each language?

Negations are carried down to the facts, which know how they are denied, so that
`~(a & b)` reads "not a or not b". `proven` reads "it is shown that ...". A short
condition is a phrase; a long one can be outlined as a statute does, in numbered items.
"""

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.law import wording
from safeconduct.law.expression import NEVER, Expression, fold
from safeconduct.law.wording import korean

KOREAN = "ko"
AND = {"en": "and", "uk": "і", "ru": "и"}
OR = {"en": "or", "uk": "або", "ru": "или"}
# A condition with at most so many facts, and no group within a group, is a phrase.
SHORT = 3


class Form(StrEnum):
    """The forms of a clause."""

    PLAIN = "plain"
    ALL = "all"
    ANY = "any"
    SHOWN = "shown"
    NOT_SHOWN = "not_shown"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True)
class Clause:
    """A condition without negations: a sentence about a fact, or clauses joined."""

    form: Form
    text: str = ""
    parts: tuple["Clause", ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether it reads well in one breath."""
        if self.form in {Form.SHOWN, Form.NOT_SHOWN}:
            return self.parts[0].is_short
        return len(self.parts) <= SHORT and not any(
            joined.parts
            for part in self.parts
            for joined in (part.parts if part.form in SHOWING else (part,))
        )


SHOWING = {Form.SHOWN, Form.NOT_SHOWN}


@dataclass(frozen=True)
class Said:
    """What is said when a condition holds, and when it does not."""

    yes: Clause
    no: Clause


class Prose:
    """Read an expression as what is said of it in a language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def fact(self, name: str) -> Said:
        """Say it, and deny it."""
        yes, no = (
            Clause(Form.PLAIN, wording.predicate(name, self._language, so=so))
            for so in (True, False)
        )
        return Said(yes, no)

    def always(self) -> Said:
        """Say that it always holds."""
        return Said(Clause(Form.ALWAYS), Clause(Form.NEVER))

    def never(self) -> Said:
        """Say that it never holds."""
        return Said(Clause(Form.NEVER), Clause(Form.ALWAYS))

    def all(self, parts: tuple[Said, ...]) -> Said:
        """Join by "and"; denied, by "or"."""
        return Said(
            _joined(Form.ALL, [part.yes for part in parts]),
            _joined(Form.ANY, [part.no for part in parts]),
        )

    def any(self, parts: tuple[Said, ...]) -> Said:
        """Join by "or"; denied, by "and"."""
        return Said(
            _joined(Form.ANY, [part.yes for part in parts]),
            _joined(Form.ALL, [part.no for part in parts]),
        )

    def no(self, part: Said) -> Said:
        """Turn it over."""
        return Said(part.no, part.yes)

    def proven(self, part: Said) -> Said:
        """Say that it is shown, or that it is not shown."""
        return Said(
            Clause(Form.SHOWN, parts=(part.yes,)),
            Clause(Form.NOT_SHOWN, parts=(part.yes,)),
        )


def _joined(form: Form, parts: list[Clause]) -> Clause:
    flat = [
        inner
        for part in parts
        for inner in (part.parts if part.form is form else [part])
    ]
    return Clause(form, parts=tuple(flat))


def clause(expression: Expression, language: str) -> Clause:
    """Read a condition as a clause."""
    return fold(expression, Prose(language)).yes


def phrase(said: Clause, language: str) -> str:
    """Write a clause in one line, as it stands after "when"."""
    match said.form:
        case Form.PLAIN:
            return said.text
        case Form.ALWAYS | Form.NEVER:
            return wording.term(f"prose.{said.form}", language)
        case Form.SHOWN | Form.NOT_SHOWN:
            part = phrase(said.parts[0], language)
            if language == KOREAN:
                part = korean.told(part)
            return wording.term(f"prose.{said.form}", language, part=part)
        case Form.ALL | Form.ANY:
            parts = [_within(part, language) for part in said.parts]
            return _listed(parts, said.form, language)


def _within(part: Clause, language: str) -> str:
    """Write a clause that stands in another, set apart if it is joined itself."""
    text = phrase(part, language)
    if part.form not in {Form.ALL, Form.ANY}:
        return text
    if language == KOREAN:
        return f"{korean.described(text)} 경우에 해당한다"
    return f"({text})"


def _listed(parts: list[str], form: Form, language: str) -> str:
    if language == KOREAN:
        ended = korean.linked if form is Form.ALL else korean.chosen
        return ", ".join([*map(ended, parts[:-1]), parts[-1]])
    word = (AND if form is Form.ALL else OR)[language]
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


@dataclass(frozen=True)
class Item:
    """A line of an outline with the lines under it."""

    text: str
    items: tuple["Item", ...] = ()


def outline(said: Clause, language: str) -> Item:
    """Write a clause as a statute does: a short one in a line, a long one in items."""
    if said.is_short:
        return Item(phrase(said, language))
    if said.form in SHOWING:
        inner = outline(said.parts[0], language)
        text = korean.told(inner.text) if language == KOREAN else inner.text
        whole = wording.term(f"prose.{said.form}", language, part=text)
        return Item(whole, inner.items)
    items = tuple(outline(part, language) for part in said.parts)
    return Item(wording.term(f"prose.{said.form}_list", language), items)


def rule(mode: str, acts: tuple[str, ...], when: str, language: str) -> str:
    """Write what a norm does: "exchange must not take place when ...".

    Args:
        mode: The mode of the norm.
        acts: The names of its acts.
        when: Its condition as a phrase; empty if it holds in every case.
        language: The language of all of them.
    """
    named = ", ".join(acts)
    if not when:
        return wording.term(f"prose.{mode}_always", language, act=named)
    if language == KOREAN and mode != "not_until":
        when = f"{korean.described(when)} 경우에는"
    return wording.term(f"prose.{mode}", language, act=named, when=when)


def exception(unless: Expression, language: str) -> str:
    """Write an exception: "unless it is shown that ... (whoever relies on ...)"."""
    if unless is NEVER:
        return ""
    said = clause(unless, language)
    part = phrase(said, language)
    if language == KOREAN:
        part = f"{korean.described(part)} 경우에는"
    written = wording.term("prose.unless", language, part=part)
    if said.form is Form.SHOWN:
        written += f" ({wording.term('prose.burden', language)})"
    return written


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
