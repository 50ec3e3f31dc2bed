//! Reads Rust well enough for the rules: what is code, and which paths it names.

/// A path that the code names, and the line on which it does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The parts after the root that was asked for.
    pub(super) path: Vec<String>,
    /// What it is called where it is imported: its last part, or what follows `as`.
    pub(super) name: String,
    /// Counted from 1.
    pub(super) line: usize,
}

/// The text with comments, strings and test modules blanked; every line stays where it is.
pub(super) fn code_of(text: &str) -> String {
    let code = without_comments_and_strings(text);
    blanked(&code, test_modules(&code))
}

/// How many lines the test modules take.
pub(super) fn test_lines(text: &str) -> usize {
    let code = without_comments_and_strings(text);
    test_modules(&code)
        .iter()
        .map(|&(start, end)| code[start..end].matches('\n').count() + 1)
        .sum()
}

/// The ranges from `#[cfg(test)]` to the end of the module after it, which ends the file or its braces.
fn test_modules(code: &str) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (start, _) in code.match_indices("#[cfg(test)]") {
        let rest = &code[start..];
        let Some(open) = rest.find('{') else {
            continue;
        };
        let mut depth = 0;
        let end = rest[open..].char_indices().find_map(|(at, c)| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            (depth == 0).then_some(open + at + 1)
        });
        ranges.push((start, start + end.unwrap_or(rest.len())));
    }
    ranges
}

/// One ASCII space for every byte of a comment or of the inside of a string, so that offsets stay.
fn without_comments_and_strings(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let is_in_word = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
        let length = if rest.starts_with(b"//") {
            rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            text[at..].find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest[0] == b'"' {
            string_length(rest)
        } else if rest[0] == b'r' && !is_in_word {
            raw_string_length(&text[at..])
        } else if rest[0] == b'\'' {
            char_length(&text[at..])
        } else {
            0
        };
        if length == 0 {
            code.push(rest[0]);
            at += 1;
        } else {
            code.extend(rest[..length].iter().map(|&b| if b == b'\n' { b'\n' } else { b' ' }));
            at += length;
        }
    }
    String::from_utf8(code).unwrap()
}

fn string_length(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != b'"' {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

fn raw_string_length(rest: &str) -> usize {
    let hashes = rest[1..].bytes().take_while(|&b| b == b'#').count();
    let opening = 1 + hashes;
    if !rest[opening..].starts_with('"') {
        return 0;
    }
    let closing = format!("\"{}", "#".repeat(hashes));
    let inside = &rest[opening + 1..];
    opening + 1 + inside.find(&closing).map_or(inside.len(), |end| end + closing.len())
}

/// The length of a character literal; 0 for a lifetime.
fn char_length(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), _) => rest[3..].find('\'').map_or(0, |end| end + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// The paths that begin with `root::`, groups in braces taken apart. `use root;` is no path.
pub(super) fn names_below(code: &str, root: &str) -> Vec<Named> {
    let start = format!("{root}::");
    let is_part = |c: char| c == '_' || c == ':' || c.is_ascii_alphanumeric();
    let mut names = Vec::new();
    for (at, _) in code.match_indices(&start) {
        if !code[..at].ends_with(is_part) {
            read_tree(code, at + start.len(), &[], &mut names);
        }
    }
    names
}

/// Reads `a::b`, `a::{…}`, `*` or `{…}` at an offset; gives the offset after it.
fn read_tree(code: &str, at: usize, above: &[String], names: &mut Vec<Named>) -> usize {
    let mut at = at + (code[at..].len() - code[at..].trim_start().len());
    if code[at..].starts_with('{') {
        at += 1;
        loop {
            at += code[at..].len() - code[at..].trim_start_matches([' ', '\n', '\t', '\r', ',']).len();
            if at >= code.len() || code[at..].starts_with('}') {
                return (at + 1).min(code.len());
            }
            let end = read_tree(code, at, above, names);
            // `as name` is passed over
            let next = code[end..].find([',', '}']).map_or(code.len(), |length| end + length);
            at = next.max(at + 1);
        }
    }
    let length = code[at..]
        .find(|c: char| c != '_' && c != '*' && !c.is_ascii_alphanumeric())
        .unwrap_or(code[at..].len());
    let mut path = above.to_vec();
    path.push(code[at..at + length].to_owned());
    let end = at + length;
    if code[end..].starts_with("::") && !code[end..].starts_with("::<") {
        return read_tree(code, end + 2, &path, names);
    }
    names.push(Named {
        name: name_of(&path, &code[end..]),
        path,
        line: line_of(code, at),
    });
    end
}

/// The name of a leaf: `b` of `a::b` and of `a::b::self`, `c` of `a::b as c`.
fn name_of(path: &[String], after: &str) -> String {
    let given = after
        .trim_start()
        .strip_prefix("as ")
        .map(|name| word_at(name.trim_start()));
    let own = path.iter().rev().find(|part| *part != "self");
    given.map_or_else(|| own.cloned().unwrap_or_default(), str::to_owned)
}

/// The tree of a `use`, which stands at an offset.
pub(super) fn names_at(code: &str, at: usize) -> Vec<Named> {
    let mut names = Vec::new();
    read_tree(code, at, &[], &mut names);
    names
}

/// The line of an offset, counted from 1.
pub(super) fn line_of(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

pub(super) fn is_part_of_word(c: char) -> bool {
    c == '_' || c.is_ascii_alphanumeric()
}

/// The word that a text begins with, or nothing.
pub(super) fn word_at(text: &str) -> &str {
    let end = text.find(|c| !is_part_of_word(c)).unwrap_or(text.len());
    &text[..end]
}

/// The offsets at which a word stands by itself.
pub(super) fn offsets_of_word<'s>(code: &'s str, word: &'s str) -> impl Iterator<Item = usize> + 's {
    code.match_indices(word).map(|(at, _)| at).filter(move |&at| {
        !code[..at].ends_with(is_part_of_word) && !code[at + word.len()..].starts_with(is_part_of_word)
    })
}

/// The text with spaces at some ranges; every line stays where it is.
pub(super) fn blanked(code: &str, ranges: impl IntoIterator<Item = (usize, usize)>) -> String {
    let mut blanked = code.to_owned();
    for (start, end) in ranges {
        let blank: String = code[start..end]
            .bytes()
            .map(|b| if b == b'\n' { '\n' } else { ' ' })
            .collect();
        blanked.replace_range(start..end, &blank);
    }
    blanked
}

#[test]
fn comments_strings_and_tests_are_no_code() {
    let text = "a // use b\n/* c\n */ d \"e\\\" f\" 'g' &'h i r#\"j\" k\"# l\n#[cfg(test)]\nmod tests { m { n } } o";
    let code = code_of(text);
    assert_eq!(code.matches('\n').count(), text.matches('\n').count());
    let words: Vec<&str> = code.split_whitespace().collect();
    assert_eq!(words, ["a", "d", "&'h", "i", "l", "o"]);
    assert_eq!(test_lines("x\n#[cfg(test)]\nmod tests {\n}\ny"), 3);
}

#[test]
fn groups_of_names_are_taken_apart() {
    let code = "use crate::{a, b::{c, d::e as f},\n g::*};\nlet x = crate::h::i(1); not_crate::j();";
    let found: Vec<(String, usize)> = names_below(code, "crate")
        .into_iter()
        .map(|named| (named.path.join("::"), named.line))
        .collect();
    let expected = [("a", 1), ("b::c", 1), ("b::d::e", 1), ("g::*", 2), ("h::i", 3)];
    assert_eq!(found, expected.map(|(path, line)| (path.to_owned(), line)));
}

#[test]
fn words_are_told_from_their_parts() {
    let code = "use user use_ (use) reuse";
    assert_eq!(offsets_of_word(code, "use").collect::<Vec<_>>(), [0, 15]);
    assert_eq!((word_at("a_1-b"), word_at("-"), line_of("a\nb", 2)), ("a_1", "", 2));
    assert_eq!(blanked("ab\nખd", [(1, 6)]), "a \n   d");
    assert_eq!(
        names_at("a::{b as c, d::self}", 0)
            .iter()
            .map(|n| n.name.as_str())
            .collect::<Vec<_>>(),
        ["c", "d"]
    );
}
