"""Time expressions found in sentences and resolved against Wednesday, 24 May 2023."""

from datetime import date

import pytest

from builder.extract.times import times_in
from builder.model.findings import Findings
from builder.resolve.times import timexes_of

pytestmark = pytest.mark.model
PUBLISHED = date(2023, 5, 24)

ROWS = [
    # days
    ("Ruiz spoke on 24 May 2023.", "24 May 2023", "DATE", "2023-05-24"),
    ("Ruiz spoke on May 24, 2023.", "May 24, 2023", "DATE", "2023-05-24"),
    ("Ruiz spoke on Thursday, May 25th, 2023.", "Thursday, May 25th, 2023", "DATE", "2023-05-25"),
    ("Ruiz spoke on 2023-05-24.", "2023-05-24", "DATE", "2023-05-24"),
    ("Ruiz spoke on 24/05/2023.", "24/05/2023", "DATE", "2023-05-24"),
    ("Ruiz spoke on 5/24/2023.", "5/24/2023", "DATE", "2023-05-24"),
    ("Ruiz spoke on 24.5.99.", "24.5.99", "DATE", "1999-05-24"),
    ("The port opened on 5/6/2023.", "5/6/2023", "DATE", "2023-05-06"),
    ("The port was opened on 3/4/2023.", "3/4/2023", "DATE", None),
    ("Ruiz left on 3 May.", "3 May", "DATE", "2023-05-03"),
    ("Ruiz left on December 5.", "December 5", "DATE", "2022-12-05"),
    ("The law takes effect on January 1.", "January 1", "DATE", "2024-01-01"),
    ("The fair is to run from May 18 to the river.", "May 18", "DATE", "2023-05-18"),
    ("The hearing was adjourned until 14 June.", "14 June", "DATE", "2023-06-14"),
    ("Chiefs have pencilled in November 24 for a poll.", "November 24", "DATE", "2023-11-24"),
    ("It adds to plans announced in January.", "January", "DATE", "2023-01"),
    ("The sale has been put back to July 7.", "July 7", "DATE", "2023-07-07"),
    ("The meeting was brought forward to 31 May.", "31 May", "DATE", "2023-05-31"),
    ("The term, which was to end on 17 June, is over.", "17 June", "DATE", "2023-06-17"),
    ("The search would go on until Friday.", "Friday", "DATE", "2023-05-26"),
    ("Ruiz was held until Friday.", "Friday", "DATE", "2023-05-19"),
    ("Thursday’s meeting stays on the calendar.", "Thursday’s", "DATE", "2023-05-25"),
    ("Her body was found the following morning.", "the following morning", "TIME", None),
    ("The dam broke at 1:40 a.m. (2010 GMT on Tuesday).", "1:40 a.m.", "TIME", "2023-05-24T01:40"),
    ("Bills are due on the 15th of next month.", "the 15th of next month", "DATE", "2023-06-15"),
    ("Shops will close on Christmas Day.", "Christmas Day", "DATE", "2023-12-25"),
    ("Ruiz sang on New Year’s Eve 1999.", "New Year’s Eve 1999", "DATE", "1999-12-31"),
    ("Ruiz left on 9 October last year.", "9 October last year", "DATE", "2022-10-09"),
    ("Polls open on May 7 next year.", "May 7 next year", "DATE", "2024-05-07"),
    ("On this day in 1944, troops landed.", "this day in 1944", "DATE", "1944"),
    ("The ferry sank on Christmas Day in 2019.", "Christmas Day in 2019", "DATE", "2019-12-25"),
    ("Oil for November delivery fell.", "November", "DATE", "2023-11"),
    ("It should be done by year's end.", "year's end", "DATE", "2023"),
    ("It will report first-quarter results.", "first-quarter", "DATE", "2023-Q1"),
    # which of many
    ("Sales rose in prior year.", "prior year", "DATE", "2022"),
    ("It grew 4 percent from its prior quarter.", "prior quarter", "DATE", "2023-Q1"),
    ("It fell in the preceding week.", "the preceding week", "DATE", "2023-W20"),
    ("It closed at the very same day.", "the very same day", "DATE", "2023-05-24"),
    ("It rose in the very next year.", "the very next year", "DATE", "2024"),
    (
        "It rose in the second quarter of the past year.",
        "the second quarter of the past year",
        "DATE",
        "2022-Q2",
    ),
    ("It lasted for 1,500,000 years.", "1,500,000 years", "DURATION", "P1500000Y"),
    ("It lasted several fortnights.", "several fortnights", "DURATION", "PXW"),
    ("Ruiz resigned on 1 January 0001.", "1 January 0001", "DATE", "0001-01-01"),
    # weekdays
    ("The trial continues on Monday.", "Monday", "DATE", "2023-05-29"),
    ("Okoye is visiting Rome on Friday.", "Friday", "DATE", "2023-05-26"),
    ("Ruiz spoke on Wednesday.", "Wednesday", "DATE", "2023-05-24"),
    ("Ruiz spoke on Tuesday.", "Tuesday", "DATE", "2023-05-23"),
    ("Ruiz will speak on Tuesday.", "Tuesday", "DATE", "2023-05-30"),
    ("Ruiz is scheduled to visit Rome on Friday.", "Friday", "DATE", "2023-05-26"),
    ("Polls open on Sunday.", "Sunday", "DATE", "2023-05-28"),
    ("The vote is on Thursday.", "Thursday", "DATE", "2023-05-25"),
    ("Ruiz said on Tuesday it would wait.", "Tuesday", "DATE", "2023-05-23"),
    ("Ruiz told Tuesday's forum that prices fell.", "Tuesday's", "DATE", "2023-05-23"),
    ("Ruiz died last Friday.", "last Friday", "DATE", "2023-05-19"),
    ("Ruiz will return next Wednesday.", "next Wednesday", "DATE", "2023-05-31"),
    ("Ruiz left on Monday last week.", "Monday last week", "DATE", "2023-05-15"),
    (
        "They vote on the second Tuesday in June 2024.",
        "the second Tuesday in June 2024",
        "DATE",
        "2024-06-11",
    ),
    ("Ruiz spoke late on Tuesday.", "Tuesday", "DATE", "2023-05-23"),
    ("Ruiz arrived late Tuesday.", "late Tuesday", "DATE", "2023-05-23"),
    ("Ruiz said in March it would wait.", "March", "DATE", "2023-03"),
    ("It stood at 4,000 at 08:15 this morning.", "08:15 this morning", "TIME", "2023-05-24T08:15"),
    (
        "It burned at 4 o'clock in the afternoon.",
        "4 o'clock in the afternoon",
        "TIME",
        "2023-05-24T16:00",
    ),
    ("It burned at 9:10 on Monday night.", "9:10 on Monday night", "TIME", "2023-05-22T21:10"),
    ("It burned at 2 am on Monday night.", "2 am on Monday night", "TIME", "2023-05-22T02:00"),
    # feasts and days with a name
    ("Ruiz was arrested on Good Friday.", "Good Friday", "DATE", "2023-04-07"),
    ("Shops will close on Easter Monday 2024.", "Easter Monday 2024", "DATE", "2024-04-01"),
    ("Ruiz died on Christmas morning.", "Christmas morning", "TIME", "2022-12-25TMO"),
    ("The 2021 Thanksgiving was quiet.", "2021 Thanksgiving", "DATE", "2021-11-25"),
    ("Shops will close on Labor Day.", "Labor Day", "DATE", "2023-09-04"),
    ("Ruiz sang on Memorial Day 2022.", "Memorial Day 2022", "DATE", "2022-05-30"),
    ("Much has changed since 9/11.", "9/11", "DATE", "2001-09-11"),
    ("The Sept. 11 attacks killed thousands.", "Sept. 11", "DATE", "2001-09-11"),
    ("Ruiz left on Sept. 11.", "Sept. 11", "DATE", "2022-09-11"),
    # counted from publication
    ("Ruiz left the week before last.", "the week before last", "DATE", "2023-W19"),
    ("Sales rose in the latest quarter.", "the latest quarter", "DATE", "2023-Q1"),
    ("It was the biggest deal of the year.", "the year", "DATE", "2023"),
    ("Ruiz left a month and a half ago.", "a month and a half ago", "DATE", "2023-04"),
    ("Ruiz left half a century ago.", "half a century ago", "DATE", "1973"),
    ("“[Ten] years ago,” Ruiz wrote, “I left.”", "Ten] years ago", "DATE", "2013"),
    ("Ruiz spoke today.", "today", "DATE", "2023-05-24"),
    ("Ruiz spoke yesterday.", "yesterday", "DATE", "2023-05-23"),
    ("Ruiz won. He had slept badly the night before.", "the night before", "DATE", "2023-05-23"),
    ("Ruiz won. He had lost the Friday before.", "the Friday before", "DATE", "2023-05-19"),
    ("Ruiz left the Friday before the vote.", "the Friday", "DATE", "2023-05-19"),
    ("Ruiz left the day before yesterday.", "the day before yesterday", "DATE", "2023-05-22"),
    ("Ruiz will speak tomorrow.", "tomorrow", "DATE", "2023-05-25"),
    ("Ruiz left last week.", "last week", "DATE", "2023-W20"),
    ("Ruiz left last weekend.", "last weekend", "DATE", "2023-W20-WE"),
    ("Ruiz rested over the weekend.", "the weekend", "DATE", "2023-W20-WE"),
    ("Ruiz will rest this weekend.", "this weekend", "DATE", "2023-W21-WE"),
    ("Sales rose earlier this month.", "earlier this month", "DATE", "2023-05"),
    ("Sales will rise this year.", "this year", "DATE", "2023"),
    ("Sales rose this past quarter.", "this past quarter", "DATE", "2023-Q1"),
    ("Sales will rise by year end.", "year end", "DATE", "2023"),
    ("Sales rose this fiscal year.", "this fiscal year", "DATE", "FY2023"),
    ("Ruiz left 10 days ago.", "10 days ago", "DATE", "2023-05-14"),
    ("Ruiz left two and a half years ago.", "two and a half years ago", "DATE", "2020-11"),
    ("Ruiz left nearly a decade ago.", "a decade ago", "DATE", "2013"),
    ("Ruiz left 24 hours ago.", "24 hours ago", "DATE", "2023-05-23"),
    ("Ruiz left years ago.", "years ago", "DATE", "PAST_REF"),
    # months, quarters, seasons, years
    ("Ruiz visited Rome in February.", "February", "DATE", "2023-02"),
    ("Ruiz visited Rome in December.", "December", "DATE", "2022-12"),
    ("Ruiz will visit Rome in February.", "February", "DATE", "2024-02"),
    ("Ruiz left last May.", "last May", "DATE", "2022-05"),
    ("Ruiz will leave next May.", "next May", "DATE", "2024-05"),
    ("Ruiz left in Sept. 2022.", "Sept. 2022", "DATE", "2022-09"),
    ("Ruiz left in October of last year.", "October of last year", "DATE", "2022-10"),
    ("They met in the last week of March.", "the last week of March", "DATE", "2023-W13"),
    ("Sales rose in the second quarter.", "the second quarter", "DATE", "2023-Q2"),
    ("Sales will rise in Q4.", "Q4", "DATE", "2023-Q4"),
    ("Sales rose in the last quarter.", "the last quarter", "DATE", "2023-Q1"),
    (
        "Sales rose in the first half of last year.",
        "the first half of last year",
        "DATE",
        "2022-H1",
    ),
    ("Sales rose in the third quarter of 2021.", "the third quarter of 2021", "DATE", "2021-Q3"),
    ("Ruiz left last summer.", "last summer", "DATE", "2022-SU"),
    ("Ruiz will return in the fall of 2024.", "the fall of 2024", "DATE", "2024-FA"),
    ("Ruiz left in the winter.", "the winter", "DATE", "2022-WI"),
    ("Ruiz left in late 2019.", "late 2019", "DATE", "2019"),
    ("Output will double by 2030.", "2030", "DATE", "2030"),
    ("The abbey was sacked in 1527.", "1527", "DATE", "1527"),
    ("The abbey was built in the year 987.", "the year 987", "DATE", "0987"),
    ("Profits fell in fiscal 2024.", "fiscal 2024", "DATE", "FY2024"),
    ("Profits fell in FY24.", "FY24", "DATE", "FY2024"),
    ("Jazz ruled the 1990s.", "the 1990s", "DATE", "199"),
    ("Jazz ruled in the late '80s.", "the late '80s", "DATE", "198"),
    ("Jazz ruled in the sixties.", "the sixties", "DATE", "196"),
    ("Wool was dear in the 1600s.", "the 1600s", "DATE", "16"),
    ("Jazz ruled the early 20th century.", None, "DATE", "19"),
    ("Traffic fell below 2019 levels.", "2019", "DATE", "2019"),
    ("Ruiz was mayor from 1999-2004.", "1999", "DATE", "1999"),
    ("Ruiz was born in the summer of ’76.", "the summer of ’76", "DATE", "1976-SU"),
    # clocks
    ("Ten people died overnight.", "overnight", "TIME", "2023-05-24TNI"),
    ("The attack began at dusk on Monday.", "dusk on Monday", "TIME", "2023-05-22TEV"),
    (
        "The train left at 9:30 a.m. on Tuesday.",
        "9:30 a.m. on Tuesday",
        "TIME",
        "2023-05-23T09:30",
    ),
    ("The match ended at 15:30 GMT.", "15:30 GMT", "TIME", "2023-05-24T15:30Z"),
    ("The bells rang at 12 a.m.", "12 a.m.", "TIME", "2023-05-24T00:00"),
    ("The match ended at 11 o'clock.", "11 o'clock", "TIME", "2023-05-24T11:00"),
    ("Sirens were heard at 0615 GMT.", "0615 GMT", "TIME", "2023-05-24T06:15Z"),
    ("Ruiz left on Friday night.", "Friday night", "TIME", "2023-05-19TNI"),
    ("Ruiz left this morning.", "this morning", "TIME", "2023-05-24TMO"),
    ("Ruiz left last night.", "last night", "TIME", "2023-05-23TNI"),
    ("Ruiz will sing tonight.", "tonight", "TIME", "2023-05-24TNI"),
    ("Ruiz left at noon.", "noon", "TIME", "2023-05-24T12:00"),
    # durations and sets
    ("Ruiz spoke for two weeks.", "two weeks", "DURATION", "P2W"),
    ("The war is in its second year.", "its second year", "DURATION", "P2Y"),
    ("The siege, in its 40th day, goes on.", "its 40th day", "DURATION", "P40D"),
    (
        "They met in their third consecutive week.",
        "their third consecutive week",
        "DURATION",
        "P3W",
    ),
    ("The 15-month-old war goes on.", "15-month-old", "DURATION", "P15M"),
    ("The two-year-old dispute ended.", "two-year-old", "DURATION", "P2Y"),
    ("Ruiz waited two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
    ("Ruiz waited half an hour.", "half an hour", "DURATION", "PT30M"),
    ("Prices rose in recent years.", "recent years", "DURATION", "PXY"),
    ("Prices rose over the past few days.", "the past few days", "DURATION", "PXD"),
    ("Prices rose over the past decade.", "the past decade", "DURATION", "P10Y"),
    ("Ruiz waited for months.", "months", "DURATION", "PXM"),
    ("Ruiz waited a fortnight.", "a fortnight", "DURATION", "P2W"),
    ("It takes between 60 and 90 days.", "60", "DURATION", "P60D"),
    ("Two days after the attack, police left.", "Two days", "DURATION", "P2D"),
    ("The trial lasted a year and a half.", "a year and a half", "DURATION", "P1.5Y"),
    ("Hours before the vote, Ruiz left.", "Hours", "DURATION", "PTXH"),
    ("The feud is decades old.", "decades old", "DURATION", "PXDE"),
    ("The day-long strike ended.", "day-long", "DURATION", "P1D"),
    ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
    ("They meet on Mondays.", "Mondays", "SET", "XXXX-WXX-1"),
    ("They meet every other week.", "every other week", "SET", "P2W"),
    ("They meet twice a year.", "twice a year", "SET", "P1Y"),
    ("The annual fair opened.", "annual", "SET", "P1Y"),
    # neither past nor future
    ("Ruiz waited 3.5 weeks.", "3.5 weeks", "DURATION", "P3.5W"),
    ("Sales will rise by the end of the financial year.", None, "DATE", "FY2023"),
    ("Such things happened in the distant past.", "in the distant past", "DATE", "PAST_REF"),
    ("Ruiz now lives in Rome.", "now", "DATE", "PRESENT_REF"),
    ("Ruiz recently moved to Rome.", "recently", "DATE", "PAST_REF"),
    ("Ruiz may move in the near future.", "in the near future", "DATE", "FUTURE_REF"),
]

NOTHING = [
    "They meet on the first Tuesday after the vote.",
    "It is due on the second Saturday after the truce.",
    "The log reads 01/01/0001.",
    "The log reads 0001-01-01.",
    "In 20٢٣ it rained.",
    "It lasted ٢٣ weeks.",
    "It rained in the firſt week.",
    "It fell in any subsequent month.",
    "It fell in every following year.",
    "The meeting on 31 February never took place.",
    "The meeting on 29 February 2021 never took place.",
    "The meeting on 2021-13-45 never took place.",
    "The meeting on 45/13/2021 never took place.",
    "May said that the deal was dead, and so did Theresa May.",
    "It may rain.",
    "Thousands joined the March on Washington.",
    "They march for peace.",
    "She finished second, and a second man came third.",
    "He told the Sunday Times so.",
    "He reads the Daily Mail.",
    "A 34-year-old man and a 15-month-old girl were hurt.",
    "He is 45 years old.",
    "The war has killed 2,022 troops.",
    "She was struck by a grey 2013 Norda Vela.",
    "Police identified the car as a grey 2013 Norda Vela.",
    "He sold his old 2009 Norda sedan.",
    "The war has killed 2022 troops.",
    "Flight 2018 landed.",
    "Tickets cost 2023 yen.",
    "She won the 1500 metres.",
    "The city was founded in 753 BC and will last until 12023.",
    "He won 2:1, then lost 3:10.",
    "The mattress spring broke.",
    "Prices fall and rise.",
    "They sell Christmas cards.",
    "Mr Friday won.",
    "Johnnie Christmas drew it.",
    "The first half was dull.",
    "The Good Friday Agreement holds, and Easter eggs sell.",
    "Three-quarters of voters stayed at home.",
    "It was a day that nobody forgot.",
    "Ruiz will now receive the recently built jets, which are now at sea.",
    "The market trades in overnight loans.",
    "The fifth quarter never came.",
    "Now that he left, all is well.",
    "At the end of the day, it is a game.",
    "Clocks do not show 25:00 pm or 13 pm.",
    "",
]

TWO_ANCHORS = [
    ("The fair takes place on 12-14 July.", ["2023-07-12", "2023-07-14"]),
    ("They met on 12–19 June.", ["2022-06-12", "2022-06-19"]),
    ("He was held from Dec 28 to Jan 3.", ["2022-12-28", "2023-01-03"]),
    (
        "They met on Friday. A day earlier, on May 17, he left.",
        ["2023-05-19", *2 * ["2023-05-17"]],
    ),
    ("A day later (17 May) he left.", ["2023-05-17", "2023-05-17"]),
    ("It began last winter. Since the start of the week, it grew.", ["2022-WI", "2023-W21"]),
    (
        "The fair opened at 12:30 pm EDT (1630 UTC).",
        ["2023-05-24T12:30", "2023-05-24T16:30Z"],
    ),
    ("Ruiz led the club from 1979-85.", ["1979", "1985"]),
    ("They won the 1999-00 title.", ["1999", "2000"]),
    ("Ruiz scored in the 2008/09 season.", ["2008", "2009"]),
    ("In 1966-15 they lost.", ["1966"]),
    ("They cited a 2004 Supreme Court ruling.", ["2004"]),
    ("They met on 3 May. The following morning he left.", ["2023-05-03", "2023-05-04TMO"]),
    ("Sales fell in 2020. They rose in May of the previous year.", ["2020", "2019-05"]),
    ("They met in May 2021. He left on the 15th of that month.", ["2021-05", "2021-05-15"]),
    ("He was jailed in 2011. Two years later he left.", ["2011", "2013"]),
    ("They met on 3 May. The next day he left.", ["2023-05-03", "2023-05-04"]),
    ("They met on 3 May. That day it rained.", ["2023-05-03", "2023-05-03"]),
    ("They met on 3 May. That evening he sang.", ["2023-05-03", "2023-05-03TEV"]),
    ("Sales fell in April. A year earlier, they rose.", ["2023-04", "2022"]),
    ("Sales fell in April from the same month a year ago.", ["2023-04", "2022-04"]),
    ("Sales fell in 2020. The previous year was better.", ["2020", "2019"]),
    ("He left in 2016 and in that June he sang.", ["2016", "2016-06"]),
    (
        "Polls opened at 7 a.m. and closed at 9 p.m. on Tuesday.",
        ["2023-05-23T07:00", "2023-05-23T21:00"],
    ),
    ("They met on 3 May. The following Friday he left.", ["2023-05-03", "2023-05-05"]),
    ("They met between Monday and Wednesday.", ["2023-05-22", "2023-05-24"]),
    ("The fair will run from Friday to Monday.", ["2023-05-26", "2023-05-29"]),
    ("They met on May 22-23, and he left.", ["2023-05-22", "2023-05-23"]),
    ("They will meet on Oct. 3 to 5, 2024.", ["2024-10-03", "2024-10-05"]),
    ("They will meet on 3 to 7 June 2023.", ["2023-06-03", "2023-06-07"]),
    ("They met on June 1 and 2 people left.", ["2023-06-01"]),
    ("In 2016 he left. In March he married. By June he was ill.", ["2016", "2016-03", "2016-06"]),
    ("In 2016 he left. Last week he died. In March he was ill.", ["2016", "2023-W20", "2023-03"]),
    ("In 2016 he left.\n\nIn March he was ill.", ["2016", "2023-03"]),
    ("He left in 2016. He fell ill in March.", ["2016", "2023-03"]),
    ("He left in July 2021. By that time she had gone.", ["2021-07", "2023-05-24"]),
]


def resolved(parse, text, published=PUBLISHED):
    article, doc = parse(text)
    times = times_in(doc, article)
    found = Findings(article=article.id, times=times)
    timexes = timexes_of({article.id: published}, [found])
    assert all(text[t.passage.start : t.passage.end] == t.passage.text for t in timexes)
    return timexes


@pytest.mark.parametrize(("text", "words", "kind", "value"), ROWS, ids=[row[0] for row in ROWS])
def test_a_time_is_found_and_resolved(parse, text, words, kind, value):
    first = resolved(parse, text)[0]
    assert (first.type, first.value) == (kind, value)
    assert words is None or first.passage.text == words


@pytest.mark.parametrize("text", NOTHING, ids=[text or "empty" for text in NOTHING])
def test_what_only_looks_like_a_time_is_left_alone(parse, text):
    assert resolved(parse, text) == ()


@pytest.mark.parametrize(("text", "values"), TWO_ANCHORS, ids=[row[0] for row in TWO_ANCHORS])
def test_the_last_date_mentioned_is_the_second_anchor(parse, text, values):
    assert [timex.value for timex in resolved(parse, text)] == values


UNPUBLISHED = [
    ("Ruiz left on Friday, and in May 2021 she sang.", [None, "2021-05"]),
    ("Ruiz left on 3 May last year.", [None]),
    (
        "The talks failed\n\nMonday, May 22, 2023\n\nRuiz left on Friday.",
        ["2023-05-22", "2023-05-19"],
    ),
    ("Published: 22 May 2023, 10:32\nRuiz left.", ["2023-05-22", "2023-05-22T10:32"]),
    ("ROME, May 22, 2023 (Wire) - Ruiz left on Friday.", ["2023-05-22", "2023-05-19"]),
    ("Ruiz was born in Rome on May 22, 1963.\nShe left on Friday.", ["1963-05-22", None]),
    (
        "Ruiz left two days later, that evening, a year ago, in the same month last year.",
        [None] * 4,
    ),
]


@pytest.mark.parametrize(("text", "values"), UNPUBLISHED, ids=[row[0] for row in UNPUBLISHED])
def test_without_a_date_of_publication_only_the_text_itself_tells(parse, text, values):
    assert [timex.value for timex in resolved(parse, text, published=None)] == values


MODIFIERS = [
    ("He has waited since February 2022.", "since"),
    ("He will wait until Friday.", "until"),
    ("It began around 1990.", "about"),
    ("It began in early May.", "start"),
    ("It will end in mid-June.", "mid"),
    ("It will end at the end of the month.", "end"),
    ("It began in May.", None),
]


@pytest.mark.parametrize(("text", "modifier"), MODIFIERS, ids=[row[0] for row in MODIFIERS])
def test_what_modifies_a_time_is_kept(parse, text, modifier):
    article, doc = parse(text)
    assert times_in(doc, article)[0].expression.modifier == modifier


def test_no_time_runs_over_the_end_of_a_paragraph(parse):
    texts = [t.passage.text for t in resolved(parse, "He left on Monday\n\nMay 3 was cold.")]
    assert texts == ["Monday", "May 3"]


def test_a_long_text_without_a_full_stop_is_read(parse):
    assert len(resolved(parse, "on Monday and then " * 2_000)) == 2_000
