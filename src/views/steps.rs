//! Every step and key of the words of a text.

use std::io::{Result, Write};

use serde::Serialize;

use super::{Format, json};

/// A token as the steps made it.
#[derive(Debug, Serialize)]
pub(crate) struct Steps {
    pub(crate) text: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: &'static str,
    pub(crate) repairs: usize,
    pub(crate) form: String,
    pub(crate) fold: String,
    pub(crate) lemma: String,
    pub(crate) class: Option<&'static str>,
    pub(crate) rule: &'static str,
    pub(crate) other_lemmas: Vec<String>,
    pub(crate) sound: String,
    pub(crate) stop: bool,
}

/// Writes the steps of each word.
pub(crate) fn write(out: &mut impl Write, steps: &[Steps], format: Format) -> Result<()> {
    match format {
        Format::Text => text(out, steps),
        _ => json::line(out, &steps),
    }
}

fn text(out: &mut impl Write, steps: &[Steps]) -> Result<()> {
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
