//! What was wrong with something a person typed for us, and where.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::span::Span;

/// A fault in a query, a header, an EDTF string or a RON file. Prose never gives one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable name, for scripts and for the tests: `unknown-event-type`.
    pub code: &'static str,
    /// What is wrong, lower case, no full stop.
    pub message: String,
    /// Where, in bytes of the text in question.
    pub span: Span,
    /// What would be right, shown beside the caret.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A fault without advice.
    pub fn new(code: &'static str, message: impl Into<String>, span: Span) -> Self {
        Self { code, message: message.into(), span, help: None }
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same fault in a text that holds this one `by` bytes further on.
    #[must_use]
    pub fn shifted(mut self, by: u32) -> Self {
        self.span = Span::new(self.span.start + by, self.span.end + by);
        self
    }

    /// The message with the excerpt of `text` and carets under the fault; `origin` is a file's path or "query".
    pub fn render(&self, origin: &str, text: &str) -> String {
        let end = text.len();
        let start = self.span.range().start.min(end);
        let range = start..self.span.range().end.clamp(start, end);
        let mark = AnnotationKind::Primary.span(range);
        let mark = match &self.help {
            Some(help) => mark.label(help.as_str()),
            None => mark,
        };
        let report = Level::ERROR
            .primary_title(self.message.as_str())
            .id(self.code)
            .element(Snippet::source(text).path(origin).annotation(mark));
        Renderer::plain().render(&[report])
    }
}

/// The candidate nearest to what was typed, if one is near enough to be what was meant.
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let close = |c: &str| strsim::damerau_levenshtein(&typed, &c.to_lowercase());
    let (distance, best) = candidates.into_iter().map(|c| (close(c), c)).min()?;
    // A third of the letters may be wrong; a short word must be off by one at most.
    (distance <= (typed.chars().count() / 3).max(1)).then_some(best)
}
