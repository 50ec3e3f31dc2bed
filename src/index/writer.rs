//! Writing: articles go in, unchanged ones are left alone, vanished ones go.
//!
//! Takes articles with the PATH argument they were found under, gives a folder that a [`super::Reader`]
//! opens. What an article was is known from its hash in the index, so that running again costs the
//! reading and nothing else.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::directory::DirectoryLock;
use tantivy::schema::Term;
use tantivy::{Index, IndexWriter, TantivyDocument};
use twox_hash::XxHash3_64;

use super::error::{Error, engine_error};
use super::files::Files;
use super::folder::{exists, make_folder, replace_file};
use super::manifest::{Manifest, NO_COMMIT};
use super::names::CORRECTIONS_FILE;
use super::renewal::{Commit, renew};
use super::schema::Fields;
use super::schema::{TEXT_FIELDS, schema};
use super::stories::{Signature, Stories};
use super::{reader, tokenizer};
use crate::analysis::Analyzer;
use crate::article::{Article, Field, day_number};
use crate::entities::{
    AnalysedArticle, ArticleLexis, EntityKind, Gazetteer, Mention, article_lexis, ids_by_weight, recognise,
};

/// Memory of one writing thread before it writes a segment, in bytes.
const THREAD_BUDGET: usize = 96 << 20;

/// What became of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It was there with other content.
    Updated,
    /// It was there as it is.
    Unchanged,
    /// The same id was given before in this run: this one takes its place.
    Replaced,
}

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// New articles.
    pub added: u64,
    /// Changed articles.
    pub updated: u64,
    /// Articles as they were.
    pub unchanged: u64,
    /// Articles that had gone from their PATH.
    pub removed: u64,
    /// Articles in the index now.
    pub articles: u64,
}

/// An article of the index before this run.
struct Earlier {
    hash: u64,
    /// The run in which it came.
    added: u64,
    path: String,
    root: String,
}

/// Writes one run into an index.
pub struct Writer<'g> {
    folder: PathBuf,
    /// The number of this run: articles keep that of the run in which they came.
    run: u64,
    index: Index,
    fields: Fields,
    engine: IndexWriter,
    lock: Arc<DirectoryLock>,
    gazetteer: &'g Gazetteer,
    lexis: ArticleLexis,
    earlier: HashMap<String, Earlier>,
    stories: Stories,
    seen: HashSet<String>,
    spared: BTreeSet<String>,
    tally: Tally,
    corrections: Option<String>,
}

impl std::fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer")
            .field("folder", &self.folder)
            .field("tally", &self.tally)
            .finish_non_exhaustive()
    }
}

impl<'g> Writer<'g> {
    /// Opens the index of a folder for writing; makes it where the folder is new or vacant.
    ///
    /// # Errors
    /// [`Error::Foreign`] where the folder holds something else, [`Error::Busy`] where another process
    /// writes, [`Error::Version`] where another version made it.
    pub fn open(folder: &Path, gazetteer: &'g Gazetteer) -> Result<Self, Error> {
        Self::open_with(folder, gazetteer, Analyzer::STANDARD)
    }

    /// The same with another analyser: its forms must be those of the standard one, for queries are read by that.
    ///
    /// # Errors
    /// As for [`Writer::open`].
    pub fn open_with(folder: &Path, gazetteer: &'g Gazetteer, analyzer: Analyzer) -> Result<Self, Error> {
        if exists(folder) {
            Manifest::of(folder)?;
        } else {
            make_folder(folder)?;
        }
        let (files, lock) = Files::writing(folder)?;
        // asked again: another run may have made it before this one had the lock
        if !exists(folder) {
            create(folder, files.clone())?;
        }
        let (index, fields) = reader::open_engine(folder, files)?;
        let failed = |source| engine_error(folder, source);
        let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get().clamp(1, 8));
        let engine = index
            .writer_with_num_threads(threads, THREAD_BUDGET * threads)
            .map_err(failed)?;
        let (earlier, stories) = read_earlier(&index, &fields).map_err(failed)?;
        let run = 1 + earlier.values().map(|earlier| earlier.added).max().unwrap_or(0);
        Ok(Self {
            folder: folder.to_owned(),
            run,
            index,
            fields,
            engine,
            lock,
            gazetteer,
            lexis: article_lexis(analyzer),
            earlier,
            stories,
            seen: HashSet::new(),
            spared: BTreeSet::new(),
            tally: Tally::default(),
            corrections: None,
        })
    }

    /// Adds an article, or leaves it where it is unchanged.
    ///
    /// # Errors
    /// Where the engine cannot write.
    pub fn add(&mut self, article: &Article, root: &Path) -> Result<Change, Error> {
        let id = article.id.as_str();
        let hash = hash_of(article, root, self.gazetteer.hash());
        let change = match (self.seen.insert(id.to_owned()), self.earlier.get(id)) {
            (false, _) => Change::Replaced,
            (true, Some(earlier)) if earlier.hash == hash => Change::Unchanged,
            (true, Some(_)) => Change::Updated,
            (true, None) => Change::Added,
        };
        if change != Change::Unchanged {
            if change != Change::Added {
                self.engine.delete_term(Term::from_field_text(self.fields.id, id));
            }
            let analysed = AnalysedArticle::new(article, &mut self.lexis);
            let mentions = recognise(&analysed, self.gazetteer);
            let signature = Signature::of(&analysed);
            let mut document = document(&self.fields, &analysed, root, (self.gazetteer, mentions.as_slice()));
            document.add_u64(self.fields.hash, hash);
            let added = self.earlier.get(id).map_or(self.run, |earlier| earlier.added);
            document.add_u64(self.fields.added, added);
            for number in signature.into_iter().flat_map(Signature::to_numbers) {
                document.add_u64(self.fields.signature, number);
            }
            document.add_u64(self.fields.story, self.stories.join(id, signature));
            self.engine
                .add_document(document)
                .map_err(|source| engine_error(&self.folder, source))?;
        }
        match change {
            Change::Added => self.tally.added += 1,
            Change::Updated => self.tally.updated += 1,
            Change::Unchanged => self.tally.unchanged += 1,
            Change::Replaced => {}
        }
        Ok(change)
    }

    /// Keeps the corrections that the gazetteer was made with beside the index, for later runs.
    pub fn keep_corrections(&mut self, text: String) {
        self.corrections = Some(text);
    }

    /// Says that a file had a record that could not be read: what was indexed of that file stays.
    pub fn spare(&mut self, file: &Path) {
        if let Some(name) = file.file_name() {
            self.spared.insert(name.to_string_lossy().into_owned());
        }
    }

    /// Removes what has gone from the given roots and makes the run visible.
    ///
    /// # Errors
    /// Where the engine or the side files cannot be written; the index is then as it was before.
    pub fn commit(mut self, roots: &HashSet<PathBuf>) -> Result<Tally, Error> {
        let roots: HashSet<String> = roots.iter().map(|root| root.to_string_lossy().into_owned()).collect();
        for (id, earlier) in &self.earlier {
            let file = earlier.path.rsplit('/').next().unwrap_or_default();
            if roots.contains(&earlier.root) && !self.seen.contains(id) && !self.spared.contains(file) {
                self.engine.delete_term(Term::from_field_text(self.fields.id, id));
                self.tally.removed += 1;
            }
        }
        let failed = |source| engine_error(&self.folder, source);
        self.engine.commit().map_err(failed)?;
        self.engine.wait_merging_threads().map_err(failed)?;
        let opstamp = self.index.load_metas().map_err(failed)?.opstamp;
        let searcher = self.index.reader().map_err(failed)?.searcher();
        self.tally.articles = searcher.num_docs();
        if let Some(text) = &self.corrections {
            replace_file(&self.folder.join(CORRECTIONS_FILE), text.as_bytes())?;
        }
        let commit = Commit {
            searcher: &searcher,
            fields: &self.fields,
            opstamp,
        };
        renew(&self.folder, commit, self.gazetteer, &mut self.lexis)?;
        // not before: the engine's own hold on it ended with its merges
        drop(self.lock);
        Ok(self.tally)
    }
}

/// Makes an empty index; of no commit yet, so that it is not current before its first.
fn create(folder: &Path, files: Files) -> Result<(), Error> {
    Manifest::current(NO_COMMIT).write(folder)?;
    let (schema, _) = schema();
    let settings = tantivy::IndexSettings {
        docstore_compression: tantivy::store::Compressor::Zstd(tantivy::store::ZstdCompressor {
            compression_level: Some(3),
        }),
        ..tantivy::IndexSettings::default()
    };
    Index::create(files, schema, settings).map_err(|source| engine_error(folder, source))?;
    Ok(())
}

/// The articles of the index as it is, by id, and their stories.
fn read_earlier(index: &Index, fields: &Fields) -> tantivy::Result<(HashMap<String, Earlier>, Stories)> {
    let searcher = index.reader()?.searcher();
    let schema = searcher.schema();
    let name = |field| schema.get_field_name(field).to_owned();
    let mut earlier = HashMap::new();
    let mut stories = Stories::default();
    for segment in searcher.segment_readers() {
        let columns = segment.fast_fields();
        let numbers = |field| columns.u64(&name(field));
        let (hashes, runs) = (numbers(fields.hash)?, numbers(fields.added)?);
        let (numbers, signatures) = (numbers(fields.story)?, numbers(fields.signature)?);
        let texts = [fields.id, fields.path, fields.root].map(|field| columns.str(&name(field)));
        let [Ok(Some(ids)), Ok(Some(paths)), Ok(Some(roots))] = texts else {
            continue;
        };
        let text_of = |column: &tantivy::columnar::StrColumn, doc: u32| {
            let mut text = String::new();
            if let Some(ordinal) = column.term_ords(doc).next() {
                column.ord_to_str(ordinal, &mut text).ok();
            }
            text
        };
        for doc in segment.doc_ids_alive() {
            let entry = Earlier {
                hash: hashes.first(doc).unwrap_or(0),
                added: runs.first(doc).unwrap_or(0),
                path: text_of(&paths, doc),
                root: text_of(&roots, doc),
            };
            earlier.insert(text_of(&ids, doc), entry);
            if let (Some(signature), Some(story)) = (
                Signature::from_numbers(signatures.values_for_doc(doc)),
                numbers.first(doc),
            ) {
                stories.add(signature, story);
            }
        }
    }
    Ok((earlier, stories))
}

/// A number that changes with anything that the index keeps of the article, the names of the gazetteer included.
fn hash_of(article: &Article, root: &Path, gazetteer: u64) -> u64 {
    let mut hasher = XxHash3_64::with_seed(0);
    let mut feed = |text: &str| {
        hasher.write(text.as_bytes());
        hasher.write_u8(0xFF);
    };
    feed(&article.path);
    feed(&root.to_string_lossy());
    Field::OWN.iter().for_each(|field| feed(field.of(article)));
    article.related.iter().for_each(|related| feed(related));
    article.category.iter().for_each(|category| feed(category.as_str()));
    feed(&article.date.map(|date| date.to_string()).unwrap_or_default());
    feed(article.url.as_deref().unwrap_or_default());
    feed(article.source.as_deref().unwrap_or_default());
    feed(&crate::entities::GAZETTEER_VERSION.to_string());
    feed(&gazetteer.to_string());
    hasher.finish()
}

fn document(
    fields: &Fields,
    analysed: &AnalysedArticle<'_>,
    root: &Path,
    (gazetteer, mentions): (&Gazetteer, &[Mention]),
) -> TantivyDocument {
    let article = analysed.article;
    let mut document = TantivyDocument::new();
    document.add_text(fields.id, article.id.as_str());
    document.add_text(fields.path, &article.path);
    document.add_text(fields.root, root.to_string_lossy());
    for field in TEXT_FIELDS {
        for text in analysed.texts(field) {
            document.add_text(fields.text(field), tokenizer::forms_of(text, analysed));
            document.add_text(fields.stored(field), text.text);
        }
    }
    article
        .category
        .iter()
        .for_each(|category| document.add_text(fields.category, category.as_str()));
    if let Some(date) = article.date {
        document.add_i64(fields.date, day_number(date));
    }
    if let Some(url) = &article.url {
        document.add_text(fields.url, url);
    }
    if let Some(source) = &article.source {
        document.add_text(fields.source, source);
    }
    for kind in EntityKind::ALL {
        ids_by_weight(gazetteer, mentions, kind)
            .iter()
            .for_each(|id| document.add_text(fields.entity(kind), id));
    }
    document
}
