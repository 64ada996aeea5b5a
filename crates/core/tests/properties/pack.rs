//! Owns packs of any questions, and what holds for their bytes.
//!
//! Never looks at an answer: other properties begin with these packs.

use std::rc::Rc;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use verbatim_core::bank::draft::Draft;
use verbatim_core::bank::parse;
use verbatim_core::bank::verify::{Evidence, Written, verify};
use verbatim_core::source::{Fingerprint, SourceText};
use verbatim_core::{Attempt, Mode, Pack, Question, Start};

use super::config;
use super::tour;
use super::written::{Fields, PARAGRAPHS, SENTENCES, written};

const BANK: &str = "title = 'b'\nsets = ['s']\n[source]\ntitle = 's'\ntext = 's.txt'\n\
    [[concept]]\nid = 'even'\nterm = 'e'\n";

/// A text and its fingerprint.
type Source = LazyLock<(String, String)>;

static SOURCE: Source = LazyLock::new(|| behind(""));
/// The text of the tour stands before the sentences. Without need it is left out, as it takes time.
static WITH_TOUR: Source = LazyLock::new(|| behind(tour::SOURCE));

fn behind(text: &str) -> (String, String) {
    let source = format!("{text}\n\n{}\n\n{}\n", SENTENCES[..3].join(" "), SENTENCES[3..].join(" "));
    let print = Fingerprint::of(&SourceText::new(&source), "b").to_string();
    (source, print)
}

/// The set of these questions, gone through as `settings` say; each third has hints, every other a concept.
pub fn pack(settings: &str, questions: &[Fields]) -> Rc<Pack> {
    let mut text = format!("title = 's'\n{settings}\n");
    for (number, (kind, fields)) in questions.iter().enumerate() {
        text += &format!("[[question]]\nid = 'q{number}'\nkind = '{kind}'\nprompt = 'p{number}'\nexplanation = 'e'\n");
        text += if number % 2 == 0 { "concepts = ['even']\n" } else { "" };
        text += if number % 3 == 0 { "hints = ['h', 'i']\n" } else { "" };
        let quoted = fields.contains("quote = ") || fields.contains("[[question.quotes]]");
        text += if quoted { "" } else { "quote = 'One two three four'\n" };
        text += fields;
    }
    let (source, print) = if questions.iter().any(tour::has) {
        let first = tour::paragraphs() + 1;
        text = text.replace(PARAGRAPHS, &format!("paragraphs = [{first}, {}]", first + 1));
        &*WITH_TOUR
    } else {
        &*SOURCE
    };
    let bank = parse::bank(&Rc::from("bank.toml"), BANK).0;
    let draft = Draft { id: "b".to_owned(), bank, sets: vec![parse::set(&Rc::from("s.toml"), &text).0] };
    let texts = [("s.txt".to_owned(), Written::Text(source))];
    let evidence = Evidence { file: &Rc::from("f"), fingerprint: Written::Text(print), text: None, texts: &texts };
    let (bank, list) = verify(&draft, evidence);
    let bank = bank.unwrap_or_else(|| panic!("{text}\n{list:#?}"));
    Rc::new(Pack::new(&bank, &bank.sets()[0]))
}

/// A verified question.
pub fn question(fields: Fields) -> Question {
    pack("", &[fields]).set().questions()[0].clone()
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_pack_reads_back_as_it_was_written(questions in vec(written(), 1..5)) {
        let pack = pack("time_limit = 2", &questions);
        prop_assert_eq!(Pack::read(&pack.write().unwrap()), Ok((*pack).clone()));
    }

    #[test]
    fn altered_bytes_are_refused_or_are_a_sound_pack(fields in written(), changes in vec((any::<Index>(), any::<u8>()), 1..4)) {
        let mut bytes = pack("", &[fields]).write().unwrap();
        for (place, value) in changes {
            *place.get_mut(&mut bytes) = value;
        }
        let Ok(pack) = Pack::read(&bytes) else { return Ok(()) };
        let attempt = Attempt::new(Rc::new(pack), Start { at: 0, mode: Mode::Test, seed: Some(1) });
        for place in attempt.asked() {
            let rules = attempt.question(place).unwrap().kind.rules();
            prop_assert_eq!(attempt.shown(place).len(), rules.movable().len());
            prop_assert!(rules.mark(&rules.key()).is_some_and(|mark| mark.is_full()));
        }
    }
}
