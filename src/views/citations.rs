//! Citations: hits for reference managers, in `BibLaTeX` and RIS.

use std::io::{Result, Write};

use crate::answers::Hit;

/// Writes a hit as an entry of `BibLaTeX`. Its key is made of the id.
pub(crate) fn bibtex(out: &mut impl Write, hit: &Hit) -> Result<()> {
    writeln!(out, "@online{{{},", key(&hit.id))?;
    let fields = [
        ("title", Some(title(hit))),
        ("date", hit.date.as_deref()),
        ("organization", hit.source.as_deref()),
        ("note", Some(hit.id.as_str())),
    ];
    for (name, value) in fields {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            writeln!(out, "  {name} = {{{}}},", tex(value))?;
        }
    }
    // an address is taken as it stands; a brace would end the field
    if let Some(url) = &hit.url {
        writeln!(out, "  url = {{{}}},", url.replace('{', "%7B").replace('}', "%7D"))?;
    }
    if !hit.category.is_empty() {
        writeln!(out, "  keywords = {{{}}},", tex(&hit.category.join(", ")))?;
    }
    writeln!(out, "  langid = {{gujarati}},\n}}\n")
}

/// Writes a hit as a record of RIS, its lines ended as the format wants them.
pub(crate) fn ris(out: &mut impl Write, hit: &Hit) -> Result<()> {
    let mut line = |tag: &str, value: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() && tag != "ER" {
            return Ok(());
        }
        write!(out, "{tag}  - {value}\r\n")
    };
    line("TY", "NEWS")?;
    line("ID", &hit.id)?;
    line("TI", title(hit))?;
    line("T2", hit.source.as_deref().unwrap_or_default())?;
    let date = hit.date.as_deref().unwrap_or_default();
    line("PY", date.split('-').next().unwrap_or_default())?;
    line("DA", &date.replace('-', "/"))?;
    line("UR", hit.url.as_deref().unwrap_or_default())?;
    line("AB", &hit.snippet.text)?;
    hit.category.iter().try_for_each(|category| line("KW", category))?;
    line("LA", "gu")?;
    line("ER", "")
}

fn title(hit: &Hit) -> &str {
    if hit.headline.is_empty() {
        &hit.headline_latin
    } else {
        &hit.headline
    }
}

/// The id with nothing that a key must not have.
fn key(id: &str) -> String {
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':' | '/') || !c.is_ascii();
    id.chars()
        .map(|c| if is_allowed(c) && !c.is_whitespace() { c } else { '-' })
        .collect()
}

/// Text with the signs escaped that TeX would obey.
fn tex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => escaped.extend(['\\', c]),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tex_obeys_is_escaped_and_gujarati_is_left_alone() {
        assert_eq!(
            tex("50% {a_b} \\ ~"),
            "50\\% \\{a\\_b\\} \\textbackslash{} \\textasciitilde{}"
        );
        assert_eq!(tex("ગુજરાત"), "ગુજરાત");
        assert_eq!(key("corpus/news.jsonl#3, ગામ"), "corpus/news.jsonl-3--ગામ");
    }
}
