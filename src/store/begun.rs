//! Owns the marks of sets that were begun, by the links to them: a page reads them before the player runs, and does not
//! show its first question to whoever is further on.
//!
//! Never says what was done: the history does.

use crate::page;

/// What the keys of marks begin with; the page's own script in index.html knows it, too.
const PREFIX: &str = "verbatim begun ";

/// Marks a set that was begun, and takes the mark from one that was not.
pub fn mark(link: &str, begun: bool) {
    let Some(storage) = page::local_storage() else { return };
    let key = format!("{PREFIX}{link}");
    // Without its mark a set is shown with its first question for a moment.
    let _ = if begun { storage.set_item(&key, "") } else { storage.remove_item(&key) };
}

/// Takes the marks from all sets.
pub fn clear() {
    let Some(storage) = page::local_storage() else { return };
    let keys: Vec<String> =
        (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten()).collect();
    keys.iter().filter(|key| key.starts_with(PREFIX)).for_each(|key| drop(storage.remove_item(key)));
}
