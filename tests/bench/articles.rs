//! The articles: paragraphs of real text cut to length, or generated ones.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use flate2::read::MultiGzDecoder;
use khabar::article::{Article, ArticleId, Category};
use khabar::corpus::{self, Options, Record};
use unicode_segmentation::UnicodeSegmentation;

use crate::random::Random;

/// An article has about so many bytes of text: 3.4 KB, the mean of the news that was counted.
const ARTICLE_BYTES: usize = 3_400;

/// Words of a headline and of a summary.
const HEAD_WORDS: [usize; 2] = [9, 22];

const CATEGORIES: [&str; 12] = [
    "world",
    "national",
    "gujarat",
    "politics",
    "business",
    "sports",
    "entertainment",
    "technology",
    "health",
    "religion",
    "education",
    "crime",
];

/// Articles, and where their text is from.
pub(crate) struct Corpus {
    /// The articles.
    pub(crate) articles: Vec<Article>,
    /// Where the text is from.
    pub(crate) origin: String,
}

impl Corpus {
    /// Their text in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.articles
            .iter()
            .map(|article| text_of(article).map(str::len).sum::<usize>())
            .sum()
    }

    /// How many there are, of what size, with how many words.
    pub(crate) fn summary(&self) -> String {
        let mut forms: HashSet<&str> = HashSet::new();
        let mut words = 0usize;
        for word in self.articles.iter().flat_map(text_of).flat_map(str::unicode_words) {
            words += 1;
            forms.insert(word);
        }
        let mb = self.bytes() as f64 / 1e6;
        format!(
            "{} articles, {mb:.1} MB of text, {words} words, {} distinct; {}",
            self.articles.len(),
            forms.len(),
            self.origin
        )
    }
}

/// The text fields of an article.
pub(crate) fn text_of(article: &Article) -> impl Iterator<Item = &str> {
    [&article.headline, &article.summary, &article.body]
        .into_iter()
        .map(String::as_str)
}

/// Articles out of `file`, the shared corpus or the generator, at most `count`.
pub(crate) fn make(count: usize, file: Option<&Path>) -> anyhow::Result<Corpus> {
    let shared = shared_corpus();
    let Some(file) = file.or(shared.as_deref()) else {
        return generated(count);
    };
    let mut builder = Builder::new(count);
    let mut sentences: Vec<String> = Vec::new();
    let reader = File::open(file).with_context(|| format!("{}", file.display()))?;
    let reader: Box<dyn Read> = if file.extension().is_some_and(|ending| ending == "gz") {
        Box::new(MultiGzDecoder::new(reader))
    } else {
        Box::new(reader)
    };
    for line in BufReader::new(reader).lines() {
        let record: serde_json::Value = serde_json::from_str(&line?)?;
        let body = record
            .get("body")
            .and_then(serde_json::Value::as_str)
            .unwrap_or_default();
        body.lines().for_each(|paragraph| builder.paragraph(paragraph));
        sentences.extend(
            body.split_inclusive(['.', '\n'])
                .map(|sentence| sentence.trim().to_owned()),
        );
        if builder.is_full() {
            break;
        }
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let real = builder.articles.len();
    if builder.is_full() || sentences.is_empty() {
        return Ok(builder.corpus(format!("real text, {name}")));
    }
    grow(&mut builder, &sentences);
    let origin = format!("{real} of real text, {name}; the others of its sentences, with new words");
    Ok(builder.corpus(origin))
}

/// Wikipedia's paragraphs, where the shared folder stands beside the project.
fn shared_corpus() -> Option<PathBuf> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/wikipedia.jsonl.gz");
    file.is_file().then_some(file)
}

/// Paragraphs gathered to articles.
struct Builder {
    wanted: usize,
    text: String,
    articles: Vec<Article>,
    random: Random,
}

impl Builder {
    const fn new(wanted: usize) -> Self {
        Self {
            wanted,
            text: String::new(),
            articles: Vec::new(),
            random: Random::new(11),
        }
    }

    const fn is_full(&self) -> bool {
        self.articles.len() >= self.wanted
    }

    /// Takes a paragraph; a long one is cut between words.
    fn paragraph(&mut self, paragraph: &str) {
        for word in paragraph.split_whitespace() {
            self.text.push_str(word);
            self.text.push(' ');
            if self.text.len() >= ARTICLE_BYTES {
                self.article();
            }
        }
        if !self.text.is_empty() {
            self.text.pop();
            self.text.push('\n');
        }
    }

    fn article(&mut self) {
        let text = std::mem::take(&mut self.text);
        let number = self.articles.len();
        let Some(id) = ArticleId::new(&format!("bench-{number}")).filter(|_| !self.is_full()) else {
            return;
        };
        let mut article = Article::new(id, &format!("bench/{number}.txt"));
        let (headline, rest) = cut(&text, HEAD_WORDS[0]);
        let (summary, body) = cut(rest, HEAD_WORDS[1]);
        article.headline = headline.replace('\n', " ");
        article.summary = summary.replace('\n', " ");
        article.body = body.to_owned();
        article.category.extend(
            CATEGORIES
                .get(self.random.below(CATEGORIES.len()))
                .and_then(|c| Category::parse(c)),
        );
        let day = i64::try_from(self.random.below(2_600)).unwrap_or(0);
        article.date = jiff::civil::Date::constant(2019, 1, 1)
            .checked_add(jiff::Span::new().days(day))
            .ok();
        article.url = Some(format!("https://example.org/news/{number}"));
        article.source = Some("bench".to_owned());
        self.articles.push(article);
    }

    fn corpus(self, origin: String) -> Corpus {
        Corpus {
            articles: self.articles,
            origin,
        }
    }
}

/// The first words of a text, and the rest.
fn cut(text: &str, words: usize) -> (&str, &str) {
    let end = text
        .match_indices(char::is_whitespace)
        .nth(words.saturating_sub(1))
        .map_or(text.len(), |(at, _)| at);
    let (head, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    (head.trim(), rest.trim())
}

/// Articles with the words of the sample corpus and the statistics of real text.
fn generated(count: usize) -> anyhow::Result<Corpus> {
    let mut words = Words::new(sample_words()?);
    let mut builder = Builder::new(count);
    let mut random = Random::new(5);
    while !builder.is_full() {
        let mut paragraph = String::new();
        for _ in 0..=random.below(4) {
            for at in 0..=8 + random.below(12) {
                paragraph.push_str(if at > 0 { " " } else { "" });
                paragraph.push_str(&words.next(&mut random));
            }
            paragraph.push_str(". ");
        }
        builder.paragraph(&paragraph);
    }
    Ok(builder.corpus("generated from the words of corpus/".to_owned()))
}

/// Fills up with sentences drawn from those given. Words are replaced by new ones, a word of the text with an
/// ending of another, as often as real text of that length has a new word, so that the vocabulary goes on
/// growing and most words still stand beside the words that they stand beside in real text.
fn grow(builder: &mut Builder, sentences: &[String]) {
    let (mut words, mut forms) = (0usize, HashSet::new());
    for word in sentences.iter().flat_map(|sentence| sentence.split(' ')) {
        words += 1;
        forms.insert(word);
    }
    let old: Vec<&str> = {
        let mut old: Vec<&str> = forms.iter().copied().collect();
        old.sort_unstable();
        old
    };
    let mut forms = forms.len();
    let mut random = Random::new(17);
    while !builder.is_full() {
        let mut paragraph = String::new();
        for _ in 0..=random.below(4) {
            let Some(sentence) = sentences.get(random.below(sentences.len())) else {
                continue;
            };
            for word in sentence.split(' ') {
                words += 1;
                paragraph.push_str(word);
                if random.fraction() < Words::chance(forms, words) {
                    forms += 1;
                    let ending = old.get(random.below(old.len())).copied().unwrap_or_default();
                    paragraph.extend(ending.chars().filter(|c| !c.is_ascii()).take(4));
                }
                paragraph.push(' ');
            }
        }
        builder.paragraph(paragraph.trim());
    }
}

/// The distinct words of the sample corpus, the commonest first.
fn sample_words() -> anyhow::Result<Vec<String>> {
    let mut counts: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    corpus::read(&[folder], &Options::default(), &mut |record| {
        if let Record::Article { article, .. } = record {
            for word in text_of(&article).flat_map(str::unicode_words) {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        std::ops::ControlFlow::Continue(())
    })?;
    let mut words: Vec<(String, usize)> = counts.into_iter().collect();
    words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(words.into_iter().map(|(word, _)| word).collect())
}

/// A Pitman-Yor process: the n-th word is a new one with the probability (strength + discount * forms) /
/// (strength + n), otherwise one used before, by its count. Its counts follow Zipf's law and its vocabulary
/// grows as n to the power of the discount (Heaps' law).
struct Words {
    sample: Vec<String>,
    endings: Vec<String>,
    forms: Vec<String>,
    used: Vec<u32>,
    counts: Vec<u32>,
}

impl Words {
    /// Fitted on Gujarati Wikipedia: 89,900 forms in 627,000 words, 211,500 in 2,106,000.
    const DISCOUNT: f64 = 0.70;
    const STRENGTH: f64 = 300.0;

    fn new(sample: Vec<String>) -> Self {
        let is_short = |word: &&String| word.chars().count() <= 3;
        Self {
            endings: sample.iter().filter(is_short).cloned().collect(),
            sample,
            forms: Vec::new(),
            used: Vec::new(),
            counts: Vec::new(),
        }
    }

    /// How likely the next word is a new one.
    fn chance(forms: usize, words: usize) -> f64 {
        (Self::STRENGTH + Self::DISCOUNT * forms as f64) / (Self::STRENGTH + words as f64)
    }

    fn next(&mut self, random: &mut Random) -> String {
        let at = if random.fraction() < Self::chance(self.forms.len(), self.used.len()) {
            self.new_form(random)
        } else {
            self.old_form(random)
        };
        self.used.push(u32::try_from(at).unwrap_or(0));
        self.counts[at] += 1;
        self.forms[at].clone()
    }

    /// The next word of the sample; when all are out, a word with a short one behind it, as an ending is.
    fn new_form(&mut self, random: &mut Random) -> usize {
        let form = match self.sample.get(self.forms.len()) {
            Some(word) => word.clone(),
            None => {
                let mut draw = |words: &[String]| words.get(random.below(words.len())).cloned().unwrap_or_default();
                draw(&self.sample) + &draw(&self.endings)
            }
        };
        self.forms.push(form);
        self.counts.push(0);
        self.forms.len() - 1
    }

    /// A word used before, by its count less the discount.
    fn old_form(&self, random: &mut Random) -> usize {
        loop {
            let at = self
                .used
                .get(random.below(self.used.len()))
                .map_or(0, |&at| at as usize);
            let count = self.counts.get(at).map_or(1.0, |&count| f64::from(count));
            if random.fraction() >= Self::DISCOUNT / count {
                return at;
            }
        }
    }
}
