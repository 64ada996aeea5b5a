//! Owns version numbers: reading them out of a tool's `--version`, and whether one fits.
//! Never runs a tool.

use std::fmt;

/// The numbers of a version, for example 0, 21 and 14. Anything behind them is dropped.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(Vec<u64>);

impl Version {
    /// The first word that starts with a digit, read as far as it is numbers between points.
    ///
    /// Tools differ in what they print: `trunk 0.21.14`, `wasm-opt version 132 (version_132)`,
    /// `Chromium 156.0.1 built on Debian 12`. The first number has been the version in all.
    pub fn find(text: &str) -> Option<Self> {
        let word = text.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
        let end = word.find(|c: char| c != '.' && !c.is_ascii_digit());
        let numbers = word.get(..end.unwrap_or(word.len()))?.split('.');
        let numbers: Vec<u64> = numbers.map_while(|part| part.parse().ok()).collect();
        (!numbers.is_empty()).then_some(Self(numbers))
    }

    /// The first number.
    pub fn major(&self) -> u64 {
        self.0.first().copied().unwrap_or_default()
    }

    /// The first two numbers, which is what a 0.x series is named by.
    fn series(&self) -> Option<&[u64]> {
        self.0.get(..2)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(u64::to_string).collect();
        f.write_str(&parts.join("."))
    }
}

/// Which versions of a tool will do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// This one and no other.
    Exactly(Version),
    /// Any with the same first two numbers.
    SameSeries(Version),
    /// This one or a later one, by the first number.
    AtLeast(u64),
}

impl Fit {
    /// Whether a tool of this version will do.
    pub fn takes(&self, version: &Version) -> bool {
        match self {
            Self::Exactly(wanted) => wanted == version,
            Self::SameSeries(wanted) => wanted.series() == version.series(),
            Self::AtLeast(least) => version.major() >= *least,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = Version::find(text).map(|version| version.to_string());
        assert_eq!(found.as_deref(), expected, "in {text:?}");
    }

    fn version(text: &str) -> Version {
        Version::find(text).unwrap()
    }

    #[test]
    fn the_first_number_is_the_version_whatever_surrounds_it() {
        check("trunk 0.21.14\n", Some("0.21.14"));
        check("wasm-bindgen 0.2.130 (0ab12cd)", Some("0.2.130"));
        check("wasm-opt version 132 (version_132)", Some("132"));
        check("Chromium 156.0.8078.79 built on Debian 12", Some("156.0.8078.79"));
    }

    #[test]
    fn what_stands_behind_the_numbers_is_dropped() {
        check("trunk 0.22.0-beta.1", Some("0.22.0"));
        check("tool 3rd", Some("3"));
    }

    #[test]
    fn text_without_a_number_has_no_version() {
        check("", None);
        check("command not found", None);
    }

    #[test]
    fn an_exact_fit_takes_no_neighbour() {
        let fit = Fit::Exactly(version("0.2.130"));
        assert!(fit.takes(&version("0.2.130")));
        assert!(!fit.takes(&version("0.2.129")));
    }

    #[test]
    fn a_series_takes_any_patch_and_no_other_series() {
        let fit = Fit::SameSeries(version("0.21.14"));
        assert!(fit.takes(&version("0.21.0")));
        assert!(!fit.takes(&version("0.20.14")));
        assert!(!fit.takes(&version("1.21.14")));
    }

    #[test]
    fn a_least_version_takes_later_ones() {
        assert!(Fit::AtLeast(116).takes(&version("132")));
        assert!(!Fit::AtLeast(116).takes(&version("108")));
    }
}
