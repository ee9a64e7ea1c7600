"""Counts: what is one, what interval it means, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.arguments.quantities import find_quantities, merge_conflicting
from incidents.model import Quantity

# text with the expression between angle brackets, minimum, maximum, approx, rule
COUNTS = [
    ("The <hundred and twelve> packers got nothing.", 112, 112, False, "numeric/number"),
    ("The hall seats a choir of <40> people.", 40, 40, False, "numeric/number"),
    ("Officers caught <three> loggers near the river.", 3, 3, False, "numeric/number"),
    ("The mine employed <2,400> people.", 2400, 2400, False, "numeric/number"),
    ("There were <1.2 million> conscripts.", 1_200_000, 1_200_000, False, "numeric/number"),
    ("<Twenty-one> sailors came ashore.", 21, 21, False, "numeric/number"),
    ("<One hundred and twenty> women sewed there.", 120, 120, False, "numeric/number"),
    ("They took <two thousand three hundred> recruits.", 2300, 2300, False, "numeric/number"),
    ("<A hundred> guards searched the hills.", 100, 100, False, "numeric/number"),
    ("<A thousand>-strong crowd blocked the gate.", 1000, 1000, False, "numeric/number"),
    ("<Half a dozen> men jumped off the truck.", 6, 6, False, "numeric/number"),
    ("<Half a million> households were told.", 500_000, 500_000, False, "numeric/number"),
    ("<Two dozen> cooks walked out.", 24, 24, False, "numeric/number"),
    ("<A dozen> cooks walked out.", 12, 12, False, "numeric/number"),
    ("<A score> of welders complained.", 20, 20, False, "numeric/number"),
    ("<Two and a half thousand> bricklayers stayed.", 2500, 2500, False, "numeric/number"),
    ("<3 million> people were mobilised.", 3_000_000, 3_000_000, False, "numeric/number"),
    ("<One> worker was killed.", 1, 1, False, "numeric/number"),
    ("Only <one> prisoner got away.", 1, 1, False, "numeric/number"),
    ("<One> of the soldiers died.", 1, 1, False, "numeric/number"),
    ("The <six> were flown home.", 6, 6, False, "numeric/number"),
    ("All <13> reached the coast.", 13, 13, False, "numeric/number"),
    ("Another <12> followed in spring.", 12, 12, False, "numeric/number"),
    ("<Five> others were hurt.", 5, 5, False, "numeric/number"),
    ("He led a <20>-strong crew.", 20, 20, False, "numeric/number"),
    ("It was a <five>-member delegation.", 5, 5, False, "numeric/number"),
    ("A group of <eleven> waded across.", 11, 11, False, "numeric/number"),
    ("On May 3, <41> of the women sat down.", 41, 41, False, "numeric/number"),
    ("In August <two> welders walked off.", 2, 2, False, "numeric/number"),
    ("In March <20> workers slipped out.", 20, 20, False, "numeric/number"),
    ("Dec. 8 - <Twelve> men asked for asylum.", 12, 12, False, "numeric/number"),
    ("In Hyesan <18> prisoners were missing.", 18, 18, False, "numeric/number"),
    ("They sent <2000> workers.", 2000, 2000, False, "numeric/number"),
    ("Eight died and <three> were injured.", 3, 3, False, "numeric/number"),
    ("The guards counted <zero> absentees.", 0, 0, False, "numeric/number"),
    ("<About 40> miners stopped work.", 40, 40, True, "numeric/about"),
    ("<Some 300> loggers left.", 300, 300, True, "numeric/about"),
    ("<Nearly two hundred> families moved.", 200, 200, True, "numeric/about"),
    ("<Around a dozen> men were wounded.", 12, 12, True, "numeric/about"),
    ("<Roughly 90> tailors were idle.", 90, 90, True, "numeric/about"),
    ("<Almost 600> crossed.", 600, 600, True, "numeric/about"),
    ("<Close to 1,200> had to go.", 1200, 1200, True, "numeric/about"),
    ("<An estimated 10,000> have fled.", 10_000, 10_000, True, "numeric/about"),
    ("<Approximately 70> fishermen sailed.", 70, 70, True, "numeric/about"),
    ("<~50> people gathered.", 50, 50, True, "numeric/about"),
    ("The town lost <150 or so> workers.", 150, 150, True, "numeric/about"),
    ("The town lost <40-odd> workers.", 40, 40, True, "numeric/about"),
    ("<A dozen or so> cooks walked out.", 12, 12, True, "numeric/about"),
    ("<An average of 30> people cross.", 30, 30, True, "numeric/about"),
    ("<More than 40> drivers refused.", 40, None, False, "numeric/at-least"),
    ("<Over 100> men blocked the road.", 100, None, False, "numeric/at-least"),
    ("<At least six> sailors drowned.", 6, None, False, "numeric/at-least"),
    ("<Upwards of 500> came.", 500, None, False, "numeric/at-least"),
    ("<No fewer than 30> were beaten.", 30, None, False, "numeric/at-least"),
    ("<No less than 30> were beaten.", 30, None, False, "numeric/at-least"),
    ("<Well over a thousand> signed.", 1000, None, False, "numeric/at-least"),
    ("<In excess of 80> left.", 80, None, False, "numeric/at-least"),
    ("<More than a dozen> left.", 12, None, False, "numeric/at-least"),
    ("<A minimum of ten> left.", 10, None, False, "numeric/at-least"),
    ("<One or more> guards slept.", 1, None, False, "numeric/at-least"),
    ("<70 or more> left.", 70, None, False, "numeric/at-least"),
    ("<70+> left.", 70, None, False, "numeric/at-least"),
    ("<More than about 60> left.", 60, None, True, "numeric/at-least"),
    ("<Up to ten> men left.", None, 10, False, "numeric/at-most"),
    ("<As many as 400> men left.", None, 400, False, "numeric/at-most"),
    ("<At most five> were seen.", None, 5, False, "numeric/at-most"),
    ("<No more than twenty> were seen.", None, 20, False, "numeric/at-most"),
    ("<Fewer than 6,000> remain.", None, 6000, False, "numeric/at-most"),
    ("<Fewer than twelve> remain.", None, 11, False, "numeric/at-most"),
    ("<Less than fifty> remain.", None, 50, False, "numeric/at-most"),
    ("<A maximum of 90> remain.", None, 90, False, "numeric/at-most"),
    ("<6–10> people were aboard.", 6, 10, False, "numeric/range"),
    ("<6-10> people were aboard.", 6, 10, False, "numeric/range"),
    ("<six to ten> people were aboard.", 6, 10, False, "numeric/range"),
    ("<between six and ten> people were aboard.", 6, 10, False, "numeric/range"),
    ("<from 6 to 10> people were aboard.", 6, 10, False, "numeric/range"),
    ("<six or seven> people were aboard.", 6, 7, False, "numeric/range"),
    ("<One or two> people were aboard.", 1, 2, False, "numeric/range"),
    ("<2 to 3 million> people were hungry.", 2_000_000, 3_000_000, False, "numeric/range"),
    ("<10,000 to 15,000> people were sent.", 10_000, 15_000, False, "numeric/range"),
    ("<about 30 to 40> people were aboard.", 30, 40, True, "numeric/range/about"),
    ("<up to 40 or 50> people were aboard.", None, 50, False, "numeric/range/at-most"),
    ("<Several> people were aboard.", 3, None, False, "vague/vague"),
    ("<A few> had been hurt.", 3, None, False, "vague/vague"),
    ("<A group> of students marched.", 3, None, False, "vague/vague"),
    ("<A small group> of students marched.", 3, None, False, "vague/vague"),
    ("<A number> of students marched.", 3, None, False, "vague/vague"),
    ("<A handful> of students marched.", 3, None, False, "vague/vague"),
    ("<A crowd> of students marched.", 3, None, False, "vague/vague"),
    ("<Dozens> of cooks quit.", 12, None, False, "vague/vague-heap"),
    ("<Scores> of cooks quit.", 20, None, False, "vague/vague-heap"),
    ("<Tens of> soldiers were hurt.", 20, None, False, "vague/vague-heap"),
    ("<Hundreds> of cooks quit.", 100, None, False, "vague/vague-heap"),
    ("<Thousands> of cooks quit.", 1000, None, False, "vague/vague-heap"),
    ("<Tens of thousands> of cooks quit.", 20_000, None, False, "vague/vague-heap"),
    ("<Hundreds of thousands> of cooks quit.", 100_000, None, False, "vague/vague-heap"),
    ("<Several hundred> cooks quit.", 100, None, False, "vague/vague-scaled"),
    ("<A few dozen> cooks quit.", 12, None, False, "vague/vague-scaled"),
    ("<A couple> of men ran.", 2, 2, False, "vague/collective"),
    ("<A pair> of men ran.", 2, 2, False, "vague/collective"),
    ("<The trio> ran.", 3, 3, False, "vague/collective"),
    ("<Both> men ran.", 2, 2, False, "numeric/both"),
    ("<Three-quarters of the 40> welders quit.", 30, 30, False, "numeric/fraction-of"),
    ("<Half of the 20> welders quit.", 10, 10, False, "numeric/fraction-of"),
    ("<Two thirds of the 90> welders quit.", 60, 60, False, "numeric/fraction-of"),
    ("<Most of the 20> welders quit.", 11, 20, False, "numeric/most-of"),
    ("<All but two of the 20> welders quit.", 18, 18, False, "numeric/all-but"),
    ("<85 percent of the 400> welders quit.", 340, 340, False, "numeric/share-of"),
    ("It went off, but <nobody> was hurt.", 0, 0, False, "numeric/zero"),
    ("There were <no> casualties.", 0, 0, False, "numeric/zero"),
    ("There were <no> deaths or injuries.", 0, 0, False, "numeric/zero"),
    ("<No> one was injured.", 0, 0, False, "numeric/zero"),
]

# nothing in these counts anybody or anything
NO_COUNTS = [
    "A dancer of 22 left by the yard.",
    "A kitchen hand and a pastry cook of 19 ran.",
    "A woman of 31 came.",
    "He shared the cell with a boy of about twelve.",
    "They sang until the lights went out at ten.",
    "The deckhands of the Myong Song 311 refused.",
    "He left in 2013.",
    "The law of 1987 was changed.",
    "It happened between 2006 and 2008.",
    "The famine of 1994-98 was over.",
    "It was the summer of 2015.",
    "It happened on Sept. 29.",
    "It happened on 29 September.",
    "It happened on March 3-5.",
    "It happened on May 11, 2014.",
    "Published 2016-10-12.",
    "Published 12/10/2016.",
    "They met on the 14th.",
    "They were the first to go.",
    "It was the twenty-first attempt.",
    "A 19-year-old private deserted.",
    "Pak, 44, is a welder.",
    "A welder aged 44 fled.",
    "He was 44 years old.",
    "A man in his 40s fled.",
    "Children under 16 were sent home.",
    "They rose at 5 a.m.",
    "They rose at 5:30 every morning.",
    "They rose at six in the morning.",
    "They stopped at ten o'clock.",
    "They met at 9:30.",
    "It cost $1,500.",
    "It cost 1,500 yuan.",
    "He earned 300 dollars.",
    "It cost about 20 euros.",
    "The state takes 70 percent.",
    "The state takes 70% of it.",
    "The fence is 3 meters high.",
    "They walked 20 miles.",
    "The police found 400 litres of liquor.",
    "They dug 12 tons of coal.",
    "They worked twelve hours.",
    "They waited for three weeks.",
    "It took several days.",
    "It took a couple of months.",
    "It was a 12-hour shift.",
    "The plot measured two hectares.",
    "He was held in Camp 15.",
    "He was held in Kyohwaso No. 12.",
    "He worked for Office 39.",
    "He served in Unit 4318.",
    "It violated resolution 2397.",
    "They took Highway 7.",
    "He ran the company's No. 2 plant.",
    "One of the sources disagreed.",
    "No one knows why.",
    "It was one of the biggest yet.",
    "One must be careful.",
    "They helped one another.",
    "This one is small.",
    "One day she left.",
    "Two-thirds stayed.",
    "One in five stayed.",
    "They tried it three times.",
    "The six-party talks failed.",
    "The rate was 3.5.",
    "1. Scope of the survey",
    "It fell to 12 degrees.",
    "The test scores were bad.",
    "The two-story house burned.",
]


def parse_marked(marked: str) -> tuple[str, int, int]:
    start, end = marked.index("<"), marked.index(">") - 1
    return marked.replace("<", "", 1).replace(">", "", 1), start, end


@pytest.mark.parametrize(("marked", "minimum", "maximum", "approx", "rule"), COUNTS)
def test_count_is_read_as_interval(
    marked: str, minimum: float | None, maximum: float | None, approx: bool, rule: str
) -> None:
    text, start, end = parse_marked(marked)
    expected = Quantity(start, end, text[start:end], minimum, maximum, approx, rule)
    assert expected in find_quantities(text)


@pytest.mark.parametrize("text", NO_COUNTS)
def test_what_is_no_count_is_left_out(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text", ["Police put the number of the dead at ten.", "A woman of two faces came.", "The man of the 40 guards."]
)
def test_what_only_looks_like_an_age_or_an_hour_is_counted(text: str) -> None:
    assert len(find_quantities(text)) == 1


def test_a_group_of_twelve_is_one_count() -> None:
    assert [item.text for item in find_quantities("A group of about twelve men came.")] == ["about twelve"]


def test_change_from_one_number_to_another_is_no_range() -> None:
    found = find_quantities("The crew grew from 20 to 30 men.")
    assert [(item.minimum, item.maximum) for item in found] == [(20, 20), (30, 30)]


def test_bounds_that_leave_nothing_known_are_left_out() -> None:
    assert find_quantities("Up to several hundred came.") == []


def test_currency_left_unsaid_makes_no_count() -> None:
    assert find_quantities("The client pays 150 dinars a month. The firm keeps 120, and he gets the rest.") == []


@pytest.mark.parametrize(
    ("texts", "minimum", "maximum"),
    [
        (["8 died", "12 died"], 8, 12),
        (["6 died", "6 died"], 6, 6),
        (["more than 40 died", "30 died"], 30, None),
        (["up to ten died", "6 died"], None, 10),
        (["6 to 10 died", "8 died"], 6, 10),
    ],
)
def test_conflicting_counts_become_the_widest_interval(
    texts: list[str], minimum: float | None, maximum: float | None
) -> None:
    merged = merge_conflicting([find_quantities(text)[0] for text in texts])
    assert (merged.minimum, merged.maximum) == (minimum, maximum)


def test_merging_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one"):
        merge_conflicting([])


@given(st.text(alphabet="0123456789 ,.-–$%abceflnorstuvwx", max_size=60))
def test_offsets_always_give_the_words_back(text: str) -> None:
    for item in find_quantities(text):
        assert text[item.start : item.end] == item.text
        assert item.minimum is None or item.maximum is None or item.minimum <= item.maximum
