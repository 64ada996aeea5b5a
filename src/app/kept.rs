//! Owns what a student does with all that is saved: to a file, from a file, erased, and back.
//!
//! Never loses anything without a way back as long as the page is open.

use std::rc::Rc;

use js_sys::{Date, JsString};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::Context;

use super::effect::perform;
use super::{App, Msg};
use crate::page::{self, HEADING};
use crate::route::Route;
use crate::store::Line;
use crate::store::saved::Entry;
use crate::view::progress::Kept;

/// The first line of a file. The number is the version of the file, which is one of lines of any version.
const HEAD: &str = "verbatim progress 1";

/// What the page of all that is saved has to say.
#[derive(Debug, Default)]
pub(super) struct KeptState {
    /// How many entries there are, as far as that is known.
    pub count: Option<usize>,
    /// What has become of the last thing done.
    pub news: Option<String>,
    /// What was erased, as long as it can be brought back.
    pub erased: Option<Vec<Line>>,
    /// What is being added is what was erased.
    pub is_undo: bool,
}

impl App {
    /// Counts what is saved, for the page that says so.
    pub(super) fn count(&mut self, ctx: &Context<Self>) {
        let (Route::Progress, Some(store)) = (&self.route, &self.store) else { return };
        let store = Rc::clone(store);
        perform(ctx, async move { Some(Msg::Counted(store.everything().await.len())) });
    }

    #[inline(never)]
    pub(super) fn kept(&mut self, ctx: &Context<Self>, kept: Kept) {
        let Some(store) = self.store.clone() else { return };
        match kept {
            Kept::Saved => perform(ctx, async move {
                // A browser that takes no file says so itself.
                let _ = page::save_file(&name(), "text/plain", &written(&store.everything().await));
                None
            }),
            Kept::Gave(file) => perform(ctx, async move { Some(Msg::FileRead(read(file).await)) }),
            Kept::Erased => perform(ctx, async move { Some(Msg::Erased(store.erase().await)) }),
            Kept::TookBack => {
                let Some(lines) = self.kept.erased.take() else { return };
                // The button goes with its notice, and the focus would with it.
                self.focus = Some(HEADING.into());
                self.kept.is_undo = true;
                self.merge(ctx, lines);
            }
        }
    }

    #[inline(never)]
    pub(super) fn file_read(&mut self, ctx: &Context<Self>, lines: Option<Vec<Line>>) {
        match lines {
            Some(lines) => match lines.iter().filter(|line| is_damaged(&line.line)).count() {
                0 => self.merge(ctx, lines),
                damaged => self.kept.news = Some((self.text.file_damaged)(damaged)),
            },
            None => self.kept.news = Some(self.text.file_strange.to_owned()),
        }
    }

    fn merge(&mut self, ctx: &Context<Self>, lines: Vec<Line>) {
        let Some(store) = self.store.clone() else { return };
        perform(ctx, async move { Some(Msg::Merged(store.merge(lines).await)) });
    }

    #[inline(never)]
    pub(super) fn merged(&mut self, ctx: &Context<Self>, count: usize) {
        let undone = core::mem::take(&mut self.kept.is_undo);
        self.kept.news = Some(if undone { self.text.brought_back.to_owned() } else { (self.text.file_read)(count) });
        self.forget(ctx);
    }

    #[inline(never)]
    pub(super) fn erased(&mut self, ctx: &Context<Self>, lines: Option<Vec<Line>>) {
        let text = self.text;
        self.kept.news = lines.is_none().then(|| text.not_erased.to_owned());
        self.kept.erased = lines;
        // The button that was used has nothing more to do.
        self.focus = Some(HEADING.into());
        self.forget(ctx);
    }

    /// What is open is read anew when it is next shown, here and in other tabs.
    fn forget(&mut self, ctx: &Context<Self>) {
        let set = self.open.take().map(|open| open.key());
        if let Some(channel) = &self.channel {
            channel.tell(&set.unwrap_or_default());
        }
        self.count(ctx);
    }
}

/// Whether a line is of a version that this one knows, and cannot be read. What is of a later version is kept for it.
fn is_damaged(line: &str) -> bool {
    (line.starts_with("1 ") || line.starts_with("2 ")) && Entry::read(line).is_none()
}

/// A name with the day in it, so that an earlier file is not written over.
fn name() -> String {
    let now = String::from(Date::new_0().to_iso_string());
    format!("verbatim-progress-{}.txt", now.split('T').next().unwrap_or_default())
}

/// The form of a file: a head, then a line for each entry with the set in front.
fn written(lines: &[Line]) -> String {
    let lines = lines.iter().map(|line| format!("{}\t{}\n", line.set, line.line));
    core::iter::once(format!("{HEAD}\n")).chain(lines).collect()
}

/// The entries of a file; `None` where it is none of ours.
async fn read(file: File) -> Option<Vec<Line>> {
    let text: String = JsFuture::from(file.text()).await.map(JsString::from).ok()?.into();
    parsed(&text)
}

fn parsed(text: &str) -> Option<Vec<Line>> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    if lines.next()? != HEAD {
        return None;
    }
    let line = |line: &str| {
        let (set, line) = line.split_once('\t')?;
        Some(Line { set: set.to_owned(), line: line.to_owned() })
    };
    lines.filter(|line| !line.is_empty()).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(set: &str, line: &str) -> Line {
        Line { set: set.to_owned(), line: line.to_owned() }
    }

    fn check(text: &str, expect: Option<Vec<Line>>) {
        assert_eq!(parsed(text), expect, "{text:?}");
    }

    #[test]
    fn a_file_reads_back_as_it_was_written() {
        let lines = vec![line("a/b", "2 1 ff began practice"), line("a/c", "9 of a later version")];
        check(&written(&lines), Some(lines));
        check(
            "verbatim progress 1\r\na/b\t2 1 ff began practice\r\n",
            Some(vec![line("a/b", "2 1 ff began practice")]),
        );
        check("verbatim progress 1", Some(Vec::new()));
    }

    #[test]
    fn another_file_is_not_read() {
        check("", None);
        check("a,b,c\n1,2,3\n", None);
        check("verbatim progress 1\nno tab\n", None);
        check("verbatim progress 2\na/b\tx\n", None);
    }
}
