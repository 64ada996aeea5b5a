//! Owns the verification of how a set is gone through.
//!
//! Never looks at its questions.

use crate::bank::draft::Record;
use crate::bank::{Mode, Settings};
use crate::diagnostic::{self, Findings};

/// The shortest time limit and the longest, in minutes: six seconds and a day.
const LIMITS: core::ops::RangeInclusive<f64> = 0.1..=24.0 * 60.0;

/// What a set's file says about how it is gone through; what it does not say is as usual.
pub(super) fn settings(set: &Record, findings: &mut Findings) -> Settings {
    let usual = Settings::default();
    let word = |name: &str| set.text(name).map(|literal| literal.text());
    let (shuffle_questions, shuffle_options) = match (set.truth("shuffle"), word("shuffle")) {
        (Some(both), _) => (both, both),
        (None, Some("questions")) => (true, false),
        (None, Some("options")) => (false, true),
        (None, Some(_) | None) => (usual.shuffle_questions, usual.shuffle_options),
    };
    let settings = Settings {
        mode: word("mode").map(|mode| if mode == "test" { Mode::Test } else { Mode::Practice }),
        shuffle_questions,
        shuffle_options,
        until_right: word("tries") == Some("until-right"),
        time_limit: time_limit(set, findings),
        pausable: set.flag("pause"),
        hint_cost: hint_cost(set, findings).unwrap_or(usual.hint_cost),
        certainty: set.flag("certainty"),
        pass: pass(set, findings),
    };
    useless(set, &settings, findings);
    settings
}

fn time_limit(set: &Record, findings: &mut Findings) -> Option<u64> {
    let minutes = set.number("time_limit")?;
    if !LIMITS.contains(&minutes.value) {
        let range = "a number of minutes from 0.1 to 1440";
        findings.add(diagnostic::out_of_range(minutes.span, "time_limit", range));
        return None;
    }
    // At most a day, so that nothing is cut off but broken milliseconds.
    Some((minutes.value * 60_000.0) as u64)
}

fn hint_cost(set: &Record, findings: &mut Findings) -> Option<f64> {
    let cost = set.number("hint_cost")?;
    if !(0.0..=1.0).contains(&cost.value) {
        findings.add(diagnostic::out_of_range(cost.span, "hint_cost", "a share from 0 to 1"));
        return None;
    }
    Some(cost.value)
}

fn pass(set: &Record, findings: &mut Findings) -> Option<f64> {
    let share = set.number("pass")?;
    if !Settings::is_pass(share.value) {
        findings.add(diagnostic::out_of_range(
            share.span,
            "pass",
            "a share above 0 and at most 1, such as 0.7 for 70 %",
        ));
        return None;
    }
    Some(share.value)
}

/// Reports settings that can never show.
fn useless(set: &Record, settings: &Settings, findings: &mut Findings) {
    let only = |mode: Mode| settings.mode == Some(mode);
    for (name, never) in [
        ("time_limit", only(Mode::Practice)),
        // Of a limit that does not count, that alone is reported.
        ("pause", !set.has("time_limit")),
        ("tries", only(Mode::Test)),
    ] {
        if never && set.has(name) && set.whole && set.is_read("mode") && set.is_read("time_limit") {
            findings.add(diagnostic::useless_setting(set.span_of(name), name));
        }
    }
}
