"""Names in all their spellings, found at word borders."""

# ruff: noqa: E501
import pytest

from safeconduct.disclosure import Person
from safeconduct.disclosure.automaton import NameIndex
from safeconduct.disclosure.variants import Form


def index(*names: str) -> NameIndex:
    return NameIndex([Person(str(i), names=(name,)) for i, name in enumerate(names)])


@pytest.mark.parametrize(
    "said",
    [
        "Kim Kwang-hyok", "Kim Gwang Hyeok", "Kwang Hyuk Kim", "KIM Kwanghyok",
        "Ким Гван Хёк", "Ким Гван Хека", "Кім Кван Хьок", "김광혁은", "김광혁 씨가",
    ],
)  # fmt: skip
def test_a_hangul_name_in_any_script(said: str) -> None:
    """Order, hyphens, vowels, cases and particles make no difference."""
    (hit,) = index("김광혁").find(f"Вчера {said} said.")
    assert hit.form is Form.FULL
    assert said.startswith(f"Вчера {said} said."[hit.start : hit.end])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("리영남", "이영남"), ("이영남", "Ri Yong-nam"), ("림은성", "Лим Ын Сон"),
        ("Sol Un-hyok", "설은혁"), ("Ким Ын Сок", "Kim Un-sok"), ("차은성", "Ча Ин Сон"),
        ("Кравець Олексій", "Олексія Кравця"), ("Гончар Николай", "Николаем Гончаром"),
        ("Serhii Bondarenko", "Сергія Бондаренка"), ("Баир Дашиев", "Баиру Дашиеву"),
        ("Ivan Petrov (이반 페트로프)", "Ивана Петрова"),
        ("Nemanja Stojković", "Неманя Стойкович"), ("Немања Стојковић", "Nemanja Stojkovic"),
        ("Đorđe Jovanović", "Djordje Jovanovic"), ("Miloš Ilić", "Милоша Илича"),
        ("Ержан Қасымов", "Yerzhan Kassymov"), ("Jan Kowalczyk", "Яна Ковальчика"),
        ("Петренко Іван", "Ивана Сергеевича Петренко"),
        ("Петренко Іван Сергійович", "Petrenko Ivan Sergeevich"),
        ("Денис Колосовський", "Дениса Колосовського"), ("Ілля Сорока", "Іллі Сороці"),
        ("Денис Колосовский", "Денисом Колосовским"), ("Илья Зайцев", "Ильёй Зайцевым"),
        ("Николай Мельник", "Миколи Мельника"), ("Микола Мельник", "Николая Мельника"),
        ("Андрій Гайовий", "Андрія Гайового"), ("Никита Белов", "Микити Бєлова"),
        ("Павло Швець", "Павлові Шевцю"), ("Денис Кривоніс", "Дениса Кривоноса"),
        ("Дмитрий Заречный", "Дмитром Зарічним"), ("Сергій Сокіл", "Сергея Сокола"),
        ("Otabek Yo'ldoshev", "Отабек Юлдашев"), ("Шавкат Ғаниев", "Шавката Ганиева"),
        ("金永浩", "김영호"), ("金永浩", "Ким Ён Хо"),
        ("Ткаченко Іван", "Ivan Tkachenko"), ("Ларин Дмитрий Олегович", "Д. Ларина"),
    ],
)  # fmt: skip
def test_names_cross_scripts_and_cases(name: str, said: str) -> None:
    """A name registered in one script is found in another, and inflected."""
    hits = index(name).find(f"... {said}, 26")
    assert [f"... {said}, 26"[hit.start : hit.end] for hit in hits] == [said]
    assert hits[0].form > Form.SURNAME


@pytest.mark.parametrize("said", ["Иван Олегович Петренко", "Петренко Иван Олегович"])
def test_whose_patronymic_is_another_is_another(said: str) -> None:
    """A namesake is told from him by the father's name, in any language."""
    assert index("Петренко Іван Сергійович").find(f"— {said}, 26") == ()


@pytest.mark.parametrize(
    "text",
    [
        "So, what now?",
        "서 장관은 말했다.",
        "김광혁수 선수",
        "Kimberly Kwan",
        "Нам сказали",
        "на заводе имени Ильича",
    ],
)
def test_words_that_only_sound_like_a_name(text: str) -> None:
    """Interjections, longer names and titles with a syllable are no hits."""
    assert index("서영국", "김광혁", "남철호", "Dejan Ilić").find(text) == ()


def test_a_surname_alone_is_marked_as_such() -> None:
    """It is a candidate only; beside another given name it is somebody else's."""
    names = index("설철수", "Sol Song")
    (hit,) = names.find("The driver Sol spoke.")
    assert (hit.form, list(hit.owners)) == (Form.SURNAME, [0, 1])
    assert names.find("The singer Sol Nam-il spoke.") == ()


def test_nobody_is_found_without_persons() -> None:
    """An empty register finds nothing."""
    assert NameIndex([]).find("Kim Kwang-hyok") == ()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("윤정길", "Юном Чонгилем"),
        ("남궁혁", "남궁혁"),
        ("Sandak Mongush", "산다크 몽구시"),
        ("Лихачёв Семён", "Семена Лихачова"),
        ("Yuniel Batista", "Юниэль Батиста"),
        ("Аюр Доржиев", "Ayur Dorzhiev"),
        ("Ramesh Gurung", "라메쉬 구룽"),
        ("Koffi Adzraku", "Коффі Адзраку"),
        ("Kevin Otieno", "Кевина Отиено"),
        ("Yosvany Herrero Pupo", "요스바니 에레로"),
        ("Сизов Артём Николаевич", "아르템 시조프"),
        ("Mohammed Al-Rashid", "Мохаммед аль-Рашид"),
    ],
)
def test_names_of_many_countries(name: str, written: str) -> None:
    """What hands in other scripts do to vowels, ng, z, h and ё."""
    (hit,) = NameIndex([Person("x", names=(name,))]).find(f"— {written} —")
    assert hit.form is Form.FULL
