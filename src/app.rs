//! Owns the player's state and the one place where it changes.
//!
//! Holds no rule of attempts, and shows nothing itself: `show` chooses the view.

mod effect;
mod navigation;
mod progress;
mod show;

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use verbatim_core::{Attempt, Catalogue, Event};
use yew::{Component, Context, Html};

use crate::load::{Failure, Load};
use crate::page;
use crate::route::{Route, SetAddress};
use crate::store::Store;
use crate::text::{EN, Messages};
use crate::view::question::Did;

/// The player.
#[derive(Debug)]
pub struct App {
    text: &'static Messages,
    route: Route,
    store: Option<Rc<Store>>,
    catalogue: Load<Catalogue>,
    open: Option<Open>,
    /// How often an answer to this question was wanted with nothing chosen.
    unanswered: usize,
    /// Something is being saved: nothing else is taken meanwhile.
    saving: bool,
    /// What takes the focus as soon as it is on the page.
    focus: Option<&'static str>,
    /// Tells when what is being fetched takes long.
    waiting: Option<Timeout>,
    _navigation: Option<EventListener>,
}

/// The set that is open.
#[derive(Debug)]
struct Open {
    address: SetAddress,
    attempt: Load<Attempt>,
    /// The questions that have been revised since an answer to them was saved.
    revised: BTreeSet<String>,
    /// Saved entries were found that this version cannot read.
    unreadable: bool,
    /// The attempt before the last new start, as long as that can be taken back.
    before: Option<Attempt>,
}

/// What has happened.
#[derive(Debug)]
pub enum Msg {
    /// The address changed.
    WentTo(Route),
    /// The storage is open.
    StoreOpened(Store),
    /// The catalogue came, or did not.
    CatalogueCame(Result<Catalogue, Failure>),
    /// A set came with what is known of its attempt, or did not.
    SetCame(SetAddress, Result<Opened, Failure>),
    /// Something has been on its way for longer than usual.
    WaitedLong,
    /// The student asked to fetch once more.
    Retried,
    /// The student did something on a question's page.
    Did(Did),
    /// An event has been saved.
    Saved(SetAddress, Event),
    /// The student chose a step between attempts.
    Chose(Step),
    /// A step between attempts has been saved.
    Stepped(SetAddress, Step),
}

/// A step between attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new attempt begins.
    StartAgain,
    /// The last new start is taken back.
    TakeBack,
}

/// A set as it was found.
#[derive(Debug)]
pub struct Opened {
    attempt: Attempt,
    revised: BTreeSet<String>,
    unreadable: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        effect::open_store(ctx);
        Self {
            text: &EN,
            route: Route::read(&page::hash()),
            store: None,
            catalogue: Load::Loading,
            open: None,
            unanswered: 0,
            saving: false,
            focus: None,
            waiting: Some(effect::fetch_catalogue(ctx)),
            _navigation: effect::navigation(ctx),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::WentTo(route) => self.go(ctx, route),
            Msg::StoreOpened(store) => {
                self.store = Some(Rc::new(store));
                self.open_set(ctx);
            }
            Msg::CatalogueCame(result) => {
                self.waiting = None;
                self.catalogue = result.map_or_else(Load::Failed, Load::Ready);
                self.open_set(ctx);
            }
            Msg::SetCame(address, result) => self.set_came(&address, result),
            Msg::WaitedLong => self.wait_longer(),
            Msg::Retried => self.retry(ctx),
            Msg::Did(did) => self.did(ctx, did),
            Msg::Saved(address, event) => self.saved(&address, event),
            Msg::Chose(step) => self.chose(ctx, step),
            Msg::Stepped(address, step) => self.stepped(&address, step),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        show::app(self, ctx)
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            page::remove_boot_screen();
        }
        page::set_title(&show::title(self));
        if self.focus.is_some_and(page::focus) {
            self.focus = None;
        }
    }
}
