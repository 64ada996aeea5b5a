//! Owns what the player asks of the world: fetching, waiting, listening to the address and the page.
//!
//! Never changes the player's state: what comes of an effect comes back as a message.

use std::pin::Pin;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use yew::Context;

use super::open::key;
use super::{App, Msg};
use crate::boot::Boot;
use crate::parameters::Parameters;
use crate::route::SetAddress;
use crate::store::Store;
use crate::{load, page};

/// After so many milliseconds a student is told that it takes longer than usual.
const LONG: u32 = 3_000;

/// Tells of every change of the address, and when the page may end; unfolds what a print has to show.
pub(super) fn listeners(ctx: &Context<App>, boot: &Boot) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let (went, leaving, saved) = (ctx.link().clone(), ctx.link().clone(), ctx.link().clone());
    let boot = boot.clone();
    let mut listeners = vec![
        EventListener::new(&window, "hashchange", move |_| went.send_message(Msg::WentTo(boot.address()))),
        // Another tab has changed local storage, which may be all that is left to save in; which set is not asked.
        EventListener::new(&window, "storage", move |_| saved.send_message(Msg::SavedElsewhere(String::new()))),
        EventListener::new(&window, "beforeprint", |_| page::unfold(true)),
        EventListener::new(&window, "afterprint", |_| page::unfold(false)),
    ];
    #[cfg(feature = "lms")]
    listeners.push(lms_ends(ctx, &window));
    // A page that is hidden may never be shown again, as on a phone.
    if let Some(document) = window.document() {
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            if page::is_hidden() {
                leaving.send_message(Msg::Leaving);
            }
        }));
    }
    listeners
}

/// Does something that takes a while; what comes of it, if anything, comes back as a message.
pub(super) fn perform(ctx: &Context<App>, work: impl Future<Output = Option<Msg>> + 'static) {
    // In a box, so that what waits for it is compiled once and not for each kind of work.
    perform_boxed(ctx, Box::pin(work));
}

fn perform_boxed(ctx: &Context<App>, work: Pin<Box<dyn Future<Output = Option<Msg>>>>) {
    ctx.link().send_future_batch(work);
}

/// Tells when what has just been drawn is on the screen.
pub(super) fn after_paint(ctx: &Context<App>) {
    let Some(window) = web_sys::window() else { return };
    let link = ctx.link().clone();
    let painted = Closure::once_into_js(move || link.send_message(Msg::Painted));
    // What is done in a frame's own callback still comes before its painting: there only a timer is set, by the browser
    // alone. A browser without either would not have come so far.
    let Ok(set_timeout) = Reflect::get(&window, &"setTimeout".into()) else { return };
    let at_once = set_timeout.unchecked_ref::<Function>().bind2(&window, &painted, &0.into());
    let _ = window.request_animation_frame(at_once.unchecked_ref());
}

/// Opens the storage.
pub(super) fn open_store(ctx: &Context<App>) {
    perform(ctx, async { Some(Msg::StoreOpened(Store::open().await)) });
}

/// Fetches the catalogue. As long as what it returns is kept, it tells when that takes long.
pub(super) fn fetch_catalogue(ctx: &Context<App>) -> Timeout {
    perform(ctx, async { Some(Msg::CatalogueCame(load::catalogue().await)) });
    wait(ctx)
}

/// Fetches what the sets of the catalogue behind the first are about.
pub(super) fn fetch_abouts(ctx: &Context<App>, file: String) {
    perform(ctx, async move {
        let abouts = load::abouts(&file).await;
        Some(Msg::AboutsCame(file, abouts))
    });
}

/// Fetches a set and what is known of its attempts. As long as what it returns is kept, it tells when that takes long.
/// What the page's address asks of it is applied.
pub(super) fn fetch_set(
    ctx: &Context<App>,
    address: SetAddress,
    file: String,
    store: Rc<Store>,
    asked: Rc<Parameters>,
) -> Timeout {
    perform(ctx, async move {
        let opened = match load::pack(&file).await {
            Err(failure) => Err(failure),
            Ok(pack) => {
                let pack = pack.chosen(&asked.questions, asked.mode);
                let key = key(&address, &asked);
                #[cfg(feature = "lms")]
                let pack = store.resume(&key, pack);
                Ok((Rc::new(pack), store.history(&key).await))
            }
        };
        Some(Msg::SetCame(address, opened))
    });
    wait(ctx)
}

/// Fetches a bank's glossary. As long as what it returns is kept, it tells when that takes long.
pub(super) fn fetch_glossary(ctx: &Context<App>, bank: String, file: String) -> Timeout {
    perform(ctx, async move {
        let glossary = load::glossary(&file).await;
        Some(Msg::GlossaryCame(bank, glossary.map(Rc::new)))
    });
    wait(ctx)
}

/// Reads anew what is known of a set's attempts, whose progress has this name.
pub(super) fn read_history(ctx: &Context<App>, address: SetAddress, store: Rc<Store>, key: String) {
    perform(ctx, async move {
        let history = store.history(&key).await;
        Some(Msg::HistoryCame(address, history))
    });
}

fn wait(ctx: &Context<App>) -> Timeout {
    let link = ctx.link().clone();
    Timeout::new(LONG, move || link.send_message(Msg::WaitedLong))
}

/// Tells when the page goes, which is the last moment at which an LMS can be told anything.
#[cfg(feature = "lms")]
fn lms_ends(ctx: &Context<App>, window: &web_sys::Window) -> EventListener {
    let link = ctx.link().clone();
    EventListener::new(window, "pagehide", move |_| {
        link.send_message_batch(vec![Msg::Leaving, Msg::Lms(super::lms::Turn::Ended)])
    })
}
