//! Owns the document's title for the player's state: where one is, in the words of that page's heading.
//!
//! Never sets it.

use verbatim_core::Attempt;

use super::App;
use super::show::{open, read};
use crate::load::{Failure, Load};
use crate::route::{Route, SetPage};
use crate::text::Messages;

/// The document's title.
pub(super) fn of(app: &App) -> String {
    let text = app.text;
    let (load, read) = (open(app).map(|open| &open.progress), read(app));
    // What is read stands there, whatever did not come besides.
    if let Some(read) = read.and_then(Load::ready) {
        return entitled(&format!("{} · {}", text.glossary, read.title()), text);
    }
    let failed = load.and_then(Load::failed).or_else(|| read?.failed()).or_else(|| app.catalogue.as_ref()?.failed());
    let (page, progress) = match (&app.route, load, failed) {
        (Route::Set(_, page), Some(Load::Ready(progress)), _) => (page, progress),
        (Route::Progress, ..) => return entitled(text.progress, text),
        (Route::Unknown, ..) | (_, _, Some(Failure::Unknown)) => return entitled(text.nothing_here, text),
        (_, _, Some(_)) => return entitled(text.trouble, text),
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
