"""Which kind of site a noun is among the people of a report, and which names without a noun are a site's."""

from __future__ import annotations

import pytest

from incidents.load import read_report_text
from incidents.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


#: A report, and a site of its last sentence: facility type and name.
SITES = [
    # what an army stores, and what others do
    ("A shell blew up at an ammunition depot near Pyongsan, killing nine.", "military_unit", None),
    ("Old ammunition was stored there. A depot blew up at Pyongsan on Monday.", "military_unit", None),
    ("The bomb went off at the munitions depot in Kanggye.", "military_unit", "munitions depot in Kanggye"),
    ("Old ammunition was found in a locomotive. A depot blew up at Pyongsan on Monday.", "other", None),
    ("A fuel depot blew up at Pyongsan on Monday.", "other", None),
    ("Robbers blew up the vault of a bank near the river.", "other", None),
    # builders by trade, and buildings where they only are
    ("On Monday 200 tilers struck at the new airport over May wages.", "construction_site", None),
    ("Some 30 plasterers of the firm Kumryong downed tools at a housing block in Tomsk.", "construction_site", None),
    ("Two dozen men doing the finishing work at a residential complex in Tver struck.", "construction_site", None),
    ("Two painters were stopped at the airport with borrowed passports.", "other", None),
    ("Twelve masons sat down outside the hospital.", "other", None),
    ("Nurses struck at the new hospital.", "other", None),
    # prisons and camps of other states
    (
        "Guards in Phoenix, Arizona, were hurt. Six men fled from the Red Ridge Correctional Facility.",
        "prison",
        "Red Ridge Correctional Facility",
    ),
    (
        "Guards in Sariwon were hurt. Six men fled from the Sohung Correctional Facility.",
        "reeducation_camp",
        "Sohung Correctional Facility",
    ),
    ("Six detainees of the base at Guantanamo Bay in Cuba rioted in Camp 5.", "detention_facility", "Camp 5"),
    ("North Korea holds thousands of prisoners. Six of them fled from Camp 14.", "political_prison_camp", "Camp 14"),
    # timber firms
    ("Loggers fled in the snow. The enterprise owed them a year of wages.", "logging_site", None),
    ("Loggers had left the Zeysk enterprise in 1993.", "logging_site", "Zeysk enterprise"),
    ("Weavers fled in the snow. The enterprise owed them a year of wages.", "factory", None),
    # houses for people of one calling
    ("Two surgeons left the doctors' residence in Beira at night.", "dormitory", None),
    ("Six students locked themselves into the hall of residence.", "dormitory", None),
    ("The envoy left the residence at night.", "other", None),
    # what goes up, and what stands
    ("Plasterers struck. A gas bottle blew up in the tower.", "construction_site", None),
    ("An oxygen bottle burst on the roof of Tower C, where tilers were at work.", "construction_site", "Tower C"),
    ("The plasterers had come from Tambov. Ten of them left the Yuzhny estate.", "construction_site", "Yuzhny estate"),
    ("Pickers harvest tea there. Ten women left the Yuzhny estate.", "farm", "Yuzhny estate"),
    # camps of workers abroad, and others
    ("Vietnamese builders are at work in Novi Sad. One left the camp on Friday.", "dormitory", None),
    ("Workers in Kuwait are unpaid. Ten of them left the Sulaibiya camp on Friday.", "dormitory", "Sulaibiya camp"),
    # a facility for people who are held
    ("Detainees wept. In the Onsong facility there was a breakout.", "detention_facility", None),
    # police at a border
    ("Two women were locked up in a frontier police post.", "detention_facility", None),
    # a police station that is attacked or besieged, and one that keeps people
    ("A lorry bomb went off outside a police station in Quetta.", "other", None),
    ("Six officers died when a bomb exploded at a police post in Kunduz.", "other", None),
    ("Some 300 people marched on the police station and threw stones.", "other", None),
    ("A thief broke out of a police station in Quetta.", "detention_facility", None),
    ("He was beaten at a police station until a bomb went off.", "detention_facility", None),
    ("Gunmen stormed a police station and freed nine men.", "detention_facility", None),
    ("A bomb went off in a security lockup.", "detention_facility", None),
    # what prisons are called elsewhere, and in translation
    ("Six inmates fled the Ijede custodial centre.", "prison", "Ijede custodial centre"),
    ("Six inmates fled the correctional centre in Enugu.", "prison", "correctional centre in Enugu"),
    ("Six inmates fled the correctional facility in Hamhung.", "reeducation_camp", "correctional facility"),
    # shops by trade
    ("A bomb wrecked a shoe store in Lima.", "other", None),
    # the seats of bodies and firms, in which people stand
    ("Drivers massed outside the offices of Norvik Logistics.", "other", "offices of Norvik Logistics"),
    ("Thirty men took no food in the head office of Norvik.", "other", "head office of Norvik"),
    ("Rebel troops held the information ministry for a day.", "other", "information ministry"),
    ("They entered the office of the International Red Cross.", "other", "office of the International Red Cross"),
    # one of its town
    ("He left the dairy farm at Ranam at night.", "farm", "dairy farm at Ranam"),
    ("He left a dairy farm at Ranam at night.", "farm", None),
    ("Two loggers fled the timber camp at Chegdomyn.", "logging_site", "timber camp at Chegdomyn"),
    ("They were inside the United States consulate.", "diplomatic_mission", "United States consulate"),
    (
        "She fled the holding center of the Ministry of State Security at Onsong.",
        "detention_facility",
        "holding center of the Ministry of State Security at Onsong",
    ),
    # the one stretch of a border that has a name
    ("A soldier ran through the Joint Security Area under fire.", "border", "Joint Security Area"),
    ("A soldier ran across the border under fire.", "border", None),
    # stations
    ("A tank wagon blew up at Kilju station on Monday.", "other", "Kilju station"),
    ("A freight train blew up in the station of Manpo on Monday.", "other", "station of Manpo"),
    ("Trains stopped. Ninety people died when the station at Manpo blew up.", "other", "station at Manpo"),
    # a restaurant by its sign
    (
        "The Pyongyang Arirang on Dongpalan Road is open again; its waitresses are back.",
        "restaurant",
        "Pyongyang Arirang",
    ),
    ("Four waitresses left the Pyongyang Garden in Dhaka.", "restaurant", "Pyongyang Garden"),
    ("Waitresses at the Koryo restaurant in Omsk were not paid.", "restaurant", "Koryo restaurant"),
    ("The restaurant shut. Five singers of Koryo Hall stayed in bed.", "restaurant", "Koryo Hall"),
    ("At the Moran Pavilion cooks struck until the restaurant shut.", "restaurant", "Moran Pavilion"),
    ("The Kumgangsan in Thamel owed its waitresses three months of wages.", "restaurant", "Kumgangsan"),
    # a camp by its county
    ("The camp was searched. Two prisoners escaped from Yodok in 1999.", "political_prison_camp", "Yodok"),
    # the whole noun of a jail
    ("He broke out of the county police jail in Unhung.", "detention_facility", "police jail in Unhung"),
    ("He broke out of the jail in Unhung.", "prison", "jail in Unhung"),
]
#: A report, and a kind of site that its last sentence has none of.
NONE = [
    ("Police held him at the station of Manpo.", "other"),
    ("Trains stopped. The police station was shut, and he was at the station of Manpo.", "other: station of Manpo"),
    ("Trains stopped. A bomb blew up near the station of Manpo.", "other: station of Manpo"),
    ("An official held talks with the information ministry.", "other: information ministry"),
    ("The head office of Norvik said nothing.", "other: head office of Norvik"),
    ("The Pyongyang Times wrote of a restaurant and its staff.", "restaurant: Pyongyang Times"),
    ("A restaurant shut. Tours of Kumgangsan stopped.", "restaurant"),
    ("Traders were sent to Yodok by lorry.", "political_prison_camp"),
    ("The prisoner of a camp was shot. A farmer fled Yodok County.", "political_prison_camp"),
    ("The camp has many prisoners. He fled from Hoeryong to China.", "political_prison_camp"),
    # banks of a river, towers that nobody builds, what only describes
    ("Guards fired from the bank of the stream.", "other"),
    ("The river rose. A boy ran down the bank and swam.", "other"),
    ("Guards shot from the tower at three women.", "other"),
    ("Widows came to the memorial service on Monday.", "other"),
    ("A medical facility for detainees blew up.", "detention_facility"),
    ("Refugees in Tak were at risk. Workers left the camp on Friday.", "dormitory"),
    # what is no house
    ("A chairman who had retired from office was caught at the river.", "other"),
    ("Four teachers left home at night for China.", "other"),
    # a camp with a number in another country is none of North Korea's
    ("Six detainees of the base at Guantanamo Bay in Cuba rioted in Camp 5.", "reeducation_camp"),
    ("Six detainees of the base at Guantanamo Bay in Cuba rioted in Camp 5.", "political_prison_camp"),
    # rooms of the works where it happens
    ("Weavers sat down in front of the manager's office.", "other"),
    ("Stallholders went to the management office and shouted.", "other"),
]


def _sites(pipeline: Pipeline, text: str) -> list[tuple[str, str | None]]:
    page = pipeline.annotator.page(read_report_text(text))
    sentence = page.sentences[-1]
    found = pipeline.sites.in_sentence(page, sentence, sentence.span.root)
    return [(site.facility_type, site.name and site.name.text) for site in found]


@pytest.mark.parametrize(("text", "kind", "name"), SITES, ids=[text for text, *_ in SITES])
def test_site(pipeline: Pipeline, text: str, kind: str, name: str | None) -> None:
    assert (kind, name) in _sites(pipeline, text)


@pytest.mark.parametrize(("text", "kind"), NONE, ids=[text for text, _ in NONE])
def test_no_site(pipeline: Pipeline, text: str, kind: str) -> None:
    wanted, _, name = kind.partition(": ")
    assert not [s for s in _sites(pipeline, text) if s[0] == wanted and (not name or s[1] == name)]
