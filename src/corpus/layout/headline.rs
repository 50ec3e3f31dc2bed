//! The headline, its Latin companion, and their repetitions further down.

use super::draft::{Draft, Unit};
use super::features::{self, Squeezed};
use super::furniture::is_clock_stamp;
use super::page::Part;

/// What a caption may say before it repeats the headline.
const LONGEST_CAPTION_BYTES: usize = 600;

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
    let Some((&first, rest)) = open.split_first() else {
        return;
    };
    let next = rest.first().and_then(|at| draft.units.get(*at));
    let Some(unit) = draft.units.get(first) else { return };
    let page_is_gujarati = draft.units.iter().any(Unit::has_gujarati);
    match (rest.first(), next) {
        (Some(&second), Some(next))
            if page_is_gujarati && is_latin_companion(unit) && is_headline(next, None) && next.has_gujarati() =>
        {
            draft.decide(first, Part::HeadlineLatin, "Latin line above the headline");
            draft.decide(second, Part::Headline, "first Gujarati line");
        }
        _ if is_headline(unit, next) => {
            let is_adjacent = |below: &Unit<'_>| below.number <= unit.number + 2 && below.words.len() >= 3;
            let is_latin_below = page_is_gujarati
                && unit.has_gujarati()
                && next.is_some_and(|next| is_adjacent(next) && is_latin_companion(next));
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
    let latin = unit
        .words
        .iter()
        .filter(|word| word.is_latin_or_digits() && !word.is_digits())
        .count();
    !unit.has_gujarati() && (2..=25).contains(&latin) && unit.is_headline_like()
}

/// Whether a line is a headline over what follows. One with a full stop must be short over longer lines; one that
/// stands alone on its page must not look like prose.
fn is_headline(unit: &Unit<'_>, next: Option<&Unit<'_>>) -> bool {
    if features::bullet(unit.text).is_some() || unit.words.len() > 45 || features::has_inner_full_stop(unit.text) {
        return false;
    }
    let stands_over = |factor: usize| next.is_some_and(|next| next.text.len() >= unit.text.len() * factor);
    if features::ends_with_full_stop(unit.text) {
        unit.words.len() <= 14 && stands_over(2)
    } else {
        unit.words.len() <= 25 || stands_over(1)
    }
}

/// `Russian President Vladimir Putin/ રશિયાના રાષ્ટ્રપતિ …`: cuts where the two sides are of different scripts.
fn split_scripts(draft: &mut Draft<'_>, at: usize) {
    let Some(unit) = draft.units.get(at) else { return };
    let Some((slash, sign)) = unit
        .text
        .match_indices(['/', '|', '\u{FF0F}', '\u{2502}'])
        .find(|(slash, sign)| divides_scripts(unit.text, *slash, sign))
    else {
        return;
    };
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
    let (Some(left), Some(right)) = (text.get(..slash), text.get(slash + sign.len()..)) else {
        return false;
    };
    let spaced = left.ends_with(char::is_whitespace) || right.starts_with(char::is_whitespace);
    let gujarati = |side: &str| side.chars().any(crate::script::is_gujarati_letter);
    let is_pair = |latin: &str, other: &str| {
        is_latin(latin) && gujarati(other) && (spaced || latin.split_whitespace().count() >= 2)
    };
    is_pair(left, right) || is_pair(right, left)
}

fn is_latin(side: &str) -> bool {
    let (gujarati, latin) = crate::script::count_scripts(side);
    gujarati == 0 && latin >= 2
}

/// Step: sets aside lines that only repeat the headline, alone or after the words of a picture.
pub(super) fn set_repeats_aside(draft: &mut Draft<'_>) {
    let texts = |part| {
        draft
            .units
            .iter()
            .filter(move |unit| unit.part() == Some(part))
            .map(|unit| unit.text)
    };
    let headline = texts(Part::Headline).next().unwrap_or_default();
    let latin = texts(Part::HeadlineLatin).next().unwrap_or_default();
    let names = [
        Squeezed::new(headline),
        Squeezed::new(latin),
        Squeezed::new(&format!("{latin}{headline}")),
    ];
    let longest = (headline.len() + latin.len()) * 2 + LONGEST_CAPTION_BYTES;
    let is_long = features::words(headline).len() >= 4;
    cut_story_off_captions(draft, headline);
    for at in draft.open() {
        let Some(unit) = draft.units.get(at) else { return };
        if unit.text.len() > longest {
            continue;
        }
        let text = Squeezed::new(unit.text);
        if names.iter().any(|name| text.is_same(name)) {
            draft.decide(at, Part::Repeat, "repeats the headline");
        } else if is_long && unit.is_headline_like() && names.first().is_some_and(|name| text.ends_with(name)) {
            draft.decide(at, Part::Caption, "repeats the headline after other words");
        }
    }
}

/// Behind a caption's stamp, or behind the headline that it repeats, the story may be glued: that goes back to the story.
fn cut_story_off_captions(draft: &mut Draft<'_>, headline: &str) {
    let headline = Squeezed::new(headline);
    let mut at = 0;
    while let Some(unit) = draft.units.get(at) {
        let stamp = stamp_end(unit).filter(|_| unit.part() == Some(Part::Caption));
        if let Some((stamp, decision)) = stamp.zip(unit.decision) {
            let end = Squeezed::new(unit.text).end_of(&headline).unwrap_or(stamp).max(stamp);
            let rest = unit.text.get(end..).unwrap_or_default();
            let is_story = features::ends_with_full_stop(rest) && features::words(rest).len() >= 6;
            if is_story && draft.cut(at, end..end) {
                draft.decide(at, decision.0, decision.1);
            }
        }
        at += 1;
    }
}

/// Where the time stamp of a picture's file name ends, its fraction included.
fn stamp_end(unit: &Unit<'_>) -> Option<usize> {
    let stamp = unit.words.iter().position(|word| is_clock_stamp(&word.folded))?;
    let fraction = unit
        .words
        .get(stamp + 1)
        .filter(|word| word.is_digits() && unit.gap_after(stamp + 1) == ".");
    fraction.or(unit.words.get(stamp)).map(|word| word.range.end)
}
