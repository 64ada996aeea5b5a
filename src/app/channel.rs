//! Owns talk between tabs: that something of a set was saved.
//!
//! Never sends what was saved: who wants it reads it from the storage. Messages come from the same site alone.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};
use yew::Context;

use super::{App, Msg};

const NAME: &str = "verbatim";

/// What connects the tabs of one browser.
#[derive(Debug)]
pub(super) struct Channel {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Channel {
    /// Opens it; `None` in a browser without one.
    pub fn open(ctx: &Context<App>) -> Option<Self> {
        let channel = BroadcastChannel::new(NAME).ok()?;
        let link = ctx.link().clone();
        let listener = EventListener::new(&channel, "message", move |event| {
            let told = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            link.send_message_batch(told.map(Msg::SavedElsewhere).into_iter().collect());
        });
        Some(Self { channel, _listener: listener })
    }

    /// Tells the other tabs that something of a set was saved.
    pub fn tell(&self, set: &str) {
        // Without it the other tabs see it when they open the set anew.
        let _ = self.channel.post_message(&set.into());
    }
}
