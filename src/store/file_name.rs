//! File names from article ids, and back.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Longer names are cut and closed with a hash: most systems stop at 255 bytes.
const LONGEST: usize = 180;

/// The stem of the file of an article.
///
/// Letters, digits, `-`, `_`, `.`, `+`, `@` and `=` stand for themselves, every other byte is `%XX`, and so is a full
/// stop at either end and the first letter of a name that Windows keeps for itself (`CON`). Two ids never share a
/// name. A name too long is cut, and told from its like by a hash after a `~`; the file itself holds the whole id.
pub(super) fn encode(id: &str) -> String {
    let mut name = String::new();
    let last = id.len().saturating_sub(1);
    for (i, byte) in id.bytes().enumerate() {
        let end_stop = byte == b'.' && (i == 0 || i == last);
        let plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+' | b'@' | b'=');
        if !plain || end_stop || (i == 0 && is_reserved(id)) {
            name.push('%');
            name.push(char::from(HEX[usize::from(byte >> 4)]));
            name.push(char::from(HEX[usize::from(byte & 15)]));
        } else {
            name.push(char::from(byte));
        }
    }
    if name.len() > LONGEST {
        let hash = blake3::hash(id.as_bytes()).to_hex();
        name.truncate(LONGEST);
        name = format!("{name}~{}", &hash[..16]);
    }
    name
}

/// Proof that nothing is lost: the id that a name stands for; none for a name that was cut or that we never write.
#[cfg(test)]
fn decode(name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let hex = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(hex, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    let id = String::from_utf8(bytes).ok()?;
    (encode(&id) == name).then_some(id)
}

fn is_reserved(id: &str) -> bool {
    let stem = id.split('.').next().unwrap_or("").to_ascii_uppercase();
    let numbered =
        |head: &str| stem.len() == 4 && stem.starts_with(head) && stem.as_bytes()[3].is_ascii_digit();
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe() {
        let cases = [
            ("2026-01-28-al-sharaa", "2026-01-28-al-sharaa"),
            ("may/talks", "may%2Ftalks"),
            ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"),
            (".", "%2E"),
            ("..", "%2E%2E"),
            (".hidden", "%2Ehidden"),
            ("con", "%63on"),
            ("NUL.txt", "%4EUL.txt"),
            ("a b:c", "a%20b%3Ac"),
            ("é", "%C3%A9"),
            ("100%", "100%25"),
        ];
        for (id, name) in cases {
            assert_eq!(encode(id), name);
            assert_eq!(decode(name).as_deref(), Some(id));
        }
    }

    #[test]
    fn long_ids_keep_apart() {
        let (a, b) = ("x".repeat(300), "x".repeat(301));
        assert!(encode(&a).len() < 200);
        assert_ne!(encode(&a), encode(&b));
        assert_eq!(decode(&encode(&a)), None);
    }

    proptest::proptest! {
        #[test]
        fn every_short_id_comes_back(id in "\\PC{1,40}") {
            let name = encode(&id);
            proptest::prop_assert!(name.bytes().all(|b| b.is_ascii_graphic() && b != b'/' && b != b'\\'));
            if name.len() <= LONGEST {
                let back = decode(&name);
                proptest::prop_assert_eq!(back.as_deref(), Some(id.as_str()));
            }
        }
    }
}
