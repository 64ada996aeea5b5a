//! Owns what holds for any text: its tokens, and its fingerprint.
//!
//! Never looks at a bank.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use unicode_normalization::UnicodeNormalization;
use verbatim_core::source::fingerprint::{RUN, Standing};
use verbatim_core::source::token::{folded, tokens};
use verbatim_core::source::{Fingerprint, SourceText};

use super::config;

/// Words, marks, white space, invisible characters, and anything else.
fn texts() -> impl Strategy<Value = String> {
    let word = select(
        &["the", "net", "China’s", "multi-stakeholder", "2.0", "U.S.", "é", "e\u{301}", "צה״ל", "שלום", "中文"][..],
    );
    let mark = select(
        &[".", ",", "?", "’", "'", "“", "\"", "—", "-", "…", "...", "(", ")", "\u{ad}", "\u{200b}", "\u{feff}"][..],
    );
    let gap = select(&[" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u{a0}"][..]);
    let piece = prop_oneof![
        5 => word.prop_map(str::to_owned),
        2 => mark.prop_map(str::to_owned),
        5 => gap.prop_map(str::to_owned),
        1 => "\\PC{1,3}",
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn words(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.folded).collect()
}

fn is_nothing(c: char) -> bool {
    c.is_whitespace() || "\u{ad}\u{200b}\u{200c}\u{2060}\u{feff}".contains(c)
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn tokens_stand_in_order_and_leave_out_only_white_space(text in texts()) {
        let mut behind = 0;
        for token in tokens(&text) {
            prop_assert!(token.span.start >= behind && !token.folded.is_empty());
            prop_assert!(text[behind..token.span.start].chars().all(is_nothing));
            prop_assert!(!text[token.span.start..token.span.end].chars().all(is_nothing));
            behind = token.span.end;
        }
        prop_assert!(text[behind..].chars().all(is_nothing));
    }

    #[test]
    fn typographic_variants_have_the_same_tokens(text in texts()) {
        let straight = text.replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace('—', "-").replace('…', "...");
        prop_assert_eq!(words(&text), words(&straight));
    }

    #[test]
    fn composed_and_decomposed_letters_have_the_same_tokens(text in "[a-z à-öø-ÿĀ-žΆ-ώ가-힣,.]{0,40}") {
        let [composed, decomposed]: [String; 2] = [text.nfc().collect(), text.nfd().collect()];
        prop_assert_eq!(words(&composed), words(&decomposed));
    }

    #[test]
    fn a_fingerprint_reads_back_as_it_was_written(text in texts()) {
        let print = Fingerprint::of(&SourceText::new(&text), "any-bank");
        prop_assert_eq!(print.to_string().parse(), Ok(print));
    }

    #[test]
    fn every_run_of_a_text_stands_in_its_fingerprint(text in texts(), from in any::<Index>(), length in any::<Index>()) {
        let text = text + " four words or more";
        let source = SourceText::new(&text);
        let all = source.tokens();
        let from = from.index(all.len() - RUN + 1);
        let last = from + RUN - 1 + length.index(all.len() - RUN - from + 1);
        let quotation = tokens(&text[all[from].span.start..all[last].span.end]);
        prop_assert_eq!(folded(&quotation), folded(&all[from..=last]));
        let print = Fingerprint::of(&source, "any-bank");
        let found = print.standing(&quotation, from);
        prop_assert!(matches!(found, Standing::Stands { at, .. } if at == from), "{:?}", found);
    }
}
