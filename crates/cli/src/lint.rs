//! Owns the command `lint`: which banks are looked at, what is printed about them, and what is told of a rule.
//!
//! Never finds a flaw itself: `verbatim-core` does.

use std::path::PathBuf;

use verbatim_core::diagnostic::{Severity, any_error};
use verbatim_core::lint::{RULES, Rule, lint};

use crate::args::Format;
use crate::check::{print, several};
use crate::files::{Checked, Files};
use crate::{Failure, Outcome, folder};

/// Looks for flaws in all banks among `paths` and prints them.
///
/// # Errors
///
/// What cannot be read.
pub fn run(paths: &[PathBuf], format: Format, deny_all: bool) -> Result<Outcome, Failure> {
    let folders = folder::find(paths)?;
    let linted = |folder: &PathBuf| Ok(linted(&folder::files(folder)?, deny_all));
    let linted = folders.iter().map(linted).collect::<Result<Vec<Checked>, Failure>>()?;
    print(&linted, format)?;
    let wrong = linted.iter().any(|checked| any_error(&checked.diagnostics));
    Ok(if wrong { Outcome::Problems } else { Outcome::Good })
}

/// A checked bank with its flaws in the place of what `check` warns of. One with errors keeps them, and is not looked
/// at: what they are about may be what a rule would look at.
#[must_use]
pub fn linted(files: &Files, deny_all: bool) -> Checked {
    let (mut checked, draft) = files.check_and_draft();
    let (found, allowed) = match &checked.bank {
        Some(bank) => {
            let found = lint(bank, &draft, deny_all);
            (found.findings, found.allowed)
        }
        None => {
            let found = checked.diagnostics.iter();
            (found.filter(|found| found.severity == Severity::Error).cloned().collect(), 0)
        }
    };
    checked.allowed = Some(allowed);
    checked.show(found, files);
    checked
}

/// One line about a bank that was looked at.
#[must_use]
pub fn summary(checked: &Checked, allowed: usize) -> String {
    let (folder, count) = (checked.folder.display(), checked.diagnostics.len());
    let Some(bank) = &checked.bank else {
        return format!("{folder}: {}, so that it was not linted; run `verbatim check` first", several(count, "error"));
    };
    let questions = several(bank.questions().count(), "question");
    let line = format!("{folder}: {questions}, {}, {}", several(count, "finding"), several(allowed, "allowance"));
    if count == 0 { line } else { line + "; `verbatim lint --explain RULE` says why a rule speaks" }
}

/// Prints what a rule finds, why it matters and where it is from.
///
/// # Errors
///
/// A name that no rule has.
pub fn explain(name: &str) -> Result<Outcome, Failure> {
    let Some(rule) = RULES.iter().find(|rule| rule.name == name) else {
        let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
        let hint = format!("the rules are {}", names.join(", "));
        return Err(Failure::new(format!("there is no rule `{name}`"), hint));
    };
    anstream::println!("{}", explanation(rule));
    Ok(Outcome::Good)
}

/// Prints all rules: name and summary, or all of it as Markdown.
#[must_use]
pub fn list(markdown: bool) -> Outcome {
    if markdown {
        anstream::print!("{}", document());
    } else {
        let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
        RULES.iter().for_each(|rule| anstream::println!("{:width$}  {}", rule.name, rule.summary));
    }
    Outcome::Good
}

fn explanation(rule: &Rule) -> String {
    let Rule { name, summary, bad, good, reference, .. } = rule;
    format!(
        "{name}: {summary}\n\n{}\n\nBad:\n\n{}\n\nGood:\n\n{}\n\nFrom: {reference}",
        reason(rule),
        indented(bad),
        indented(good)
    )
}

fn reason(rule: &Rule) -> String {
    let english = if rule.is_english() {
        " It knows English words, and looks only at banks whose source is in English."
    } else {
        ""
    };
    format!("{}{english}", rule.reason)
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

/// `docs/lint.md`: all rules on one page.
#[must_use]
pub fn document() -> String {
    let rules: Vec<String> = RULES.iter().map(section).collect();
    format!("{OPENING}\n{}", rules.join("\n"))
}

fn section(rule: &Rule) -> String {
    let Rule { name, summary, bad, good, reference, .. } = rule;
    let reason = reason(rule);
    let mut rest = summary.chars();
    let first: String = rest.next().into_iter().flat_map(char::to_uppercase).collect();
    let summary = first + rest.as_str();
    format!(
        "## {name}\n\n**{summary}.** {reason}\n\n```text\n{bad}\n```\n\nBetter:\n\n```text\n{good}\n```\n\nFrom: {reference}.\n"
    )
}

const OPENING: &str = "\
# The rules of `verbatim lint`

Written by `cargo verbatim lint --rules --markdown` from the same table that the tool goes by. Most are from Haladyna,
Downing and Rodriguez, *A Review of Multiple-Choice Item-Writing Guidelines for Classroom Assessment*, Applied Measurement
in Education 15(3), 2002, pages 309 to 334. A rule is silent where it cannot be sure: each says from where on it speaks.

Every rule warns. `bank.toml` may say otherwise, and a question or a set may allow what a rule finds, with the reason:

```toml
[lint]
longest-option = \"deny\"   # allow, warn or deny

[[question]]
allow = { longest-option = \"the treaty has no shorter name\" }
```

An allowance that silences nothing is a finding itself. `cargo verbatim lint --deny-all` denies every rule.
";
