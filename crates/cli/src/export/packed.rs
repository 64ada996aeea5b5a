//! Owns files in one text: a list of their names and lengths, then their bytes, compressed, in characters that may stand in
//! a page as they are.
//!
//! Never reads it back: the page's own script does.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// How many characters are used.
const BASE: u32 = 85;
/// The first of them; the others follow it without a gap.
const FIRST: u32 = 40;
/// One among them would begin a tag.
const TAG: char = '<';
/// What stands in its place, the first character behind the others.
const FOR_TAG: char = '}';

/// Files as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Packed {
    /// Five characters of 85 for each four bytes: a sixteenth less than the characters of base64.
    pub text: String,
    /// How many of the bytes that it stands for count: the last characters may stand for some more.
    pub length: usize,
}

/// Packs files, by name. The same files always give the same: nothing is told of when.
///
/// # Errors
///
/// What the encoder says, which writes into memory alone.
pub(super) fn pack(files: &[(String, &[u8])]) -> std::io::Result<Packed> {
    let list: Vec<(&str, usize)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    writeln!(encoder, "{}", serde_json::to_string(&list)?)?;
    for (_, bytes) in files {
        encoder.write_all(bytes)?;
    }
    let bytes = encoder.finish()?;
    Ok(Packed { text: written(&bytes), length: bytes.len() })
}

/// Bytes in characters, filled up with noughts to whole groups of four.
fn written(bytes: &[u8]) -> String {
    bytes.chunks(4).flat_map(group).collect()
}

fn group(bytes: &[u8]) -> [char; 5] {
    let byte = |place: usize| bytes.get(place).copied().unwrap_or_default();
    let number = u32::from_be_bytes([byte(0), byte(1), byte(2), byte(3)]);
    [4, 3, 2, 1, 0].map(|power| match char::from_u32(FIRST + number / BASE.pow(power) % BASE) {
        Some(TAG) | None => FOR_TAG,
        Some(character) => character,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(written(bytes), expected, "{bytes:?}");
    }

    #[test]
    fn bytes_are_written_in_groups_of_four() {
        check(b"", "");
        check(&[0; 4], "(((((");
        check(&[0, 0, 0, 84], "((((|");
        check(&[0, 0, 0, 85], "((()(");
        // 4 294 967 295 = 82 * 85^4 + 23 * 85^3 + 54 * 85^2 + 12 * 85 + 0
        check(&[255; 4], "z?^4(");
    }

    #[test]
    fn what_is_left_is_filled_up_with_noughts() {
        check(&[255], &written(&[255, 0, 0, 0]));
    }

    #[test]
    fn nothing_in_it_means_anything_in_a_page() {
        let all: String = (0..=u16::MAX)
            .flat_map(|number| group(&[0, 0, number.to_be_bytes()[0], number.to_be_bytes()[1]]))
            .collect();
        assert!(!all.contains(['<', '&', '"', '\'', '\n', ' ']));
        // 20 = `<` - `(`, in the last place.
        check(&[0, 0, 0, 20], "((((}");
    }

    #[test]
    fn the_same_files_give_the_same_text() {
        let files = [("a".to_owned(), b"one".as_slice()), ("b".to_owned(), b"two".as_slice())];
        assert_eq!(pack(&files).unwrap(), pack(&files).unwrap());
    }
}
