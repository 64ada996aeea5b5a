//! Owns what can happen to the player.
//!
//! Never what follows from it: the app does.

use std::rc::Rc;

use verbatim_core::bank::{Abouts, Glossary};
use verbatim_core::{Catalogue, Mode, Pack};

use super::save::Change;
use crate::load::Failure;
use crate::route::{Route, SetAddress};
use crate::store::history::History;
use crate::store::{Line, Store};
use crate::view::catalogue::Seek;
use crate::view::progress::Kept;
use crate::view::question::Did;
use crate::view::results::Want;

/// What has happened.
#[derive(Debug)]
pub enum Msg {
    /// The address changed.
    WentTo(Route),
    /// The storage is open.
    StoreOpened(Rc<Store>),
    /// The catalogue came, or did not.
    CatalogueCame(Result<Catalogue, Failure>),
    /// What the sets of the catalogue behind the first are about came, or did not; it was to come from this file.
    AboutsCame(String, Result<Abouts, Failure>),
    /// A set came with what is known of its attempts, or did not.
    SetCame(SetAddress, Result<(Rc<Pack>, History), Failure>),
    /// A bank's glossary came, or did not.
    GlossaryCame(String, Result<Rc<Glossary>, Failure>),
    /// Another tab saved something of this set.
    SavedElsewhere(String),
    /// What is known of a set's attempts came anew.
    HistoryCame(SetAddress, History),
    /// Something has been on its way for longer than usual.
    WaitedLong,
    /// The student asked to fetch once more.
    Retried,
    /// The student looks for a set.
    Sought(Seek),
    /// The student did something on a question's page.
    Did(Did),
    /// The student wants to begin an attempt.
    Began(Mode),
    /// The student wants the last beginning taken back.
    TookBack,
    /// The student hands a test in.
    Submitted,
    /// The student stops the clock, or lets it go on.
    Paused(bool),
    /// The student wants something of the results.
    Wanted(Want),
    /// What had to be saved first is saved.
    Saved(SetAddress, Change),
    /// What changed at once is saved in full, of this set.
    Lasts(String),
    /// The student did something with all that is saved.
    Kept(Kept),
    /// A file was read.
    FileRead(Option<Vec<Line>>),
    /// Entries were added from a file.
    Merged(usize),
    /// Everything was counted.
    Counted(usize),
    /// Everything was erased; `None` where the browser refused.
    Erased(Option<Vec<Line>>),
    /// The verdict is on the screen.
    Painted,
    /// A second of a test has passed.
    Ticked,
    /// The page may be about to end.
    Leaving,
    /// The page around the player's frame wants a new start.
    Reset,
    /// Something about the LMS.
    #[cfg(feature = "lms")]
    Lms(super::lms::Turn),
    /// Single keys shall do something, or nothing.
    UsedKeys(bool),
}

impl Msg {
    /// Whether it has to wait until what came before it is saved.
    pub(super) fn waits(&self) -> bool {
        matches!(
            self,
            Self::WentTo(_)
                | Self::Leaving
                | Self::Did(_)
                | Self::Began(_)
                | Self::Reset
                | Self::TookBack
                | Self::Submitted
                | Self::Paused(_)
                | Self::Wanted(_)
        )
    }
}
