"""Who took part, who was killed or hurt, and when: read from whole reports, one sentence or two each."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.arguments.casualties import casualties_of, toll
from incidents.load import load_reports
from incidents.model import Incident, Quantity
from incidents.pipeline import Pipeline

Bounds = tuple[float | None, float | None] | None


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.fixture(scope="module")
def page_of(pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("people")

    def read(text: str, published: str | None = None):  # type: ignore[no-untyped-def]
        path = folder / "report.txt"
        head = f"---\npublished: {published}\n---\n" if published else ""
        path.write_text(head + text, encoding="utf-8")
        return pipeline.annotator.page(next(iter(load_reports([str(path)]))))

    return read


def bounds(quantity: Quantity | None) -> Bounds:
    return None if quantity is None else (quantity.minimum, quantity.maximum)


# the words, the killed, the injured
CASUALTIES: list[tuple[str, Bounds, Bounds]] = [
    ("A gas bottle exploded in the hall, killing the owner, a girl and two guests.", (4, 4), None),
    ("The blast killed the manager, a widower and father of two.", (1, 1), None),
    ("The boiler burst, leaving two people dead and seven in hospital.", (2, 2), (7, 7)),
    ("Seven people in hospital died of burns.", (7, 7), None),
    ("The state gave the number of dead as 54 and that of the injured as about 300.", (54, 54), (300, 300)),
    ("Some 150 people were burnt to death when the pipeline blew up.", (150, 150), None),
    ("Nine men were burned when the stove exploded.", None, (9, 9)),
    ("The blast killed or wounded some 40 people.", None, None),
    ("Three dead or injured were carried out.", None, None),
    ("Twelve casualties were reported.", None, None),
    ("Three porters and a taxi driver were killed.", (4, 4), None),
    ("The boiler scalded eight cooks, of whom three died.", (3, 3), (5, 8)),
    ("Two men were hurt and a third followed them out.", None, (2, 2)),
    ("The fire spread quickly, killing eight and injuring a dozen.", (8, 8), (12, 12)),
    ("Two of the men were killed and six hurt.", (2, 2), (6, 6)),
    ("Two welders died and a third was badly burned.", (2, 2), (1, 1)),
    ("The blast left two dead and at least 30 wounded.", (2, 2), (30, None)),
    ("Five men were dead by the evening.", (5, 5), None),
    ("At least nine people lost their lives and about twenty were hurt.", (9, None), (20, 20)),
    ("The accident claimed the lives of nine miners.", (9, 9), None),
    ("The fall of rock cost 12 lives.", (12, 12), None),
    ("A guard was stabbed to death.", (1, 1), None),
    ("The sentries shot a man dead and wounded his brother.", (1, 1), (1, 1)),
    ("The explosion killed them both.", (2, 2), None),
    ("Some 60 cleaners who were resting in the hall were killed and about 90 more were injured.", (60, 60), (90, 90)),
    ("The death toll has risen to 19.", (19, 19), None),
    ("The bodies of five people were found.", (5, 5), None),
    ("A like blast at the depot killed at least 10 in May.", (10, None), None),
    ("Two brothers who had crawled under the wire were publicly executed.", (2, 2), None),
    ("The two welders were hanged on Friday.", (2, 2), None),
    ("Some of them hung a banner over the gate.", None, None),
    ("A foreman was found hanged in his hut.", None, None),
    ("The men fired into the air, but harmed nobody.", (0, 0), (0, 0)),
    ("There were no casualties.", (0, 0), (0, 0)),
    ("Nobody was hurt.", None, (0, 0)),
    ("No one was killed, but four cooks were burned.", (0, 0), (4, 4)),
    ("Four passers-by were treated for burns.", None, (4, 4)),
    ("Six were taken to the district hospital with frostbitten fingers.", None, (6, 6)),
    ("Two workers are in critical condition.", None, (2, 2)),
    ("One of them, the deputy director, had his arm broken.", None, (1, 1)),
    ("The guards broke the jaw of a young welder.", None, (1, 1)),
    ("A cracker burned a girl of nine on the hand.", None, (1, 1)),
    ("The police counted seven burned buses.", None, None),
    ("Relatives of the dead shouted at the director.", None, None),
    ("The tax killed the market.", None, None),
    ("Two cooks died in the fire and two others were shot by guards.", (4, 4), None),
    ("Three men were killed and a woman was crushed to death by the wall.", (4, 4), None),
    ("Seven men were killed, and four of them were welders.", (7, 7), None),
    ("Forty workers abroad have died of disease or hunger this year.", None, None),
    ("A policeman was knocked unconscious.", None, (1, 1)),
    ("Four miners lost consciousness in the fumes.", None, (4, 4)),
    ("The bombings were the latest in a civil war that has killed more than 70,000 people.", None, None),
    ("One dead, a cook, and six in hospital.", (1, 1), (6, 6)),
    ("By the latest count 97 have died.", (97, 97), None),
    ("Some 40 people died of hunger.", None, None),
    ("A logger jumped from the train and broke both legs.", None, (1, 1)),
    ("The guards broke his legs.", None, None),
    ("A soldier with a wound in the shoulder swam across.", None, (1, 1)),
    ("A soldier with a scar on the shoulder swam across.", None, None),
    ("Whether one of the two is dead is not known.", None, None),
    ("No one was shot.", None, None),
    ("In May of last year 28 pilgrims, most of them women, died and nine were hurt.", (28, 28), (9, 9)),
    ("The police shot 30 inmates in 1987 while putting down a riot.", (30, 30), None),
    ("The sentries shot two inmates in the leg.", None, (2, 2)),
    ("The sentries shot at two inmates.", None, None),
    ("The sentries shot three arrows.", None, None),
    ("The number of those sheltering in the mission has risen to seventeen.", None, None),
    ("The number of the dead has risen to seventeen.", (17, 17), None),
]


@pytest.mark.parametrize(("text", "killed", "injured"), CASUALTIES, ids=[c[0] for c in CASUALTIES])
def test_casualties_of_one_sentence(page_of, text: str, killed: Bounds, injured: Bounds) -> None:  # type: ignore[no-untyped-def]
    page = page_of(text)
    dead, hurt = casualties_of(page, page.sentences[0])
    assert (bounds(toll(dead)), bounds(toll(hurt))) == (killed, injured)


# a report, the number of its people
HEADCOUNTS: list[tuple[str, Bounds]] = [
    (
        "Workers marched through Dandong on Monday. Police put the number of marchers at 300 and called the march a failure.",
        (300, 300),
    ),
    (
        "Workers marched through Dandong on Monday. Police put the number at 300, while the organisers spoke of 1,000.",
        (300, 1000),
    ),
    ("About 300 workers struck in Dandong on Monday. Another source put the number at 500.", (300, 500)),
    ("At least 40 loggers fled the camp at Tynda in May, one newspaper said; another reported 60.", (40, 60)),
    (
        "Nearly ten workers fled their dormitory in Irkutsk in May. The foreman took out 6 to 10 men and fled with them.",
        (6, 10),
    ),
    ("Twelve soldiers deserted in Musan on Monday. Another source said two had been caught.", (12, 12)),
    (
        "In May a couple and their two grown sons, all defectors, crossed over to Aomori in a boat and asked for asylum.",
        (4, 4),
    ),
    ("After the meal, all 30 waitresses fled the restaurant in Ningbo.", (30, 30)),
    ("Forty men and women thought to be North Koreans climbed into the embassy in Beijing on Monday.", (40, 40)),
    ("A driver fled the site in Kuwait in May. Several men from the embassy seized the runaway.", (1, 1)),
    ("Some 200 workers struck in Dandong in May. Police counted 14 broken windows.", (200, 200)),
]


@pytest.mark.parametrize(("text", "people"), HEADCOUNTS, ids=[c[0] for c in HEADCOUNTS])
def test_headcounts_that_sources_set_beside_each_other(pipeline: Pipeline, page_of, text: str, people: Bounds) -> None:  # type: ignore[no-untyped-def]
    fields = pipeline.read(page_of(text, "2016-08-10")).incidents[0].fields
    assert (fields.get("participants_min"), fields.get("participants_max")) == people


def _count(minimum: float, rule: str = "numeric/number") -> Quantity:
    return Quantity(0, 1, "n", minimum, minimum, False, rule)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], None),
        ([_count(4), _count(4)], (4, 4)),
        ([_count(4), _count(3, "numeric/number/more")], (7, 7)),
        ([_count(12), _count(31, "numeric/number/total")], (31, 31)),
        ([_count(1, "one person"), _count(6)], (6, 6)),
        ([_count(6), _count(1, "one person")], (6, 6)),
        ([_count(2), _count(0, "numeric/zero")], (0, 2)),
        ([_count(7), _count(5), _count(2, "numeric/number/more")], (7, 7)),
        ([_count(7), _count(5), _count(2), _count(4, "numeric/number/more")], (11, 11)),
        ([_count(5, "numeric/number/put"), _count(8, "numeric/number/put")], (5, 8)),
        ([_count(150, "numeric/number/put"), Quantity(9, 10, "x", 54, None, False, "numeric/at-least/put")], (54, 150)),
    ],
)
def test_toll_of_several_statements(counts: list[Quantity], expected: Bounds) -> None:
    assert bounds(toll(counts)) == expected


def _incident(pipeline: Pipeline, page, kind: str) -> Incident:  # type: ignore[no-untyped-def]
    found = [i for i in pipeline.read(page).incidents if i.event_type == kind]
    assert found, f"no {kind} found"
    return found[0]


# type, report, how many took part
PARTICIPANTS: list[tuple[str, str, Bounds]] = [
    ("defection", "The envoy left it together with his wife in November and defected.", (2, 2)),
    ("escape", "Mrs. Park left Chongjin with her brother in 1998 and crossed the Tumen.", (2, 2)),
    (
        "defection",
        "Ahn and five of his relatives slipped out of Sinuiju by boat on Friday and reached Incheon.",
        (6, 6),
    ),
    ("escape", "A mother, her two daughters and a nephew crossed the Tumen at Musan in May.", (4, 4)),
    ("escape", "Two couples crossed the Tumen in May.", (4, 4)),
    ("escape", "Three families, 12 people in all, fled across the river at Hyesan.", (12, 12)),
    ("escape", "Two painters and their supervisor escaped from the dormitory in Vladivostok.", (3, 3)),
    ("defection", "Last May a doctor defected to South Korea with his wife and two sons.", (4, 4)),
    ("defection", "Twelve waitresses and the manager of the restaurant defected to South Korea in April.", (13, 13)),
    ("escape", "A couple and their three children escaped from the camp in Hoeryong in June.", (5, 5)),
    ("escape", "In June she escaped from the labour camp in Hoeryong.", (1, 1)),
    ("escape", "She and two other inmates escaped from the camp in Hoeryong in June.", (3, 3)),
    ("defection", "In May a judo champion defected to South Korea.", (1, 1)),
    ("protest", "Around 70 miners and their wives protested in Musan on May 4.", (70, 70)),
    ("protest", "The welders in Gdynia went on strike on May 4. A foreman said that dozens took part.", (12, None)),
    ("protest", "The ministry counted nine strikes in Kuwait in 2015.", None),
    ("escape", "A family of seven escaped across the Tumen in April.", (7, 7)),
    ("escape", "Two families escaped across the Tumen in April.", None),
    (
        "escape",
        "Two families escaped across the Tumen in April. The escape of the nine people was noticed late.",
        (9, 9),
    ),
    ("defection", "A diplomat, his wife and two children defected in Rome in April.", (4, 4)),
    ("escape", "5 escape and 3 remain at large\n\nThe men broke out of the prison in Unhung on August 2.", (5, 5)),
    ("escape", "The two women of the garden squad dug under the wall of the camp and escaped in May.", (2, 2)),
    ("escape", "She crossed the Tumen in May with four others, among them an aunt.", (5, 5)),
    ("protest", "A mother of three protested on May 4. About fifteen people joined in.", (15, 15)),
    ("protest", "On May 4 the 70 cutters at the mill refused to work.", (70, 70)),
    ("protest", "More than a third of the brigade's 150 men refused to work on May 4.", (50, None)),
    ("escape", "Ri escaped from the camp on May 4.", (1, 1)),
    ("protest", "Eight cooks said that the whole group of 27 women had gone on strike in May.", (27, 27)),
    ("defection", "Park, his wife and their baby defected in 1996.", (3, 3)),
    ("defection", "Kim, a driver, and his wife defected in 1996.", (2, 2)),
    ("defection", "Four people, a man and three women, defected in 1996.", (4, 4)),
    ("defection", "The director of the restaurant and six of its nine waitresses have defected.", (7, 7)),
    ("defection", "An eight-member family defected by boat in April.", (8, 8)),
    ("escape", "A captain fled over the border with his wife, son and mother-in-law.", (4, 4)),
    ("escape", "The duo fled their dormitory in Dandong in May.", (2, 2)),
    (
        "escape",
        "Nineteen workers were held at a hostel in Vladivostok. On Friday all of them escaped from it.",
        (19, 19),
    ),
    ("escape", "Nineteen workers were held at the hostel. On Friday all but two escaped.", (17, 17)),
    ("protest", "More than 60 welders and 20 painters went on strike in Doha in May.", (80, None)),
    ("protest", "The site employs 74 masons. In May the whole crew went on strike.", (74, 74)),
    ("protest", "Twenty seamstresses worked at the factory. In May half of them went on strike.", (10, 10)),
    ("protest", "The crew of the trawler, eleven men, refused to work on Monday.", (11, 11)),
    ("protest", "Workers went on strike at a shoe factory in May. There were about 120 of them.", (120, 120)),
    ("protest", "In May the workers of three crews went on strike.", None),
    ("wage_theft", "Wages have been withheld from 45 men and 12 women since January.", (57, 57)),
    ("wage_theft", "The 35 builders at the site say they are owed four months' wages.", (35, 35)),
    ("wage_theft", "Some 400 seamstresses in Dandong rioted in April over unpaid wages.", (400, 400)),
    ("wage_theft", "Some 400 seamstresses in Dandong rioted in April. The cooks had not been paid since March.", None),
    # the dead, sources and whoever a custom's "they" may be are not those who take part
    ("protest", "In May a riot at the prison in Unhung left 31 inmates dead.", None),
    ("protest", "Prisoners rioted in Unhung in May, and 20 inmates were killed in the riot.", None),
    (
        "wage_theft",
        "Thirty-one men were killed in the pit in Musan in May. Our own wages had been stopped since March.",
        None,
    ),
    (
        "wage_theft",
        "We spoke to two seamstresses in Dandong in May. Every month the manager keeps half of their wages.",
        None,
    ),
    ("wage_theft", "Sixty welders live in Doha. In May they were not paid their wages.", (60, 60)),
    (
        "wage_theft",
        "A former welder at the yard in Doha said that he was paid no wages at all between May and July.",
        (1, 1),
    ),
    ("wage_theft", "Sixty welders live in Doha. In May all were left without their wages.", (60, 60)),
    # one of several, and a number set apart
    ("escape", "Of the 23 masons 22 are still in Kazan. One, a tiler, escaped from the dormitory in May.", (1, 1)),
    (
        "protest",
        "Tenants of a block in Hyesan refused to go home on May 4, some eighty people, until a lamp was lit.",
        (80, 80),
    ),
    ("protest", "Villagers held a protest in Musan on May 4: forty people, with candles.", (40, 40)),
    ("protest", "About 2,000 Ethiopian exiles marched in Rome in May to protest.", (2000, 2000)),
    ("escape", "Gunmen stormed a prison in Minna in May and freed more than 270 inmates.", (270, None)),
    ("wage_theft", "The workers, who number about 640, have not been paid since May.", (640, 640)),
    ("wage_theft", "The women, of whom there are about 260, have not been paid for March.", (260, 260)),
    ("wage_theft", "The wages of the crew of four boats, 41 men, were withheld from May to August.", (41, 41)),
    ("wage_theft", "According to two former accountants, the seamstresses were not paid from May to August.", None),
    ("wage_theft", "Not one of the eight thousand had drawn a wage between January and March.", (8000, 8000)),
    ("wage_theft", "Of the 150 dollars a month that the mill pays for each man, 135 are withheld by the office.", None),
    ("protest", "A crowd that may have been three hundred strong marched to the office in protest.", (300, 300)),
    ("protest", "At the market women sat down on their goods, perhaps forty, and refused to leave.", (40, 40)),
    ("protest", "We sat down on the hatch covers in protest, all thirty-one, and sang.", (31, 31)),
    # the whole that the event is told of, not those who are looked for or who speak
    ("escape", "Police are still looking for two of the six convicts who escaped from the prison in May.", (6, 6)),
    ("defection", "One of the nine cooks who defected from Harbin in May has spoken to reporters.", (9, 9)),
    ("defection", "Three of the nine cooks in Harbin defected in May.", (3, 3)),
    # one person and those who come along
    ("escape", "A welder escaped from the dormitory in Doha in May with a cook.", (2, 2)),
    ("escape", "Together with a fellow welder, he fled from the site in Doha in May.", (2, 2)),
    ("escape", "A colonel fled from Hyesan in May, and with him three others of high rank.", (4, 4)),
    ("escape", "A welder fled from Hyesan in May with a broker.", (1, 1)),
    ("escape", "A welder escaped from the dormitory in Doha in May with a rope and a knife.", (1, 1)),
    ("defection", "In May a pilot defected to Seoul, taking his wife and two sons with him.", (4, 4)),
    # a family whose size may be told
    ("defection", "A trade official defected from Sofia in May with his family.", (2, None)),
    ("escape", "A doctor fled Chongjin in May with his family of seven.", (7, 7)),
    ("defection", "In May the consul in Rome took wife and son and defected.", (3, 3)),
    # those hurt or killed in a riot are not the rioters; hours are nobody
    ("protest", "Nine people were hurt when miners rioted in Oruro in May.", None),
    ("protest", "Four prisoners died in a revolt at the prison in Unhung in May.", None),
    ("protest", "Prisoners held a peaceful protest in Unhung in May for six and a half hours.", None),
    # ages are nobody
    ("escape", "A woman of 31 and a girl of about the same age fled across the Tumen at Musan in May.", (2, 2)),
    (
        "escape",
        "A woman of 31, a boy of seven and a girl of about twelve fled across the Tumen at Musan in May.",
        (3, 3),
    ),
    ("escape", "A group of 31 fled across the Tumen at Musan in May.", (31, 31)),
    # those brought along and those singled out of the whole
    ("escape", "The two cooks fled with four of their waitresses from a restaurant in Ningbo in May.", (6, 6)),
    ("escape", "She had herself and her father smuggled across the Tumen near Musan in May.", (2, 2)),
    (
        "escape",
        "In May eight inmates, among them a girl of thirteen, crawled out of the camp at Kaechon and ran away.",
        (8, 8),
    ),
    ("escape", "He escaped from the camp at Yodok in May with the help of an older sister.", (1, 1)),
    ("defection", "She defected to the South in May with the help of two brokers.", (1, 1)),
    ("defection", "She defected to the South in May with two sisters.", (3, 3)),
    ("escape", "A couple with a child of three crossed the Tumen at Musan in May and reached China.", (3, 3)),
    ("escape", "The last of the four loggers fled from the camp near Tynda in May.", (1, 1)),
    # those whose number is left open
    ("defection", "A consul in Milan defected to the South with his wife and children in May.", (4, None)),
    ("defection", "A consul in Milan defected to the South with his wife and at least one son in May.", (3, None)),
    ("defection", "A consul in Milan defected to the South with at least four relatives in May.", (5, None)),
    ("defection", "A consul in Milan defected to the South with his wife and two sons in May.", (4, 4)),
    ("escape", "A couple and their children fled across the Tumen at Musan in May.", (4, None)),
    ("escape", "A driver fled across the Tumen in May and left his wife and children in Musan.", (1, 1)),
    # numbers of ships and works, of a ship's name, hours
    ("protest", "The crews of four boats refused to work at Rason in May.", None),
    ("protest", "Workers of three factories went on strike in Hamhung in May.", None),
    ("protest", "A crowd of 300 workers went on strike in Hamhung in May.", (300, 300)),
    (
        "protest",
        "The deckhands of the Myong Song 311 refused to sail from Rason in May. They wanted pay. It was promised. They left.",
        None,
    ),
    (
        "protest",
        "In May market women in Hyesan shouted at the inspectors until the lamps went out at ten. The men left. It rained. No one came.",
        None,
    ),
    # keepers whom others turn on are no protesters
    (
        "protest",
        "A guard was surrounded and beaten by traders in the market of Hyesan in May in a protest against fees.",
        None,
    ),
    ("protest", "A guard was beaten by 40 inmates in a riot in the camp at Kaechon in May.", (40, 40)),
    # a part of a number told before
    (
        "wage_theft",
        "The yard in Gdynia employs fourteen welders. Nine of the fourteen, all from Nampo, were given nothing for May. They are angry.",
        (9, 9),
    ),
]


@pytest.mark.parametrize(("kind", "text", "expected"), PARTICIPANTS, ids=[p[1] for p in PARTICIPANTS])
def test_participants(pipeline: Pipeline, page_of, kind: str, text: str, expected: Bounds) -> None:  # type: ignore[no-untyped-def]
    fields = _incident(pipeline, page_of(text, "2016-08-10"), kind).fields
    found = (fields.get("participants_min"), fields.get("participants_max"))
    assert (None if found == (None, None) else found) == expected


# type, report, first and last day
DATES: list[tuple[str, str, dt.date | None, dt.date | None]] = [
    (
        "escape",
        "Police are looking for two men who have not been seen since they escaped from the camp in Musan on July 4.",
        dt.date(2016, 7, 4),
        dt.date(2016, 7, 4),
    ),
    (
        "protest",
        "On July 4 about 200 welders in Gdynia went on strike. The strike lasted three days.",
        dt.date(2016, 7, 4),
        dt.date(2016, 7, 6),
    ),
    (
        "protest",
        "On July 4 about 200 welders in Gdynia went on strike. Work resumed on July 9.",
        dt.date(2016, 7, 4),
        dt.date(2016, 7, 9),
    ),
    (
        "wage_theft",
        "The 40 welders in Gdynia have received no wages for six months.",
        dt.date(2016, 2, 10),
        dt.date(2016, 8, 10),
    ),
    (
        "explosion",
        "It is the worst disaster in Sinuiju since April 2004, when a train exploded and killed 30 people.",
        dt.date(2004, 4, 1),
        dt.date(2004, 4, 30),
    ),
]


@pytest.mark.parametrize(("kind", "text", "first", "last"), DATES, ids=[d[1] for d in DATES])
def test_dates(pipeline: Pipeline, page_of, kind: str, text: str, first: dt.date, last: dt.date) -> None:  # type: ignore[no-untyped-def]
    fields = _incident(pipeline, page_of(text, "2016-08-10"), kind).fields
    assert (fields.get("date_start"), fields.get("date_end")) == (first, last)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Some 30 prisoners rioted after a boy had been beaten to death by a guard.", None),
        ("The second team, whose leader had died in the pit, refused to work on July 25 in protest.", None),
        ("Some 30 prisoners rioted, and a boy was beaten to death by a guard.", 1),
    ],
)
def test_a_death_that_people_rose_over_is_none_of_their_protest(
    pipeline: Pipeline,
    page_of,
    text: str,
    killed: int | None,  # type: ignore[no-untyped-def]
) -> None:
    assert _incident(pipeline, page_of(text), "protest").fields.get("killed_min") == killed


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The mill pays 400 dollars a month for each worker, and the office keeps 330 of it.", 330),
        (
            "The contract promises the workers 2,000 yuan a month, but they get only 300 yuan, and the firm keeps the rest.",
            2000,
        ),
        ("From May to July the miners received no wages, while a third of them stayed at home.", None),
        ("From May to July half of the miners' wages was not paid.", 50),
        ("The firm takes their wages, of which 20 percent reaches them in coupons.", 80),
        ("The firm takes their wages, of which 20 percent never reaches them.", 20),
        (
            "The court ordered the contractor to pay 90,000 dirhams to 85 tilers. The tilers were not paid from May to July.",
            90000,
        ),
        ("The court ordered him to pay a fine of 3,000 dollars. The tilers were not paid from May to July.", None),
        (
            "The firm withholds the wages of welders who were paid 30 dollars a month where 700 dollars had been promised.",
            700,
        ),
        ("The firm keeps the wages; what is left after the fees is usually less than a fifth of the pay.", 80),
        (
            "The office keeps 600 yuan a month of the wages, while about 90 yuan a month was left to each of the women.",
            600,
        ),
        ("The men must hand over 100 of the 150 dollars that they earn to the state every month.", 100),
    ],
)
def test_the_sum_that_was_kept_or_owed(pipeline: Pipeline, page_of, text: str, amount: int | None) -> None:  # type: ignore[no-untyped-def]
    fields = _incident(pipeline, page_of(text), "wage_theft").fields
    assert fields.get("amount_percent", fields.get("amount_min")) == amount


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("North Korean tilers were hired by a firm called Sinhung. All winter Sinhung paid them nothing.", 2),
        ("North Korean tilers were hired by a firm called Sinhung. They came from Sinhung.", 1),
        ("North Korean tilers came from Sinhung. All winter Sinhung had snow.", 0),
    ],
)
def test_a_name_called_a_firms_is_no_towns_elsewhere(page_of, text: str, firms: int) -> None:  # type: ignore[no-untyped-def]
    assert [n.text for n in page_of(text).companies] == ["Sinhung"] * firms


def test_a_share_behind_a_firms_name_is_no_part_of_it(page_of) -> None:  # type: ignore[no-untyped-def]
    page = page_of("At Dongbang Electronics, 15% is deducted from every wage for a fund.")
    assert [n.text for n in page.companies] == ["Dongbang Electronics"]
