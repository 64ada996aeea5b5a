//! Owns what a test command comes to: which runs, in which browsers, in which order.
//! Never runs anything.

use crate::cli::{Browsers, Step};

/// A browser in which the whole site is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK's small browser.
    Webkit,
}

/// One run of tests: a step, in one browser where it has several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Tests on this machine.
    Unit,
    /// Tests of the app's wasm.
    Wasm,
    /// Tests of the whole site.
    Site(Engine),
}

impl Engine {
    /// The word that names it on the command line, to the suite and in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

impl Run {
    /// The word that names it in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => Step::Unit.name(),
            Self::Wasm => Step::Wasm.name(),
            Self::Site(engine) => engine.name(),
        }
    }
}

/// The runs of all steps, or of one, the whole site in these browsers one after the other.
pub fn runs(only: Option<Step>, browsers: &[Browsers]) -> Vec<Run> {
    let steps = only.map_or_else(|| Step::ALL.to_vec(), |step| vec![step]);
    let runs = steps.into_iter().flat_map(|step| match step {
        Step::Unit => vec![Run::Unit],
        Step::Wasm => vec![Run::Wasm],
        Step::Browser => engines(browsers).into_iter().map(Run::Site).collect(),
    });
    runs.collect()
}

/// Each browser once, in one order, however often it is named.
fn engines(browsers: &[Browsers]) -> Vec<Engine> {
    let named = |one: Browsers| browsers.contains(&one) || browsers.contains(&Browsers::All);
    let all = [
        (Browsers::Chromium, Engine::Chromium),
        (Browsers::Firefox, Engine::Firefox),
        (Browsers::Webkit, Engine::Webkit),
    ];
    all.into_iter().filter_map(|(name, engine)| named(name).then_some(engine)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(only: Option<Step>, browsers: &[Browsers], expected: &[&str]) {
        let names: Vec<_> = runs(only, browsers).into_iter().map(Run::name).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn all_browsers_run_one_after_the_other_behind_the_other_steps() {
        check(None, &[Browsers::All], &["unit", "wasm", "chromium", "firefox", "webkit"]);
    }

    #[test]
    fn one_browser_runs_alone() {
        check(Some(Step::Browser), &[Browsers::Firefox], &["firefox"]);
        check(None, &[Browsers::Chromium], &["unit", "wasm", "chromium"]);
    }

    #[test]
    fn a_browser_that_is_named_twice_runs_once() {
        check(
            Some(Step::Browser),
            &[Browsers::Firefox, Browsers::Chromium, Browsers::Firefox],
            &["chromium", "firefox"],
        );
    }

    #[test]
    fn a_step_without_the_site_runs_once_whatever_the_browsers() {
        check(Some(Step::Wasm), &[Browsers::All], &["wasm"]);
    }
}
