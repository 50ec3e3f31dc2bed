//! An answer for people, hit by hit.

use std::io::{Result, Write};

use anstyle::Style;

use super::counts;
use super::terminal::{FAINT, HEADLINE, marked, notices};
use crate::answers::{Answer, Hit, NamedId, Why};
use crate::query::Tier;
use crate::retrieval::{Explanation, Occurrence};

/// At most this many forms of a word are listed.
const SHOWN_FORMS: usize = 8;

/// Writes an answer.
pub(crate) fn answer(out: &mut impl Write, answer: &Answer, offset: usize) -> Result<()> {
    let stories = match answer.stories {
        Some(1) if answer.total > 1 => ", one story".to_owned(),
        Some(stories) if stories < answer.total => format!(", {stories} stories"),
        _ => String::new(),
    };
    writeln!(
        out,
        "{FAINT}{}{stories} in {:.1} ms{FAINT:#}",
        counts::articles(answer.total),
        answer.took_ms
    )?;
    searched_as(out, answer)?;
    notices(out, &answer.notices)?;
    hits(out, &answer.hits, offset)
}

/// Writes hits, numbered after the first `offset`.
pub(crate) fn hits(out: &mut impl Write, hits: &[Hit], offset: usize) -> Result<()> {
    for (number, hit) in (offset + 1..).zip(hits) {
        writeln!(out)?;
        write_hit(out, number, hit)?;
    }
    Ok(())
}

/// 'also searched as': the forms beside the word itself.
fn searched_as(out: &mut impl Write, answer: &Answer) -> Result<()> {
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

fn write_hit(out: &mut impl Write, number: usize, hit: &Hit) -> Result<()> {
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
    let copies = hit.same_story.filter(|&copies| copies > 0);
    facts.extend(copies.map(|copies| format!("+{copies} same story")));
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
    reasons(out, &hit.why)?;
    hit.explanation
        .as_ref()
        .map_or(Ok(()), |explanation| explained(out, explanation))
}

/// The parts of a score, a line each.
fn explained(out: &mut impl Write, explanation: &Explanation) -> Result<()> {
    writeln!(out, "   {FAINT}score {:.2} is{FAINT:#}", explanation.total())?;
    for word in &explanation.words {
        writeln!(
            out,
            "   {FAINT}{:6.2}  {}: in {}{}; here {}{FAINT:#}",
            word.score,
            word.word,
            counts::articles(word.articles as u64),
            if word.optional { ", not needed" } else { "" },
            occurrences(&word.found),
        )?;
    }
    for (gain, what) in [
        (explanation.nearness, "words near each other"),
        (explanation.newness, "a new article"),
    ] {
        if gain > 0.0 {
            writeln!(out, "   {FAINT}{gain:6.2}  {what}{FAINT:#}")?;
        }
    }
    Ok(())
}

/// Where a word stands: `headline મોદીએ, body મોદી ×3`.
fn occurrences(found: &[Occurrence]) -> String {
    if found.is_empty() {
        return "by a mention under another name".to_owned();
    }
    let one = |occurrence: &Occurrence| {
        let Occurrence { form, field, count, .. } = occurrence;
        let times = if *count > 1 {
            format!(" ×{count}")
        } else {
            String::new()
        };
        format!("{field} {form}{times}")
    };
    found.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn named(out: &mut impl Write, hit: &Hit) -> Result<()> {
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
fn reasons(out: &mut impl Write, why: &[Why]) -> Result<()> {
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
