//! Term bitmap: in which segments and fields each form of the vocabulary stands.
//!
//! Takes a form by its number in the vocabulary, says whether a segment can have it in a field. A query word stands for
//! tens of forms, most of them rare, and each would have to be looked up in every segment and field, most times in
//! vain: that was a third of the time of ranking. A bit a form, and nothing for a field that a segment lacks: about
//! a hundredth of the index.

use tantivy::index::SegmentId;

use super::bytes::{Slice, put_number, take_number};
use crate::article::Field;

/// So many text fields there are.
const FIELDS: usize = super::schema::TEXT_FIELDS.len();

/// Bytes of a segment's name.
const NAME: usize = 32;

/// The numbers of the forms of one dictionary, gathered while an index is written.
pub(super) type Seen = Vec<u32>;

/// Where the forms of an index stand, segment by segment.
#[derive(Debug, Default)]
pub(crate) struct TermBitmap {
    /// In the order of the searcher; `None` for a segment that is not known.
    segments: Vec<Option<[Option<Slice>; FIELDS]>>,
}

/// Writes what a segment's dictionaries have: `seen` for each segment and field.
pub(super) fn to_bytes(form_count: usize, seen: &[(SegmentId, [Seen; FIELDS])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    put_number(&mut bytes, u32::try_from(seen.len()).unwrap_or(u32::MAX));
    for (segment, fields) in seen {
        bytes.extend_from_slice(segment.uuid_string().as_bytes());
        for field in fields {
            let is_there = u32::from(!field.is_empty());
            put_number(&mut bytes, is_there);
            if is_there > 0 {
                put_bits(&mut bytes, form_count, field);
            }
        }
    }
    bytes
}

fn put_bits(out: &mut Vec<u8>, form_count: usize, forms: &[u32]) {
    let start = out.len();
    out.resize(start + form_count.div_ceil(8), 0);
    for &form in forms {
        if let Some(byte) = out.get_mut(start + form as usize / 8) {
            *byte |= 1 << (form % 8);
        }
    }
}

impl TermBitmap {
    /// Reads what [`to_bytes`] wrote, for the segments of a searcher in their order; `None` where it ends early.
    pub(super) fn read(slice: &Slice, form_count: usize, order: &[SegmentId]) -> Option<Self> {
        let mut rest = slice.as_ref();
        let length = form_count.div_ceil(8);
        let mut known = Vec::new();
        for _ in 0..take_number(&mut rest)? {
            let name = rest.split_off(..NAME)?;
            let mut fields: [Option<Slice>; FIELDS] = std::array::from_fn(|_| None);
            for field in &mut fields {
                if take_number(&mut rest)? > 0 {
                    let start = slice.as_ref().len() - rest.len();
                    rest.split_off(..length)?;
                    *field = Some(slice.part(start..start + length));
                }
            }
            known.push((name, fields));
        }
        let of = |segment: &SegmentId| {
            let name = segment.uuid_string();
            let found = known.iter().find(|(known, _)| *known == name.as_bytes());
            found.map(|(_, fields)| fields.clone())
        };
        Some(Self {
            segments: order.iter().map(of).collect(),
        })
    }

    /// Whether a form can stand in a field  of a segment (by its place in the searcher).
    #[must_use]
    pub(crate) fn may_hold(&self, segment: usize, field: Field, form: u32) -> bool {
        let Some(Some(fields)) = self.segments.get(segment) else {
            return true;
        };
        let bits = fields.get(field as usize).and_then(Option::as_ref);
        let byte = bits.and_then(|bits| bits.as_ref().get(form as usize / 8));
        byte.is_some_and(|byte| byte & (1 << (form % 8)) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_where_they_were_seen_and_an_unknown_segment_may_hold_anything() {
        let [known, other] = [SegmentId::generate_random(), SegmentId::generate_random()];
        let forms: Seen = (0..1000).filter(|n| n % 7 == 3).collect();
        let mut seen: [Seen; FIELDS] = Default::default();
        seen[3].clone_from(&forms);
        let bytes = Slice::from(to_bytes(1000, &[(known, seen)]));
        let term_bitmap = TermBitmap::read(&bytes, 1000, &[other, known]).unwrap();
        for form in 0..1001 {
            assert_eq!(
                term_bitmap.may_hold(1, Field::Body, form),
                forms.contains(&form),
                "{form}"
            );
            assert!(!term_bitmap.may_hold(1, Field::Headline, form));
            assert!(term_bitmap.may_hold(0, Field::Body, form));
        }
        let cut = Slice::from(bytes.as_ref()[..40].to_vec());
        assert!(TermBitmap::read(&cut, 1000, &[known]).is_none());
    }
}
