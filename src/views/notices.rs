//! The sentences of notices.
//!
//! Takes a notice, gives one line of English, and writes the notice as JSON with that line in it.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::article::readable;
use crate::query::{
    Capped, Corrigendum, Ignored, ListedColumn, Notice, Reason, Relaxed, Said, Timeout, Unknown, Unused,
};

/// What a notice says, as one line.
pub(crate) fn sentence(notice: &Notice) -> String {
    match &notice.said {
        Said::Ignored(what) => ignored(what),
        Said::Ambiguous { name, bearers } => {
            let bearers = joined(bearers, ", ", |(name, id)| format!("{name} ({id})"));
            format!("‘{name}’ can mean {bearers}; all are searched")
        }
        Said::Unknown(what) => unknown(what),
        Said::Relaxed(how) => relaxed(how),
        Said::Capped(what) => capped(what),
        Said::Timeout(Timeout::Expanding) => {
            "the time ran out: from here on words stand for themselves only, beginnings and similar words for nothing"
                .to_owned()
        }
        Said::Timeout(Timeout::Searching) => {
            "the time ran out: not all words were looked for everywhere; give more time or fewer words".to_owned()
        }
        Said::Suggestion { query, words } => {
            let words = joined(words, "; ", |Corrigendum { typed, form, reason }| {
                format!("‘{typed}’ for ‘{form}’: {}", slip(*reason))
            });
            format!("did you mean ‘{query}’? ({words})")
        }
    }
}

fn ignored(what: &Ignored) -> String {
    match what {
        Ignored::Dash(dash) => format!("‘{dash}’ is read as a dash; to leave a word out write -word"),
        Ignored::Part { part, why } => format!("‘{part}’ is ignored: {}", unused(*why)),
        Ignored::OpenQuote => "the quote is never closed; read as if it ended with the query".to_owned(),
        Ignored::OpenParenthesis => "‘(’ is never closed; read as if it ended with the query".to_owned(),
        Ignored::Weight(typed) => format!("‘^{typed}’ is no weight; write for example word^2"),
        Ignored::Edits(typed) => format!("‘~{typed}’ is no number of letters; write word~ or word~2"),
        Ignored::SimilarBesideOperator => "‘~’ is ignored beside ‘=’ or ‘*’: write word~ alone".to_owned(),
        Ignored::InnerAsterisk => {
            "‘*’ stands for letters at the end of a word only, not within a word or quotes; here it divides words"
                .to_owned()
        }
        Ignored::LatinBeginning(letters) => {
            format!("‘{letters}*’ is looked for in Latin letters only; leave out ‘*’ to find Gujarati words")
        }
        Ignored::FieldWithoutValue => "a field without a value is ignored; write for example country:KP".to_owned(),
        Ignored::More(parts) => format!("from here on {parts} more parts of the query are ignored"),
        Ignored::SimilarOfExact => "‘~’ is ignored: only the words as typed are searched".to_owned(),
        Ignored::SimilarOfLetter(word) => {
            format!("‘~’ behind ‘{word}’ is ignored: similar words are looked for by two letters or more")
        }
        Ignored::Date(typed) => {
            format!("‘{typed}’ is no date; write 2024, 2024-06, 2024-06-19 or date:2024-06..2024-08")
        }
    }
}

const fn unused(why: Unused) -> &'static str {
    match why {
        Unused::NoneOpen => "no parenthesis is open here",
        Unused::LoneOr => "OR needs a word on both sides",
        Unused::LoneAnd => "AND needs a word on both sides",
        Unused::LoneNot => "nothing follows that could be left out",
        Unused::NoWordHere => "no operator can stand here",
        Unused::TooDeep => "parentheses nest too deep",
        Unused::NoValue => "a field needs a value; write for example headline:word",
        Unused::NoLetter => "it holds no letter or digit",
    }
}

fn unknown(what: &Unknown) -> String {
    match what {
        Unknown::Field { name, nearest, fields } => format!(
            "‘{name}:’ is no field and is read as a word; the nearest field is {nearest}:, all are {}",
            fields.join(", ")
        ),
        Unknown::Name(kind, name) => format!("no {} is called ‘{name}’: nothing can match it", kind.as_str()),
        Unknown::NameInText(kind, name) => format!(
            "‘{name}’ is no {} of the gazetteer: searched as a name in the text",
            kind.as_str()
        ),
        Unknown::Backwards(typed) => format!("‘{typed}’ ends before it begins: nothing can match it"),
        Unknown::Value {
            column,
            value,
            held,
            has_more,
        } => {
            let column = match column {
                ListedColumn::Category => "category",
                ListedColumn::Source => "source",
            };
            let held = match held.is_empty() {
                true => "none".to_owned(),
                false => joined(held, ", ", |value| readable(value).into_owned()),
            };
            let more = if *has_more { ", …" } else { "" };
            format!("no article has the {column} ‘{value}’; the index has {held}{more}")
        }
    }
}

fn relaxed(how: &Relaxed) -> String {
    match how {
        Relaxed::NoneCounted => "no article holds every word, and only those that do are counted".to_owned(),
        Relaxed::LeftOut => {
            "no article holds every word; --relaxed (or a --limit) shows those that hold some of them".to_owned()
        }
        Relaxed::SomeWords(0) => "no article holds every word; those that hold some of them are shown".to_owned(),
        Relaxed::SomeWords(1) => "1 article holds every word; those that hold some of them follow".to_owned(),
        Relaxed::SomeWords(held) => {
            format!("{held} articles hold every word; those that hold some of them follow")
        }
        Relaxed::Loosely(words) => {
            let words = joined(words, "; ", |(typed, forms)| {
                format!("‘{typed}’ as {}", forms.join(", "))
            });
            format!("these words were read by a sound that is only similar: {words}")
        }
        Relaxed::Corrected(words) => {
            let words = joined(words, "; ", |(typed, forms)| {
                format!("{} for ‘{typed}’", forms.join(", "))
            });
            format!("no article holds these words; those with corrected words are shown: {words}")
        }
    }
}

fn capped(what: &Capped) -> String {
    match what {
        Capped::Words(most) => format!("a query has {most} words at most: those from here on are not searched"),
        Capped::Weight(most) => format!("a weight is {most} at most"),
        Capped::Slop(most) => format!("at most {most} words may stand between those of a phrase"),
        Capped::Edits(most) => format!("at most {most} letters of a similar word may differ"),
        Capped::Beginning(beginning, most) => {
            format!("‘{beginning}*’ begins more words than are searched: the {most} commonest are; write more letters")
        }
        Capped::SimilarWords(most) => {
            format!("similar words are looked for {most} times in a query at most: from here on ‘~’ is ignored")
        }
        Capped::FormsOfWord(word, most) => {
            format!("‘{word}’ stands for more forms than are searched: the {most} likeliest are")
        }
        Capped::FormsOfQuery(most) => format!(
            "the query stands for more than {most} forms: from here on words stand for themselves only, beginnings and similar words for nothing"
        ),
        Capped::NoOthers => "every article of the index matches: there is no rest to compare them with".to_owned(),
        Capped::Sampled { articles, step } => {
            format!("{articles} articles match: words were looked for in every {step}th of them, and counted in all")
        }
    }
}

const fn slip(reason: Reason) -> &'static str {
    match reason {
        Reason::Keyboard => "keyboard slip",
        Reason::Spelling => "spelling",
        Reason::Sound => "sound",
    }
}

fn joined<T>(values: &[T], between: &str, one: impl Fn(&T) -> String) -> String {
    values.iter().map(one).collect::<Vec<_>>().join(between)
}

impl Serialize for Notice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let query = match &self.said {
            Said::Suggestion { query, .. } => Some(query),
            _ => None,
        };
        let mut notice = serializer.serialize_struct("Notice", 4 + usize::from(query.is_some()))?;
        notice.serialize_field("kind", &self.said.kind())?;
        notice.serialize_field("message", &sentence(self))?;
        notice.serialize_field("start", &self.start)?;
        notice.serialize_field("end", &self.end)?;
        if let Some(query) = query {
            notice.serialize_field("query", query)?;
        }
        notice.end()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{
        Capped, Corrigendum, Ignored, ListedColumn, Notice, Reason, Relaxed, Said, Timeout, Unknown, Unused, sentence,
    };
    use crate::entities::EntityKind;

    fn word() -> String {
        "ભૂકંપ".to_owned()
    }

    fn ignored() -> Vec<Said> {
        let parts = [
            Unused::NoneOpen,
            Unused::LoneOr,
            Unused::LoneAnd,
            Unused::LoneNot,
            Unused::NoWordHere,
            Unused::TooDeep,
            Unused::NoValue,
            Unused::NoLetter,
        ];
        let parts = parts.map(|why| Ignored::Part { part: word(), why });
        let others = [
            Ignored::Dash('–'),
            Ignored::OpenQuote,
            Ignored::OpenParenthesis,
            Ignored::Weight(word()),
            Ignored::Edits(word()),
            Ignored::SimilarBesideOperator,
            Ignored::InnerAsterisk,
            Ignored::LatinBeginning("guj".to_owned()),
            Ignored::FieldWithoutValue,
            Ignored::More(40),
            Ignored::SimilarOfExact,
            Ignored::SimilarOfLetter(word()),
            Ignored::Date(word()),
        ];
        parts.into_iter().chain(others).map(Said::from).collect()
    }

    fn unknown() -> Vec<Said> {
        let value = |column, held: &[&str], has_more| Unknown::Value {
            column,
            value: word(),
            held: held.iter().map(|&value| value.to_owned()).collect(),
            has_more,
        };
        let unknown = [
            Unknown::Field {
                name: word(),
                nearest: "body",
                fields: &["body", "date"],
            },
            Unknown::Name(EntityKind::Country, word()),
            Unknown::NameInText(EntityKind::Person, word()),
            Unknown::NameInText(EntityKind::Place, word()),
            Unknown::Backwards(word()),
            value(ListedColumn::Category, &[], false),
            value(ListedColumn::Source, &[], false),
            value(ListedColumn::Source, &["a", "b"], false),
            value(ListedColumn::Source, &["a", "b"], true),
        ];
        unknown.map(Said::from).into()
    }

    fn relaxed_or_late() -> Vec<Said> {
        vec![
            Relaxed::NoneCounted.into(),
            Relaxed::LeftOut.into(),
            Relaxed::SomeWords(0).into(),
            Relaxed::SomeWords(1).into(),
            Relaxed::SomeWords(2).into(),
            Relaxed::Loosely(vec![(word(), vec![word(), "ભુકંપ".to_owned()])]).into(),
            Relaxed::Corrected(vec![(word(), vec![word(), "ભુકંપ".to_owned()])]).into(),
            Timeout::Expanding.into(),
            Timeout::Searching.into(),
        ]
    }

    fn capped() -> Vec<Said> {
        let capped = [
            Capped::Words(2),
            Capped::Weight(2),
            Capped::Slop(2),
            Capped::Edits(2),
            Capped::Beginning(word(), 2),
            Capped::SimilarWords(2),
            Capped::FormsOfWord(word(), 2),
            Capped::FormsOfQuery(2),
            Capped::NoOthers,
            Capped::Sampled { articles: 9, step: 2 },
        ];
        capped.map(Said::from).into()
    }

    fn names() -> Vec<Said> {
        let suggestion = |reason| Said::Suggestion {
            query: word(),
            words: vec![Corrigendum {
                typed: "bhukanp".to_owned(),
                form: word(),
                reason,
            }],
        };
        let ambiguous = Said::Ambiguous {
            name: word(),
            bearers: vec![(word(), "a".to_owned()), (word(), "b".to_owned())],
        };
        let reasons = [Reason::Keyboard, Reason::Spelling, Reason::Sound];
        reasons.map(suggestion).into_iter().chain([ambiguous]).collect()
    }

    fn everything() -> Vec<Said> {
        [ignored(), unknown(), relaxed_or_late(), capped(), names()].concat()
    }

    /// The variants that the source declares, as `Ignored(Dash` begins the debug text of a value.
    fn declared() -> Vec<String> {
        let source = include_str!("../query/notice.rs");
        let body = |name: &str| {
            let from = source
                .split_once(&format!("pub enum {name} {{\n"))
                .map(|(_, rest)| rest);
            let body = from.and_then(|rest| rest.split_once("\n}\n")).map(|(body, _)| body);
            body.unwrap_or_else(|| panic!("no enum {name}"))
        };
        let variants = |name: &str| {
            let is_variant = |line: &&str| line.starts_with(char::is_uppercase);
            let lines = body(name).lines().filter_map(|line| line.strip_prefix("    "));
            let names = lines
                .filter(is_variant)
                .filter_map(|line| line.split(['(', ' ', ',']).next());
            names.map(str::to_owned).collect::<Vec<_>>()
        };
        let parts = variants("Unused").into_iter().map(|why| format!("why: {why} "));
        let nested = ["Ignored", "Unknown", "Relaxed", "Capped", "Timeout"];
        let nested = nested.iter().flat_map(|&name| {
            let of_name = variants(name).into_iter();
            of_name.map(move |variant| format!("{name}({variant}"))
        });
        variants("Said").into_iter().chain(nested).chain(parts).collect()
    }

    #[test]
    fn every_notice_has_a_sentence_of_its_own() {
        let everything = everything();
        let shown: Vec<String> = everything.iter().map(|said| format!("{said:?}")).collect();
        let declared = declared();
        assert!(declared.len() > 40, "the source was not read: {declared:?}");
        for variant in declared {
            let is_shown = shown
                .iter()
                .any(|shown| shown.starts_with(&variant) || shown.contains(&variant));
            assert!(is_shown, "no value of {variant} is tried");
        }
        let mut seen = HashSet::new();
        for said in everything {
            let line = sentence(&Notice::new(said, 0..1));
            assert!(!line.is_empty() && !line.contains('\n'), "{line:?}");
            assert!(seen.insert(line.clone()), "said of two things: {line}");
        }
    }

    #[test]
    fn a_notice_has_its_keys_in_their_order() {
        let said = Said::Suggestion {
            query: "ભૂકંપ".to_owned(),
            words: vec![Corrigendum {
                typed: "bhukanp".to_owned(),
                form: word(),
                reason: Reason::Sound,
            }],
        };
        let json = |notice: &Notice| serde_json::to_string(notice).unwrap_or_default();
        assert_eq!(
            json(&Notice::new(said, 0..7)),
            "{\"kind\":\"suggestion\",\"message\":\"did you mean ‘ભૂકંપ’? (‘bhukanp’ for ‘ભૂકંપ’: sound)\",\
             \"start\":0,\"end\":7,\"query\":\"ભૂકંપ\"}"
        );
        assert_eq!(
            json(&Notice::new(Capped::Weight(100), 1..2)),
            "{\"kind\":\"capped\",\"message\":\"a weight is 100 at most\",\"start\":1,\"end\":2}"
        );
    }
}
