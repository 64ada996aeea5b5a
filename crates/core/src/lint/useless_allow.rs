//! Owns the rule `useless-allow`.
//!
//! Never decides what is allowed: the linter does, and tells which allowances silenced nothing.

use super::rule::{Look, Reads, Rule};
use crate::bank::draft::Record;
use crate::diagnostic::{self, Diagnostic};

pub(super) const RULE: Rule = Rule {
    name: "useless-allow",
    summary: "an `allow` silences nothing",
    reason: "The flaw has been mended, or was never there. What stays would hide the next one. The rule is silent about rules \
             that `bank.toml` allows altogether.",
    bad: "allow = { longest-option = \"the term has to be named in full\" }, and the options are of one length",
    good: "No `allow`, or one whose rule would speak",
    reference: "Rust’s lint `unfulfilled_lint_expectations`, after which this one is made",
    reads: Reads::Any,
    look: Look::Allowances,
};

/// The flaw at the place of the allowance.
pub(super) fn flaw(table: &Record, rule: &str) -> Diagnostic {
    let reasons = table.records("allow").and_then(<[Record]>::first);
    diagnostic::useless_allow(reasons.map_or(table.span, |reasons| reasons.span_of(rule)), rule)
}
