//! Owns what a page brings with it before the player runs: which address it stands for, the data of that address, and
//! what the student has done with its first question meanwhile.
//!
//! Never changes an attempt, and never reads what another page brought.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;

use crate::page;
use crate::parameters::Parameters;
use crate::route::{Route, SetAddress};

/// The element that is shown until the player runs.
const BOOT: &str = "#boot";
/// The first question of a set, while it can be answered.
const FORM: &str = "#early";
/// The data of the page's address.
const DATA: &str = "#data";
/// What the key begins with under which the page's script keeps tries; the page's link follows.
const TRIES: &str = "verbatim early ";
/// Names the file of that data.
const FILE: &str = "data-file";
/// What a byte that cannot stand in a page as it is begins with; its two hexadecimal digits follow.
const ESCAPE: u8 = b'\\';

/// What the page stands for.
#[derive(Clone, Debug)]
pub struct Boot {
    /// The address that the page has where it names none behind its `#`.
    route: Route,
    /// The file whose data it brings.
    file: Option<String>,
    /// The set that it was opened at, of which the address may ask something.
    set: Option<SetAddress>,
    /// What it asks for.
    parameters: Rc<Parameters>,
}

/// What the page knows of the attempt that begins with its first question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Early {
    /// The name under which the page saves it, which draws the order that the page shows; `None` where it could find none.
    pub attempt: Option<u64>,
    /// The moment from which it counts, in milliseconds since 1970.
    pub at: u64,
}

/// A choice that the student made before the player ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Try {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// The position of the option that was chosen.
    pub option: usize,
}

impl Early {
    /// What the form of that question says, on which these options were chosen.
    #[must_use]
    pub fn of(form: &HtmlFormElement, tries: &[Try]) -> Self {
        let attempt = form.get_attribute("data-attempt").and_then(|name| u64::from_str_radix(&name, 16).ok());
        // The first choice comes after the beginning of its attempt.
        let at = tries.first().map_or_else(page::now, |first| first.at - 1);
        Self { attempt, at }
    }
}

impl Boot {
    /// Reads the page, which may stand for the catalogue and bring nothing.
    #[must_use]
    pub fn read() -> Self {
        let route = attribute(BOOT, "data-route").map_or(Route::Catalogue, |link| Route::read(&link));
        let parameters = Rc::new(Parameters::read());
        let mut boot = Self { route, file: attribute(DATA, FILE), set: None, parameters };
        if let Route::Set(set, _) = boot.address() {
            boot.set = Some(set);
        }
        boot
    }

    /// What the address asks for.
    #[must_use]
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// What it asks for of a set: of the one that the page was opened at alone.
    #[must_use]
    pub fn asked_of(&self, set: &SetAddress) -> Rc<Parameters> {
        if self.set.as_ref() == Some(set) { Rc::clone(&self.parameters) } else { Rc::default() }
    }

    /// The address of the page as it is now.
    #[must_use]
    pub fn address(&self) -> Route {
        let hash = page::hash();
        if hash.trim_start_matches('#').is_empty() { self.route.clone() } else { Route::read(&hash) }
    }

    /// Takes away the data that the page brought: it may be as old as the browser's copy of the page.
    pub fn forget_data(&mut self) {
        self.file = None;
        if let Some(data) = page::find(DATA) {
            data.remove();
        }
    }

    /// The address that the page stands for where it names none behind its `#`.
    #[must_use]
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// The file of an address, where it is the one whose data the page brings.
    #[must_use]
    pub fn file(&self, route: &Route) -> Option<&str> {
        self.file.as_deref().filter(|_| self.route.is_beside(route))
    }
}

/// The bytes of a file, where the page brought them.
#[must_use]
pub fn bytes(file: &str) -> Option<Vec<u8>> {
    let data = page::find(DATA).filter(|data| data.get_attribute(FILE).as_deref() == Some(file))?;
    Some(unescape(data.text_content()?.as_bytes()))
}

/// The first question's form, where it is shown and can be answered before the player runs.
#[must_use]
pub fn form() -> Option<HtmlFormElement> {
    page::find(FORM)?.dyn_into().ok()
}

/// What was chosen in a form before the player ran, in order.
#[must_use]
pub fn tries(form: &HtmlFormElement) -> Vec<Try> {
    let list = form.get_attribute("data-tries").unwrap_or_default();
    let entry = |entry: &str| {
        let (option, at) = entry.split_once('@')?;
        Some(Try { at: at.parse().ok()?, option: option.parse().ok()? })
    };
    list.split_ascii_whitespace().filter_map(entry).collect()
}

/// Forgets what the page's script has kept of them for a reload.
pub fn forget_tries() {
    let link = attribute(BOOT, "data-route").unwrap_or_default();
    if let Some(storage) = page::session_storage() {
        // What stays is told once more, and is no try any more then.
        let _ = storage.remove_item(&format!("{TRIES}{link}"));
    }
}

/// Whether anything was done in a form before the player ran.
#[must_use]
pub fn is_touched(form: &HtmlFormElement) -> bool {
    form.has_attribute("data-touched")
}

/// Whether what a page shows before the player runs is still there.
#[must_use]
pub fn is_shown() -> bool {
    page::find(BOOT).is_some()
}

/// Takes away what was shown until the player ran.
pub fn remove() {
    if let Some(boot) = page::find(BOOT) {
        boot.remove();
    }
}

fn attribute(selector: &str, name: &str) -> Option<String> {
    page::find(selector)?.get_attribute(name)
}

/// The bytes that a text stands for: itself, but for what is escaped.
fn unescape(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [first, behind @ ..] = rest {
        rest = behind;
        match (*first, behind) {
            (ESCAPE, [high, low, behind @ ..]) => {
                bytes.push(digit(*high) << 4 | digit(*low));
                rest = behind;
            }
            (byte, _) => bytes.push(byte),
        }
    }
    bytes
}

/// The value of a hexadecimal digit in lower case.
fn digit(digit: u8) -> u8 {
    if digit.is_ascii_digit() { digit - b'0' } else { digit.wrapping_sub(b'a').wrapping_add(10) }
}

/// The text that stands for bytes in a page: what is no character by itself, or means something there, is escaped.
#[cfg(feature = "document")]
#[must_use]
pub fn escape(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            // Scripts end at `</`, a carriage return is read as a line feed, and so is nothing as something else.
            match character {
                '\\' | '<' | '&' | '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}' => {
                    let mut buffer = [0; 4];
                    character.encode_utf8(&mut buffer).bytes().for_each(|byte| text.push_str(&escaped(byte)));
                }
                other => text.push(other),
            }
        }
        chunk.invalid().iter().for_each(|byte| text.push_str(&escaped(*byte)));
    }
    text
}

#[cfg(feature = "document")]
fn escaped(byte: u8) -> String {
    format!("\\{byte:02x}")
}

#[cfg(all(test, feature = "document"))]
mod tests {
    use super::*;

    fn check(bytes: &[u8]) {
        let text = escape(bytes);
        assert_eq!(unescape(text.as_bytes()), bytes, "{text}");
        assert!(!text.contains(['<', '\r', '\0', '&']), "{text}");
    }

    #[test]
    fn every_byte_comes_back() {
        check(&(0..=255).collect::<Vec<u8>>());
        check(&(0..=255).rev().collect::<Vec<u8>>());
    }

    #[test]
    fn words_stand_as_they_are() {
        let words = "“Cyber sovereignty” — 网络主权\n";
        assert_eq!(escape(words.as_bytes()), words);
        check(words.as_bytes());
    }

    #[test]
    fn what_would_end_the_script_is_escaped() {
        check(b"</script><!--\\41\r\n");
        assert_eq!(escape(b"</"), "\\3c/");
    }

    #[test]
    fn a_text_that_was_cut_off_is_read_as_far_as_it_goes() {
        assert_eq!(unescape(b"a\\4"), b"a\\4");
    }
}
