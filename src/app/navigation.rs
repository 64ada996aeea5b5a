//! Owns the changes of state when the address changes or data comes: which set is open, and what is being waited for.
//!
//! Never fetches itself: `effect` does.

use std::rc::Rc;

use verbatim_core::bank::{Abouts, Unreadable};
use verbatim_core::{Catalogue, Pack};
use yew::Context;

use super::early::Noted;
use super::glossary::{self, target};
use super::open::{Open, Progress};
use super::{App, around, effect};
use crate::load::{Failure, Load};
use crate::route::{Route, SetAddress, SetPage};
use crate::store::history::History;
use crate::view::catalogue::Seek;
use crate::{boot, page};

impl App {
    #[inline(never)]
    pub(super) fn go(&mut self, ctx: &Context<Self>, route: Route) {
        self.keep_draft(ctx, page::now());
        self.focus = Some(self.remember_place(&route));
        let was_told = matches!(self.route, Route::Set(_, SetPage::Results));
        self.route = route;
        (self.error, self.verdict_first) = (None, None);
        self.said.clear();
        self.kept.news = None;
        if let Some(open) = &mut self.open {
            open.was_before = false;
            // The results say it once: it is nothing to be told of on every page that follows.
            open.time_is_up &= !was_told;
        }
        self.to_top = true;
        self.open_route(ctx);
        #[cfg(feature = "lms")]
        self.tell_lms();
    }

    /// Begins to fetch what the address needs and is not here.
    pub(super) fn open_route(&mut self, ctx: &Context<Self>) {
        if page::is_on_disk() && self.leave_for_page() {
            return;
        }
        if self.route == Route::Catalogue {
            self.want_catalogue(ctx);
        }
        self.open_set(ctx);
        self.open_glossary(ctx);
        self.count(ctx);
    }

    /// Opens the page that brings what the address needs, where this one does not and nothing can be fetched; whether there
    /// is one. The catalogue's page alone knows which there are.
    #[inline(never)]
    fn leave_for_page(&self) -> bool {
        let (here, there) = (self.boot.route(), &self.route);
        if here.is_beside(there) {
            return false;
        }
        let page = match (here, there) {
            (_, Route::Progress | Route::Unknown) => return false,
            (Route::Catalogue, _) => {
                let Some(catalogue) = self.catalogue.as_ref().and_then(Load::ready) else { return false };
                let known = set_file(catalogue, there).or_else(|| glossary::file(catalogue, there));
                known.and_then(|_| there.file())
            }
            _ => Route::Catalogue.file(),
        };
        page.inspect(|page| page::leave_for(page)).is_some()
    }

    /// Where the data of the address lies, if that is known already; else the catalogue is fetched, which knows. It fails
    /// where there is none.
    pub(super) fn file(
        &mut self,
        ctx: &Context<Self>,
        find: fn(&Catalogue, &Route) -> Option<String>,
    ) -> Option<Result<String, Failure>> {
        if let Some(file) = self.boot.file(&self.route) {
            return Some(Ok(file.to_owned()));
        }
        self.want_catalogue(ctx);
        Some(find(self.catalogue.as_ref()?.ready()?, &self.route).ok_or(Failure::Unknown))
    }

    /// The student looks for a set, or wants more of those that were found.
    #[inline(never)]
    pub(super) fn seek(&mut self, ctx: &Context<Self>, seek: Seek) {
        if let Some(first) = self.look.seek(seek) {
            self.focus = Some(first.into());
        }
        if let Some(Load::Ready(catalogue)) = &mut self.catalogue
            && let Some(file) = catalogue.abouts.take()
        {
            effect::fetch_abouts(ctx, file);
        }
    }

    /// What the sets behind the first are about is there. Where it did not come, their titles stand alone until the
    /// student looks for more.
    #[inline(never)]
    pub(super) fn abouts_came(&mut self, file: String, result: Result<Abouts, Failure>) {
        let Some(Load::Ready(catalogue)) = &mut self.catalogue else { return };
        match result {
            Ok(abouts) => catalogue.put_abouts(abouts),
            Err(_) => catalogue.abouts = Some(file),
        }
    }

    fn want_catalogue(&mut self, ctx: &Context<Self>) {
        if self.catalogue.is_none() {
            self.catalogue = Some(Load::Loading);
            self.waiting = Some(effect::fetch_catalogue(ctx));
        }
    }

    /// Begins to fetch the set of the route, unless it is open already or something is still missing for it.
    fn open_set(&mut self, ctx: &Context<Self>) {
        let Route::Set(address, _) = self.route.clone() else { return };
        if self.open.as_ref().is_some_and(|open| open.address == address) {
            return;
        }
        let (Some(file), Some(store)) = (self.file(ctx, set_file), &self.store) else { return };
        let asked = self.boot.asked_of(&address);
        let progress = match file {
            Ok(file) => {
                self.waiting = Some(effect::fetch_set(ctx, address.clone(), file, Rc::clone(store), Rc::clone(&asked)));
                Load::Loading
            }
            Err(failure) => Load::Failed(failure),
        };
        self.open = Some(Open::new(address, asked, progress));
    }

    pub(super) fn set_came(
        &mut self,
        ctx: &Context<Self>,
        address: &SetAddress,
        result: Result<(Rc<Pack>, History), Failure>,
    ) {
        let form = self.early_form();
        let tries = form.as_ref().map(boot::tries).unwrap_or_default();
        let early = form.as_ref().map(|form| boot::Early::of(form, &tries));
        let awaited = |open: &&mut Open| open.address == *address && open.progress.ready().is_none();
        let Some(open) = self.open.as_mut().filter(awaited) else { return };
        self.waiting = None;
        let mut noted = None;
        open.progress = match result {
            Ok((pack, history)) => {
                open.missing = open.asked.missing(pack.set());
                noted = Noted::find(&pack, &history, &tries);
                let progress = Progress::new(pack, history, early, open.asked.seed);
                progress.note(&open.key());
                around::tell_ready(address, noted.as_ref().and_then(Noted::before).unwrap_or(&progress.attempt));
                Load::Ready(progress)
            }
            Err(failure) => Load::Failed(failure),
        };
        if let Some(form) = form {
            self.take_early(ctx, &form, tries, noted);
        }
        #[cfg(feature = "lms")]
        self.tell_lms();
    }

    /// Another tab has saved something: of the open set, or of all sets, where it names none.
    #[inline(never)]
    pub(super) fn saved_elsewhere(&mut self, ctx: &Context<Self>, set: &str) {
        let (Some(open), Some(store)) = (&self.open, &self.store) else { return };
        if (set.is_empty() || open.key() == set) && open.progress.ready().is_some() {
            effect::read_history(ctx, open.address.clone(), Rc::clone(store), open.key());
        }
    }

    #[inline(never)]
    pub(super) fn history_came(&mut self, address: &SetAddress, history: History) {
        let Some(open) = self.open.as_mut().filter(|open| open.address == *address) else { return };
        let Load::Ready(progress) = &mut open.progress else { return };
        let unread = !progress.begun && history.attempt.is_none();
        let erased = progress.begun && history.attempt.is_none();
        // What this tab is still saving may not be in there yet.
        if unread || history.last < progress.last && !erased {
            return;
        }
        let next = Progress::new(Rc::clone(progress.attempt.pack()), history, None, open.asked.seed);
        if next.id != progress.id {
            // It stays said when it is heard of more than once.
            (open.begun_elsewhere, open.erased_elsewhere) = (progress.begun && !erased, erased);
        }
        if next.last != progress.last {
            open.before = None;
            // What was drafted here is older than what was done there; where nothing was begun here it still stands.
            let same = !progress.begun || next.id == progress.id;
            open.drafts.retain(|(id, _)| same && next.is_as_in(progress, id));
        }
        *progress = next;
    }

    #[inline(never)]
    pub(super) fn wait_longer(&mut self) {
        self.catalogue = self.catalogue.take().map(Load::slower);
        if let Some(open) = &mut self.open {
            let progress = std::mem::replace(&mut open.progress, Load::Loading);
            open.progress = progress.slower();
        }
        if let Some(open) = &mut self.glossary {
            let glossary = std::mem::replace(&mut open.load, Load::Loading);
            open.load = glossary.slower();
        }
    }

    #[inline(never)]
    pub(super) fn retry(&mut self, ctx: &Context<Self>) {
        let failed = |failure: &Failure| *failure == Failure::Unreadable(Unreadable::OtherVersion);
        let opened = self.open.as_ref().and_then(|open| open.progress.failed());
        let read = self.glossary.as_ref().and_then(|open| open.load.failed());
        let listed = self.catalogue.as_ref().and_then(Load::failed);
        if listed.or(opened).or(read).is_some_and(failed) {
            page::reload();
        }
        // A set stays open while a glossary is fetched once more: its controls may say what is saved nowhere.
        if !matches!(self.route, Route::Glossary(..)) {
            self.open = None;
        }
        self.glossary = None;
        self.catalogue = None;
        self.boot.forget_data();
        self.focus = Some(target(&self.route));
        self.open_route(ctx);
    }
}

fn set_file(catalogue: &Catalogue, route: &Route) -> Option<String> {
    let Route::Set(address, _) = route else { return None };
    catalogue.find(&address.bank, &address.set).map(|(_, listing)| listing.file.clone())
}
