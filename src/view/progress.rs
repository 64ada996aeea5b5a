//! Owns the page of what is saved: to a file, from a file, erased.
//!
//! Never saves or erases itself.

use web_sys::{File, HtmlInputElement};
use yew::{Callback, Event, Html, TargetCast, html};

use super::frame::{dialog, heading};
use crate::page;
use crate::part::button::{Weight, button};
use crate::text::Messages;

/// The id of the dialog that asks before everything is erased.
const SURE: &str = "sure-to-erase";

/// What a student did on this page.
#[derive(Clone, Debug)]
pub enum Kept {
    /// Asked for a file.
    Saved,
    /// Gave one.
    Gave(File),
    /// Wants everything erased, and has been asked.
    Erased,
    /// Wants it back.
    TookBack,
}

/// The page; `saved` is how many entries there are, as far as that is known.
pub fn progress(saved: Option<usize>, on_kept: &Callback<Kept>, text: &Messages) -> Html {
    let on_save = on_kept.reform(|_| Kept::Saved);
    let on_erase = on_kept.reform(|()| Kept::Erased);
    let ask = Callback::from(|_| page::open_dialog(SURE));
    let something = saved.is_some_and(|count| count > 0);
    html! {
        <div class="kept">
            { heading(html! { text.progress }) }
            <p class="page__lead">{ text.progress_words }</p>
            <p>{ saved.map_or(text.loading.to_owned(), |count| (text.saved_answers)(count)) }</p>
            if something { { part(text.save_file_words, button(Weight::Main, text.save_file, on_save)) } }
            { part(text.read_file_words, file(on_kept.clone(), text)) }
            if something { { part(text.erase_words, button(Weight::Quiet, text.erase, ask)) } }
            { dialog(SURE, text.erase, html! { <p>{ text.sure_to_erase }</p> }, Some((text.erase, &on_erase)), text) }
        </div>
    }
}

/// One thing that can be done, with what it is good for.
fn part(words: &'static str, control: Html) -> Html {
    html! { <section class="kept__part"><p>{ words }</p>{ control }</section> }
}

/// The control for a file.
fn file(on_kept: Callback<Kept>, text: &Messages) -> Html {
    let onchange = move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on_kept.emit(Kept::Gave(file));
        }
        // So that the same file can be given once more.
        input.set_value("");
    };
    html! {
        <label class="kept__file">
            <span class="kept__label">{ text.read_file }</span>
            <input type="file" accept=".txt,text/plain" {onchange} />
        </label>
    }
}
