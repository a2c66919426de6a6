"""Quantities in plain text: values, units, nouns, hedges; what is none; and when two agree."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.text.quantities import Quantity, agree, quantities_in
from tests.linear import assert_linear

VALUES: Mapping[str, tuple[str, float, str | None]] = {
    "tens_and_units": ("Twenty-three miners were hurt.", 23, "miner"),
    "hundred_and": ("A hundred and twelve passengers were aboard.", 112, "passenger"),
    "thousands_in_words": ("Two thousand three hundred and six votes were void.", 2306, "vote"),
    "hundreds_above_ten": ("About forty-five hundred fans came.", 4500, "fan"),
    "one_that_counts": ("Only one guard was on duty.", 1, "guard"),
    "dozens": ("Five dozen crates went missing.", 60, "crate"),
    "half_a_dozen": ("Half a dozen shops burned.", 6, "shop"),
    "score": ("A score of arrests followed.", 20, "arrest"),
    "pair": ("The pair of swimmers were found.", 2, "swimmer"),
    "half_a_million": ("Half a million people fled.", 500_000, "person"),
    "half_million": ("A half million people fled.", 500_000, "person"),
    "homes_that_are_second": ("They own two second homes.", 2, "home"),
    "walls_of_stone": ("They built two stone walls.", 2, "wall"),
    "a_hundred_and_another": ("Between two hundred and three hundred men came.", 250, "man"),
    "one_and_a_half_million": ("One and a half million hens were culled.", 1_500_000, "hen"),
    "quarter_of_a_million": ("A quarter of a million bees died.", 250_000, "bee"),
    "vulgar_fraction": ("It sold 1½ million cars.", 1_500_000, "car"),
    "letter_k": ("About 15k people came.", 15_000, "person"),
    "letter_m_before_a_noun": ("It has 5m users.", 5_000_000, "user"),
    "comma_groups": ("It cut 1,100 jobs.", 1_100, "job"),
    "blank_groups": ("It has 1 200 members.", 1_200, "member"),
    "dot_groups": ("It has 1.200.000 voters.", 1_200_000, "voter"),
    "one_dot_before_a_noun": ("It has 1.250 members.", 1_250, "member"),
    "indian_groups": ("Some 12,50,000 voters are listed.", 1_250_000, "voter"),
    "lakh": ("It moved 5 lakh people.", 500_000, "person"),
    "noun_after_an_adjective": ("It let 14 former coaches go.", 14, "coach"),
    "noun_after_a_plural_adjective": ("It let 14 former sports coaches go.", 14, "coach"),
    "noun_after_of": ("It lost 2,400 of the firm's 9,300 jobs.", 2_400, "job"),
    "dead_are_no_noun": ("Nine dead after a dam burst.", 9, None),
    "none_of": ("Neither of the twins was hurt.", 0, "twin"),
    "capital_and_plural": ("On Monday 12 people died.", 12, "person"),
    "day_before_a_count": ("On May 5, 12 people died.", 12, "person"),
    "four_digits_and_people": ("Some 2000 people marched.", 2_000, "person"),
    "headline": ("Dam Burst Kills At Least Nine", 9, None),
    "thousands_after_and": ("Four hundred and fifty thousand hens died.", 450_000, "hen"),
    "noun_that_ends_like_an_adjective": ("One ring was found.", 1, "ring"),
    "only_one_of": ("Only one of three anchors held.", 1, "anchor"),
}
UNITS: Mapping[str, tuple[str, float, str]] = {
    "pounds_sign": ("The bid is worth £1.24bn.", 1.24e9, "GBP"),
    "million": ("He paid £3m.", 3e6, "GBP"),
    "pence": ("The price is 345p.", 3.45, "GBP"),
    "pence_in_words": ("It pays nine pence.", 0.09, "GBP"),
    "cents": ("He was fined 75 cents.", 0.75, "USD"),
    "currency_after": ("It made 5bn dollars.", 5e9, "USD"),
    "currency_twice": ("It made $5 million dollars.", 5e6, "USD"),
    "million_and_rupees": ("It cost 480m rupees.", 4.8e8, "INR"),
    "crore_and_lakh": ("A loss of Rs. 32 crore 40 lakh was found.", 3.24e8, "INR"),
    "crore": ("They paid Rs 5 crore.", 5e7, "INR"),
    "other_dollars": ("They paid A$3.2 billion.", 3.2e9, "AUD"),
    "code_before": ("They paid NOK 40m.", 4e7, "NOK"),
    "francs": ("They asked for Sfr2.1m.", 2.1e6, "CHF"),
    "dot_group_of_euros": ("She won 92.000 euros.", 92_000, "EUR"),
    "comma_decimals": ("The debt is 3,5 million euros.", 3.5e6, "EUR"),
    "litre_price": ("It costs €1.785 a litre.", 1.785, "EUR"),
    "hyphened_sum": ("A 25-million-dollar grant was cut.", 2.5e7, "USD"),
    "share_price": ("The £3.18-a-share raid failed.", 3.18, "GBP"),
    "pounds_of_money": ("He was fined 50 pounds.", 50, "GBP"),
    "pounds_of_weight": ("The baby weighed just 5 pounds.", 2.268, "kg"),
    "kroner_of_no_country": ("They paid 900,000 kroner.", 900_000, "kr"),
    "won_after_marks": ("It closed at 1,421.6 won.", 1421.6, "KRW"),
    "speed": ("It rose at 38 cm per second.", 0.38, "m/s"),
    "feet_and_inches_apart": ("He is 5 ft 8 in.", 1.7272, "m"),
    "per_cent": ("Turnout was 83.4 per cent.", 83.4, "%"),
    "percent_in_words": ("Ten percent of plots are dry.", 10, "%"),
    "decimal_without_nought": ("It rose .5 per cent.", 0.5, "%"),
    "quarter_of": ("A quarter of the crew fell ill.", 25, "%"),
    "two_thirds": ("Two-thirds of the forest burned.", 66.667, "%"),
    "one_in_eight": ("One in eight children had none.", 12.5, "%"),
    "four_out_of_five": ("Four out of five voters stayed at home.", 80, "%"),
    "half_the": ("Half the town left.", 50, "%"),
    "fell_by_a_third": ("Sales fell by a third.", 33.333, "%"),
    "percentage_points": ("Support fell by 3 percentage points.", 3, "pp"),
    "basis_points": ("It rose 40 basis points.", 0.4, "pp"),
    "miles": ("She ran 2½ miles.", 4023.36, "m"),
    "a_foot_of": ("A foot of rain fell.", 0.3048, "m"),
    "feet_and_inches": ("He is 6ft 2in tall.", 1.8796, "m"),
    "metres_that_are_high": ("The wall is 5m high.", 5, "m"),
    "hectares": ("It is 64,000ha of land.", 6.4e8, "m2"),
    "acres": ("A 6.2-acre plot was sold.", 25_090.5, "m2"),
    "tonnes": ("The gap is 1.2 mn tonnes.", 1.2e9, "kg"),
    "stones": ("He weighs 12st 4lb.", 78.018, "kg"),
    "flow": ("The flow was 6,800 m³/s.", 6_800, "m3/s"),
    "cusecs": ("The inflow touched 2.4 lakh cusecs.", 6796.04, "m3/s"),
    "celsius": ("It stood at 11C for a night.", 11, "C"),
    "below_nought": ("It fell to -5C.", -5, "C"),
    "fahrenheit": ("It was 104°F.", 40, "C"),
    "hours": ("The siren wailed for 19 hours.", 19 * 3600, "s"),
    "an_hour_and_a_half": ("It lasted an hour and a half.", 5_400, "s"),
    "half_an_hour": ("It lasted half an hour.", 1_800, "s"),
    "hours_and_minutes": ("They sat for 11 hours and 40 minutes.", 42_000, "s"),
    "short_hours": ("He finished in 2hr 18min 44sec.", 8_324, "s"),
    "time_taken": ("Her time was 2:18:44.", 8_324, "s"),
    "years_and_months": ("He got three years and six months.", 3.5 * 31_557_600, "s"),
    "more_than_a_year": ("It took more than a year.", 31_557_600, "s"),
    "age_with_hyphens": ("A six-year-old boy was saved.", 6, "year"),
    "age_after_aged": ("A man aged 71 was saved.", 71, "year"),
    "age_between_commas": ("Anna Ruiz, 71, was saved.", 71, "year"),
    "age_in_words": ("Anna Ruiz, six, was saved.", 6, "year"),
    "age_in_brackets": ("Anna Ruiz (71) was saved.", 71, "year"),
    "age_after_a_hyphened_name": ("Anna Mi-ran, 54, was saved.", 54, "year"),
    "age_of_kin": ("Her son, 5, was saved.", 5, "year"),
    "age_with_years": ("Anna Ruiz, 61 years, was saved.", 61, "year"),
    "age_of": ("A boy 12 years of age was saved.", 12, "year"),
    "third_above": ("It was a third above the plan.", 33.333, "%"),
    "one_third_alone": ("They hold one third.", 33.333, "%"),
    "one_in_a_million": ("One in a million falls ill.", 0.0001, "%"),
    "one_in_every": ("One in every four falls ill.", 25, "%"),
    "quarter_of_an_hour": ("It lasted a quarter of an hour.", 900, "s"),
    "quarter_of_an_audience": ("A quarter of an audience left.", 25, "%"),
    "quarter_century": ("It lasted a quarter-century.", 788_940_000, "s"),
    "pounds_after_a_hyphen": ("A 7-pound baby was born.", 3.17515, "kg"),
    "million_pounds": ("It cost 5 million pounds.", 5e6, "GBP"),
    "age_below": ("People aged under 18 were saved.", 18, "year"),
    "age_in_months": ("A six-month-old baby was saved.", 0.5, "year"),
}
PAIRS: Mapping[str, tuple[str, str, float, float]] = {
    "between": ("Between 200 and 300 people came.", "count", 200, 300),
    "hyphen": ("Some 15-20 cars were burned.", "count", 15, 20),
    "shared_scale": ("$2-3 billion is needed.", "money", 2e9, 3e9),
    "shared_unit": ("From 10 to 12 per cent of pupils were ill.", "share", 10, 12),
    "to": ("It holds 5,000 to 6,000 tonnes.", "measure", 5e6, 6e6),
    "or": ("Two or three people saw it.", "count", 2, 3),
    "terms": ("They face 10-to-12-year terms.", "duration", 315_576_000, 378_691_200),
    "ages": ("Children aged between 10 and 12 sang.", "age", 10, 12),
    "votes": ("The motion passed by 42 votes to 14.", "score", 14, 42),
    "bare_votes": ("It was carried 34 to 23.", "score", 23, 34),
    "goals": ("They lost 1-2.", "score", 1, 2),
    "dozens": ("Dozens of cows drowned.", "vague", 20, 200),
    "tens_of_thousands": ("Tens of thousands of fans queued.", "vague", 20_000, 100_000),
    "several_hundred": ("Several hundred fans queued.", "vague", 200, 1_000),
    "a_couple_of_hundred": ("A couple of hundred fans queued.", "vague", 200, 1_000),
    "in_her_70s": ("A woman in her late 70s died.", "vague", 70, 79),
    "in_his_thirties": ("A man in his thirties died.", "vague", 30, 39),
    "a_handful": ("A handful of fans queued.", "vague", 2, 10),
}
HEDGES: Mapping[str, tuple[str, str | None, bool]] = {
    "at_least": ("At least nine people died.", "at least", False),
    "more_than": ("More than 60 were missing.", "at least", False),
    "up_to": ("Up to four years is the ban.", "at most", False),
    "fewer_than": ("Fewer than 30 houses stand.", "at most", False),
    "just_over": ("Just over eight hours had passed.", "at least", True),
    "just_under": ("Just under 50 left.", "at most", True),
    "nearly": ("Nearly 300 people protested.", None, True),
    "or_so": ("60 or so pupils were sent home.", None, True),
    "odd": ("It employs 9,000-odd staff.", None, True),
    "or_more": ("It needs 50 or more boats.", "at least", False),
    "plus_sign": ("It needs 50+ boats.", "at least", False),
    "minimum_of": ("A minimum of 26 years was set.", "at least", False),
    "minimum_term_of": ("A minimum term of 26 years was set.", "at least", False),
    "another": ("At least another nine people died.", "at least", False),
    "chained": ("A total of more than 50 boats sank.", "at least", False),
    "none": ("Nine people died.", None, False),
}
NOTHING: Mapping[str, str] = {
    "year": "It opened in 1978.",
    "years": "It was built between 1971 and 1978.",
    "season": "They won the 2024-25 season.",
    "decade": "The 1990s were quiet.",
    "year_in_words": "She read Nineteen Eighty-Four.",
    "date": "The deed was signed on 19 July 2024.",
    "american_date": "The deed was signed on July 19.",
    "two_days": "It ran on 5 and 6 May, and on 7-8 June.",
    "slashed_date": "On 11/08 the letter came.",
    "iso_date": "It came on 2024-05-06.",
    "attack": "He was hurt in the 7/7 bombings.",
    "clock": "The boat left at 5.40 am.",
    "clock_with_colon": "Sirens went off at 11:30 p.m. on Tuesday.",
    "bare_clock": "She left at 6.40.",
    "half_past": "It blew at half past eleven.",
    "twenty_past": "It blew at twenty past seven.",
    "o_clock": "They came by the nine o'clock bus.",
    "ten_to_four": "At ten to four it fell.",
    "hours_to_a_clock": "It is open from 6 to 8 p.m.",
    "military_clock": "It left at 1400 hours.",
    "capital_month": "DELHI, AUG 13.",
    "gates": "They stood at Gates 2, 5 and 7.",
    "fold": "It is a 20-fold rise.",
    "model_with_a_capital_inside": "He bought an iPhone 15.",
    "phone": "Call 020 7946 0958.",
    "short_phone": "Call Becky at 555-0134 or 555-1234.",
    "flight": "Flight 370 vanished.",
    "room": "Room 4B was sealed.",
    "seed": "The No. 2 seed lost.",
    "street": "He lives at 24 Port Street.",
    "article": "It breaks Article 5, says Local 88.",
    "articles": "It breaks Articles 5, 6 and 7.",
    "road": "They drove down Route 66.",
    "page": "Turn to page 27.",
    "letters": "The G7 and G20 fly the A380 and the F-16.",
    "illness": "COVID-19 came back.",
    "version": "It runs 3.2.1 at 192.168.0.1.",
    "ordinals": "He came second, she 21st, in the third round.",
    "second_half": "He scored in the second half.",
    "quarter_final": "He scored in the quarter-final.",
    "half_brother": "His half-brother left.",
    "half_a_sentence": "It is half a sentence.",
    "half_empty": "It was half empty.",
    "third_man": "A third man left.",
    "third_year": "A third-year student left.",
    "half_in_words": "It was cut in half.",
    "mixed_marks": "It reads 1,2.3,4 and 00.5 here.",
    "neither_man": "Neither man left.",
    "all_gone": "All but gone, they say.",
    "just_a_couple": "They are a couple.",
    "taken_at_a_time": "It left at 14:05:33.",
    "no_one": "No one was hurt.",
    "one_pronoun": "One must be careful, she said.",
    "one_of": "It is one of the best.",
    "one_day": "They said that one day they will win.",
    "full_one": "It is a full one, he said.",
    "phrase": "It runs 24/7 with a 50-50 chance.",
    "marker": "1. First of all\n\n2. Then",
    "note": "It was so [3].",
    "name": "The Big Four met.",
}
SAME: Mapping[str, tuple[str, str]] = {
    "scales": ("$190 billion", "190bn dollars"),
    "words": ("Twelve people", "12 people"),
    "rounded": ("1,112 jobs", "1,100 jobs"),
    "rounded_millions": ("1.24m jobs", "1.2m jobs"),
    "bounded": ("more than 60 people", "64 people"),
    "both_bounds": ("at least 12 people", "12 people"),
    "at_most": ("up to 50 people", "46 people"),
    "about": ("about 100 people", "93 people"),
    "ranges_that_overlap": ("10 to 12 people", "11 to 15 people"),
    "inside_a_range": ("10 to 12 people", "11 people"),
    "converted": ("6 miles", "10 km"),
    "units_of_time": ("18 months", "a year and a half"),
    "fraction": ("a quarter of the crew", "25 per cent of the crew"),
    "pence": ("345p", "£3.45"),
    "lakh": ("Rs 5 lakh", "500,000 rupees"),
    "scores": ("34 votes to 23", "34-23"),
    "dozen": ("two dozen boats", "23 boats"),
}
DIFFER: Mapping[str, tuple[str, str]] = {
    "counts": ("14 people", "17 people"),
    "small_round_counts": ("20 people", "24 people"),
    "exact_counts": ("1,112 jobs", "1,113 jobs"),
    "shares": ("40 per cent", "41 per cent"),
    "rounded_alike": ("1.2m jobs", "1.3m jobs"),
    "one_billion": ("$1 billion", "$1.4 billion"),
    "far_from_the_bound": ("at least nine people", "at least 12 people"),
    "wrong_side_of_the_bound": ("more than 60 people", "54 people"),
    "about": ("about 100 people", "120 people"),
    "outside_a_range": ("10 to 12 people", "14 people"),
    "none": ("none of the boats", "three boats"),
    "scores": ("34 to 23", "33 to 23"),
    "hours": ("two hours", "three hours"),
}
INCOMPARABLE: Mapping[str, tuple[str, str]] = {
    "currencies": ("$5 million", "€5 million"),
    "share_and_points": ("3 per cent", "3 percentage points"),
    "money_and_count": ("$300", "300 people"),
    "length_and_weight": ("5 km", "5 kg"),
    "age_and_time": ("aged 30", "30 years"),
    "vague": ("dozens of people", "300 people"),
}


def only(text: str) -> Quantity:
    found = quantities_in(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "value", "noun"), VALUES.values(), ids=VALUES)
def test_a_count_has_its_value_and_noun(text: str, value: float, noun: str | None) -> None:
    found = quantities_in(text)[0]
    assert (found.value, found.counted, found.unit) == (value, noun, None)


@pytest.mark.parametrize(("text", "value", "unit"), UNITS.values(), ids=UNITS)
def test_a_measure_is_in_its_base_unit(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert (found.value, found.unit) == (pytest.approx(value, rel=1e-4), unit)


@pytest.mark.parametrize(("text", "kind", "low", "high"), PAIRS.values(), ids=PAIRS)
def test_two_numbers_are_one_quantity(text: str, kind: str, low: float, high: float) -> None:
    found = only(text)
    assert (found.kind, found.low, found.high) == (kind, low, high)


@pytest.mark.parametrize(("text", "bound", "approximate"), HEDGES.values(), ids=HEDGES)
def test_hedges(text: str, bound: str | None, *, approximate: bool) -> None:
    found = only(text)
    assert (found.bound, found.approximate) == (bound, approximate)


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_what_only_looks_like_a_quantity(text: str) -> None:
    assert quantities_in(text) == ()


@pytest.mark.parametrize(
    ("written", "step"),
    [("1.2m people", 1e5), ("1,100 jobs", 100), ("1,112 jobs", 1), ("300 jobs", 10),
     ("20 jobs", 1), ("5 million jobs", 1e6), ("two hundred jobs", 10), ("345p", 0.01),
     ("half a million jobs", 1e5), ("5 km", 1000)],
)  # fmt: skip
def test_how_finely_it_is_told(written: str, step: float) -> None:
    assert only(written).step == pytest.approx(step)


def test_a_quantity_stands_where_it_is_written() -> None:
    text = "At least 12 of the 14 judges paid £3m (€3.5m), a two-year fee, from 5 to 7 per cent."
    found = quantities_in(text)
    assert [text[one.start : one.end] for one in found] == [
        "At least 12", "14", "£3m", "€3.5m", "two-year", "from 5 to 7 per cent",
    ]  # fmt: skip


def test_a_part_and_its_whole_are_told_apart() -> None:
    part, whole = quantities_in("Only 2,400 of the firm's 9,300 jobs stay.")
    assert (part.part, part.whole, whole.part, whole.whole) == (True, False, False, True)
    assert not any(one.part or one.whole for one in quantities_in("12 men and 14 women came."))


def test_pounds_beside_kilograms_weigh() -> None:
    kilograms, pounds = quantities_in("They weigh 1.9 kilograms (4.2 pounds).")
    assert agree(kilograms, pounds) == "same"


def test_a_change_is_two_quantities_of_one_unit() -> None:
    first, second = quantities_in("It rose from 10 to 12 per cent.")
    assert (first.value, first.unit, second.value, second.unit) == (10, "%", 12, "%")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They want it cut to nine hours from 11.", [(9 * 3600, "s"), (11 * 3600, "s")]),
        ("It would shrink from 11 hours to nine.", [(11 * 3600, "s"), (9 * 3600, "s")]),
        ("The rate fell to 4.25 per cent from 4.5.", [(4.25, "%"), (4.5, "%")]),
        ("It rose to $9 million from 7 million.", [(9e6, "USD"), (7e6, "USD")]),
        ("It grew to 300 metres from 20 trees.", [(300, "m"), (20, None)]),
        ("He walked from 20 metres to five boats.", [(20, "m"), (5, None)]),
        ("It runs to two hours from 2019.", [(7200, "s")]),
        ("It opens to 10 hours from 11 June.", [(36000, "s")]),
    ],
)
def test_in_a_change_one_unit_is_said_once(
    text: str, values: list[tuple[float, str | None]]
) -> None:
    assert [(one.value, one.unit) for one in quantities_in(text)] == values


def test_all_but_some_is_vague() -> None:
    found = only("All but three of the 90 crew were saved.")
    assert (found.kind, found.value, found.counted) == ("vague", 87, "crew")


def test_the_words_after_a_number_are_kept_for_who_has_a_parse() -> None:
    found = only("14 former coaches said so.")
    assert found.following == ("former", "coaches")


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_same(pair: tuple[str, str]) -> None:
    one, other = map(only, pair)
    assert agree(one, other) == agree(other, one) == "same"


@pytest.mark.parametrize("pair", DIFFER.values(), ids=DIFFER)
def test_differ(pair: tuple[str, str]) -> None:
    one, other = map(only, pair)
    assert agree(one, other) == agree(other, one) == "differ"


@pytest.mark.parametrize("pair", INCOMPARABLE.values(), ids=INCOMPARABLE)
def test_incomparable(pair: tuple[str, str]) -> None:
    one, other = map(only, pair)
    assert agree(one, other) == agree(other, one) == "incomparable"


@pytest.mark.parametrize(
    "unit",
    ["7", "12 ", "1,", "1.", "123 ", "1-", "1-2 ", "1/", "1:02:", "$", "five ", "five-", "½",
     "a hundred ", "tens of ", "half a ", "two and a half ", "from 5 to ", "12 of the 14 ",
     "at least ", "３", "\n"],
)  # fmt: skip
def test_awkward_texts_are_read_in_linear_time(unit: str, sizes: tuple[int, ...]) -> None:
    texts = {size: unit * (size // len(unit)) for size in sizes}
    assert_linear(sizes, lambda size: lambda: quantities_in(texts[size]))


PIECES = (
    "1", "12", "2019", "9" * 400, ",", ".", " ", "-", "–", "/", ":", "$", "US$", "£", "%", "°",
    "½", "²", "٣", "e5", "a ", "half ", "five ", "twenty", "hundred ", "million ", "dozen ", "of ",
    "the ", "and ", "to ", "from ", "between ", "at least ", "or more", "year", "-old", "May ",
    "No. ", "km ", "ft ", "m ", "p", "one ", "in ", "all but ", "(", ")", "\n\n", "İ", "’s ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join))
def test_any_text_is_read(text: str) -> None:
    found = quantities_in(text)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert one.low is None or one.high is None or one.low <= one.high
        assert abs(one.value) < float("inf")
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_five_thousand_digits_are_no_quantity() -> None:
    assert quantities_in("1" * 5_000) == ()
