//! Bytes of side files: parts of a mapped file, and numbers of seven bits a byte.

use tantivy::directory::OwnedBytes;

/// A part of the mapped file.
#[derive(Debug, Clone)]
pub(super) struct Slice(pub(super) OwnedBytes);

impl Slice {
    /// A part of it.
    pub(super) fn part(&self, range: std::ops::Range<usize>) -> Self {
        Self(self.0.slice(range))
    }
}

#[cfg(test)]
impl From<Vec<u8>> for Slice {
    fn from(bytes: Vec<u8>) -> Self {
        Self(OwnedBytes::new(bytes))
    }
}

impl AsRef<[u8]> for Slice {
    fn as_ref(&self) -> &[u8] {
        self.0.as_slice()
    }
}

/// Writes a number, seven bits a byte.
pub(super) fn put_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads a number of seven bits a byte.
pub(super) fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7F).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}
