//! cmi5: what an LMS hands over at a launch, what it is told of a visit as statements of xAPI, and what it keeps.
//!
//! Owns the rules of the cmi5 specification (Quartz, 1st edition) and the forms of xAPI 1.0.3. Never sends anything.

pub mod activity;
pub mod kept;
pub mod statement;
pub mod visit;

use uuid::Uuid;

use crate::json::Json;

pub use kept::{Kept, Marks};
pub use statement::{Statement, Verb};
pub use visit::Visit;

/// By what a page says that it was made for cmi5.
pub const NAME: &str = "cmi5";
/// The version of xAPI that every request names (xAPI 1.0.3, Communication, 3.3).
pub const VERSION: &str = "1.0.3";
/// Under which an LMS keeps what a launch is about (cmi5, 10.0).
pub const LAUNCH_DATA: &str = "LMS.LaunchData";
/// Under which it keeps what a student prefers (cmi5, 11.0).
pub const PREFERENCES: &str = "cmi5LearnerPreferences";
/// Under which it keeps the packed attempt.
pub const KEPT: &str = "verbatim";
/// The most characters that are kept of an attempt: no standard has a limit, and no LMS is to be filled.
pub const ROOM: usize = 64_000;

/// What an LMS says of a launch in its document [`LAUNCH_DATA`].
#[derive(Clone, Debug, PartialEq)]
pub struct Launch {
    /// Whether anything but the beginning and the end is told: not where a student only looks around or back.
    pub is_normal: bool,
    /// With how much the set is passed, with the characters in which it is written: it goes back as it came.
    pub mastery: Option<(f64, String)>,
    /// Where the student goes when she leaves.
    pub back: Option<String>,
    /// What every statement's context begins with.
    pub context: Json,
}

impl Launch {
    /// Reads the document; `None` where it lacks what it must have (cmi5, 10.0).
    #[must_use]
    pub fn read(document: &Json) -> Option<Self> {
        let context = document.get("contextTemplate").filter(|context| matches!(context, Json::Object(_)))?;
        let mastery = document.get("masteryScore");
        let mastery = mastery.and_then(|score| Some((score.number()?, score.to_string())));
        let back = document.get("returnURL").and_then(Json::words);
        // An address of another kind would be a script of others.
        let is_page = |back: &&str| ["https://", "http://"].iter().any(|begin| back.starts_with(begin));
        Some(Self {
            is_normal: document.get("launchMode")?.words()? == "Normal",
            mastery: mastery.filter(|(score, _)| (0.0..=1.0).contains(score)),
            back: back.filter(is_page).map(str::to_owned),
            context: context.clone(),
        })
    }

    /// The name of the session, which is the LMS's (cmi5, 9.6.3.1).
    #[must_use]
    pub fn session(&self) -> &str {
        let extensions = self.context.get("extensions");
        extensions.and_then(|known| known.get(statement::SESSION)).and_then(Json::words).unwrap_or_default()
    }
}

/// Who does what: what the address of a launch says (cmi5, 8.1).
#[derive(Clone, Debug, PartialEq)]
pub struct Launched {
    /// The student, as the LMS names her.
    pub actor: Json,
    /// Her enrolment.
    pub registration: String,
    /// The set, as the LMS names it.
    pub activity: String,
}

impl Launched {
    /// A name of its own for something about this student and this set: the same wherever and whenever it is asked for.
    /// Whatever is told twice, from two devices or in two sessions, is known by it as one (RFC 9562, 5.5).
    #[must_use]
    pub fn id(&self, of: &str) -> String {
        let space = Uuid::parse_str(&self.registration)
            .unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_OID, self.registration.as_bytes()));
        Uuid::new_v5(&space, format!("{}\n{of}", self.activity).as_bytes()).hyphenated().to_string()
    }
}

/// A name for a set that no other has: made of what the bank, the set and its source are called, so that it is the same at
/// each export. An absolute IRI, as course structures want it (cmi5, 13.1.4).
#[must_use]
pub fn publisher(what: &str, pack: &verbatim_core::Pack) -> String {
    let source = pack.source();
    let of = [what, pack.bank(), pack.set().id(), &source.title, source.address.as_deref().unwrap_or_default()];
    let space = Uuid::new_v5(&Uuid::NAMESPACE_OID, b"verbatim cmi5");
    Uuid::new_v5(&space, of.join("\n").as_bytes()).urn().to_string()
}
