"""English is read whatever names it is full of; other languages are recognised and named."""

from __future__ import annotations

import pytest

from incidents.load.language import detect_language, language_name

NAMES = (
    "Kim Jong Un, Ri Son Gwon, Pak Pong Ju, Choe Ryong Hae, Hyesan, Hoeryong, Kaechon, Yodok, Chongjin, Hamhung, "
    "Sinuiju, Musan, Onsong, Undok, Rajin-Sonbong, Kangdong, Pukchang, Hwasong, Myonggan, Sunchon"
)


@pytest.mark.parametrize(
    "text",
    [
        "Guards of the Jeongeori kyohwaso shot at two men who ran for the Tumen river, a source in Hoeryong said.",
        "WORKERS IN HELONG STOP WORK OVER UNPAID WAGES, THREE MANAGERS ARE HELD IN THE DORMITORY",
        "The sign at the gate said 영업 중 (open), but the waitresses of the Pyongyang restaurant had left.",
    ],
)
def test_english_is_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize("text", [NAMES, f"The following were named by the ministry: {NAMES}.", NAMES.upper()])
def test_a_list_of_names_is_never_taken_for_another_language(text: str) -> None:
    assert detect_language(text) in (None, "en")


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        (
            "노동자들은 봄부터 임금을 받지 못했다며 화요일에 벽돌 공장에서 나왔다고 현지 소식통이 전했다.",
            "ko",
            "Korean",
        ),
        ("Рабочие кирпичного завода прекратили работу во вторник из-за долгов по зарплате.", "ru", "Russian"),
        ("Les ouvriers de la briqueterie ont cessé le travail mardi faute de salaire depuis mars.", "fr", "French"),
        ("Die Arbeiter der Ziegelei legten am Dienstag die Arbeit nieder, weil der Lohn ausblieb.", "de", "German"),
        (
            "砖厂的工人从春天起就没有领到工资,周二他们离开了工厂,一位当地消息人士这样告诉记者。工厂没有回应。",
            "zh",
            "Chinese",
        ),
    ],
)
def test_other_languages_are_named(text: str, code: str, name: str) -> None:
    assert detect_language(text) == code
    assert language_name(code) == name


@pytest.mark.parametrize("text", ["", "Escape!", "12, 14, 16 — 2019", "함흥에서"])
def test_too_little_text_is_not_judged(text: str) -> None:
    assert detect_language(text) is None
