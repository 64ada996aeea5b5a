//! Owns the facts about `evidence`. Never looks at a source.

use super::*;

/// Sentences of 10, 20, 30 and 40 tokens, of which the second and the third are the proof.
fn sentences() -> Evidence {
    let sentence =
        |tokens: usize| Sentence { text: String::new(), paragraph: 1, tokens, proves: tokens == 20 || tokens == 30 };
    Evidence::Sentences(Sentences { sentences: [10, 20, 30, 40].map(sentence).to_vec() })
}

fn check(picked: &[usize], earned: Option<f64>) {
    let mark = sentences().mark(&Answer::Options(picked.to_vec()));
    assert_eq!(mark.map(|mark| mark.earned()), earned, "{picked:?}");
}

#[test]
fn sentences_earn_the_token_f1_of_what_was_picked() {
    check(&[1, 2], Some(1.0));
    check(&[2], Some(2.0 * 30.0 / (30.0 + 50.0)));
    check(&[0, 1], Some(2.0 * 20.0 / (30.0 + 50.0)));
    check(&[0, 1, 2, 3], Some(2.0 * 50.0 / (100.0 + 50.0)));
    check(&[0, 3], Some(0.0));
}

#[test]
fn nothing_and_what_is_not_there_do_not_fit() {
    for picked in [&[][..], &[4], &[1, 1]] {
        check(picked, None);
    }
    assert_eq!(sentences().mark(&Answer::Option(1)), None);
}

#[test]
fn the_key_earns_everything() {
    let evidence = sentences();
    assert!(evidence.is_sound() && evidence.mark(&evidence.key()).is_some_and(|mark| mark.is_full()));
}

#[test]
#[cfg(feature = "author")]
fn guessing_earns_the_mean_over_all_sets_of_sentences() {
    let sentence = |tokens, proves| Sentence { text: String::new(), paragraph: 1, tokens, proves };
    let two = Evidence::Sentences(Sentences { sentences: vec![sentence(10, true), sentence(20, false)] });
    // The proof alone, the other alone, both: 1, 0, 20 / 40.
    assert!((two.guess() - 0.5).abs() < 1e-9, "{}", two.guess());
}
