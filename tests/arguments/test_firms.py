"""Which firms a report names, and which of its organisations employ nobody of the story."""

from __future__ import annotations

import time

import pytest

from incidents.arguments.employers import employer
from incidents.arguments.firm_evidence import WEIGHED
from incidents.arguments.firm_parts import parts
from incidents.arguments.firms import employs, firms
from incidents.arguments.no_firms import no_firm
from incidents.gazetteer.short import ShortForms
from incidents.model import NameMention, Report
from incidents.pipeline import Pipeline

SHORT = ShortForms(["trading", "general", "corporation", "company", "construction"], [])


def found(text: str, *, known: tuple[NameMention, ...] = (), people: tuple[str, ...] = ()) -> list[str]:
    spans = frozenset((text.index(p), text.index(p) + len(p)) for p in people)
    return [n.text for n in firms(text, known, SHORT, spans)]


def place(text: str, name: str, kind: str) -> NameMention:
    start = text.index(name)
    return NameMention(start, start + len(name), name, "PLACE", "id", name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A strike at the tyre maker Burung Nuri has ended.", "Burung Nuri"),
        ("Nobody at their company, Taedong, came to the phone.", "Taedong"),
        ("A ship of the same owner, Blue Meridian of Busan, put in.", "Blue Meridian"),
        ("Police broke up a march by 700 Lotus Denim workers on Monday.", "Lotus Denim"),
        ("On Friday workers for Sparkle Cleaning went on strike.", "Sparkle Cleaning"),
        ("Their employer is the local branch of Vinterberg, which has 900 men there.", "Vinterberg"),
        ("They are in the employ of Ross & Hale, and live in a camp.", "Ross & Hale"),
        ("A website identified the operator as Goldcrown and named its director.", "Goldcrown"),
        ("Sambo Trading, the firm under the army ministry that had sent them, kept the money.", "Sambo Trading"),
    ],
)
def test_a_firm_is_known_by_what_it_is_called_and_who_works_for_it(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Usually, a North Korean company that sends people abroad pays a fee.",
        "Two directors of the company, Chen Wei and Liu Bo, were tried.",
        "The company, Kim said, would pay in March.",
        "The manager of the firm, Pak Chol, took the money.",
    ],
)
def test_an_adverb_or_a_person_beside_the_word_is_no_firm(text: str) -> None:
    assert found(text) == []


def test_a_firm_that_bears_the_name_of_a_small_town_is_one_where_it_is_called_so() -> None:
    text = "They are plasterers of the contractor Chongsong, which hangs facades."
    assert found(text, known=(place(text, "Chongsong", "town"),)) == ["Chongsong"]
    text = "They are plasterers of the contractor Moscow sent."
    assert found(text, known=(place(text, "Moscow", "city"),)) == []


def test_a_town_named_only_in_a_sellers_name_stays_a_town() -> None:
    text = "They packed crabs for a fish wholesaler, Jilin Haesan, which shut in May."
    assert found(text, known=(place(text, "Jilin", "town"),)) == []
    text = "They packed crabs in Jilin for a fish wholesaler, Jilin Haesan, which shut in May."
    assert found(text, known=(place(text, "Jilin", "town"),)) == ["Jilin Haesan"]


def judged(text: str, name: str) -> bool:
    start = text.index(name)
    mention = NameMention(start, start + len(name), name, "COMPANY", None, name, "company")
    return employer(text, mention, hired=employs(text, mention))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministry's words were carried by QNA, the official Qatari news agency.", "QNA"),
        ("Officials of the Ministry of Chemical Industry came by bus.", "Chemical Industry"),
        ("The General Confederation of Labor has called a strike.", "General Confederation"),
        ("The fish is delivered to Northern Catch, a big importer.", "Northern Catch"),
        ("The pit sells to works in two towns, among them the Lafleur plant at Chilga.", "Lafleur"),
        ("The tower is being built for Emerald Properties by the group.", "Emerald Properties"),
        ("Norfund Oil holds a minority stake in the mine.", "Norfund Oil"),
        ("It won the cleaning contract from Kuzet Oil.", "Kuzet Oil"),
        ("They sewed jackets for brands such as Lumen Apparel.", "Lumen Apparel"),
        ("The rights group Open Gates Trading says otherwise.", "Open Gates Trading"),
    ],
)
def test_unions_outlets_ministries_and_buyers_employ_nobody(text: str, name: str) -> None:
    assert not judged(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The women at Lumen Apparel have not been paid.", "Lumen Apparel"),
        ("Men working for Northern Catch, an importer of fish, stopped work.", "Northern Catch"),
        ("Sambo Trading, the firm under the army ministry, kept the money.", "Sambo Trading"),
        ("The men sued Granite Construction in May.", "Granite Construction"),
    ],
)
def test_a_firm_may_employ_people_even_if_it_also_imports(text: str, name: str) -> None:
    assert judged(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The men went back after Severny-Les, which leases the crew from a firm abroad, paid up.", "Severny-Les"),
        ("Later Orumgang, which furnishes some 600 labourers to sites there, took it all.", "Orumgang"),
        ("She sewed for a subcontractor by the name of Vostok-Shov.", "Vostok-Shov"),
        ("The cook left a company in Dalian, Haiyu Pelagic. Nobody paid him.", "Haiyu Pelagic"),
        ("A storm hit Oruza on Friday. Subcontractor Veltram owes its men two months' wages.", "Veltram"),
        ("At noon some 200 Tarkov-Neft labourers sat down on the road.", "Tarkov-Neft"),
        ("Dozens of Halden Ward's labourers marched to the ministry.", "Halden Ward"),
        ("Textile giant Sunwoda has not paid its weavers since May.", "Sunwoda"),
        ("The dam is being built by Qinghe Water, whose workers ran riot last week.", "Qinghe Water"),
        ("The tank stood at Borealux's plant in Bhopar.", "Borealux"),
        ("The blast tore through a Petrolux gas plant near Reynora.", "Petrolux"),
        ("The seamstresses at the Norvelka works in Nachow went home.", "Norvelka"),
        ("The women belong to Taesong Weaving and have seen no money.", "Taesong Weaving"),
        ("They were employed by a subsidiary of Hanvit Engineering called Hiteca.", "Hiteca"),
        ("Their employer was another builder, Dragamar by name.", "Dragamar"),
        ("A contractor by the name of Talib Osman al-Din had hired them.", "Talib Osman al-Din"),
        ("Tulsa-based Ferris runs the complex on the river.", "Ferris"),
        ("A firm in Ulan Bator, Eermond, employs 60 women.", "Eermond"),
        ("Ocean Stahl left 30,000 people without pay for months.", "Ocean Stahl"),
        ("He was a saw operator of the 4th Joint Enterprise.", "4th Joint Enterprise"),
        ("Loggers of the Second Combine gave two roubles each.", "Second Combine"),
        ("The pit is operated by Borneo Minerals (Sabah) Sdn Bhd.", "Borneo Minerals (Sabah) Sdn Bhd"),
        ("They blocked the railway of the Compagnie des Phosphates de Gabal.", "Compagnie des Phosphates de Gabal"),
        ("Tilers went to court against the Volgastal construction trust.", "Volgastal"),
        ("One of the firms, Rymka, flew 86 men home.", "Rymka"),
        ("The company to which the girls belonged, Ryongbong, has gone.", "Ryongbong"),
        ("The bill was sent to the agency, Nordex-Pol, in March.", "Nordex-Pol"),
        ("They have a contract with a firm that makes jackets, Tonghe Down, in Hunchun.", "Tonghe Down"),
        ("Eighty workers of the contractor in Omsk, Severdom, went on strike.", "Severdom"),
        ("The trawler's owner, Lianhe Yuanyang, denies all of it.", "Lianhe Yuanyang"),
        ("Their employer, identified as Zarya Vostok, sent the money home.", "Zarya Vostok"),
        ("He was at work in an office in Omsk, registered as Blue Comet.", "Blue Comet"),
        ("There are three firms in town. One of those, Sonbong, pays nothing.", "Sonbong"),
        ("They came from two firms, Ambat and Deminer, in April.", "Deminer"),
        ("Employer: Samhae Shipping. Port: Durban.", "Samhae Shipping"),
        ("The Third Association ran the camp.", "Third Association"),
        ("All of them were under the 113th General Bureau then.", "113th General Bureau"),
        ("The pit is run by the No. 5 Construction Bureau.", "No. 5 Construction Bureau"),
        ("Nine of the women cooked for a frozen-fish wholesaler, Tumangang Haesan, in Yanji.", "Tumangang Haesan"),
        ("The barrel maker, Dromex, took them on in March.", "Dromex"),
        ("Our company was called Songbaek and had 90 men.", "Songbaek"),
        ("The firm that took us there was named Vostrel.", "Vostrel"),
        ("At **Kornella**, a subcontractor that sewed shirts, nobody was paid.", "Kornella"),
        ("In 2014 Tin Hwa closed overnight, leaving 900 workers without wages.", "Tin Hwa"),
    ],
)
def test_a_firm_is_known_by_the_part_it_plays(text: str, name: str) -> None:
    assert any(name in n for n in found(text, people=("Halden Ward",) if "Halden" in text else ()))


@pytest.mark.parametrize(
    "text",
    [
        "Garment workers blocked the road on Monday.",
        "The camp lies in Oruza. Oruza's workers marched to the town hall.",
        "Employees of the Sudanka pit have seen no wages. The Sudanka pit lies in the hills.",
        "Mr Petrov has not paid his workers. The workers of Petrov's factory are angry.",
        "The Free Tumen Radio was told of it. FTR staff wrote it down.",
        "The hands of the Yekaterina, a freighter, have not been paid.",
        "The workers of UNICEF stayed at home, and ILO staff as well.",
        "On Friday the Bangladeshi labourers and the Uzbek masons refused to work.",
        "Angry Chinese workers marched on Monday.",
        "Uncle Bae kept our wages. Bae's factory was closed. Greenpeace said its crew was safe.",
        "The Workers' Party said its workers were loyal.",
        "A company of soldiers from Hamhung, Colonel Ro, crossed over.",
        "The head of the firm in Omsk, Ilya Gorin, said so.",
        "Staff of City Hall sat down with them.",
        "Some 60 Lao employees of a call centre went home.",
        "The director was a shoe maker, Ilya Gorin said.",
        "In July the shop closed, leaving 900 workers without wages.",
    ],
)
def test_places_people_ships_and_public_bodies_play_such_parts_too(text: str) -> None:
    nations = frozenset((i, i + 7) for i in [text.find("Chinese")] if i >= 0)
    assert [n.text for n in firms(text, (), SHORT, frozenset(), nations)] == []


def test_a_ship_employs_nobody() -> None:
    text = "The crew of the Tae Dong Ho have had no pay from Korea Samil."
    assert not judged(text, "Tae Dong Ho")
    assert judged(text, "Korea Samil")


def shown_otherwise(text: str, name: str, reason: str = WEIGHED, entity: str | None = None) -> bool:
    start = text.index(name)
    return no_firm(text, NameMention(start, start + len(name), name, "COMPANY", entity, name, "company", reason=reason))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The waitresses of the Sonamu sat down. The Sonamu, one of two Korean eateries in town, has closed.",
            "Sonamu",
        ),
        ("Cooks at the Pyongyang Taedong restaurant have not been paid.", "Pyongyang Taedong"),
        ("They served at a restaurant called Sonamu.", "Sonamu"),
        ("Miners of the Hwapung coal mine got no rice.", "Hwapung"),
        ("Two men left the Kurtka railway station.", "Kurtka"),
        ("They drew rocks for the Huichang power plant.", "Huichang"),
        ("Posted by Martha at 7:15 PM. The women were not paid.", "Martha"),
        ("“We wait,” said Anton, a contractor from Omsk.", "Anton"),
        ("A man named Guo had not been paid. Guo owes money himself.", "Guo"),
        ("The man asked to be called Hak. He owes nothing.", "Hak"),
        ("Sun had worked for the company since May and was owed 900 yuan.", "Sun"),
        ("According to Meng, the contractor owes them a million.", "Meng"),
        ("He asks that he be named Yong-su. Yong-su sends all of it home.", "Yong"),
        ("The crew of the Hoshi Maru had had no wages.", "Hoshi Maru"),
        ("Guards shot at people in Settlement No. 4.", "Settlement No"),
        ("Tidewatch Group, a small charity, counts the workers.", "Tidewatch Group"),
        ("Torvald, the state news agency, wrote of the workers.", "Torvald"),
        ("Workers told the rights group Torvald of their wages.", "Torvald"),
        ("Labourers of the Burj Lulu tower struck.", "Burj Lulu"),
    ],
)
def test_a_restaurant_a_pit_and_a_person_are_no_firms(text: str, name: str) -> None:
    assert shown_otherwise(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sonamu, a company that runs a restaurant in Hanoi, pays nobody.", "Sonamu"),
        ("Waitresses of the Taedong Trading restaurant were not paid by Taedong Trading.", "Taedong Trading"),
        ("Sonamu, a restaurant chain, owes its cooks two months' pay.", "Sonamu"),
        ("Miners of the Luxhill mine struck. The company Luxhill owes them a year's pay.", "Luxhill"),
        ("The tank blew up at a Torvald-owned depot.", "Torvald"),
        ("The women of the Argali plant were not paid.", "Argali"),
        ("A worker said Torvald, the firm that hired him, owes him money.", "Torvald"),
        ("According to Torvald, the contractor of the site has left.", "Torvald"),
        ("Torvald, a newspaper publisher, owes its printers two months' pay.", "Torvald"),
        ("Torvald, the owner of a newspaper, owes its printers two months' pay.", "Torvald"),
    ],
)
def test_a_firm_beside_a_restaurant_or_a_mine_stays_one(text: str, name: str) -> None:
    assert not shown_otherwise(text, name)


def test_a_long_word_after_a_foreign_form_of_firm_costs_no_time() -> None:
    text = "Grupo " + "abcdefghijklmnopqrstuvwxyz" + " owes them a year of wages."
    started = time.perf_counter()
    assert not list(parts(text, frozenset(), frozenset()))
    assert time.perf_counter() - started < 1


def test_a_foreign_form_of_firm_takes_small_words_along() -> None:
    text = "Workers of Société des Mines de l’Est and of Compagnie d'Armor struck."
    assert {"Société des Mines", "Compagnie d'Armor"} <= {
        n.text.split(" de ")[0] for n in parts(text, frozenset(), frozenset())
    }


def test_a_sum_is_read_as_a_name_and_employs_nobody(pipeline: Pipeline) -> None:
    text = "The men worked for RM90 a day. Nobody paid them."
    page = pipeline.annotator.page(Report(doc_id="t", text=text, source_path="t.txt", source_format="txt", sha256=""))
    assert [n.text for n in page.names] == ["RM90"]
    assert not page.companies
