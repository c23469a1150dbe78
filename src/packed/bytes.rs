//! Numbers and strings in a run of bytes, little end first.

/// The `index`th number of a run of them; nought beyond its end, so that a damaged table cannot panic.
pub(crate) fn number(bytes: &[u8], index: usize) -> u32 {
    let four = bytes.get(4 * index..).and_then(|rest| rest.first_chunk());
    four.map_or(0, |four| u32::from_le_bytes(*four))
}

/// A run of numbers.
pub(crate) fn numbers(all: impl IntoIterator<Item = u32>) -> Vec<u8> {
    all.into_iter().flat_map(u32::to_le_bytes).collect()
}

/// A length as a number; no table comes near four billion of anything.
pub(crate) fn clip(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Sections one behind another, with their ends in front.
pub(crate) fn join(sections: &[Vec<u8>]) -> Vec<u8> {
    let mut end = 4 * sections.len();
    let mut bytes = Vec::new();
    for section in sections {
        end += section.len();
        bytes.extend(clip(end).to_le_bytes());
    }
    bytes.extend(sections.iter().flatten());
    bytes
}

/// Where the `index`th of `count` sections lies.
pub(crate) fn section(bytes: &[u8], index: usize, count: usize) -> std::ops::Range<usize> {
    let end = number(bytes, index) as usize;
    let start = if index == 0 { 4 * count } else { number(bytes, index - 1) as usize };
    start.min(bytes.len())..end.clamp(start.min(bytes.len()), bytes.len())
}

/// Writes the fields of a record, one behind another.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    /// What was written.
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    /// Seven bits a byte, the lowest first; the high bit says that more follow.
    pub(crate) fn count(&mut self, n: usize) {
        let mut rest = n;
        while rest >= 0x80 {
            self.bytes.push(rest.to_le_bytes()[0] | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest.to_le_bytes()[0]);
    }

    /// A string with its length.
    pub(crate) fn string(&mut self, text: &str) {
        self.count(text.len());
        self.bytes.extend(text.as_bytes());
    }

    /// Strings with their number.
    pub(crate) fn strings(&mut self, all: &[String]) {
        self.count(all.len());
        for text in all {
            self.string(text);
        }
    }

    /// A string that may be missing; none is written empty, and no field means anything when empty.
    pub(crate) fn optional(&mut self, text: Option<&str>) {
        self.string(text.unwrap_or_default());
    }

    /// Degrees on the map.
    pub(crate) fn degrees(&mut self, degrees: f32) {
        self.bytes.extend(degrees.to_le_bytes());
    }
}

/// Reads the fields of a record in the order they were written.
#[derive(Debug)]
pub(crate) struct Reader<'b>(
    /// What is still to be read.
    pub(crate) &'b [u8],
);

impl<'b> Reader<'b> {
    pub(crate) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    pub(crate) fn count(&mut self) -> usize {
        let (mut n, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            n |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift > 28 {
                return n;
            }
        }
    }

    pub(crate) fn string(&mut self) -> &'b str {
        let length = self.count().min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }

    pub(crate) fn strings(&mut self) -> Vec<String> {
        (0..self.count()).map(|_| self.string().to_owned()).collect()
    }

    pub(crate) fn optional(&mut self) -> Option<String> {
        Some(self.string()).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    pub(crate) fn degrees(&mut self) -> f32 {
        let Some((four, rest)) = self.0.split_first_chunk() else { return 0.0 };
        self.0 = rest;
        f32::from_le_bytes(*four)
    }
}
