//! Owns the player's state and the one place where it changes.
//!
//! Holds no rule of attempts, and shows nothing itself: [`show`] chooses the view.

mod effect;
mod show;

use std::rc::Rc;

use gloo::events::EventListener;
use verbatim_core::{Attempt, Catalogue, Event, Rejected};
use yew::{Component, Context, Html};

use crate::load::{Failure, Load};
use crate::page::{self, HEADING, VERDICT};
use crate::route::{Route, SetAddress, SetPage};
use crate::store::Store;
use crate::text::{self, Messages};
use crate::view::question::Did;

/// The player.
#[derive(Debug)]
pub struct App {
    text: &'static Messages,
    route: Route,
    store: Option<Rc<Store>>,
    catalogue: Load<Catalogue>,
    open: Option<Open>,
    /// An answer was wanted with nothing chosen.
    unanswered: bool,
    /// An answer is being saved: no other is taken meanwhile.
    saving: bool,
    /// What takes the focus as soon as it is on the page.
    focus: Option<&'static str>,
    _navigation: Option<EventListener>,
}

/// The set that is open.
#[derive(Debug)]
struct Open {
    address: SetAddress,
    attempt: Load<Attempt>,
    /// How many saved answers were given to questions that have been revised since.
    revised: usize,
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
    /// The student began a new attempt.
    StartedAgain,
    /// The student took the new start back.
    TookBack,
    /// A step that changes no more than what is saved has been saved.
    Noted,
}

/// A set as it was found.
#[derive(Debug)]
pub struct Opened {
    attempt: Attempt,
    rejected: Vec<Rejected>,
    unreadable: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        effect::open_store(ctx);
        effect::fetch_catalogue(ctx);
        Self {
            text: text::messages(&[]),
            route: Route::read(&page::hash()),
            store: None,
            catalogue: Load::Loading,
            open: None,
            unanswered: false,
            saving: false,
            focus: None,
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
                self.catalogue = result.map_or_else(Load::Failed, Load::Ready);
                self.open_set(ctx);
            }
            Msg::SetCame(address, result) => self.set_came(&address, result),
            Msg::WaitedLong => self.wait_longer(),
            Msg::Retried => self.retry(ctx),
            Msg::Did(did) => self.did(ctx, did),
            Msg::Saved(address, event) => self.saved(&address, event),
            Msg::StartedAgain => self.start_again(ctx),
            Msg::TookBack => self.take_back(ctx),
            Msg::Noted => {}
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

impl App {
    fn go(&mut self, ctx: &Context<Self>, route: Route) {
        self.route = route;
        self.unanswered = false;
        self.focus = Some(HEADING);
        page::scroll_to_top();
        self.open_set(ctx);
    }

    /// Begins to fetch the set of the route, unless it is open already or something is still missing for it.
    fn open_set(&mut self, ctx: &Context<Self>) {
        let Route::Set(address, _) = &self.route else { return };
        if self.open.as_ref().is_some_and(|open| open.address == *address) {
            return;
        }
        let (Some(store), Some(catalogue)) = (&self.store, self.catalogue.ready()) else { return };
        let attempt = match catalogue.find(&address.bank, &address.set) {
            Some((_, listing)) => {
                effect::fetch_set(ctx, address.clone(), listing.file.clone(), Rc::clone(store));
                Load::Loading
            }
            None => Load::Failed(Failure::Unknown),
        };
        self.open = Some(Open { address: address.clone(), attempt, revised: 0, unreadable: false, before: None });
    }

    fn set_came(&mut self, address: &SetAddress, result: Result<Opened, Failure>) {
        let Some(open) = self.open.as_mut().filter(|open| open.address == *address) else { return };
        match result {
            Ok(Opened { attempt, rejected, unreadable }) => {
                open.revised = rejected.iter().filter(|why| **why == Rejected::Revised).count();
                open.unreadable = unreadable;
                open.attempt = Load::Ready(attempt);
            }
            Err(failure) => open.attempt = Load::Failed(failure),
        }
    }

    fn wait_longer(&mut self) {
        let catalogue = std::mem::replace(&mut self.catalogue, Load::Loading);
        self.catalogue = catalogue.slower();
        if let Some(open) = &mut self.open {
            let attempt = std::mem::replace(&mut open.attempt, Load::Loading);
            open.attempt = attempt.slower();
        }
    }

    fn retry(&mut self, ctx: &Context<Self>) {
        self.open = None;
        self.catalogue = Load::Loading;
        self.focus = Some(HEADING);
        effect::fetch_catalogue(ctx);
    }
}

/// The student's way through the open set.
impl App {
    fn did(&mut self, ctx: &Context<Self>, did: Did) {
        let Did::Answered(answer) = did else {
            self.unanswered = true;
            return;
        };
        let (Some(open), Some(store), false) = (&self.open, &self.store, self.saving) else { return };
        let (Some(attempt), Route::Set(_, SetPage::Question(id))) = (open.attempt.ready(), &self.route) else { return };
        let question = attempt.pack().set().position(id).and_then(|position| attempt.question(position));
        let Some(revision) = question.map(|question| question.revision) else { return };
        let event = Event::Answered { question: id.clone(), revision, answer };
        // What the attempt would reject is not worth saving.
        if attempt.apply(event.clone()).is_ok() {
            self.saving = true;
            effect::save(ctx, open.address.clone(), event, Rc::clone(store));
        }
    }

    fn saved(&mut self, address: &SetAddress, event: Event) {
        self.saving = false;
        self.unanswered = false;
        let Some(open) = self.open.as_mut().filter(|open| open.address == *address) else { return };
        let Some(next) = open.attempt.ready().and_then(|attempt| attempt.apply(event).ok()) else { return };
        open.attempt = Load::Ready(next);
        open.before = None;
        self.focus = Some(VERDICT);
        page::scroll_to_top();
    }

    fn start_again(&mut self, ctx: &Context<Self>) {
        let (Some(open), Some(store)) = (&mut self.open, &self.store) else { return };
        let Some(attempt) = open.attempt.ready().cloned() else { return };
        open.attempt = Load::Ready(Attempt::new(Rc::clone(attempt.pack())));
        open.before = Some(attempt);
        open.revised = 0;
        effect::note(ctx, open.address.key(), effect::Step::StartAgain, Rc::clone(store));
        self.focus = Some(HEADING);
    }

    fn take_back(&mut self, ctx: &Context<Self>) {
        let (Some(open), Some(store)) = (&mut self.open, &self.store) else { return };
        let Some(before) = open.before.take() else { return };
        open.attempt = Load::Ready(before);
        effect::note(ctx, open.address.key(), effect::Step::TakeBack, Rc::clone(store));
        self.focus = Some(HEADING);
    }
}
