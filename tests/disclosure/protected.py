"""Invented protected persons for tests: two who are told of, and many like them."""

import random
from collections.abc import Sequence

from safeconduct.disclosure import Person, Register

ROLES = ("sniper", "rifleman", "machine gunner", "scout", "medic", "driver")
PLACES = ("Kursk", "Sudzha", "Makhnovka", "Plekhovo", "Korenevo")
WOUNDS = ("jaw", "leg", "arm", "hand", "chest", None)
SURNAMES = ["Kim", "Pak", "Choe", "Han", "Jong", "Rim", "Kang", "Cho", "Yun"]
GIVEN = ["Chol", "Yong", "Song", "Kum", "Hyok", "Kwang", "Myong"]

FIRST = Person(
    id="T-1",
    names=("Ryom Kwan-sok", "렴관석"),
    nationality="PRK",
    age=31,
    role="mortar gunner",
    unit="93rd Brigade",
    capture_place="Sudzha",
    capture_month=(2025, 1),
    injury="jaw",
    home="Hamhung",
    wish="South Korea",
)
SECOND = Person(
    id="T-2",
    names=("Mun Thae-bok", "문태복"),
    nationality="PRK",
    age=23,
    role="radio operator",
    capture_place="Kursk",
    capture_month=(2025, 1),
    injury="leg",
)


def people(count: int = 300, seed: int = 4) -> list[Person]:
    """Invent others; the same seed invents the same ones."""
    chance = random.Random(seed)
    return [
        Person(
            id=f"C-{number:04}",
            names=(f"{chance.choice(SURNAMES)} {chance.choice(GIVEN)}-su",),
            nationality="PRK",
            age=chance.randint(18, 40),
            role=chance.choice(ROLES),
            unit=f"{chance.choice((91, 92, 93))}th Brigade",
            capture_place=chance.choice(PLACES),
            capture_month=chance.choice(((2024, 12), (2025, 1), (2025, 2))),
            injury=chance.choice(WOUNDS),
        )
        for number in range(count)
    ]


def register(
    others: Sequence[Person] | None = None, *, turned: bool = False
) -> Register:
    """Build a register with the two and the others, in either order."""
    persons = [*(people() if others is None else others), FIRST, SECOND]
    return Register(persons[::-1] if turned else persons)


ENGLISH = """Prisoners speak
Two North Korean soldiers captured in the Kursk region told reporters about the war.

Ryom Kwan-sok, a 31-year-old mortar gunner of the 93rd Brigade, was captured near Sudzha in January 2025. He was shot in the jaw. He said he wants to go to South Korea.

The other, a 23-year-old radio operator, was wounded in the leg. "I wish to return home," he said. Ryom's mother does not know that he is alive.

Related: RYOM KWAN-SOK in hospital
By Oleh Demchuk
"""  # noqa: E501
KOREAN = """포로의 증언
쿠르스크에서 생포된 북한군 병사 2명이 기자들에게 말했다.

31살 박격포 사수 렴관석 씨는 2025년 1월 수자에서 붙잡혔다. 그는 턱에 총상을 입었다. 렴관석은 한국으로 가고 싶다고 말했다.

23세 무전병 문태복은 다리에 부상을 입었다. 문태복은 집으로 돌아가기를 원한다고 했다.
"""  # noqa: E501
UKRAINIAN = """Полонені говорять
Двоє північнокорейських солдатів, захоплених у Курській області, розповіли журналістам про війну.

31-річний мінометник Рьом Кван Сок потрапив у полон у січні 2025 року поблизу Суджі. Він поранений у щелепу. Рьом Кван Сок хоче поїхати до Південної Кореї.

Інший, 23-річний радист Мун Тхе Бок, поранений у ногу. Мун Тхе Бока лікують.
"""  # noqa: E501
RUSSIAN = """Пленные говорят
Двое северокорейских солдат, взятых в плен в Курской области, рассказали журналистам о войне.

31-летний миномётчик Рём Гван Сок попал в плен в январе 2025 года под Суджей. Он ранен в челюсть. Рём Гван Сок хочет поехать в Южную Корею.

Другой, 23-летний радист Мун Тхэ Бок, ранен в ногу.
"""  # noqa: E501
TEXTS = {"en": ENGLISH, "ko": KOREAN, "uk": UKRAINIAN, "ru": RUSSIAN}
# What of a name must not stand in a redacted text, in any case of it.
NAMES = ("ryom", "kwan-sok", "렴관석", "문태복", "рьом", "рём", "кван сок", "гван сок")
