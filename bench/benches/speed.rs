//! How fast the core is on the banks that ship: marking, replaying an attempt, reading a pack, proving a bank.
//!
//! Never compares: `cargo xtask bench` does.

#![allow(clippy::expect_used, missing_docs, reason = "nobody calls this, and what cannot be measured ends it")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use criterion::{Criterion, criterion_group, criterion_main};
use verbatim_cli::folder;
use verbatim_core::{Answer, Attempt, Bank, Event, Mode, Pack, Question, Start};

/// The banks that ship.
fn banks() -> Vec<Bank> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions");
    let found = folder::find(&[folder]).expect("the banks can be read");
    let bank = |folder: &PathBuf| folder::check(folder, None).expect("it can be read").bank.expect("it has no error");
    found.iter().map(bank).collect()
}

/// The largest set of all, packed.
fn largest(banks: &[Bank]) -> Pack {
    let sets = banks.iter().flat_map(|bank| bank.sets().iter().map(move |set| (bank, set)));
    let (bank, set) = sets.max_by_key(|(_, set)| set.questions().len()).expect("there is a set");
    Pack::new(bank, set)
}

fn key(question: &Question) -> Answer {
    question.kind.rules().key()
}

fn speed(criterion: &mut Criterion) {
    let banks = banks();
    let questions: Vec<&Question> = banks.iter().flat_map(Bank::questions).collect();
    let answered: Vec<(&Question, Answer)> = questions.iter().map(|question| (*question, key(question))).collect();
    criterion.bench_function("mark every question of the shipped banks", |bencher| {
        bencher
            .iter(|| answered.iter().filter(|(question, answer)| question.mark(black_box(answer)).is_some()).count());
    });

    let pack = Rc::new(largest(&banks));
    let event = |question: &Question| Event::Answered {
        question: question.id.clone(),
        revision: question.revision,
        answer: key(question),
        certainty: None,
    };
    let events: Vec<(u64, Event)> = (1..).zip(pack.set().questions().iter().map(event)).collect();
    let start = Start { at: 0, mode: Mode::Practice, seed: Some(1) };
    criterion.bench_function("replay an attempt of the largest set", |bencher| {
        bencher.iter(|| Attempt::replay(Rc::clone(&pack), start, black_box(&events)).0.answered());
    });

    let bytes = pack.write().expect("it can be written");
    criterion.bench_function("read the pack of the largest set", |bencher| {
        bencher.iter(|| Pack::read(black_box(&bytes)).is_ok());
    });

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions/wuzhen-2015");
    let files = folder::files(&folder).expect("it can be read");
    criterion.bench_function("prove the bank about the article", |bencher| {
        bencher.iter(|| black_box(&files).check(None).bank.is_some());
    });
}

criterion_group!(all, speed);
criterion_main!(all);
