//! `khabar analyze`: every step and key of every word.

use std::io::{BufRead, Write};

use crate::analysis::{Keys, Kind, keys, repair, tokens};
use crate::cli::args::AnalyzeArgs;
use crate::cli::exit::Exit;
use crate::cli::out::stdout;
use crate::views;
use crate::views::steps::Steps;

pub(super) fn execute(args: &AnalyzeArgs) -> anyhow::Result<Exit> {
    let mut out = stdout();
    if args.lemmas || args.keys {
        batch(&mut out, args.keys)?;
    } else {
        views::steps::write(&mut out, &steps(&args.text.join(" ")), args.format.into())?;
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
        views::keys::line(out, &line, &words, all_keys)?;
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
