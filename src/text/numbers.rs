//! Whole quantities in words and digits: "two hundred and fifty", "1.5 million", "dozens", "at least 40".

use nom::branch::alt;
use nom::combinator::opt;
use nom::multi::many0;
use nom::sequence::preceded;
use nom::{Input, Parser};

use crate::text::parser::{Parsed, any, when, word};
use crate::text::{TokenKind, Tokens};

/// A number as far as the words fix it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The least it can be.
    pub min: u64,
    /// The most it can be; none for "more than 40", "dozens".
    pub max: Option<u64>,
    /// Whether the words round or guess: "about 40", "several".
    pub vague: bool,
}

impl Quantity {
    /// Exactly `n`.
    pub const fn exactly(n: u64) -> Self {
        Self { min: n, max: Some(n), vague: false }
    }
}

/// The quantity that `tokens` begin with, and how many of them it takes.
///
/// Reads bounds ("at least", "more than", "nearly", "up to") and vague words ("dozens", "several", "a few");
/// "some" is "about" before a number only.
pub fn quantity(tokens: Tokens<'_>) -> Option<(Quantity, usize)> {
    let all = tokens.input_len();
    let (rest, found) = bounded.parse(tokens).ok()?;
    Some((found, all - rest.input_len()))
}

/// The exact whole number that `tokens` begin with ("twenty-five", "1.5 million", "a dozen"),
/// and how many of them it takes. A lone "a" is no number.
pub fn cardinal(tokens: Tokens<'_>) -> Option<(u64, usize)> {
    let all = tokens.input_len();
    let (rest, found) = exact.parse(tokens).ok()?;
    Some((found, all - rest.input_len()))
}

fn hyphen(i: Tokens<'_>) -> Parsed<'_, ()> {
    when(|t, _| (matches!(t.kind, TokenKind::Mark('-' | '‑')) && t.glued).then_some(())).parse(i)
}

/// A number word between two bounds.
fn spelled<'a>(low: u64, high: u64) -> impl Fn(Tokens<'a>) -> Parsed<'a, u64> {
    when(move |t, _| {
        let n = u64::from(t.readings.number()?);
        (t.kind == TokenKind::Word && (low..=high).contains(&n)).then_some(n)
    })
}

/// "twenty-five", "twenty five", "nineteen", "three".
fn below_hundred(i: Tokens<'_>) -> Parsed<'_, u64> {
    let tens = (
        when(|t, _| {
            let n = u64::from(t.readings.number()?);
            (t.kind == TokenKind::Word && n % 10 == 0 && (20..=90).contains(&n)).then_some(n)
        }),
        opt(preceded(opt(hyphen), spelled(1, 9))),
    );
    alt((tens.map(|(tens, ones)| tens + ones.unwrap_or(0)), spelled(0, 19))).parse(i)
}

/// "two hundred and fifty", "a hundred".
fn below_thousand(i: Tokens<'_>) -> Parsed<'_, u64> {
    let count = alt((below_hundred, any!["a", "an"].map(|()| 1)));
    let hundreds = (count, opt(hyphen), word!("hundred"), opt(preceded(opt(word!("and")), below_hundred)));
    alt((hundreds.map(|(n, _, (), rest)| n * 100 + rest.unwrap_or(0)), below_hundred)).parse(i)
}

fn scale(i: Tokens<'_>) -> Parsed<'_, u64> {
    when(|t, text| {
        let n = u64::from(t.readings.number()?);
        let trillion = text.eq_ignore_ascii_case("trillion");
        (t.kind == TokenKind::Word && n >= 1000 || trillion).then_some(if trillion {
            1_000_000_000_000
        } else {
            n
        })
    })
    .parse(i)
}

/// "three thousand two hundred", "two million".
fn words(i: Tokens<'_>) -> Parsed<'_, u64> {
    let count = alt((below_thousand, any!["a", "an"].map(|()| 1)));
    let (i, (first, _, big)) = (count, opt(hyphen), scale).parse(i)?;
    let (i, rest) = many0((opt(word!("and")), below_thousand, opt(scale))).parse(i)?;
    let rest = rest.iter().map(|(_, n, s)| n.saturating_mul(s.unwrap_or(1))).fold(0, u64::saturating_add);
    Ok((i, first.saturating_mul(big).saturating_add(rest)))
}

/// "40", "1,200", "1.5 million", "12 dozen".
fn digits(i: Tokens<'_>) -> Parsed<'_, u64> {
    let number = when(|t, text| {
        (t.kind == TokenKind::Number).then(|| text.replace(',', "").parse::<f64>().ok()).flatten()
    });
    let dozen =
        when(|t, text| (t.readings.number() == Some(12) && text.eq_ignore_ascii_case("dozen")).then_some(12));
    let hundred = word!("hundred").map(|()| 100);
    let (rest, (n, scale)) = (number, opt(preceded(opt(hyphen), alt((scale, dozen, hundred))))).parse(i)?;
    #[allow(clippy::cast_precision_loss, reason = "scales are powers of ten below 2^53")]
    let exact = n * scale.unwrap_or(1) as f64;
    if exact.fract().abs() > 1e-6 || !(0.0..9e15).contains(&exact) {
        return Err(nom::Err::Error(()));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just above")]
    Ok((rest, exact.round() as u64))
}

/// "a dozen", "two dozen", "half a dozen".
fn dozen(i: Tokens<'_>) -> Parsed<'_, u64> {
    let count = alt((below_hundred, any!["a", "an"].map(|()| 1)));
    let half = (word!("half"), opt(hyphen), opt(word!("a")), word!("dozen")).map(|_| 6);
    alt((half, (count, opt(hyphen), word!("dozen")).map(|(n, _, ())| n * 12))).parse(i)
}

fn exact(i: Tokens<'_>) -> Parsed<'_, u64> {
    alt((digits, dozen, words, below_thousand)).parse(i)
}

/// "dozens", "several", "a couple of", "hundreds of".
fn vague(i: Tokens<'_>) -> Parsed<'_, Quantity> {
    let some = |min, max| Quantity { min, max, vague: true };
    let many = when(move |_, text| {
        Some(match text.to_ascii_lowercase().as_str() {
            "several" => some(3, Some(9)),
            "few" => some(2, Some(5)),
            "many" | "numerous" | "countless" => some(5, None),
            "scores" => some(40, None),
            "dozens" => some(24, None),
            "hundreds" => some(200, None),
            "thousands" => some(2000, None),
            "millions" => some(2_000_000, None),
            _ => return None,
        })
    });
    let couple = (word!("a"), word!("couple"), opt(word!("of"))).map(|_| some(2, Some(3)));
    let large = (any!["tens", "hundreds"], word!("of"), word!("thousands")).map(|_| some(20_000, None));
    alt((couple, large, (opt(word!("a")), many).map(|(_, n)| n))).parse(i)
}

#[derive(Clone, Copy)]
enum Bound {
    Least,
    More,
    Most,
    Less,
    About,
}

fn bound(i: Tokens<'_>) -> Parsed<'_, Bound> {
    alt((
        (word!("at"), word!("least")).map(|_| Bound::Least),
        (word!("at"), word!("most")).map(|_| Bound::Most),
        (any!["more", "greater"], word!("than")).map(|_| Bound::More),
        (any!["less", "fewer"], word!("than")).map(|_| Bound::Less),
        (word!("no"), word!("more"), word!("than")).map(|_| Bound::Most),
        (word!("up"), word!("to")).map(|_| Bound::Most),
        (word!("as"), word!("many"), word!("as")).map(|_| Bound::Most),
        any!["over", "above"].map(|()| Bound::More),
        any!["under", "below"].map(|()| Bound::Less),
        any!["nearly", "almost", "about", "around", "some", "roughly", "approximately"]
            .map(|()| Bound::About),
    ))
    .parse(i)
}

fn bounded(i: Tokens<'_>) -> Parsed<'_, Quantity> {
    let (i, bound) = opt(bound).parse(i)?;
    let (i, n) = alt((vague, exact.map(Quantity::exactly))).parse(i)?;
    let found = match bound {
        None => n,
        Some(Bound::Least) => Quantity { max: None, ..n },
        Some(Bound::More) => {
            Quantity { min: n.min.saturating_add(u64::from(!n.vague)), max: None, vague: n.vague }
        }
        Some(Bound::Most) => Quantity { min: 0, ..n },
        Some(Bound::Less) => Quantity { min: 0, max: n.max.map(|m| m.saturating_sub(1)), vague: n.vague },
        Some(Bound::About) => Quantity { vague: true, ..n },
    };
    Ok((i, found))
}

#[cfg(test)]
mod tests {
    use super::{Quantity, quantity};
    use crate::span::Span;
    use crate::text::Text;

    fn read(text: &str) -> Option<(u64, Option<u64>, usize)> {
        let read = Text::read(text, &[Span::of(0..text.len())]);
        let (Quantity { min, max, .. }, taken) = quantity(read.tokens(text, read.sentences.first()?))?;
        Some((min, max, taken))
    }

    #[test]
    fn words_and_digits() {
        for (text, n) in [
            ("two hundred and fifty", 250),
            ("twenty-five", 25),
            ("1.5 million", 1_500_000),
            ("a dozen", 12),
            ("two dozen", 24),
            ("1,200", 1200),
            ("three thousand two hundred", 3200),
            ("a hundred", 100),
            ("half a dozen", 6),
        ] {
            let found = read(text).map(|(min, max, _)| (min, max));
            assert_eq!(found, Some((n, Some(n))), "{text}");
        }
    }

    #[test]
    fn bounds_and_vague_words() {
        assert_eq!(read("at least 40 people"), Some((40, None, 3)));
        assert_eq!(read("more than 40 people"), Some((41, None, 3)));
        assert_eq!(read("up to 300 fighters"), Some((0, Some(300), 3)));
        assert_eq!(read("dozens of people"), Some((24, None, 1)));
        assert_eq!(read("several people"), Some((3, Some(9), 1)));
        assert_eq!(read("people"), None);
        assert_eq!(read("a man"), None);
    }
}
