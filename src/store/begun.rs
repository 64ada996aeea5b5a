//! Owns the marks of sets that were begun: a page reads them before the player runs, and does not
//! show its first question to whoever is further on.
//!
//! Never says what was done: the history does.

use crate::page;

/// What the keys of marks begin with: the link to the set follows. The page's own script in index.html knows it, too.
const PREFIX: &str = "verbatim begun #/";

/// Marks a set, as its lines name it, that was begun, and takes the mark from one that was not.
pub fn mark(set: &str, begun: bool) {
    if cfg!(feature = "lms") {
        // A package has one page, which shows no question before the player runs.
        return;
    }
    let Some(storage) = page::local_storage() else { return };
    let key = format!("{PREFIX}{set}");
    // Without its mark a set is shown with its first question for a moment.
    let _ = if begun { storage.set_item(&key, "") } else { storage.remove_item(&key) };
}

/// Takes the marks from all sets.
pub fn clear() {
    let Some(storage) = page::local_storage() else { return };
    page::keys(&storage).iter().filter(|key| key.starts_with(PREFIX)).for_each(|key| drop(storage.remove_item(key)));
}
