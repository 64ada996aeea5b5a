//! Tests of what is kept in the browser's database.

use verbatim_core::{Answer, Event};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::store::saved::Entry;
use crate::store::{History, Store};

fn answered(question: &str, position: usize) -> Event {
    Event::Answered { question: question.to_owned(), revision: 7, answer: Answer::Option(position) }
}

async fn happened(store: &Store, set: &str, event: Event) {
    store.add(set, Entry::Happened { at: 1, event }).await;
}

/// What a store opened anew knows of a set.
async fn check(set: &str, expect: &[Event]) {
    let history = Store::open().await.history(set).await;
    assert_eq!(history, History { events: expect.to_vec(), unreadable: false });
}

#[wasm_bindgen_test]
async fn the_browser_s_storage_is_lasting() {
    assert!(Store::open().await.is_lasting());
}

#[wasm_bindgen_test]
async fn events_come_back_in_the_order_in_which_they_were_added() {
    let store = Store::open().await;
    happened(&store, "test/order", answered("a", 2)).await;
    happened(&store, "test/order", answered("b", 0)).await;
    check("test/order", &[answered("a", 2), answered("b", 0)]).await;
}

#[wasm_bindgen_test]
async fn two_stores_do_not_overwrite_each_other() {
    let (one, other) = (Store::open().await, Store::open().await);
    happened(&one, "test/two", answered("a", 1)).await;
    happened(&other, "test/two", answered("b", 1)).await;
    happened(&one, "test/two", answered("c", 1)).await;
    check("test/two", &[answered("a", 1), answered("b", 1), answered("c", 1)]).await;
}

#[wasm_bindgen_test]
async fn sets_are_kept_apart() {
    let store = Store::open().await;
    happened(&store, "test/here", answered("a", 1)).await;
    check("test/there", &[]).await;
}

#[wasm_bindgen_test]
async fn a_new_start_and_taking_it_back_are_kept() {
    let store = Store::open().await;
    happened(&store, "test/again", answered("a", 1)).await;
    store.add("test/again", Entry::Started { at: 2 }).await;
    check("test/again", &[]).await;
    store.add("test/again", Entry::TookBack { at: 3 }).await;
    check("test/again", &[answered("a", 1)]).await;
}
