//! Numbers and lists of byte strings as the snapshot has them. Reading never panics: what is not there
//! is `None` or empty.

/// Appends a number, seven bits a byte, the lowest first.
pub fn put_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Takes a number off the front.
#[inline]
pub fn varint(bytes: &mut &[u8]) -> Option<u32> {
    let (&first, rest) = bytes.split_first()?;
    *bytes = rest;
    if first < 0x80 {
        return Some(u32::from(first));
    }
    let mut value = u32::from(first & 0x7f);
    for shift in [7, 14, 21, 28] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// How many bytes [`put_varint`] appends.
pub fn varint_len(value: u32) -> usize {
    (32 - (value | 1).leading_zeros() as usize).div_ceil(7)
}

pub fn put_u32s(out: &mut Vec<u8>, values: impl IntoIterator<Item = u32>) {
    for value in values {
        out.extend_from_slice(&value.to_le_bytes());
    }
}

/// The `i`th little-endian number.
#[inline]
pub fn u32_at(bytes: &[u8], i: usize) -> Option<u32> {
    let at = i.checked_mul(4)?;
    let word = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(word.try_into().ok()?))
}

pub fn u32s(bytes: &[u8]) -> Vec<u32> {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|&word| u32::from_le_bytes(word))
        .collect()
}

pub fn u64s(bytes: &[u8]) -> Vec<u64> {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|&word| u64::from_le_bytes(word))
        .collect()
}

/// Byte strings one after the other: how many, where each begins and the last ends, and the bytes.
#[derive(Debug, Default)]
pub struct TableWriter {
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl TableWriter {
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        // A table of more than 4 GiB does not open: its offsets stop rising.
        self.ends
            .push(u32::try_from(self.bytes.len()).unwrap_or(u32::MAX));
    }

    pub fn finish(self) -> Vec<u8> {
        let mut out = Vec::with_capacity(8 + self.ends.len() * 4 + self.bytes.len());
        put_u32s(&mut out, [self.ends.len() as u32, 0]);
        put_u32s(&mut out, self.ends.iter().copied());
        out.extend_from_slice(&self.bytes);
        out
    }
}

/// A table inside the bytes of a snapshot.
#[derive(Clone, Copy, Debug)]
pub struct Table<'b> {
    len: usize,
    offsets: &'b [u8],
    bytes: &'b [u8],
}

impl<'b> Table<'b> {
    /// `None` when the bytes are not a table.
    pub fn open(section: &'b [u8]) -> Option<Self> {
        let table = Self::trusted(section)?;
        let mut last = 0;
        for end in u32s(table.offsets) {
            if end < last {
                return None;
            }
            last = end;
        }
        (last as usize == table.bytes.len()).then_some(table)
    }

    /// The same without looking at every offset, for a section that was opened before.
    pub fn trusted(section: &'b [u8]) -> Option<Self> {
        let len = u32_at(section, 0)? as usize;
        let rest = section.get(4..)?;
        let (offsets, bytes) = rest.split_at_checked(len.checked_add(1)?.checked_mul(4)?)?;
        Some(Self {
            len,
            offsets,
            bytes,
        })
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn get(&self, i: usize) -> Option<&'b [u8]> {
        let (start, end) = (u32_at(self.offsets, i)?, u32_at(self.offsets, i + 1)?);
        self.bytes.get(start as usize..end as usize)
    }

    /// The string at `i`; empty when there is none.
    pub fn text(&self, i: usize) -> &'b str {
        self.get(i)
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    /// Of a sorted table: the first string that is not less.
    pub fn lower_bound(&self, wanted: &[u8]) -> usize {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle).is_some_and(|bytes| bytes < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn varints_come_back() {
        for value in [0, 1, 127, 128, 16_383, 16_384, 1 << 21, 1 << 28, u32::MAX] {
            let mut out = Vec::new();
            put_varint(&mut out, value);
            assert_eq!(out.len(), varint_len(value));
            let mut bytes = out.as_slice();
            assert_eq!(varint(&mut bytes), Some(value));
            assert!(bytes.is_empty());
            assert_eq!(varint(&mut out.split_last().unwrap().1), None);
        }
    }

    #[test]
    fn tables_come_back() {
        let mut writer = TableWriter::default();
        for text in ["", "a", "ab", "b"] {
            writer.push(text.as_bytes());
        }
        let bytes = writer.finish();
        let table = Table::open(&bytes).unwrap();
        assert_eq!((table.len(), table.text(2), table.text(9)), (4, "ab", ""));
        assert_eq!((table.lower_bound(b"aa"), table.lower_bound(b"c")), (2, 4));
        assert!(Table::open(&bytes[..bytes.len() - 1]).is_none());
    }
}
