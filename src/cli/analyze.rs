//! `khabar analyze`: every step and key of every word.

use std::io::{BufRead, Write};

use serde::Serialize;

use super::args::{AnalyzeArgs, Format};
use super::out::stdout;
use super::{Exit, json};
use crate::analysis::{Keys, Kind, keys, repair, tokens};

/// A token as the steps made it.
#[derive(Debug, Serialize)]
struct Steps {
    text: String,
    start: usize,
    end: usize,
    kind: &'static str,
    repairs: usize,
    form: String,
    fold: String,
    lemma: String,
    class: Option<&'static str>,
    rule: &'static str,
    other_lemmas: Vec<String>,
    sound: String,
    stop: bool,
}

pub(super) fn run(args: &AnalyzeArgs) -> anyhow::Result<Exit> {
    let mut out = stdout();
    if args.lemmas || args.keys {
        batch(&mut out, args.keys)?;
    } else {
        let steps = steps(&args.text.join(" "));
        if args.format == Format::Text {
            table(&mut out, &steps)?
        } else {
            json::line(&mut out, &steps)?
        }
    }
    out.flush()?;
    Ok(Exit::Done)
}

/// A line in, the line and its keys out; a line of several words gives theirs with spaces between.
fn batch(out: &mut impl Write, all_keys: bool) -> anyhow::Result<()> {
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let words: Vec<(String, Keys)> = tokens(&line)
            .map(|token| (token.form.to_string(), keys(&token.form)))
            .collect();
        let join = |key: &dyn Fn(&(String, Keys)) -> String| words.iter().map(key).collect::<Vec<_>>().join(" ");
        let lemma = join(&|(_, keys)| keys.lemmas.first().map_or_else(String::new, |lemma| lemma.key.clone()));
        if all_keys {
            let (exact, fold) = (join(&|(form, _)| form.clone()), join(&|(_, keys)| keys.fold.clone()));
            writeln!(out, "{line}\t{exact}\t{fold}\t{lemma}")?;
        } else {
            writeln!(out, "{line}\t{lemma}")?;
        }
    }
    Ok(())
}

fn steps(text: &str) -> Vec<Steps> {
    tokens(text)
        .map(|token| {
            let word = text.get(token.byte_start..token.byte_end).unwrap_or_default();
            let keys = keys(&token.form);
            let mut lemmas = keys.lemmas.into_iter();
            let first = lemmas.next();
            let is_gujarati = matches!(token.kind, Kind::Gujarati | Kind::Initials | Kind::Devanagari);
            let sound = if is_gujarati {
                crate::analysis::sound::of_gujarati(&token.form)
            } else {
                crate::analysis::sound::of_latin(&token.form)
            };
            Steps {
                text: word.to_owned(),
                start: token.byte_start,
                end: token.byte_end,
                kind: kind_name(token.kind),
                repairs: if is_gujarati { repair(word).1 } else { 0 },
                fold: keys.fold,
                class: first
                    .as_ref()
                    .and_then(|lemma| lemma.class)
                    .map(crate::analysis::Class::code),
                rule: first.as_ref().map_or("", |lemma| lemma.rule),
                lemma: first.map_or_else(String::new, |lemma| lemma.key),
                other_lemmas: lemmas.map(|lemma| lemma.key).collect(),
                sound,
                stop: keys.is_stop,
                form: token.form.into_owned(),
            }
        })
        .collect()
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Gujarati => "gujarati",
        Kind::Initials => "initials",
        Kind::Latin => "latin",
        Kind::Devanagari => "devanagari",
        Kind::Number => "number",
        Kind::Sign => "sign",
        Kind::Other => "other",
    }
}

fn table(out: &mut impl Write, steps: &[Steps]) -> std::io::Result<()> {
    for step in steps {
        writeln!(out, "{}  ({} {}..{})", step.text, step.kind, step.start, step.end)?;
        if step.repairs > 0 {
            writeln!(out, "  repaired  {} ({} places)", step.form, step.repairs)?;
        }
        writeln!(out, "  form      {}", step.form)?;
        writeln!(out, "  fold      {}", step.fold)?;
        writeln!(
            out,
            "  lemma     {}  [{}] {}",
            step.lemma,
            step.class.unwrap_or("unknown"),
            step.rule
        )?;
        if !step.other_lemmas.is_empty() {
            writeln!(out, "  or        {}", step.other_lemmas.join(", "))?;
        }
        writeln!(out, "  sound     {}", step.sound)?;
        if step.stop {
            writeln!(out, "  stop word")?;
        }
    }
    Ok(())
}
