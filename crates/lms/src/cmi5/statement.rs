//! Owns the form of statements: who did what to what, in which session, with what result.
//!
//! Never says when one is due: a visit does.

use super::{Launch, Launched};
use crate::json::Json;
use crate::state::decimal;
use crate::told::span::{period, timestamp};

/// Where a context names its session (cmi5, 9.6.3.1).
pub const SESSION: &str = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
/// Where it names what the LMS takes for passed (cmi5, 9.6.3.2).
const MASTERY: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
/// The category of statements that cmi5 defines (cmi5, 9.6.2.1).
const DEFINED: &str = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
/// The category of those of them by which an LMS decides (cmi5, 9.6.2.2).
const MOVE_ON: &str = "https://w3id.org/xapi/cmi5/context/categories/moveon";
/// Where the verbs are described.
const VERBS: &str = "http://adlnet.gov/expapi/verbs/";

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// The visit began.
    Initialized,
    /// A question was answered.
    Answered,
    /// All was done, for this many marks: where nobody judges them.
    Scored,
    /// All was done.
    Completed,
    /// It was enough.
    Passed,
    /// It was not.
    Failed,
    /// The visit ended.
    Terminated,
}

impl Verb {
    /// Every verb.
    pub const ALL: [Self; 7] = [
        Self::Initialized,
        Self::Answered,
        Self::Scored,
        Self::Completed,
        Self::Passed,
        Self::Failed,
        Self::Terminated,
    ];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Initialized => "initialized",
            Self::Answered => "answered",
            Self::Scored => "scored",
            Self::Completed => "completed",
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Terminated => "terminated",
        }
    }

    /// The verb of a statement.
    #[must_use]
    pub fn of(statement: &Json) -> Option<Self> {
        let name = statement.get("verb")?.get("id")?.words()?.strip_prefix(VERBS)?;
        Self::ALL.into_iter().find(|verb| verb.name() == name)
    }

    /// Whether cmi5 defines what it means; the others are merely allowed (cmi5, 7.1.3).
    fn is_defined(self) -> bool {
        !matches!(self, Self::Answered | Self::Scored)
    }

    fn is_judgement(self) -> bool {
        matches!(self, Self::Passed | Self::Failed)
    }
}

/// A statement that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Its name.
    pub id: String,
    /// All of it, as JSON.
    pub text: String,
}

/// What a statement is made of.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    pub id: String,
    pub verb: Verb,
    /// What it is about, where that is not the set.
    pub object: Option<Json>,
    pub result: Option<Json>,
    /// When it happened.
    pub at: u64,
}

impl Parts {
    /// The statement.
    pub fn write(self, launched: &Launched, launch: &Launch) -> Statement {
        let Self { id, verb, object, result, at } = self;
        let set = || Json::object([("objectType", Json::text("Activity")), ("id", Json::text(&launched.activity))]);
        let name = Json::text(verb.name());
        let address = Json::text(&format!("{VERBS}{}", verb.name()));
        let mut whole = Json::object([
            ("id", Json::text(&id)),
            ("actor", launched.actor.clone()),
            ("verb", Json::object([("id", address), ("display", Json::object([("en", name)]))])),
            ("object", object.unwrap_or_else(set)),
            ("context", context(launched, launch, verb)),
            ("timestamp", Json::text(&timestamp(at))),
        ]);
        if let Some(result) = result {
            whole.set("result", result);
        }
        Statement { id, text: whole.to_string() }
    }
}

/// What the LMS has every context begin with, and what the verb adds to it: nothing of it is changed (cmi5, 10.0).
fn context(launched: &Launched, launch: &Launch, verb: Verb) -> Json {
    let mut context = launch.context.clone();
    let object = || Json::Object(Vec::new());
    context.add("registration", Json::text(&launched.registration));
    context.add("contextActivities", object());
    context.change("contextActivities", |activities| {
        let activity = |id: &str| Json::object([("id", Json::text(id))]);
        if verb == Verb::Answered {
            activities.change("parent", |list| list.push(activity(&launched.activity)));
        }
        if verb.is_defined() {
            activities.change("category", |list| list.push(activity(DEFINED)));
        }
        if verb == Verb::Completed || verb.is_judgement() {
            activities.change("category", |list| list.push(activity(MOVE_ON)));
        }
    });
    if let Some((score, written)) = launch.mastery.clone().filter(|_| verb.is_judgement()) {
        context.add("extensions", object());
        context.change("extensions", |extensions| extensions.set(MASTERY, Json::Number(score, written)));
    }
    context
}

/// A statement of an earlier session, which the LMS no longer takes, as one of this: the same fact by the same name, told
/// now. A session's own beginning and end are over (`None`).
#[must_use]
pub fn told_again(text: &Json, launched: &Launched, launch: &Launch, at: u64) -> Option<(Verb, Statement)> {
    let verb = Verb::of(text).filter(|verb| !matches!(verb, Verb::Initialized | Verb::Terminated))?;
    let id = text.get("id")?.words()?.to_owned();
    let mut again = text.clone();
    again.set("context", context(launched, launch, verb));
    again.set("timestamp", Json::text(&timestamp(at)));
    Some((verb, Statement { id, text: again.to_string() }))
}

/// A number of few places.
pub(super) fn number(number: f64) -> Json {
    Json::Number(number, decimal(number).unwrap_or_else(|| "0".to_owned()))
}

/// A length of time, in milliseconds.
pub(super) fn duration(time: u64) -> Json {
    Json::text(&period(time))
}

/// How much of everything was earned. Points are whole numbers (cmi5, 9.5.1), of which all is only told where all was
/// earned.
pub(super) fn score(earned: f64) -> Json {
    let raw = (earned * 100.0 + 1e-7).floor();
    Json::object([("scaled", number(earned)), ("raw", number(raw)), ("min", number(0.0)), ("max", number(100.0))])
}
