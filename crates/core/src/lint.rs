//! Owns the linter: the one list of its rules, how much each matters to a bank, and what becomes of what they find.
//!
//! Never looks at a question itself: each rule has a file of its own. Never stops a bank: `verify` decides that.

mod above_under_shuffle;
mod absolute_words;
mod answer_elsewhere;
mod copied_why;
mod empty_explanation;
mod grammatical_cue;
mod key_position;
mod longest_option;
mod negative_stem;
mod no_question;
mod overlapping_options;
mod quote_without_key;
mod reading_level;
mod rule;
mod scene;
mod stem_clue;
mod uneven_form;
mod useless_allow;

use std::rc::Rc;

use crate::bank::Bank;
use crate::bank::draft::{Draft, Record};
use crate::diagnostic::{self, Diagnostic, in_order};
use rule::Look;
use scene::{Ground, Scene};

pub use rule::{Level, Rule};

/// Every rule, in the order in which they are listed. A rule is its own file and its line here.
pub const RULES: &[Rule] = &[
    longest_option::RULE,
    key_position::RULE,
    above_under_shuffle::RULE,
    negative_stem::RULE,
    absolute_words::RULE,
    overlapping_options::RULE,
    stem_clue::RULE,
    grammatical_cue::RULE,
    uneven_form::RULE,
    no_question::RULE,
    empty_explanation::RULE,
    copied_why::RULE,
    quote_without_key::RULE,
    answer_elsewhere::RULE,
    reading_level::RULE,
    useless_allow::RULE,
];

/// What was found in a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linted {
    /// The flaws: warnings, or errors where the bank denies the rule, in the order of files and lines.
    pub findings: Vec<Diagnostic>,
    /// How many flaws are allowed with a reason.
    pub allowed: usize,
}

/// Looks for flaws of item writing in a verified bank. `draft` is what it was verified from, and tells the places.
/// With `deny_all` every rule is denied, whatever the bank says of it.
#[must_use]
pub fn lint(bank: &Bank, draft: &Draft, deny_all: bool) -> Linted {
    let ground = Ground::new(bank);
    let mut linted = Linted { findings: Vec::new(), allowed: 0 };
    for (file, scene) in Scene::all(&ground, draft) {
        let mut hearing = Hearing { draft, deny_all, file, findings: Vec::new(), allowed: Vec::new() };
        for rule in RULES.iter().filter(|rule| ground.language.english || !rule.is_english()) {
            hearing.rule(rule, &scene);
        }
        hearing.useless(&scene);
        linted.findings.append(&mut hearing.findings);
        linted.allowed += hearing.allowed.len();
    }
    linted.findings = in_order(linted.findings);
    linted
}

/// How much a rule matters to a bank: what `bank.toml` says under `[lint]`, else a warning.
#[must_use]
pub fn level(draft: &Draft, rule: &Rule) -> Level {
    let written = draft.bank.record.records("lint").and_then(<[Record]>::first);
    let word = written.and_then(|levels| levels.text(rule.name)).map(|literal| literal.text());
    Level::ALL.into_iter().find(|level| Some(level.name()) == word).unwrap_or(Level::Warn)
}

/// What is said of one set.
struct Hearing<'a> {
    draft: &'a Draft,
    deny_all: bool,
    file: &'a Rc<str>,
    findings: Vec<Diagnostic>,
    /// The table and the rule of each flaw that is allowed: of a question by its position, else of the set.
    allowed: Vec<(Option<usize>, &'static str)>,
}

impl Hearing<'_> {
    fn rule(&mut self, rule: &Rule, scene: &Scene<'_>) {
        let level = self.level(rule);
        let (question, set) = match rule.look {
            Look::Question(look) => (Some(look), None),
            Look::Set(look) => (None, Some(look)),
            Look::Both(question, set) => (Some(question), Some(set)),
            Look::Allowances => return,
        };
        if level == Level::Allow {
            return;
        }
        let found = |look: fn(&Scene<'_>) -> Vec<Diagnostic>| look(scene).into_iter().map(|flaw| (None, flaw));
        let mut flaws: Vec<(Option<usize>, Diagnostic)> = set.into_iter().flat_map(found).collect();
        if let Some(look) = question {
            let each = scene.asked.iter().enumerate();
            flaws.extend(each.flat_map(|(at, asked)| look(scene, asked).into_iter().map(move |flaw| (Some(at), flaw))));
        }
        for (at, flaw) in flaws {
            let own = at.filter(|at| scene.asked.get(*at).is_some_and(|asked| is_allowed(asked.record, rule)));
            match (own, is_allowed(scene.record, rule)) {
                (None, false) => self.say(rule, level, flaw),
                (own, _) => self.allowed.push((own, rule.name)),
            }
        }
    }

    /// Reports what is allowed in vain.
    fn useless(&mut self, scene: &Scene<'_>) {
        let Some(rule) = RULES.iter().find(|rule| matches!(rule.look, Look::Allowances)) else { return };
        let own = scene.asked.iter().enumerate().map(|(at, asked)| (Some(at), asked.record));
        let tables: Vec<(Option<usize>, &Record)> = own.chain([(None, scene.record)]).collect();
        for (at, table) in tables {
            for silent in RULES.iter().filter(|rule| is_allowed(table, rule)) {
                let used = self.allowed.contains(&(at, silent.name)) || self.level(silent) == Level::Allow;
                if !used && self.level(rule) != Level::Allow {
                    self.say(rule, self.level(rule), useless_allow::flaw(table, silent.name));
                }
            }
        }
    }

    fn level(&self, rule: &Rule) -> Level {
        if self.deny_all { Level::Deny } else { level(self.draft, rule) }
    }

    fn say(&mut self, rule: &Rule, level: Level, flaw: Diagnostic) {
        self.findings.push(diagnostic::found_by(rule.name, level == Level::Deny, flaw).within(self.file));
    }
}

/// Whether an author allows what a rule finds in a question or in a set; the reason has been read with it.
fn is_allowed(table: &Record, rule: &Rule) -> bool {
    table.records("allow").and_then(<[Record]>::first).is_some_and(|reasons| reasons.text(rule.name).is_some())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_stand_in_a_file_as_they_are() {
        let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(names.len(), RULES.len());
        assert!(names.iter().all(|name| crate::bank::verify::is_id(name)));
    }

    #[test]
    fn every_rule_says_why_shows_how_and_names_its_source() {
        for rule in RULES {
            let all = [rule.summary, rule.reason, rule.bad, rule.good, rule.reference];
            assert!(all.iter().all(|text| !text.trim().is_empty()), "{}", rule.name);
            assert!(!rule.summary.ends_with('.') && rule.reason.ends_with('.'), "{}", rule.name);
        }
    }
}
