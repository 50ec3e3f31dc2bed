//! Labelled text: which mentions a reader sees, against those that recognition finds.
//!
//! Takes texts with marks `[form](kind:id)`, gives precision, recall and F1 by kind over exact spans, and
//! the share of right ids where the labels name one. A file is either sentences, a line each, or one
//! article: a line `# id: …`, then sections `== headline`, `== headline_latin`, `== summary`, `== body`.

use std::collections::BTreeMap;

use super::Error;
use crate::article::{Article, ArticleId, Field};
use crate::entities::{EntityKind, Mention, Recogniser};

/// A mention as a reader labelled it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// What is named.
    pub kind: EntityKind,
    /// The field, in the order of the page.
    pub field: Field,
    /// First byte in the field.
    pub byte_start: usize,
    /// The byte behind the last.
    pub byte_end: usize,
    /// The id where the gazetteer has one, otherwise empty.
    pub id: String,
}

/// A text without its marks, and what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The text as an article.
    pub article: Article,
    /// Its labels.
    pub labels: Vec<Label>,
}

/// How many mentions of a kind were labelled, found and right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Labelled mentions.
    pub labelled: usize,
    /// Found mentions.
    pub found: usize,
    /// Found with the labelled kind and span.
    pub right: usize,
    /// Of the right ones, those whose label has an id.
    pub with_id: usize,
    /// Of those, the ones found with that id.
    pub right_id: usize,
}

impl Score {
    /// Share of found mentions that are right, 0 to 1.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.right, self.found)
    }

    /// Share of labelled mentions that were found, 0 to 1.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.right, self.labelled)
    }

    /// Harmonic mean of precision and recall, 0 to 1.
    #[must_use]
    pub fn f1(&self) -> f64 {
        share(2 * self.right, self.found + self.labelled)
    }

    /// Share of right ids where the label has one, 0 to 1.
    #[must_use]
    pub fn ids(&self) -> f64 {
        share(self.right_id, self.with_id)
    }

    const fn add(&mut self, other: Self) {
        self.labelled += other.labelled;
        self.found += other.found;
        self.right += other.right;
        self.with_id += other.with_id;
        self.right_id += other.right_id;
    }
}

fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}

/// The scores by kind, and a line for each mention that was missed, wrong or named wrongly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scores {
    /// By kind.
    pub kinds: BTreeMap<EntityKind, Score>,
    /// What went wrong: `missed`, `wrong` or `id`, kind, form, id, text.
    pub failures: Vec<String>,
}

impl Scores {
    /// All kinds as one.
    #[must_use]
    pub fn all(&self) -> Score {
        let mut all = Score::default();
        self.kinds.values().for_each(|&score| all.add(score));
        all
    }

    /// The score of a kind.
    #[must_use]
    pub fn of(&self, kind: EntityKind) -> Score {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }

    /// Name and score of each kind, then of all.
    #[must_use]
    pub fn rows(&self) -> Vec<(&'static str, Score)> {
        let kinds = EntityKind::ALL.into_iter().map(|kind| (kind.as_str(), self.of(kind)));
        kinds.chain([("all", self.all())]).collect()
    }

    /// Adds other scores.
    pub fn merge(&mut self, other: Self) {
        for (kind, score) in other.kinds {
            self.kinds.entry(kind).or_default().add(score);
        }
        self.failures.extend(other.failures);
    }

    fn count(&mut self, labelled: &Labelled, found: &[Mention]) {
        let same = |label: &Label, mention: &Mention| {
            (label.kind, label.field, label.byte_start, label.byte_end)
                == (mention.kind, mention.field, mention.byte_start, mention.byte_end)
        };
        for label in &labelled.labels {
            let score = self.kinds.entry(label.kind).or_default();
            score.labelled += 1;
            let Some(mention) = found.iter().find(|mention| same(label, mention)) else {
                self.failures.push(line("missed", labelled, label, ""));
                continue;
            };
            score.right += 1;
            if !label.id.is_empty() {
                score.with_id += 1;
                score.right_id += usize::from(label.id == mention.id);
                if label.id != mention.id {
                    self.failures.push(line("id", labelled, label, &mention.id));
                }
            }
        }
        for mention in found {
            self.kinds.entry(mention.kind).or_default().found += 1;
            if !labelled.labels.iter().any(|label| same(label, mention)) {
                let label = Label {
                    kind: mention.kind,
                    field: mention.field,
                    byte_start: mention.byte_start,
                    byte_end: mention.byte_end,
                    id: mention.id.clone(),
                };
                self.failures
                    .push(line("wrong", labelled, &label, mention.how.as_str()));
            }
        }
    }
}

fn line(what: &str, labelled: &Labelled, label: &Label, note: &str) -> String {
    let text = label.field.of(&labelled.article);
    let form = text.get(label.byte_start..label.byte_end).unwrap_or_default();
    let kind = label.kind.as_str();
    let around = around(text, label.byte_start, label.byte_end);
    format!("{what}\t{kind}\t{form}\t{}\t{note}\t{around}", label.id)
}

/// Up to forty characters on either side of a span.
fn around(text: &str, start: usize, end: usize) -> String {
    let before: Vec<char> = text.get(..start).unwrap_or_default().chars().rev().take(40).collect();
    let after = text.get(end..).unwrap_or_default().chars().take(40);
    let form = text.get(start..end).unwrap_or_default();
    let joined: String = before.into_iter().rev().chain(form.chars()).chain(after).collect();
    joined.replace(['\n', '\t'], " ")
}

/// Scores a labelled file.
///
/// # Errors
/// [`Error::Label`] for a mark that cannot be read.
pub fn score(text: &str, recogniser: &mut Recogniser<'_>) -> Result<Scores, Error> {
    let mut scores = Scores::default();
    for labelled in read(text)? {
        let found = recogniser.mentions(&labelled.article);
        scores.count(&labelled, &found);
    }
    Ok(scores)
}

/// The labelled texts of a file.
///
/// # Errors
/// As for [`score`].
pub fn read(text: &str) -> Result<Vec<Labelled>, Error> {
    if text.lines().any(|line| line.starts_with("== ")) {
        return Ok(vec![article(text)?]);
    }
    let lines = (1..).zip(text.lines());
    lines
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty())
        .map(|(number, line)| {
            let mut labelled = empty(&format!("line-{number}"));
            labelled.article.body = unmark(line, Field::Body, number, &mut labelled.labels)?;
            Ok(labelled)
        })
        .collect()
}

fn empty(id: &str) -> Labelled {
    let id = ArticleId::new(id).unwrap_or_default();
    Labelled {
        article: Article::new(id, "labelled"),
        labels: Vec::new(),
    }
}

fn article(text: &str) -> Result<Labelled, Error> {
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("# id:"))
        .unwrap_or("article");
    let mut labelled = empty(name.trim());
    let sections = text.split("\n== ").skip(1);
    let mut line = text.split("\n== ").next().unwrap_or_default().matches('\n').count() + 2;
    for section in sections {
        let (name, content) = section.split_once('\n').unwrap_or((section, ""));
        let field = Field::OWN.into_iter().find(|field| field.as_str() == name.trim());
        let field = field.ok_or_else(|| Error::Label {
            line,
            what: format!("‘{name}’ is no section; write headline, headline_latin, summary or body"),
        })?;
        let plain = unmark(content.trim_end_matches('\n'), field, line + 1, &mut labelled.labels)?;
        let article = &mut labelled.article;
        *match field {
            Field::Headline => &mut article.headline,
            Field::HeadlineLatin => &mut article.headline_latin,
            Field::Summary => &mut article.summary,
            _ => &mut article.body,
        } = plain;
        line += section.matches('\n').count() + 1;
    }
    Ok(labelled)
}

/// The text without its marks, which go to the labels.
fn unmark(text: &str, field: Field, line: usize, labels: &mut Vec<Label>) -> Result<String, Error> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once('[') {
        plain.push_str(before);
        let at = line + plain.matches('\n').count();
        let (label, form, behind) = mark(marked).ok_or_else(|| Error::Label {
            line: at,
            what: "a mark is [form](kind:id), the kind person, country, place or organisation".into(),
        })?;
        let byte_start = plain.len();
        plain.push_str(form);
        labels.push(Label {
            kind: label.0,
            field,
            byte_start,
            byte_end: plain.len(),
            id: label.1.to_owned(),
        });
        rest = behind;
    }
    plain.push_str(rest);
    Ok(plain)
}

/// What follows on `[`: kind and id, form, and the text behind the mark.
fn mark(marked: &str) -> Option<((EntityKind, &str), &str, &str)> {
    let (form, rest) = marked.split_once("](")?;
    let (label, behind) = rest.split_once(')')?;
    let (kind, id) = label.split_once(':')?;
    let kind = EntityKind::ALL.into_iter().find(|known| known.as_str() == kind)?;
    Some(((kind, id), form, behind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::Gazetteer;

    #[test]
    fn spans_kinds_and_ids_are_counted() {
        let gazetteer = Gazetteer::shipped().unwrap();
        let mut recogniser = Recogniser::new(&gazetteer);
        let text = "# a comment\n[પુતિને](person:vladimir-putin) [ચીનની](country:KP) વાત કરી\n[વરસાદ](place:) પડ્યો\n";
        let scores = score(text, &mut recogniser).unwrap();
        let score = |kind| scores.kinds[&kind];
        assert_eq!(score(EntityKind::Person).f1(), 1.0);
        assert_eq!(score(EntityKind::Country).ids(), 0.0);
        assert_eq!(
            (score(EntityKind::Place).labelled, score(EntityKind::Place).right),
            (1, 0)
        );
        assert_eq!(scores.failures.len(), 2);
    }

    #[test]
    fn an_article_has_sections_and_a_bad_mark_its_line() {
        let text = "# id: a\n== headline\n[રશિયા](country:RU)\n\n== body\nએક\n[બે](thing:)\n";
        assert!(matches!(read(text), Err(Error::Label { line: 7, .. })));
        let good = read(&text.replace("thing", "place")).unwrap();
        assert_eq!(good[0].article.headline, "રશિયા");
        assert_eq!(good[0].labels[1].byte_start, "એક\n".len());
    }
}
