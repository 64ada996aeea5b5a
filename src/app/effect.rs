//! Owns what the player asks of the world: fetching, saving, waiting, listening to the address.
//!
//! Never changes the player's state: what comes of an effect comes back as a message.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use verbatim_core::{Attempt, Event, Pack};
use yew::Context;

use super::{App, Msg, Opened, Step};
use crate::route::{Route, SetAddress};
use crate::store::Store;
use crate::store::saved::Entry;
use crate::{load, page};

/// After so many milliseconds a student is told that it takes longer than usual.
const LONG: u32 = 3_000;

/// Tells of every change of the address.
pub(super) fn navigation(ctx: &Context<App>) -> Option<EventListener> {
    let link = ctx.link().clone();
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| link.send_message(Msg::WentTo(Route::read(&page::hash())))))
}

/// Opens the storage.
pub(super) fn open_store(ctx: &Context<App>) {
    ctx.link().send_future(async { Msg::StoreOpened(Store::open().await) });
}

/// Fetches the catalogue. As long as what it returns is kept, it tells when that takes long.
pub(super) fn fetch_catalogue(ctx: &Context<App>) -> Timeout {
    ctx.link().send_future(async { Msg::CatalogueCame(load::catalogue().await) });
    wait(ctx)
}

/// Fetches a set and replays what is known of its attempt. As long as what it returns is kept, it tells when that
/// takes long.
pub(super) fn fetch_set(ctx: &Context<App>, address: SetAddress, file: String, store: Rc<Store>) -> Timeout {
    ctx.link().send_future(async move {
        let opened = match load::pack(&file).await {
            Err(failure) => Err(failure),
            Ok(pack) => {
                let history = store.history(&address.key()).await;
                let revised = revised(&pack, &history.events);
                let (attempt, _) = Attempt::replay(Rc::new(pack), history.events);
                Ok(Opened { attempt, revised, unreadable: history.unreadable })
            }
        };
        Msg::SetCame(address, opened)
    });
    wait(ctx)
}

/// Saves an event; the attempt takes it only then.
pub(super) fn save(ctx: &Context<App>, address: SetAddress, event: Event, store: Rc<Store>) {
    ctx.link().send_future(async move {
        store.add(&address.key(), Entry::Happened { at: now(), event: event.clone() }).await;
        Msg::Saved(address, event)
    });
}

/// The questions that were answered in an earlier form than they have now.
fn revised(pack: &Pack, events: &[Event]) -> BTreeSet<String> {
    let questions = pack.set().questions();
    let earlier = |Event::Answered { question: id, revision, .. }: &&Event| {
        questions.iter().any(|question| question.id == *id && question.revision != *revision)
    };
    events.iter().filter(earlier).map(|Event::Answered { question, .. }| question.clone()).collect()
}

/// Saves a step between attempts; it is taken only then.
pub(super) fn step(ctx: &Context<App>, address: SetAddress, step: Step, store: Rc<Store>) {
    ctx.link().send_future(async move {
        let at = now();
        let entry = match step {
            Step::StartAgain => Entry::Started { at },
            Step::TakeBack => Entry::TookBack { at },
        };
        store.add(&address.key(), entry).await;
        Msg::Stepped(address, step)
    });
}

fn wait(ctx: &Context<App>) -> Timeout {
    let link = ctx.link().clone();
    Timeout::new(LONG, move || link.send_message(Msg::WaitedLong))
}

/// The clock enters here, in whole milliseconds.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and below 2^53")]
fn now() -> u64 {
    page::now() as u64
}
