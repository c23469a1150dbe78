//! Tokens into a tree: `or` binds loosest, terms side by side must all hold, `not` binds tightest.

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::gazetteer::Gazetteer;
use crate::query::term::term;
use crate::query::token::{Kind, Token};
use crate::query::tree::Tree;
use crate::span::{Span, Spanned};

/// Groups within groups deeper than this are no person's question.
const DEEPEST: usize = 50;

/// Reads a whole query; the tokens must be of one text.
pub(super) fn query(
    tokens: &[Token<'_>],
    gazetteer: &Gazetteer,
    today: Option<NaiveDate>,
) -> Result<Tree, Diagnostic> {
    let mut reader = Reader { tokens, at: 0, depth: 0, gazetteer, today };
    if tokens.is_empty() {
        return Ok(Tree::ALL);
    }
    let tree = reader.any()?;
    match reader.tokens.get(reader.at) {
        None => Ok(tree),
        Some(t) => Err(Diagnostic::new("unbalanced-parenthesis", "this parenthesis closes nothing", t.span)),
    }
}

struct Reader<'r, 'q> {
    tokens: &'r [Token<'q>],
    at: usize,
    depth: usize,
    gazetteer: &'r Gazetteer,
    today: Option<NaiveDate>,
}

impl<'r, 'q> Reader<'r, 'q> {
    fn peek(&self) -> Option<&'r Token<'q>> {
        self.tokens.get(self.at)
    }

    fn take(&mut self, kind: &Kind<'_>) -> Option<Span> {
        let token = self.peek().filter(|t| t.kind == *kind)?;
        self.at += 1;
        Some(token.span)
    }

    /// `all ("or" all)*`
    fn any(&mut self) -> Result<Tree, Diagnostic> {
        let mut sides = vec![self.all()?];
        while let Some(or) = self.take(&Kind::Or) {
            if self.peek().is_none_or(|t| matches!(t.kind, Kind::Close | Kind::Or | Kind::And)) {
                return Err(lonely("or", or));
            }
            sides.push(self.all()?);
        }
        Ok(Tree::any(sides))
    }

    /// `one ("and"? one)*`
    fn all(&mut self) -> Result<Tree, Diagnostic> {
        let mut terms = Vec::new();
        while let Some(token) = self.peek() {
            match token.kind {
                Kind::Or if terms.is_empty() => return Err(lonely("or", token.span)),
                Kind::Or | Kind::Close => break,
                Kind::And => {
                    self.at += 1;
                    let follows =
                        self.peek().is_some_and(|t| !matches!(t.kind, Kind::Close | Kind::Or | Kind::And));
                    if terms.is_empty() || !follows {
                        return Err(lonely("and", token.span));
                    }
                }
                _ => terms.push(self.one()?),
            }
        }
        Ok(Tree::all(terms))
    }

    /// `"not:" one | "(" any ")" | term`
    fn one(&mut self) -> Result<Tree, Diagnostic> {
        let Some(token) = self.peek() else { return Ok(Tree::ALL) };
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            let message = format!("more than {DEEPEST} terms within each other");
            return Err(Diagnostic::new("nested-too-deep", message, token.span));
        }
        let tree = match &token.kind {
            Kind::Not => match self.peek().map(|t| &t.kind) {
                Some(Kind::Not | Kind::Open | Kind::Term(..)) => Tree::Not(Box::new(self.one()?)),
                _ => return Err(Diagnostic::new("empty-term", "`not:` needs a value", token.span)),
            },
            Kind::Open => {
                let close = || {
                    Diagnostic::new("unbalanced-parenthesis", "this parenthesis is never closed", token.span)
                };
                if let Some(end) = self.take(&Kind::Close) {
                    return Err(Diagnostic::new(
                        "empty-group",
                        "there is nothing in these parentheses",
                        token.span.cover(end),
                    ));
                }
                let inner = if self.peek().is_some() { self.any()? } else { return Err(close()) };
                self.take(&Kind::Close).ok_or_else(close)?;
                inner
            }
            Kind::Term(key, value, at) => {
                let test = term(*key, value, *at, token.span, self.gazetteer, self.today)?;
                Tree::Test(Spanned { span: token.span, value: test })
            }
            // Those are read where they may stand.
            Kind::Close | Kind::Or | Kind::And => Tree::ALL,
        };
        self.depth -= 1;
        Ok(tree)
    }
}

fn lonely(word: &str, at: Span) -> Diagnostic {
    Diagnostic::new("dangling-operator", format!("`{word}` needs a term on both sides"), at)
        .help(format!("to look for the word itself, write \"{word}\" in quotation marks"))
}
