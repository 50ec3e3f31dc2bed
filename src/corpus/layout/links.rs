//! Links to other stories, marked one by one or listed under a heading.

use super::draft::{Draft, Unit};
use super::features;
use super::page::Part;
use super::phrases::{PhraseKind, is_whole, opening};

const READ_ALSO: &str = "'read also' at the beginning";
const LINKED: &str = "headline behind 'read also'";
/// A longer line with a bullet is a paragraph.
const LONGEST_LISTED: usize = 30;
const LISTED: &str = "listed under a heading of links";

/// Step: takes lines such as `આ પણ વાંચો: …`. The marker becomes a piece of its own.
pub(super) fn take_marked_links(draft: &mut Draft<'_>) {
    let mut at = 0;
    while let Some(unit) = draft.units.get(at) {
        if let Some(count) = marker(unit) {
            take_link(draft, at, count);
        } else {
            cut_trailing_marker(draft, at);
        }
        at += 1;
    }
}

/// The number of words of a link marker that opens the unit. Headings of lists ('વધુ સમાચાર') need their colon
/// before a headline, for they may open an ordinary line.
fn marker(unit: &Unit<'_>) -> Option<usize> {
    if !unit.is_open() {
        return None;
    }
    if let Some(count) = opening(&unit.words, PhraseKind::Link) {
        let runs_on = unit.words.len() > count && unit.is_prose() && !unit.has_colon_after(count);
        return (!runs_on).then_some(count);
    }
    opening(&unit.words, PhraseKind::Links).filter(|count| unit.words.len() > *count && unit.has_colon_after(*count))
}

fn take_link(draft: &mut Draft<'_>, at: usize, count: usize) {
    let Some(unit) = draft.units.get(at) else { return };
    let marker_end = unit.words.get(count - 1).map_or(0, |word| word.range.end);
    let gap = unit.gap_after(count);
    let kept = gap.trim_start_matches(|c: char| !matches!(c, '"' | '\'' | '\u{2018}' | '\u{201C}' | '(' | '#'));
    let cut = marker_end + gap.len() - if unit.words.len() > count { kept.len() } else { 0 };
    if unit.words.len() > count && draft.cut(at, cut..cut) {
        draft.decide(at + 1, Part::Related, LINKED);
    }
    draft.decide(at, Part::LinkMarker, READ_ALSO);
}

/// `… <headline> વધુ વાંચો` at the end of a line leads on to the same story.
fn cut_trailing_marker(draft: &mut Draft<'_>, at: usize) {
    let Some(unit) = draft.units.get(at).filter(|unit| unit.is_open()) else {
        return;
    };
    let is_marker = |from: &usize| is_whole(unit.words.get(*from..).unwrap_or_default(), PhraseKind::Link);
    let last_words = unit.words.len().saturating_sub(4).max(1)..unit.words.len();
    let Some(word) = last_words
        .into_iter()
        .find(is_marker)
        .and_then(|from| unit.words.get(from))
    else {
        return;
    };
    let cut = word.range.start;
    if features::ends_sentence(unit.text.get(..cut).unwrap_or_default().trim_end()) && draft.cut(at, cut..cut) {
        draft.decide(at + 1, Part::LinkMarker, "'read more' at the end");
    }
}

/// Step: takes the headlines that follow a heading of links, or a marker without a headline of its own.
pub(super) fn take_link_lists(draft: &mut Draft<'_>) {
    let story_start = story_start(draft);
    let last_prose = draft.last_prose();
    for at in 0..draft.units.len() {
        let Some(unit) = draft.units.get(at) else { return };
        let is_heading =
            unit.is_open() && is_whole(&unit.words, PhraseKind::Links) && story_start.is_some_and(|start| start < at);
        let is_bare_marker = unit.decision == Some((Part::LinkMarker, READ_ALSO))
            && draft
                .units
                .get(at + 1)
                .is_none_or(|next| next.decision != Some((Part::Related, LINKED)));
        if is_heading {
            draft.decide(at, Part::LinkMarker, "heading of links");
        }
        if is_heading || is_bare_marker {
            take_list(draft, at + 1, last_prose > Some(at));
        }
    }
}

/// A heading of links above the story is a menu, and what follows it may be the headline.
fn story_start(draft: &Draft<'_>) -> Option<usize> {
    let is_story = |unit: &Unit<'_>| unit.is_prose() || unit.part().is_some_and(Part::is_story);
    draft.units.iter().position(is_story)
}

/// Takes headlines until the story goes on. Where prose follows, the list ends at the empty line after its first
/// headlines, so that no sub-head is taken with it.
fn take_list(draft: &mut Draft<'_>, from: usize, story_goes_on: bool) {
    let mut taken = false;
    for at in from..draft.units.len() {
        let Some(unit) = draft.units.get(at) else { return };
        match unit.part() {
            Some(Part::Blank) if story_goes_on && taken && !bullet_follows(draft, at) => return,
            Some(Part::Blank | Part::Separator | Part::Advertisement) => continue,
            Some(_) => return,
            None => {}
        }
        let is_listed = features::bullet(unit.text).is_some() && unit.words.len() <= LONGEST_LISTED;
        if !is_listed && (!unit.is_headline_like() || unit.is_prose()) {
            return;
        }
        draft.decide(at, Part::Related, LISTED);
        taken = true;
    }
}

fn bullet_follows(draft: &Draft<'_>, at: usize) -> bool {
    let next = draft
        .units
        .iter()
        .skip(at)
        .find(|unit| unit.part() != Some(Part::Blank));
    next.is_some_and(|unit| unit.is_open() && features::bullet(unit.text).is_some())
}
