//! English words with their sounds: the list compiled into a map and a row of bytes.
//!
//! Takes `data/english_sounds.tsv`, gives the bytes of a map of words onto where their sounds begin and how common they are, and
//! the sounds, each word's ended by a line feed. `sound/dictionary.rs` reads them.

use std::error::Error;

use super::data::List;

/// The rarest words that are compiled in, by their level. The rows above it are names for the most part: of 166 loans of the
/// news they bring three, and they make 682 spellings of romanised Gujarati that would be read as English 1,195.
const RAREST: u64 = 70;

/// The map and the sounds of a list.
pub(crate) fn compile(list: &List) -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let mut words = fst::MapBuilder::memory();
    let mut sounds = Vec::new();
    for (number, row) in list.rows() {
        let wrong = |what| format!("{}:{number}: {what}: {row}", list.path);
        let mut columns = row.split('\t');
        let word = columns.next().unwrap_or_default();
        let level: u64 = columns
            .next()
            .and_then(|level| level.parse().ok())
            .filter(|&level| level < 128)
            .ok_or_else(|| wrong("no level under 128"))?;
        let said = columns
            .next()
            .filter(|said| !said.is_empty() && said.is_ascii())
            .ok_or_else(|| wrong("no sounds"))?;
        if level > RAREST {
            continue;
        }
        words.insert(word, (sounds.len() as u64) << 7 | level)?;
        sounds.extend_from_slice(said.as_bytes());
        sounds.push(b'\n');
    }
    Ok((words.into_inner()?, sounds))
}
