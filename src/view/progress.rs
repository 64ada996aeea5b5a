//! Owns the page of what is saved: to a file, from a file, erased.
//!
//! Never saves or erases itself.

use web_sys::{File, HtmlInputElement};
use yew::{Callback, Event, TargetCast};

use super::frame::{dialog, heading};
use crate::page;
use crate::part::button::{Weight, button};
use crate::part::element::{Attr, Node, On, el};
use crate::text::{KeepingMessages, Messages};

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

/// The page; `saved` is how many entries there are, as far as that is known, and `keeping` says where they are.
pub fn progress(saved: Option<usize>, keeping: &KeepingMessages, on_kept: &Callback<Kept>, text: &Messages) -> Node {
    let on_save = on_kept.reform(|()| Kept::Saved);
    let on_erase = on_kept.reform(|()| Kept::Erased);
    let ask = Callback::from(|()| page::open_dialog(SURE));
    let something = saved.is_some_and(|count| count > 0);
    let count = saved.map_or(text.loading.to_owned(), |count| (text.saved_answers)(count));
    let sure = el("p").with(keeping.sure);
    el("div.kept")
        .with(heading(text.progress))
        .with(el("p.page__lead").with(keeping.about))
        .with(el("p").with(count))
        .with(something.then(|| part(text.save_file_words, button(Weight::Main, text.save_file, on_save))))
        .with(part(text.read_file_words, file(on_kept.clone(), text)))
        .with(something.then(|| part(keeping.erase, button(Weight::Quiet, text.erase, ask))))
        .with(dialog(SURE, text.erase, sure, Some((text.erase, &on_erase)), text))
}

/// One thing that can be done, with what it is good for.
fn part(words: &'static str, control: Node) -> Node {
    el("section.kept__part").with(el("p").with(words)).with(control)
}

/// The control for a file.
fn file(on_kept: Callback<Kept>, text: &Messages) -> Node {
    let on_change = move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on_kept.emit(Kept::Gave(file));
        }
        // So that the same file can be given once more.
        input.set_value("");
    };
    let input = el("input").attr(Attr::Type, "file").attr(Attr::Accept, ".txt,text/plain");
    el("label.kept__file")
        .with(el("span.kept__label").with(text.read_file))
        .with(input.on(On::Change, Callback::from(on_change)))
}
