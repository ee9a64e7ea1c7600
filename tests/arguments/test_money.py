"""Amounts of money and shares of pay."""

from __future__ import annotations

import pycountry
import pytest

from incidents.arguments.currencies import build_currencies, shipped_currencies
from incidents.arguments.money import find_money
from incidents.arguments.vocabulary import VocabularyError, read_vocabulary
from incidents.model import Money

# text with the expression between angle brackets, minimum, maximum, currency, per, rule
AMOUNTS = [
    ("The yard owes <BD2.3 million>.", 2_300_000, 2_300_000, "BHD", None, "number"),
    ("He collected <RO 140 a month>.", 140, 140, "OMR", "month", "number"),
    ("They were promised <QR1,300>.", 1300, 1300, "QAR", None, "number"),
    ("It cost <$980>.", 980, 980, "USD", None, "number"),
    ("He earns <$980 a month>.", 980, 980, "USD", "month", "number"),
    ("They make <US$100 to 150> there.", 100, 150, "USD", None, "range"),
    ("They make <from US$300 to US$1,000 a month>.", 300, 1000, "USD", "month", "range"),
    ("They make <between $300 and $400 per month>.", 300, 400, "USD", "month", "range"),
    ("They make <$5-10 a day>.", 5, 10, "USD", "day", "range"),
    ("They owe <$10 million>.", 10_000_000, 10_000_000, "USD", None, "number"),
    ("They owe <$1.5bn>.", 1.5e9, 1.5e9, "USD", None, "number"),
    ("They owe <$20k>.", 20_000, 20_000, "USD", None, "number"),
    ("They owe <a hundred dollars>.", 100, 100, "USD", None, "number"),
    ("They owe <hundreds of dollars>.", 100, None, "USD", None, "vague-heap"),
    ("They owe <several hundred dollars>.", 300, None, "USD", None, "vague-scaled"),
    ("They owe <more than $70>.", 70, None, "USD", None, "at-least"),
    ("They owe <up to 50,000 ringgit>.", None, 50_000, "MYR", None, "at-most"),
    ("They owe <about 2,000 euros>.", 2000, 2000, "EUR", None, "about"),
    ("They owe <at least €40 every month>.", 40, None, "EUR", "month", "at-least"),
    ("They owe <U.S. $1,500>.", 1500, 1500, "USD", None, "number"),
    ("They owe <300 U.S. dollars>.", 300, 300, "USD", None, "number"),
    ("They owe <300 Hong Kong dollars>.", 300, 300, "HKD", None, "number"),
    ("They owe <USD 400 per year>.", 400, 400, "USD", "year", "number"),
    ("They owe <400 USD>.", 400, 400, "USD", None, "number"),
    ("They owe <1,700 yuan>.", 1700, 1700, "CNY", None, "number"),
    ("They owe <1,700 RMB>.", 1700, 1700, "CNY", None, "number"),
    ("They owe <RMB 1,700>.", 1700, 1700, "CNY", None, "number"),
    ("They owe <¥1,700>.", 1700, 1700, "CNY", None, "number"),
    ("They owe <50,000 yen>.", 50_000, 50_000, "JPY", None, "number"),
    ("They owe <5,000 won>.", 5000, 5000, "KPW", None, "number"),
    ("They owe <5,000 South Korean won>.", 5000, 5000, "KRW", None, "number"),
    ("Seoul pays each of them <8 million won>.", 8_000_000, 8_000_000, "KRW", None, "number"),
    ("A kilo of rice in Hyesan costs <6,000 won>.", 6000, 6000, "KPW", None, "number"),
    ("They owe <280,000 tugriks>.", 280_000, 280_000, "MNT", None, "number"),
    ("They owe <6,000 rubles>.", 6000, 6000, "RUB", None, "number"),
    ("They owe <6,000 roubles>.", 6000, 6000, "RUB", None, "number"),
    ("They owe <₽6,000>.", 6000, 6000, "RUB", None, "number"),
    ("In Minsk they get <900 rubles>.", 900, 900, "BYN", None, "number"),
    ("They owe <120 Kuwaiti dinars>.", 120, 120, "KWD", None, "number"),
    ("In Amman they owe <120 dinars>.", 120, 120, "JOD", None, "number"),
    ("In Baghdad they owe <120,000 dinars>.", 120_000, 120_000, "IQD", None, "number"),
    ("They owe <300 dirhams>.", 300, 300, "AED", None, "number"),
    ("They owe <300 Moroccan dirhams>.", 300, 300, "MAD", None, "number"),
    ("They owe <900 riyals>.", 900, 900, "SAR", None, "number"),
    ("Builders in Doha get <900 riyals a month>.", 900, 900, "QAR", "month", "number"),
    ("They owe <2,000 zlotys>.", 2000, 2000, "PLN", None, "number"),
    ("They owe <9,000 Czech crowns>.", 9000, 9000, "CZK", None, "number"),
    ("They owe <9,000 baht>.", 9000, 9000, "THB", None, "number"),
    ("They owe <two million dong>.", 2_000_000, 2_000_000, "VND", None, "number"),
    ("They owe <40,000 riel>.", 40_000, 40_000, "KHR", None, "number"),
    ("In Kathmandu they owe <900 rupees>.", 900, 900, "NPR", None, "number"),
    ("They owe <80 Swiss francs>.", 80, 80, "CHF", None, "number"),
    ("They owe <£90>.", 90, 90, "GBP", None, "number"),
    ("They owe <90 Egyptian pounds>.", 90, 90, "EGP", None, "number"),
    ("They get a monthly salary of <$120>.", 120, 120, "USD", "month", "number"),
    ("The annual fee is <$7,000>.", 7000, 7000, "USD", "year", "number"),
    ("Every month they hand over <$200> to the cell.", 200, 200, "USD", "month", "number"),
    ("They earn <$3 daily>.", 3, 3, "USD", "day", "number"),
    ("They owe <$3,000> in all.", 3000, 3000, "USD", "total", "number"),
    ("They owe a total of <$3,000>.", 3000, 3000, "USD", "total", "number"),
    ("They owe 46 men a combined <2.3 million roubles>.", 2_300_000, 2_300_000, "RUB", "total", "number"),
    ("They owe <$3,000> altogether.", 3000, 3000, "USD", "total", "number"),
    ("The client pays 150 dinars a month in Kuwait; the firm keeps <120>.", 120, 120, "KWD", "month", "elliptic"),
    ("They pay 2,500 yuan a month, and the boss takes <1,700> of it.", 1700, 1700, "CNY", "month", "part"),
    ("Out of 7,000 crowns <some 5,200> had gone to the attaché.", 5200, 5200, "CZK", None, "part"),
    ("The plant pays 1,800 yuan, of which <1,500> never reach the girls.", 1500, 1500, "CNY", None, "part"),
    ("The office keeps <340> out of 400 yuan.", 340, 340, "CNY", None, "part"),
    ("They pay 900 dirhams a month. <Five hundred> of it go to the firm.", 500, 500, "AED", "month", "part"),
    ("They pay 350 euros a month. The agent keeps <280 euros>.", 280, 280, "EUR", "month", "number"),
    ("They owe <RM2,400> to each.", 2400, 2400, "MYR", None, "number"),
    ("They owe <Tk 3 crore>.", 30_000_000, 30_000_000, "BDT", None, "number"),
    ("They owe <Tk50,000>.", 50_000, 50_000, "BDT", None, "number"),
    ("They owe <USD900>.", 900, 900, "USD", None, "number"),
    ("They owe <two lakh taka>.", 200_000, 200_000, "BDT", None, "number"),
    ("They owe <4.1 million roubles>.", 4_100_000, 4_100_000, "RUB", None, "number"),
    ("They owe <$8.2m>.", 8_200_000, 8_200_000, "USD", None, "number"),
    ("They owe <1,500 new won>.", 1500, 1500, "KPW", None, "number"),
    ("They owe <90 million old roubles>.", 90_000_000, 90_000_000, "RUB", None, "number"),
    ("They owe <800 reais a month>.", 800, 800, "BRL", "month", "number"),
    ("In Chile they owe <90,000 pesos>.", 90_000, 90_000, "CLP", None, "number"),
    ("They owe <400 hryvnas>.", 400, 400, "UAH", None, "number"),
    (
        "The office bills 800 dollars, gives out 150, and the other <650> lie in a safe.",
        650,
        650,
        "USD",
        None,
        "elliptic",
    ),
    ("They see 70 dollars in hand; another <90> are withheld.", 90, 90, "USD", None, "elliptic"),
    ("Of the 31,000 roubles due, we learnt, <26,500> were being withheld.", 26_500, 26_500, "RUB", None, "part"),
    ("He signs for 40,000 roubles, and <9,500> were being withheld.", 9500, 9500, "RUB", None, "elliptic"),
    (
        "He had 900 roubles; his wage of <17,000 a month> was written in a book.",
        17_000,
        17_000,
        "RUB",
        "month",
        "elliptic",
    ),
    ("The yard pays 210 dinars and retains <160> of them.", 160, 160, "KWD", None, "elliptic"),
    ("She got 100 dollars and was promised <1,200> for the year.", 1200, 1200, "USD", None, "elliptic"),
    ("She sees 60 dollars of the <240> that the mill pays.", 240, 240, "USD", None, "elliptic"),
    ("She sees 60 dollars a month out of a promised <240>.", 240, 240, "USD", "month", "elliptic"),
    ("Of 280 dollars she saw <35>.", 35, 35, "USD", None, "part"),
    ("They get 300 yuan (<about $50>).", 50, 50, "USD", None, "conversion"),
    ("They get 2,000 yuan, or <about $300, a month>.", 300, 300, "USD", "month", "conversion"),
    ("They get 6,000 rubles (<US$70>) a month.", 70, 70, "USD", "month", "conversion"),
]

SHARES = [
    ("Of their allowance <a quarter> was held back for a statue.", 25, "fraction"),
    ("Of each month's wages <a fifth> goes to the party.", 20, "fraction"),
    ("The office passes on, once fees are off, about <a third>.", 33.3, "fraction"),
    ("The state takes <90%>.", 90, "percent"),
    ("The state takes <up to 90 percent> of it.", 90, "percent"),
    ("The state takes <70 to 90 percent>.", 80, "percent"),
    ("The state takes <80-90%>.", 85, "percent"),
    ("The state takes <85 per cent>.", 85, "percent"),
    ("The state takes <seventy percent>.", 70, "percent"),
    ("The state takes <more than 60 percent>.", 60, "percent"),
    ("The state takes <two thirds> of it.", 66.7, "fraction"),
    ("The state takes <two-thirds> of the pay.", 66.7, "fraction"),
    ("The state takes <a third> of it.", 33.3, "fraction"),
    ("The state takes <half> of it.", 50, "fraction"),
    ("The state takes <half> their pay.", 50, "fraction"),
    ("The state takes <four fifths> of it.", 80, "fraction"),
    ("The state takes <three quarters> of it.", 75, "fraction"),
    ("The state takes <nine tenths> of it.", 90, "fraction"),
    ("Rations were cut by <half>.", 50, "fraction"),
    ("The firm docks <two thirds> before they see a coin.", 66.7, "fraction"),
    ("The women see perhaps <a fifth>.", 20, "fraction"),
    ("The chief passes on no more than <a quarter>.", 25, "fraction"),
    ("For the crew there is <a tenth>; the rest is sent home.", 10, "fraction"),
    ("The other <nine-tenths> go to the office.", 90, "fraction"),
    ("They want the <three-quarters> kept back by the agency.", 75, "fraction"),
    ("The men receive <the tenth part>.", 10, "fraction"),
    ("Wages were cut by <a third> for the new monument.", 33.3, "fraction"),
]

NOT_PARTS = [
    "The plant pays 1,800 yuan, and of these 60 women have left.",
    "Out of 7,000 crowns nothing came, and 40 women left.",
    "They paid 900 dirhams. Seven hundred men came.",
    "They paid 900 dirhams. The other 60 were sent home, and another 40 were fired.",
    "They were fined 20 dollars out of 30 men asked.",
    "It took 50 dollars of the 250 workers.",
    "The guards took 70 dollars and kept 30 of the men.",
]

NO_MONEY = [
    "Of the men a third was arrested.",
    "He met BD in May.",
    "There were 40 miners.",
    "They won three medals.",
    "Three won medals.",
    "They carried 20 pounds of rice.",
    "The state takes nearly all of it.",
    "It lasted half an hour.",
    "Half a dozen men ran.",
    "It fell in the second half of the year.",
    "Two men died and a third was burned.",
    "The other half of the year was quiet.",
    "One was caught, another fled and a third to the north was shot.",
    "It rained for a third day, and the rest went home.",
    "Prices rose by three percentage points.",
    "It opens in the third quarter of 2019.",
]


def parse_marked(marked: str) -> tuple[str, int, int]:
    start, end = marked.index("<"), marked.index(">") - 1
    return marked.replace("<", "", 1).replace(">", "", 1), start, end


@pytest.mark.parametrize(("marked", "minimum", "maximum", "currency", "per", "rule"), AMOUNTS)
def test_amount_is_read(
    marked: str, minimum: float | None, maximum: float | None, currency: str, per: str | None, rule: str
) -> None:
    text, start, end = parse_marked(marked)
    assert Money(start, end, text[start:end], minimum, maximum, currency, per, None, rule) in find_money(text)


@pytest.mark.parametrize(("marked", "percent", "rule"), SHARES)
def test_share_is_read_as_percent(marked: str, percent: float, rule: str) -> None:
    text, start, end = parse_marked(marked)
    assert find_money(text) == [Money(start, end, text[start:end], percent=percent, rule=rule)]


@pytest.mark.parametrize("text", NOT_PARTS)
def test_a_number_of_people_is_no_part_of_a_sum(text: str) -> None:
    assert [m.rule for m in find_money(text)] == ["number"]


@pytest.mark.parametrize("text", NO_MONEY)
def test_what_is_no_money_is_left_out(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(
    ("text", "country", "currency"),
    [
        ("They owe 120 dinars.", "KW", "KWD"),
        ("They owe 120 dinars.", "BH", "BHD"),
        ("They owe 900 riyals.", "OM", "OMR"),
        ("They owe 300 dirhams.", "MA", "MAD"),
        ("They owe 5,000 won.", "KR", "KRW"),
        ("They owe 5,000 won.", "KP", "KPW"),
        ("They owe 5,000 won.", "RU", "KPW"),
        ("They owe $500.", "AU", "USD"),
    ],
)
def test_country_decides_between_currencies_of_one_name(text: str, country: str, currency: str) -> None:
    assert [money.currency for money in find_money(text, country=country)] == [currency]


def test_conversion_is_marked_and_the_first_amount_is_not() -> None:
    first, second = find_money("They get 300 yuan (about $50) a month.")
    assert (first.currency, first.per, first.rule) == ("CNY", "month", "number")
    assert (second.currency, second.per, second.rule) == ("USD", "month", "conversion")


def test_two_payments_in_two_currencies_are_no_conversion() -> None:
    assert [money.rule for money in find_money("He paid 300 yuan to the agent and $50 to the driver.")] == [
        "number"
    ] * 2


def test_every_currency_and_country_code_exists() -> None:
    currencies = shipped_currencies()
    for code, countries in currencies.countries.items():
        assert pycountry.currencies.get(alpha_3=code) is not None
        assert all(pycountry.countries.get(alpha_2=country) is not None for country in countries)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"names": {}, "symbols": {}}, "currencies: expected a mapping"),
        (
            {"currencies": {"USD": {}}, "names": {"dollar": {"forms": ["dollar"]}}, "symbols": {}},
            "names: dollar: currencies: expected a list",
        ),
        ({"currencies": {"USD": {}}, "names": {}, "symbols": {"$": ["XXX"]}}, "'XXX' is not listed"),
    ],
)
def test_broken_currency_file_is_reported(content: dict[str, object], message: str) -> None:
    with pytest.raises(VocabularyError, match=message):
        build_currencies(content)


def test_missing_word_list_is_reported() -> None:
    with pytest.raises(VocabularyError, match="no such file"):
        read_vocabulary("nothing.yaml")
