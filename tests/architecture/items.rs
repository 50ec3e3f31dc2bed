//! Reads items well enough for the rules: the signatures that a file shows, and what they belong to.

use super::code::{blanked, is_part_of_word, line_of, offsets_of_word, word_at};

/// Something that is `pub`, or that is a part of what may be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown<'s> {
    /// The item at the top of the file that must be public for this to be; none for the file itself.
    pub(super) owner: Option<&'s str>,
    /// Its own name.
    pub(super) name: &'s str,
    /// What is seen of it from outside.
    pub(super) signature: String,
    pub(super) line: usize,
}

/// What a file shows, provided that its items and the file itself are public.
pub(super) fn shown(code: &str) -> Vec<Shown<'_>> {
    let marked = offsets_of_word(code, "pub").filter_map(|at| shown_at(code, at));
    let traits = offsets_of_word(code, "impl").filter_map(|at| trait_impl(code, at));
    marked.chain(traits).collect()
}

/// What stands after a `pub` without a range.
fn shown_at(code: &str, at: usize) -> Option<Shown<'_>> {
    let rest = code[at + "pub".len()..].strip_prefix([' ', '\n'])?;
    let item = past_qualifiers(rest.trim_start());
    let keyword = word_at(item);
    let name = word_at(item[keyword.len()..].trim_start());
    let (name, signature) = match keyword {
        "fn" => (name, until(item, &['{', ';'])),
        "struct" | "union" => (name, header_of_struct(item)),
        "enum" => (name, without_variants(with_braces(item))),
        "trait" => (name, without_bodies(with_braces(item))),
        "type" => (name, until(item, &[';'])),
        "const" | "static" => (name, until(item, &['=', ';'])),
        "use" => ("use", item.split(';').next()?.to_owned()),
        "mod" | "macro" | "crate" => return None,
        field if is_named_field(item) => (field, until(&item[field.len()..], &[',', '}'])),
        _ => ("0", until(item, &[',', ')'])),
    };
    let owner = owner(code, at).or((name != "use").then_some(name));
    Some(Shown {
        owner,
        name,
        signature,
        line: line_of(code, at),
    })
}

fn past_qualifiers(item: &str) -> &str {
    for qualifier in [
        "async ",
        "unsafe ",
        "extern ",
        "const fn",
        "const unsafe",
        "const async",
    ] {
        if let Some(rest) = item.strip_prefix(qualifier) {
            let rest = if qualifier.starts_with("const ") {
                &item["const ".len()..]
            } else {
                rest
            };
            return past_qualifiers(rest.trim_start());
        }
    }
    item
}

fn is_named_field(item: &str) -> bool {
    let after = item[word_at(item).len()..].trim_start();
    after.starts_with(':') && !after.starts_with("::")
}

/// The text before the first of some signs that stands in no brackets.
fn until(text: &str, stops: &[char]) -> String {
    let mut depth = 0;
    let end = text.char_indices().find_map(|(at, c)| {
        if depth == 0 && stops.contains(&c) {
            return Some(at);
        }
        let is_arrow = text[..at].ends_with(['-', '=']);
        depth += i32::from(matches!(c, '(' | '[' | '<')) - i32::from(matches!(c, ')' | ']') || c == '>' && !is_arrow);
        None
    });
    text[..end.unwrap_or(text.len())].to_owned()
}

/// Without the fields, of which each has its own `pub` or is hidden.
fn header_of_struct(item: &str) -> String {
    let is_tuple = until(item, &['{', ';', '(']).len() < until(item, &['{', ';']).len();
    if is_tuple {
        until(item, &['('])
    } else {
        until(item, &['{', ';'])
    }
}

/// The ranges in braces at a depth of so many, the braces included.
fn braces(code: &str, wanted: i32) -> Vec<(usize, usize)> {
    let (mut depth, mut start, mut ranges) = (0, 0, Vec::new());
    for (at, c) in code.char_indices() {
        if c == '{' {
            depth += 1;
            start = if depth == wanted { at } else { start };
        }
        if c == '}' {
            if depth == wanted {
                ranges.push((start, at + 1));
            }
            depth -= 1;
        }
    }
    ranges
}

/// The item to the end of its braces.
fn with_braces(item: &str) -> &str {
    braces(item, 1).first().map_or(item, |&(_, end)| &item[..end])
}

/// A trait without the bodies that its methods have.
fn without_bodies(item: &str) -> String {
    blanked(item, braces(item, 2))
}

/// The code without the names of enum variants, which may be called as types are.
pub(super) fn without_variants(code: &str) -> String {
    let mut names = Vec::new();
    for at in offsets_of_word(code, "enum") {
        if let Some(&(start, end)) = braces(&code[at..], 1).first() {
            names.extend(variants(code, at + start, at + end));
        }
    }
    blanked(code, names)
}

/// The ranges of the words that follow `{`, `,` or an attribute right inside the braces.
fn variants(code: &str, start: usize, end: usize) -> Vec<(usize, usize)> {
    let (mut depth, mut is_next, mut names) = (0, false, Vec::new());
    for (at, c) in code[start..end].char_indices().map(|(at, c)| (start + at, c)) {
        if is_next && depth == 1 && is_part_of_word(c) {
            names.push((at, at + word_at(&code[at..]).len()));
        }
        depth += i32::from(matches!(c, '{' | '(' | '[' | '<')) - i32::from(matches!(c, '}' | ')' | ']' | '>'));
        is_next = depth == 1 && (matches!(c, '{' | ',' | ']') || is_next && (c.is_whitespace() || c == '#'));
    }
    names
}

/// The type, trait or `impl` target whose braces or brackets an offset stands in.
fn owner(code: &str, at: usize) -> Option<&str> {
    let mut depth = 0;
    let open = code[..at].char_indices().rev().find_map(|(at, c)| {
        depth += i32::from(matches!(c, '}' | ')')) - i32::from(matches!(c, '{' | '('));
        (depth < 0).then_some(at)
    })?;
    let header = code[..open].rsplit([';', '{', '}']).next()?;
    if let Some(at) = offsets_of_word(header, "impl").next() {
        return Some(target(&header[at..]));
    }
    ["struct", "enum", "trait", "union"].into_iter().find_map(|keyword| {
        let at = offsets_of_word(header, keyword).next()?;
        Some(word_at(header[at + keyword.len()..].trim_start()))
    })
}

/// `Type` of `impl<T> Type<T>` and of `impl Trait for path::Type`.
fn target(header: &str) -> &str {
    let after = header.strip_prefix("impl").unwrap_or(header);
    let generics = if after.starts_with('<') {
        generics_length(after)
    } else {
        0
    };
    let named = after[generics..].split(" where").next().unwrap_or_default();
    let named = named.rsplit_once(" for ").map_or(named, |(_, target)| target);
    let path = named
        .trim_start_matches([' ', '&', '\n'])
        .split('<')
        .next()
        .unwrap_or_default();
    path.trim().rsplit("::").next().unwrap_or_default()
}

fn generics_length(text: &str) -> usize {
    let inside = until(&text[1..], &['>']);
    (inside.len() + 2).min(text.len())
}

/// The head of `impl Trait for Type`, which is seen wherever the type is.
fn trait_impl(code: &str, at: usize) -> Option<Shown<'_>> {
    let before = code[..at].trim_end();
    let is_item = before.is_empty() || before.ends_with([';', '{', '}', ']']) || before.ends_with("unsafe");
    let end = at + code[at..].find('{')?;
    let header = &code[at..end];
    (is_item && header.contains(" for ")).then(|| Shown {
        owner: Some(target(header)),
        name: "impl",
        signature: header.to_owned(),
        line: line_of(code, at),
    })
}

/// How an item at the top of a file is declared: with plain `pub`, otherwise, or not there.
pub(super) fn is_declared_public(code: &str, name: &str) -> Option<bool> {
    const KEYWORDS: [&str; 9] = [
        "struct", "enum", "trait", "union", "type", "fn", "const", "static", "unsafe",
    ];
    let line_before = |at: usize| code[..at].rsplit('\n').next().unwrap_or_default();
    offsets_of_word(code, name).map(line_before).find_map(|line| {
        let is_declared = KEYWORDS
            .iter()
            .any(|keyword| line.strip_suffix(' ').is_some_and(|l| l.ends_with(keyword)));
        (is_declared && !line.starts_with(' ')).then(|| line.starts_with("pub "))
    })
}

#[test]
fn what_is_seen_is_told_with_what_it_belongs_to() {
    let code = "pub struct A<T: B> where T: C { pub d: E, f: G }\npub struct H(I, pub J);\n\
                impl<T: K> A<T> {\n    pub const fn l(m: [u8; 2]) -> N { o }\n    pub(super) fn p(q: Q) {} }\n\
                pub enum R { S(T), U { v: W } }\npub trait X { fn y(&self) -> Y { z } }\npub const AA: BB = cc;\n\
                impl From<DD> for H { fn ee() {} }\npub use ff::GG;\npub type HH = II;";
    let told: Vec<String> = shown(code)
        .iter()
        .map(|item| {
            let signature: Vec<&str> = item.signature.split_whitespace().collect();
            format!(
                "{} {} {}: {}",
                item.line,
                item.owner.unwrap_or("-"),
                item.name,
                signature.join(" ")
            )
        })
        .collect();
    let expected = [
        "1 A A: struct A<T: B> where T: C",
        "1 A d: : E",
        "2 H H: struct H",
        "2 H 0: J",
        "4 A l: fn l(m: [u8; 2]) -> N",
        "6 R R: enum R { (T), { v: W } }",
        "7 X X: trait X { fn y(&self) -> Y }",
        "8 AA AA: const AA: BB",
        "10 - use: use ff::GG",
        "11 HH HH: type HH = II",
        "9 H impl: impl From<DD> for H",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_declaration_is_told_from_its_uses() {
    let code = "use a::B;\npub struct A<'b> {\n    C: u8,\n}\npub(crate) enum D {}\n    fn e() {}\npub const fn g() {}";
    assert_eq!(is_declared_public(code, "A"), Some(true));
    assert_eq!(is_declared_public(code, "D"), Some(false));
    assert_eq!(is_declared_public(code, "g"), Some(true));
    for name in ["B", "C", "e"] {
        assert_eq!(is_declared_public(code, name), None, "{name}");
    }
}
