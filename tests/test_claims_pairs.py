"""Pairs of statements from news of many kinds: what one claim may hold, and what not."""

import pytest

from builder.extract.statements import statements_in
from builder.model.claims import Claim
from builder.model.findings import Findings
from builder.overrides import ClaimDecision, Decisions
from builder.permalinks import Permalinks
from builder.resolve.claims import claims_of
from builder.resolve.entities.index import EntityIndex
from tests.conftest import article_of

pytestmark = pytest.mark.model


def claims_over(
    parse_as, *texts: str, decisions: Decisions | None = None, all_sentences: bool = True
) -> tuple[Claim, ...]:
    findings = []
    for number, text in enumerate(texts):
        article, doc = parse_as(text, str(number))
        findings.append(
            Findings(
                article=article.id,
                statements=statements_in(doc, article, all_sentences=all_sentences),
            )
        )
    return claims_of(findings, (), EntityIndex(), (), decisions or Decisions(), Permalinks())


@pytest.fixture(scope="session")
def parse_as(nlp):
    def parsed(text: str, id_: str):
        article = article_of(text, id_=id_)
        return article, nlp(text)

    return parsed


def together(claims: tuple[Claim, ...]) -> Claim | None:
    return next((claim for claim in claims if len(claim.statements) > 1), None)


def kinds(claim: Claim) -> set[str]:
    return {difference.kind for difference in claim.differences}


SAME = {
    "a_verb_and_its_noun_for_one_verb": (
        "Fourteen people lost their lives in the blaze at the mill.",
        "Fourteen people died in the fire at the mill.",
    ),
    "passive_and_active": (
        "The council approved the new stadium on Thursday.",
        "The new stadium was approved by the council on Thursday.",
    ),
    "synonym_of_the_verb": (
        "Police arrested two men over the robbery at the jewellery store.",
        "Officers detained two men over the jewellery store robbery.",
    ),
    "retranslated_noun": (
        "The company will supply technological equipment to the airport.",
        "The company will supply technical equipment to the airport.",
    ),
    "openly_condemn_and_openly_denounce": (
        "The bishop has refrained from openly condemning the strike.",
        "The bishop refrains from openly denouncing the strike.",
    ),
    "spelling_of_a_name": (
        "Oleksandr Hrytsenko resigned as mayor of the port city.",
        "Olexandr Hritsenko resigned as mayor of the port city.",
    ),
    "figure_and_word": (
        "The fire destroyed twelve houses in the village of Larch Hill.",
        "The blaze destroyed 12 homes in the village of Larch Hill.",
    ),
    "scale_of_money": (
        "Bexley Foods bought its rival Marn for $1.5 billion.",
        "Bexley Foods acquired its rival Marn for 1.5bn dollars.",
    ),
    "percent_two_ways": (
        "Inflation in Norway rose to 4 per cent in June.",
        "Inflation in Norway rose to 4% in June.",
    ),
    "noun_for_verb": (
        "The minister resigned after the invasion of the archive.",
        "The minister stepped down after the archive was invaded.",
    ),
    "demonym_and_country": (
        "The Danish government closed the last coal mine.",
        "Denmark's government shut the last coal mine.",
    ),
    "rescuers_and_rubble": (
        "Rescue workers dug three children out of the rubble of the school in Larch Hill.",
        "Rescuers dug three children out of the debris of the school in Larch Hill.",
    ),
    "order_of_phrases": (
        "On Sunday the striker scored twice against Leeds.",
        "The striker scored twice against Leeds on Sunday.",
    ),
    "curly_and_straight_marks": (
        "The coach called the referee’s decision “a disgrace to the sport”.",
        'The coach called the referee\'s decision "a disgrace to the sport".',
    ),
}
APART_BY_NUMBER = {
    "toll_of_a_flood": (
        "The flood killed 14 people in the valley.",
        "The flood killed 19 people in the valley.",
    ),
    "share_of_voters": (
        "The party won 31 percent of the vote in Saxony.",
        "The party won 34 percent of the vote in Saxony.",
    ),
    "size_of_a_fine": (
        "The regulator fined the bank $20 million for misleading clients.",
        "The regulator fined the bank $200 million for misleading clients.",
    ),
    "years_in_jail": (
        "The court jailed the former banker for five years.",
        "The court jailed the former banker for seven years.",
    ),
    "score_of_a_match": (
        "The keeper saved 3 penalties in the final against Ghent.",
        "The keeper saved 2 penalties in the final against Ghent.",
    ),
}
NEVER_TOGETHER = {
    "two_matches": ("Rovers beat Albion 3-1 on Saturday.", "Rovers beat City 2-0 on Tuesday."),
    "ordinals": (
        "A second pass over the crater is planned for 14 June.",
        "A third pass over the crater is planned for 14 June.",
    ),
    "two_medals": ("Ben Okoye won a gold medal today.", "Ben Okoye won a silver medal today."),
    "a_number_on_top_of_another": (
        "Five people died in the avalanche above Arlen.",
        "Another two people died in the avalanche above Arlen.",
    ),
    "so_many_more": (
        "The firm will open nine shops in Wales.",
        "The firm will open four more shops in Wales.",
    ),
    "another_number_of_another_thing": (
        "Hale scored 12 points in the second half.",
        "Pruitt finished the game with 31 points.",
    ),
    "different_actor_nation": (
        "Chile welcomed the copper agreement.",
        "Peru welcomed the copper agreement.",
    ),
    "opposite_verbs": (
        "The jury convicted the surgeon of manslaughter.",
        "The jury acquitted the surgeon of manslaughter.",
    ),
    "opposite_direction": (
        "Shares in the carmaker rose 4 percent on Monday.",
        "Shares in the carmaker fell 4 percent on Monday.",
    ),
    "swapped_roles": (
        "Harlow Systems sued Brightwater over the patent.",
        "Brightwater sued Harlow Systems over the patent.",
    ),
    "two_values_of_two_things": (
        "Trade between the nations reached a record $190 billion in 2021.",
        "Bilateral aid has reached $70 billion in 2022.",
    ),
    "shares_of_two_things": (
        "Energy deliveries rose by 40 percent.",
        "Tourist arrivals rose by more than 40 percent.",
    ),
    "same_actor_other_deed": (
        "Prime Minister Ana Lindqvist arrived in Cairo on Monday.",
        "Prime Minister Ana Lindqvist signed a fishing treaty in Cairo.",
    ),
    "same_subject_other_news": (
        "The new bridge over the Tarn cost 80 million euros.",
        "The new bridge over the Tarn will open in spring.",
    ),
}
DENIED = {
    "negated": (
        "The airline has paid the compensation to passengers.",
        "The airline has not paid the compensation to passengers.",
    ),
    "never_and_always": (
        "The mayor met the developers before the vote.",
        "The mayor never met the developers before the vote.",
    ),
    "denied_that": (
        "The bank paid the minister 40,000 euros for the contract in Porto.",
        "The bank denied that it paid the minister 40,000 euros for the contract in Porto.",
    ),
    "rejected_reports_that": (
        "The union called off the strike at the Turin plant on Monday.",
        "The union rejected reports that it called off the strike at the Turin plant on Monday.",
    ),
}
NO_DIFFERENCE = {
    "how_many_did_not_denies_nothing": (
        "Two of the three anchors of the lander did not fire on Monday.",
        "Only one of the three anchors of the lander fired on Monday.",
    ),
    "a_refusal_in_two_verbs": (
        "The mayor refused to say who had built the mill.",
        "The mayor declined to say who had made the mill.",
    ),
    "dollars_of_any_country": (
        "The strike costs the economy C$48m (US$35m) a day.",
        "The strike costs the economy $48 million a day.",
    ),
    "another_kind_of_toll": (
        "The quake killed 52 people and 12 were missing.",
        "The quake killed 52 people and 30 were injured.",
    ),
}
PLANNED = {
    "due_to_visit_and_visited": (
        "The envoy is scheduled to visit Lisbon for talks on fishing.",
        "The envoy visited Lisbon for talks on fishing.",
    ),
    "will_close_and_closed": (
        "The factory in Turin will close with the loss of all jobs.",
        "The factory in Turin closed with the loss of all jobs.",
    ),
    "expected_to_rise_and_rose": (
        "Wheat exports are expected to rise to a record level.",
        "Wheat exports rose to a record level.",
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_claim_holds_what_says_the_same(parse_as, pair):
    claim = together(claims_over(parse_as, *pair))
    assert claim is not None
    assert claim.independent_sources == 2
    assert not kinds(claim) - {"wording"}


@pytest.mark.parametrize("pair", APART_BY_NUMBER.values(), ids=APART_BY_NUMBER)
def test_a_differing_number_is_shown_and_counts_apart(parse_as, pair):
    claim = together(claims_over(parse_as, *pair))
    assert claim is not None
    assert "number" in kinds(claim)
    assert claim.independent_sources == 1


@pytest.mark.parametrize("pair", NEVER_TOGETHER.values(), ids=NEVER_TOGETHER)
def test_two_facts_stand_in_two_claims(parse_as, pair):
    assert together(claims_over(parse_as, *pair)) is None


def test_what_is_probably_the_same_is_linked_both_ways_and_counts_nothing(parse_as):
    one, other = claims_over(
        parse_as,
        "Prime Minister Ana Lindqvist arrived in Cairo on Monday.",
        "Prime Minister Ana Lindqvist signed a fishing treaty in Cairo.",
    )
    assert (one.related, other.related) == ((other.id,), (one.id,))
    assert one.independent_sources == other.independent_sources == 1


def test_claims_merged_by_the_editor_stay_beside_what_was_beside_them(parse_as):
    texts = (
        "Prime Minister Ana Lindqvist arrived in Cairo on Monday.",
        "The prime minister, Ana Lindqvist, signed a fishing treaty.",
        "Wheat exports fell by 4 percent in Norway.",
    )
    arrived, signed, wheat = claims_over(parse_as, *texts)
    merge = ClaimDecision(claim=arrived.id, merge=(wheat.id,), why="seen")
    found = claims_over(parse_as, *texts, decisions=Decisions((merge,)))
    merged = together(found)
    assert merged is not None
    assert merged.related == (signed.id,)


@pytest.mark.parametrize("pair", NO_DIFFERENCE.values(), ids=NO_DIFFERENCE)
def test_what_only_looks_like_a_difference(parse_as, pair):
    claim = together(claims_over(parse_as, *pair, all_sentences=False))
    assert claim is not None
    assert kinds(claim) <= {"wording"}


@pytest.mark.parametrize("pair", PLANNED.values(), ids=PLANNED)
def test_what_was_planned_and_is_done_contradicts_nothing(parse_as, pair):
    claim = together(claims_over(parse_as, *pair))
    assert claim is not None
    assert kinds(claim) <= {"wording"}


@pytest.mark.parametrize("pair", DENIED.values(), ids=DENIED)
def test_a_denial_stands_beside_what_it_denies_and_supports_nothing(parse_as, pair):
    claim = together(claims_over(parse_as, *pair, all_sentences=False))
    assert claim is not None
    (difference,) = [found for found in claim.differences if found.kind == "whether"]
    assert sorted(value.value for value in difference.values) == ["denied", "told as a fact"]
    assert claim.independent_sources == 1
