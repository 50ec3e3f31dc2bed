//! The forms of a vocabulary as bytes: sorted, in blocks of sixteen that share beginnings.
//!
//! A form is its number in order. Each block begins with a whole form; every other one says how many
//! bytes it shares with the one before, and the rest. A finite-state map held the forms once: turning a
//! number into a form then cost a walk over all transitions (1 to 3 µs, a quarter of every search), here
//! it costs a few copies inside one block.

use super::bytes::{Slice, put_number, take_number};

const BLOCK: usize = 16;

/// Forms as bytes, and where their blocks begin.
#[derive(Debug, Default)]
pub(super) struct FormWriter {
    pub(super) bytes: Vec<u8>,
    pub(super) starts: Vec<u8>,
    last: String,
    count: usize,
}

impl FormWriter {
    /// Adds the next form of the order.
    pub(super) fn push(&mut self, form: &str) {
        let shared = if self.count.is_multiple_of(BLOCK) {
            self.starts
                .extend_from_slice(&u32::try_from(self.bytes.len()).unwrap_or(u32::MAX).to_le_bytes());
            0
        } else {
            let shared = self.last.bytes().zip(form.bytes()).take_while(|(a, b)| a == b).count();
            put_number(&mut self.bytes, u32::try_from(shared).unwrap_or(0));
            shared
        };
        let rest = form.as_bytes().get(shared..).unwrap_or_default();
        put_number(&mut self.bytes, u32::try_from(rest.len()).unwrap_or(0));
        self.bytes.extend_from_slice(rest);
        form.clone_into(&mut self.last);
        self.count += 1;
    }
}

/// The forms of a mapped vocabulary.
#[derive(Debug)]
pub(super) struct Forms {
    bytes: Slice,
    starts: Slice,
    count: usize,
}

impl Forms {
    pub(super) const fn new(bytes: Slice, starts: Slice, count: usize) -> Self {
        Self { bytes, starts, count }
    }

    pub(super) const fn len(&self) -> usize {
        self.count
    }

    /// A walk from the first form of a block on.
    fn block(&self, block: usize) -> Option<Walk<'_>> {
        let start = self.starts.as_ref().get(block * 4..)?.first_chunk::<4>()?;
        let rest = self.bytes.as_ref().get(u32::from_le_bytes(*start) as usize..)?;
        Some(Walk {
            rest,
            form: Vec::with_capacity(48),
            next: block * BLOCK,
            count: self.count,
        })
    }

    /// The form with a number.
    pub(super) fn get(&self, ordinal: u32) -> Option<String> {
        let ordinal = ordinal as usize;
        let mut walk = self.block(ordinal / BLOCK)?;
        for _ in 0..=ordinal % BLOCK {
            walk.step()?;
        }
        String::from_utf8(walk.form).ok()
    }

    /// The number of the first form that does not stand before `form`, and whether it is `form` itself.
    pub(super) fn find(&self, form: &str) -> (usize, bool) {
        let blocks = self.count.div_ceil(BLOCK);
        let (mut low, mut high) = (0, blocks);
        while low < high {
            let middle = usize::midpoint(low, high);
            let head = self.block(middle).and_then(|mut walk| walk.step().map(|()| walk.form));
            if head.is_some_and(|head| head.as_slice() <= form.as_bytes()) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let Some(mut walk) = low.checked_sub(1).and_then(|block| self.block(block)) else {
            return (0, false);
        };
        while walk.next < (low * BLOCK).min(self.count) && walk.step().is_some() {
            if walk.form.as_slice() >= form.as_bytes() {
                return (walk.next - 1, walk.form == form.as_bytes());
            }
        }
        (walk.next, false)
    }

    /// Visits forms and their numbers from `first` on, until `visit` says that it has enough.
    pub(super) fn from(&self, first: usize, mut visit: impl FnMut(u32, &str) -> bool) {
        let Some(mut walk) = self.block(first / BLOCK) else {
            return;
        };
        while walk.step().is_some() {
            let number = walk.next - 1;
            if number < first {
                continue;
            }
            let (Ok(form), Ok(number)) = (std::str::from_utf8(&walk.form), u32::try_from(number)) else {
                return;
            };
            if !visit(number, form) {
                return;
            }
        }
    }

    /// Visits forms in order, see [`super::Known::walk`]: blocks that only hold forms to be passed over are
    /// not read.
    pub(super) fn walk(&self, visit: &mut dyn FnMut(&str, usize) -> Option<usize>) {
        let Some(mut walk) = self.block(0) else { return };
        // what the last form visited shares with this one, and which beginning of it is passed over
        let (mut shared, mut passed) = (0, None);
        loop {
            if let Some(length) = passed.filter(|_| walk.next.is_multiple_of(BLOCK)) {
                self.leap(&mut walk, length);
            }
            let Some(own) = walk.step_sharing() else { return };
            shared = own.min(shared);
            if passed.is_some_and(|length| shared >= length) {
                continue;
            }
            let Ok(form) = std::str::from_utf8(&walk.form) else {
                return;
            };
            passed = visit(form, shared);
            shared = form.len();
        }
    }

    /// Goes on to the last block whose head begins with the first `length` bytes of the form at hand.
    fn leap<'f>(&'f self, walk: &mut Walk<'f>, length: usize) {
        let passed = walk.form.get(..length).unwrap_or_default().to_vec();
        let begins = |block: usize| self.head(block).is_some_and(|head| head.starts_with(&passed));
        let first = walk.next / BLOCK;
        let mut block = first;
        while begins(block) && begins(block + 1) {
            block += 1;
        }
        if block > first
            && let Some(there) = self.block(block)
        {
            *walk = Walk { form: passed, ..there };
        }
    }

    /// The first form of a block.
    fn head(&self, block: usize) -> Option<&[u8]> {
        if block * BLOCK >= self.count {
            return None;
        }
        let start = self.starts.as_ref().get(block * 4..)?.first_chunk::<4>()?;
        let mut rest = self.bytes.as_ref().get(u32::from_le_bytes(*start) as usize..)?;
        let length = take_number(&mut rest)? as usize;
        rest.get(..length)
    }
}

/// A place among the forms.
struct Walk<'b> {
    rest: &'b [u8],
    form: Vec<u8>,
    next: usize,
    count: usize,
}

impl Walk<'_> {
    /// Goes to the next form.
    fn step(&mut self) -> Option<()> {
        self.step_sharing().map(|_| ())
    }

    /// Goes to the next form; gives how many bytes it shares with the one before.
    fn step_sharing(&mut self) -> Option<usize> {
        if self.next >= self.count {
            return None;
        }
        let is_head = self.next.is_multiple_of(BLOCK);
        let kept = if is_head {
            0
        } else {
            take_number(&mut self.rest)? as usize
        };
        let length = take_number(&mut self.rest)? as usize;
        let (own, rest) = self.rest.split_at_checked(length)?;
        let shared = if is_head {
            own.iter().zip(&self.form).take_while(|(a, b)| a == b).count()
        } else {
            kept
        };
        self.form.truncate(kept);
        self.form.extend_from_slice(own);
        self.rest = rest;
        self.next += 1;
        Some(shared)
    }
}
