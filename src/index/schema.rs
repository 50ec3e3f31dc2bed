//! The schema: which fields an article has in the index.
//!
//! Text fields are written with positions and hold forms; what is shown is stored beside them, as it is; what is filtered, sorted or counted
//! is a fast field. Dates are days since 1970-01-01.

use tantivy::schema::{
    FAST, Field as Handle, INDEXED, IndexRecordOption, NumericOptions, STORED, STRING, Schema, TextFieldIndexing,
    TextOptions,
};

use super::tokenizer;
use crate::article::Field;
use crate::entities::EntityKind;

/// The version of the fields. Raise it whenever a field changes, is added or goes: an index made with another number is
/// made again.
pub(crate) const SCHEMA_VERSION: u32 = 3;

/// The handles of all fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// The id of the article.
    pub(crate) id: Handle,
    /// Where it came from.
    pub(crate) path: Handle,
    /// The canonical PATH argument that it was found under.
    pub(crate) root: Handle,
    /// Text fields in the order of [`TEXT_FIELDS`], to be searched: they hold forms.
    pub(crate) text: [Handle; 5],
    /// The same fields to be shown: they hold the text as it is.
    pub(crate) stored: [Handle; 5],
    /// Category slugs.
    pub(crate) category: Handle,
    /// Days since 1970-01-01.
    pub(crate) date: Handle,
    /// The address of the page.
    pub(crate) url: Handle,
    /// Who published it.
    pub(crate) source: Handle,
    /// Entity ids in the order of [`EntityKind::ALL`].
    pub(crate) entities: [Handle; 4],
    /// The hash of the article as read.
    pub(crate) hash: Handle,
    /// The number of its story: nearly the same text has the same.
    pub(crate) story: Handle,
    /// The run of indexing in which it came, from 1.
    pub(crate) added: Handle,
    /// By what its text is compared with others.
    pub(crate) signature: Handle,
}

/// The text fields, in their order.
pub(crate) const TEXT_FIELDS: [Field; 5] = Field::ALL;

impl Fields {
    /// The handle of a text field.
    #[must_use]
    pub(crate) fn text(&self, field: Field) -> Handle {
        self.text[field as usize]
    }

    /// The handle of a text field as it is shown.
    #[must_use]
    pub(crate) const fn stored(&self, field: Field) -> Handle {
        self.stored[field as usize]
    }

    /// The handle of the ids of a kind of entity.
    #[must_use]
    pub(crate) const fn entity(&self, kind: EntityKind) -> Handle {
        self.entities[kind as usize]
    }
}

/// The schema and its handles.
#[must_use]
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokenizer::NAME)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions)
        .set_fieldnorms(true);
    let text = TextOptions::default().set_indexing_options(indexing);
    let keyword = STRING | STORED;
    let fields = Fields {
        id: builder.add_text_field("id", keyword.clone() | FAST),
        path: builder.add_text_field("path", keyword.clone() | FAST),
        root: builder.add_text_field("root", STRING | FAST),
        text: TEXT_FIELDS.map(|field| builder.add_text_field(field.as_str(), text.clone())),
        stored: TEXT_FIELDS.map(|field| builder.add_text_field(&format!("stored_{}", field.as_str()), STORED)),
        category: builder.add_text_field("category", keyword.clone() | FAST),
        date: builder.add_i64_field("date", NumericOptions::default() | INDEXED | FAST | STORED),
        url: builder.add_text_field("url", STORED),
        source: builder.add_text_field("source", keyword.clone() | FAST),
        entities: EntityKind::ALL.map(|kind| builder.add_text_field(kind.as_str(), keyword.clone() | FAST)),
        hash: builder.add_u64_field("hash", NumericOptions::default() | FAST),
        story: builder.add_u64_field("story", NumericOptions::default() | FAST),
        added: builder.add_u64_field("added", NumericOptions::default() | FAST),
        signature: builder.add_u64_field("signature", NumericOptions::default() | FAST),
    };
    (builder.build(), fields)
}
