//! Owns which typographic variants of a character count as the same, in a source and in what a student writes.
//!
//! Never sees more than one character.

/// What three dots are where they are one character.
pub(crate) const ELLIPSIS: char = '…';

/// The character that stands for all its variants; `None` for an invisible one, which says nothing.
pub(crate) fn variant(c: char) -> Option<char> {
    match c {
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' => None,
        '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' | 'ʼ' => Some('\''),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        c => Some(c),
    }
}
