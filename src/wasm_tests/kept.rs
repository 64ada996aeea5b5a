//! Tests of what is kept in the browser's storage.

use std::rc::Rc;

use verbatim_core::{Answer, Event, Mode};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::store::saved::{Entry, Fact};
use crate::store::{Line, Store};

const ATTEMPT: Option<u64> = Some(1);

fn answered(question: &str) -> Fact {
    let answer = Answer::Option(2);
    Fact::Happened(Event::Answered { question: question.to_owned(), revision: 7, answer, certainty: None })
}

fn line(set: &str, at: u64, attempt: Option<u64>, fact: Fact) -> Line {
    Line { set: set.to_owned(), line: Entry { at, attempt, fact }.write() }
}

fn began(set: &str) -> Line {
    line(set, 1, ATTEMPT, Fact::Started { mode: Mode::Practice, by_itself: true })
}

async fn keep(store: &Rc<Store>, lines: &[Line]) {
    assert!(store.note(lines), "the journal does not take lines");
    store.keep(lines.to_vec()).await;
}

/// The questions that were answered in the newest attempt, as a store opened anew knows them.
async fn check(set: &str, expect: &[&str]) {
    let history = Store::open().await.history(set).await;
    let name = |(_, event): &(u64, Event)| {
        if let Event::Answered { question, .. } = event { question.clone() } else { format!("{event:?}") }
    };
    let found: Vec<String> = history.attempt.iter().flat_map(|kept| &kept.events).map(name).collect();
    assert_eq!(found, expect);
    assert!(!history.unreadable);
}

#[wasm_bindgen_test]
async fn the_browser_s_storage_is_lasting() {
    assert!(Store::open().await.is_lasting());
}

#[wasm_bindgen_test]
async fn events_come_back_in_the_order_in_which_they_happened() {
    let store = Store::open().await;
    keep(&store, &[began("test/order"), line("test/order", 3, ATTEMPT, answered("b"))]).await;
    keep(&store, &[line("test/order", 2, ATTEMPT, answered("a"))]).await;
    check("test/order", &["a", "b"]).await;
}

#[wasm_bindgen_test]
async fn two_stores_do_not_overwrite_each_other() {
    let (one, other) = (Store::open().await, Store::open().await);
    keep(&one, &[began("test/two"), line("test/two", 2, ATTEMPT, answered("a"))]).await;
    keep(&other, &[line("test/two", 3, ATTEMPT, answered("b"))]).await;
    keep(&one, &[line("test/two", 4, ATTEMPT, answered("c"))]).await;
    check("test/two", &["a", "b", "c"]).await;
}

#[wasm_bindgen_test]
async fn sets_are_kept_apart() {
    keep(&Store::open().await, &[began("test/here"), line("test/here", 2, ATTEMPT, answered("a"))]).await;
    check("test/there", &[]).await;
}

#[wasm_bindgen_test]
async fn what_was_only_noted_is_there_when_a_store_is_opened_anew() {
    let noted = [began("test/noted"), line("test/noted", 2, ATTEMPT, answered("a"))];
    assert!(Store::open().await.note(&noted));
    check("test/noted", &["a"]).await;
    // By now it has moved into the database, and is there once.
    check("test/noted", &["a"]).await;
}

#[wasm_bindgen_test]
async fn merging_adds_what_is_not_there_yet() {
    let store = Store::open().await;
    let lines = vec![began("test/merge"), line("test/merge", 2, ATTEMPT, answered("a"))];
    assert_eq!(store.merge(lines.clone()).await, 2);
    assert_eq!(store.merge(lines).await, 0);
    check("test/merge", &["a"]).await;
}
