"""How long things went on, for which months pay was owed, and which dates of a sentence are not the event's own."""

from __future__ import annotations

import datetime as dt

import pytest

from incidents.model import Incident, Published, Report
from incidents.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def read(pipeline: Pipeline, text: str, published: str) -> list[Incident]:
    day = Published.of_day(dt.date.fromisoformat(published))
    return list(pipeline.extract(Report("doc", text, "report.txt", "text", "0", published=day)).incidents)


ROWS = [  # text, published, type, first and last day
    # from when on nothing was paid, and up to when
    (
        "From August the tannery in Radom paid its 40 workers no wages at all.",
        "2016-11-20", "wage_theft", ("2016-08-01", "2016-11-20"),
    ),
    (
        "At a mill in Lodz no wages were paid from October 2014 until the owner closed it in April 2015.",
        "2016-11-20", "wage_theft", ("2014-10-01", "2015-04-30"),
    ),
    (
        "At a mill in Lodz no wages were paid from October 2014 to April 2015.",
        "2016-11-20", "wage_theft", ("2014-10-01", "2015-04-30"),
    ),
    (
        "In Radom a tannery withheld 300 zloty from August wages of its 40 workers, the union said.",
        "2016-11-20", "wage_theft", ("2016-08-01", "2016-08-31"),
    ),
    (
        "The 40 dyers of a mill in Lodz have had no wages for close to a year.",
        "2016-11-20", "wage_theft", ("2015-11-20", "2016-11-20"),
    ),
    (
        "In Radom 40 tanners have complained of unpaid wages stretching back to January 2015.",
        "2016-11-20", "wage_theft", ("2015-01-01", "2016-11-20"),
    ),
    # since something that happened, up to publication; but what people did in that clause was on its day
    (
        "Two bombs have exploded in Lodz since the mayor of the town declared war on the smugglers on Aug. 18.",
        "2016-11-20", "explosion", ("2016-08-18", "2016-11-20"),
    ),
    (
        "Twelve loggers have gone missing from the camp since spring, the foreman said.",
        "2016-11-20", "escape", ("2016-03-01", "2016-11-20"),
    ),
    (
        "The gates have been locked since five loggers fled over the fence of the camp on Oct. 18.",
        "2016-11-20", "escape", ("2016-10-18", "2016-10-18"),
    ),
    # in a paper of Sunday, "last week" may be the one that is just over
    (
        "The town where a depot blew up last week is in ruins. Ten men died when the depot exploded on Thursday.",
        "2016-11-20", "explosion", ("2016-11-17", "2016-11-17"),
    ),
    (
        "The town where a depot blew up last week is in ruins. Ten men died when the depot exploded on Thursday.",
        "2016-11-18", "explosion", ("2016-11-10", "2016-11-10"),
    ),
    # counted back from the day on which it was over, or on to a later stage
    (
        "A strike by 300 welders at a shipyard in Gdynia, which ended on March 9 after five days, cost the yard a ship.",
        "2016-03-20", "protest", ("2016-03-05", "2016-03-09"),
    ),
    (
        "In Tarnow on Friday bus drivers ended a strike of 12 days.",
        "2016-03-20", "protest", ("2016-03-07", "2016-03-18"),
    ),
    (
        "Forty masons in Chita stopped work on May 2. On the third day of the strike a consul arrived.",
        "2016-05-20", "protest", ("2016-05-02", "2016-05-04"),
    ),
    (
        "In Lodz, 90 seamstresses occupied the factory gate for a fourth night to protest its closure.",
        "2016-05-20", "protest", ("2016-05-17", "2016-05-20"),
    ),
    (
        "The foundry in Radom reopened on Friday after a strike of six days by 200 moulders.",
        "2016-03-20", "protest", ("2016-03-13", "2016-03-18"),
    ),
    (
        "About 70 nurses in Radom returned to the wards on March 9 after a four-day strike.",
        "2016-03-20", "protest", ("2016-03-06", "2016-03-09"),
    ),
    (
        "On 4 July the women of the third hall went on hunger strike. The fast ended after three days.",
        "2016-08-20", "protest", ("2016-07-04", "2016-07-06"),
    ),
    (
        "Some 90 teachers in Pinsk sat down in the lobby of their office on August 2 and remained for two nights.",
        "2016-08-20", "protest", ("2016-08-02", "2016-08-03"),
    ),
    (
        "Women rioted at the market in Chongjin on May 5, the first of three days of unrest.",
        "2016-08-20", "protest", ("2016-05-05", "2016-05-07"),
    ),
    (  # what another event lasted is not the length of this one
        "Three convicts escaped from the jail in Bytom on May 3, while in Tarnow a strike of 12 days went on.",
        "2016-05-20", "escape", ("2016-05-03", "2016-05-03"),
    ),
    # pay is owed for months; a day beside it is that of a dispute
    (
        "About 200 loggers in Tynda went on strike on Tuesday because their salaries for June and July had not been paid.",
        "2016-09-09", "wage_theft", ("2016-06-01", "2016-07-31"),
    ),
    (
        "On May 9 miners in Musan had their entire wages for April withheld for a statue.",
        "2016-09-09", "wage_theft", ("2016-04-01", "2016-04-30"),
    ),
    (
        "In June 2014 some 60 bricklayers walked off a site in Kazan after three months without pay.",
        "2016-09-09", "wage_theft", ("2014-03-01", "2014-06-30"),
    ),
    # what is dated is the inquiry, the verdict, the filing or what came next
    (
        "A court in Bytom on Tuesday sentenced two men who had escaped from its jail in May 2014.",
        "2016-09-09", "escape", ("2014-05-01", "2014-05-31"),
    ),
    (
        "Five convicts tried to escape from the prison in the spring of 1996. They were caught at the fence and were hanged"
        " on the following Friday.",
        "2016-09-09", "escape", ("1996-03-01", "1996-05-31"),
    ),
    (
        "Sept. 5 -- A boiler exploded in a laundry in Hyesan and killed two women on September 1, a trader said.",
        "2016-09-09", "explosion", ("2016-09-01", "2016-09-01"),
    ),
    # the event is dated although somebody tells of it, or another event stands nearer
    (
        "Neighbours tell of an incident in the summer of 2011, when about thirty weavers refused to work.",
        "2016-09-09", "protest", ("2011-06-01", "2011-08-31"),
    ),
    (
        "Some 90 inmates escaped from the jail in Bauchi State, on Saturday night, officials said on Sunday.",
        "2016-09-05", "escape", ("2016-09-03", "2016-09-03"),
    ),
    (
        "Sixty inmates escaped from a jail in Ambato during a riot on Monday in which two guards were hurt.",
        "2016-09-09", "escape", ("2016-09-05", "2016-09-05"),
    ),
    # a day that was told lies behind
    (
        "The year was a hard one for the builders. On January 12 twenty of them went on strike in Kazan.",
        "2016-12-28", "protest", ("2016-01-12", "2016-01-12"),
    ),
    # how long people stayed afterwards is no part of the day of their flight
    (
        "A North Korean clerk walked into the Swedish consulate on May 4 and remained inside for three weeks.",
        "2003-06-20", "defection", ("2003-05-04", "2003-05-04"),
    ),
    (
        "Six loggers escaped from the camp on May 4 and slept in a barn for ten days.",
        "2003-06-20", "escape", ("2003-05-04", "2003-05-04"),
    ),
    (
        "A North Korean tiler fled his dormitory in Minsk on May 4. The search lasted until June.",
        "2003-06-20", "escape", ("2003-05-04", "2003-05-04"),
    ),
    (
        "Forty tilers in Minsk went on strike on May 4 and stayed out for ten days.",
        "2003-06-20", "protest", ("2003-05-04", "2003-05-13"),
    ),
    # the day of an event from which another is counted
    (
        "The embassy was sealed on Thursday, three days after a North Korean poet took a bus to its gate and"
        " asked for asylum.",
        "1997-02-21", "defection", ("1997-02-17", "1997-02-17"),
    ),
    (
        "The cook was sent home on Nov. 14, three weeks after six waitresses fled the restaurant in Jilin city.",
        "2016-12-01", "escape", ("2016-10-24", "2016-10-24"),
    ),
    (
        "Three weeks after six waitresses fled the restaurant in Jilin city, the cook was sent home on Nov. 14.",
        "2016-12-01", "escape", ("2016-10-24", "2016-10-24"),
    ),
    (
        "The mill was shut on Nov. 14, the day after ninety North Korean weavers refused to work.",
        "2016-12-01", "protest", ("2016-11-13", "2016-11-13"),
    ),
    (
        "The guards were changed on Nov. 14, two days before five convicts escaped from the camp.",
        "2016-12-01", "escape", ("2016-11-16", "2016-11-16"),
    ),
    (
        "On Nov. 14, two days after the inspection, six waitresses fled the restaurant in Jilin city.",
        "2016-12-01", "escape", ("2016-11-14", "2016-11-14"),
    ),
    (
        "Six waitresses fled the restaurant in Jilin city on Nov. 14, two days after the cook had left.",
        "2016-12-01", "escape", ("2016-11-14", "2016-11-14"),
    ),
    (
        "On Nov. 14, the day after the cook left, six waitresses fled the restaurant in Jilin city.",
        "2016-12-01", "escape", ("2016-11-14", "2016-11-14"),
    ),
    (
        "The pair were caught on June 8, 2014, three days after breaking out of the camp at Kaechon.",
        "2016-12-01", "escape", ("2014-06-05", "2014-06-05"),
    ),
    (
        "In September the mill in Dandong hired 40 new hands, two months after the weavers walked out.",
        "2016-12-01", "protest", ("2016-07-01", "2016-07-31"),
    ),
    (
        "On Nov. 14, a week after the firm cut their pay, ninety weavers in Dandong went on strike.",
        "2016-12-01", "protest", ("2016-11-14", "2016-11-14"),
    ),
    # months without pay that end with another deed
    (
        "In May 1994 he left the sawmill in Tynda because it had paid the men nothing for three months.",
        "1995-12-01", "wage_theft", ("1994-02-01", "1994-05-31"),
    ),
    (
        "He left the sawmill in Tynda on May 4, 1994, because the men had not been paid for three months.",
        "1995-12-01", "wage_theft", ("1994-02-04", "1994-05-04"),
    ),
    (
        "In May 2016 the tilers in Minsk had not been paid for three months.",
        "2016-12-01", "wage_theft", ("2016-05-01", "2016-05-31"),
    ),
    # months of pay by which a sum is measured
    (
        "Welders at the yard in Rason were forced to donate 5,000 won, about two months' wages, to a statue.",
        "2016-12-01", "wage_theft", ("None", "None"),
    ),
    (
        "The yard in Rason owes each of its 40 welders 5,000 won, two months' wages.",
        "2016-12-01", "wage_theft", ("2016-10-01", "2016-12-01"),
    ),
    (
        "The yard in Rason has not paid two months' wages to its 40 welders.",
        "2016-12-01", "wage_theft", ("2016-10-01", "2016-12-01"),
    ),
    # a thing that bears the name of a month, and a month told twice
    (
        "In 2015, soon after the May flood, a North Korean nurse fled her clinic in Hanoi.",
        "2017-12-01", "escape", ("2015-01-01", "2015-12-31"),
    ),
    (
        "Guards were doubled after the April strike at the mill in Dandong.",
        "2017-12-01", "protest", ("2017-04-01", "2017-04-30"),
    ),
    (
        "The camp was closed in October 2012. In the same month, May 2011, two soldiers defected to the South.",
        "2013-12-01", "defection", ("2011-05-01", "2011-05-31"),
    ),
    # the day on which those who had stopped were there again
    (
        "Ninety butchers walked off the job on the 12th and did not come back until the 15th.",
        "2016-11-20", "protest", ("2016-11-12", "2016-11-15"),
    ),
    (
        "Ninety weavers went on strike on Nov. 3. They only went back on Nov. 6.",
        "2016-11-20", "protest", ("2016-11-03", "2016-11-06"),
    ),
    (
        "Ninety weavers demonstrated on Nov. 3. The manager came back on Nov. 6.",
        "2016-11-20", "protest", ("2016-11-03", "2016-11-03"),
    ),
    (
        "Four loggers escaped from the camp on Nov. 3 and did not return until Nov. 6.",
        "2016-11-20", "escape", ("2016-11-03", "2016-11-03"),
    ),
    # who has been away, or somewhere else, since a day left on it; others may have left on any day since
    (
        "A doctor has been missing together with her husband and three small sons from the hospital in Hanoi since May 6.",
        "2017-05-20", "escape", ("2017-05-06", "2017-05-06"),
    ),
    (
        "Two cooks who have been living since Tuesday in the garage of the Swedish embassy in Hanoi asked for asylum.",
        "2017-05-20", "defection", ("2017-05-16", "2017-05-16"),
    ),
    (
        "Nobody had come by sea since June 1996, when a crew of five fled from Nampo and arrived in Inchon.",
        "2017-05-20", "escape", ("1996-06-01", "1996-06-30"),
    ),
    ("Nine loggers have fled from the camp in Tynda since March.", "2017-05-20", "escape", ("2017-03-01", "2017-05-20")),
    # what began on a day and goes on, and what does not
    (
        "About 80 women at a laundry in Dandong refused supper on May 14 and have not eaten since.",
        "2017-05-20", "protest", ("2017-05-14", "2017-05-20"),
    ),
    (
        "About 80 women at a laundry in Dandong stopped work on May 14. They are still camped at the gate.",
        "2017-05-20", "protest", ("2017-05-14", "2017-05-20"),
    ),
    (
        "About 80 women at a laundry in Dandong stopped work on May 14. Nobody has been paid since.",
        "2017-05-20", "protest", ("2017-05-14", "2017-05-14"),
    ),
    (
        "About 80 women at a laundry in Dandong went on strike on May 4 and stayed out until the owner gave in on May 9.",
        "2017-05-20", "protest", ("2017-05-04", "2017-05-09"),
    ),
    (
        "Nurses in Lima stayed off the wards for a seventeenth day on Tuesday in a strike over pay.",
        "2017-05-20", "protest", ("2017-04-30", "2017-05-16"),
    ),
    # a blast is over at once
    (
        "A blast at a dye works in Hamhung killed two men on May 4. The search for the others went on until May 9.",
        "2017-05-20", "explosion", ("2017-05-04", "2017-05-04"),
    ),
    # a day or a month told after its year
    (
        "The firm denied a blast in 1993 at its dye works in Hamhung, which killed six men on March 3 of that year.",
        "2017-05-20", "explosion", ("1993-03-03", "1993-03-03"),
    ),
    (
        "In 2004 the clinic in Hanoi was closed. Three years later, in the month of June, a nurse fled from Hanoi to Bangkok.",
        "2017-05-20", "escape", ("2007-06-01", "2007-06-30"),
    ),
    (
        "A blast in 1993 at a dye works in Hamhung killed six men, a source said in a letter of May 3.",
        "2017-05-20", "explosion", ("1993-01-01", "1993-12-31"),
    ),
    # two ends of one span
    (
        "For all of 2003 and 2004 the firm paid the 40 welders of the yard in Gdansk nothing but boots.",
        "2017-05-20", "wage_theft", ("2003-01-01", "2004-12-31"),
    ),
    (
        "The 40 women had received no wages between their arrival in Lodz in March 2004 and the closing of the mill in June 2005.",
        "2017-05-20", "wage_theft", ("2004-03-01", "2005-06-30"),
    ),
    # what became known on a day, or is told by the pay of a month, was not then
    (
        "On Monday it emerged that three loggers had fled from the camp at Tynda.",
        "2016-12-01", "escape", ("None", "None"),
    ),
    (
        "Three loggers fled from the camp at Tynda on Monday and emerged from the woods on Wednesday.",
        "2016-12-01", "escape", ("2016-11-28", "2016-11-28"),
    ),
    (
        "The foreman disclosed in May that three loggers had fled from the camp at Tynda.",
        "2016-12-01", "escape", ("None", "None"),
    ),
    (
        "The 40 dyers in Lodz walked out because they had not been paid their August wages.",
        "2016-12-01", "protest", ("None", "None"),
    ),
    (
        "The 40 dyers in Lodz walked out because they had not been paid their August wages.",
        "2016-12-01", "wage_theft", ("2016-08-01", "2016-08-31"),
    ),
    # from when on nothing was paid
    (
        "The wages of the 40 dyers in Lodz have been withheld since the turn of the year.",
        "2016-12-01", "wage_theft", ("2016-01-01", "2016-12-01"),
    ),
    (
        "The 40 dyers in Dandong have had no wages since the lunar new year.",
        "2016-12-01", "wage_theft", ("2016-02-08", "2016-12-01"),
    ),
    (
        "Half a year's wages are owed to the 40 dyers in Lodz.",
        "2016-12-01", "wage_theft", ("2016-06-01", "2016-12-01"),
    ),
    # what is told by its beginning alone goes on
    (
        "The mill in Lodz stands still because of a wildcat strike that began on November 12.",
        "2016-12-01", "protest", ("2016-11-12", "2016-12-01"),
    ),
    (
        "The dyers in Lodz ended on Friday a strike that began on November 12.",
        "2016-12-01", "protest", ("2016-11-12", "2016-11-25"),
    ),
    (
        "About 200 dyers walked out of the mill in Lodz on November 14. The strike goes on.",
        "2016-12-01", "protest", ("2016-11-14", "2016-12-01"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "kind", "span"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_the_days_of_an_event(pipeline: Pipeline, text: str, published: str, kind: str, span: tuple[str, str]) -> None:
    found = [i.fields for i in read(pipeline, text, published) if i.event_type == kind]
    assert [(str(f.get("date_start")), str(f.get("date_end"))) for f in found] == [span]
