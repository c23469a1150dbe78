//! Strings and their numbers as a hash table that is read where it lies.

use super::bytes::{clip, number, numbers};

/// Spreads the bytes of a key over a table: FNV-1a, whose low bits are good enough for a table half full.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// Slots for this many keys: a power of two, at most half of it taken.
pub(crate) fn slots_for(keys: usize) -> usize {
    (2 * keys).next_power_of_two().max(2)
}

/// The bits of a slot that hold the number of its key, counted from one; the others are the topmost of the key's hash,
/// so that another key that lands on the slot is told apart without a look at the letters.
const fn number_bits(keys: u32) -> u32 {
    (1 << (u32::BITS - keys.leading_zeros())) - 1
}

/// Lays out a dictionary: how many keys and slots, where each key ends, the slots, the keys.
///
/// The `n`th key has the number `n`; of two that are the same the first is found.
pub(crate) fn lay_out<'k>(keys: impl Iterator<Item = &'k str> + Clone) -> Vec<u8> {
    let count = keys.clone().count();
    let size = slots_for(count);
    let bits = number_bits(clip(count));
    let mut slots = vec![0; size];
    let (mut ends, mut pool) = (Vec::with_capacity(count), String::new());
    for (n, key) in keys.enumerate() {
        pool.push_str(key);
        ends.push(clip(pool.len()));
        let hash = hash(key.as_bytes());
        let mut slot = hash as usize & (size - 1);
        while slots[slot] != 0 {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = hash & !bits | clip(n + 1);
    }
    let mut bytes = numbers([clip(count), clip(size)]);
    bytes.extend(numbers(ends));
    bytes.extend(numbers(slots));
    bytes.extend(pool.as_bytes());
    bytes
}

/// A dictionary that [`lay_out`] made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary<'b>(
    /// Its bytes.
    pub(crate) &'b [u8],
);

impl<'b> Dictionary<'b> {
    /// How many keys it has.
    pub(crate) fn len(self) -> usize {
        number(self.0, 0) as usize
    }

    fn size(self) -> usize {
        number(self.0, 1) as usize
    }

    /// The key of this number.
    #[cfg(test)]
    pub(crate) fn key(self, n: usize) -> &'b str {
        std::str::from_utf8(self.letters(n)).unwrap_or_default()
    }

    fn letters(self, n: usize) -> &'b [u8] {
        let pool = 4 * (2 + self.len() + self.size());
        let start = if n == 0 { 0 } else { number(self.0, 1 + n) as usize };
        let end = number(self.0, 2 + n) as usize;
        self.0.get(pool + start..pool + end).unwrap_or_default()
    }

    /// The number of a key.
    pub(crate) fn find(self, key: &str) -> Option<u32> {
        let (count, size) = (self.len(), self.size());
        if size == 0 {
            return None;
        }
        let (hash, bits) = (hash(key.as_bytes()), number_bits(clip(count)));
        let mut slot = hash as usize & (size - 1);
        loop {
            let found = number(self.0, 2 + count + slot);
            let n = (found & bits).checked_sub(1)?;
            if (found ^ hash) & !bits == 0 && self.letters(n as usize) == key.as_bytes() {
                return Some(n);
            }
            slot = (slot + 1) & (size - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        let keys: Vec<String> = (0..1000).map(|n| format!("key {}", n * n)).collect();
        let bytes = lay_out(keys.iter().map(String::as_str));
        let dictionary = Dictionary(&bytes);
        assert_eq!(dictionary.len(), 1000);
        for (n, key) in keys.iter().enumerate() {
            assert_eq!(dictionary.find(key), Some(clip(n)), "{key}");
            assert_eq!(dictionary.key(n), key);
        }
        assert_eq!(dictionary.find("key 2"), None);
        assert_eq!(dictionary.find(""), None);
    }

    #[test]
    fn the_first_of_two_is_found() {
        let bytes = lay_out(["a", "b", "a"].into_iter());
        assert_eq!(Dictionary(&bytes).find("a"), Some(0));
        assert_eq!(Dictionary(&[]).find("a"), None);
    }
}
