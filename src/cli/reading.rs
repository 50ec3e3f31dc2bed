//! How articles are read: what is typed about it, as the stages that read take it.

use anyhow::Context as _;

use super::args::{CorrectionsArgs, ReadArgs};
use crate::corpus::Options;
use crate::entities::Gazetteer;
use crate::index::names::corrected;

/// What the options of reading mean.
pub(super) fn options(args: &ReadArgs) -> anyhow::Result<Options> {
    let mut options = Options {
        max_line_bytes: args.max_line_mb.max(1) << 20,
        ..Options::default()
    };
    for rule in &args.map {
        let (field, name) = rule
            .split_once('=')
            .with_context(|| format!("--map {rule}: write FIELD=NAME, for example headline=title"))?;
        options.fields.set(field, name)?;
    }
    Ok(options)
}

/// The corrections that are named, with the gazetteer that they make.
pub(super) fn corrections(names: &CorrectionsArgs) -> anyhow::Result<Option<(String, Gazetteer)>> {
    let Some(file) = &names.corrections else {
        return Ok(None);
    };
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("{}: the corrections of the gazetteer cannot be read", file.display()))?;
    let gazetteer = corrected(&text, file)?;
    Ok(Some((text, gazetteer)))
}
