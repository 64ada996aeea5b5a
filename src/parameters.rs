//! Owns what an address asks for behind its `?`: some of a set's questions, a mode, an order, a language.
//!
//! Never applies it. What a page looks like (`scheme`, `accent`) is read by its own script, before anything is painted.

use verbatim_core::{Mode, Set};
use web_sys::UrlSearchParams;

use crate::page;

const QUESTIONS: &str = "questions";
const MODE: &str = "mode";
const SEED: &str = "seed";
const LANG: &str = "lang";
const SCHEME: &str = "scheme";
const ACCENT: &str = "accent";
const SCHEMES: [&str; 2] = ["light", "dark"];
const MODES: [(&str, Mode); 2] = [("practice", Mode::Practice), ("test", Mode::Test)];

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    /// The ids of the questions, in their order; all of the set where there are none.
    pub questions: Vec<String>,
    /// The only mode.
    pub mode: Option<Mode>,
    /// What every attempt's order is drawn from, so that all students have the same.
    pub seed: Option<u64>,
    /// The language of the player's words, as BCP 47 names it.
    pub language: Option<String>,
    /// What cannot be understood, as it was written: `mode=exam`.
    pub unknown: Vec<String>,
}

impl Parameters {
    /// Reads those of the page's address.
    #[must_use]
    pub fn read() -> Self {
        let written = page::search();
        let Some(given) = Some(written).filter(|written| written.len() > 1) else { return Self::default() };
        let Ok(given) = UrlSearchParams::new_with_str(&given) else { return Self::default() };
        Self::of(&|name| given.get(name).filter(|value| !value.is_empty()))
    }

    fn of(given: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut unknown = Vec::new();
        let (mode, seed) = (given(MODE), given(SEED));
        let known = mode.as_deref().and_then(|mode| MODES.iter().find(|(name, _)| *name == mode));
        let number = seed.as_deref().and_then(|seed| seed.parse().ok());
        let (scheme, accent) = (given(SCHEME), given(ACCENT));
        let is_scheme = scheme.as_deref().is_some_and(|scheme| SCHEMES.contains(&scheme));
        let is_accent = accent.as_deref().is_some_and(is_colour);
        for (name, value, is_known) in [
            (MODE, mode, known.is_some()),
            (SEED, seed, number.is_some()),
            (SCHEME, scheme, is_scheme),
            (ACCENT, accent, is_accent),
        ] {
            unknown.extend(value.filter(|_| !is_known).map(|value| format!("{name}={value}")));
        }
        let questions = given(QUESTIONS).unwrap_or_default();
        let ids = questions.split(',').map(str::trim).filter(|id| !id.is_empty());
        // Names of files and of saved progress are made of them.
        let is_id = |id: &&str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        let (ids, others): (Vec<&str>, Vec<&str>) = ids.partition(is_id);
        unknown.extend(others.into_iter().map(|id| format!("{QUESTIONS}={id}")));
        Self {
            questions: ids.into_iter().map(str::to_owned).collect(),
            mode: known.map(|(_, mode)| *mode),
            seed: number,
            language: given(LANG),
            unknown,
        }
    }

    /// Of what is asked for, what a set does not have.
    #[must_use]
    pub fn missing(&self, set: &Set) -> Vec<String> {
        let mut missing = self.unknown.clone();
        let ids = self.questions.iter().filter(|id| set.position(id).is_none());
        missing.extend(ids.map(|id| format!("{QUESTIONS}={id}")));
        missing
    }

    /// What the name under which progress is saved ends with: what is asked for is done apart from the whole set.
    #[must_use]
    pub fn suffix(&self) -> String {
        let questions = (!self.questions.is_empty()).then(|| format!("{QUESTIONS}={}", self.questions.join(",")));
        let name = |mode: Mode| MODES.iter().find(|(_, other)| *other == mode).map_or("", |(name, _)| *name);
        let mode = self.mode.map(|mode| format!("{MODE}={}", name(mode)));
        let seed = self.seed.map(|seed| format!("{SEED}={seed}"));
        let parts: Vec<String> = [questions, mode, seed].into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

/// Whether this is a colour, as the page's own script (`embed/around.js`) reads one: `#b3541e`.
fn is_colour(value: &str) -> bool {
    let digits = value.strip_prefix('#').unwrap_or(value);
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &[(&str, &str)], suffix: &str, unknown: &[&str]) {
        let find = |name: &str| given.iter().find(|(other, _)| *other == name).map(|(_, value)| (*value).to_owned());
        let read = Parameters::of(&find);
        assert_eq!((read.suffix().as_str(), read.unknown), (suffix, unknown.iter().map(|&it| it.to_owned()).collect()));
    }

    #[test]
    fn what_is_asked_for_has_a_progress_of_its_own() {
        check(&[], "", &[]);
        check(&[("lang", "en")], "", &[]);
        check(&[("seed", "7"), ("questions", "b, a"), ("mode", "test")], "?questions=b,a&mode=test&seed=7", &[]);
    }

    #[test]
    fn an_id_is_made_of_letters_digits_and_dashes() {
        check(&[("questions", "a,b\tc,,d/e")], "?questions=a", &["questions=b\tc", "questions=d/e"]);
    }

    #[test]
    fn what_cannot_be_understood_is_named() {
        check(&[("mode", "exam"), ("seed", "-1")], "", &["mode=exam", "seed=-1"]);
        check(&[("scheme", "dark"), ("accent", "#b3541e")], "", &[]);
        check(&[("scheme", "sepia"), ("accent", "red")], "", &["scheme=sepia", "accent=red"]);
    }
}
