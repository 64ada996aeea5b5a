//! Owns the facts about `text`. Never shows one.

use super::*;

const LOOSE: Care = Care { case: false, diacritics: false };

/// A text with these accepted and listed wrong answers, in NFD.
fn text(accept: &[&str], wrong: &[&str], care: Care) -> Text {
    let words = |written: &&str| {
        let lower = written.to_lowercase();
        let form = words::fold(if care.case { written } else { &lower }, care.case);
        Words { written: (*written).to_owned(), form, loose: words::loose(&lower) }
    };
    let why = |written: &str| vec![Inline::Plain(format!("not {written}"))];
    let listed = |written: &&str| Wrong { words: vec![words(written)], why: why(written) };
    Text {
        accept: accept.iter().map(words).collect(),
        wrong: wrong.iter().map(listed).collect(),
        exact: care.case,
        strict: care.diacritics,
        typos: true,
    }
}

/// What an answer comes to.
#[derive(Debug, PartialEq)]
enum Found {
    Right,
    Spelling(&'static str),
    Wrong,
    Listed(&'static str),
    None,
}
use Found::{Listed, Right, Spelling};

fn check(text: &Text, given: &str, expect: &Found) {
    let answer = Answer::text(given);
    let (earned, reason, feedback) = match expect {
        Right => (1.0, Reason::Accepted, None),
        Spelling(key) => (1.0, Reason::Spelling { key: (*key).to_owned() }, None),
        Found::Wrong => (0.0, Reason::NotAccepted, None),
        Listed(wrong) => (0.0, Reason::NotAccepted, Some(format!("not {wrong}"))),
        Found::None => {
            assert_eq!((text.mark(&answer), text.feedback(&answer)), (None, None), "{given:?}");
            return;
        }
    };
    let mark = text.mark(&answer).unwrap_or_else(|| panic!("{given:?} has no mark"));
    assert_eq!((mark.earned(), mark.reasons()), (earned, &[reason][..]), "{given:?}");
    assert_eq!(text.feedback(&answer).map(crate::prose::plain), feedback, "{given:?}");
}

#[test]
fn an_accepted_answer_earns_everything_however_it_is_typed() {
    let text = text(&["China’s “net” – now…", "The Hague"], &[], LOOSE);
    for given in ["China's \"net\" - now...", "  the   HAGUE ", "the\u{a0}Hague", "The H\u{ad}ague"] {
        check(&text, given, &Right);
    }
    check(&text, "Haag", &Found::Wrong);
    check(&text, "China's net now", &Found::Wrong);
}

#[test]
fn nothing_written_is_no_answer() {
    let text = text(&["UNO"], &[], LOOSE);
    for given in ["", "  ", "\u{200b}\n"] {
        check(&text, given, &Found::None);
    }
    assert_eq!(text.mark(&Answer::Option(0)), None);
}

#[test]
fn case_counts_where_it_is_exact() {
    check(&text(&["Polish"], &[], LOOSE), "polish", &Right);
    let exact = text(&["Polish"], &["polish"], Care { case: true, ..LOOSE });
    check(&exact, "Polish", &Right);
    check(&exact, "polish", &Listed("polish"));
    check(&exact, "POLISH", &Found::Wrong);
    check(&exact, "Polishh", &Spelling("Polish"));
}

#[test]
fn a_missing_diacritic_is_a_matter_of_spelling_unless_it_is_strict() {
    let cafe = ["cafe\u{301}"];
    for given in ["cafe", "Cafe\u{300}", "CAFE"] {
        check(&text(&cafe, &[], LOOSE), given, &Spelling("cafe\u{301}"));
    }
    let strict = Care { diacritics: true, ..LOOSE };
    check(&text(&cafe, &[], strict), "CAFE\u{301}", &Right);
    check(&text(&cafe, &[], strict), "cafe", &Found::Wrong);
    check(&text(&cafe, &[], strict), "cafe\u{301}s", &Spelling("cafe\u{301}"));
    check(&text(&cafe, &[], strict), "cafes", &Found::Wrong);
    // Without typos, too: a diacritic is none.
    check(&Text { typos: false, ..text(&cafe, &[], LOOSE) }, "cafe", &Spelling("cafe\u{301}"));
}

#[test]
fn a_listed_wrong_answer_comes_before_what_is_forgiven() {
    let resume = text(&["re\u{301}sume\u{301}"], &["resume", "presume"], LOOSE);
    check(&resume, "RESUME", &Listed("resume"));
    check(&resume, "presume", &Listed("presume"));
    check(&resume, "re\u{301}sume", &Spelling("re\u{301}sume\u{301}"));
    // And with its diacritics left out it is still the one that is listed.
    check(&text(&["Zuric"], &["Zu\u{308}rich"], LOOSE), "zurich", &Listed("Zu\u{308}rich"));
}

#[test]
fn a_typo_is_a_matter_of_spelling() {
    let text = text(&["UNO", "sovereignty", "Hague"], &[], LOOSE);
    check(&text, "Hauge", &Spelling("Hague"));
    check(&text, "Hgaeu", &Found::Wrong);
    check(&text, "soverignity", &Spelling("sovereignty"));
    check(&text, "sovrignity", &Found::Wrong);
    check(&text, "UNA", &Found::Wrong);
    check(&Text { typos: false, ..text }, "Hauge", &Found::Wrong);
}

#[test]
fn the_nearest_accepted_answer_is_the_one_that_was_meant() {
    let text = text(&["multilaterals", "multilateral"], &[], LOOSE);
    check(&text, "multilaterol", &Spelling("multilateral"));
    check(&text, "multilaterols", &Spelling("multilaterals"));
}

#[test]
fn a_typo_never_changes_a_number() {
    let text = text(&["January 2016"], &[], LOOSE);
    check(&text, "Januray 2016", &Spelling("January 2016"));
    check(&text, "January 2015", &Found::Wrong);
    check(&text, "January 201", &Found::Wrong);
}

#[test]
fn a_typo_as_near_to_a_listed_wrong_answer_is_none() {
    let text = text(&["multilateral"], &["bilateral", "multilaterals"], LOOSE);
    check(&text, "multilatera", &Spelling("multilateral"));
    // One from each, then one from the wrong one and two from the right one.
    check(&text, "multilaterale", &Found::Wrong);
    check(&text, "multilateralss", &Found::Wrong);
    check(&text, "bilaterall", &Found::Wrong);
}

#[test]
fn the_key_earns_everything() {
    let text = text(&["Straße", "x"], &[], LOOSE);
    check(&text, "STRASSE", &Right);
    assert!(text.mark(&text.key()).is_some_and(|mark| mark.is_full()));
    assert_eq!(text.accepted(), ["Straße", "x"]);
}

#[test]
fn words_that_say_nothing_or_contradict_each_other_are_unsound() {
    assert!(text(&["a"], &["b"], LOOSE).is_sound());
    assert!(!text(&[], &["b"], LOOSE).is_sound());
    assert!(!text(&["a", " "], &[], LOOSE).is_sound());
    assert!(!text(&["a"], &[""], LOOSE).is_sound());
    assert!(!text(&["a"], &["A"], LOOSE).is_sound());
    let silent = Wrong { words: Vec::new(), why: Vec::new() };
    assert!(!Text { wrong: vec![silent], ..text(&["a"], &[], LOOSE) }.is_sound());
}
