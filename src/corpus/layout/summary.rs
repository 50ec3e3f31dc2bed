//! The summary above the story, and the sentences of it that the story repeats.

use super::draft::{Draft, Unit};
use super::features::{self, Squeezed};
use super::page::Part;
use crate::article::sentence_ends;

/// Few pages set more than this many list lines under a headline; more are the story.
const MOST_DECK_LINES: usize = 6;
/// How far into the story its opening may repeat the summary.
const STORY_OPENING: usize = 3;
/// Fewer words in common are chance.
const FEWEST_REPEATED_WORDS: usize = 4;

/// Step: finds deck lines and summary between the headline and the story.
pub(super) fn take_summary(draft: &mut Draft<'_>) {
    let Some(headline) = draft
        .units
        .iter()
        .rposition(|unit| matches!(unit.part(), Some(Part::Headline | Part::HeadlineLatin)))
    else {
        return;
    };
    if draft.has(Part::Summary) {
        return;
    }
    take_second_headline(draft, headline);
    take_deck(draft, headline);
    take_paragraphs_above_the_story(draft, headline);
}

fn open_after(draft: &Draft<'_>, at: usize) -> Vec<usize> {
    draft.open().into_iter().filter(|open| *open > at).collect()
}

/// Lines with a bullet right under the headline, if a story follows that is not of such lines.
fn take_deck(draft: &mut Draft<'_>, headline: usize) {
    let open = open_after(draft, headline);
    let is_listed = |at: &&usize| {
        draft
            .units
            .get(**at)
            .is_some_and(|unit| features::bullet(unit.text).is_some())
    };
    let deck: Vec<usize> = open.iter().take_while(is_listed).copied().collect();
    if deck.len() <= MOST_DECK_LINES && deck.len() < open.len() {
        deck.into_iter()
            .for_each(|at| draft.decide(at, Part::Summary, "deck line under the headline"));
    }
}

/// Up to two lines without a full stop right under the headline, if the page's own lines part them from the story.
/// Without that they may be a sub-head, and stay where they are.
fn take_second_headline(draft: &mut Draft<'_>, headline: usize) {
    let of_page = |unit: &Unit<'_>| !matches!(unit.part(), None | Some(Part::Blank | Part::Separator | Part::Kicker));
    let below = || draft.units.iter().enumerate().skip(headline + 1);
    let Some((end, _)) = below().find(|(_, unit)| of_page(unit)) else {
        return;
    };
    let lines: Vec<usize> = below()
        .take_while(|(at, _)| *at < end)
        .filter(|(_, unit)| unit.is_open())
        .map(|(at, _)| at)
        .collect();
    let is_second = |at: &usize| draft.units.get(*at).is_some_and(|unit| is_second_line(unit));
    if lines.len() <= 2 && lines.iter().all(is_second) && draft.has_prose_after(end) && parts_story(draft, end) {
        lines
            .into_iter()
            .for_each(|at| draft.decide(at, Part::Summary, "second line of the headline"));
    }
}

fn is_second_line(unit: &Unit<'_>) -> bool {
    !unit.is_prose() && unit.is_headline_like() && unit.words.len() >= 3 && features::bullet(unit.text).is_none()
}

/// Whether this is a line that stands between the headline's block and the story; ads and links stand anywhere.
fn parts_story(draft: &Draft<'_>, at: usize) -> bool {
    let part = draft.units.get(at).and_then(Unit::part);
    matches!(
        part,
        Some(
            Part::Category
                | Part::Byline
                | Part::Dateline
                | Part::Date
                | Part::Caption
                | Part::Share
                | Part::Navigation
        )
    )
}

/// One or two paragraphs that the story repeats, or that furniture parts from it.
fn take_paragraphs_above_the_story(draft: &mut Draft<'_>, headline: usize) {
    let open = open_after(draft, headline);
    let repeated = open.first().filter(|at| is_repeated(draft, **at, &open));
    if let Some(&at) = repeated {
        return draft.decide(at, Part::Summary, "the story repeats its opening");
    }
    let above: Vec<usize> = open
        .iter()
        .copied()
        .take(3)
        .take_while(|at| !is_parted(draft, headline, *at))
        .collect();
    let is_above = |at: &usize| {
        draft
            .units
            .get(*at)
            .is_some_and(|unit| unit.is_prose() && !opens_with_place(unit))
    };
    let goes_on = open
        .get(above.len()..)
        .is_some_and(|rest| rest.iter().any(|at| is_prose(draft, *at)));
    if (1..=2).contains(&above.len()) && goes_on && above.iter().all(is_above) {
        above
            .into_iter()
            .for_each(|at| draft.decide(at, Part::Summary, "parted from the story by the page's own lines"));
    }
}

fn is_prose(draft: &Draft<'_>, at: usize) -> bool {
    draft.units.get(at).is_some_and(Unit::is_prose)
}

/// Whether one of the next paragraphs begins with the first sentence of this one.
fn is_repeated(draft: &Draft<'_>, at: usize, open: &[usize]) -> bool {
    let Some(summary) = draft.units.get(at).map(|unit| unit.text) else {
        return false;
    };
    let later = open
        .iter()
        .filter(|open| **open > at)
        .take(STORY_OPENING)
        .filter_map(|at| draft.units.get(*at));
    later.into_iter().any(|unit| repeated_end(unit.text, summary).is_some())
}

/// Whether category names, a reporter line or a place and date stand between the headline's block and this line.
/// A picture in between parts as well, if it is the only paragraph above it; ads and links stand anywhere.
fn is_parted(draft: &Draft<'_>, headline: usize, at: usize) -> bool {
    let between = || draft.units.iter().take(at).skip(headline + 1);
    let Some(first) = between().position(Unit::is_open) else {
        return false;
    };
    between().skip(first).any(|unit| {
        let parts = matches!(
            unit.part(),
            Some(Part::Category | Part::Byline | Part::Dateline | Part::Date)
        );
        parts || (unit.part() == Some(Part::Caption) && between().filter(|unit| unit.is_open()).count() == 1)
    })
}

/// `અમદાવાદઃ …`, `નવી દિલ્હી, તા. 12 ફેબ્રુઆરી: …`: so begins a story, never its summary.
pub(super) fn opens_with_place(unit: &Unit<'_>) -> bool {
    let opening = unit
        .text
        .split([':', '\u{0A83}', '\u{2014}', '\u{2013}'])
        .next()
        .unwrap_or_default();
    let count = features::words(opening).len();
    opening.len() < unit.text.len() && count <= 7 && (count <= 2 || opening.contains(','))
}

/// Step: cuts from the story the sentences that the summary has already told, and keeps what goes on after them.
pub(super) fn set_repeats_aside(draft: &mut Draft<'_>) {
    let of_summary = |unit: &&Unit<'_>| unit.part() == Some(Part::Summary);
    let summaries: Vec<&str> = draft.units.iter().filter(of_summary).map(|unit| unit.text).collect();
    let whole = summaries.join(" ");
    let from = draft
        .units
        .iter()
        .rposition(|unit| unit.part() == Some(Part::Summary))
        .unwrap_or(usize::MAX);
    let mut first = usize::MIN;
    for _ in 0..STORY_OPENING {
        let open = draft
            .units
            .iter()
            .enumerate()
            .skip(first)
            .find(|(at, unit)| *at > from && is_open_story(unit));
        let Some((at, unit)) = open else { return };
        let told = summaries
            .iter()
            .copied()
            .chain([whole.as_str()])
            .filter_map(|told| repeated_end(unit.text, told))
            .max();
        let rule_first = unit.part() == Some(Part::Paragraph);
        if let Some(end) = told {
            let was_cut = draft.cut(at, end..end);
            if rule_first && was_cut {
                draft.decide(at + 1, Part::Paragraph, super::labels::AFTER_LABEL);
            }
            draft.decide(at, Part::Repeat, "repeats the summary");
            first = at + 1 + usize::from(was_cut);
        } else {
            first = at + 1;
        }
    }
}

fn is_open_story(unit: &Unit<'_>) -> bool {
    unit.is_open() || unit.part() == Some(Part::Paragraph)
}

/// Where in `text` the whole sentences end which it has from the beginning of `told`.
fn repeated_end(text: &str, told: &str) -> Option<usize> {
    let squeezed = Squeezed::new(text);
    let mut ends: Vec<usize> = sentence_ends(told).collect();
    ends.push(told.len());
    let repeated = ends
        .into_iter()
        .rev()
        .filter_map(|end| told.get(..end))
        .find_map(|sentences| {
            let is_enough = features::words(sentences).len() >= FEWEST_REPEATED_WORDS;
            squeezed.end_of_opening(&Squeezed::new(sentences)).filter(|_| is_enough)
        })?;
    let rest = text.get(repeated..)?;
    let mark = rest.len()
        - rest
            .trim_start_matches(|c: char| !c.is_whitespace() && features::is_ornament(c))
            .len();
    let after = rest.get(mark..)?;
    (after.is_empty() || after.starts_with(char::is_whitespace)).then_some(repeated + mark)
}
