import re
from collections.abc import Callable
from string import Formatter

import pytest

from safeconduct.law import ACTS, CLOCKS, FACTS, Status, wording
from safeconduct.law.answer import RESULTS
from safeconduct.law.clocks import Limit, State
from safeconduct.law.kinds import OneOf, SomeOf, Wish
from safeconduct.law.norm import Mark, Mode, Norm
from safeconduct.law.norms import ALL_NORMS
from safeconduct.law.norms.engine import UNKNOWN, UNKNOWN_WORDING
from safeconduct.law.soundness import POSITIONS
from safeconduct.law.terms import PREDICATES
from safeconduct.law.wording.korean import PARTICLES
from safeconduct.law.wording.texts import LANGUAGES, NoWording, table, versions

HANGUL = re.compile("[가-힣]")
CYRILLIC = re.compile("[А-Яа-яІіЇїЄєҐґЁё]")
UKRAINIAN_ONLY = re.compile("[іїєґІЇЄҐ]")
RUSSIAN_ONLY = re.compile("[ыэёЫЭЁъ]")
# The vocabulary a lawyer would not know; none of it may stand in a text.
JARGON = re.compile(r"\b(bool|null|None|True|False|JSON|API|override|leg|pack)\b")


def id_of(norm: Norm) -> str:
    return f"{norm.name}-{norm.acts[0].name}"


def entries() -> list[tuple[str, dict[str, str]]]:
    """Every text of the law, with a name to find it by."""
    found = []
    for name in {norm.name for norm in ALL_NORMS} | {UNKNOWN.id}:
        found += [(name, dict(one.by_language)) for one in versions(name)]
    for file in ("facts", "acts", "citations", "states", "clocks"):
        for key, entry in table(file).items():
            texts = {code: entry[code] for code in LANGUAGES}
            found.append((f"{file} {key}", texts))
            if "unnamed" in entry:
                found.append((f"{file} {key} unnamed", entry["unnamed"]))
    for name, both in table("predicates").items():
        found += [(f"{name} yes", both["yes"]), (f"{name} no", both["no"])]
    for group, words in table("terms").items():
        found += [(f"{group}.{word}", entry) for word, entry in words.items()]
    return sorted(found, key=lambda one: (one[0], one[1]["en"]))


ENTRIES = entries()
SENTENCES = [
    (name, texts)
    for name, texts in ENTRIES
    # A day is день in Ukrainian and in Russian.
    if not name.startswith(("citations", "states", "unit.")) and " " in texts["en"]
]


def test_every_text_has_four_languages() -> None:
    """None is missing, empty or padded."""
    for name, texts in ENTRIES:
        assert set(texts) == set(LANGUAGES), name
        for text in texts.values():
            assert text, name
            assert text == text.strip()
            assert not JARGON.search(text)


def test_placeholders_agree() -> None:
    """What is filled in stands in each language."""
    for name, texts in ENTRIES:
        placeholders = {
            frozenset(field for _, field, _, _ in Formatter().parse(text) if field)
            for text in texts.values()
        }

        assert len(placeholders) == 1, name


def test_scripts() -> None:
    """Hangul stands in Korean alone, and each Cyrillic has its own letters."""
    for name, texts in ENTRIES:
        assert not HANGUL.search(texts["en"]), name
        assert not CYRILLIC.search(texts["en"]), name
        assert HANGUL.search(texts["ko"]), name
        assert not CYRILLIC.search(texts["ko"]), name
        for language in ("uk", "ru"):
            assert CYRILLIC.search(texts[language]), name
            assert not HANGUL.search(texts[language]), name
        assert not RUSSIAN_ONLY.search(texts["uk"]), name
        assert not UKRAINIAN_ONLY.search(texts["ru"]), name


def test_no_copies() -> None:
    """No sentence is the sentence of another language."""
    for name, texts in SENTENCES:
        assert len(set(texts.values())) == len(LANGUAGES), name


@pytest.mark.parametrize("norm", ALL_NORMS, ids=id_of)
def test_the_english_of_a_norm_is_its_own(norm: Norm) -> None:
    """Whoever changes a norm has to look at its translations."""
    for act in norm.acts:
        said = wording.norm(norm.name, "en", act=act.option)
        assert said == norm.wording
    for language in LANGUAGES[1:]:
        assert wording.norm(norm.name, language, english=norm.wording) != norm.wording


def test_the_unknown() -> None:
    """The rule on the unknown is spoken too."""
    assert wording.norm("ENG-UNKNOWN", "en") == UNKNOWN_WORDING


def test_no_text_is_left_over() -> None:
    """A text without its norm, fact or predicate is a mistake."""
    own = {(norm.name, norm.wording) for norm in ALL_NORMS}
    own.add((UNKNOWN.id, UNKNOWN_WORDING))
    names = {name for name, _ in own}

    assert {(n, one.by_language["en"]) for n in names for one in versions(n)} == own
    assert set(table("facts")) == set(FACTS)
    assert set(table("predicates")) == set(PREDICATES)
    assert set(table("acts")) == {act.name for act in ACTS}
    assert set(table("clocks")) == {clock.name for clock in CLOCKS}


def test_the_english_elsewhere_is_what_was_declared() -> None:
    """Facts, acts, predicates and citations are repeated word for word."""
    for stem, fact in FACTS.items():
        assert table("facts", stem)["en"] == fact.question
        assert wording.question(stem, "en") != ""
    for act in ACTS:
        assert wording.act(act.name, "en") == act.wording
    for clock in CLOCKS:
        assert wording.clock(clock.name, "en") == clock.says
        cited = clock.provision.citation
        assert wording.citation(clock.provision.id, "en") == cited
    for name, said in PREDICATES.items():
        assert wording.predicate(name, "en") == said
    for norm in ALL_NORMS:
        cited = norm.provision.citation
        assert wording.citation(norm.provision.id, "en") == cited


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_a_term(language: str) -> None:
    """Statuses, results, modes, marks, positions, offices and values are spoken."""
    keys = [
        *(f"status.{status.name}" for status in Status),
        *(f"result.{result}" for result in RESULTS.values()),
        *(f"{group}.{mode}" for group in ("mode", "modes") for mode in Mode),
        *(f"{group}.{mark}" for group in ("mark", "mark_says") for mark in Mark),
        *(f"position.{position}" for position in POSITIONS),
        *(f"office.{fact.by}" for fact in FACTS.values()),
        *(f"office.{clock.binds}" for clock in CLOCKS),
        *(f"limit.{limit}" for limit in Limit),
        *(f"clock_state.{state}" for state in State),
        *(f"wish.{wish}" for wish in Wish.PLAIN),
        *(
            f"value.{fact.stem}={word}"
            for fact in FACTS.values()
            if isinstance(fact.kind, OneOf | SomeOf)
            for word in fact.kind.words
        ),
    ]

    for key in keys:
        assert wording.term(key, language)


def test_states() -> None:
    """The States of this conflict, their neighbours and more."""
    assert len(wording.states()) >= 30
    assert {"KP", "KR", "RU", "UA", "CN", "BY", "PL"} <= set(wording.states())
    assert wording.state("KP", "ko") == "북한"
    assert wording.state("ZZ", "uk") == "ZZ"


def test_a_question_about_a_state() -> None:
    """The State may stand in the name or beside it, or be unnamed."""
    asked = wording.question("risk.torture[KP]", "en")

    assert asked == wording.question("risk.torture", "en", ("KP",))
    assert "North Korea" in asked
    assert wording.question("risk.torture[d]", "en") == FACTS["risk.torture"].ask()
    assert "Південна Корея" in wording.question("receiving.accepts[KR]", "uk")
    onward = wording.question("risk.onward[CN->KP]", "ru")
    assert onward.index("Китай") < onward.index("Северная Корея")
    assert wording.question("risk.onward[d->e]", "ko").startswith("그 국가가")
    assert "{" not in onward


@pytest.mark.parametrize(
    ("period", "language", "said"),
    [
        ("P1M", "en", "within 1 month"),
        ("P21D", "en", "within 21 days"),
        ("PT72H", "ko", "72시간 이내"),
        ("P1D", "uk", "не пізніше ніж через 1 день"),
        ("P3M", "uk", "не пізніше ніж через 3 місяці"),
        ("P14D", "uk", "не пізніше ніж через 14 днів"),
        ("P21D", "ru", "не позднее чем через 21 день"),
        ("PT72H", "ru", "не позднее чем через 72 часа"),
        ("P5Y", "ru", "не позднее чем через 5 лет"),
        ("P1Y6M", "ru", "не позднее чем через 1 год 6 месяцев"),
    ],
)
def test_a_limit_has_the_right_number(period: str, language: str, said: str) -> None:
    """The noun follows its number as the language demands."""
    assert wording.limit("at_most", period, language) == said


def test_a_limit_without_a_period() -> None:
    """At once is at once."""
    assert wording.limit("at_once", "", "uk") == "негайно"


def test_korean_particles_fit_the_name() -> None:
    """대한민국은, but 러시아는."""
    assert "대한민국은" in wording.question("receiving.accepts[KR]", "ko")
    assert "우크라이나는" in wording.question("receiving.accepts[UA]", "ko")
    for stem in FACTS:
        assert not PARTICLES.search(wording.question(stem, "ko"))


def test_one_name_two_rules() -> None:
    """A norm that speaks differently about two options is told apart by the option."""
    home = wording.norm("CAT-3-1", "uk", act="R1")
    elsewhere = wording.norm("CAT-3-1", "uk", act="T")

    assert home != elsewhere
    assert wording.norm("CAT-3-1", "uk", act="X") == home


def test_an_old_text_is_not_given_a_new_translation() -> None:
    """A version that was never translated stays in English."""
    assert wording.norm("CAT-3-1", "ko", english="Once it said this.") == (
        "Once it said this."
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda: wording.norm("GCIII-999", "en"),
        lambda: wording.norm("CAT-3-1", "en", act="P"),
        lambda: wording.norm("CAT-3-1", "fr"),
        lambda: wording.question("nonsense", "en"),
        lambda: wording.term("status.MAYBE", "en"),
        lambda: wording.term("nonsense", "en"),
        lambda: wording.predicate("nonsense", "en"),
    ],
    ids=["norm", "act", "language", "fact", "word", "group", "predicate"],
)
def test_no_text(ask: Callable[[], str]) -> None:
    """What is not on file is refused by name."""
    with pytest.raises(NoWording, match="No text of the"):
        ask()
