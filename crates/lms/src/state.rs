//! Owns what an LMS is told of an attempt as a whole: status, score, time, and how the session ends.
//!
//! Never takes back what an LMS knows: what was finished once stays so, whatever is begun after it.

use verbatim_core::{Attempt, Report};

use crate::Standard;
use crate::told::span::{clock, period};

/// One visit to a set, from its launch on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    /// When it began, in milliseconds since 1970.
    pub opened: u64,
    /// Whether the LMS knew at its beginning that the set was finished.
    pub was_finished: bool,
}

/// Where an LMS says whether the set was finished.
#[must_use]
pub fn status(standard: Standard) -> &'static str {
    match standard {
        Standard::Scorm12 => "cmi.core.lesson_status",
        Standard::Scorm2004 => "cmi.completion_status",
    }
}

/// Whether what stands there says that it was.
#[must_use]
pub fn is_finished(status: &str) -> bool {
    ["passed", "completed", "failed"].contains(&status)
}

/// Where an LMS keeps the packed attempt.
pub const KEPT: &str = "cmi.suspend_data";

/// Where an LMS keeps at which page of the set the student is, and how much that may be.
#[must_use]
pub fn location(standard: Standard) -> (&'static str, usize) {
    match standard {
        Standard::Scorm12 => ("cmi.core.lesson_location", 255),
        Standard::Scorm2004 => ("cmi.location", 1000),
    }
}

/// Status and score of an attempt, as it is now. An LMS that knows the pass mark judges by any score that it is told, so
/// that of a set with a pass mark the score is told when everything is settled, and not before.
#[must_use]
pub fn values(standard: Standard, attempt: &Attempt, session: Session) -> Vec<(&'static str, String)> {
    let report = attempt.report();
    let finished = attempt.is_finished();
    if !finished && session.was_finished {
        return Vec::new();
    }
    let mut values = judged(standard, &report, finished);
    if finished || report.passed.is_none() {
        values.extend(score(standard, report.earned));
    }
    values
}

fn judged(standard: Standard, report: &Report, finished: bool) -> Vec<(&'static str, String)> {
    let passed = report.passed.filter(|_| finished);
    let success = passed.map(|passed| if passed { "passed" } else { "failed" });
    let completion = if finished { "completed" } else { "incomplete" };
    match standard {
        Standard::Scorm12 => vec![(status(standard), success.unwrap_or(completion).to_owned())],
        Standard::Scorm2004 => {
            let done = if finished { 1.0 } else { report.answered as f64 / report.asked.max(1) as f64 };
            vec![
                (status(standard), completion.to_owned()),
                ("cmi.success_status", success.unwrap_or("unknown").to_owned()),
                ("cmi.progress_measure", decimal(done).unwrap_or_default()),
            ]
        }
    }
}

fn score(standard: Standard, earned: f64) -> Vec<(&'static str, String)> {
    // Hundredths of per cent, of which all is only told where all was earned.
    let hundredths = (earned * 10_000.0).round();
    let raw = decimal(if earned < 1.0 { hundredths.min(9_999.0) } else { hundredths } / 100.0).unwrap_or_default();
    let (minimum, maximum) = ("0".to_owned(), "100".to_owned());
    match standard {
        Standard::Scorm12 => {
            vec![("cmi.core.score.raw", raw), ("cmi.core.score.min", minimum), ("cmi.core.score.max", maximum)]
        }
        Standard::Scorm2004 => vec![
            ("cmi.score.scaled", decimal(earned).unwrap_or_default()),
            ("cmi.score.raw", raw),
            ("cmi.score.min", minimum),
            ("cmi.score.max", maximum),
        ],
    }
}

/// How long the session has lasted, and that what is kept stays when it ends. Also where everything is settled: an LMS gives
/// whoever ends otherwise an empty attempt at the next launch, and her results would be gone.
#[must_use]
pub fn ending(standard: Standard, session: Session, now: u64) -> [(&'static str, String); 2] {
    let lasted = now.saturating_sub(session.opened);
    let kept = "suspend".to_owned();
    match standard {
        Standard::Scorm12 => [("cmi.core.session_time", clock(lasted)), ("cmi.core.exit", kept)],
        Standard::Scorm2004 => [("cmi.session_time", period(lasted)), ("cmi.exit", kept)],
    }
}

/// A number with at most seven places behind the point, which is what 2004 keeps; `None` where it has too many before it.
/// (The library's own writing of such numbers would weigh ten kilobytes in the player.)
#[must_use]
pub fn decimal(number: f64) -> Option<String> {
    const PLACES: f64 = 10_000_000.0;
    let size = number.abs();
    if !size.is_finite() || size >= 1e11 {
        return None;
    }
    // Below 2^63.
    let whole = (size * PLACES).round() as u64;
    let (before, behind) = (whole / PLACES as u64, whole % PLACES as u64);
    let sign = if number < 0.0 && whole > 0 { "-" } else { "" };
    let text = format!("{sign}{before}.{behind:07}");
    Some(text.trim_end_matches('0').trim_end_matches('.').to_owned())
}
