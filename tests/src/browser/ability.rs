//! Owns the list of what a browser, or the driver of one, cannot do at all, with the reason.
//!
//! Never skips a test: what asks for such a thing ends by saying so, and the stage reports it.

use std::fmt;

use super::Browser;

/// Something that a few tests need and not every browser can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Leaving a site no room for its database.
    NoRoom,
    /// Other colours than the system's, or no motion.
    ReadersSettings,
    /// A window as narrow as a phone, or one with more pixels to the inch.
    AnyWindow,
    /// Printing, and showing a page as it is printed.
    Paper,
    /// A screen that is touched.
    TouchScreen,
    /// Pages whose scripts do not run.
    NoScripts,
    /// Doing without the browser's cache.
    NoCache,
    /// A cache in which a worker finds what its page has fetched.
    SharedCache,
    /// Telling scripts with which status a page came.
    PageStatus,
    /// Saving files.
    Downloads,
    /// Telling every request.
    Requests,
    /// Reading a manifest, and judging whether a site can be installed.
    Installing,
    /// Running a script before a page that comes from disk, and hearing of its errors.
    BeforeFiles,
    /// Storage that has left the page's own process when the call returns, in a profile that outlasts the browser.
    WrittenAtOnce,
    /// Running the scripts of a site in a page of it that has no origin.
    SandboxedScripts,
    /// Bringing what is clicked in a frame into the window around it.
    ScrolledAround,
    /// Clicking without a miss what still moves.
    EveryClick,
    /// Keeping together what the pages of a folder on a disk save.
    SharedDisk,
    /// Zooming, by a page's styles, what is in its frames.
    ZoomedFrames,
    /// Going to windows that a page has opened.
    OpenedWindows,
    /// Sending what a page sends last, wherever the window goes.
    LastWords,
    /// Telling a page that a script is about to load it anew.
    ToldReloads,
    /// Running a script before pages that a worker keeps.
    BeforeKept,
    /// Taking what a worker keeps without starting it (`ServiceWorker` static routing).
    KeptRoutes,
}

/// The end of a test that this browser cannot play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cannot(pub &'static str);

impl fmt::Display for Cannot {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "this browser cannot: {}", self.0)
    }
}

impl std::error::Error for Cannot {}

impl Browser {
    /// Why a browser cannot do something; `None` where it can. Nothing else is left out in any browser.
    #[must_use]
    pub fn cannot(self, ability: Ability) -> Option<&'static str> {
        match self {
            Self::Chromium => None,
            Self::Firefox => in_firefox(ability),
            Self::Webkit => in_webkit(ability),
        }
    }
}

fn in_firefox(ability: Ability) -> Option<&'static str> {
    match ability {
        Ability::NoRoom => {
            Some("Firefox settles when it starts how much a site may save, for database and local storage together")
        }
        Ability::WrittenAtOnce => {
            Some("Firefox keeps what was saved in memory for a moment: whoever kills its process then loses it")
        }
        Ability::EveryClick => Some("Firefox's driver loses a click now and then"),
        Ability::SharedDisk => Some("for Firefox each file is a place of its own"),
        Ability::KeptRoutes => Some("Firefox starts a worker for whatever it keeps"),
        Ability::LastWords => Some(
            "where a window goes to another site, Firefox may end the page's process while that sends its last words",
        ),
        Ability::ReadersSettings
        | Ability::AnyWindow
        | Ability::Paper
        | Ability::TouchScreen
        | Ability::NoScripts
        | Ability::NoCache
        | Ability::SharedCache
        | Ability::PageStatus
        | Ability::Downloads
        | Ability::Requests
        | Ability::Installing
        | Ability::BeforeFiles
        | Ability::SandboxedScripts
        | Ability::ScrolledAround
        | Ability::ZoomedFrames
        | Ability::OpenedWindows
        | Ability::ToldReloads
        | Ability::BeforeKept => None,
    }
}

/// WebKitGTK's driver has the commands of the standard alone (no WebDriver BiDi), and starts its small browser without
/// anything that lasts.
fn in_webkit(ability: Ability) -> Option<&'static str> {
    let reason = match ability {
        Ability::LastWords | Ability::EveryClick | Ability::SharedDisk => return None,
        Ability::NoRoom => "WebKitGTK's driver cannot set how much a site may save",
        Ability::ReadersSettings => "WebKitGTK takes colours and motion from the desktop when it starts",
        Ability::AnyWindow => "the window of WebKitGTK's small browser is 447 pixels wide or wider",
        Ability::Paper => "WebKitGTK's driver cannot print",
        Ability::TouchScreen => "WebKitGTK's driver has no touch screen",
        Ability::NoScripts => "WebKitGTK's driver finds nothing in pages whose scripts do not run",
        Ability::NoCache => "WebKitGTK's driver cannot do without the cache",
        Ability::SharedCache | Ability::WrittenAtOnce => "WebKitGTK's small browser keeps nothing when it is driven",
        Ability::PageStatus => "WebKit does not tell scripts with which status a page came",
        Ability::Downloads => "WebKitGTK's driver cannot say where downloads go",
        Ability::Requests => "WebKitGTK's driver does not tell of requests",
        Ability::Installing => "WebKitGTK does not install sites",
        Ability::SandboxedScripts => "to WebKit no script is the own one of a page without an origin",
        Ability::ZoomedFrames => "by styles, WebKit enlarges a frame, and not what is in it",
        Ability::ScrolledAround => "WebKitGTK's driver clicks beside what is in a frame, and out of the window",
        Ability::OpenedWindows => "WebKitGTK's driver is not told of windows that pages open",
        Ability::ToldReloads => "WebKitGTK does not tell a page that a script loads it anew",
        Ability::BeforeKept => {
            "it is the suite's host that puts scripts into pages for WebKitGTK, and those are kept for nobody"
        }
        Ability::KeptRoutes => "WebKit starts a worker for whatever it keeps",
        Ability::BeforeFiles => {
            "it is the suite's host that puts scripts into pages for WebKitGTK, and a file has none"
        }
    };
    Some(reason)
}
