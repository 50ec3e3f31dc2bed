//! Stories: copies of one story told once.
//!
//! Takes articles in their order, gives the first of each story and how many others tell it. Which articles tell
//! the same story was decided when they were indexed, see [`crate::index`].

use rustc_hash::FxHashMap;
use tantivy::DocAddress;
use tantivy::columnar::Column;

use super::evaluate::{Gathered, Scored};

/// The stories told so far.
pub(super) struct Told {
    columns: Vec<Column<u64>>,
    /// For each story the article that tells it, and how many articles do.
    stories: FxHashMap<u64, (DocAddress, u64)>,
}

impl Told {
    /// Nothing told yet.
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

    /// Tells articles in their order: the first of each story that was not told before, and whether there
    /// was a copy of any.
    pub(super) fn tell(&mut self, articles: &[Scored]) -> (Vec<Scored>, bool) {
        let mut firsts = Vec::with_capacity(articles.len());
        for &scored in articles {
            let story = self.story_of(scored.address);
            let (_, count) = self.stories.entry(story).or_insert((scored.address, 0));
            *count += 1;
            if *count == 1 {
                firsts.push(scored);
            }
        }
        let is_copied = firsts.len() < articles.len();
        (firsts, is_copied)
    }

    /// The first of each story among articles that were told in another order, where no earlier one tells it.
    pub(super) fn firsts_of(&mut self, articles: &[Scored]) -> Vec<Scored> {
        let among: std::collections::HashSet<DocAddress> = articles.iter().map(|scored| scored.address).collect();
        let mut told = rustc_hash::FxHashSet::default();
        let mut firsts = Vec::new();
        for &scored in articles {
            let story = self.story_of(scored.address);
            let Some((first, _)) = self.stories.get_mut(&story) else {
                continue;
            };
            if among.contains(first) && told.insert(story) {
                *first = scored.address;
                firsts.push(scored);
            }
        }
        firsts
    }

    /// How many stories were told.
    pub(super) fn stories(&self) -> u64 {
        self.stories.len() as u64
    }

    /// For each article how many others tell its story.
    pub(super) fn copies(&self, articles: &[Scored]) -> Vec<u64> {
        let others = |scored: &Scored| {
            let story = self.stories.get(&self.story_of(scored.address));
            story.map_or(0, |&(_, count)| count.saturating_sub(1))
        };
        articles.iter().map(others).collect()
    }
}
