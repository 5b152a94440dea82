"""How do the norms of a pack become a page?"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from safeconduct.law import wording
from safeconduct.law.acts import ACTS, OPTIONS, Act
from safeconduct.law.errors import LawError
from safeconduct.law.expression import NEVER, Expression
from safeconduct.law.norm import Mark, Mode, Norm
from safeconduct.law.norms import (
    ap1,
    cat,
    csr51,
    custom,
    echr,
    engine,
    gc3,
    iccpr,
    icpped,
    korea,
    ukraine,
    unhcr,
)
from safeconduct.law.pack import Pack
from safeconduct.law.pages.asks import asked
from safeconduct.law.pages.cases import chosen
from safeconduct.law.pages.otherwise import otherwise_told
from safeconduct.law.pages.page import (
    Asked,
    Case,
    Differing,
    Entry,
    Otherwise,
    Page,
    Related,
    Section,
)
from safeconduct.law.pages.pairs import pairs
from safeconduct.law.pages.picture import lettered, picture
from safeconduct.law.pages.review import examples_hash
from safeconduct.law.pages.telling import base, differing, told
from safeconduct.law.provisions import otherwise
from safeconduct.law.readings.prose import (
    KOREAN,
    Form,
    Item,
    clause,
    exception,
    outline,
    rule,
    sentence,
)

INSTRUMENTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(norm.provision.id for norm in module)
        for name, module in (
            ("gc3", gc3.NORMS),
            # None of its provisions opens or closes anything; its page tells them.
            ("gc4", ()),
            ("ap1", ap1.NORMS),
            ("custom", custom.NORMS),
            ("cat", cat.NORMS),
            ("iccpr", iccpr.NORMS),
            ("echr", echr.NORMS),
            ("icpped", icpped.NORMS),
            ("csr51", csr51.NORMS),
            ("unhcr", unhcr.NORMS),
            ("korea", korea.NORMS),
            ("ukraine", ukraine.NORMS),
            ("engine", engine.NORMS),
        )
    }
)
"""The ids of the provisions of each instrument, in the order of the law."""


def option_page(
    pack: Pack,
    letter: str,
    language: str,
    *,
    on: date | None = None,
) -> Page:
    """Make the page of one option: everything the law says about one act.

    Args:
        pack: The law.
        letter: The letter of the option, or the name of an act.
        language: One of `wording.LANGUAGES`.
        on: The law day, to be printed.

    Raises:
        LawError: There is no such option.
    """
    act = act_of(letter)
    named = wording.act(act.name, language)
    title = named
    if act.option:
        title = wording.term("page.option", language, letter=act.option, act=named)
    own = [norm for norm in pack.norms if act in norm.acts]
    composer = _Composer(pack, language, (act,))
    sections = composer.sections(
        (wording.term(f"modes.{mode}", language), [n for n in own if n.mode is mode])
        for mode in Mode
    )
    return composer.page(
        f"option {act.option or act.name}",
        sentence(title).rstrip("."),
        sections,
        on,
        scope=tuple(
            _scope_line(scope.condition, scope.provision, language)
            for scope in act.scope
        ),
        drawing=picture(pack, act.option or act.name, language),
    )


def instrument_page(
    pack: Pack,
    instrument: str,
    language: str,
    *,
    on: date | None = None,
) -> Page:
    """Make the page of one instrument, in the order of its articles.

    Raises:
        LawError: There is no such instrument.
    """
    if instrument not in INSTRUMENTS:
        known = ", ".join(INSTRUMENTS)
        raise LawError(f"There is no instrument {instrument}; there is {known}.")
    title = wording.term(f"instrument.{instrument}", language)
    composer = _Composer(pack, language)
    return composer.page(
        f"instrument {instrument}",
        title,
        composer.instruments([instrument]),
        on,
        others=otherwise_told(otherwise(instrument), language),
    )


def whole_page(
    pack: Pack,
    language: str,
    *,
    on: date | None = None,
) -> Page:
    """Make the page of the whole law, instrument by instrument."""
    composer = _Composer(pack, language)
    title = wording.term("page.law", language)
    others = [one for name in INSTRUMENTS for one in otherwise(name)]
    return composer.page(
        "law",
        title,
        composer.instruments(INSTRUMENTS),
        on,
        others=otherwise_told(others, language),
    )


def composed(pack: Pack, norm: Norm, language: str) -> Entry:
    """Make the entry of one norm as it stands in a pack, without examples."""
    return _Composer(pack, language, with_examples=False).entry(norm)


def act_of(letter: str) -> Act:
    """Find an act by the letter of its option or by its name.

    Raises:
        LawError: There is none.
    """
    for act in ACTS:
        if letter in {act.option, act.name} and letter:
            return act
    known = ", ".join(act.option for act in OPTIONS)
    raise LawError(f"There is no option {letter}; there is {known}.")


def _scope_line(condition: Expression, provision: str, language: str) -> str:
    said = outline(clause(condition, language), language)
    try:
        cited = wording.citation(provision, language)
    except wording.NoWording:
        cited = provision
    return f"{sentence(said.text)} ({cited})"


class _Composer:
    """Makes entries in one language from one pack.

    Args:
        pack: The law.
        language: The language.
        acts: The acts the page is about; empty: all acts of each norm.
        with_examples: Whether examples stand under the norms.
    """

    def __init__(
        self,
        pack: Pack,
        language: str,
        acts: tuple[Act, ...] = (),
        *,
        with_examples: bool = True,
    ) -> None:
        self._pack = pack
        self._language = language
        self._acts = acts
        self._with_examples = with_examples
        # The norms that have a place on the page, to link to.
        self._present: set[Norm] = set()

    def page(
        self,
        about: str,
        title: str,
        sections: tuple[Section, ...],
        on: date | None,
        *,
        scope: tuple[str, ...] = (),
        others: tuple[Otherwise, ...] = (),
        drawing: str = "",
    ) -> Page:
        say = self._say
        position = say(f"position.{self._pack.position}")
        standing = [say("review.none")]
        if self._language != wording.ENGLISH:
            standing.append(say("page.translation"))
        entries = [entry for one in sections for entry in one.entries]
        borne = {entry.mark for entry in entries}
        borne |= {mark for one in others for mark in one.marks}
        marks = [
            (mark.value, say(f"mark.{mark}"), say(f"mark_says.{mark}"))
            for mark in Mark
            if mark in borne
        ]
        return Page(
            about=about,
            language=self._language,
            title=title,
            day=say("page.as_of", day=on.isoformat()) + "." if on else "",
            lead=(
                say("page.position", position=position),
                say("page.interpretation"),
                say("page.order"),
                say("page.there"),
            ),
            standing=tuple(standing),
            scope=scope,
            sections=sections,
            otherwise=others,
            marks=tuple(marks),
            base=base(self._language) if any(one.cases for one in entries) else (),
            fingerprint=self._pack.hash,
            examples=examples_hash(self._pack, self._acts or ACTS),
            picture=drawing,
        )

    def instruments(self, names: Iterable[str]) -> tuple[Section, ...]:
        return self.sections(
            (
                self._say(f"instrument.{name}"),
                [n for n in self._pack.norms if n.provision.id in INSTRUMENTS[name]],
            )
            for name in names
        )

    def sections(self, parts: Iterable[tuple[str, list[Norm]]]) -> tuple[Section, ...]:
        listed = [(title, norms) for title, norms in parts if norms]
        self._present = {norm for _, norms in listed for norm in norms}
        return tuple(
            Section(title, tuple(self.entry(norm) for norm in norms))
            for title, norms in listed
        )

    def entry(self, norm: Norm) -> Entry:
        say, language = self._say, self._language
        acts = tuple(wording.act(act.name, language) for act in self._about(norm))
        cases, more, found = self._shown(norm)
        return Entry(
            language=language,
            name=norm.name,
            anchor=anchor(norm),
            citation=self._cite(norm),
            mark=norm.provision.mark,
            mark_word=say(f"mark.{norm.provision.mark}"),
            mode=norm.mode,
            mode_word=say(f"mode.{norm.mode}"),
            says=self._says(norm),
            rule=self._rule(norm, acts),
            exception=self._exception(norm),
            remarks=self._remarks(norm),
            concerns=tuple(lettered(act, language) for act in norm.acts),
            prevails=self._related(norm, lambda one: one.name in norm.prevails_over),
            yields=self._related(norm, lambda one: norm.name in one.prevails_over),
            asks=tuple(
                Asked(
                    wording.question(fact.name, language),
                    say("page.answered_by", office=say(f"office.{fact.by}")),
                    say("page.fresh", days=fact.fresh_days) if fact.fresh_days else "",
                )
                for fact in asked(norm.when, norm.unless)
            ),
            deadline=wording.deadline(norm.provision.id, language) or "",
            force=self._force(norm),
            cases=cases,
            more=more,
            pairs=found,
        )

    def _shown(self, norm: Norm) -> tuple[tuple[Case, ...], int, tuple[Differing, ...]]:
        """Choose the examples and the minimal pairs that stand under a norm."""
        if not self._with_examples:
            return (), 0, ()
        law, language, acts = self._pack, self._language, self._about(norm)
        picked, more = chosen(law, norm.name, acts, norm.acts)
        found = pairs(law, norm.name, acts, picked)
        return (
            tuple(told(one, language) for one in picked),
            more,
            tuple(differing(pair, language) for pair in found),
        )

    def _about(self, norm: Norm) -> tuple[Act, ...]:
        own = tuple(act for act in norm.acts if act in self._acts)
        return own or norm.acts

    def _rule(self, norm: Norm, acts: tuple[str, ...]) -> Item:
        said = clause(norm.when, self._language)
        if said.form is Form.ALWAYS:
            return Item(sentence(rule(norm.mode.value, acts, "", self._language)))
        lines = outline(said, self._language)
        whole = rule(norm.mode.value, acts, lines.text, self._language)
        if lines.items:
            return Item(sentence(whole).rstrip(".") + ":", lines.items)
        if norm.unless is not NEVER and self._language != KOREAN:
            whole = f"{whole}, {exception(norm.unless, self._language)}"
        return Item(sentence(whole))

    def _exception(self, norm: Norm) -> str:
        """Write the exception on its own where it does not end the sentence."""
        if norm.unless is NEVER:
            return ""
        joined = clause(norm.when, self._language).is_short
        if joined and self._language != KOREAN:
            return ""
        return sentence(exception(norm.unless, self._language))

    def _remarks(self, norm: Norm) -> tuple[str, ...]:
        say = self._say
        remarks = [
            say(f"flag_says.{flag}")
            for flag in ("absolute", "personal", "contested")
            if getattr(norm, flag)
        ]
        if norm.position:
            position = say(f"position.{norm.position}")
            remarks.append(say("page.only_under", position=position))
        return tuple(remarks)

    def _related(
        self, norm: Norm, wanted: Callable[[Norm], bool]
    ) -> tuple[Related, ...]:
        related: dict[str, Related] = {}
        for one in self._pack.norms:
            if wanted(one) and set(one.acts) & set(norm.acts):
                place = anchor(one) if one in self._present else ""
                if place or one.name not in related:
                    says = self._says(one)
                    related[one.name] = Related(self._cite(one), says, place)
        return tuple(related.values())

    def _says(self, norm: Norm) -> str:
        return wording.norm(norm.name, self._language, english=norm.wording)

    def _cite(self, norm: Norm) -> str:
        provision = norm.provision
        return wording.citation(
            provision.id, self._language, english=provision.citation
        )

    def _force(self, norm: Norm) -> str:
        force = self._say("page.since", day=norm.since.isoformat())
        if norm.until is not None:
            force += "; " + self._say("page.until", day=norm.until.isoformat())
        return force

    def _say(self, key: str, **values: object) -> str:
        return wording.term(key, self._language, **values)


def anchor(norm: Norm) -> str:
    """Return a name for links: letters, digits and hyphens."""
    letters = "-".join(act.option or act.name for act in norm.acts)
    plain = norm.name.replace("/", "-").replace("_", "-")
    return f"{plain}-{letters}".lower()
