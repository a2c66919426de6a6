"""The timeline's headings, what it says of inferred days, and the links in its words."""

from dataclasses import replace

from builder.model.events import Conflict, Event, EventPassage, Timex
from builder.render.index import DossierIndex, story_of
from builder.render.page_links import PageLinks
from builder.render.pages.timeline import EVENTS_ON_ONE_PAGE, TimelineView, timeline_pages
from builder.render.parts.event_views import event_views
from builder.settings import Settings
from tests.story_of_three import ANA, BAY, DAY, UNSIGNED, event, find, three


def story(*events: Event) -> DossierIndex:
    return story_of(replace(three(), events=events), Settings())


def view(*events: Event) -> TimelineView:
    found = timeline_pages(story(*events))[0].view
    assert isinstance(found, TimelineView)
    return found


def timed(passage, words, value) -> EventPassage:
    timex = Timex(passage=find(passage.article, words), type="DATE", value=value)
    return EventPassage(passage=passage, timex=timex)


SIGNED = find(BAY, "Transport Minister Ana Ruiz signed the harbour deal on Tuesday")
BEGAN = find(UNSIGNED, "Work on the harbour began in February 2022")
EARLY = find(UNSIGNED, "Ruiz left early")


def test_years_and_months_have_headings_and_anchors():
    years = view(
        event("a", "2022", BEGAN),
        event("b", "2022-02", BEGAN),
        event("c", "2022-02-24/..", BEGAN),
        event("d", "2023-05-23", SIGNED),
    ).years
    assert [(year.heading, year.anchor) for year in years] == [
        ("2022", "year-2022"), ("2023", "year-2023"),
    ]  # fmt: skip
    assert [len(year.events) for year in years] == [1, 0]
    assert [(month.heading, month.anchor, len(month.events)) for month in years[0].months] == [
        ("February 2022", "month-2022-02", 2)
    ]


def test_quarters_and_seasons_stand_in_order_under_their_own_names():
    (year,) = view(
        event("a", "2022-22", BEGAN),
        event("b", "2022-01/2022-03", BEGAN),
        event("c", "-0043", BEGAN),
        event("d", "2022-06-05", BEGAN),
        event("e", "2022-04", BEGAN),
    ).years[1:]
    assert [(month.heading, month.anchor) for month in year.months] == [
        ("January 2022 – March 2022", "time-january-2022-march-2022"),
        ("April 2022", "month-2022-04"),
        ("summer 2022", "time-summer-2022"),
        ("June 2022", "month-2022-06"),
    ]
    assert year.events == ()


def test_the_hours_of_a_day_stand_in_order():
    (year,) = view(
        event("a", "2023-05-23T21:15", SIGNED),
        event("b", "2023-05-23T09:00", SIGNED),
        event("c", "2023-05-23", SIGNED),
    ).years
    assert [shown.anchor for shown in year.months[0].events] == ["event-c", "event-b", "event-a"]


def test_a_bar_of_the_strip_leads_to_the_first_event_of_its_time():
    strip = view(
        event("a", "2022-02", BEGAN),
        event("b", "2023-05-23", SIGNED),
        event("c", "2023-05", SIGNED),
    ).strip
    assert strip
    assert [bar.anchor for bar in strip.bars] == ["event-a", "event-c"]


def test_a_long_timeline_is_an_overview_of_lines_that_lead_to_whole_entries():
    events = [event(f"e{at}", None, SIGNED) for at in range(EVENTS_ON_ONE_PAGE + 1)]
    first, whole = timeline_pages(story(*events))
    assert isinstance(first.view, TimelineView)
    assert len(first.view.undated_lines) == len(events)
    assert first.view.undated_lines[0].text.url == "../timeline/list/1/#event-e0"
    assert whole.address == "timeline/list/1/"
    assert isinstance(whole.view, TimelineView)
    assert len(whole.view.undated) == len(events)
    assert whole.view.undated[0].permalink.startswith("../../../timeline/#event-")
    assert whole.view.other == "../../../timeline/"


def test_an_inferred_day_says_so():
    told = event("a", "2023-05-26?", EARLY, passages=(EventPassage(passage=EARLY, timex=None),))
    (shown,) = event_views([told], PageLinks(story=story(told), address="timeline/"))
    assert shown.precision == ("day worked out from other articles",)


def test_a_day_counted_from_an_inferred_day_of_publication_says_so():
    whole = three()
    unsigned = next(record for record in whole.articles if record.id == UNSIGNED)
    assert unsigned.published is None
    told = event("a", "2023-05-26", EARLY, passages=(timed(EARLY, "early", "2023-05-26"),))
    (shown,) = event_views([told], PageLinks(story=story(told), address="timeline/"))
    assert shown.precision[0] == "counted from a day of publication that nobody stated"
    stated = event("b", "2022-02", BEGAN, passages=(timed(BEGAN, "February 2022", "2022-02"),))
    (shown,) = event_views([stated], PageLinks(story=story(stated), address="timeline/"))
    assert shown.precision == ("month",)


def test_each_date_of_a_conflict_stands_with_those_who_give_it():
    signed = find(DAY, "Ana Ruiz signed the harbour deal on Wednesday")
    told = event(
        "a", "2023-05-24", SIGNED, signed,
        conflicts=(
            Conflict(date="2023-05-23", passages=(0,)), Conflict(date="2023-05-24", passages=(1,)),
        ),
    )  # fmt: skip
    (shown,) = event_views([told], PageLinks(story=story(told), address="timeline/"))
    assert [conflict.words for conflict in shown.conflicts] == [
        "Dated Wednesday 24 May 2023 by some", "Dated Tuesday 23 May 2023 by others",
    ]  # fmt: skip
    assert [len(conflict.sources) for conflict in shown.conflicts] == [1, 1]


def linked(text, passage):
    told = event("a", "2023-05-23", passage, text=text, people=(ANA,))
    (shown,) = event_views([told], PageLinks(story=story(told), address="timeline/"))
    return [(link.text, link.url is not None) for link in shown.text]


def test_names_in_brackets_and_in_the_rest_of_the_clause_lead_to_their_pages():
    assert linked("[Ana Ruiz] signed the harbour deal on Tuesday", SIGNED) == [
        ("[", False), ("Ana Ruiz", True), ("]", False),
        (" signed the harbour deal on Tuesday", False),
    ]  # fmt: skip
    assert linked(SIGNED.text, SIGNED)[1] == ("Ana Ruiz", True)


def test_a_name_in_brackets_inside_the_clause_leads_to_its_page():
    assert linked("Transport Minister [Ana Ruiz] signed the harbour deal on Tuesday", SIGNED) == [
        ("Transport Minister ", False), ("[", False), ("Ana Ruiz", True), ("]", False),
        (" signed the harbour deal on Tuesday", False),
    ]  # fmt: skip


def test_words_that_stand_in_no_passage_are_words():
    assert linked("[Somebody] something else", SIGNED) == [
        ("[Somebody]", False), (" something else", False),
    ]  # fmt: skip


def test_without_events_nothing_is_drawn():
    found = view()
    assert (found.strip, found.years, found.undated) == (None, (), ())
