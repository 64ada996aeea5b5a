//! Owns words that several problems share: the name that was likely meant, and lists of names.
//!
//! Never makes a problem.

/// The one of `known` that `given` was likely meant to be: at most a third of its letters differ
/// (Damerau-Levenshtein distance).
pub(crate) fn likely<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = given.chars().count().div_ceil(3);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(given, name), name))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map(|(_, name)| name)
}

/// `did you mean …?`, or what else to do.
pub(super) fn or_likely<'a>(given: &str, known: impl IntoIterator<Item = &'a str>, else_hint: String) -> String {
    likely(given, known).map_or(else_hint, |name| format!("did you mean `{name}`?"))
}

/// Names in backquotes, with commas between them.
pub(super) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_likely_name_differs_in_a_third_of_its_letters_at_most() {
        for (given, expect) in [("promt", Some("prompt")), ("kidn", Some("kind")), ("xyz", None), ("k", None)] {
            assert_eq!(likely(given, ["kind", "prompt"]), expect, "{given}");
        }
    }
}
