//! Owns the choice of the view for the player's state.
//!
//! Never changes that state.

use std::rc::Rc;

use verbatim_core::bank::Glossary;
use verbatim_core::{Attempt, Catalogue, Mode};
use yew::{Callback, Context, Html};

use super::open::{Open, Progress};
use super::{App, Msg, around};
use crate::load::{Failure, Load};
use crate::page;
use crate::part::element::{Node, list};
use crate::part::link::link;
use crate::part::notice::notice;
use crate::route::{Route, SetAddress, SetPage};
use crate::store::begun;
use crate::text::Messages;
use crate::view::{self, clock, frame::Frame, progress::Kept, question::Asked};

/// The whole player.
#[inline(never)]
pub(super) fn app(app: &App, ctx: &Context<App>) -> Html {
    let body = match &app.route {
        Route::Catalogue => catalogue(app, ctx),
        Route::Progress => progress(app, ctx),
        Route::Set(..) => set(app, ctx),
        Route::Glossary(_, concept) => glossary(app, ctx, concept.as_deref()),
        Route::Unknown => missing(app, ctx, Err(Failure::Unknown)),
    };
    let progress = open(app).and_then(|open| Some((&open.address, open.progress.ready()?)));
    let running = progress.filter(|(_, progress)| progress.begun).map(|(_, progress)| &progress.attempt);
    let on_pause = ctx.link().callback(Msg::Paused);
    let clock = running.and_then(|attempt| clock::clock(attempt, page::now(), &on_pause, app.text));
    let frame = Frame {
        set: progress.map(|(address, progress)| (address, progress.attempt.pack().set().title())),
        #[cfg(feature = "lms")]
        back: app.way_back(),
        clock,
        notices: notices(app, ctx),
        said: app.said.clone(),
        uses_keys: app.uses_keys.get(),
        on_keys: ctx.link().callback(Msg::UsedKeys),
    };
    view::frame::frame(frame, body, app.text).html()
}

/// The set of the route, if it is the open one.
pub(super) fn open(app: &App) -> Option<&Open> {
    let Route::Set(address, _) = &app.route else { return None };
    app.open.as_ref().filter(|open| open.address == *address)
}

/// The glossary of the route, if it is the open one.
pub(super) fn read(app: &App) -> Option<&Load<Rc<Glossary>>> {
    let Route::Glossary(bank, _) = &app.route else { return None };
    app.glossary.as_ref().filter(|open| open.bank == *bank).map(|open| &open.load)
}

/// Whether what the address names is still on its way.
pub(super) fn is_waiting(app: &App) -> bool {
    fn is_on_its_way<T>(load: Option<&Load<T>>) -> bool {
        load.is_none_or(|load| load.ready().is_none() && load.failed().is_none())
    }
    // Where the catalogue failed, nothing else will come.
    let listed = app.catalogue.as_ref();
    let stuck = listed.is_some_and(|load| load.failed().is_some());
    match &app.route {
        Route::Catalogue => is_on_its_way(listed),
        Route::Set(..) => !stuck && is_on_its_way(open(app).map(|open| &open.progress)),
        Route::Glossary(..) => !stuck && is_on_its_way(read(app)),
        Route::Progress | Route::Unknown => false,
    }
}

// What is not inlined below is no part of what shows a question, and comes with the rest of the player.

#[inline(never)]
fn catalogue(app: &App, ctx: &Context<App>) -> Node {
    let on_seek = ctx.link().callback(Msg::Sought);
    let standing = |address: &SetAddress| begun::standing(&address.key());
    listed(app, ctx, |catalogue| view::catalogue::catalogue(catalogue, &app.look, &on_seek, &standing, app.text))
}

#[inline(never)]
fn progress(app: &App, ctx: &Context<App>) -> Node {
    let keeping = &app.text.keeping;
    #[cfg(feature = "lms")]
    let keeping = app.lms_keeping().unwrap_or(keeping);
    view::progress::progress(app.kept.count, keeping, &ctx.link().callback(Msg::Kept), app.text)
}

/// What needs the catalogue.
fn listed(app: &App, ctx: &Context<App>, show: impl Fn(&Catalogue) -> Node) -> Node {
    app.catalogue.as_ref().map_or_else(|| missing(app, ctx, Ok(false)), |load| loaded(app, ctx, load, show))
}

fn loaded<T>(app: &App, ctx: &Context<App>, load: &Load<T>, show: impl Fn(&T) -> Node) -> Node {
    match load {
        Load::Loading => missing(app, ctx, Ok(false)),
        Load::Slowly => missing(app, ctx, Ok(true)),
        Load::Failed(failure) => missing(app, ctx, Err(*failure)),
        Load::Ready(value) => show(value),
    }
}

/// What is shown in place of what is not here: it is on its way, slowly or not, or it failed.
#[inline(never)]
fn missing(app: &App, ctx: &Context<App>, state: Result<bool, Failure>) -> Node {
    match state {
        Ok(slowly) => view::waiting::loading(slowly, app.text),
        Err(failure) => view::waiting::failed(failure, ctx.link().callback(|()| Msg::Retried), app.text),
    }
}

fn set(app: &App, ctx: &Context<App>) -> Node {
    match (open(app), &app.route) {
        (Some(open), Route::Set(address, page)) => {
            loaded(app, ctx, &open.progress, |progress| set_page(app, ctx, address, page, progress))
        }
        // The catalogue comes first; where it failed, that is what there is to say.
        _ => unlisted(app, ctx),
    }
}

/// That what only the catalogue tells is on its way.
#[inline(never)]
fn unlisted(app: &App, ctx: &Context<App>) -> Node {
    listed(app, ctx, |_| missing(app, ctx, Ok(false)))
}

#[inline(never)]
fn glossary(app: &App, ctx: &Context<App>, concept: Option<&str>) -> Node {
    let back = || app.left.as_ref().map(|left| link("back".to_owned(), left.address.clone(), left.words));
    match read(app) {
        Some(load) => loaded(app, ctx, load, |read| view::glossary::glossary(read, concept, &back, app.text)),
        None => unlisted(app, ctx),
    }
}

/// Whether the address names a concept that the glossary does not define.
fn is_undefined(app: &App) -> bool {
    let (Route::Glossary(_, Some(concept)), Some(Load::Ready(read))) = (&app.route, read(app)) else { return false };
    read.entries().iter().all(|entry| entry.concept != *concept)
}

fn set_page(app: &App, ctx: &Context<App>, address: &SetAddress, page: &SetPage, progress: &Progress) -> Node {
    let (attempt, text) = (&progress.attempt, app.text);
    let start = || start(ctx, address, progress, text);
    // A test whose time does not run yet shows none of its questions.
    let waiting = attempt.start().mode == Mode::Test && !progress.begun;
    // Nor does one whose time stands still: there would be no end to thinking about them.
    if attempt.is_paused() && *page != SetPage::Start {
        return paused(text);
    }
    match page {
        SetPage::Start => start(),
        SetPage::Results if attempt.start().mode == Mode::Test && !attempt.is_submitted() => {
            if waiting {
                start()
            } else {
                overview(app, ctx, address, attempt)
            }
        }
        SetPage::Overview if attempt.mode() == Mode::Test && !waiting && !attempt.is_submitted() => {
            overview(app, ctx, address, attempt)
        }
        SetPage::Overview if waiting => start(),
        SetPage::Results | SetPage::Overview => results(ctx, address, attempt, text),
        SetPage::Question(id) => match attempt.place(id) {
            Some(_) if waiting => start(),
            Some(place) => {
                let (draft, error, on_did) = (app.drafted(id), app.error, ctx.link().callback(Msg::Did));
                let told = attempt;
                // Not where another attempt has taken its place meanwhile, as by another tab.
                let before = app.verdict_first.as_ref().filter(|before| before.start() == told.start());
                let attempt = before.unwrap_or(told);
                view::question::question(&Asked { address, attempt, told, place, draft, error, on_did, text })
            }
            None => missing(app, ctx, Err(Failure::Unknown)),
        },
    }
}

#[inline(never)]
fn paused(text: &Messages) -> Node {
    view::waiting::paused(text)
}

#[inline(never)]
fn results(ctx: &Context<App>, address: &SetAddress, attempt: &Attempt, text: &Messages) -> Node {
    view::results::results(address, attempt, &ctx.link().callback(Msg::Wanted), text)
}

#[inline(never)]
fn start(ctx: &Context<App>, address: &SetAddress, progress: &Progress, text: &Messages) -> Node {
    let (to_share, attempt) = (address.clone(), progress.attempt.clone());
    let on_share = page::can_be_shown_elsewhere().then(|| Callback::from(move |()| around::share(&to_share, &attempt)));
    let on_begin = ctx.link().callback(Msg::Began);
    view::start::start(address, &progress.attempt, progress.begun, &on_begin, on_share, text)
}

#[inline(never)]
fn overview(app: &App, ctx: &Context<App>, address: &SetAddress, attempt: &Attempt) -> Node {
    view::overview::overview(address, attempt, &ctx.link().callback(|()| Msg::Submitted), app.text)
}

fn notices(app: &App, ctx: &Context<App>) -> Node {
    let text = app.text;
    let refused = app.store.as_ref().is_some_and(|store| !store.is_lasting());
    let open = open(app);
    let progress = open.and_then(|open| open.progress.ready());
    let revised = progress.map_or(0, Progress::still_revised);
    let on_undo = ctx.link().callback(|()| Msg::TookBack);
    let on_bring_back = ctx.link().callback(|()| Msg::Kept(Kept::TookBack));
    let running = progress.filter(|progress| progress.begun);
    let minutes = running.and_then(|progress| clock::warning(&progress.attempt, page::now()));
    let unreadable = progress.is_some_and(|progress| progress.unreadable);
    let mending = progress.is_some_and(|progress| progress.attempt.is_retry() && !progress.attempt.is_finished());
    let unknown = open.map(|open| open.missing.join(", ")).unwrap_or_default();
    let is = |says: bool, words: &str| says.then(|| notice(words, None));
    let undo = |can: bool, words, on_undo| can.then(|| notice(words, Some((text.undo, on_undo))));
    let notices = list();
    #[cfg(feature = "lms")]
    let notices = notices.with(app.lms_says().map(|words| notice(&words, None)));
    notices
        .with(is(refused, text.storage_refused))
        .with(is(app.saving.is_some(), text.saving))
        .with(is(unreadable, text.saved_unreadable))
        .with(is(!unknown.is_empty(), &(text.unknown_asked)(&unknown)))
        .with(is(revised > 0, &(text.revised)(revised)))
        .with(minutes.map(|minutes| notice(&(text.time_warning)(minutes), None)))
        .with(open.and_then(|open| started_again(open, on_undo, text)))
        .with(is(open.is_some_and(|open| open.begun_elsewhere), text.begun_elsewhere))
        .with(is(open.is_some_and(|open| open.erased_elsewhere), text.erased_elsewhere))
        .with(is(open.is_some_and(|open| open.time_is_up), text.time_up))
        .with(is(mending, text.mending))
        .with(is(is_undefined(app), text.no_entry))
        .with(app.kept.news.as_deref().map(|news| notice(news, None)))
        .with(undo(app.kept.erased.is_some(), text.erased, on_bring_back))
}

/// That a new attempt has begun, which can be taken back. An answer makes it final; then its place stays as it is until
/// the question is left: an answer is saved when its control is, and what was pressed in that moment must not move.
fn started_again(open: &Open, on_undo: Callback<()>, text: &Messages) -> Option<Node> {
    let shown = || notice(text.started_again, Some((text.undo, on_undo)));
    if open.before.is_some() { Some(shown()) } else { open.was_before.then(|| shown().class("notice notice--over")) }
}
