"""Quotes of one article: spans, cues, speakers, hearers, relays; and texts that hold none."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from builder.annotate import annotate
from builder.clean import clean
from builder.extract.quotes import quotes_in
from builder.model.article import Article, Metadata, RawArticle
from builder.model.findings import FoundQuote
from builder.model.ids import ArticleId

pytestmark = pytest.mark.model
Parse = Callable[[str], tuple[Article, Doc]]


def quotes(parse: Parse, text: str) -> tuple[FoundQuote, ...]:
    article, doc = parse(text)
    return quotes_in(doc, article)


def speaker(quote: FoundQuote) -> str | None:
    return None if quote.speaker is None else quote.speaker.passage.text


FOUND = [
    pytest.param("“The bridge is safe,” Ana Ruiz said on Monday.", "“The bridge is safe,”",
                 "direct", "Ana Ruiz", id="quote_speaker_verb"),
    pytest.param("“The bridge is safe,” said Ana Ruiz, who leads Acme.", "“The bridge is safe,”",
                 "direct", "Ana Ruiz", id="quote_verb_speaker"),
    pytest.param("Ana Ruiz said: “The bridge is safe.”", "“The bridge is safe.”", "direct",
                 "Ana Ruiz", id="speaker_verb_quote"),
    pytest.param("Ana Ruiz, who leads Acme, told reporters, “The bridge is safe.”",
                 "“The bridge is safe.”", "direct", "Ana Ruiz", id="relative_clause_between"),
    pytest.param("Ana Ruiz: “The bridge is safe for all of us.”",
                 "“The bridge is safe for all of us.”", "direct", "Ana Ruiz", id="label"),
    pytest.param("“The bridge is safe,” said the director of the institute, Ana Ruiz.",
                 "“The bridge is safe,”", "direct", "Ana Ruiz", id="apposition_names_the_speaker"),
    pytest.param("Ana Ruiz said the bridge was not safe.", "the bridge was not safe", "indirect",
                 "Ana Ruiz", id="negation_is_kept"),
    pytest.param("Ana Ruiz asked whether the bridge was safe.", "whether the bridge was safe",
                 "indirect", "Ana Ruiz", id="reported_question"),
    pytest.param("The minister denied that he had met the envoy.", "he had met the envoy",
                 "indirect", "The minister", id="denial"),
    pytest.param("Ruiz's view is that the bridge is unsafe.", "the bridge is unsafe", "indirect",
                 "Ruiz", id="owner_of_the_view_speaks"),
    pytest.param("According to the ministry, the bridge is closed.", "the bridge is closed",
                 "indirect", "the ministry", id="according_to"),
    pytest.param("The bridge is closed, according to the ministry.", "The bridge is closed",
                 "indirect", "the ministry", id="according_to_behind"),
    pytest.param("Ana Ruiz said the bridge was “in a sorry state” and must close.",
                 "the bridge was “in a sorry state” and must close", "mixed", "Ana Ruiz",
                 id="mixed_spans_its_clause"),
    pytest.param("Ties are “at a new level”, she said.", "Ties are “at a new level”", "mixed",
                 "she", id="mixed_before_the_cue"),
    pytest.param("The tax on small farms, Ruiz said, is far too high for them to pay.",
                 "is far too high for them to pay", "indirect", "Ruiz", id="cue_set_in"),
    pytest.param("The captain of a ferry that sank on the river has been arrested, police say, as"
                 " the number of people known to have died rose to 41.",
                 "The captain of a ferry that sank on the river has been arrested", "indirect",
                 "police", id="cue_set_in_before_an_adverbial_clause"),
    pytest.param("“The bridge is safe.” Ruiz said on Monday.", "“The bridge is safe.”", "direct",
                 "Ruiz", id="cue_in_a_sentence_of_its_own"),
    pytest.param("“The bridge is safe for us,” Ruiz chimed.", "“The bridge is safe for us,”",
                 "direct", "Ruiz", id="verb_that_is_no_reporting_verb"),
    pytest.param("“The bridge is safe” – Ana Ruiz", "“The bridge is safe”", "direct", "Ana Ruiz",
                 id="signature"),
    pytest.param("Ruiz called the plan “a sad mistake”.", "“a sad mistake”", "direct", "Ruiz",
                 id="judgement_in_marks"),
    pytest.param("Ruiz had one message: “The bridge must close.”", "“The bridge must close.”",
                 "direct", "Ruiz", id="colon_after_any_verb"),
    pytest.param("Ruiz fired back, “The bridge is safe and sound.”",
                 "“The bridge is safe and sound.”", "direct", "Ruiz", id="comma_after_any_verb"),
    pytest.param("Ruiz's reply was: “The bridge is safe.”", "“The bridge is safe.”", "direct",
                 "Ruiz", id="owner_of_the_reply_speaks"),
    pytest.param("Added Ruiz: “The bridge is safe.”", "“The bridge is safe.”", "direct", "Ruiz",
                 id="verb_before_speaker_before_quote"),
    pytest.param("Ruiz closed the bridge, saying it was unsafe.", "it was unsafe", "indirect",
                 "Ruiz", id="participle_takes_the_subject_of_its_verb"),
    pytest.param("The ministry rejects all talk of a ban, insisting that the rules are fair.",
                 "the rules are fair", "indirect", "The ministry", id="participle_after_a_comma"),
    pytest.param("Roe was told by police that the road was shut.", "the road was shut", "indirect",
                 "police", id="agent_of_a_passive_speaks"),
    pytest.param("France firmly rejects attempts by the bank to link its partnership with Spain "
                 "to the dispute, maintaining that their deals are fair.", "their deals are fair",
                 "indirect", "France", id="participle_after_an_infinitive"),
    pytest.param("Roe, who said the road was shut, left.", "the road was shut", "indirect", "Roe",
                 id="relative_pronoun_is_its_noun"),
    pytest.param("Ruiz promised to repair the bridge.", "to repair the bridge", "indirect", "Ruiz",
                 id="promise"),
    pytest.param("Ruiz said on Monday that the bridge was shut and that two men were hurt.",
                 "the bridge was shut and that two men were hurt", "indirect", "Ruiz",
                 id="two_clauses_of_one_cue"),
    pytest.param("Ruiz confirmed that the bridge would stay shut, calling the news “a blow”.",
                 "the bridge would stay shut", "indirect", "Ruiz",
                 id="clause_before_a_quote_with_its_own_cue"),
    pytest.param("“Not for a while,” came the reply.", "“Not for a while,”", "direct", None,
                 id="nobody_is_named_when_a_reply_comes"),
    pytest.param("“We are going to win” – Green leader Ines Okafor arrives.",
                 "“We are going to win”", "direct", "Ines Okafor", id="signature_with_a_verb"),
    pytest.param("The crowd shouted, “Send them home,” and “Build the bridge.”",
                 "“Send them home,” and “Build the bridge.”", "direct", "The crowd",
                 id="listed_quotes_are_one"),
    pytest.param("“The bridge is safe for every one of us.”\n\n“It was built well,” Ruiz said.",
                 "“The bridge is safe for every one of us.”\n\n“It was built well,”", "direct",
                 "Ruiz", id="paragraph_before_the_cue"),
    pytest.param("His daughter, the novelist Clara Roe, said the house was empty.",
                 "the house was empty", "indirect", "Clara Roe", id="apposition_in_an_apposition"),
    pytest.param("Ruiz told Roe that the road was shut, according to AFP.", "the road was shut",
                 "indirect", "Ruiz", id="the_source_is_no_part"),
    pytest.param("The Royal Institute of Physics said: “He changed how we think about light.”",
                 "“He changed how we think about light.”", "direct",
                 "Royal Institute of Physics", id="whole_name_of_a_body"),
    pytest.param("“The bridge is shut,” AFP quoted Ana Ruiz as saying.", "“The bridge is shut,”",
                 "direct", "Ana Ruiz", id="quoted_as_saying"),
    pytest.param("Ana Ruiz was quoted as saying that the bridge was shut.", "the bridge was shut",
                 "indirect", "Ana Ruiz", id="was_quoted_as_saying"),
    pytest.param("‘Bridge is shut for good’: Ruiz\n\nThe bridge is shut.",
                 "‘Bridge is shut for good’", "direct", "Ruiz", id="headline_ends_with_a_name"),
    pytest.param("Ruiz: ‘Bridge is shut for good’\n\nThe bridge is shut.",
                 "‘Bridge is shut for good’", "direct", "Ruiz", id="headline_opens_with_it"),
    pytest.param("‘Bridge is shut for good’, says Ruiz\n\nThe bridge is shut.",
                 "‘Bridge is shut for good’", "direct", "Ruiz", id="headline_with_a_verb"),
    pytest.param("In Ruiz's view, the bridge is unsafe.", "the bridge is unsafe", "indirect",
                 "Ruiz", id="in_somebodys_view"),
    pytest.param("The view of Ana Ruiz is that the bridge is unsafe.", "the bridge is unsafe",
                 "indirect", "Ana Ruiz", id="view_of_somebody"),
    pytest.param("Because, in her words, “the bridge is unsafe”, she closed it.",
                 "“the bridge is unsafe”", "direct", "her", id="in_her_words"),
    pytest.param("As Ana Ruiz put it, “the bridge is a disaster.”", "“the bridge is a disaster.”",
                 "direct", "Ana Ruiz", id="as_she_put_it"),
    pytest.param("The minister expressed the view that the bridge should be shut.",
                 "the bridge should be shut", "indirect", "The minister",
                 id="noun_that_holds_a_proposition"),
    pytest.param("Ruiz's claim that the bridge is shut angered the council.",
                 "the bridge is shut", "indirect", "Ruiz", id="claim_of_somebody"),
    pytest.param("Ana Ruiz denied having shut the bridge.", "having shut the bridge", "indirect",
                 "Ana Ruiz", id="denial_as_a_gerund"),
    pytest.param("Ana Ruiz wondered why the bridge was shut.", "why the bridge was shut",
                 "indirect", "Ana Ruiz", id="question_she_asked_herself"),
    pytest.param("The mayor urged the council to close the bridge.",
                 "the council to close the bridge", "indirect", "The mayor",
                 id="demand_with_whom_it_is_made_of"),
    pytest.param("“Build the bridge!” came shouts from the crowd.", "“Build the bridge!”",
                 "direct", "the crowd", id="shouts_from_a_crowd"),
    pytest.param("The crowd broke into chants of “Build the bridge!”", "“Build the bridge!”",
                 "direct", "The crowd", id="chants"),
    pytest.param("“The bridge is shut,” Lima delegate Ana Roe, wearing a “No” badge, said.",
                 "“The bridge is shut,”", "direct", "Ana Roe", id="badge_before_the_verb"),
    pytest.param("“If she wants to lead, she should come here,” the editorial read.",
                 "“If she wants to lead, she should come here,”", "direct", "editorial",
                 id="verb_that_the_tagger_took_for_a_noun"),
    pytest.param("“Many are unsure,” Roe wrote in a note saying why he spoke, “but most agree.”",
                 "“but most agree.”", "direct", "Roe", id="second_part_after_a_long_cue"),
    pytest.param("Roe did not seem pleased, telling reporters, “A few people said he should go.”",
                 "“A few people said he should go.”", "direct", "Roe",
                 id="participle_of_the_main_verb"),
    pytest.param("Roe called the plan to open a mill in Lima “an absolute disgrace”.",
                 "“an absolute disgrace”", "direct", "Roe", id="judgement_over_a_long_object"),
    pytest.param("Moore thanked him for “stepping up when others did not.”",
                 "“stepping up when others did not.”", "direct", "Moore", id="thanks"),
    pytest.param("The mayor says “the game is over” because “the rules are gone.”",
                 "“the game is over” because “the rules are gone.”", "direct", "The mayor",
                 id="reason_in_other_marks"),
    pytest.param("She waved.\n\n\"The bridge is old and must go.\nJane Roe, engineer.\"\n\nThen",
                 "\"The bridge is old and must go.", "direct", "Jane Roe",
                 id="pull_quote_with_its_name"),
    pytest.param("From Ruiz's post: “The bridge is shut for all of us.”",
                 "“The bridge is shut for all of us.”", "direct", "Ruiz", id="from_a_post"),
    pytest.param("“It is shut and nobody knows why” the ministry's senior editor Ann Bell said.",
                 "“It is shut and nobody knows why”", "direct", "Ann Bell",
                 id="forgotten_comma"),
    pytest.param("Ana Ruiz, the premier, tweeted in response: “We like Europe.”",
                 "“We like Europe.”", "direct", "Ana Ruiz", id="past_taken_for_a_participle"),
    pytest.param("The columnist David Roe went so far as to say: “The bridge is over.”",
                 "“The bridge is over.”", "direct", "David Roe", id="went_so_far_as_to_say"),
    pytest.param("“Our plan has already forced the council to act,” read the email.",
                 "“Our plan has already forced the council to act,”", "direct", "the email",
                 id="read_without_an_ending"),
    pytest.param("His campaign sent out a text message to supporters saying: “We won the vote.”",
                 "“We won the vote.”", "direct", "His campaign", id="who_sends_a_message_speaks"),
    pytest.param("The words were odd, like “maybe” and “perhaps”, he told reporters.",
                 "The words were odd, like “maybe” and “perhaps”", "mixed", "he",
                 id="marks_at_the_end_of_what_is_told"),
    pytest.param("A band, in which Roe sang and which said the hall was full, left.",
                 "the hall was full", "indirect", "A band", id="second_relative_clause"),
    pytest.param("“The road is closed for good and all” – the mayor arrived at the count.",
                 "“The road is closed for good and all”", "direct", None,
                 id="who_arrives_signs_nothing"),
    pytest.param("The Star reported that, according to the mayor, 85 bridges were shut.",
                 "according to the mayor, 85 bridges were shut", "indirect",
                 "The Star", id="source_within_the_content"),
    pytest.param("“With respect, Madam Secretary,” Crewe shot back, “you have lost it.”",
                 "“you have lost it.”", "direct", "Crewe", id="verb_with_its_particle"),
    pytest.param("Jane “Bulldog” Roe told AFP: “We are done.”", "“We are done.”", "direct",
                 "Jane “Bulldog” Roe", id="nickname_in_a_name"),
    pytest.param("In a note to the Observer, her adviser, Jake Sully, said: “We like Europe.”",
                 "“We like Europe.”", "direct", "Jake Sully", id="subject_the_parse_lost"),
    pytest.param("The case will be handed to the ombudsman, Minister Ana Ruiz told reporters.",
                 "The case will be handed to the ombudsman", "indirect", "Ana Ruiz",
                 id="told_behind_the_sentence"),
    pytest.param("One of the clerks has confirmed to us that the letters are real.",
                 "the letters are real", "indirect", "One of the clerks", id="one_of_several"),
    pytest.param("The pensions are safe, as the mayor, Ana Ruiz, confirmed.",
                 "The pensions are safe", "indirect", "Ana Ruiz", id="as_somebody_confirmed"),
    pytest.param("Ana Ruiz told the same call that such a promise cannot be given by anyone.",
                 "such a promise cannot be given by anyone", "indirect", "Ana Ruiz",
                 id="told_an_occasion_that"),
    pytest.param("“We are ready for anything now,” Marsh, 70, told CNN's Ann Bell.",
                 "“We are ready for anything now,”", "direct", "Marsh", id="age_beside_the_name"),
]  # fmt: skip
NOTHING = [
    pytest.param("The bridge was closed on Monday.", id="plain_sentence"),
    pytest.param("Her book, “The Long Way”, sold well.", id="title"),
    pytest.param("Jonas “the Fox” Roe won the race.", id="nickname"),
    pytest.param("The so-called “experts” were late.", id="scare_marks"),
    pytest.param("That said, the bridge is old.", id="that_said_reports_no_one"),
    pytest.param("Her song, “Go,” she sang on CNN's “New Day”.", id="titles_beside_verbs"),
    pytest.param("'A fight to the end.'\n\nThe race began.", id="line_in_marks_is_a_heading"),
    pytest.param("She declared herself satisfied with it.", id="reflexive_is_no_clause"),
    pytest.param("Voters who say the economy is bad were split.", id="nobody_in_particular"),
    pytest.param("It is safe to say he likes tea.", id="nobody_says_what_is_safe_to_say"),
    pytest.param("The story never ran: nobody wrote it.", id="sentence_before_a_colon"),
    pytest.param("He drank a cocktail called “Night of Stars”, she knew.", id="name_of_a_thing"),
    pytest.param("Among those at risk, according to Ruiz, are two mills.", id="half_a_sentence"),
    pytest.param("Roe was praised by the council and told that the road was shut.",
                 id="told_by_nobody_named"),
    pytest.param("The mayor left the hall, and Ana Ruiz told her mother.", id="another_deed"),
    pytest.param("The road is as bad as the mayor said.", id="a_comparison"),
    pytest.param("Ana Ruiz has never said that the bridge was shut.", id="what_was_not_said"),
    pytest.param("Roe declined to say whether the bridge was shut.", id="refusal_to_say"),
    pytest.param("No official said the bridge was shut.", id="no_official"),
    pytest.param("Nobody said that the bridge was shut.", id="nobody"),
    pytest.param("The dam holds if the mayor says that it does.", id="supposition"),
    pytest.param("It is said that the bridge is cursed.", id="impersonal_report"),
    pytest.param("Ruiz rejected the claim that the bridge was shut.", id="claim_of_another"),
    pytest.param("The aid went to a paper calling for “an end to all the tolls”.",
                 id="paper_calls_for_nothing"),
    pytest.param("Harare issued a paper calling for the bridge to be shut.", id="paper_alone"),
    pytest.param("The hall was full. “The Way Home” is a play about a mill.",
                 id="title_that_opens_a_sentence"),
    pytest.param("He wrote under the pseudonym “Ray Marlow” for years.", id="pseudonym"),
    pytest.param("\"Player of the match\" Lou Banks scored twice.", id="nickname_in_front"),
    pytest.param("\"Met accused of a lie,\" by Star's Kath Bone: \"A man is suing the Met, saying"
                 " that it has put up a false sign.\"", id="excerpt_of_another_article"),
    pytest.param("“Not yet,” came over the loud radio.", id="nobody_s_words_come"),
    pytest.param("The banner, “Peace and bread for us all,” flew high.", id="banner"),
    pytest.param("Roe left for good, under the slogan “Peace”.", id="slogan_of_a_word"),
    pytest.param("He told them so: the rain was to blame.", id="telling_without_its_content"),
    pytest.param("She waved.\n\n\"The bridge is old and must go.\nWe left it, engineer.\"\n\nThen",
                 id="sentence_is_no_signature"),
    pytest.param("When: noon\nWhere: Lima\nWho: Ana Ruiz", id="labels_of_a_list"),
    pytest.param("", id="nothing_at_all"),
]  # fmt: skip
BAD = [
    pytest.param("“ ” “ ”” ““ said he “", id="unbalanced"),
    pytest.param("“" + "The whole article is one quote. " * 40 + "”", id="all_in_quotes"),
    pytest.param(
        "“a ‘b “c ‘d “e ‘f “g ‘h “i” h’ g” f’ e” d’ c” b’ a,” Ruiz said.", id="nine_deep"
    ),
    pytest.param("\u202b“The bridge is safe,”\u202c\u200f Ruiz said.", id="right_to_left"),
    pytest.param("'The dogs' owners' dog's day', Roe said o' the '90s.", id="apostrophes"),
]


INTERVIEWS = [
    pytest.param("Daily Star: Is the bridge shut?\n\nAna Ruiz: It is shut “for good”, we said.\n\n"
                 "And it will stay so.\n\nDaily Star: When will it open?\n\n"
                 "Ana Ruiz: Never.\n\nThe mayor left.",
                 [("Is the bridge shut?", "Daily Star"),
                  ("It is shut “for good”, we said.", "Ana Ruiz"),
                  ("And it will stay so.", "Ana Ruiz"),
                  ("When will it open?", "Daily Star"), ("Never.", "Ana Ruiz")],
                 id="names_of_those_who_speak"),
    pytest.param("Q: Is it shut?\nA: It is. We said so.\nQ. Will it open?\nA. No.",
                 [("Is it shut?", None), ("It is. We said so.", None), ("Will it open?", None),
                  ("No.", None)], id="letters_name_nobody"),
    pytest.param("Tom Frayn: Is it shut?\nNell Byrne: It is.\nTF: Will it open?\nNB: No.",
                 [("Is it shut?", "Tom Frayn"), ("It is.", "Nell Byrne"),
                  ("Will it open?", "Tom Frayn"), ("No.", "Nell Byrne")],
                 id="first_letters_of_names"),
    pytest.param("Ana Ruiz: Is it shut?\nTom Roe: No.\nAna Ruiz: I see.\nPhotos: Acme\nIt rains.",
                 [("Is it shut?", "Ana Ruiz"), ("No.", "Tom Roe"), ("I see.", "Ana Ruiz")],
                 id="another_label_ends_it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "turns"), INTERVIEWS)
def test_interview_is_read_turn_by_turn(
    parse: Parse, text: str, turns: list[tuple[str, str | None]]
) -> None:
    assert [(quote.passage.text, speaker(quote)) for quote in quotes(parse, text)] == turns


AFTER = [
    pytest.param("Roe said “no, never.” “It is over.” Marsh said “yes, it is”.", "Roe",
                 id="who_says_the_next_words_says_not_these"),
    pytest.param("Humphrey, who calls the plan “a sad joke,” said he would leave.", "Humphrey",
                 id="relative_clause_with_marks_is_his"),
    pytest.param("Though he had called it “odd and rather old,” Roe said the bridge was safe.",
                 "he", id="cue_with_its_own_content_takes_no_marks"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who"), AFTER)
def test_first_marked_words_are(parse: Parse, text: str, who: str) -> None:
    first = next(quote for quote in quotes(parse, text) if "“" in quote.passage.text)
    assert speaker(first) == who


def test_bare_chuckle_and_its_speaker(parse: Parse) -> None:
    (quote,) = quotes(parse, "“It is late for all of us,” winked Roe. She left.")
    assert speaker(quote) == "Roe"


def test_outlet_that_quotes_the_speaker_relays(parse: Parse) -> None:
    (quote,) = quotes(parse, "“The bridge is shut,” Reuters quoted Ana Ruiz as saying.")
    assert quote.via is not None
    assert quote.via.text == "Reuters"


def test_outlet_that_a_speaker_is_quoted_by_relays(parse: Parse) -> None:
    (quote,) = quotes(parse, "Ana Ruiz was quoted by Reuters as saying the bridge was shut.")
    assert speaker(quote) == "Ana Ruiz"
    assert quote.via is not None
    assert quote.via.text == "Reuters"


def test_signatures_read_as_a_list_are_signatures_still(nlp: Language) -> None:
    text = "“The bridge is shut.”\n\n- Ana Ruiz\n\n“It is open.”\n\n- Jonas Roe"
    dashes = tuple((at, at + 1, " ") for at, sign in enumerate(text) if sign == "-")
    article = Article(
        id=ArticleId("a"), file="a", text=text, sha256="", metadata=Metadata(), substitutes=dashes
    )
    ((_, doc),) = annotate([article], nlp)
    assert [speaker(quote) for quote in quotes_in(doc, article)] == ["Ana Ruiz", "Jonas Roe"]


def test_pull_quote_in_other_marks_is_not_joined(parse: Parse) -> None:
    text = '“It is late,” Ruiz said. “We must go now.”\n\n"We must go now, she said, and left."'
    passages = [quote.passage.text for quote in quotes(parse, text)]
    assert "“We must go now.”" in passages


@pytest.mark.parametrize(("text", "span", "kind", "who"), FOUND)
def test_a_quote_is_found(parse: Parse, text: str, span: str, kind: str, who: str | None) -> None:
    found = {quote.passage.text: (quote.kind, speaker(quote)) for quote in quotes(parse, text)}
    assert found.get(span) == (kind, who)


@pytest.mark.parametrize("text", NOTHING)
def test_no_quote_is_invented(parse: Parse, text: str) -> None:
    assert quotes(parse, text) == ()


@pytest.mark.parametrize("text", BAD)
def test_bad_marks_lose_no_article(parse: Parse, text: str) -> None:
    for quote in quotes(parse, text):
        assert text[quote.passage.start : quote.passage.end] == quote.passage.text
        assert 0 <= quote.confidence <= 1


def test_a_long_article_without_a_full_stop_is_read(parse: Parse) -> None:
    text = "and Ruiz said the bridge was “not safe” as the mayor told AFP it would close " * 1300
    assert len(text) > 100_000
    assert quotes(parse, text)


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("At a forum in Ghent, Ana Ruiz said the mill would close.", "At a forum in Ghent"),
        ("“We are ready,” Ruiz told the envoy during their meeting.", "during their meeting"),
        ("“I agree,” Roe said at the conference, which lasted an hour.", "at the conference"),
        ("“We are ready,” Ruiz told a news conference.", "a news conference"),
        ("Ruiz said on Monday that she was glad.", None),
    ],
)
def test_occasion_is_named_by_the_words_of_the_cue(
    parse: Parse, text: str, occasion: str | None
) -> None:
    (quote,) = quotes(parse, text)
    assert (quote.occasion and quote.occasion.text) == occasion


def test_split_quote_shares_its_cue(parse: Parse) -> None:
    first, second = quotes(parse, "“It is late,” Ana Ruiz said. “We must go now.”")
    assert first.group == second.group is not None
    assert first.cue == second.cue
    assert not second.speaker_inferred


def test_floating_quote_takes_the_last_speaker(parse: Parse) -> None:
    text = "“It is late,” Ana Ruiz said.\n\n“We have waited for weeks and must go now.”"
    *_, floating = quotes(parse, text)
    assert speaker(floating) == "Ana Ruiz"
    assert floating.speaker_inferred
    assert floating.confidence < 0.9


def test_quote_over_two_paragraphs_is_one(parse: Parse) -> None:
    (quote,) = quotes(parse, "“It is late and dark.\n\n“We must go now,” Ana Ruiz said.")
    assert quote.passage.text == "“It is late and dark.\n\n“We must go now,”"


def test_pieces_of_a_mixed_quote_are_kept(parse: Parse) -> None:
    (quote,) = quotes(parse, "Ruiz said the deal was “a mistake” and “a shame” for the city.")
    assert [piece.text for piece in quote.pieces] == ["“a mistake”", "“a shame”"]


def test_name_is_given_without_its_title(parse: Parse) -> None:
    (quote,) = quotes(parse, "“It is late,” Prime Minister Ana Ruiz said.")
    assert speaker(quote) == "Ana Ruiz"


def test_pronoun_stands_for_who_spoke_last(parse: Parse) -> None:
    text = (
        "“It is late,” Ana Ruiz told Jonas Roe. “We must go.” She went on.\n\n“So go,” she said."
    )
    last = quotes(parse, text)[-1]
    assert last.speaker is not None
    assert last.speaker.form == "pronoun"
    assert last.speaker.antecedents[0].text == "Ana Ruiz"


def test_honorific_tells_he_from_she(parse: Parse) -> None:
    text = "Mr. Roe met Mrs. Ruiz on Monday. “It is late,” she said."
    last = quotes(parse, text)[-1]
    assert last.speaker is not None
    assert [name.text for name in last.speaker.antecedents] == ["Ruiz"]


def test_noun_phrase_stands_for_whom_the_article_described(parse: Parse) -> None:
    text = "President Ana Ruiz met Jonas Roe on Monday. “It is late,” said the president."
    last = quotes(parse, text)[-1]
    assert last.speaker is not None
    assert last.speaker.form == "nominal"
    assert [name.text for name in last.speaker.antecedents] == ["Ana Ruiz"]


def test_unknown_noun_phrase_stays_open(parse: Parse) -> None:
    (quote,) = quotes(parse, "“It is late,” said a spokesman.")
    assert speaker(quote) == "a spokesman"
    assert quote.speaker is not None
    assert quote.speaker.antecedents == ()


def test_person_told_is_the_addressee(parse: Parse) -> None:
    (quote,) = quotes(parse, "“It is late,” Ana Ruiz told Jonas Roe.")
    assert quote.addressee is not None
    assert quote.addressee.passage.text == "Jonas Roe"
    assert quote.told_to is None


def test_outlet_told_is_no_addressee(parse: Parse) -> None:
    (quote,) = quotes(parse, "“It is late for the whole city,” Ana Ruiz told Reuters.")
    assert quote.addressee is None
    assert quote.told_to is not None
    assert quote.told_to.text == "Reuters"


def test_outlet_of_an_interview_is_told_to(parse: Parse) -> None:
    (quote,) = quotes(parse, "“It is late,” Ana Ruiz said in an interview with CNN.")
    assert quote.told_to is not None
    assert quote.told_to.text == "CNN"


def test_report_around_a_quote_relays_it(parse: Parse) -> None:
    (quote,) = quotes(
        parse, "Ana Ruiz said the bridge was closed, reported state media on Monday."
    )
    assert speaker(quote) == "Ana Ruiz"
    assert quote.via is not None
    assert quote.via.text == "state media"


def test_outlet_speaks_where_nobody_else_does(parse: Parse) -> None:
    (quote,) = quotes(
        parse, "The two firms are in talks about a deal, the Reuters news agency reported."
    )
    assert quote.via is not None
    assert quote.via.text == "Reuters"


@pytest.mark.parametrize(
    "text", ["People said the ship had sunk.", "Ana Ruiz told people that the ship had sunk."]
)
def test_a_common_word_is_no_outlet(parse: Parse, text: str) -> None:
    (quote,) = quotes(parse, text)
    assert quote.via is None
    assert quote.told_to is None


def test_who_asked_is_left_open(parse: Parse) -> None:
    (quote,) = quotes(parse, "Ruiz was asked, “Is the bridge safe?”")
    assert quote.speaker is None


def test_readout_relays_a_direct_quote(parse: Parse) -> None:
    text = "Ruiz told Roe that “ties are at a new and high level”, according to a note by Xinhua."
    (quote,) = quotes(parse, text)
    assert speaker(quote) == "Ruiz"
    assert quote.via is not None
    assert quote.via.text == "Xinhua"


def test_marked_paragraph_that_no_one_speaks_is_kept_as_unsure(parse: Parse) -> None:
    text = "The hall was dark.\n\n“We have waited for weeks and nobody has come to help us.”"
    (quote,) = quotes(parse, text)
    assert quote.speaker is None
    assert quote.confidence < 0.5


def test_blank_paragraph_between_marks_makes_one_passage(parse: Parse) -> None:
    text = "“It is late,” Ruiz said. “We must go.”\n\n“Nobody will wait for us any longer.”"
    passages = [quote.passage.text for quote in quotes(parse, text)]
    assert passages[-1] == "“We must go.”\n\n“Nobody will wait for us any longer.”"


def test_saying_of_no_one_keeps_no_speaker(parse: Parse) -> None:
    (quote,) = quotes(parse, "It was true to the old saying, “many hands make light work.”")
    assert quote.speaker is None
    assert quote.confidence < 0.5


ANTECEDENTS = [
    pytest.param("Clara Roe met Paul Lind. He said it was late.", ["Paul Lind"],
                 id="given_name_tells_the_sex"),
    pytest.param("Sir Anthony Roe wed Clara Roe. It rained. Roe was angry. He said it was late.",
                 ["Roe", "Anthony Roe"], id="surname_of_two_and_the_full_name_that_fits"),
    pytest.param("Mary Roe left. A spokeswoman said it was late. She said it was dark.",
                 ["A spokeswoman"], id="speaker_without_a_name_stays_so"),
    pytest.param("Mary Roe met Clara Lind. She said Lind was late.", ["Mary Roe"],
                 id="who_is_spoken_of_does_not_speak"),
    pytest.param("Paul Lind, the captain, left. Bo Roe sang. The captain was held. He said it was "
                 "late.", ["Paul Lind"], id="who_is_told_of_by_his_office"),
    pytest.param("Mary Roe met Clara Lind. She told Lind: “It is late.”", ["Mary Roe"],
                 id="who_is_told_does_not_speak"),
    pytest.param(
        "Aku Roe said it was shut.\n\nIt rained.\n\nAn ally of Ms Lind came.\n\nHe said "
        "it was late.\n\nMr Roe left.",
        ["Aku Roe"],
        id="title_tells_that_of_the_full_name",
    ),
    pytest.param("Clara Roe is dead. Paul Lind knew her. Mr Roe left. He said it was late.",
                 ["Roe"], id="title_tells_the_sex_where_two_bear_the_surname"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), ANTECEDENTS)
def test_pronoun_stands_for(parse: Parse, text: str, names: list[str]) -> None:
    last = [quote for quote in quotes(parse, text) if speaker(quote) in {"He", "She"}][-1]
    assert last.speaker is not None
    assert [name.text for name in last.speaker.antecedents][: len(names) or None] == names


def test_who_speaks_is_not_who_is_told(parse: Parse) -> None:
    (quote,) = quotes(parse, "Mary Roe met Clara Lind. Roe told her: “It is late.”")
    assert quote.addressee is not None
    assert quote.addressee.antecedents[0].text == "Clara Lind"


TOLD = [
    pytest.param("In an interview with CNN, Ruiz said the tax was too high.", "CNN",
                 id="interview_named_first"),
    pytest.param("Speaking to Sky News, Ruiz said the tax was too high.", "Sky News",
                 id="speaking_to"),
    pytest.param("“We are ready,” Ruiz told CNN's Anna Bell.", "CNN", id="reporter_of_an_outlet"),
    pytest.param("“We are ready,” Ruiz told the BBC's Newsday programme.", "BBC",
                 id="programme_of_an_outlet"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outlet"), TOLD)
def test_outlet_is_told_to(parse: Parse, text: str, outlet: str) -> None:
    (quote,) = quotes(parse, text)
    assert quote.told_to is not None
    assert quote.told_to.text == outlet


NAMELESS = [
    pytest.param(
        "Yuki Tanaka, the author, was there. The authors said it was late.",
        "The authors",
        id="several_are_not_the_one_whom_the_article_names",
    ),
    pytest.param(
        "The Ghana youth international added that he was late.",
        "The Ghana youth",
        id="words_without_a_capital",
    ),
]


@pytest.mark.parametrize(("text", "words"), NAMELESS)
def test_words_name_nobody(parse: Parse, text: str, words: str) -> None:
    (quote,) = quotes(parse, text)
    assert quote.speaker is not None
    assert (quote.speaker.passage.text, quote.speaker.antecedents) == (words, ())


FLOATING = [
    pytest.param(
        "“It is open,” Roe said. “I saw it,” Marsh said. He left. “It was good to see.”",
        "Marsh",
        id="who_spoke_last",
    ),
    pytest.param(
        "“It is shut,” Roe told the Star when asked if he had met Ruiz. He left at noon."
        " “She was charming to all of us.”",
        "Roe",
        id="not_who_asked",
    ),
    pytest.param(
        "“It is shut,” Roe said.\n\nThe hall was dark.\n\nIt was cold.\n\n“We have waited"
        " for weeks and nobody has come to help us.”",
        None,
        id="nobody_from_far_away",
    ),
]


@pytest.mark.parametrize(("text", "who"), FLOATING)
def test_floating_quote_belongs_to(parse: Parse, text: str, who: str | None) -> None:
    assert speaker(quotes(parse, text)[-1]) == who


def test_several_who_spoke_are_they(parse: Parse) -> None:
    last = quotes(parse, "Acme fell. Officials said it was late. They said it was dark.")[-1]
    assert last.speaker is not None
    assert last.speaker.passage.text == "They"
    assert [name.text for name in last.speaker.antecedents] == ["Officials"]


def test_what_is_said_goes_on_behind_its_cue(parse: Parse) -> None:
    text = (
        "The city met. He had retired in 2022, Ana Ruiz said, and had never set eyes on the file."
    )
    assert [quote.passage.text for quote in quotes(parse, text)] == [
        "He had retired in 2022", "had never set eyes on the file",
    ]  # fmt: skip


def test_what_the_speaker_does_next_is_not_said(parse: Parse) -> None:
    text = "The city met. He had retired in 2022, Ana Ruiz said, and left the hall at once."
    assert "left the hall" not in " ".join(q.passage.text for q in quotes(parse, text))


def test_it_is_the_words_of_who_wrote_them(parse: Parse) -> None:
    text = "The judge left. In a letter Clara Lind said it was late. “It was dark,” it read."
    last = quotes(parse, text)[-1]
    assert last.speaker is not None
    assert [name.text for name in last.speaker.antecedents] == ["Clara Lind"]


def test_heading_in_marks_does_not_float(parse: Parse) -> None:
    article, doc = parse("“It is late for us,” Roe said.\n\n“The Long Way Home”\n\nShe left.")
    at = article.text.index("“The Long")
    headed = replace(article, headings=((at, at + len("“The Long Way Home”")),))
    assert [quote.passage.text for quote in quotes_in(doc, headed)] == ["“It is late for us,”"]


def test_content_may_name_the_body_that_says_it(parse: Parse) -> None:
    text = "Reuters was there. Shipping group Nordvik will cut 400 jobs, it said on Tuesday."
    (quote,) = quotes(parse, text)
    assert quote.speaker is not None
    assert quote.speaker.antecedents[0].text == "Nordvik"


RELAYED = [
    pytest.param(
        "“It is shut,” she said, according to state news agency Andina.",
        "Andina",
        id="agency_that_no_register_knows",
    ),
    pytest.param(
        "Ana Roe said the bridge was shut, the newspaper El Sol reported.",
        "El Sol",
        id="name_behind_the_newspaper",
    ),
    pytest.param(
        "The talks failed, according to the private broadcaster Kanal 5.",
        "Kanal 5",
        id="name_with_a_number",
    ),
]


@pytest.mark.parametrize(("text", "outlet"), RELAYED)
def test_outlet_relays(parse: Parse, text: str, outlet: str) -> None:
    (quote,) = quotes(parse, text)
    assert (quote.via and quote.via.text, quote.told_to) == (outlet, None)


def test_readout_relays_what_was_told(parse: Parse) -> None:
    text = "Wei told Ruiz that the deal was done, according to a readout by Xinhua."
    (quote,) = quotes(parse, text)
    assert (speaker(quote), quote.via and quote.via.text) == ("Wei", "Xinhua")


def test_text_without_full_stops_is_read(parse: Parse) -> None:
    found = quotes(parse, "Ruiz said the road was shut and the envoy said it was open and " * 60)
    assert {speaker(quote) for quote in found} >= {"Ruiz", "the envoy"}


SPLIT = [
    "“Colin said a word and we put the tent up,” she told the Mercury yesterday. “At ten t",
    "Joan Dunn met Tom Roe. “Roe said no,” she told the paper. “We will ask again.”",
    "Joan Dunn met Eve Roe. “Eve said no,” she told the paper. “Eve will not say it again.”",
]


@pytest.mark.parametrize("text", SPLIT)
def test_parts_of_one_quote_have_one_speaker(parse: Parse, text: str) -> None:
    """A part that names somebody rules them out for the other part too."""
    article, doc = parse(text)
    first, last = quotes_in(doc, article)
    assert first.group == last.group is not None
    assert first.speaker == last.speaker


def test_a_label_is_not_named_by_the_words_behind_it(parse: Parse) -> None:
    text = (
        "We met her in a house near Gys.\n\nInterview: You broke a silence. Were you warned?\n\n"
        "Ana Ruiz: yes\n\nInterview: Janwanghwamun.\n\nNamsa"
    )
    for quote in quotes(parse, text):
        speaker = quote.speaker
        assert speaker is None or speaker.passage.end <= quote.passage.start


HEADLINES = [
    ("‘You ate your supper’: fury of judge", {"‘You ate your supper’": "Ruiz"}),
    ("‘YOU ATE YOUR SUPPER’: fury of judge", {"‘YOU ATE YOUR SUPPER’": "Ruiz"}),
    ("‘Nobody sold the mill’: fury of judge", {}),
    ("‘Supper’ judge is furious", {}),
    ("‘You ate your supper: fury of judge", {}),
]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_headline_s_words_are_whose_quote_they_are_cut_from(nlp, headline, expected) -> None:
    text = f"{headline}\n\n“You went home and then you ate your supper,” Ruiz said on Friday.\n"
    raw = RawArticle(id=ArticleId("a"), file="a", text=text, sha256="", metadata=Metadata())
    ((read, doc),) = annotate([clean(raw)], nlp)
    found = [q for q in quotes_in(doc, read) if q.speaker and q.passage.end <= len(headline)]
    assert {quote.passage.text: speaker(quote) for quote in found} == expected
    assert all(quote.speaker_inferred for quote in found)
