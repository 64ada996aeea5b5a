//! Owns the wait for the rest of the player. What comes first marks and saves a choice that is made on the page; all that
//! shows something comes with the rest, and all that hears of anything else: who presses a key meanwhile waits for nothing.
//!
//! Never fetches it: the player's script does.

use std::rc::Rc;

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use yew::Context;

use super::effect::{self, perform};
use super::{App, Msg, around, channel, keys};

/// What the player's script names the promise of the rest, where that is not here yet.
const REST: &str = "verbatimRest";

/// Whether all of the player is here. Where it is not, it tells when it is.
pub(super) fn is_here(ctx: &Context<App>) -> bool {
    let Some(rest) = promise() else { return true };
    perform(ctx, async move {
        // It is kept: the script asks until it has it.
        let _ = JsFuture::from(rest).await;
        Some(Msg::RestCame)
    });
    false
}

fn promise() -> Option<Promise> {
    Reflect::get(&web_sys::window()?.into(), &REST.into()).ok()?.dyn_into().ok()
}

impl App {
    /// Hears of everything that happens around the player.
    #[inline(never)]
    pub(super) fn listen(&mut self, ctx: &Context<Self>) {
        self.listeners = effect::listeners(ctx, &self.boot);
        self.listeners.extend(keys::listener(Rc::clone(&self.uses_keys)));
        self.listeners.extend(around::listener(ctx));
        self.channel = channel::Channel::open(ctx);
    }

    /// The player takes the page over: from the verdict on, where there is one. What happened meanwhile is heard now.
    #[inline(never)]
    pub(super) fn rest_came(&mut self, ctx: &Context<Self>) {
        self.whole = true;
        self.choices = None;
        self.listen(ctx);
        self.tell_around();
        if let Some(form) = self.early_form() {
            self.take_early(ctx, &form);
        }
        // The page has shown what explains it.
        self.explain();
        if let Some(open) = self.open.as_ref().filter(|open| open.progress.ready().is_some()) {
            self.lasts(&open.key());
            self.saved_elsewhere(ctx, "");
        }
        let route = self.boot.address();
        if route != self.route {
            self.go(ctx, route);
        }
    }

    /// Tells the page around that the set is open, and what has happened in it.
    fn tell_around(&mut self) {
        if let Some((open, progress)) = self.open.as_ref().zip(self.progress()) {
            let before = self.untold.as_ref().map_or(&progress.attempt, |(before, _)| before);
            around::tell_ready(&open.address, before);
        }
        self.tell_untold();
    }
}
