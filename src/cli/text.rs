//! The view for people: coloured on a terminal, plain elsewhere.

use std::io::Write;

use anstyle::{AnsiColor, Style};

use crate::query::Tier;
use crate::results::{Answer, Hit, Mark, NamedId, Why};

const HEADLINE: Style = Style::new().bold();
const MARKED: Style = AnsiColor::Yellow.on_default().bold();
const FAINT: Style = Style::new().dimmed();

/// At most so many forms of a word are listed.
const SHOWN_FORMS: usize = 8;

/// Writes an answer.
pub(super) fn answer(out: &mut impl Write, answer: &Answer, offset: usize) -> std::io::Result<()> {
    let stories = if answer.total == 1 { "story" } else { "stories" };
    writeln!(
        out,
        "{FAINT}{} {stories} in {:.1} ms{FAINT:#}",
        answer.total, answer.took_ms
    )?;
    searched_as(out, answer)?;
    for notice in &answer.notices {
        writeln!(out, "{FAINT}note: {}{FAINT:#}", notice.message)?;
    }
    for (number, hit) in (offset + 1..).zip(&answer.hits) {
        writeln!(out)?;
        write_hit(out, number, hit)?;
    }
    Ok(())
}

/// 'also searched as': the forms beside the word itself.
fn searched_as(out: &mut impl Write, answer: &Answer) -> std::io::Result<()> {
    let mut words: Vec<&str> = answer
        .expansions
        .iter()
        .map(|expansion| expansion.word.as_str())
        .collect();
    words.dedup();
    for word in words {
        let forms: Vec<&str> = answer
            .expansions
            .iter()
            .filter(|expansion| expansion.word == word && expansion.tier != Tier::Exact && expansion.articles > 0)
            .map(|expansion| expansion.form.as_str())
            .collect();
        if !forms.is_empty() {
            let more = if forms.len() > SHOWN_FORMS {
                format!(" and {} more", forms.len() - SHOWN_FORMS)
            } else {
                String::new()
            };
            let listed = forms.iter().take(SHOWN_FORMS).copied().collect::<Vec<_>>().join(", ");
            writeln!(out, "{FAINT}{word}: also searched as {listed}{more}{FAINT:#}")?;
        }
    }
    Ok(())
}

fn write_hit(out: &mut impl Write, number: usize, hit: &Hit) -> std::io::Result<()> {
    let headline = if hit.headline.is_empty() {
        &hit.headline_latin
    } else {
        &hit.headline
    };
    let marks = if hit.headline.is_empty() {
        &[][..]
    } else {
        &hit.headline_marks
    };
    write!(out, "{number}. {HEADLINE}")?;
    marked(out, headline, marks, HEADLINE)?;
    writeln!(out, "{HEADLINE:#}")?;
    let mut facts = vec![hit.date.clone().unwrap_or_else(|| "no date".to_owned())];
    facts.extend((!hit.category.is_empty()).then(|| hit.category.join(", ")));
    facts.push(hit.id.clone());
    facts.extend((hit.score > 0.0).then(|| format!("score {:.2}", hit.score)));
    let is_corrected = hit.why.iter().any(|reason| reason.tier == Tier::Fuzzy);
    let relaxed = if is_corrected {
        "corrected words"
    } else {
        "some of the words only"
    };
    facts.extend(hit.relaxed.then(|| relaxed.to_owned()));
    writeln!(out, "   {FAINT}{}{FAINT:#}", facts.join(" · "))?;
    if !hit.snippet.text.is_empty() {
        write!(out, "   ")?;
        marked(out, &hit.snippet.text, &hit.snippet.marks, Style::new())?;
        writeln!(out)?;
    }
    named(out, hit)?;
    reasons(out, &hit.why)
}

/// A text with its marks; the style around it goes on behind each mark.
fn marked(out: &mut impl Write, text: &str, marks: &[Mark], around: Style) -> std::io::Result<()> {
    let mut at = 0;
    for mark in marks {
        let before = text.get(at..mark.start).unwrap_or_default();
        let inside = text.get(mark.start..mark.end).unwrap_or_default();
        write!(out, "{before}{MARKED}{inside}{MARKED:#}{around}")?;
        at = mark.end;
    }
    write!(out, "{}", text.get(at..).unwrap_or_default())
}

fn named(out: &mut impl Write, hit: &Hit) -> std::io::Result<()> {
    let names = |list: &[NamedId]| {
        list.iter()
            .take(6)
            .map(|entity| entity.name.clone())
            .collect::<Vec<_>>()
    };
    let all: Vec<String> = [&hit.persons, &hit.countries, &hit.places, &hit.organisations]
        .into_iter()
        .flat_map(|list| names(list))
        .collect();
    if all.is_empty() {
        return Ok(());
    }
    writeln!(out, "   {FAINT}{}{FAINT:#}", all.join(", "))
}

/// Only what the reader does not see anyway: forms that differ from the word typed.
fn reasons(out: &mut impl Write, why: &[Why]) -> std::io::Result<()> {
    let told: Vec<String> = why
        .iter()
        .filter(|reason| reason.tier != Tier::Exact)
        .map(|reason| {
            format!(
                "{} = {} ({}, {})",
                reason.word,
                reason.form,
                reason.tier.as_str(),
                reason.field
            )
        })
        .collect();
    if told.is_empty() {
        Ok(())
    } else {
        writeln!(out, "   {FAINT}{}{FAINT:#}", told.join("; "))
    }
}
