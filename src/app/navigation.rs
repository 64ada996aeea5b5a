//! Owns the changes of state when the address changes or data comes: which set is open, and what is being waited for.
//!
//! Never fetches itself: `effect` does.

use std::collections::BTreeSet;
use std::rc::Rc;

use verbatim_core::bank::Unreadable;
use yew::Context;

use super::{App, Open, Opened, effect};
use crate::load::{Failure, Load};
use crate::page::{self, HEADING};
use crate::route::{Route, SetAddress};

impl App {
    pub(super) fn go(&mut self, ctx: &Context<Self>, route: Route) {
        self.route = route;
        self.unanswered = 0;
        self.focus = Some(HEADING);
        page::scroll_to_top();
        self.open_set(ctx);
    }

    /// Begins to fetch the set of the route, unless it is open already or something is still missing for it.
    pub(super) fn open_set(&mut self, ctx: &Context<Self>) {
        let Route::Set(address, _) = &self.route else { return };
        if self.open.as_ref().is_some_and(|open| open.address == *address) {
            return;
        }
        let (Some(store), Some(catalogue)) = (&self.store, self.catalogue.ready()) else { return };
        let attempt = match catalogue.find(&address.bank, &address.set) {
            Some((_, listing)) => {
                self.waiting = Some(effect::fetch_set(ctx, address.clone(), listing.file.clone(), Rc::clone(store)));
                Load::Loading
            }
            None => Load::Failed(Failure::Unknown),
        };
        let (address, revised) = (address.clone(), BTreeSet::new());
        self.open = Some(Open { address, attempt, revised, unreadable: false, before: None });
    }

    pub(super) fn set_came(&mut self, address: &SetAddress, result: Result<Opened, Failure>) {
        let awaited = |open: &&mut Open| open.address == *address && open.attempt.ready().is_none();
        let Some(open) = self.open.as_mut().filter(awaited) else { return };
        self.waiting = None;
        match result {
            Ok(Opened { attempt, revised, unreadable }) => {
                open.revised = revised;
                open.unreadable = unreadable;
                open.attempt = Load::Ready(attempt);
            }
            Err(failure) => open.attempt = Load::Failed(failure),
        }
    }

    pub(super) fn wait_longer(&mut self) {
        let catalogue = std::mem::replace(&mut self.catalogue, Load::Loading);
        self.catalogue = catalogue.slower();
        if let Some(open) = &mut self.open {
            let attempt = std::mem::replace(&mut open.attempt, Load::Loading);
            open.attempt = attempt.slower();
        }
    }

    pub(super) fn retry(&mut self, ctx: &Context<Self>) {
        let failed = |failure: &Failure| *failure == Failure::Unreadable(Unreadable::OtherVersion);
        let opened = self.open.as_ref().and_then(|open| open.attempt.failed());
        if self.catalogue.failed().or(opened).is_some_and(failed) {
            page::reload();
        }
        self.open = None;
        self.catalogue = Load::Loading;
        self.focus = Some(HEADING);
        self.waiting = Some(effect::fetch_catalogue(ctx));
    }
}
