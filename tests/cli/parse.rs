//! Case files: lines to steps.

use super::checks::JsonCheck;

/// A stream of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    Output,
    Errors,
}

/// One thing that a case does or asks.
#[derive(Debug)]
pub(super) enum Action {
    Given(String),
    File(String, Vec<u8>),
    Remove(String),
    Damage(String, String),
    Cut(String, String),
    Env(String, String),
    Stdin(Vec<u8>),
    Run {
        arguments: Vec<String>,
        closed: bool,
    },
    /// One of these.
    Exit(Vec<i32>),
    Holds(Stream, String),
    Lacks(Stream, String),
    Is(Stream, String),
    Lines(usize),
    Json(JsonCheck),
    Exists(String),
    Absent(String),
}

/// An action with the line it stands on.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) line: usize,
    pub(super) action: Action,
}

/// A verb with its value and the lines behind `| `.
struct Entry<'t> {
    line: usize,
    verb: &'t str,
    value: &'t str,
    block: Vec<&'t str>,
}

/// The steps of a case, or the line that cannot be read and why.
pub(super) fn steps_of(text: &str) -> Result<Vec<Step>, String> {
    let mut steps: Vec<Step> = Vec::new();
    let entries = entries(text)?;
    for (at, entry) in entries.iter().enumerate() {
        let fault = |what: String| format!("{}: {what}", entry.line);
        let action = action(entry).map_err(fault)?;
        let is_run = matches!(action, Action::Run { .. });
        if is_run && entries.get(at + 1).is_none_or(|next| next.verb != "exit") {
            return Err(fault("no exit code follows".to_owned()));
        }
        if is_check(&action) && !steps.iter().any(|step| matches!(step.action, Action::Run { .. })) {
            return Err(fault("nothing has run yet".to_owned()));
        }
        steps.push(Step {
            line: entry.line,
            action,
        });
    }
    Ok(steps)
}

const fn is_check(action: &Action) -> bool {
    matches!(
        action,
        Action::Exit(_)
            | Action::Holds(..)
            | Action::Lacks(..)
            | Action::Is(..)
            | Action::Lines(_)
            | Action::Json(_)
            | Action::Exists(_)
            | Action::Absent(_)
    )
}

fn entries(text: &str) -> Result<Vec<Entry<'_>>, String> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for (line, content) in (1..).zip(text.lines()) {
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if let Some(content) = content.strip_prefix('|') {
            let content = content.strip_prefix(' ').unwrap_or(content);
            let entry = entries
                .last_mut()
                .ok_or_else(|| format!("{line}: content of no file"))?;
            entry.block.push(content);
            continue;
        }
        let (verb, value) = content
            .split_once(':')
            .ok_or_else(|| format!("{line}: no verb: {content}"))?;
        entries.push(Entry {
            line,
            verb,
            value: value.trim(),
            block: Vec::new(),
        });
    }
    Ok(entries)
}

fn action(entry: &Entry<'_>) -> Result<Action, String> {
    let value = || entry.value.to_owned();
    let lines = || entry.block.iter().map(|line| format!("{line}\n")).collect::<String>();
    let pair = |sign: char| {
        let (a, b) = entry.value.split_once(sign).ok_or(format!("write A{sign}B"))?;
        Ok::<_, String>((a.to_owned(), b.to_owned()))
    };
    Ok(match entry.verb {
        "given" if matches!(entry.value, "tiny" | "sample") => Action::Given(value()),
        "file" => Action::File(value(), lines().replace("{mb}", &"a".repeat(1 << 20)).into_bytes()),
        "bytes" => Action::File(value(), unescape(&entry.block.concat())?),
        "remove" => Action::Remove(value()),
        "damage" => pair(' ').map(|(folder, ending)| Action::Damage(folder, ending))?,
        "cut" => pair(' ').map(|(folder, ending)| Action::Cut(folder, ending))?,
        "env" => pair('=').map(|(name, value)| Action::Env(name, value))?,
        "stdin" => Action::Stdin(unescape(&entry.block.concat())?),
        "run" | "closed" => Action::Run {
            arguments: split(entry.value)?,
            closed: entry.verb == "closed",
        },
        "exit" => Action::Exit(exit_codes(entry.value)?),
        "stdout" => Action::Holds(Stream::Output, value()),
        "stderr" => Action::Holds(Stream::Errors, value()),
        "stdout lacks" => Action::Lacks(Stream::Output, value()),
        "stderr lacks" => Action::Lacks(Stream::Errors, value()),
        "stdout is" => Action::Is(Stream::Output, lines()),
        "stderr is" => Action::Is(Stream::Errors, lines()),
        "lines" => Action::Lines(entry.value.parse().map_err(|e| format!("{e}"))?),
        "json" => Action::Json(JsonCheck::parse(entry.value)?),
        "exists" => Action::Exists(value()),
        "absent" => Action::Absent(value()),
        verb => return Err(format!("unknown: {verb}: {}", entry.value)),
    })
}

/// `2`, or `0|2` where either will do.
fn exit_codes(value: &str) -> Result<Vec<i32>, String> {
    let codes = value.split('|').map(str::parse);
    codes.collect::<Result<_, _>>().map_err(|e| format!("{value}: {e}"))
}

/// Words as a shell would take them: spaces part, both kinds of quotes hold together.
pub(crate) fn split(line: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for c in line.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c == ' ' => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    if quote.is_some() {
        return Err("a quote that does not end".to_owned());
    }
    words.extend(word);
    Ok(words)
}

/// Bytes of a text with escapes; `\e` is the terminal's.
fn unescape(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend_from_slice(before.as_bytes());
        let kind = after.chars().next().ok_or("a lonely backslash")?;
        rest = &after[kind.len_utf8()..];
        match kind {
            'n' => bytes.push(b'\n'),
            'r' => bytes.push(b'\r'),
            't' => bytes.push(b'\t'),
            'e' => bytes.push(0x1B),
            '0' => bytes.push(0),
            '\\' => bytes.push(b'\\'),
            'x' => {
                let digits = rest.get(..2).ok_or("\\x needs two digits")?;
                bytes.push(u8::from_str_radix(digits, 16).map_err(|e| e.to_string())?);
                rest = &rest[2..];
            }
            'u' => {
                let (digits, behind) = rest
                    .strip_prefix('{')
                    .and_then(|r| r.split_once('}'))
                    .ok_or("write \\u{N}")?;
                let code = u32::from_str_radix(digits, 16).map_err(|e| e.to_string())?;
                let c = char::from_u32(code).ok_or("no such character")?;
                bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                rest = behind;
            }
            other => return Err(format!("unknown escape \\{other}")),
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    Ok(bytes)
}

#[test]
fn arguments_are_split_as_a_shell_would() {
    let words = split("search  '\"a b\"' --x=\"c d\" ''").unwrap();
    assert_eq!(words, ["search", "\"a b\"", "--x=c d", ""]);
}

#[test]
fn escapes_become_bytes() {
    assert_eq!(
        unescape(r"a\x00\u{915}\n\\\e").unwrap(),
        "a\0\u{915}\n\\\u{1B}".as_bytes()
    );
    assert_eq!(unescape(r"\xFF").unwrap(), [0xFF]);
}
