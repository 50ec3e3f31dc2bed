//! The headline, its Latin companion, and their repetitions further down.

use super::draft::{Draft, Unit};
use super::page::Part;
use super::phrases::{Sign, opening};
use super::signs::{self, Squeezed};

/// Step: finds the headline among the lines that are still open, unless a label has named it.
pub(super) fn take_headline(draft: &mut Draft<'_>) {
    if !draft.has(Part::Headline) {
        take_first_line(draft);
    }
    if let Some(at) = place_of(draft, Part::Headline) {
        split_scripts(draft, at);
    }
}

fn place_of(draft: &Draft<'_>, part: Part) -> Option<usize> {
    draft.units.iter().position(|unit| unit.part() == Some(part))
}

fn take_first_line(draft: &mut Draft<'_>) {
    let open = draft.open();
    let Some((&first, rest)) = open.split_first() else { return };
    let next = rest.first().and_then(|at| draft.units.get(*at));
    let Some(unit) = draft.units.get(first) else { return };
    let page_is_gujarati = draft.units.iter().any(Unit::has_gujarati);
    match (rest.first(), next) {
        (Some(&second), Some(next)) if page_is_gujarati && is_latin_companion(unit) && is_headline(next, None) && next.has_gujarati() => {
            draft.decide(first, Part::HeadlineLatin, "Latin line above the headline");
            draft.decide(second, Part::Headline, "first Gujarati line");
        }
        _ if is_headline(unit, next) => {
            let is_latin_below = next.is_some_and(|next| page_is_gujarati && unit.has_gujarati() && is_latin_companion(next));
            draft.decide(first, Part::Headline, "first line, no full stop");
            if let Some(&second) = rest.first().filter(|_| is_latin_below && rest.len() > 1) {
                draft.decide(second, Part::HeadlineLatin, "Latin line below the headline");
            }
        }
        _ => {}
    }
}

/// A few Latin words and not one Gujarati letter, no sentence.
fn is_latin_companion(unit: &Unit<'_>) -> bool {
    let latin = unit.words.iter().filter(|word| word.is_latin_or_digits() && !word.is_digits()).count();
    !unit.has_gujarati() && latin >= 2 && latin <= 25 && unit.is_headline_like()
}

/// Whether a line is a headline over what follows. One with a full stop must be short over longer lines; one that
/// stands alone on its page must not look like prose.
fn is_headline(unit: &Unit<'_>, next: Option<&Unit<'_>>) -> bool {
    if signs::bullet(unit.text).is_some() || unit.words.len() > 45 || signs::has_inner_full_stop(unit.text) {
        return false;
    }
    let stands_over = |factor: usize| next.is_some_and(|next| next.text.len() >= unit.text.len() * factor);
    if signs::ends_with_full_stop(unit.text) { unit.words.len() <= 14 && stands_over(2) } else { unit.words.len() <= 25 || stands_over(1) }
}

/// `Russian President Vladimir Putin/ રશિયાના રાષ્ટ્રપતિ …`: cuts where the two sides are of different scripts.
fn split_scripts(draft: &mut Draft<'_>, at: usize) {
    let Some(unit) = draft.units.get(at) else { return };
    let Some((slash, sign)) = unit.text.match_indices(['/', '|', '\u{FF0F}', '\u{2502}']).find(|(slash, sign)| divides_scripts(unit.text, *slash, sign)) else { return };
    let left_is_latin = unit.text.get(..slash).is_some_and(is_latin);
    if draft.has(Part::HeadlineLatin) || !draft.cut(at, slash..slash + sign.len()) {
        return;
    }
    let (latin, gujarati) = if left_is_latin { (at, at + 1) } else { (at + 1, at) };
    draft.decide(latin, Part::HeadlineLatin, "Latin side of the headline");
    draft.decide(gujarati, Part::Headline, "Gujarati side of the headline");
}

/// `ODI/T20 મેચ` is one thing, so a single word must be parted from the rest by a space.
fn divides_scripts(text: &str, slash: usize, sign: &str) -> bool {
    let (Some(left), Some(right)) = (text.get(..slash), text.get(slash + sign.len()..)) else { return false };
    let spaced = left.ends_with(char::is_whitespace) || right.starts_with(char::is_whitespace);
    let gujarati = |side: &str| side.chars().any(crate::script::is_gujarati_letter);
    let is_pair = |latin: &str, other: &str| is_latin(latin) && gujarati(other) && (spaced || latin.split_whitespace().count() >= 2);
    is_pair(left, right) || is_pair(right, left)
}

fn is_latin(side: &str) -> bool {
    let (gujarati, latin) = crate::script::count_scripts(side);
    gujarati == 0 && latin >= 2
}

/// Step: sets aside lines that only repeat the headline, alone or after the words of a picture.
pub(super) fn set_repeats_aside(draft: &mut Draft<'_>) {
    let texts = |part| draft.units.iter().filter(move |unit| unit.part() == Some(part)).map(|unit| unit.text);
    let Some(headline) = texts(Part::Headline).next() else { return };
    let latin = texts(Part::HeadlineLatin).next().unwrap_or_default();
    let names = [Squeezed::new(headline), Squeezed::new(latin), Squeezed::new(&format!("{latin}{headline}"))];
    let is_long = signs::words(headline).len() >= 4;
    cut_story_off_captions(draft, &Squeezed::new(headline));
    for at in draft.open() {
        let Some(unit) = draft.units.get(at) else { return };
        let text = Squeezed::new(unit.text);
        if names.iter().any(|name| text.is_same(name)) {
            draft.decide(at, Part::Repeat, "repeats the headline");
        } else if is_long && unit.is_headline_like() && names.first().is_some_and(|name| text.ends_with(name)) {
            draft.decide(at, Part::Caption, "repeats the headline after other words");
        }
    }
}

/// A caption that ends in the headline may have the story glued behind it: that goes back to the story.
fn cut_story_off_captions(draft: &mut Draft<'_>, headline: &Squeezed) {
    let mut at = 0;
    while let Some(unit) = draft.units.get(at) {
        let is_caption = unit.part() == Some(Part::Caption) && opening(&unit.words, Sign::PhotoBy).is_none();
        let decision = unit.decision;
        let end = Squeezed::new(unit.text).end_of(headline).filter(|_| is_caption);
        if let Some(end) = end {
            let rest = unit.text.get(end..).unwrap_or_default();
            if signs::ends_with_full_stop(rest) && signs::words(rest).len() >= 6 && draft.cut(at, end..end) && let Some((part, rule)) = decision {
                draft.decide(at, part, rule);
            }
        }
        at += 1;
    }
}
