//! English words with their sounds, as the build compiled them from `data/english_sounds.tsv`.

use std::sync::LazyLock;

static WORDS: LazyLock<Option<fst::Map<&'static [u8]>>> =
    LazyLock::new(|| fst::Map::new(include_bytes!(concat!(env!("OUT_DIR"), "/english.fst")).as_slice()).ok());

static SOUNDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/english.sounds"));

/// How common a word is and its pronunciations, one symbol a sound; `None` where the list does not have it.
pub(super) fn pronunciations(word: &str) -> Option<(u8, impl Iterator<Item = &'static [u8]> + use<>)> {
    let value = WORDS.as_ref()?.get(word)?;
    let said = SOUNDS
        .get((value >> 7) as usize..)?
        .split(|&byte| byte == b'\n')
        .next()?;
    Some(((value & 127) as u8, said.split(|&byte| byte == b' ')))
}
