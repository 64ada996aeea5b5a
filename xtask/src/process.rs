//! Owns running other programs: letting their output through, asking them, overhearing them.
//! Never knows what the programs are for.

use crate::failure::{Explain, Failure, Outcome};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};

/// Runs a command with its output let through.
///
/// # Errors
/// When it cannot be started or ends with anything but success.
pub fn run(command: &mut Command) -> Outcome<()> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(ended_badly(command, status))
}

/// What a command prints to its standard output, or nothing when it fails in any way.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

/// Which of a program's two outputs is listened to; the other one is let through unheard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ear {
    /// Standard output, where test programs report.
    Stdout,
    /// Standard error, where cargo explains itself.
    Stderr,
}

/// Runs a command with its output let through, and hands each line of one output to `hear`.
///
/// # Errors
/// When it cannot be started. A bad end is told by the status that is returned.
pub fn overhear(command: &mut Command, ear: Ear, mut hear: impl FnMut(&str)) -> Outcome<ExitStatus> {
    match ear {
        Ear::Stdout => command.stdout(Stdio::piped()),
        Ear::Stderr => command.stderr(Stdio::piped()),
    };
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    if let Some(output) = child.stdout.take() {
        pass_on(output, &mut std::io::stdout(), &mut hear);
    }
    if let Some(output) = child.stderr.take() {
        pass_on(output, &mut std::io::stderr(), &mut hear);
    }
    child.wait().explain(|| format!("wait for {}", shown(command)))
}

/// Copies `from` to `to` line by line. Bytes that are no UTF-8 are heard as replacement characters.
fn pass_on(from: impl Read, to: &mut impl Write, hear: &mut impl FnMut(&str)) {
    let mut reader = BufReader::new(from);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
        let _ = to.write_all(&line).and_then(|()| to.flush());
        hear(String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
}

/// The command as a person would type it.
pub fn shown(command: &Command) -> String {
    let name = std::path::Path::new(command.get_program()).file_stem();
    let words = name.into_iter().chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}

/// The failure of a command that ran and did not succeed.
pub fn ended_badly(command: &Command, status: ExitStatus) -> Failure {
    Failure::new(format!("{} failed ({status})", shown(command)))
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(format!("could not start `{program}`: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// This test program itself, told to list no test: a program that every machine has.
    fn this_program(argument: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--list", argument]).stderr(Stdio::null());
        command
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let failure = run(&mut Command::new("no-such-program")).unwrap_err();
        assert!(failure.happened().contains("`no-such-program`"), "{failure}");
    }

    #[test]
    fn a_bad_end_shows_the_whole_command() {
        let failure = run(&mut this_program("--no-such-option")).unwrap_err();
        let happened = failure.happened();
        assert!(happened.contains("--list --no-such-option` failed"), "{happened}");
    }

    #[test]
    fn asking_a_program_that_fails_gives_nothing() {
        assert_eq!(ask(&mut this_program("--no-such-option")), None);
        assert_eq!(ask(&mut Command::new("no-such-program")), None);
    }

    #[test]
    fn every_line_is_heard_and_passed_on_even_without_a_last_line_end() {
        let (mut heard, mut passed) = (Vec::new(), Vec::new());
        let mut hear = |line: &str| heard.push(line.to_owned());
        pass_on(&b"one\r\nt\xffo\nthree"[..], &mut passed, &mut hear);
        assert_eq!(heard, ["one", "t\u{fffd}o", "three"]);
        assert_eq!(passed, b"one\r\nt\xffo\nthree");
    }
}
