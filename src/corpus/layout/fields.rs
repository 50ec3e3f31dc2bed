//! From decided lines to the fields of an article.

use jiff::civil::Date;

use super::draft::{Draft, Unit};
use super::features::{self, words};
use super::labels::AFTER_LABEL;
use super::page::{DateSource, Page, PageLine, Part};
use super::phrases::{PhraseKind, has, is_whole};
use crate::article::{self, Category, find_date};
use crate::corpus::record::{Note, Remark};
use crate::script;

/// The page that the decided lines make.
pub(super) fn page(draft: &Draft<'_>) -> Page {
    let (date, date_found_in) = date(draft).unzip();
    Page {
        lines: draft.units.iter().map(line).collect(),
        headline: texts(draft, &[Part::Headline]).join("\n"),
        headline_latin: texts(draft, &[Part::HeadlineLatin]).join("\n"),
        summary: texts(draft, &[Part::Summary])
            .iter()
            .map(|text| without_bullet(text))
            .collect::<Vec<_>>()
            .join("\n"),
        body: texts(draft, &[Part::Paragraph, Part::Subhead]).join("\n\n"),
        related: related(draft),
        category: categories(draft),
        notes: notes(draft, date),
        date,
        date_found_in,
        url: first(draft, Part::Url),
        source: first(draft, Part::Source),
    }
}

fn line(unit: &Unit<'_>) -> PageLine {
    let (part, rule) = unit.decision.unwrap_or((Part::Paragraph, "no rule"));
    PageLine {
        number: unit.number,
        byte_range: unit.start..unit.start + unit.text.len(),
        part,
        rule,
        text: one_line(unit),
    }
}

fn of<'d, 't>(draft: &'d Draft<'t>, parts: &'d [Part]) -> impl Iterator<Item = &'d Unit<'t>> {
    draft
        .units
        .iter()
        .filter(|unit| unit.part().is_some_and(|part| parts.contains(&part)))
}

/// The text of a unit, lines that were wrapped in one.
fn one_line(unit: &Unit<'_>) -> String {
    let text = article::field(unit.text);
    let lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

fn texts(draft: &Draft<'_>, parts: &[Part]) -> Vec<String> {
    of(draft, parts).map(one_line).filter(|text| !text.is_empty()).collect()
}

fn first(draft: &Draft<'_>, part: Part) -> Option<String> {
    texts(draft, &[part]).into_iter().next()
}

fn without_bullet(text: &str) -> &str {
    features::bullet(text)
        .and_then(|bullet| text.strip_prefix(bullet))
        .unwrap_or(text)
}

fn related(draft: &Draft<'_>) -> Vec<String> {
    let mut related: Vec<String> = Vec::new();
    for text in texts(draft, &[Part::Related]) {
        let headline = without_bullet(&text).trim().to_owned();
        if !headline.is_empty() && !related.contains(&headline) {
            related.push(headline);
        }
    }
    related
}

/// The categories of all category lines, each once.
fn categories(draft: &Draft<'_>) -> Vec<Category> {
    let mut categories: Vec<Category> = Vec::new();
    for category in of(draft, &[Part::Category]).flat_map(category_names) {
        if !categories.contains(&category) {
            categories.push(category);
        }
    }
    categories
}

/// The categories that one line names: a run of known names, the crumbs of a trail, or a name of its own.
fn category_names(unit: &Unit<'_>) -> Vec<Category> {
    if let Some(names) = category_run(unit) {
        return names;
    }
    let pieces: Vec<&str> = match crumbs(unit) {
        Some(crumbs) => crumbs,
        None => unit.text.split([',', '/', '|', '>', '\u{060C}']).collect(),
    };
    let pieces: Vec<&str> = pieces
        .into_iter()
        .filter(|piece| !is_whole(&words(piece), PhraseKind::Section))
        .collect();
    let known: Vec<Category> = pieces.iter().copied().filter_map(Category::find).collect();
    let is_labelled = unit.decision.is_some_and(|(_, rule)| rule == AFTER_LABEL);
    if is_labelled {
        return pieces.into_iter().filter_map(Category::parse).collect();
    }
    if known.is_empty() {
        pieces.last().copied().and_then(Category::parse).into_iter().collect()
    } else {
        known
    }
}

/// The categories of a line that holds nothing but their names: `Top Stories World`.
pub(super) fn category_run(unit: &Unit<'_>) -> Option<Vec<Category>> {
    let mut names = Vec::new();
    let mut rest = unit.words.as_slice();
    while let Some(first) = rest.first() {
        let (count, name) = (1..=rest.len().min(4)).rev().find_map(|count| {
            let end = rest.get(count - 1)?.range.end;
            Some((count, Category::find(unit.text.get(first.range.start..end)?)?))
        })?;
        names.push(name);
        rest = rest.get(count..).unwrap_or_default();
    }
    (!names.is_empty()).then_some(names)
}

/// The steps of a breadcrumb below the home page: `હોમ / દેશ-વિદેશ / વિશ્વ`, `Home > News > Sports`.
/// A trail begins at home, or has only sections and categories as steps, but for a site's name before and a headline
/// behind two of them.
pub(super) fn crumbs<'t>(unit: &Unit<'t>) -> Option<Vec<&'t str>> {
    let signs = [
        '>', '/', '|', '\u{00BB}', '\u{203A}', '\u{2192}', '\u{2192}', '\u{25B8}', '\\',
    ];
    let mut steps: Vec<&str> = unit
        .text
        .split(signs)
        .map(str::trim)
        .filter(|step| !step.is_empty())
        .collect();
    let (first, rest) = steps.split_first()?;
    let names_section = |step: &&str| Category::find(step).is_some() || is_whole(&words(step), PhraseKind::Section);
    let from_home = is_whole(&words(first), PhraseKind::Home);
    let between = rest.split_last().map_or(rest, |(_, between)| between);
    let from_site = !between.is_empty() && between.iter().all(names_section) && words(first).len() <= 2;
    let only_sections = rest.iter().all(names_section) && names_section(first);
    let is_trail = !rest.is_empty() && (from_home || from_site || only_sections);
    if !is_trail || unit.words.len() > 40 {
        return None;
    }
    if from_home {
        steps.remove(0);
    }
    // the last step may be the headline
    steps.retain(|step| words(step).len() <= 4);
    Some(steps)
}

/// The day of publication from the line that is most likely to tell it.
fn date(draft: &Draft<'_>) -> Option<(Date, DateSource)> {
    let lines = [Part::Date, Part::Byline, Part::Dateline, Part::Caption];
    lines
        .iter()
        .find_map(|part| of(draft, &[*part]).find_map(|unit| found_in(unit, unit.text.len())))
        .or_else(|| {
            let opening =
                of(draft, &[Part::Summary, Part::Paragraph]).find(|unit| unit.part() == Some(Part::Paragraph))?;
            found_in(opening, opening_length(opening))
        })
}

fn found_in(unit: &Unit<'_>, within: usize) -> Option<(Date, DateSource)> {
    let found = find_date(unit.text.get(..within)?)?;
    let text = article::field(unit.text.get(found.byte_range)?);
    let source = DateSource {
        line: unit.number,
        part: unit.part()?,
        text,
    };
    Some((found.date, source))
}

/// How far a paragraph's dateline reaches: to a colon or dash after few words, or past `તા.` at its beginning.
/// A day further on, or without such a sign, is a day that the story tells of.
fn opening_length(unit: &Unit<'_>) -> usize {
    let opening_words = unit.words.get(..unit.words.len().min(10)).unwrap_or_default();
    let reach = opening_words.last().map_or(0, |word| word.range.end);
    let opening = unit.text.get(..reach).unwrap_or_default();
    if has(
        unit.words.get(..unit.words.len().min(5)).unwrap_or_default(),
        PhraseKind::Dated,
    ) {
        return reach;
    }
    let signs = [":", "\u{2013}", "\u{2014}", " - ", "\u{0A83} "];
    signs.iter().filter_map(|sign| opening.find(sign)).min().unwrap_or(0)
}

/// What stands where a date is expected and is none.
fn notes(draft: &Draft<'_>, date: Option<Date>) -> Vec<Note> {
    let is_unread = |unit: &&Unit<'_>| {
        let promises = unit.part() == Some(Part::Date)
            || (date.is_none() && unit.text.chars().any(|c| script::digit_value(c).is_some()));
        promises && find_date(unit.text).is_none()
    };
    let unread = of(draft, &[Part::Date, Part::Byline, Part::Dateline]).filter(is_unread);
    unread
        .map(|unit| Note {
            line: Some(unit.number),
            remark: Remark::UnreadDate {
                text: article::field(unit.text),
            },
        })
        .collect()
}
