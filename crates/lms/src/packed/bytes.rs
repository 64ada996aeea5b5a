//! Owns numbers as bytes, and the checksum.
//!
//! Never knows what they stand for.

/// Writes a number in groups of seven bits, the lowest first.
pub(super) fn number(to: &mut Vec<u8>, mut number: u64) {
    while number > 0x7f {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Writes how many there are, or which of them.
pub(super) fn count(to: &mut Vec<u8>, count: usize) {
    number(to, count as u64);
}

/// Fletcher's checksum of sixteen bits (1982): finds what was cut off and what was exchanged.
pub(super) fn checksum(bytes: &[u8]) -> [u8; 2] {
    let (low, high) = bytes.iter().fold((0_u16, 0_u16), |(low, high), byte| {
        let low = (low + u16::from(*byte)) % 255;
        (low, (high + low) % 255)
    });
    // Both are below 255.
    [low as u8, high as u8]
}

/// Bytes as they are read; `None` where there are not enough.
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub fn two(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    pub fn eight(&mut self) -> Option<u64> {
        Some(u64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }

    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for group in 0..10_u32 {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f).checked_shl(7 * group)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// So many bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}
