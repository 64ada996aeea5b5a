//! Owns how functions are known from one build to the next: by name, without what differs between builds.

use std::collections::BTreeSet;

/// The functions of a player, known by name. A name stands for all functions that bear it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(BTreeSet<String>);

impl Names {
    /// Reads a list of names, one a line.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(plain).collect())
    }

    /// The list that can be read again.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().flat_map(|name| [name, "\n"]).collect()
    }

    /// Whether a function of this name is among them.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&plain(name))
    }

    /// How many of them are among others.
    #[must_use]
    pub fn among(&self, others: &Self) -> usize {
        self.0.intersection(&others.0).count()
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl<S: AsRef<str>> FromIterator<S> for Names {
    fn from_iter<I: IntoIterator<Item = S>>(names: I) -> Self {
        Self(names.into_iter().map(|name| plain(name.as_ref())).collect())
    }
}

/// What takes a value apart, whatever it is of.
const DROPS: &str = "core::ptr::drop_in_place::<";

/// A name without what differs between builds: the compiler's numbers, and which of several equal functions gave the
/// name to the one that is left of them.
fn plain(name: &str) -> String {
    let name = unnumbered(name);
    if name.starts_with(DROPS) {
        DROPS.to_owned()
    } else if name.starts_with("<alloc::") {
        unbound(&name)
    } else {
        name
    }
}

/// A method of a collection without what the collection is of: `<alloc::rc::Rc<_>>::drop_slow`.
fn unbound(name: &str) -> String {
    let (mut depth, mut before) = (0_usize, ' ');
    let mut kept = String::with_capacity(name.len());
    for letter in name.chars() {
        // The `>` of `->` closes nothing.
        let closes = letter == '>' && before != '-';
        depth -= usize::from(closes && depth > 0);
        if depth < 2 {
            kept.push(letter);
        }
        depth += usize::from(letter == '<');
        before = letter;
    }
    kept
}

/// A name without the compiler's numbers: `[0123456789abcdef]` behind a crate's name, and `.12` behind that of a copy.
fn unnumbered(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, behind)) = rest.split_once('[') {
        plain.push_str(before);
        match behind.split_once(']') {
            Some((number, after)) if is_number(number) => rest = after,
            Some(_) | None => {
                plain.push('[');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    let end = plain.trim_end_matches(|digit: char| digit.is_ascii_digit()).len();
    if end < plain.len() && plain[..end].ends_with('.') {
        plain.truncate(end - 1);
    }
    plain
}

fn is_number(text: &str) -> bool {
    (12..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: &str) {
        assert_eq!(plain(name), expected);
    }

    #[test]
    fn a_crate_s_number_goes() {
        check("verbatim_app[6ab84551a567e4a7]::app::view", "verbatim_app::app::view");
        check("<core[3342ae60664acc0]::A as b[b0513528a219d333]::B<[u8; 4]>>::c", "<core::A as b::B<[u8; 4]>>::c");
    }

    #[test]
    fn the_number_of_a_copy_goes() {
        check("core::str::next_match.533", "core::str::next_match");
        check("core::u32", "core::u32");
    }

    #[test]
    fn what_a_collection_is_of_goes() {
        check("<alloc::vec::Vec<&b::C<u8>>>::with_capacity_in", "<alloc::vec::Vec<>>::with_capacity_in");
        check("<alloc::rc::Rc<dyn Fn() -> u8>>::drop_slow", "<alloc::rc::Rc<>>::drop_slow");
        check("<b::C<u8>>::new", "<b::C<u8>>::new");
        check("core::ptr::drop_in_place::<[b::C]>", "core::ptr::drop_in_place::<");
    }

    #[test]
    fn a_list_is_read_as_it_is_written() {
        let names: Names = ["b[6ab84551a567e4a7]::c", "a.1", "a.2"].into_iter().collect();
        assert_eq!(names.text(), "a\nb::c\n");
        assert_eq!(Names::read(&names.text()), names);
        assert!(names.has("a") && names.has("b[0123456789abcdef]::c") && !names.has("c"));
    }
}
