//! Owns the worker's script as it stands in the site: with the version filled in and without comments.
//!
//! Never what the script does: `offline/worker.js` and `offline/retired.js` say it.

use crate::bare::bare;
use crate::list::hash;

/// The worker's name. It is the one file besides the list that no list names, and it lies where the page does: what it
/// answers for is everything from there on.
pub const WORKER: &str = "sw.js";

const KEEPING: &str = include_str!("../../../offline/worker.js");
const RETIRED: &str = include_str!("../../../offline/retired.js");

/// The line in which the version is filled in.
const EMPTY: &str = "const VERSION = \"\";";

/// How many characters of the list's hash are the version.
const VERSION: usize = 16;

/// What the worker of a site does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// It keeps the site on the device.
    Keeping,
    /// It clears what an earlier one kept, and goes.
    Retired,
}

impl Worker {
    /// Its script, for a list of files.
    pub(crate) fn script(self, list: &str) -> String {
        match self {
            Self::Keeping => {
                let version: String = hash(list.as_bytes()).chars().take(VERSION).collect();
                bare(&KEEPING.replace(EMPTY, &format!("const VERSION = \"{version}\";")))
            }
            Self::Retired => bare(RETIRED),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_follows_from_the_list() {
        let script = Worker::Keeping.script("one");
        assert!(script.starts_with("const VERSION = \"7692c3ad3540bb80\";\n"), "{script:.60}");
        assert_ne!(script, Worker::Keeping.script("two"));
    }

    #[test]
    fn a_worker_of_the_site_has_no_comments_and_no_address() {
        for worker in [Worker::Keeping, Worker::Retired] {
            let script = worker.script("");
            assert!(!script.contains("//") && !script.contains("\n "), "{script}");
        }
    }

    #[test]
    fn a_retired_worker_clears_what_the_other_names() {
        let name = |script: &str| {
            script.contains("`verbatim ${SCOPE} ") || script.contains("`verbatim ${registration.scope} ")
        };
        assert!(name(KEEPING) && name(RETIRED));
        assert!(!RETIRED.contains("respondWith"));
    }
}
