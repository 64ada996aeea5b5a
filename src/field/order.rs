//! Owns the control for putting items in order: buttons and arrow keys move them, and after the answer each says where
//! it was and why it has its place.
//!
//! Never marks.

use verbatim_core::Answer;
use verbatim_core::prose::plain;
use verbatim_core::question::Order;
use verbatim_core::question::order::Item;
use yew::{Callback, Html, KeyboardEvent, MouseEvent, html};

use super::entry::{Turn, tagged};
use super::{Control, NAME, Reviewed, joined, picked};
use crate::part::prose;

/// Which way an item moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// The items, each with a button to move it up and one to move it down.
pub(super) fn control(order: &Order, control: &Control<'_>) -> Html {
    let now = match picked(control.draft) {
        [] => control.shown,
        moved => moved,
    };
    let item = |(place, position): (usize, &usize)| {
        let item = order.items().get(*position)?;
        Some(movable(item, (place, *position), now, control))
    };
    html! {
        <fieldset class="options" aria-describedby={control.described_by.to_owned()}>
            <legend class="options__legend">{ control.text.put_in_order }</legend>
            <ol class="order">{ for now.iter().enumerate().filter_map(item) }</ol>
        </fieldset>
    }
}

fn movable(item: &Item, (place, position): (usize, usize), now: &[usize], control: &Control<'_>) -> Html {
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
    let onkeydown = move |event: KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowUp" => &up,
            "ArrowDown" => &down,
            _ => return,
        };
        // The page would scroll.
        event.prevent_default();
        way.emit(());
    };
    html! {
        <li class="order__item" key={position} {onkeydown}>
            <input type="hidden" name={NAME} value={position.to_string()} />
            <span class="order__text">{ prose::line(&item.text) }</span>
            <span class="order__buttons">{ up_button }{ down_button }</span>
        </li>
    }
}

/// A button that moves an item. At an end it says that it does nothing, and is not disabled, so that the focus does not
/// fall off a button that has just been used.
fn mover((way, end): (Way, bool), position: usize, label: String, on_move: &Callback<()>) -> Html {
    let (id, sign) = match way {
        Way::Up => (format!("up-{position}"), "↑"),
        Way::Down => (format!("down-{position}"), "↓"),
    };
    let disabled = if end { "true" } else { "false" };
    let onclick = on_move.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="order__button" {id} aria-label={label} aria-disabled={disabled} {onclick}>
            <span aria-hidden="true">{ sign }</span>
        </button>
    }
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
pub(super) fn review(order: &Order, shown: &Reviewed<'_>) -> Html {
    let given = picked(shown.answer);
    let item = |(place, item): (usize, &Item)| {
        let at = given.iter().position(|position| *position == place);
        let turn = match at {
            None => Turn::Other,
            // What ties may stand in either place.
            Some(at) if at == place || order.ties(at, place) => Turn::Right,
            Some(_) => Turn::Wrong,
        };
        let date = item.date.as_ref().map(|date| html! { <span class="order__date">{ date }{ ": " }</span> });
        let words = html! { <>{ date }{ prose::line(&item.text) }</> };
        let tags = at.map_or_else(String::new, |at| (shown.text.was_put)(at + 1, given.len()));
        tagged(turn, words, tags, prose::line(&item.why))
    };
    html! { <ol class="options options--reviewed">{ for order.items().iter().enumerate().map(item) }</ol> }
}

/// The items in the order that was given.
pub(super) fn words(order: &Order, answer: Option<&Answer>) -> String {
    let items = picked(answer).iter().filter_map(|position| order.items().get(*position));
    joined(items.map(|item| plain(&item.text)), " → ")
}
