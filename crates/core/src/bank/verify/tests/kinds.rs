//! Owns the facts about what an author may get wrong in a question of each kind.

use super::super::super::fixture::{self, BANK, choices, matching, of_kind, options, order, truth};
use super::{QUOTE, any_error, good, set, verified};
use crate::diagnostic::Severity;
use crate::{Answer, Question};

/// Compares the codes of the diagnostics of a set with this one question; a bank comes out where there is no error.
fn check(question: &str, expect: &[&str]) -> Option<Question> {
    let (bank, list) = verified(BANK, &set(&[question.to_owned()]), &good("other"));
    assert_eq!(list.iter().map(|found| found.code).collect::<Vec<_>>(), expect, "{question}\n{list:#?}");
    assert_eq!(bank.is_some(), !any_error(&list));
    assert!(list.iter().all(|found| !found.hint.is_empty() && found.span.end > found.span.start), "{list:#?}");
    Some(bank?.sets()[0].questions()[0].clone())
}

/// The same after `from` was replaced by `to` in a question, where it has to stand.
fn with(question: &str, from: &str, to: &str, expect: &[&str]) -> Option<Question> {
    assert!(question.contains(from), "{from}");
    check(&question.replace(from, to), expect)
}

#[test]
fn a_good_question_of_every_kind_is_sound_and_its_key_earns_everything() {
    let passages = [("The cat sat on the mat", true), ("Now the cat sat", false)];
    let all = [
        good("a").replacen("title = 'A set'\n", "", 1),
        choices("a", QUOTE),
        truth("a", QUOTE),
        order("a", [None, Some(1), Some(1), Some(2), None], QUOTE),
        matching("a", QUOTE),
        of_kind("a", "evidence", &format!("{QUOTE}\n{}", options("passages", &passages))),
    ];
    for question in all {
        let question = check(&question, &[]).unwrap();
        assert!(question.is_sound() && question.mark(&question.kind.rules().key()).unwrap().is_full());
    }
}

#[test]
fn options_are_two_or_more_and_no_more_than_letters() {
    let with = |kind, count: usize| {
        let texts: Vec<String> = (0..count).map(|number| format!("o{number}")).collect();
        let list: Vec<_> = texts.iter().zip(0..).map(|(text, number)| (text.as_str(), number == 0)).collect();
        of_kind("a", kind, &format!("{QUOTE}\n{}", options("options", &list)))
    };
    for kind in ["choice", "choices"] {
        check(&with(kind, 1), &["too-few-options"]);
        check(&with(kind, 2), &[]);
        check(&with(kind, 26), &[]);
        check(&with(kind, 27), &["too-many-options"]);
        check(&with(kind, 0), &["missing-field"]);
    }
}

#[test]
fn a_choice_has_one_right_option() {
    let choice = fixture::question("a", QUOTE);
    with(&choice, "correct = true", "correct = false", &["no-right-option"]);
    with(&choice, "correct = false", "correct = true", &["several-right-options", "several-right-options"]);
    with(&choice, "'perhaps'", "'No '", &["repeated-option"]);
    with(&choice, "'perhaps'", "'*no*'", &["repeated-option"]);
}

#[test]
fn choices_have_a_right_option_and_a_wrong_one() {
    let question = choices("a", QUOTE);
    with(&question, "correct = true", "correct = false", &["no-right-option"]);
    with(&question, "correct = false", "correct = true", &["all-options-right"]);
}

#[test]
fn where_picking_everything_pays_it_is_said_unless_another_scheme_forbids_it() {
    let three = choices("a", QUOTE).replacen("correct = false", "correct = true", 1);
    let (_, list) = verified(BANK, &set(core::slice::from_ref(&three)), &good("other"));
    assert_eq!(
        list.iter().map(|found| (found.code, found.severity)).collect::<Vec<_>>(),
        [("picking-all-pays", Severity::Warning)]
    );
    with(&three, "kind = 'choices'", "kind = 'choices'\nscheme = 'net'", &["picking-all-pays"]);
    for scheme in ["balanced", "all", "each"] {
        with(&three, "kind = 'choices'", &format!("kind = 'choices'\nscheme = '{scheme}'"), &[]);
    }
    check(&choices("a", QUOTE), &[]);
    with(&three, "kind = 'choices'", "kind = 'choices'\nscheme = 'nett'", &["unknown-word"]);
}

#[test]
fn an_option_about_the_others_says_whether_it_keeps_its_place() {
    let choice = fixture::question("a", QUOTE);
    for text in ["All of these", "none of them", "Both of these", "All the above"] {
        with(&choice, "'perhaps'", &format!("'{text}'"), &["unfixed-option"]);
        with(&choice, "'perhaps'", &format!("'{text}'\nfixed = true"), &[]);
        with(&choice, "'perhaps'", &format!("'{text}'\nfixed = false"), &[]);
    }
    with(&choice, "'perhaps'", "'Nearly all of them'", &[]);
}

#[test]
fn a_statement_has_its_answer_and_both_reasons() {
    let question = truth("a", QUOTE);
    with(&question, "answer = true\n", "", &["missing-field"]);
    with(&question, "answer = true", "answer = 'true'", &["wrong-type"]);
    with(&question, "why_false = 'So.'\n", "", &["missing-field"]);
    assert_eq!(check(&question, &[]).unwrap().kind.rules().key(), Answer::Option(0));
    assert_eq!(with(&question, "answer = true", "answer = false", &[]).unwrap().kind.rules().key(), Answer::Option(1));
}

#[test]
fn dates_leave_something_to_order_and_stand_together() {
    check(&order("a", [Some(1); 5], QUOTE), &["all-dates-tie"]);
    check(&order("a", [Some(1), Some(2), Some(1), None, None], QUOTE), &["dates-part"]);
    check(&order("a", [Some(1), None, Some(1), None, None], QUOTE), &["dates-part"]);
    check(&order("a", [Some(1), Some(1), Some(2), Some(2), Some(3)], QUOTE), &[]);
    let item = "[[question.items]]\ntext = 'a'\nwhy = 'So.'\n";
    check(&of_kind("a", "order", &format!("{QUOTE}\n{item}")), &["too-few-options"]);
    check(&of_kind("a", "order", &format!("{QUOTE}\n{item}{item}")), &["repeated-option"]);
}

#[test]
fn the_last_thing_to_match_should_not_fall_by_elimination() {
    let question = matching("a", QUOTE);
    let (head, _) = question.split_once("[[question.extras]]").unwrap();
    check(head, &["last-falls"]);
    with(&question, "'right b'", "'right a'", &["repeated-option"]);
    with(&question, "left = 'b'", "left = 'a'", &["repeated-option"]);
    with(&question, "'nothing'", "'right a'", &["repeated-option"]);
    let pair = "[[question.pairs]]\nleft = 'a'\nright = 'b'\nwhy = 'So.'\n";
    check(&of_kind("a", "match", &format!("{QUOTE}\n{pair}")), &["too-few-options"]);
}

#[test]
fn a_passage_stands_in_the_source_and_one_of_them_is_the_proof() {
    let passages = |list: &[(&str, bool)]| of_kind("a", "evidence", &format!("{QUOTE}\n{}", options("passages", list)));
    let (cat, dog) = ("The cat sat on the mat", "The dog lay on the rug");
    check(&passages(&[(cat, true), ("the dog sat on the sofa", false)]), &["quote-not-found"]);
    check(&passages(&[(cat, true), (dog, true)]), &["several-right-options"]);
    check(&passages(&[(cat, false), (dog, false)]), &["no-right-option"]);
    check(&passages(&[(cat, true)]), &["too-few-options"]);
    check(&passages(&[(cat, true), (dog, false), ("the  cat sat on the mat", false)]), &["quote-not-found"]);
    check(&passages(&[(cat, true), (dog, false), ("The  cat sat on the mat", false)]), &["repeated-option"]);
    check(&of_kind("a", "evidence", QUOTE), &["passages-or-paragraphs"]);
    let both = format!("{QUOTE}\nparagraphs = [1]\n{}", options("passages", &[(cat, true), (dog, false)]));
    check(&of_kind("a", "evidence", &both), &["passages-or-paragraphs"]);
}

#[test]
fn another_kind_or_key_is_another_question_and_an_explanation_is_not() {
    let revision = |question: &str| check(question, &[]).unwrap().revision;
    for (question, from, to) in [
        (choices("a", QUOTE), "kind = 'choices'", "kind = 'choices'\nscheme = 'balanced'"),
        (truth("a", QUOTE), "answer = true", "answer = false"),
        (order("a", [None; 5], QUOTE), "text = 'a'\n", "text = 'a'\ndate = '1'\n"),
        (order("a", [Some(1), Some(2), None, None, None], QUOTE), "'1'", "'2'"),
        (matching("a", QUOTE), "'nothing'", "'something'"),
        (matching("a", QUOTE), "left = 'b'", "left = 'x'"),
    ] {
        let changed = revision(&question.replace(from, to)) != revision(&question);
        assert_eq!(changed, !to.contains("date = '1'"), "{to}");
        assert_eq!(revision(&question.replace("So.", "Thus.").replace("Because.", "Thus.")), revision(&question));
    }
    let pair = "[[question.pairs]]\nleft = 'c'\nright = 'right c'\nwhy = 'So.'\n";
    let extras = "[[question.extras]]\ntext = 'c'\nwhy = 'So.'\n[[question.extras]]\ntext = 'right c'\nwhy = 'So.'\n";
    let question = matching("a", QUOTE);
    assert!(question.contains(pair));
    assert_ne!(revision(&question.replace(pair, extras)), revision(&question));
}
