//! Owns the talk with the page around a player that stands in a frame: what it is told, and what it asks for.
//!
//! Never knows that page: the frame's own script (`embed/frame.js`) does, passes on what is told here as it finds right,
//! and asks only what it has checked.

use gloo::events::EventListener;
use js_sys::Array;
use verbatim_core::prose::plain;
use verbatim_core::{Attempt, Event, Mode, Question};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};
use yew::Context;

use super::{App, Msg};
use crate::page::{self, HEADING};
use crate::route::SetAddress;

/// The event by which the frame's script is told something.
const TOLD: &str = "verbatim-told";
/// The event by which it asks for something.
const ASKED: &str = "verbatim-asked";
/// The event by which a teacher's wish to have a set in her own page is told.
const SHARED: &str = "verbatim-share";
/// It asks for a new start.
const RESET: &str = "reset";

/// Hears what is asked for from around, where there is anything.
pub(super) fn listener(ctx: &Context<App>) -> Option<EventListener> {
    let window = web_sys::window().filter(|_| page::is_framed())?;
    let link = ctx.link().clone();
    Some(EventListener::new(&window, ASKED, move |event| {
        let asked = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
        if asked.as_deref() == Some(RESET) {
            link.send_message(Msg::Reset);
        } else {
            // The page has a heading whatever it shows.
            let _ = page::focus(HEADING);
        }
    }))
}

/// A set is open.
pub(super) fn tell_ready(address: &SetAddress, attempt: &Attempt) {
    tell(|| {
        let mode = if attempt.start().mode == Mode::Test { "test" } else { "practice" };
        vec![
            ("type", "ready".into()),
            ("set", address.key().into()),
            ("title", attempt.pack().set().title().into()),
            ("mode", mode.into()),
            ("answered", count(attempt.report().answered)),
            ("questions", count(attempt.report().asked)),
        ]
    });
}

/// Something happened: an answer was given, and it may have been the last.
pub(super) fn tell_change(before: &Attempt, after: &Attempt, event: &Event) {
    if let Event::Answered { question, .. } = event {
        tell(|| {
            let place = after.place(question);
            // What a test has not told its student is told nobody.
            let settled = place.filter(|place| after.is_settled(*place));
            let mark = settled.and_then(|place| after.course(place)?.mark().map(|mark| mark.earned().into()));
            let tries = place.and_then(|place| after.course(place)).map_or(0, |course| course.tries().len());
            vec![
                ("type", "answered".into()),
                ("question", question.as_str().into()),
                ("mark", mark.unwrap_or(JsValue::NULL)),
                ("tries", count(tries)),
                ("answered", count(after.report().answered)),
                ("questions", count(after.report().asked)),
            ]
        });
    }
    if after.is_finished() && !before.is_finished() {
        tell(|| {
            let report = after.report();
            vec![
                ("type", "completed".into()),
                ("mark", report.earned.into()),
                ("right", count(report.right)),
                ("answered", count(report.answered)),
                ("questions", count(report.asked)),
                ("seconds", ((report.worked / 1000) as f64).into()),
                ("passed", report.passed.map_or(JsValue::NULL, JsValue::from)),
            ]
        });
    }
}

fn count(number: usize) -> JsValue {
    (number as f64).into()
}

/// Tells the frame's script something; nothing where there is no frame.
fn tell(what: impl Fn() -> Vec<(&'static str, JsValue)>) {
    if page::is_framed() {
        dispatch(TOLD, &what());
    }
}

/// Tells the page's own scripts something. Whether anybody heard it does not matter here.
fn dispatch(name: &str, what: &[(&str, JsValue)]) {
    let init = CustomEventInit::new();
    init.set_detail(&page::object(what));
    let event = CustomEvent::new_with_event_init_dict(name, &init).ok();
    let _ = web_sys::window().zip(event).map(|(window, event)| window.dispatch_event(&event));
}

/// A teacher wants a set in a page of her own.
pub(super) fn share(address: &SetAddress, attempt: &Attempt) {
    let set = attempt.pack().set();
    let question = |question: &Question| Array::of2(&question.id.as_str().into(), &plain(&question.prompt).into());
    dispatch(
        SHARED,
        &[
            ("title", set.title().into()),
            ("set", address.key().into()),
            ("file", format!("questions/{}.toml", address.key()).into()),
            ("questions", set.questions().iter().map(question).collect::<Array>().into()),
        ],
    );
}

impl App {
    /// The page around wants a new start: the same as the student's own wish, and she can take it back.
    #[inline(never)]
    pub(super) fn reset(&mut self, ctx: &Context<Self>) {
        let Some(progress) = self.progress().filter(|progress| progress.begun) else { return };
        let attempt = &progress.attempt;
        let mode = attempt.pack().set().settings().mode.unwrap_or(attempt.start().mode);
        self.begin(ctx, mode);
    }
}
