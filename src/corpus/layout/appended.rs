//! Cuts off what a scraper glued to a line: a link after a paragraph, 'continued on page 4', an ad's file name.

use std::slice;

use super::draft::{Draft, Unit, has_colon};
use super::features::{self, Word};
use super::page::Part;
use super::phrases::{PhraseKind, covers, find, has, opening};

/// Step: cuts such pieces, so that later steps see them alone.
pub(super) fn cut_appended_pieces(draft: &mut Draft<'_>) {
    let mut at = 0;
    while at < draft.units.len() {
        cut_links(draft, at);
        cut_continuation(draft, at);
        cut_ad_name(draft, at);
        at += 1;
    }
}

/// `… કહ્યું હતું. આ પણ વાંચો: બીજી ખબર`: the marker needs its colon here, for the words alone could be the story's.
fn cut_links(draft: &mut Draft<'_>, at: usize) {
    let Some(unit) = draft.units.get(at).filter(|unit| has_colon(unit.text)) else {
        return;
    };
    let starts_link = |from: &usize| {
        let count = opening(unit.words.get(*from..)?, PhraseKind::Link)?;
        unit.has_colon_after(from + count).then_some(())
    };
    let markers = (1..unit.words.len()).filter(|from| starts_link(from).is_some());
    let starts = markers
        .filter_map(|from| unit.words.get(from))
        .map(|word| word.range.start);
    let places: Vec<usize> = starts.map(|start| before_ornaments(unit.text, start)).collect();
    if !places.is_empty() {
        draft.cut_at_all(at, &places);
    }
}

/// The place before the bracket, bullet or emoji that opens what starts here.
fn before_ornaments(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let opens = |c| matches!(c, '(' | '[' | '*' | '|' | '>') || c > '\u{2FFF}';
    before.trim_end_matches(opens).len()
}

/// `… થયું હતું. (અનુસંધાન પાના નં. ૪ પર)`
fn cut_continuation(draft: &mut Draft<'_>, at: usize) {
    let Some(unit) = draft.units.get(at) else { return };
    let Some(bracket) = unit.text.rfind(['(', '[']).filter(|bracket| *bracket > 0) else {
        return;
    };
    let inside: Vec<_> = unit
        .words
        .iter()
        .filter(|word| word.range.start >= bracket)
        .cloned()
        .collect();
    if inside.len() <= 8 && opening(&inside, PhraseKind::Continuation).is_some() {
        draft.cut(at, bracket..bracket);
    }
}

/// `whatsapp ad White Font big size 2 4 <headline of another story>`: words of a picture's file name, then a headline.
fn cut_ad_name(draft: &mut Draft<'_>, at: usize) {
    let Some(unit) = draft.units.get(at) else { return };
    let Some(count) = ad_name_length(unit) else { return };
    if let Some(word) = unit.words.get(count) {
        let start = unit.text.get(..word.range.start).unwrap_or_default();
        let cut = start.trim_end_matches(['"', '\'', '\u{201C}', '\u{2018}', '(']).len();
        if draft.cut(at, cut..cut) {
            draft.decide(at + 1, Part::Related, "headline behind an ad's file name");
        }
        draft.decide(at, Part::Advertisement, "file name of an ad");
    }
}

/// How many words of an ad's file name stand before a Gujarati headline. The name ends with its last word of the
/// trade and the counters behind it: `size 2 4 T20 વર્લ્ડ કપ` is followed by a headline that begins with T20.
fn ad_name_length(unit: &Unit<'_>) -> Option<usize> {
    let is_asset = |word: &Word| !word.is_digits() && covers(slice::from_ref(word), &[PhraseKind::Asset]);
    let latin = unit.words.iter().take_while(|word| word.is_latin_or_digits()).count();
    let last_asset = unit.words.get(..latin)?.iter().rposition(is_asset)?;
    let is_counter = |word: &&Word| word.is_digits() && word.folded.len() == 1;
    let counters = unit.words.get(last_asset + 1..)?.iter().take_while(is_counter).count();
    let (name, headline) = unit.words.split_at_checked(last_asset + 1 + counters)?;
    let assets = name.iter().filter(|word| is_asset(word)).count();
    let has_ad = find(name, PhraseKind::Ad).is_some();
    let is_name = name.len() >= 3 && (assets >= 4 || (assets >= 2 && (counters > 0 || has_ad)));
    let is_headline = headline.len() >= 3 && !features::ends_with_full_stop(unit.text) && unit.has_gujarati();
    (is_name && is_headline && !has(name, PhraseKind::ImageName)).then_some(name.len())
}
