//! JSON files: one article, or a list of them, read one by one so that a long list needs no more memory than a short one.

use std::fmt;
use std::io::BufRead;
use std::ops::ControlFlow;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::fields::{FIELD_COUNT, FieldNames, Fields, RawRecord};
use super::format::{Extracted, Format};
use super::position::Position;
use crate::corpus::options::Options;
use crate::corpus::record::Reason;

/// `.json`
pub(super) struct Json;

type Emit<'e> = &'e mut dyn FnMut(Extracted) -> ControlFlow<()>;

impl Format for Json {
    fn extensions(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn read(&self, source: &mut dyn BufRead, options: &Options, emit: Emit<'_>) -> ControlFlow<()> {
        let mut json = serde_json::Deserializer::from_reader(source);
        let mut flow = ControlFlow::Continue(());
        let file = WholeFile {
            names: &options.fields,
            emit,
            flow: &mut flow,
        };
        let end = file.deserialize(&mut json).and_then(|()| json.end());
        match (flow, end) {
            (ControlFlow::Continue(()), Err(error)) => emit(Extracted {
                position: Position::Whole,
                fields: Err(reason(error)),
            }),
            (flow, _) => flow,
        }
    }
}

/// The fields of one JSON object.
pub(super) fn parse_object(text: &str, names: &FieldNames) -> Result<Fields, Reason> {
    let mut json = serde_json::Deserializer::from_str(text);
    let item = OneArticle { names }.deserialize(&mut json).map_err(reason)?;
    json.end().map_err(reason)?;
    item.into_fields(names)
}

fn reason(error: serde_json::Error) -> Reason {
    if error.is_io() {
        Reason::Unreadable(error.into())
    } else {
        Reason::BrokenJson(error)
    }
}

/// What stands where an article is expected.
enum Item {
    Article(Box<RawRecord>),
    Other(&'static str),
}

impl Item {
    fn into_fields(self, names: &FieldNames) -> Result<Fields, Reason> {
        match self {
            Self::Article(record) => Ok(Fields::from_json(*record, names)),
            Self::Other(found) => Err(Reason::NotAnArticle { found }),
        }
    }
}

/// Reads one value. Of an object only the fields that are asked for are kept.
struct OneArticle<'n> {
    names: &'n FieldNames,
}

impl<'de> DeserializeSeed<'de> for OneArticle<'_> {
    type Value = Item;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Item, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for OneArticle<'_> {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an article")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        let mut values = [const { None }; FIELD_COUNT];
        while let Some(field) = map.next_key_seed(FieldOf { names: self.names })? {
            match field.and_then(|field| values.get_mut(field)) {
                Some(value) => *value = Some(map.next_value::<Value>()?),
                None => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(Item::Article(Box::new(RawRecord { values })))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Item, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Item::Other("a list"))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Item, E> {
        Ok(Item::Other("a text"))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Item, E> {
        Ok(Item::Other("true or false"))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Item, E> {
        Ok(Item::Other("a number"))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Item, E> {
        Ok(Item::Other("a number"))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Item, E> {
        Ok(Item::Other("a number"))
    }

    fn visit_unit<E: Error>(self) -> Result<Item, E> {
        Ok(Item::Other("null"))
    }
}

/// Which field a key stands for.
struct FieldOf<'n> {
    names: &'n FieldNames,
}

impl<'de> DeserializeSeed<'de> for FieldOf<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for FieldOf<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Option<usize>, E> {
        Ok(self.names.position(key))
    }
}

/// Reads a file: an article, or a list of which each is handed on as soon as it is there.
struct WholeFile<'a> {
    names: &'a FieldNames,
    emit: &'a mut dyn FnMut(Extracted) -> ControlFlow<()>,
    flow: &'a mut ControlFlow<()>,
}

impl WholeFile<'_> {
    fn hand_on(&mut self, position: Position, item: Item) {
        *self.flow = (self.emit)(Extracted {
            position,
            fields: item.into_fields(self.names),
        });
    }

    fn other<E>(mut self, found: &'static str) -> Result<(), E> {
        self.hand_on(Position::Whole, Item::Other(found));
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for WholeFile<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for WholeFile<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an article or a list of articles")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, map: A) -> Result<(), A::Error> {
        let item = OneArticle { names: self.names }.visit_map(map)?;
        self.hand_on(Position::Whole, item);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        for number in 1.. {
            let Some(item) = list.next_element_seed(OneArticle { names: self.names })? else {
                break;
            };
            self.hand_on(Position::Item(number), item);
            if self.flow.is_break() {
                return Err(A::Error::custom("enough"));
            }
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.other("a text")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.other("true or false")
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.other("a number")
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.other("a number")
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.other("a number")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.other("null")
    }
}
