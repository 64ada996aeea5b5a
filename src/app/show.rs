//! Owns the choice of the view for the player's state.
//!
//! Never changes that state.

use verbatim_core::Attempt;
use yew::{Callback, Context, Html, html};

use super::{App, Msg, Open, Step};
use crate::load::{Failure, Load};
use crate::part::notice::notice;
use crate::route::{Route, SetAddress, SetPage};
use crate::text::Messages;
use crate::view;

/// The whole player.
pub(super) fn app(app: &App, ctx: &Context<App>) -> Html {
    let body = match &app.route {
        Route::Catalogue => {
            loaded(app, ctx, &app.catalogue, |catalogue| view::catalogue::catalogue(catalogue, app.text))
        }
        Route::Set(..) => set(app, ctx),
        Route::Unknown => view::waiting::failed(Failure::Unknown, Callback::noop(), app.text),
    };
    let title = open(app).and_then(|open| Some((&open.address, open.attempt.ready()?.pack().set().title())));
    view::frame::frame(title, notices(app, ctx), body, app.text)
}

/// The document's title.
pub(super) fn title(app: &App) -> String {
    let text = app.text;
    let load = open(app).map(|open| &open.attempt);
    let (page, attempt) = match (&app.route, load) {
        (Route::Set(_, page), Some(Load::Ready(attempt))) => (page, attempt),
        (Route::Unknown, _) | (_, Some(Load::Failed(Failure::Unknown))) => return entitled(text.nothing_here, text),
        (_, Some(Load::Failed(_))) => return entitled(text.trouble, text),
        _ if app.catalogue.failed().is_some() => return entitled(text.trouble, text),
        _ => return text.verbatim.to_owned(),
    };
    let set = attempt.pack().set();
    let page = match page {
        SetPage::Start => None,
        SetPage::Results => Some(text.results.to_owned()),
        SetPage::Question(id) => set.position(id).map(|position| (text.position)(position + 1, set.questions().len())),
    };
    let parts = [page, Some(set.title().to_owned()), Some(text.verbatim.to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
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
            loaded(app, ctx, &open.attempt, |attempt| set_page(app, ctx, address, page, attempt))
        }
        // The catalogue comes first; where it failed, that is what there is to say.
        _ => loaded(app, ctx, &app.catalogue, |_| view::waiting::loading(false, app.text)),
    }
}

fn set_page(app: &App, ctx: &Context<App>, address: &SetAddress, page: &SetPage, attempt: &Attempt) -> Html {
    let on_start_again = ctx.link().callback(|()| Msg::Chose(Step::StartAgain));
    match page {
        SetPage::Start => view::start::start(address, attempt, &on_start_again, app.text),
        SetPage::Results => view::results::results(address, attempt, &on_start_again, app.text),
        SetPage::Question(id) => {
            let position = attempt.pack().set().position(id);
            match position.and_then(|position| Some((position, attempt.question(position)?))) {
                Some(asked) => {
                    let on_did = ctx.link().callback(Msg::Did);
                    view::question::question(address, attempt, asked, app.unanswered, on_did, app.text)
                }
                None => view::waiting::failed(Failure::Unknown, Callback::noop(), app.text),
            }
        }
    }
}

/// How many questions that were revised since an answer to them have no new answer yet.
fn still_revised(open: &Open) -> usize {
    let Some(attempt) = open.attempt.ready() else { return 0 };
    let position = |id: &String| attempt.pack().set().position(id);
    let is_open = |id: &&String| position(id).is_some_and(|position| attempt.given(position).is_none());
    open.revised.iter().filter(is_open).count()
}

fn notices(app: &App, ctx: &Context<App>) -> Html {
    let text = app.text;
    let refused = app.store.as_ref().is_some_and(|store| !store.is_lasting());
    let open = open(app);
    let revised = open.map_or(0, still_revised);
    let on_undo = ctx.link().callback(|()| Msg::Chose(Step::TakeBack));
    html! {
        <>
            if refused { { notice(text.storage_refused, None) } }
            if let Some(open) = open {
                if open.unreadable { { notice(text.saved_unreadable, None) } }
                if revised > 0 { { notice(&(text.revised)(revised), None) } }
                if open.before.is_some() { { notice(text.started_again, Some((text.undo, on_undo))) } }
            }
        </>
    }
}
