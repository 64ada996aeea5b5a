//! Owns the control for putting items in order: buttons and arrow keys move them, and after the answer each says where
//! it was and why it has its place.
//!
//! Never marks.

use verbatim_core::Answer;
use verbatim_core::prose::plain;
use verbatim_core::question::Order;
use verbatim_core::question::order::Item;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::{Callback, Event};

use super::entry::{Turn, group, tagged};
use super::{Control, NAME, Reviewed, joined, picked};
use crate::part::element::{Attr, Node, On, el, list};
use crate::part::prose;

/// Which way an item moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// The items, each with a button to move it up and one to move it down.
pub(super) fn control(order: &Order, control: &Control<'_>) -> Node {
    let now = match picked(control.draft) {
        [] => control.shown,
        moved => moved,
    };
    let item = |(place, position): (usize, &usize)| {
        let item = order.items().get(*position)?;
        Some(movable(item, (place, *position), now, control))
    };
    let items = el("ol.order").with_all(now.iter().enumerate().filter_map(item));
    group(control.text.put_in_order, control.described_by, items)
}

fn movable(item: &Item, (place, position): (usize, usize), now: &[usize], control: &Control<'_>) -> Node {
    let name = plain(&item.text);
    let move_to = |way: Way| {
        let (on_draft, moved) = (control.on_draft.clone(), moved(now, place, way));
        let at = moved.iter().position(|item| *item == position).unwrap_or(place);
        let words = (control.text.now_at)(&name, at + 1, now.len());
        Callback::from(move |()| on_draft.emit((Answer::Order(moved.clone()), words.clone())))
    };
    let (up, down) = (move_to(Way::Up), move_to(Way::Down));
    let up_button = mover((Way::Up, place == 0), position, (control.text.move_up)(&name), &up);
    let down_button = mover((Way::Down, place + 1 == now.len()), position, (control.text.move_down)(&name), &down);
    let on_key_down = move |event: Event| {
        let event: KeyboardEvent = event.unchecked_into();
        let way = match event.key().as_str() {
            "ArrowUp" => &up,
            "ArrowDown" => &down,
            _ => return,
        };
        // The page would scroll.
        event.prevent_default();
        way.emit(());
    };
    let position = position.to_string();
    el("li.order__item")
        .key(&position)
        .on(On::KeyDown, Callback::from(on_key_down))
        .with(el("input").attr(Attr::Type, "hidden").attr(Attr::Name, NAME).value(&position))
        .with(el("span.order__text").with(prose::line(&item.text)))
        .with(el("span.order__buttons").with(up_button).with(down_button))
}

/// A button that moves an item. At an end it says that it does nothing, and is not disabled, so that the focus does not
/// fall off a button that has just been used.
fn mover((way, end): (Way, bool), position: usize, label: String, on_move: &Callback<()>) -> Node {
    let (id, sign) = match way {
        Way::Up => (format!("up-{position}"), "↑"),
        Way::Down => (format!("down-{position}"), "↓"),
    };
    let disabled = if end { "true" } else { "false" };
    el("button.order__button")
        .attr(Attr::Type, "button")
        .attr(Attr::Id, id)
        .attr(Attr::AriaLabel, label)
        .attr(Attr::AriaDisabled, disabled)
        .on_click(on_move.clone())
        .with(el("span").attr(Attr::AriaHidden, "true").with(sign))
}

/// The order after the item at a place has moved; at an end it stays.
fn moved(now: &[usize], place: usize, way: Way) -> Vec<usize> {
    let mut order = now.to_vec();
    let other = match way {
        Way::Up => place.checked_sub(1),
        Way::Down => Some(place + 1).filter(|next| *next < order.len()),
    };
    if let Some(other) = other {
        order.swap(place, other);
    }
    order
}

/// The items in the right order, each with its date, where the student had put it, and why.
pub(super) fn review(order: &Order, shown: &Reviewed<'_>) -> Node {
    let given = picked(shown.answer);
    let item = |(place, item): (usize, &Item)| {
        let at = given.iter().position(|position| *position == place);
        let turn = match at {
            None => Turn::Other,
            // What ties may stand in either place.
            Some(at) if at == place || order.ties(at, place) => Turn::Right,
            Some(_) => Turn::Wrong,
        };
        let date = item.date.as_ref().map(|date| el("span.order__date").with(date.as_str()).with(": "));
        let words = list().with(date).with(prose::line(&item.text));
        let tags = at.map_or_else(String::new, |at| (shown.text.was_put)(at + 1, given.len()));
        tagged(turn, words, tags, prose::line(&item.why))
    };
    el("ol.options options--reviewed").with_all(order.items().iter().enumerate().map(item))
}

/// The items in the order that was given.
pub(super) fn words(order: &Order, answer: Option<&Answer>) -> String {
    let items = picked(answer).iter().filter_map(|position| order.items().get(*position));
    joined(items.map(|item| plain(&item.text)), " → ")
}
