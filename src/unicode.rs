//! Owns Unicode's forms of words: composed, decomposed, lower case. The browser has the tables for them.
//!
//! Never compares words: marking does.

use js_sys::JsString;
use verbatim_core::Written;

/// Words as they are shown and handed on: composed (form NFC).
#[must_use]
pub fn composed(words: &str) -> String {
    JsString::from(words).normalize("NFC").into()
}

/// Words as they are searched for: in lower case and without accents.
#[must_use]
pub fn folded(words: &str) -> String {
    let decomposed: String = JsString::from(words).normalize("NFD").into();
    lower(&decomposed).chars().filter(|character| !('\u{300}'..='\u{36f}').contains(character)).collect()
}

/// Words as marking takes them: decomposed (form NFD), and the same in lower case.
#[must_use]
pub fn decomposed(words: &str) -> Written {
    written(JsString::from(words).normalize("NFD").into())
}

/// Words that are decomposed already, as they were saved.
#[must_use]
pub fn written(decomposed: String) -> Written {
    let lower = lower(&decomposed);
    Written::new(decomposed, lower)
}

#[cfg(target_arch = "wasm32")]
fn lower(words: &str) -> String {
    JsString::from(words).to_lower_case().into()
}

/// The tests of the saved form run without a browser.
#[cfg(not(target_arch = "wasm32"))]
fn lower(words: &str) -> String {
    words.to_lowercase()
}
