//! Cuts off what a scraper glued to a line: a link after a paragraph, 'continued on page 4', an ad's file name.

use super::draft::{Draft, Unit};
use super::page::Part;
use super::phrases::{Sign, covers, find, has, opening};
use super::signs;

/// Step: cuts such pieces, so that later steps see them alone.
pub(super) fn cut_glued_pieces(draft: &mut Draft<'_>) {
    let mut at = 0;
    while at < draft.units.len() {
        cut_link(draft, at);
        cut_continuation(draft, at);
        cut_ad_name(draft, at);
        at += 1;
    }
}

/// `… કહ્યું હતું. આ પણ વાંચો: બીજી ખબર`: the marker needs its colon here, for the words alone could be the story's.
fn cut_link(draft: &mut Draft<'_>, at: usize) {
    let Some(unit) = draft.units.get(at) else { return };
    let starts_later = |from: &usize| {
        let after = unit.words.get(*from..).unwrap_or_default();
        opening(after, Sign::Link).is_some_and(|count| unit.has_colon_after(from + count))
    };
    let Some(word) = (1..unit.words.len()).find(starts_later).and_then(|from| unit.words.get(from)) else { return };
    let before = unit.text.get(..word.range.start).unwrap_or_default();
    let cut = before.trim_end_matches(|c| matches!(c, '(' | '[' | '*' | '|' | '>') || c > '\u{2FFF}').len();
    draft.cut(at, cut..cut);
}

/// `… થયું હતું. (અનુસંધાન પાના નં. ૪ પર)`
fn cut_continuation(draft: &mut Draft<'_>, at: usize) {
    let Some(unit) = draft.units.get(at) else { return };
    let Some(bracket) = unit.text.rfind(['(', '[']).filter(|bracket| *bracket > 0) else { return };
    let inside: Vec<_> = unit.words.iter().filter(|word| word.range.start >= bracket).cloned().collect();
    if inside.len() <= 8 && opening(&inside, Sign::Continuation).is_some() {
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

/// How many words of an ad's file name stand before a Gujarati headline.
fn ad_name_length(unit: &Unit<'_>) -> Option<usize> {
    let count = unit.words.iter().take_while(|word| word.is_latin_or_digits()).count();
    let (name, headline) = unit.words.split_at_checked(count)?;
    let assets = name.iter().filter(|word| covers(std::slice::from_ref(word), &[Sign::Asset]) && !word.is_digits()).count();
    let has_figure = name.iter().any(signs::Word::is_digits);
    let has_ad = find(name, Sign::Ad).is_some();
    let is_name = count >= 3 && (assets >= 4 || (assets >= 2 && (has_figure || has_ad)));
    let is_headline = headline.len() >= 3 && !signs::ends_with_full_stop(unit.text);
    (is_name && is_headline && !has(name, Sign::ImageName)).then_some(count)
}
