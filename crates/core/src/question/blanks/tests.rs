//! Owns the facts about `blanks`, of what is written by authors too. Never compares the words of a diagnostic.

use super::*;
use crate::bank::fixture::{BANK, question, set, verified};
use crate::question::{Kind, choice};

/// A question of the kind, with what an author writes about its sentence and blanks.
fn written(more: &str) -> String {
    format!(
        "[[question]]\nid = 'a'\nkind = 'blanks'\nprompt = 'Fill.'\nexplanation = 'So.'\n\
         quote = 'The dog lay on the rug'\n{more}"
    )
}

const SENTENCE: &str = "sentence = 'The {who} *lay* on {count} rugs of {place}.'\n";
const WHO: &str = "[[question.blanks]]\nname = 'who'\nkind = 'text'\naccept = ['dog', 'hound']\n\
    [[question.blanks.wrong]]\ntext = 'cat'\nwhy = 'It *sat*.'\n";
const COUNT: &str = "[[question.blanks]]\nname = 'count'\nkind = 'number'\nvalue = 1\n";
const PLACE: &str = "[[question.blanks]]\nname = 'place'\nkind = 'choice'\n\
    [[question.blanks.options]]\ntext = 'wool'\nwhy = 'No.'\n\
    [[question.blanks.options]]\ntext = 'silk'\nwhy = 'Yes.'\ncorrect = true\n";

/// What comes of a question, after its diagnostics are compared with those expected: codes, and the words marked.
fn read(more: &str, expect: &[(&str, &str)]) -> Option<Blanks> {
    let one = set(&[written(more)]);
    let (bank, list) = verified(BANK, &one, &set(&[question("b", "quote = 'The dog lay on the rug'")]));
    let found: Vec<(&str, &str)> =
        list.iter().map(|found| (found.code, &one[found.span.start..found.span.end])).collect();
    assert_eq!(found, expect, "{list:#?}");
    let Kind::Blanks(blanks) = bank?.sets()[0].questions()[0].kind.clone() else { panic!("another kind") };
    Some(blanks)
}

fn blanks() -> Blanks {
    // The author's order is not the sentence's.
    read(&[SENTENCE, PLACE, WHO, COUNT].concat(), &[]).unwrap()
}

fn text(given: &str) -> Option<Answer> {
    Some(Answer::text(given))
}

fn check(parts: &[Option<Answer>], expect: Option<(f64, usize)>) {
    let mark = blanks().mark(&Answer::Parts(parts.to_vec()));
    let found = mark.map(|mark| match mark.reasons() {
        [Reason::Filled { right, all: 3 }] => (mark.earned(), *right),
        other => panic!("{other:?}"),
    });
    assert_eq!(found, expect, "{parts:?}");
}

#[test]
fn a_mark_is_the_mean_of_the_blanks() {
    let silk = Some(Answer::Option(1));
    check(&[text("dog"), text("1"), silk.clone()], Some((1.0, 3)));
    check(&[text("hound"), text("2"), silk.clone()], Some((2.0 / 3.0, 2)));
    check(&[text("cat"), text("1,0"), Some(Answer::Option(0))], Some((1.0 / 3.0, 1)));
    check(&[text("cat"), text("2"), Some(Answer::Option(0))], Some((0.0, 0)));
}

#[test]
fn a_blank_without_an_answer_earns_nothing() {
    check(&[text("dog"), None, None], Some((1.0 / 3.0, 1)));
    check(&[text("dog"), text("one"), text("").filter(|_| false)], Some((1.0 / 3.0, 1)));
    check(&[text(" "), text("1"), None], Some((1.0 / 3.0, 1)));
}

#[test]
fn nothing_filled_is_no_answer() {
    check(&[None, None, None], None);
    check(&[text(""), text("one"), None], None);
}

#[test]
fn parts_that_fit_no_blank_are_no_answer() {
    check(&[], None);
    check(&[text("dog"), text("1")], None);
    check(&[text("dog"), text("1"), Some(Answer::Option(1)), None], None);
    check(&[text("dog"), text("1"), Some(Answer::Option(2))], None);
    check(&[text("dog"), text("1"), text("silk")], None);
    check(&[Some(Answer::Option(0)), text("1"), None], None);
    assert_eq!(blanks().mark(&Answer::Option(0)), None);
}

#[test]
fn each_blank_has_its_own_verdict() {
    let answer = Answer::Parts(vec![text("cat"), text("one"), Some(Answer::Option(1))]);
    let expect = [Some(Mark::none(Reason::NotAccepted)), None, Some(Mark::full(Reason::RightOption))];
    assert_eq!(blanks().parts(&answer), expect);
    assert_eq!(blanks().parts(&Answer::Option(0)), [None, None, None]);
    let feedback = |place: usize, given: Answer| blanks().blanks()[place].1.feedback(&given).map(crate::prose::plain);
    assert_eq!(feedback(0, Answer::text("Cat")).as_deref(), Some("It sat."));
    assert_eq!(feedback(0, Answer::text("dog")), None);
    assert_eq!(feedback(2, Answer::Option(1)).as_deref(), Some("Yes."));
    assert_eq!(feedback(2, Answer::text("silk")), None);
}

#[test]
fn the_key_earns_everything_and_follows_the_sentence() {
    let blanks = blanks();
    assert_eq!(blanks.mark(&blanks.key()), Some(Mark::full(Reason::Filled { right: 3, all: 3 })));
    let names: Vec<&str> = blanks.blanks().iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["who", "count", "place"]);
    let segments: Vec<String> = blanks.segments().iter().map(|segment| crate::prose::plain(segment)).collect();
    assert_eq!(segments, ["The ", " lay on ", " rugs of ", "."]);
}

#[test]
fn parts_that_do_not_match_are_unsound() {
    let with = |segments: usize, names: &[&str], key: usize| Blanks {
        segments: vec![Vec::new(); segments],
        blanks: names.iter().map(|name| ((*name).to_owned(), Blank::Choice(choice::some(2, key)))).collect(),
    };
    assert!(with(3, &["a", "b"], 1).is_sound());
    for unsound in [with(2, &["a", "b"], 1), with(1, &[], 1), with(3, &["a", "a"], 1), with(3, &["a", "b"], 2)] {
        assert!(!unsound.is_sound(), "{unsound:?}");
    }
}

#[test]
fn a_revision_follows_the_sentence_and_the_blanks() {
    let revision = |from: &str, to: &str| {
        let text = [SENTENCE, WHO, COUNT, PLACE].concat();
        assert!(text.contains(from), "{from}");
        read(&text.replace(from, to), &[]).unwrap().answered_to()
    };
    let before = revision("who", "who");
    for (from, to) in [("rugs", "mats"), ("'hound'", "'wolf'"), ("value = 1", "value = 2"), ("'wool'", "'cotton'")] {
        assert_ne!(revision(from, to), before, "{to}");
    }
    for (from, to) in [("who", "animal"), ("It *sat*", "It stood"), ("'Yes.'", "'Indeed.'"), ("*lay*", "lay")] {
        assert_eq!(revision(from, to), before, "{to}");
    }
}

#[test]
fn a_blank_and_its_place_need_each_other() {
    let two = "sentence = 'The {who} lay on {count}.'\n";
    read(&[two, WHO, COUNT, PLACE].concat(), &[("unused-blank", "'place'")]);
    read(&[SENTENCE, WHO, COUNT].concat(), &[("unknown-blank", "{place}")]);
    read(&["sentence = 'Nothing.'\n", WHO].concat(), &[("unused-blank", "'who'")]);
    // One slip, one problem.
    read(&[two, WHO, &COUNT.replace("count", "cuont")].concat(), &[("unknown-blank", "{count}")]);
    let gap = "sentence = \"The \\\"{who}\\\" lay on {} and {count}.\"\n";
    read(&[gap, WHO, COUNT].concat(), &[("unknown-blank", "{}")]);
    let broken = "sentence = 'The {who lay on {count}.'\n";
    read(&[broken, WHO, COUNT].concat(), &[("unused-blank", "'who'")]);
}

#[test]
fn a_name_is_used_once() {
    let twice = "sentence = 'The {who} lay on {count} for the {who}.'\n";
    read(&[twice, WHO, COUNT].concat(), &[("repeated-blank", "{who}")]);
    read(&["sentence = 'The {who} lay.'\n", WHO, WHO].concat(), &[("repeated-blank", "'who'")]);
    read(
        &["sentence = 'The {w} lay.'\n", &WHO.replace("'who'", "'{w}'")].concat(),
        &[("unknown-blank", "{w}"), ("bad-blank-name", "'{w}'")],
    );
}

#[test]
fn a_sentence_has_a_blank() {
    read("sentence = 'Nothing.'\nblanks = []\n", &[("no-blank", "blanks")]);
    let header = written("").lines().next().map(str::to_owned).unwrap();
    read("sentence = 'The {who} lay.'\n", &[("missing-field", header.as_str())]);
}

#[test]
fn a_blank_is_of_one_of_three_kinds() {
    let order = WHO.replace("'text'", "'order'");
    read(&["sentence = 'The {who} lay.'\n", &order].concat(), &[("unknown-kind", "'order'")]);
    read(
        &["sentence = 'The {count} lay.'\n", &COUNT.replace("value = 1", "tolerance = -1\nvalue = 2")].concat(),
        &[("out-of-range", "-1")],
    );
}

#[test]
fn a_hint_names_the_table_of_the_blank() {
    let choice = "sentence = 'On {place}.'\n[[question.blanks]]\nname = 'place'\nkind = 'choice'\n";
    let one = "[[question.blanks.options]]\ntext = 'wool'\nwhy = 'No.'\ncorrect = true\n";
    for (more, code) in [("", "missing-field"), (one, "too-few-options")] {
        let (_, list) = verified(BANK, &set(&[written(&[choice, more].concat())]), "");
        let hint = list.iter().find(|found| found.code == code).map(|found| found.hint.as_str());
        assert!(hint.is_some_and(|hint| hint.contains("`[[question.blanks.options]]`")), "{list:#?}");
    }
}

#[test]
fn guessing_fills_what_has_options() {
    // Of a text, a number and a choice of two.
    assert!((blanks().guess() - 0.5 / 3.0).abs() < 1e-9);
}
