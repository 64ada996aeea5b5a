//! Owns bytes as letters, digits, `-` and `_`: base64 for addresses and names of files (RFC 4648, section 5), without
//! padding.
//!
//! Never refuses a text that was cut off: what is there is read.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes three bytes in four characters.
pub(super) fn write(bytes: &[u8]) -> String {
    let group = |group: &[u8]| {
        let byte = |place: usize| u32::from(group.get(place).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let digit =
            move |place: usize| DIGITS.get((bits >> (18 - 6 * place) & 63) as usize).map(|digit| char::from(*digit));
        (0..=group.len()).filter_map(digit).collect::<String>()
    };
    bytes.chunks(3).map(group).collect()
}

/// Reads what can be read, up to the first character that is none of these; and whether that was all.
pub(super) fn read(text: &str) -> (Vec<u8>, bool) {
    let known = |byte: u8| DIGITS.iter().position(|digit| *digit == byte);
    let digits: Vec<u32> = text.bytes().map_while(known).map(|digit| digit as u32).collect();
    let is_whole = digits.len() == text.len();
    let group = |group: &[u32]| {
        let digit = |place: usize| group.get(place).copied().unwrap_or_default();
        let bits = digit(0) << 18 | digit(1) << 12 | digit(2) << 6 | digit(3);
        let bytes = bits.to_be_bytes();
        bytes.into_iter().skip(1).take(group.len().saturating_sub(1)).collect::<Vec<u8>>()
    };
    (digits.chunks(4).flat_map(group).collect(), is_whole)
}
