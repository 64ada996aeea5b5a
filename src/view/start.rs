//! Owns the first page of a set: what it is about, and the way in.
//!
//! Never asks a question.

use verbatim_core::mark::percent;
use verbatim_core::{Attempt, Mode, Pack};
use yew::Callback;

use super::frame::{dialog, heading};
use crate::page;
use crate::part::button::{Weight, button};
use crate::part::element::{Attr, Node, el, list};
use crate::part::link::{self, outward};
use crate::route::SetAddress;
use crate::text::Messages;

/// The id of the dialog that asks before a test under way is left behind.
const SURE: &str = "sure-to-start-again";

/// The first page of a set. `begun` is whether the attempt is saved: a test begins by a button, since its time runs.
/// `on_share` is there where the set can be given to other pages.
pub fn start(
    address: &SetAddress,
    attempt: &Attempt,
    begun: bool,
    on_begin: &Callback<Mode>,
    on_share: Option<Callback<()>>,
    text: &Messages,
) -> Node {
    let set = attempt.pack().set();
    let waiting = !begun && attempt.start().mode == Mode::Test;
    let first =
        if waiting { begin(Mode::Test, text.begin, Weight::Main, on_begin) } else { way_in(address, attempt, text) };
    el("div.start")
        .with(heading(set.title()))
        .with((!set.about().is_empty()).then(|| el("p.page__lead").with(set.about())))
        .with(el("p.start__facts").with(facts(attempt, text)))
        .with(el("p.actions").with(first).with(others(attempt, begun, on_begin, text)))
        .with(origin(attempt.pack(), text))
        .with(on_share.map(|on_share| el("p").with(share(on_share, text))))
}

/// The button for teachers, which has the focus again when their dialog is closed.
fn share(on_share: Callback<()>, text: &Messages) -> Node {
    el("button.start__share")
        .attr(Attr::Type, "button")
        .attr(Attr::Id, "use-in-course")
        .on_click(on_share)
        .with(text.use_in_course)
}

/// What a set rests on: the glossary, where it has one, and the source.
pub fn origin(pack: &Pack, text: &Messages) -> Node {
    let source = pack.source();
    let explains = pack.concepts().iter().any(|concept| concept.defined);
    let page = source.address.as_deref().map(|page| outward("a.start__link", page).with(text.read_source));
    let cited = el("p.start__source").attr(Attr::Lang, source.language.as_str()).with((text.about_source)(source));
    list().with(explains.then(|| link::glossary(pack.bank(), text))).with(cited.with(page))
}

/// What is to be known before one begins.
fn facts(attempt: &Attempt, text: &Messages) -> String {
    let set = attempt.pack().set();
    let (answered, all) = (attempt.answered(), set.questions().len());
    let settings = set.settings();
    let minutes = settings.time_limit.map(|limit| limit.div_ceil(60_000));
    let facts = [
        Some((text.questions)(u32::try_from(all).unwrap_or(u32::MAX))),
        (settings.mode == Some(Mode::Test)).then(|| text.is_test.to_owned()),
        minutes.map(text.time_limit),
        settings.until_right.then(|| text.is_until_right.to_owned()),
        settings.pass.map(|share| (text.pass)(percent(share))),
        (answered > 0 || attempt.is_begun()).then(|| (text.answered)(answered, attempt.asked().len())),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The other ways to begin: as a test, or again.
fn others(attempt: &Attempt, begun: bool, on_begin: &Callback<Mode>, text: &Messages) -> Node {
    let mode = attempt.start().mode;
    let free = attempt.pack().set().settings().mode.is_none();
    let again = attempt.is_begun() || begun && mode == Mode::Test;
    let test = free && mode == Mode::Practice;
    list()
        .with(test.then(|| begin(Mode::Test, text.begin_test, Weight::Quiet, on_begin)))
        .with(again.then(|| start_again(attempt, on_begin, text)))
}

fn begin(mode: Mode, words: &'static str, weight: Weight, on_begin: &Callback<Mode>) -> Node {
    button(weight, words, on_begin.reform(move |()| mode))
}

/// The button for a new attempt of the same mode; a test under way is asked about first.
pub(super) fn start_again(attempt: &Attempt, on_begin: &Callback<Mode>, text: &Messages) -> Node {
    let free = attempt.pack().set().settings().mode;
    let mode = free.unwrap_or(Mode::Practice);
    let mode = if attempt.start().mode == Mode::Test && free.is_none() { Mode::Practice } else { mode };
    let running = attempt.start().mode == Mode::Test && !attempt.is_submitted();
    if !running {
        return begin(mode, text.start_again, Weight::Quiet, on_begin);
    }
    let on_sure = on_begin.reform(move |()| mode);
    let ask = Callback::from(|()| page::open_dialog(SURE));
    let body = el("p").with(text.sure_to_start_again);
    list().with(button(Weight::Quiet, text.start_again, ask)).with(dialog(
        SURE,
        text.start_again,
        body,
        Some((text.start_again, &on_sure)),
        text,
    ))
}

/// The link that goes on from where the attempt stands.
pub(super) fn way_in(address: &SetAddress, attempt: &Attempt, text: &Messages) -> Node {
    let places = attempt.asked();
    let number = |place: usize| places.iter().position(|other| *other == place).map_or(1, |position| position + 1);
    let open = attempt.first_open().and_then(|place| Some((place, attempt.question(place)?)));
    let (link, words) = match open {
        None if attempt.is_submitted() || attempt.mode() == Mode::Practice => {
            (address.results(), text.see_results.to_owned())
        }
        None => (address.overview(), text.overview.to_owned()),
        Some((place, question)) if attempt.is_begun() || attempt.start().mode == Mode::Test => {
            (address.question(&question.id), (text.resume)(number(place)))
        }
        Some((_, question)) => (address.question(&question.id), text.begin.to_owned()),
    };
    el("a.button").attr(Attr::Href, link).with(words)
}
