//! Pages that name their parts: `શીર્ષક: …`, `Date: …`, `સારાંશ: …`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::draft::{Draft, Unit};
use super::features::words;
use super::page::Part;
use super::phrases::{PhraseKind, covers, rows};

/// The rule that gives a part to what follows a label.
pub(super) const AFTER_LABEL: &str = "behind its label";
const LABEL: &str = "label";

/// Parts by their labels, folded, a space between words.
static LABELS: LazyLock<HashMap<String, Part>> = LazyLock::new(|| {
    let known = rows(include_str!("../data/labels.tsv"));
    known
        .filter_map(|(label, part)| Some((folded(&words(label)), part_named(part)?)))
        .collect()
});

fn part_named(name: &str) -> Option<Part> {
    let parts = [
        Part::Headline,
        Part::HeadlineLatin,
        Part::Date,
        Part::Category,
        Part::Source,
        Part::Summary,
        Part::Tags,
        Part::Url,
        Part::Byline,
        Part::Caption,
    ];
    if name == "body" {
        return Some(Part::Paragraph);
    }
    parts.into_iter().find(|part| part.as_str() == name)
}

fn folded(words: &[super::features::Word]) -> String {
    words
        .iter()
        .map(|word| word.folded.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A label at the beginning of a unit: the part it names and how many words it takes.
fn label(unit: &Unit<'_>) -> Option<(Part, usize)> {
    if !unit.is_open() {
        return None;
    }
    (1..=3).rev().find_map(|count| {
        let part = LABELS.get(&folded(unit.words.get(..count)?))?;
        (unit.has_colon_after(count)).then_some((*part, count))
    })
}

/// Step: gives labelled lines their parts. One label may be chance; a page is labelled where it names its
/// headline, summary or story and one thing more.
pub(super) fn take_labelled_parts(draft: &mut Draft<'_>) {
    let mut named: Vec<Part> = draft.units.iter().filter_map(label).map(|(part, _)| part).collect();
    named.dedup();
    let names_story = |part: &Part| matches!(part, Part::Headline | Part::HeadlineLatin | Part::Summary);
    if named.len() >= 2 && named.iter().any(names_story) {
        take_all(draft);
    } else {
        take_outside_the_story(draft);
    }
}

/// On a labelled page every label counts until the story begins, and tags after it.
fn take_all(draft: &mut Draft<'_>) {
    let mut current: Option<Part> = None;
    let mut in_story = false;
    let mut at = 0;
    while let Some(unit) = draft.units.get(at) {
        match label(unit) {
            Some((Part::Paragraph, count)) if !in_story => {
                in_story = true;
                current = None;
                take_label_of_story(draft, at, count);
            }
            Some((part, count)) if !in_story || ends_the_story(part) => {
                current = take_value(draft, at, part, count);
            }
            _ if unit.is_open() && current.is_some() => continue_part(draft, at, &mut current),
            _ => {}
        }
        at += 1;
    }
}

/// Within the story a label may be its own words: 'સ્થળ: …' in the programme of a fair.
fn ends_the_story(part: Part) -> bool {
    matches!(part, Part::Tags | Part::Url | Part::Source)
}

/// A part whose label stands alone takes the next line; a summary goes on until the story's label.
fn continue_part(draft: &mut Draft<'_>, at: usize, current: &mut Option<Part>) {
    let Some(part) = *current else { return };
    let story_follows = || {
        draft
            .units
            .iter()
            .skip(at)
            .any(|unit| matches!(label(unit), Some((Part::Paragraph, _))))
    };
    if part != Part::Summary {
        *current = None;
    } else if draft.has(Part::Summary) && !story_follows() {
        *current = None;
        return;
    }
    draft.decide(at, part, AFTER_LABEL);
}

/// Cuts the label off and gives its value the part. What is still to be filled, if the value comes later.
fn take_value(draft: &mut Draft<'_>, at: usize, part: Part, count: usize) -> Option<Part> {
    let unit = draft.units.get(at)?;
    let end = value_start(unit, count);
    if draft.cut(at, end..end) {
        draft.decide(at, Part::Label, LABEL);
        let part = part_of_value(draft.units.get(at + 1)?, part);
        draft.decide(at + 1, part, AFTER_LABEL);
        return (part == Part::Summary).then_some(part);
    }
    draft.decide(at, Part::Label, LABEL);
    Some(part)
}

/// `Title:` before Gujarati words is the headline, `શીર્ષક:` before Latin ones stays it.
fn part_of_value(value: &Unit<'_>, part: Part) -> Part {
    if part == Part::HeadlineLatin && value.has_gujarati() {
        Part::Headline
    } else {
        part
    }
}

/// `લેખ:` alone is a label; with words behind it they are the first paragraph, left to later steps.
fn take_label_of_story(draft: &mut Draft<'_>, at: usize, count: usize) {
    let Some(end) = draft.units.get(at).map(|unit| value_start(unit, count)) else {
        return;
    };
    if draft.cut(at, end..end) {
        draft.decide(at + 1, Part::Paragraph, AFTER_LABEL);
    }
    draft.decide(at, Part::Label, LABEL);
}

/// Where the value of a label begins, in bytes of the unit.
fn value_start(unit: &Unit<'_>, count: usize) -> usize {
    let label_end = unit.words.get(count - 1).map_or(0, |word| word.range.end);
    let gap = unit.gap_after(count);
    let signs = gap.len()
        - gap
            .trim_start_matches([
                ':', '\u{0A83}', '\u{FF1A}', '\u{02D0}', '=', '-', '–', '*', ' ', '\u{A0}', '\t',
            ])
            .len();
    label_end + signs
}

/// On other pages a labelled date, source, section, address or list of tags counts above the story and after it.
fn take_outside_the_story(draft: &mut Draft<'_>) {
    let mut at = 0;
    let mut above = true;
    let mut prose_left = draft
        .units
        .iter()
        .filter(|unit| unit.is_open() && unit.is_prose())
        .count();
    while let Some(unit) = draft.units.get(at) {
        prose_left = prose_left.saturating_sub(usize::from(unit.is_open() && unit.is_prose()));
        let outside = above || prose_left == 0;
        above &= !(unit.is_open() && unit.is_prose());
        let found = label(unit).filter(|(part, count)| {
            let is_fact = matches!(
                part,
                Part::Date | Part::Category | Part::Source | Part::Url | Part::Tags
            );
            let value = unit.words.len() - count;
            outside && is_fact && (1..=20).contains(&value) && !unit.is_prose()
        });
        if let Some((part, count)) = found {
            let part = if names_a_picture(unit, part, count) {
                Part::Caption
            } else {
                part
            };
            take_value(draft, at, part, count);
        }
        at += 1;
    }
}

/// `Source : Twitter` tells where a picture was taken from.
fn names_a_picture(unit: &Unit<'_>, part: Part, count: usize) -> bool {
    let value = unit.words.get(count..).unwrap_or_default();
    part == Part::Source && covers(value, &[PhraseKind::Network, PhraseKind::PhotoKind])
}
