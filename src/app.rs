//! Owns the player's state and the one place where it changes.
//!
//! Holds no rule of attempts, and shows nothing itself: `show` chooses the view.

mod around;
mod channel;
mod clock;
mod early;
mod effect;
mod given;
mod glossary;
mod kept;
mod keys;
#[cfg(feature = "lms")]
mod lms;
mod msg;
mod navigation;
mod open;
mod save;
mod show;
mod steps;
mod title;

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use verbatim_core::{Attempt, Catalogue};
use yew::{Component, Context, Html};

use crate::boot::{self, Boot};
use crate::load::Load;
use crate::page;
use crate::route::Route;
use crate::store::Store;
use crate::text::{self, Messages};
use crate::view::catalogue::Look;
use open::Open;

pub use msg::Msg;

/// The player.
#[derive(Debug)]
pub struct App {
    text: &'static Messages,
    boot: Boot,
    /// What the page shows before the player runs is still there: nothing else is, until there is something to show.
    booting: bool,
    route: Route,
    store: Option<Rc<Store>>,
    /// Nothing, until something is needed that it alone knows.
    catalogue: Option<Load<Catalogue>>,
    look: Look,
    open: Option<Open>,
    glossary: Option<glossary::Opened>,
    /// The place that was left for the glossary.
    left: Option<glossary::Left>,
    /// What is wrong with an answer that was wanted, and how often that was said.
    error: Option<(usize, &'static str)>,
    /// Something is being saved that has to be saved first: what is done meanwhile waits here.
    saving: Option<VecDeque<Msg>>,
    /// What takes the focus as soon as it is on the page.
    focus: Option<Cow<'static, str>>,
    /// The page is to be seen from its top. Once it is drawn: what is not drawn yet would be laid out for it in vain.
    to_top: bool,
    /// Whether anything had the focus before the page was last drawn.
    had_focus: Cell<bool>,
    /// The attempt before an answer whose verdict is to be painted first: all else shows it still. What explains the
    /// verdict, and takes longer to draw, follows in the next frame.
    verdict_first: Option<Attempt>,
    /// What has just become of something, for those who do not see it.
    said: String,
    /// Whether single keys do something.
    uses_keys: Rc<Cell<bool>>,
    /// What the page of all that is saved has to say.
    kept: kept::KeptState,
    /// Tells when what is being fetched takes long.
    waiting: Option<Timeout>,
    /// Tells each second, while the time of a test runs.
    ticking: Option<Interval>,
    channel: Option<channel::Channel>,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        effect::open_store(ctx);
        let boot = Boot::read();
        let mut listeners = effect::listeners(ctx, &boot);
        let uses_keys = Rc::new(Cell::new(keys::are_used()));
        listeners.extend(keys::listener(Rc::clone(&uses_keys)));
        listeners.extend(around::listener(ctx));
        let route = boot.address();
        // Who opens the page at an entry of a glossary is taken there; else the focus stays with the browser.
        let focus = matches!(route, Route::Glossary(_, Some(_))).then(|| glossary::target(&route));
        let text = text::of(boot.parameters().language.as_deref().unwrap_or_default());
        let mut app = Self {
            text,
            boot,
            booting: boot::is_shown(),
            route,
            store: None,
            catalogue: None,
            look: Look::default(),
            open: None,
            glossary: None,
            left: None,
            error: None,
            saving: None,
            focus,
            to_top: false,
            had_focus: Cell::new(false),
            verdict_first: None,
            said: String::new(),
            uses_keys,
            kept: kept::KeptState::default(),
            waiting: None,
            ticking: None,
            channel: channel::Channel::open(ctx),
            _listeners: listeners,
        };
        app.open_route(ctx);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let Some(msg) = self.wait(msg) else { return true };
        if self.is_shown_already(&msg) {
            self.take(ctx, msg);
            return false;
        }
        self.take(ctx, msg);
        self.watch_clock(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.had_focus.set(page::has_focus());
        if self.shows_nothing() { Html::default() } else { show::app(self, ctx) }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if self.shows_nothing() {
            return;
        }
        if self.booting {
            self.booting = false;
            // Whoever has come to a link before the player did stays on it.
            let focused = page::focused();
            boot::remove();
            if let Some(id) = focused.filter(|_| self.focus.is_none()) {
                let _ = page::focus(&id);
            }
        }
        if std::mem::take(&mut self.to_top) {
            page::scroll_to_top();
        }
        if self.verdict_first.is_some() {
            return effect::after_paint(ctx);
        }
        page::set_title(&title::of(self));
        let is_entry = matches!(self.route, Route::Glossary(..));
        if let Some(id) = self.focus.take_if(|id| page::focus(id)) {
            if is_entry && id != page::HEADING {
                page::scroll_to(&id);
            }
        } else if is_entry && self.focus.is_some() && page::focus(page::HEADING) {
            // An entry that is not there, or that did not come.
            self.focus = None;
        } else if self.had_focus.get() && !page::has_focus() {
            // What had it is gone, as when another tab was first: whoever was there is not left at the page's end.
            let _ = page::focus(page::HEADING);
        }
    }
}

impl App {
    /// Whether what the page shows by itself is still all there is to show.
    fn shows_nothing(&self) -> bool {
        self.booting && show::is_waiting(self)
    }

    fn take(&mut self, ctx: &Context<Self>, msg: Msg) {
        match msg {
            Msg::WentTo(route) => self.go(ctx, route),
            Msg::StoreOpened(store) => self.store_opened(ctx, store),
            Msg::CatalogueCame(result) => {
                self.waiting = None;
                self.catalogue = Some(result.map_or_else(Load::Failed, Load::Ready));
                self.open_route(ctx);
            }
            Msg::GlossaryCame(bank, result) => self.glossary_came(&bank, result),
            Msg::SetCame(address, result) => self.set_came(ctx, &address, result),
            Msg::SavedElsewhere(set) => self.saved_elsewhere(ctx, &set),
            Msg::HistoryCame(address, history) => self.history_came(&address, history),
            Msg::WaitedLong => self.wait_longer(),
            Msg::Retried => self.retry(ctx),
            Msg::Sought(seek) => self.seek(ctx, seek),
            Msg::AboutsCame(file, result) => self.abouts_came(file, result),
            Msg::Did(did) => self.did(ctx, did),
            Msg::Began(mode) => self.begin(ctx, mode),
            Msg::TookBack => self.take_back(ctx),
            Msg::Submitted => self.submit(ctx),
            Msg::Paused(paused) => self.pause(ctx, paused),
            Msg::Wanted(want) => self.want(ctx, want),
            Msg::Saved(address, change) => self.saved(ctx, &address, change),
            Msg::Lasts(set) => self.lasts(&set),
            Msg::Kept(kept) => self.kept(ctx, kept),
            Msg::FileRead(lines) => self.file_read(ctx, lines),
            Msg::Merged(count) => self.merged(ctx, count),
            Msg::Counted(count) => self.kept.count = Some(count),
            Msg::Erased(lines) => self.erased(ctx, lines),
            Msg::Painted => self.explain(),
            Msg::Ticked => self.tick(ctx),
            Msg::Reset => self.reset(ctx),
            Msg::Leaving => self.leave(ctx),
            #[cfg(feature = "lms")]
            Msg::Lms(turn) => self.turn(turn),
            Msg::UsedKeys(used) => self.use_keys(used),
        }
    }

    fn store_opened(&mut self, ctx: &Context<Self>, store: Rc<Store>) {
        self.store = Some(Rc::clone(&store));
        effect::perform(ctx, async move {
            store.settle().await;
            None
        });
        #[cfg(feature = "lms")]
        self.hear_lms(ctx);
        self.open_route(ctx);
    }

    /// The page may be about to end.
    fn leave(&mut self, ctx: &Context<Self>) {
        self.keep_draft(ctx, page::now());
        #[cfg(feature = "lms")]
        self.commit();
    }
}
