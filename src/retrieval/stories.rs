//! Stories: copies of one story told once.
//!
//! Takes articles, counts how many tell each story, and in their order gives the first of each. Which articles tell
//! the same story was decided when they were indexed, see [`crate::index`].

use rustc_hash::FxHashMap;
use tantivy::DocAddress;
use tantivy::columnar::Column;

use super::evaluate::{Gathered, Ranked};

/// The stories counted and told so far.
pub(super) struct Told {
    columns: Vec<Column<u64>>,
    stories: FxHashMap<u64, Story>,
}

/// A story of an answer.
#[derive(Default)]
struct Story {
    /// How many articles tell it.
    articles: u64,
    /// Whether one of them is a row of the answer.
    is_told: bool,
}

impl Told {
    /// Nothing counted yet.
    ///
    /// # Errors
    /// Where the column of stories cannot be read.
    pub(super) fn new(gathered: &Gathered<'_>) -> tantivy::Result<Self> {
        Ok(Self {
            columns: gathered.stories()?,
            stories: FxHashMap::default(),
        })
    }

    fn story_of(&self, address: DocAddress) -> u64 {
        let column = self.columns.get(address.segment_ord as usize);
        column
            .and_then(|column| column.first(address.doc_id))
            .unwrap_or_default()
    }

    /// Counts articles, in any order; says whether any of them is a copy.
    pub(super) fn count(&mut self, articles: &[Ranked]) -> bool {
        let mut is_copied = false;
        for scored in articles {
            let story = self.stories.entry(self.story_of(scored.address)).or_default();
            story.articles += 1;
            is_copied |= story.articles > 1;
        }
        is_copied
    }

    /// Tells articles in their order: the first of each story that was not told before.
    pub(super) fn tell(&mut self, articles: &[Ranked]) -> Vec<Ranked> {
        let mut firsts = Vec::with_capacity(articles.len());
        for &scored in articles {
            let story = self.stories.entry(self.story_of(scored.address)).or_default();
            if !std::mem::replace(&mut story.is_told, true) {
                firsts.push(scored);
            }
        }
        firsts
    }

    /// How many stories were counted.
    pub(super) fn stories(&self) -> u64 {
        self.stories.len() as u64
    }

    /// For each article how many others tell its story.
    pub(super) fn copies(&self, articles: &[Ranked]) -> Vec<u64> {
        let others = |scored: &Ranked| {
            let story = self.stories.get(&self.story_of(scored.address));
            story.map_or(0, |story| story.articles.saturating_sub(1))
        };
        articles.iter().map(others).collect()
    }
}
