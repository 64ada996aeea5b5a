//! Owns the open glossary, and the place that a student left for it.
//!
//! Never closes the open set: whoever comes back finds everything as it was.

use std::borrow::Cow;
use std::rc::Rc;

use verbatim_core::Catalogue;
use verbatim_core::bank::Glossary;
use yew::Context;

use super::{App, effect};
use crate::load::{Failure, Load};
use crate::page::{self, HEADING};
use crate::route::{self, Route, SetPage};

/// The glossary that is read, or was last.
#[derive(Debug)]
pub(super) struct Opened {
    pub bank: String,
    pub load: Load<Rc<Glossary>>,
}

/// Where a student was before.
#[derive(Debug)]
pub(super) struct Left {
    pub address: String,
    /// What leads back there is called.
    pub words: &'static str,
    /// What had the focus there: the link that was followed.
    focus: Option<String>,
}

impl App {
    /// Notes the place that is left for a glossary, and finds it again; gives what takes the focus at a new address.
    pub(super) fn remember_place(&mut self, next: &Route) -> Cow<'static, str> {
        match (&self.route, next) {
            (Route::Set(set, page), Route::Glossary(..)) => {
                let words = match page {
                    SetPage::Question(_) => self.text.back_to_question,
                    SetPage::Results => self.text.back_to_results,
                    SetPage::Start | SetPage::Overview => self.text.back_to_set,
                };
                self.left = Some(Left { address: set.page(page), words, focus: page::focused() });
            }
            (Route::Glossary(..), Route::Set(set, page)) => {
                let left = self.left.take().filter(|left| left.address == set.page(page));
                if let Some(focus) = left.and_then(|left| left.focus) {
                    return focus.into();
                }
            }
            (Route::Glossary(..), Route::Glossary(..)) => {}
            _ => self.left = None,
        }
        target(next)
    }

    /// Begins to fetch the glossary of the route, unless it is open already or the catalogue is still missing.
    pub(super) fn open_glossary(&mut self, ctx: &Context<Self>) {
        let Route::Glossary(bank, _) = self.route.clone() else { return };
        if self.glossary.as_ref().is_some_and(|open| open.bank == bank) {
            return;
        }
        let Some(file) = self.file(ctx, file) else { return };
        let load = match file {
            Ok(file) => {
                self.waiting = Some(effect::fetch_glossary(ctx, bank.clone(), file));
                Load::Loading
            }
            Err(failure) => Load::Failed(failure),
        };
        self.glossary = Some(Opened { bank, load });
    }

    #[inline(never)]
    pub(super) fn glossary_came(&mut self, bank: &str, result: Result<Rc<Glossary>, Failure>) {
        let Some(open) = self.glossary.as_mut().filter(|open| open.bank == bank) else { return };
        self.waiting = None;
        open.load = result.map_or_else(Load::Failed, Load::Ready);
    }
}

pub(super) fn file(catalogue: &Catalogue, route: &Route) -> Option<String> {
    let Route::Glossary(bank, _) = route else { return None };
    catalogue.banks.iter().find(|listing| listing.id == *bank)?.glossary.clone()
}

/// What takes the focus at an address: an entry of a glossary, or the heading.
pub(super) fn target(route: &Route) -> Cow<'static, str> {
    match route {
        Route::Glossary(bank, Some(concept)) => route::entry(bank, concept).into(),
        Route::Glossary(_, None) | Route::Catalogue | Route::Progress | Route::Set(..) | Route::Unknown => {
            HEADING.into()
        }
    }
}
