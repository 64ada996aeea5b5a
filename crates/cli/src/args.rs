//! Owns the command line.
//!
//! Never does the work of a command.

use std::path::PathBuf;

use clap::{ArgGroup, Parser, Subcommand, ValueEnum};
use verbatim_core::question::Difficulty;
use verbatim_lms::Standard;

use crate::{Failure, Outcome, check, coverage, export, fingerprint, lint, schema, site, stats};

/// Checks and builds question sets that quote their source.
#[derive(Debug, Parser)]
#[command(name = "verbatim", version, about)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check banks: every file, every question, every quotation.
    Check {
        /// Bank folders, folders of banks, or single set files.
        #[arg(default_value = "questions")]
        paths: Vec<PathBuf>,
        /// How to print what is found.
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
        /// The source's text: shows the nearest wording of a quotation that fails, and checks the fingerprint.
        #[arg(long, value_name = "FILE")]
        source: Option<PathBuf>,
    },
    /// Tell which sentences of the source are quoted, and on which levels each concept is asked about.
    Coverage {
        /// Bank folders, folders of banks, or single set files.
        #[arg(default_value = "questions")]
        paths: Vec<PathBuf>,
        /// The source's text: shows its sentences, not their numbers alone.
        #[arg(long, value_name = "FILE")]
        source: Option<PathBuf>,
        /// Write a page with a picture of the source's sentences, too.
        #[arg(long, value_name = "FILE")]
        html: Option<PathBuf>,
        /// How to print.
        #[arg(long, value_enum, default_value_t = Form::Human)]
        format: Form,
        /// End with 1 where less than this share of the sentences is quoted.
        #[arg(long, value_name = "PERCENT", value_parser = share, allow_negative_numbers = true)]
        min: Option<f64>,
        /// End with 1 where a concept is asked about on fewer levels of difficulty.
        #[arg(long, value_name = "LEVELS", value_parser = levels, allow_negative_numbers = true)]
        min_levels: Option<usize>,
    },
    /// Tell a bank in numbers: questions, words, time, what blind guessing earns, where the right options stand.
    Stats {
        /// Bank folders, folders of banks, or single set files.
        #[arg(default_value = "questions")]
        paths: Vec<PathBuf>,
        /// How to print.
        #[arg(long, value_enum, default_value_t = Form::Human)]
        format: Form,
    },
    /// Write sets for places without a site: one file that opens by a double click, or a package for an LMS (SCORM, cmi5).
    #[command(group(ArgGroup::new("form").required(true)))]
    Export {
        /// Single set files, bank folders, or folders of banks.
        #[arg(default_value = "questions")]
        paths: Vec<PathBuf>,
        /// Write one HTML file with the player and all that it needs.
        #[arg(long, value_name = "FILE", group = "form")]
        html: Option<PathBuf>,
        /// Write a package for a learning management system (LMS), by this version of SCORM: one set, one zip.
        #[arg(long, value_name = "VERSION", group = "form", value_parser = standard)]
        scorm: Option<Standard>,
        /// The same by cmi5, for an LMS that takes statements of xAPI.
        #[arg(long, group = "form")]
        cmi5: bool,
        /// With --scorm or --cmi5: the file to write; `SET-scorm-VERSION.zip` or `SET-cmi5.zip` where none is named.
        #[arg(long, value_name = "FILE", conflicts_with = "html")]
        out: Option<PathBuf>,
        /// The built site whose player is taken.
        #[arg(long, value_name = "DIR", default_value = "dist")]
        site: PathBuf,
    },
    /// Write the fingerprint that proves quotations without the article's text.
    Fingerprint {
        /// The article as plain UTF-8 text: paragraphs parted by blank lines, or one a line.
        article: PathBuf,
        /// The bank's folder, into which `source.fingerprint` is written.
        #[arg(long, value_name = "DIR")]
        bank: PathBuf,
    },
    /// Look for flaws of item writing: options, prompts and explanations that give the answer away or teach nothing.
    Lint {
        /// Bank folders, folders of banks, or single set files.
        #[arg(default_value = "questions")]
        paths: Vec<PathBuf>,
        /// How to print what is found.
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
        /// Deny every rule, whatever the banks say: what is not allowed with a reason fails.
        #[arg(long)]
        deny_all: bool,
        /// Say what a rule finds, why it matters and where it is from.
        #[arg(long, value_name = "RULE")]
        explain: Option<String>,
        /// List the rules.
        #[arg(long)]
        rules: bool,
        /// With --rules: all that is known of them, as Markdown.
        #[arg(long, requires = "rules")]
        markdown: bool,
    },
    /// Write the JSON schemas with which editors complete and check files as they are written.
    Schema {
        /// The folder for `bank.schema.json` and `set.schema.json`.
        #[arg(long, value_name = "DIR", default_value = "questions")]
        out: PathBuf,
    },
    /// Write the data of a site: the catalogue and one pack a set.
    Site {
        /// Bank folders, or folders of banks.
        #[arg(default_value = "questions")]
        paths: Vec<PathBuf>,
        /// The site's folder, in which `data` is written. Trunk names it to the commands that it runs.
        #[arg(long, value_name = "DIR", env = "TRUNK_STAGING_DIR")]
        out: PathBuf,
        /// Where a bank has an error, write what is wrong into `problems.txt` there, for a page that is served.
        #[arg(long)]
        tell: bool,
    },
}

/// How `check` prints what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the marked line with a hint.
    Human,
    /// One JSON document.
    Json,
    /// Annotations for GitHub Actions.
    Github,
}

/// How tables are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people: tables that fit the terminal.
    Human,
    /// One JSON document.
    Json,
}

/// A number of per cent. What is given as a part of 1 is likely meant as a hundred times as much.
fn share(text: &str) -> Result<f64, String> {
    let number = text.trim_end_matches('%').trim().parse().ok();
    match number.filter(|share| (0.0..=100.0).contains(share)) {
        Some(part) if part > 0.0 && part < 1.0 => Err(format!("for {} per cent, write {}", part * 100.0, part * 100.0)),
        Some(share) => Ok(share),
        None => Err("a number from 0 to 100 is wanted".to_owned()),
    }
}

/// A version of SCORM.
fn standard(written: &str) -> Result<Standard, String> {
    Standard::named(written).ok_or_else(|| "`1.2` or `2004` is wanted; where an LMS takes both, 2004".to_owned())
}

/// A number of levels of difficulty.
fn levels(written: &str) -> Result<usize, String> {
    let most = Difficulty::ALL.len();
    let levels = written.parse().ok().filter(|levels| (1..=most).contains(levels));
    levels.ok_or_else(|| format!("a number from 1 to {most} is wanted"))
}

impl Args {
    /// Runs the command.
    ///
    /// # Errors
    ///
    /// What could not be read or written.
    pub fn run(&self) -> Result<Outcome, Failure> {
        match &self.command {
            Command::Check { paths, format, source } => check::run(paths, source.as_deref(), *format),
            Command::Coverage { paths, source, html, format, min, min_levels } => {
                let (source, html) = (source.as_deref(), html.as_deref());
                let (form, min, min_levels) = (*format, *min, *min_levels);
                coverage::run(paths, coverage::Wanted { source, html, form, min, min_levels })
            }
            Command::Stats { paths, format } => stats::run(paths, *format),
            Command::Export { paths, html, scorm, cmi5, out, site } => match (html, scorm) {
                (Some(file), _) => export::run(paths, export::Form::Html(file), site),
                (None, Some(standard)) => export::run(paths, export::Form::Scorm(*standard, out.as_deref()), site),
                (None, None) if *cmi5 => export::run(paths, export::Form::Cmi5(out.as_deref()), site),
                // The command line does not let it come to this.
                (None, None) => {
                    let hint = "name one: `--html FILE`, `--scorm VERSION` or `--cmi5`";
                    Err(Failure::new("no form to write was named", hint))
                }
            },
            Command::Fingerprint { article, bank } => fingerprint::run(article, bank),
            Command::Lint { explain: Some(rule), .. } => lint::explain(rule),
            Command::Lint { rules: true, markdown, .. } => Ok(lint::list(*markdown)),
            Command::Lint { paths, format, deny_all, .. } => lint::run(paths, *format, *deny_all),
            Command::Schema { out } => schema::run(out),
            Command::Site { paths, out, tell } => site::run(paths, out, *tell),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
