//! Owns the choice of the view for the player's state.
//!
//! Never changes that state.

use verbatim_core::{Attempt, Mode};
use yew::{Callback, Context, Html, html};

use super::open::{Open, Progress};
use super::{App, Msg};
use crate::load::{Failure, Load};
use crate::page;
use crate::part::notice::notice;
use crate::route::{Route, SetAddress, SetPage};
use crate::text::Messages;
use crate::view::{self, clock, frame::Frame, progress::Kept, question::Asked};

/// The whole player.
pub(super) fn app(app: &App, ctx: &Context<App>) -> Html {
    let body = match &app.route {
        Route::Catalogue => {
            loaded(app, ctx, &app.catalogue, |catalogue| view::catalogue::catalogue(catalogue, app.text))
        }
        Route::Progress => view::progress::progress(app.kept.count, &ctx.link().callback(Msg::Kept), app.text),
        Route::Set(..) => set(app, ctx),
        Route::Unknown => view::waiting::failed(Failure::Unknown, Callback::noop(), app.text),
    };
    let progress = open(app).and_then(|open| Some((&open.address, open.progress.ready()?)));
    let running = progress.filter(|(_, progress)| progress.begun).map(|(_, progress)| &progress.attempt);
    let on_pause = ctx.link().callback(Msg::Paused);
    let clock = running.map(|attempt| clock::clock(attempt, page::now(), &on_pause, app.text)).unwrap_or_default();
    let frame = Frame {
        set: progress.map(|(address, progress)| (address, progress.attempt.pack().set().title())),
        clock,
        notices: notices(app, ctx),
        said: app.said.clone(),
        uses_keys: app.uses_keys.get(),
        on_keys: ctx.link().callback(Msg::UsedKeys),
    };
    view::frame::frame(frame, body, app.text)
}

/// The document's title.
pub(super) fn title(app: &App) -> String {
    let text = app.text;
    let load = open(app).map(|open| &open.progress);
    let (page, progress) = match (&app.route, load) {
        (Route::Set(_, page), Some(Load::Ready(progress))) => (page, progress),
        (Route::Progress, _) => return entitled(text.progress, text),
        (Route::Unknown, _) | (_, Some(Load::Failed(Failure::Unknown))) => return entitled(text.nothing_here, text),
        (_, Some(Load::Failed(_))) => return entitled(text.trouble, text),
        _ if app.catalogue.failed().is_some() => return entitled(text.trouble, text),
        _ => return text.verbatim.to_owned(),
    };
    let attempt = &progress.attempt;
    let page = match page {
        SetPage::Start => None,
        SetPage::Overview => Some(text.overview.to_owned()),
        SetPage::Results => Some(text.results.to_owned()),
        SetPage::Question(id) => match attempt.place(id) {
            Some(place) => number(attempt, place).map(|(number, all)| (text.position)(number, all)),
            None => Some(text.nothing_here.to_owned()),
        },
    };
    let parts = [page, Some(attempt.pack().set().title().to_owned()), Some(text.verbatim.to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Which of the questions that are asked now stands at a place, from 1, and how many there are.
fn number(attempt: &Attempt, place: usize) -> Option<(usize, usize)> {
    let places = attempt.asked();
    let position = places.iter().position(|other| *other == place)?;
    Some((position + 1, places.len()))
}

/// The title of a page that is known by its heading alone.
fn entitled(heading: &str, text: &Messages) -> String {
    format!("{heading} · {}", text.verbatim)
}

/// The set of the route, if it is the open one.
fn open(app: &App) -> Option<&Open> {
    let Route::Set(address, _) = &app.route else { return None };
    app.open.as_ref().filter(|open| open.address == *address)
}

fn loaded<T>(app: &App, ctx: &Context<App>, load: &Load<T>, show: impl Fn(&T) -> Html) -> Html {
    match load {
        Load::Loading => view::waiting::loading(false, app.text),
        Load::Slowly => view::waiting::loading(true, app.text),
        Load::Failed(failure) => view::waiting::failed(*failure, ctx.link().callback(|()| Msg::Retried), app.text),
        Load::Ready(value) => show(value),
    }
}

fn set(app: &App, ctx: &Context<App>) -> Html {
    match (open(app), &app.route) {
        (Some(open), Route::Set(address, page)) => {
            loaded(app, ctx, &open.progress, |progress| set_page(app, ctx, address, page, progress))
        }
        // The catalogue comes first; where it failed, that is what there is to say.
        _ => loaded(app, ctx, &app.catalogue, |_| view::waiting::loading(false, app.text)),
    }
}

fn set_page(app: &App, ctx: &Context<App>, address: &SetAddress, page: &SetPage, progress: &Progress) -> Html {
    let (attempt, text) = (&progress.attempt, app.text);
    let on_begin = ctx.link().callback(Msg::Began);
    let start = || view::start::start(address, attempt, progress.begun, &on_begin, text);
    // A test whose time does not run yet shows none of its questions.
    let waiting = attempt.start().mode == Mode::Test && !progress.begun;
    // Nor does one whose time stands still: there would be no end to thinking about them.
    if attempt.is_paused() && *page != SetPage::Start {
        return view::waiting::paused(text);
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
        SetPage::Results | SetPage::Overview => {
            view::results::results(address, attempt, &ctx.link().callback(Msg::Wanted), text)
        }
        SetPage::Question(id) => match attempt.place(id) {
            Some(_) if waiting => start(),
            Some(place) => {
                let (draft, error, on_did) = (app.drafted(id), app.error, ctx.link().callback(Msg::Did));
                let verdict_first = app.verdict_first;
                view::question::question(&Asked { address, attempt, place, draft, error, verdict_first, on_did, text })
            }
            None => view::waiting::failed(Failure::Unknown, Callback::noop(), text),
        },
    }
}

fn overview(app: &App, ctx: &Context<App>, address: &SetAddress, attempt: &Attempt) -> Html {
    view::overview::overview(address, attempt, &ctx.link().callback(|()| Msg::Submitted), app.text)
}

fn notices(app: &App, ctx: &Context<App>) -> Html {
    let text = app.text;
    let refused = app.store.as_ref().is_some_and(|store| !store.is_lasting());
    let open = open(app);
    let progress = open.and_then(|open| open.progress.ready());
    let revised = progress.map_or(0, Progress::still_revised);
    let on_undo = ctx.link().callback(|()| Msg::TookBack);
    let on_bring_back = ctx.link().callback(|()| Msg::Kept(Kept::TookBack));
    let running = progress.filter(|progress| progress.begun);
    let minutes = running.and_then(|progress| clock::warning(&progress.attempt, page::now()));
    html! {
        <>
            if refused { { notice(text.storage_refused, None) } }
            if app.saving.is_some() { { notice(text.saving, None) } }
            if progress.is_some_and(|progress| progress.unreadable) { { notice(text.saved_unreadable, None) } }
            if revised > 0 { { notice(&(text.revised)(revised), None) } }
            if let Some(minutes) = minutes { { notice(&(text.time_warning)(minutes), None) } }
            if let Some(open) = open {
                if open.before.is_some() { { notice(text.started_again, Some((text.undo, on_undo))) } }
                if open.begun_elsewhere { { notice(text.begun_elsewhere, None) } }
                if open.erased_elsewhere { { notice(text.erased_elsewhere, None) } }
                if open.time_is_up { { notice(text.time_up, None) } }
            }
            if progress.is_some_and(|progress| progress.attempt.is_retry() && !progress.attempt.is_finished()) {
                { notice(text.mending, None) }
            }
            if let Some(news) = &app.kept.news { { notice(news, None) } }
            if app.kept.erased.is_some() { { notice(text.erased, Some((text.undo, on_bring_back))) } }
        </>
    }
}
